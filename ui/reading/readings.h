#pragma once

#include <array>

#include "ui/reading/panel_sight.h"
#include "ui/state/workspace_state.h"

namespace headlight {

/// The models of a workspace: its own and the one that it is compared with; null where there is none.
using OpenedModels = std::array<std::shared_ptr<const LoadedModel>, 2>;

/// What is to be read, for each reading that is needed.
using WantedReadings = std::array<std::optional<RunRequest>, kRuns>;

/// The first reading, those of the panels and `also`, as far as the state has them and their models are open. With a
/// changed reading comes the same one without changes, from which it takes what the changes leave alone.
WantedReadings wantedReadings(const WorkspaceState& state, const OpenedModels& models,
                              const std::vector<RunId>& also = {});

/// The results as the window of `state` shows them: with changes in place of those without, where they are known.
RunResults shownResults(const RunResults& results, const WorkspaceState& state);
/// Those for a panel: as the window shows them, or all as they are for one that compares both.
RunResults resultsFor(const PanelState& panel, const RunResults& results, const WorkspaceState& state);
/// The readings that a panel shows in the window of `state`.
std::vector<RunId> shownRunsOf(const PanelState& panel, const WorkspaceState& state);

/// Opens the models of `state` and computes the readings that its panels need; throws Error, also for a method that has
/// a limit.
RunResults readingsOf(const Engine& engine, const WorkspaceState& state, const Progress& progress = {});

}  // namespace headlight
