#include "ui/reading/media_input.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/model/architecture.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// What stands in a text for a picture, whatever the model.
const std::string kHere = "<image>";

std::vector<std::size_t> placesOf(const std::string& text) {
  std::vector<std::size_t> places;
  for (auto at = text.find(kHere); at != std::string::npos; at = text.find(kHere, at + 1)) places.push_back(at);
  return places;
}

/// Hands the texts in which `<image>` may stand, with who says them, to `change`, the last one first, until it is true.
void changeTexts(WorkspaceState& state, const std::function<bool(std::string&, const std::string&)>& change) {
  if (!state.conversation) {
    if (std::string text = *state.text; change(text, {})) state.text = std::move(text);
    return;
  }
  const std::vector<Turn> turns = turnsOf(*state.conversation);
  for (std::size_t i = turns.size(); i-- > 0;) {
    std::string text = turns[i].text;
    if (!turns[i].isText || !change(text, turns[i].role)) continue;
    state.conversation = withText(**state.conversation, i, text);
    return;
  }
}

std::size_t countPlaces(const WorkspaceState& state) {
  if (!state.conversation) return placesOf(*state.text).size();
  std::size_t count = 0;
  for (const Turn& turn : turnsOf(*state.conversation)) count += turn.isText ? placesOf(turn.text).size() : 0;
  return count;
}

/// The numbers of a list of ids as they are typed; none where something else is among them.
std::vector<std::int64_t> typedIds(const WorkspaceState& state) {
  try {
    return idsIn(*state.ids);
  } catch (const Error&) {
    return {};
  }
}

std::string textOf(const std::vector<std::int64_t>& ids) {
  std::string text;
  for (const std::int64_t id : ids) text += (text.empty() ? "" : " ") + std::to_string(id);
  return text;
}

/// The token that stands for a picture in the ids of `source`; -1 for none.
std::int64_t pictureId(const Source* source) {
  return source && source->model && source->model->description().connector ? source->model->description().imageId : -1;
}

/// Where `id` stands.
std::vector<std::size_t> placesOf(const std::vector<std::int64_t>& ids, std::int64_t id) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (ids[i] == id) places.push_back(i);
  return places;
}

void addPlace(WorkspaceState& state, const Source* source) {
  const std::size_t before = state.pictures.size() - 1;
  if (source && source->readsIds()) {
    const std::int64_t id = pictureId(source);
    std::vector<std::int64_t> ids = typedIds(state);
    if (id < 0 || (ids.empty() && !state.ids->empty())) return;
    const std::vector<std::size_t> places = placesOf(ids, id);
    if (places.size() != before) return;  // As many as the pictures come to are the person's own.
    ids.insert(ids.begin() + (places.empty() ? 0 : static_cast<std::ptrdiff_t>(places.back()) + 1), id);
    state.ids = textOf(ids);
    return;
  }
  const std::size_t places = countPlaces(state);
  // A text without them has its pictures first; what is said in turns names the turn.
  if (places != before || (places == 0 && !state.conversation)) return;
  changeTexts(state, [&](std::string& text, const std::string& role) {
    const std::vector<std::size_t> at = placesOf(text);
    if (at.empty() && (places > 0 || role == kAssistant)) return false;
    text.insert(at.empty() ? 0 : at.back() + kHere.size(), at.empty() ? kHere + "\n" : kHere);
    return true;
  });
}

void removePlace(WorkspaceState& state, std::size_t at, const Source* source) {
  if (source && source->readsIds()) {
    std::vector<std::int64_t> ids = typedIds(state);
    const std::vector<std::size_t> places = placesOf(ids, pictureId(source));
    if (places.size() != state.pictures.size()) return;
    ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(places[at]));
    state.ids = textOf(ids);
    return;
  }
  std::size_t behind = countPlaces(state);
  if (behind != state.pictures.size()) return;
  changeTexts(state, [&](std::string& text, const std::string&) {
    const std::vector<std::size_t> places = placesOf(text);
    behind -= places.size();
    if (at < behind || at >= behind + places.size()) return false;
    const std::size_t from = places[at - behind];
    const bool line = text.compare(from + kHere.size(), 1, "\n") == 0 && from == 0;
    text.erase(from, kHere.size() + (line ? 1 : 0));
    return true;
  });
}

QString fileName(const std::string& path) {
  return QString::fromStdString(std::filesystem::path(path).filename().string());
}

}  // namespace

Reads readsOf(const Source& source) {
  Reads reads;
  if (!source.model) return reads;
  reads.sound = source.sounds != nullptr;
  reads.beside = source.images && source.info.readsPicturesInText;
  if (source.images) reads.pictures = reads.beside && source.model->description().connector ? kMostPictures : 1;
  reads.text = reads.beside || source.translates() || !(source.sounds || source.images);
  return reads;
}

AttentionType attentionOnMedia(const Source& source) {
  const Reads reads = readsOf(source);
  if (reads.pictures == 0 && !reads.sound) return AttentionType::Self;
  if (source.translates()) return AttentionType::Cross;
  // A picture beside a text, not in it, is looked at by itself alone.
  return reads.beside && reads.pictures == 1 ? AttentionType::Vision : AttentionType::Self;
}

void addPicture(WorkspaceState& state, KeptImage picture, const Source* source) {
  if (source && readsOf(*source).pictures == 1) {
    state.pictures = {std::move(picture)};
    return;
  }
  state.pictures.push_back(std::move(picture));
  addPlace(state, source);
}

void removePicture(WorkspaceState& state, std::size_t at, const Source* source) {
  if (at >= state.pictures.size()) return;
  removePlace(state, at, source);
  state.pictures.erase(state.pictures.begin() + static_cast<std::ptrdiff_t>(at));
}

QStringList unreadMedia(const WorkspaceState& state, const Source& source) {
  const Reads reads = readsOf(source);
  const QString model = QString::fromStdString(source.info.name);
  QStringList sentences;
  const auto count = state.pictures.size();
  if (count > 0 && reads.pictures == 0)
    sentences << (count == 1
                      ? Words::tr("%1 reads no pictures. “%2” stays here and is not read.")
                            .arg(model, fileName(state.pictures.front().path))
                      : Words::tr("%1 reads no pictures. All %2 stay here and are not read.").arg(model).arg(count));
  else if (count > reads.pictures)
    sentences << Words::tr("%1 reads one picture: the first of %2.").arg(model).arg(count);
  if (state.sound && !reads.sound)
    sentences
        << Words::tr("%1 reads no sounds. “%2” stays here and is not read.").arg(model, fileName(state.sound->path));
  if (reads.beside && count == 0 && reads.pictures > 1 && countPlaces(state) > 0 && !source.readsIds())
    sentences << Words::tr("The text has a place for a picture, <image>, and no picture.");
  return sentences;
}

}  // namespace headlight
