#pragma once

#include "ui/state/workspace_state.h"

namespace headlight {

/// Shows a reading that no panel shows yet: adds the first panel's picture of it, and the first less it; of a reading
/// with changes what they make of the first: it less the first.
void showBeside(WorkspaceState& state, RunId run);

/// Panels that show several heads: each of them, and of two their difference.
std::vector<PanelState> comparedHeads(const PanelState& like, const std::vector<HeadId>& heads);

/// A panel that shows several heads together: over one another where its kind can, as links where it cannot.
PanelState togetherPanel(PanelState like, const std::vector<HeadId>& heads, HeadCombination use);

/// A heatmap of what `panel` shows less the same of `source`, or less `head` of it.
PanelState differencePanel(PanelState panel, RunId source, std::optional<HeadId> head = {});

/// The panel that shows the same difference, whatever its head; none when there is none.
std::optional<std::size_t> sameDifference(const std::vector<PanelState>& panels, const PanelState& difference);

}  // namespace headlight
