#include "ui/reading/comparing_panels.h"

#include <algorithm>

#include "ui/state/panel_kind.h"

namespace headlight {

void showBeside(WorkspaceState& state, RunId run) {
  const auto shows = [run](const PanelState& panel) {
    const std::vector<RunId> runs = runsOf(panel);
    return std::find(runs.begin(), runs.end(), run) != runs.end();
  };
  const bool shown = std::any_of(state.panels.begin(), state.panels.end(), shows);
  if (state.panels.empty() || (shown && !run.changed)) return;
  PanelState first = state.panels.front(), beside = first;
  first.minus.reset();
  first.zoom = beside.zoom = {};
  beside.source = run;
  beside.minus.reset();
  const PanelState difference = run.changed ? differencePanel(beside, unchanged(run)) : differencePanel(first, run);
  if (!shown) state.panels.push_back(beside);
  if (!run.changed || !sameDifference(state.panels, difference)) state.panels.push_back(difference);
  state.maximised.reset();
}

std::vector<PanelState> comparedHeads(const PanelState& like, const std::vector<HeadId>& heads) {
  std::vector<PanelState> panels;
  PanelState one = like;
  if (panelKind(one.kind).has.allHeads) one.kind = PanelKind::Heatmap;
  one.heads.clear();
  one.minus.reset();
  one.zoom = {};
  for (const HeadId head : heads) {
    one.pinned = head;
    panels.push_back(one);
  }
  if (heads.size() == 2) panels.push_back(differencePanel(panels.front(), like.source, heads.back()));
  return panels;
}

PanelState togetherPanel(PanelState like, const std::vector<HeadId>& heads, HeadCombination use) {
  if (use == HeadCombination::Overlay && !panelKind(like.kind).has.wholeLayer) like.kind = PanelKind::Links;
  like.minus.reset();
  like.pinned = heads.empty() ? like.pinned : heads.front();
  like.heads = heads;
  like.use = use;
  return like;
}

std::optional<std::size_t> sameDifference(const std::vector<PanelState>& panels, const PanelState& difference) {
  for (std::size_t i = 0; i < panels.size(); ++i)
    if (panels[i].source == difference.source && panels[i].minus && panels[i].minus == difference.minus &&
        panels[i].heads.empty())
      return i;
  return {};
}

PanelState differencePanel(PanelState panel, RunId source, std::optional<HeadId> head) {
  if (!panelKind(panel.kind).has.difference) panel.kind = PanelKind::Heatmap;
  panel.minus = PanelMinus{source, head};
  panel.zoom = {};
  return panel;
}

}  // namespace headlight
