#include "ui/state/words/step_words.h"

#include <algorithm>
#include <optional>

#include "core/model/adapter.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/head_words.h"
#include "ui/state/panel_kind.h"
#include "ui/state/words/change_amount.h"
#include "ui/state/words/change_words.h"
#include "ui/state/words/method_words.h"
#include "ui/words.h"

namespace headlight {
namespace {

QString folderName(const std::filesystem::path& path) { return QString::fromStdString(path.filename().string()); }

/// The only place at which two lists of one length differ; none for no or several.
template <class List>
std::optional<std::size_t> onlyDifference(const List& a, const List& b) {
  std::optional<std::size_t> only;
  if (a.size() != b.size()) return only;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (only) return {};
    only = i;
  }
  return only;
}

/// What `longer` has and `shorter` has not, where one element is all they differ in; null otherwise.
template <class T>
const T* onlyAddition(const std::vector<T>& shorter, const std::vector<T>& longer) {
  if (longer.size() != shorter.size() + 1) return nullptr;
  const auto at = std::mismatch(shorter.begin(), shorter.end(), longer.begin()).second;
  return std::equal(at + 1, longer.end(), shorter.begin() + (at - longer.begin())) ? &*at : nullptr;
}

QString addedName(const Intervention& change) {
  const auto* ablation = std::get_if<Ablate>(&change);
  return ablation && ablation->by == Ablate::By::Zero ? Words::tr("Ablate %1").arg(headWords(ablation->heads))
                                                      : changeName(change);
}

QString changesName(const std::vector<Change>& before, const std::vector<Change>& after) {
  if (const Change* added = onlyAddition(before, after)) return addedName(added->what);
  if (const Change* removed = onlyAddition(after, before))
    return Words::tr("Remove change: %1").arg(changeName(removed->what));
  if (const auto at = onlyDifference(before, after); at && before[*at].what == after[*at].what)
    return (after[*at].on ? Words::tr("Switch change on: %1") : Words::tr("Switch change off: %1"))
        .arg(changeName(after[*at].what));
  return Words::tr("Edit changes");
}

QString lensesName(const std::vector<PanelLens>& before, const std::vector<PanelLens>& after) {
  if (const PanelLens* added = onlyAddition(before, after)) return Words::tr("Add lens: %1").arg(lensName(*added));
  if (const PanelLens* removed = onlyAddition(after, before))
    return Words::tr("Remove lens: %1").arg(lensName(*removed));
  return Words::tr("Change lenses");
}

QString panelName(const PanelState& before, const PanelState& after) {
  if (before.note != after.note) return Words::tr("Edit note of panel");
  if (before.kind != after.kind) return Words::tr("Show panel as: %1").arg(panelKindLabel(after.kind));
  if (before.lenses != after.lenses) return lensesName(before.lenses, after.lenses);
  if (before.method != after.method) return Words::tr("Change method: %1").arg(methodName(after.method));
  if (before.minus != after.minus) return after.minus ? Words::tr("Show difference") : Words::tr("End difference");
  if (before.heads != after.heads || before.use != after.use) return Words::tr("Choose heads of panel");
  if (before.pinned != after.pinned)
    return after.pinned ? Words::tr("Pin head %1 in panel").arg(headNumbers(*after.pinned))
                        : Words::tr("Unpin head of panel");
  if (before.scale != after.scale || before.range != after.range) return Words::tr("Change colour scale");
  if (before.threshold != after.threshold) return Words::tr("Change threshold");
  if (before.expert != after.expert)
    return after.expert ? Words::tr("Choose expert %1").arg(headNumbers(*after.expert)) : Words::tr("Show all experts");
  return Words::tr("Change panel");
}

/// `state` with the zooms of another one that has as many panels.
WorkspaceState zoomedAs(WorkspaceState state, const WorkspaceState& other) {
  if (state.panels.size() == other.panels.size())
    for (std::size_t i = 0; i < state.panels.size(); ++i) state.panels[i].zoom = other.panels[i].zoom;
  return state;
}

QString panelsName(const WorkspaceState& before, const WorkspaceState& after) {
  if (after.panels.size() > before.panels.size())
    return after.panels.size() == before.panels.size() + 1 ? Words::tr("Add panel") : Words::tr("Add panels");
  if (after.panels.size() < before.panels.size()) return Words::tr("Close panel");
  if (std::is_permutation(before.panels.begin(), before.panels.end(), after.panels.begin()))
    return Words::tr("Move panel");
  const std::vector<PanelState> from = zoomedAs(before, after).panels;
  const auto at = onlyDifference(from, after.panels);
  return at ? panelName(from[*at], after.panels[*at]) : Words::tr("Change panels");
}

QString picturesName(const std::vector<KeptImage>& before, const std::vector<KeptImage>& after) {
  if (before.empty() && after.size() == 1) return Words::tr("Open image");
  if (after.size() > before.size()) return Words::tr("Add picture");
  if (after.size() < before.size()) return Words::tr("Remove picture");
  return std::is_permutation(before.begin(), before.end(), after.begin()) ? Words::tr("Move picture")
                                                                          : Words::tr("Replace picture");
}

QString deckName(const std::vector<DeckSlide>& before, const std::vector<DeckSlide>& after) {
  if (after.size() > before.size()) return Words::tr("Add slide");
  if (after.size() < before.size()) return Words::tr("Remove slide");
  return onlyDifference(before, after) ? Words::tr("Edit slide") : Words::tr("Move slide");
}

bool sameTexts(const WorkspaceState& a, const WorkspaceState& b) {
  return a.text == b.text && a.pair == b.pair && a.ids == b.ids;
}

/// The turn whose text is all that two conversations of these turns differ in; none for others.
std::optional<std::size_t> onlyTextOf(const Conversation& before, const std::vector<Turn>& from,
                                      const Conversation& after, const std::vector<Turn>& to) {
  const auto at = onlyDifference(from, to);
  return at && withText(before, *at, to[*at].text) == after ? at : std::nullopt;
}

QString conversationName(const std::optional<Conversation>& before, const std::optional<Conversation>& after) {
  if (!before) return Words::tr("Write a conversation");
  if (!after) return Words::tr("Write a plain text");
  const std::vector<Turn> from = turnsOf(*before), to = turnsOf(*after);
  if (const auto at = onlyTextOf(*before, from, *after, to)) return Words::tr("Edit turn %1").arg(*at + 1);
  if (to.size() > from.size()) return Words::tr("Add turn");
  if (to.size() < from.size()) return Words::tr("Remove turn");
  if (const auto at = onlyDifference(from, to); at && from[*at].role != to[*at].role)
    return Words::tr("Change role of turn %1").arg(*at + 1);
  if (from != to && std::is_permutation(from.begin(), from.end(), to.begin())) return Words::tr("Move turn");
  return from == to ? Words::tr("Change end of conversation") : Words::tr("Edit conversation");
}

/// What several at once are one step of, with where it is; Other when more has changed than is of one kind.
Step kindBetween(const WorkspaceState& before, const WorkspaceState& after) {
  // Another text is seen whole, and without what the model wrote.
  WorkspaceState same = zoomedAs(before, after);
  if (same == after) return {Step::Kind::Zoom, 0, {}};
  same.continuation = after.continuation;
  if (!sameTexts(before, after) || (before.otherText && after.otherText && before.otherText != after.otherText)) {
    same.text = after.text;
    same.pair = after.pair;
    same.ids = after.ids;
    if (before.otherText && after.otherText) same.otherText = after.otherText;
    return {same == after ? Step::Kind::Text : Step::Kind::Other, 0, {}};
  }
  if (before.conversation != after.conversation) {
    same.conversation = after.conversation;
    const auto &from = before.conversation, &to = after.conversation;
    const auto at = from && to ? onlyTextOf(*from, turnsOf(*from), *to, turnsOf(*to)) : std::nullopt;
    return {at && same == after ? Step::Kind::Text : Step::Kind::Other, at.value_or(0), {}};
  }
  if (before.continuation != after.continuation) {
    same.token = after.token;
    return {same == after ? Step::Kind::Written : Step::Kind::Other, 0, {}};
  }
  same = before;
  same.head = after.head;
  if (same == after) return {Step::Kind::Head, 0, {}};
  same = before;
  same.token = after.token;
  if (same == after) return {Step::Kind::Token, 0, {}};
  same = before;
  same.atlas.filter = after.atlas.filter;
  if (same == after) return {Step::Kind::Filter, 0, {}};
  same = before;
  if (const auto at = onlyDifference(before.panels, after.panels)) {
    same.panels[*at].threshold = after.panels[*at].threshold;
    if (same == after) return {Step::Kind::Threshold, *at, {}};
    same = before;
    same.panels[*at].note = after.panels[*at].note;
    if (same == after) return {Step::Kind::Note, *at, {}};
  }
  same = before;
  same.headNotes = after.headNotes;
  if (same == after) return {Step::Kind::Note, kMostPanels, {}};
  if (const auto at = onlyDifference(before.changes, after.changes)) {
    same = before;
    if (const auto amount = amountOf(after.changes[*at].what))
      same.changes[*at].what = withAmount(same.changes[*at].what, amount->value);
    if (same == after) return {Step::Kind::Amount, *at, {}};
  }
  if (const auto at = onlyDifference(*before.deck, *after.deck)) {
    same = before;
    same.deck = after.deck;
    if (same == after) return {Step::Kind::Slide, *at, {}};
  }
  return {};
}

/// By what matters most where several things have changed.
QString nameOf(const WorkspaceState& before, const WorkspaceState& after) {
  if (before.model != after.model) {
    const auto old = readAdapterPlace(before.model), now = readAdapterPlace(after.model);
    if (old && now && old->folder == now->folder) return Words::tr("Set adapter to %1").arg(percentText(now->scale));
    return Words::tr("Open model %1").arg(folderName(after.model));
  }
  if (before.otherModel != after.otherModel)
    return after.otherModel ? Words::tr("Compare with model %1").arg(folderName(*after.otherModel))
                            : Words::tr("Stop comparing models");
  if (before.pictures != after.pictures) return picturesName(before.pictures, after.pictures);
  if (before.sound != after.sound) return after.sound ? Words::tr("Open sound") : Words::tr("Remove sound");
  if (before.conversation != after.conversation) return conversationName(before.conversation, after.conversation);
  if (before.otherText.has_value() != after.otherText.has_value())
    return after.otherText ? Words::tr("Compare texts") : Words::tr("Stop comparing texts");
  if (!sameTexts(before, after)) return Words::tr("Edit text");
  if (before.otherText != after.otherText) return Words::tr("Edit text B");
  if (before.continuation != after.continuation) return Words::tr("Continue text");
  if (before.changes != after.changes) return changesName(before.changes, after.changes);
  if (before.deck != after.deck) return deckName(*before.deck, *after.deck);
  if (zoomedAs(before, after).panels != after.panels) return panelsName(before, after);
  if (before.headNotes != after.headNotes) return Words::tr("Edit note of head");
  if (before.showsChanges != after.showsChanges)
    return after.showsChanges ? Words::tr("Show model with changes") : Words::tr("Show model without changes");
  if (before.maximised != after.maximised)
    return after.maximised ? Words::tr("Maximise panel") : Words::tr("Restore panels");
  if (before.atlas.like != after.atlas.like || before.atlas.by != after.atlas.by) return Words::tr("Sort heads");
  if (before.atlas.filter != after.atlas.filter) return Words::tr("Filter heads");
  if (before.head != after.head) return Words::tr("Select head %1").arg(headNumbers(after.head));
  if (before.token != after.token) return after.token ? Words::tr("Pin token") : Words::tr("Unpin token");
  return Words::tr("Zoom");
}

}  // namespace

Step stepBetween(const WorkspaceState& before, const WorkspaceState& after) {
  Step step = kindBetween(before, after);
  step.name = nameOf(before, after);
  return step;
}

}  // namespace headlight
