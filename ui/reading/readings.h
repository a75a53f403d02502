#pragma once

#include <array>

#include "ui/reading/panel_sight.h"
#include "ui/state/workspace_state.h"

namespace headlight {

/// The models of a workspace: its own and the one that it is compared with; null where there is none.
using OpenedModels = std::array<std::shared_ptr<const Source>, 2>;

/// What is to be read, for each reading that is needed.
using WantedReadings = std::array<std::optional<RunRequest>, kRuns>;

/// What `model`, number `run.model` of `state`, reads for `run`: a text, ids or an image, by what it reads.
Input inputOf(const WorkspaceState& state, RunId run, const Source& model);

/// The first reading, those of the panels and `also`, as far as the state has them and their models are open. With a
/// changed reading comes the same one without changes, from which it takes what the changes leave alone. With `first`
/// that is read in place of the first text.
WantedReadings wantedReadings(const WorkspaceState& state, const OpenedModels& models,
                              const std::vector<RunId>& also = {}, const std::optional<Input>& first = {});

/// The results as the window of `state` shows them: with changes in place of those without, where they are known.
RunResults shownResults(const RunResults& results, const WorkspaceState& state);
/// Those for a panel: as the window shows them, or all as they are for one that compares both.
RunResults resultsFor(const PanelState& panel, const RunResults& results, const WorkspaceState& state);
/// The readings that a panel shows in the window of `state`.
std::vector<RunId> shownRunsOf(const PanelState& panel, const WorkspaceState& state);

/// Opens the models of `state` and computes the readings that its panels need, with `first` in place of the first text;
/// throws Error, also for a method that has a limit.
RunResults readingsOf(const Engine& engine, const WorkspaceState& state, const Progress& progress = {},
                      const std::optional<Input>& first = {});

}  // namespace headlight
