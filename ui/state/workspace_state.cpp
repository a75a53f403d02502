#include "ui/state/workspace_state.h"

#include <algorithm>

#include "ui/state/settings.h"
#include "ui/words.h"

namespace headlight {
namespace {

RunId within(const WorkspaceState& state, RunId run) {
  return {state.otherModel ? run.model : 0, state.otherText ? run.text : 0, run.changed && !state.changes.empty()};
}

}  // namespace

QString beyondLimits(const WorkspaceState& state) {
  const auto most = [](const QString& sentence, std::size_t limit) { return sentence.arg(limit); };
  if (state.panels.size() > kMostPanels) return most(Words::tr("A workspace has at most %1 panels."), kMostPanels);
  if (state.changes.size() > kMostChanges) return most(Words::tr("A model has at most %1 changes."), kMostChanges);
  if (state.deck->size() > kMostSlides) return most(Words::tr("A deck has at most %1 slides."), kMostSlides);
  if (state.conversation && turnsOf(*state.conversation).size() > kMostTurns)
    return most(Words::tr("A conversation has at most %1 turns."), kMostTurns);
  if (state.pictures.size() > kMostPictures) return most(Words::tr("A text has at most %1 pictures."), kMostPictures);
  if (state.headNotes.size() > kMostNotes) return most(Words::tr("At most %1 heads have notes."), kMostNotes);
  const auto isLong = [](const std::string& note) { return note.size() > kLongestNote; };
  const auto& heads = state.headNotes;
  if (std::any_of(heads.begin(), heads.end(), [&](const auto& each) { return isLong(each.second); }) ||
      std::any_of(state.panels.begin(), state.panels.end(), [&](const auto& panel) { return isLong(panel.note); }))
    return most(Words::tr("A note has at most %1 bytes."), kLongestNote);
  for (const PanelState& panel : state.panels) {
    if (panel.lenses.size() > kMostLenses) return most(Words::tr("A panel has at most %1 lenses."), kMostLenses);
    if (panel.heads.size() > kMostHeads) return most(Words::tr("A panel shows at most %1 heads."), kMostHeads);
    for (const PanelLens& lens : panel.lenses)
      if (lens.spans.size() > kMostSpans) return most(Words::tr("A lens has at most %1 spans."), kMostSpans);
  }
  return {};
}

std::vector<PanelState> asPreferred(std::vector<PanelState> panels) {
  const Settings settings = loadSettings();
  for (PanelState& panel : panels) {
    panel.scale = settings.scale;
    panel.sinksApart = settings.sinksApart;
  }
  return panels;
}

std::vector<PanelState> imagePanels() {
  std::vector<PanelState> panels(2);
  panels[0].kind = PanelKind::Image;
  panels[1].kind = PanelKind::ImageAtlas;
  return asPreferred(std::move(panels));
}

std::vector<PanelState> openingPanels() {
  PanelState heatmap, links;
  links.kind = PanelKind::Links;
  return asPreferred({heatmap, links});
}

std::vector<Intervention> changesIn(const WorkspaceState& state) {
  std::vector<Intervention> on;
  for (const Change& change : state.changes)
    if (change.on) on.push_back(change.what);
  return on;
}

bool readAlike(const WorkspaceState& a, const WorkspaceState& b) {
  if (a.panels.size() != b.panels.size()) return false;
  WorkspaceState same = a;
  same.head = b.head;
  same.token = b.token;
  same.maximised = b.maximised;
  same.atlas = b.atlas;
  same.deck = b.deck;
  same.headNotes = b.headNotes;
  for (std::size_t i = 0; i < same.panels.size(); ++i) {
    same.panels[i].zoom = b.panels[i].zoom;
    same.panels[i].note = b.panels[i].note;
  }
  return same == b;
}

WorkspaceState edited(const WorkspaceState& before, WorkspaceState after) {
  const bool otherText = after.text != before.text || after.pair != before.pair || after.ids != before.ids ||
                         after.conversation != before.conversation || after.pictures != before.pictures ||
                         after.sound != before.sound;
  if (otherText && after.continuation == before.continuation) after.continuation = {};
  const bool otherInput = otherText || after.continuation != before.continuation;
  const bool otherSecond = before.otherText && after.otherText && before.otherText != after.otherText;
  for (PanelState& panel : after.panels) {
    const bool second = panel.source.text == 1 || (panel.minus && panel.minus->source.text == 1);
    if (otherInput || (otherSecond && second)) panel.zoom = {};
  }
  return after;
}

bool hasRun(const WorkspaceState& state, RunId run) { return within(state, run) == run; }

bool showsChanged(const WorkspaceState& state) {
  return state.showsChanges &&
         std::any_of(state.changes.begin(), state.changes.end(), [](const Change& change) { return change.on; });
}

RunId shownRun(const WorkspaceState& state, RunId run) {
  return {run.model, run.text, run.changed || showsChanged(state)};
}

bool comparesChanges(const PanelState& panel) {
  return panel.minus && panel.minus->source.changed != panel.source.changed;
}

WorkspaceState settledPanels(WorkspaceState state) {
  const std::vector<PanelState> asked = state.panels;
  for (PanelState& panel : state.panels) {
    const bool lacks = panel.minus && !hasRun(state, panel.minus->source);
    panel.source = within(state, panel.source);
    if (!panel.minus) continue;
    panel.minus->source = within(state, panel.minus->source);
    if (panel.minus->source == panel.source && (lacks || !panel.minus->head)) panel.minus.reset();
  }
  // What a comparison leaves behind when it ends is seen in another panel.
  const auto sameButZoom = [](PanelState a, const PanelState& b) {
    a.zoom = b.zoom;
    return a == b;
  };
  for (std::size_t i = asked.size(); i-- > 0;) {
    if (state.panels[i] == asked[i]) continue;
    const PanelState& panel = state.panels[i];
    const auto twins = std::count_if(state.panels.begin(), state.panels.end(),
                                     [&](const PanelState& other) { return sameButZoom(other, panel); });
    if (twins < 2) continue;
    state.panels.erase(state.panels.begin() + static_cast<std::ptrdiff_t>(i));
    state.maximised.reset();
  }
  if (state.maximised && *state.maximised >= state.panels.size()) state.maximised.reset();
  return state;
}

}  // namespace headlight
