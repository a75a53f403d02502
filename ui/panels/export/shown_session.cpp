#include "ui/panels/export/shown_session.h"

#include <algorithm>
#include <utility>

namespace headlight {
namespace {

/// Has every reading that a panel names be what `change` makes of it.
template <class Change>
void changeRuns(std::vector<PanelState>& panels, Change change) {
  for (PanelState& panel : panels) {
    change(panel.source);
    if (panel.minus) change(panel.minus->source);
  }
}

/// Tokens of the first reading under the numbers that they have in the one that takes its place.
void renumber(WorkspaceState& state, const TokenLink& link) {
  state.token = link.toShown(state.token);
  for (PanelState& panel : state.panels) {
    for (PanelLens& lens : panel.lenses) {
      std::vector<std::pair<Index, Index>> spans;
      for (const auto& [begin, end] : lens.spans) {
        std::optional<Index> first, last;
        for (Index token = begin; token < end; ++token)
          if (const auto now = link.toShown(token)) {
            if (!first) first = now;
            last = now;
          }
        if (first && (spans.empty() || spans.back().second <= *first) && *last >= *first)
          spans.emplace_back(*first, *last + 1);
      }
      lens.spans = std::move(spans);
    }
  }
}

/// Whether a run of `results` read an input of that kind.
template <class Kind>
auto reads(const RunResults& results) {
  return [&results](RunId run) {
    return results[run] && std::holds_alternative<Kind>(results[run]->request.input.content);
  };
}

}  // namespace

Session shownSession(const Session& whole, const std::vector<PanelState>& panels, const RunResults& results,
                     bool allHeads) {
  std::vector<RunId> runs;
  for (const PanelState& panel : panels)
    for (const RunId run : runsOf(panel)) runs.push_back(run);
  if (allHeads) runs.push_back({});
  const auto any = [&runs](auto is) { return std::any_of(runs.begin(), runs.end(), is); };
  const RunId first = {any([](RunId run) { return run.model == 0; }) ? 0 : 1,
                       any([](RunId run) { return run.text == 0; }) ? 0 : 1};
  const auto readsImage = reads<ImageInput>(results);
  const auto readsSound = reads<SoundInput>(results);
  const auto readsIds = reads<IdsInput>(results);
  const auto readsConversation = reads<ConversationInput>(results);

  Session shown = whole;
  WorkspaceState& state = shown.state;
  if (panels.size() != whole.state.panels.size()) state.maximised.reset();
  state.panels = panels;
  state.deck = {};
  // Notes are for oneself: no picture shows them.
  state.headNotes.clear();
  for (PanelState& panel : state.panels) panel.note.clear();
  if (!allHeads) state.atlas = {};
  if (!any([](RunId run) { return run.model == 0 && run.text == 0; })) state.continuation = {};
  if (first != RunId{} && results[first] && results[RunId{}]) renumber(state, tokensOf(first, results));

  if (first.text == 1) {
    state.text = state.otherText->text;
    state.pair = state.otherText->pair;
    state.conversation.reset();
    changeRuns(state.panels, [](RunId& run) { run.text = 0; });
  }
  if (first.text == 1 || !any([](RunId run) { return run.text == 1; })) state.otherText.reset();
  const auto inputOf = [&results](RunId run) { return results[run] ? results[run]->request.input : Input(); };
  if (!any([&](RunId run) { return readsImage(run) || !inputOf(run).pictures.empty(); })) state.pictures.clear();
  if (!any([&](RunId run) { return readsSound(run) || inputOf(run).sound; })) state.sound.reset();
  if (!any(readsIds)) state.ids = {};
  if (!any(readsConversation)) state.conversation.reset();
  if (!any([&](RunId run) {
        return !readsImage(run) && !readsSound(run) && !readsIds(run) && !readsConversation(run);
      })) {
    state.text = {};
    state.pair.reset();
    if (state.otherText) state.otherText = TextInput();
  }

  if (first.model == 1) {
    state.model = *state.otherModel;
    shown.modelName = shown.otherModelName;
    shown.fingerprint = shown.otherFingerprint;
    changeRuns(state.panels, [](RunId& run) { run.model = 0; });
    if (const auto& read = results[first]) {
      state.head.layer = std::clamp(state.head.layer, 0, read->maps->layers() - 1);
      state.head.head = std::clamp(state.head.head, 0, read->maps->heads() - 1);
    }
  }
  if (first.model == 1 || !any([](RunId run) { return run.model == 1; })) {
    state.otherModel.reset();
    shown.otherModelName.clear();
    shown.otherFingerprint.clear();
  }

  if (!any([](RunId run) { return run.changed; }) && !showsChanged(whole.state)) {
    state.changes.clear();
    state.showsChanges = true;
  } else if (std::any_of(state.changes.begin(), state.changes.end(), [](const Change& change) { return change.on; })) {
    std::erase_if(state.changes, [](const Change& change) { return !change.on; });
  }
  return shown;
}

Session withoutPlaces(Session session) {
  const auto isBuiltIn = [](const std::filesystem::path& folder) { return folderInSession(folder).empty(); };
  if (!isBuiltIn(session.state.model)) session.state.model.clear();
  if (session.state.otherModel && !isBuiltIn(*session.state.otherModel)) session.state.otherModel->clear();
  const auto nameOf = [](const std::string& path) { return std::filesystem::path(path).filename().string(); };
  for (KeptImage& picture : session.state.pictures) picture.path = nameOf(picture.path);
  if (session.state.sound) session.state.sound->path = nameOf(session.state.sound->path);
  return session;
}

}  // namespace headlight
