#include "ui/state/session_file.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "core/analysis/head_table.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json_value.h"
#include "core/base/version.h"
#include "core/intervention/grammar.h"
#include "core/io/stored_attention.h"
#include "core/model/model_locations.h"
#include "core/model/model_source.h"
#include "ui/export/provenance_reader.h"
#include "ui/state/panel_kind.h"
#include "ui/state/words/lens_words.h"
#include "ui/words.h"

namespace headlight {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kMostDepth = 12;
/// Of lists, objects and what they hold; many small ones would take far more memory than their text.
constexpr std::size_t kMostValues = 2'000'000;
constexpr std::int64_t kMostTokens = 1'000'000'000;
constexpr const char* kMark = "headlight-session";

template <class T>
using Names = std::vector<std::pair<T, const char*>>;

/// The names that other tables give.
template <class T, class Rows, class Make>
Names<T> namesIn(const Rows& rows, Make make) {
  Names<T> names;
  for (const auto& row : rows) names.push_back(make(row));
  return names;
}

const Names<PanelKind>& kindNames() {
  static const auto names = [] {
    auto all = namesIn<PanelKind>(panelKinds(), [](const PanelKindRow& row) { return std::pair(row.kind, row.name); });
    for (const auto& [before, kind] : formerKindNames()) all.emplace_back(kind, before);
    return all;
  }();
  return names;
}

const Names<Method>& methodNames() {
  static const auto names =
      namesIn<Method>(methods(), [](const MethodInfo& info) { return std::pair(info.method, info.name.data()); });
  return names;
}

const Names<AttentionType>& attentionNames() {
  static const auto names = namesIn<AttentionType>(kEveryAttention, [](const auto& each) {
    // "self" is what sessions call the decoder's.
    return std::pair(each.type, each.type == AttentionType::Self ? "self" : each.name.data());
  });
  return names;
}

const Names<PanelLens::Kind>& lensNames() {
  static const auto names = namesIn<PanelLens::Kind>(
      lensWords(), [](const LensWords& words) { return std::pair(words.kind, words.inSessions); });
  return names;
}

const Names<HeadCombination> kUses = {
    {HeadCombination::Overlay, "overlay"}, {HeadCombination::Mean, "mean"}, {HeadCombination::Max, "largest"}};
const Names<Direction> kDirections = {{Direction::Gives, "gives"}, {Direction::Receives, "receives"}};
const Names<ScaleKind> kScales = {
    {ScaleKind::Linear, "linear"}, {ScaleKind::Sqrt, "square root"}, {ScaleKind::Log, "logarithmic"}};
const Names<ScaleRange> kRanges = {{ScaleRange::Common, "common"}, {ScaleRange::PerHead, "head"}};
const Names<FlowWeights> kFlows = {
    {FlowWeights::Mean, "mean"}, {FlowWeights::Head, "head"}, {FlowWeights::Rollout, "rollout"}};
const Names<ExpertsPicture> kExperts = {
    {ExpertsPicture::Grid, "grid"}, {ExpertsPicture::Load, "load"}, {ExpertsPicture::Text, "text"}};
const Names<int> kTexts = {{0, "A"}, {1, "B"}};

template <class T>
const char* nameOf(const Names<T>& names, T value) {
  for (const auto& [each, name] : names)
    if (each == value) return name;
  return "";
}

std::int64_t whole(const JsonValue& value, std::int64_t least, std::int64_t most) {
  const std::int64_t number = value.integer();
  if (number < least || number > most)
    value.fail("a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return number;
}

double share(const JsonValue& value) { return value.number(0, 1, "a number from 0 to 1"); }

template <class T>
T oneOf(const JsonValue& value, const Names<T>& names) {
  std::string known;
  for (const auto& [each, name] : names) {
    if (value.value().is_string() && value.text() == name) return each;
    known += (known.empty() ? "\"" : ", \"") + std::string(name) + "\"";
  }
  value.fail("one of " + known);
}

HeadId headFrom(const JsonValue& value) {
  return {static_cast<int>(whole(value.at("layer"), 0, 9999)), static_cast<int>(whole(value.at("head"), 0, 9999))};
}

Json jsonOf(HeadId head) { return {{"layer", head.layer}, {"head", head.head}}; }

std::string noteFrom(const JsonValue& value) {
  std::string note = value.text();
  if (note.size() > kLongestNote) value.fail("at most " + std::to_string(kLongestNote) + " bytes");
  return note;
}

/// Notes say of which attention their head is where that is not the usual one.
Json jsonOf(const std::pair<const HeadId, std::string>& note) {
  Json json = jsonOf(note.first);
  if (note.first.attention != AttentionType::Self) json["attention"] = nameOf(attentionNames(), note.first.attention);
  json["note"] = note.second;
  return json;
}

std::pair<HeadId, std::string> headNoteFrom(const JsonValue& value) {
  const auto attention = value.find("attention");
  const HeadId head = headFrom(value).of(attention ? oneOf(*attention, attentionNames()) : AttentionType::Self);
  const JsonValue note = value.at("note");
  std::string text = noteFrom(note);
  if (text.empty()) note.fail("a text");
  return {head, std::move(text)};
}

Json jsonOf(RunId run) {
  Json json = {{"model", run.model + 1}, {"text", run.text == 0 ? "A" : "B"}};
  if (run.changed) json["changed"] = true;
  return json;
}

RunId runFrom(const JsonValue& value) {
  const auto changed = value.find("changed");
  return {static_cast<int>(whole(value.at("model"), 1, 2)) - 1, oneOf(value.at("text"), kTexts),
          changed && changed->flag()};
}

Json jsonOf(const QRectF& zoom) {
  return {{"first key", zoom.x()}, {"first query", zoom.y()}, {"keys", zoom.width()}, {"queries", zoom.height()}};
}

QRectF zoomFrom(const JsonValue& value) {
  const auto cells = [&value](const char* key) {
    return value.at(key).number(0, 1e9, "a number from 0 to 1000000000");
  };
  return {cells("first key"), cells("first query"), cells("keys"), cells("queries")};
}

Json jsonOf(const TextInput& input) {
  Json json = {{"text", *input.text}};
  if (input.pair) json["second text"] = **input.pair;
  return json;
}

TextInput textFrom(const JsonValue& value) {
  TextInput input{value.at("text").text(), {}};
  if (const auto pair = value.find("second text")) input.pair = pair->text();
  return input;
}

std::string base64(const std::string& bytes) { return QByteArray::fromStdString(bytes).toBase64().toStdString(); }

std::string fromBase64(const JsonValue& value, const std::string& expected) {
  const auto decoded =
      QByteArray::fromBase64Encoding(QByteArray::fromStdString(value.text()), QByteArray::AbortOnBase64DecodingErrors);
  if (!decoded) value.fail(expected + " in base 64");
  return decoded.decoded.toStdString();
}

Json jsonOf(const KeptImage& image) {
  return {{"file", image.path}, {"smaller copy", image.smaller}, {"picture", base64(*image.copy)}};
}

KeptImage imageFrom(const JsonValue& value) {
  const JsonValue picture = value.at("picture");
  return imageFromCopy(value.at("file").text(), fromBase64(picture, "a picture"), value.at("smaller copy").flag(),
                       picture.place());
}

Json jsonOf(const KeptSound& sound) {
  return {{"file", sound.path}, {"lesser copy", sound.lesser}, {"wav", base64(*sound.copy)}};
}

KeptSound soundFrom(const JsonValue& value) {
  const JsonValue wav = value.at("wav");
  return soundFromCopy(value.at("file").text(), fromBase64(wav, "a sound"), value.at("lesser copy").flag(),
                       wav.place());
}

Json jsonOf(const PanelLens& lens) {
  Json json = {{"kind", nameOf(lensNames(), lens.kind)}};
  if (lens.kind == PanelLens::Kind::WithoutSpecials) json["renormalise"] = lens.renormalise;
  if (lens.kind == PanelLens::Kind::Threshold) json["threshold"] = lens.threshold;
  if (lens.kind == PanelLens::Kind::Far) json["distance"] = lens.distance;
  if (lens.kind == PanelLens::Kind::Top) json["count"] = lens.count;
  if (lens.kind == PanelLens::Kind::Spans) {
    json["spans"] = Json::array();
    for (const auto& [begin, end] : lens.spans) json["spans"].push_back({{"begin", begin}, {"end", end}});
  }
  return json;
}

PanelLens lensFrom(const JsonValue& value) {
  PanelLens lens;
  lens.kind = oneOf(value.at("kind"), lensNames());
  if (lens.kind == PanelLens::Kind::WithoutSpecials) lens.renormalise = value.at("renormalise").flag();
  if (lens.kind == PanelLens::Kind::Threshold) lens.threshold = share(value.at("threshold"));
  if (lens.kind == PanelLens::Kind::Far)
    lens.distance = static_cast<Index>(whole(value.at("distance"), 1, 1'000'000'000));
  if (lens.kind == PanelLens::Kind::Top) lens.count = static_cast<int>(whole(value.at("count"), 1, 1'000'000));
  if (lens.kind == PanelLens::Kind::Spans) {
    std::int64_t free = 0;  // Ascending, not overlapping.
    for (const JsonValue& span : value.at("spans").list("a list", kMostSpans)) {
      const auto begin = whole(span.at("begin"), free, kMostTokens);
      free = whole(span.at("end"), begin + 1, kMostTokens);
      lens.spans.emplace_back(static_cast<Index>(begin), static_cast<Index>(free));
    }
  }
  return lens;
}

Json jsonOf(const PanelState& panel) {
  Json json = {{"kind", nameOf(kindNames(), panel.kind)}};
  json["source"] = jsonOf(panel.source);
  if (panel.attention != AttentionType::Self) json["attention"] = nameOf(attentionNames(), panel.attention);
  if (panel.method != Method::Raw) json["method"] = nameOf(methodNames(), panel.method);
  if (panel.pinned) json["head"] = jsonOf(*panel.pinned);
  if (!panel.heads.empty()) {
    json["heads"] = Json::array();
    for (const HeadId head : panel.heads) json["heads"].push_back(jsonOf(head));
    json["heads as"] = nameOf(kUses, panel.use);
  }
  if (panel.minus) {
    json["minus"] = {{"source", jsonOf(panel.minus->source)}};
    if (panel.minus->head) json["minus"]["head"] = jsonOf(*panel.minus->head);
  }
  json["scale"] = nameOf(kScales, panel.scale);
  if (panel.range) json["scale up to"] = nameOf(kRanges, *panel.range);
  json["sinks apart"] = panel.sinksApart;
  json["threshold"] = panel.threshold;
  json["whole layer"] = panel.wholeLayer;
  json["direction"] = nameOf(kDirections, panel.direction);
  json["flow"] = nameOf(kFlows, panel.flow);
  if (panel.experts != ExpertsPicture::Grid) json["experts"] = nameOf(kExperts, panel.experts);
  if (panel.expert) json["expert"] = {{"layer", panel.expert->layer}, {"expert", panel.expert->head}};
  if (panel.picture) json["picture"] = *panel.picture;
  if (panel.smooth) json["smooth"] = true;
  json["lenses"] = Json::array();
  for (const PanelLens& lens : panel.lenses) json["lenses"].push_back(jsonOf(lens));
  json["linked"] = panel.linked;
  if (!panel.zoom.isNull()) json["zoom"] = jsonOf(panel.zoom);
  if (!panel.note.empty()) json["note"] = panel.note;
  return json;
}

Json jsonOf(const Change& change) { return {{"what", textOf(change.what)}, {"on", change.on}}; }

Change changeFrom(const JsonValue& value) {
  const JsonValue what = value.at("what");
  std::vector<Intervention> read;
  try {
    read = parseInterventions(what.text());
  } catch (const Error& error) {
    throw Error(what.place() + ": " + error.what());
  }
  if (read.size() != 1) what.fail("one change");
  return {std::move(read.front()), value.at("on").flag()};
}

/// A reading that the session has.
RunId sourceFrom(const JsonValue& value, const WorkspaceState& state) {
  const RunId run = runFrom(value);
  if (!hasRun(state, run)) value.fail("a model, a text and changes that the session has");
  return run;
}

PanelState panelFrom(const JsonValue& value, const WorkspaceState& state) {
  PanelState panel;
  panel.kind = oneOf(value.at("kind"), kindNames());
  if (const auto source = value.find("source")) panel.source = sourceFrom(*source, state);
  if (const auto attention = value.find("attention")) panel.attention = oneOf(*attention, attentionNames());
  if (const auto method = value.find("method")) panel.method = oneOf(*method, methodNames());
  if (const auto head = value.find("head")) panel.pinned = headFrom(*head);
  if (const auto heads = value.find("heads")) {
    for (const JsonValue& head : heads->list("a list", kMostHeads)) panel.heads.push_back(headFrom(head));
    panel.use = oneOf(value.at("heads as"), kUses);
  }
  if (const auto minus = value.find("minus")) {
    panel.minus = PanelMinus{sourceFrom(minus->at("source"), state), {}};
    if (const auto head = minus->find("head")) panel.minus->head = headFrom(*head);
  }
  panel.scale = oneOf(value.at("scale"), kScales);
  if (const auto range = value.find("scale up to")) panel.range = oneOf(*range, kRanges);
  panel.sinksApart = value.at("sinks apart").flag();
  panel.threshold = share(value.at("threshold"));
  panel.wholeLayer = value.at("whole layer").flag();
  if (const auto direction = value.find("direction")) panel.direction = oneOf(*direction, kDirections);
  if (const auto flow = value.find("flow")) panel.flow = oneOf(*flow, kFlows);
  if (const auto experts = value.find("experts")) panel.experts = oneOf(*experts, kExperts);
  if (const auto expert = value.find("expert"))
    panel.expert = HeadId{static_cast<int>(whole(expert->at("layer"), 0, 9999)),
                          static_cast<int>(whole(expert->at("expert"), 0, 999999))};
  if (const auto picture = value.find("picture")) panel.picture = static_cast<int>(whole(*picture, 0, 9999));
  if (const auto smooth = value.find("smooth")) panel.smooth = smooth->flag();
  for (const JsonValue& lens : value.at("lenses").list("a list", kMostLenses)) panel.lenses.push_back(lensFrom(lens));
  if (const auto linked = value.find("linked")) panel.linked = linked->flag();
  if (const auto zoom = value.find("zoom")) panel.zoom = zoomFrom(*zoom);
  if (const auto note = value.find("note")) panel.note = noteFrom(*note);
  return panel;
}

Json jsonOf(const StatisticsView& view) {
  Json json = {{"file", view.file.string()}, {"picture", view.picture}, {"metric", view.metric}};
  if (!view.across.empty()) json["across"] = view.across;
  if (view.head) json["head"] = *view.head;
  if (view.step) json["step"] = *view.step;
  return json;
}

Json jsonOf(const DeckSlide& slide) {
  Json json = {{"title", slide.title}, {"sentence", slide.sentence}, {"session", Json::parse(*slide.session)}};
  if (slide.statistics) json["statistics"] = jsonOf(*slide.statistics);
  return json;
}

std::vector<ModelLocation> builtInOrNone() {
  try {
    return builtInModels();
  } catch (const Error&) {
    return {};
  }
}

std::filesystem::path folderFrom(const std::string& text, const std::string& name) {
  if (!text.empty()) return text;
  for (const ModelLocation& place : builtInOrNone())
    if (place.name == name) return absolutePath(place.folder);
  return {};
}

[[noreturn]] void tooLong(const std::string& name, std::uintmax_t bytes, std::size_t most = kMostSessionBytes) {
  throw Error(Words::tr("%1: expected a session of at most %2 MiB, found %3 bytes")
                  .arg(QString::fromStdString(name))
                  .arg(most >> 20)
                  .arg(bytes)
                  .toStdString());
}

[[noreturn]] void notJson(const std::string& name) {
  throw Error(Words::tr("%1: expected a session, found something that is not JSON")
                  .arg(QString::fromStdString(name))
                  .toStdString());
}

nlohmann::json parsed(std::string_view json, const std::string& name) {
  if (json.size() > kMostSessionBytes) tooLong(name, json.size());
  std::size_t values = 0;
  try {
    return nlohmann::json::parse(json, [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
      if (depth > kMostDepth) throw Error(name + ": expected a session, found JSON that is nested too deep");
      if (++values > kMostValues)
        throw Error(name + ": expected a session of at most " + std::to_string(kMostValues) + " values, found more");
      return true;
    });
  } catch (const Json::exception&) {
    notJson(name);
  }
}

Session sessionFrom(const JsonValue& value);

StatisticsView statisticsFrom(const JsonValue& value) {
  StatisticsView view{value.at("file").text(), value.at("picture").text(), value.at("metric").text(), {}};
  const std::set<std::string> pictures = {"scatter", "metric", "card", "curves", "steps"};
  if (!pictures.contains(view.picture))
    value.at("picture").fail("\"scatter\", \"metric\", \"card\", \"curves\" or \"steps\"");
  if (const auto across = value.find("across")) view.across = across->text();
  const auto number = [&](const char* name) -> std::optional<std::size_t> {
    const auto found = value.find(name);
    return found ? std::optional(static_cast<std::size_t>(whole(*found, 0, 1'000'000))) : std::nullopt;
  };
  view.head = number("head");
  view.step = number("step");
  return view;
}

/// A slide's session is read to know that it can be shown, and kept as this version writes it; it has no deck of its
/// own.
DeckSlide slideFrom(const JsonValue& value) {
  const JsonValue session = value.at("session");
  if (session.find("deck")) session.fail("a session without a deck");
  DeckSlide slide{value.at("title").text(), value.at("sentence").text(), sessionText(sessionFrom(session))};
  if (const auto statistics = value.find("statistics")) slide.statistics = statisticsFrom(*statistics);
  return slide;
}

Session sessionFrom(const JsonValue& value) {
  if (!value.value().is_object() || !value.value().contains(kMark))
    throw Error(value.place() + ": expected a session, found other JSON");
  if (const auto version = whole(value.at(kMark), 1, 1'000'000); version > kSessionVersion)
    throw Error(Words::tr("%1: expected a session of version %2 or older, found version %3 of a newer Headlight")
                    .arg(QString::fromStdString(value.place()))
                    .arg(kSessionVersion)
                    .arg(version)
                    .toStdString());
  Session session;
  WorkspaceState& state = session.state;
  const JsonValue model = value.at("model");
  session.modelName = model.at("name").text();
  session.fingerprint = model.at("fingerprint").text();
  state.model = folderFrom(model.at("folder").text(), session.modelName);
  if (const auto other = value.find("other model")) {
    session.otherModelName = other->at("name").text();
    session.otherFingerprint = other->at("fingerprint").text();
    state.otherModel = folderFrom(other->at("folder").text(), session.otherModelName);
  }
  state.text = value.at("text").text();
  if (const auto pair = value.find("second text")) state.pair = pair->text();
  if (const auto said = value.find("conversation")) {
    state.conversation = conversationOfJson(said->text(), said->place());
    if (turnsOf(*state.conversation).size() > kMostTurns)
      said->fail("a conversation of at most " + std::to_string(kMostTurns) + " turns");
  }
  if (const auto continuation = value.find("continuation")) {
    std::vector<std::int64_t> ids;
    for (const JsonValue& id : continuation->list("a list", kMostTokens)) ids.push_back(whole(id, 0, 1'000'000'000));
    state.continuation = std::move(ids);
  }
  if (const auto other = value.find("other text")) state.otherText = textFrom(*other);
  if (const auto ids = value.find("token ids")) state.ids = ids->text();
  // Before texts could have pictures there was the one of a vision model.
  if (const auto image = value.find("image")) state.pictures.push_back(imageFrom(*image));
  if (const auto pictures = value.find("pictures"))
    for (const JsonValue& picture : pictures->list("a list", kMostPictures))
      state.pictures.push_back(imageFrom(picture));
  if (const auto sound = value.find("sound")) state.sound = soundFrom(*sound);
  if (const auto changes = value.find("changes"))
    for (const JsonValue& change : changes->list("a list", kMostChanges)) state.changes.push_back(changeFrom(change));
  // Sessions of before the window could show them all showed the model as it is.
  const auto shows = value.find("shows changes");
  state.showsChanges = shows ? shows->flag() : state.changes.empty();
  state.head = headFrom(value.at("head"));
  if (const auto token = value.find("token")) state.token = static_cast<Index>(whole(*token, 0, kMostTokens));
  if (const auto atlas = value.find("atlas")) {
    state.atlas.filter = atlas->at("filter").text();
    if (const auto like = atlas->find("like")) state.atlas.like = headFrom(*like);
    if (const auto by = atlas->find("by")) {
      const std::string name = by->text();
      if (name != "label" && std::none_of(headColumns().begin(), headColumns().end(),
                                          [&name](const HeadColumn& column) { return column.name == name; }))
        by->fail("\"label\" or a metric of heads");
      if (!state.atlas.like) state.atlas.by = name;
    }
  }
  const JsonValue panels = value.at("panels");
  for (const JsonValue& panel : panels.list("a list", kMostPanels)) state.panels.push_back(panelFrom(panel, state));
  if (state.panels.empty()) panels.fail("at least one panel");
  if (const auto notes = value.find("head notes"))
    for (const JsonValue& note : notes->list("a list", kMostNotes)) state.headNotes.insert(headNoteFrom(note));
  if (const auto slides = value.find("deck")) {
    std::vector<DeckSlide> deck;
    for (const JsonValue& slide : slides->list("a list", kMostSlides)) deck.push_back(slideFrom(slide));
    state.deck = std::move(deck);
  }
  if (const auto maximised = value.find("maximised panel"))
    state.maximised =
        static_cast<std::size_t>(whole(*maximised, 1, static_cast<std::int64_t>(state.panels.size())) - 1);
  return session;
}

}  // namespace

std::string folderInSession(const std::filesystem::path& folder) {
  if (folder.empty()) return {};
  for (const ModelLocation& place : builtInOrNone())
    if (absolutePath(place.folder) == absolutePath(folder)) return {};
  return folder.string();
}

std::string sessionText(const Session& session, std::size_t most) {
  const WorkspaceState& state = session.state;
  Json json = {{kMark, kSessionVersion}, {"program", std::string("Headlight ") + kVersion}};
  json["model"] = {
      {"name", session.modelName}, {"folder", folderInSession(state.model)}, {"fingerprint", session.fingerprint}};
  if (state.otherModel)
    json["other model"] = {{"name", session.otherModelName},
                           {"folder", folderInSession(*state.otherModel)},
                           {"fingerprint", session.otherFingerprint}};
  json["text"] = *state.text;
  if (state.pair) json["second text"] = **state.pair;
  // As a text of its own, since a tool's description may be nested deeper than a session.
  if (state.conversation) json["conversation"] = jsonOf(**state.conversation);
  if (!state.continuation->empty()) json["continuation"] = *state.continuation;
  if (state.otherText) json["other text"] = jsonOf(*state.otherText);
  if (!state.ids->empty()) json["token ids"] = *state.ids;
  for (const KeptImage& picture : state.pictures) json["pictures"].push_back(jsonOf(picture));
  if (state.sound) json["sound"] = jsonOf(*state.sound);
  for (const Change& change : state.changes) json["changes"].push_back(jsonOf(change));
  if (!state.changes.empty() || !state.showsChanges) json["shows changes"] = state.showsChanges;
  json["head"] = jsonOf(state.head);
  if (state.token) json["token"] = *state.token;
  json["atlas"] = {{"filter", state.atlas.filter}};
  if (state.atlas.like) json["atlas"]["like"] = jsonOf(*state.atlas.like);
  if (!state.atlas.by.empty()) json["atlas"]["by"] = state.atlas.by;
  json["panels"] = Json::array();
  for (const PanelState& panel : state.panels) json["panels"].push_back(jsonOf(panel));
  if (state.maximised) json["maximised panel"] = *state.maximised + 1;
  for (const auto& note : state.headNotes) json["head notes"].push_back(jsonOf(note));
  if (!state.deck->empty()) json["deck"] = Json::array();
  for (const DeckSlide& slide : *state.deck) json["deck"].push_back(jsonOf(slide));
  std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
  if (text.size() > most) tooLong("session", text.size(), most);
  return text;
}

Session readSession(std::string_view json, const std::string& name) {
  const nlohmann::json value = parsed(json, name);
  return sessionFrom({value, name});
}

Session readSessionFile(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  if (isFigureFile(file)) return readSession(sessionInFigure(file), name);
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(file, unknown);
  if (!unknown && size > kMostSessionBytes) tooLong(name, size);
  return readSession(readFile(file, kMostSessionBytes), name);
}

std::string modelFingerprint(const std::filesystem::path& path) {
  if (namesAttentionFile(path)) {
    const std::string name = storedPlace(path).file.filename().string();
    return QCryptographicHash::hash(QByteArray::fromStdString(name), QCryptographicHash::Sha256)
        .toHex()
        .left(32)
        .toStdString();
  }
  try {
    const ModelSource source = modelSourceAt(path);
    const std::string text = source.configText();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    const Checkpoint checkpoint = source.tensors({});
    for (const auto& [name, tensor] : checkpoint.tensors()) {
      const std::string line =
          name + ' ' + std::to_string(static_cast<int>(tensor.format)) + ' ' + shapeText(tensor.shape) + '\n';
      hash.addData(QByteArrayView(line.data(), static_cast<qsizetype>(line.size())));
    }
    return hash.result().toHex().left(32).toStdString();
  } catch (const Error&) {
    return {};
  }
}

}  // namespace headlight
