#include "ui/workspace/workspace_state.h"

namespace headlight {
namespace {

RunId within(const WorkspaceState& state, RunId run) {
  return {state.otherModel ? run.model : 0, state.otherText ? run.text : 0, run.changed && !state.changes.empty()};
}

}  // namespace

std::vector<PanelState> imagePanels() {
  std::vector<PanelState> panels(2);
  panels[0].kind = PanelKind::Image;
  panels[1].kind = PanelKind::ImageAtlas;
  return panels;
}

std::vector<PanelState> openingPanels() {
  PanelState heatmap, links;
  links.kind = PanelKind::Links;
  return {heatmap, links};
}

std::vector<Intervention> changesIn(const WorkspaceState& state) {
  std::vector<Intervention> on;
  for (const Change& change : state.changes)
    if (change.on) on.push_back(change.what);
  return on;
}

bool hasRun(const WorkspaceState& state, RunId run) { return within(state, run) == run; }

WorkspaceState settledPanels(WorkspaceState state) {
  for (PanelState& panel : state.panels) {
    const bool lacks = panel.minus && !hasRun(state, panel.minus->source);
    panel.source = within(state, panel.source);
    if (!panel.minus) continue;
    panel.minus->source = within(state, panel.minus->source);
    if (panel.minus->source == panel.source && (lacks || !panel.minus->head)) panel.minus.reset();
  }
  if (state.maximised && *state.maximised >= state.panels.size()) state.maximised.reset();
  return state;
}

}  // namespace headlight
