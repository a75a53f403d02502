#include "ui/state/session_file.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/analysis/head_table.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/version.h"
#include "core/model/model_source.h"
#include "core/intervention/grammar.h"
#include "core/io/stored_attention.h"
#include "core/model/model_locations.h"
#include "ui/export/provenance_reader.h"
#include "ui/state/words/lens_words.h"
#include "ui/state/panel_kind.h"
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

const Names<PanelKind>& kindNames() {
  static const Names<PanelKind> names = [] {
    Names<PanelKind> all;
    for (const PanelKindRow& row : panelKinds()) all.emplace_back(row.kind, row.name);
    return all;
  }();
  return names;
}

const Names<Method>& methodNames() {
  static const Names<Method> names = [] {
    Names<Method> all;
    for (const MethodInfo& info : methods()) all.emplace_back(info.method, info.name.data());
    return all;
  }();
  return names;
}

const Names<HeadCombination>& useNames() {
  static const Names<HeadCombination> names = {
      {HeadCombination::Overlay, "overlay"}, {HeadCombination::Mean, "mean"}, {HeadCombination::Max, "largest"}};
  return names;
}

const Names<Direction>& directionNames() {
  static const Names<Direction> names = {{Direction::Gives, "gives"}, {Direction::Receives, "receives"}};
  return names;
}

const Names<AttentionType>& attentionNames() {
  static const Names<AttentionType> names = [] {
    Names<AttentionType> all = {{AttentionType::Self, "self"}};  // What sessions call the decoder's.
    for (const auto& [type, name] : kAttentions)
      if (type != AttentionType::Self) all.emplace_back(type, name.data());
    return all;
  }();
  return names;
}

const Names<ScaleKind>& scaleNames() {
  static const Names<ScaleKind> names = {
      {ScaleKind::Linear, "linear"}, {ScaleKind::Sqrt, "square root"}, {ScaleKind::Log, "logarithmic"}};
  return names;
}

const Names<ScaleRange>& rangeNames() {
  static const Names<ScaleRange> names = {{ScaleRange::Common, "common"}, {ScaleRange::PerHead, "head"}};
  return names;
}

const Names<FlowWeights>& flowNames() {
  static const Names<FlowWeights> names = {
      {FlowWeights::Mean, "mean"}, {FlowWeights::Head, "head"}, {FlowWeights::Rollout, "rollout"}};
  return names;
}

const Names<PanelLens::Kind>& lensNames() {
  static const Names<PanelLens::Kind> names = [] {
    Names<PanelLens::Kind> all;
    for (const LensWords& words : lensWords()) all.emplace_back(words.kind, words.inSessions);
    return all;
  }();
  return names;
}

template <class T>
const char* nameOf(const Names<T>& names, T value) {
  for (const auto& [each, name] : names)
    if (each == value) return name;
  return "";
}

/// One value of a session with its place in the file, to be read with checks.
class Reader {
 public:
  Reader(const Json& value, std::string place) : m_value(value), m_place(std::move(place)) {}

  [[noreturn]] void fail(const std::string& expected) const {
    std::string found = m_value.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (found.size() > 60) found = found.substr(0, 57) + "...";
    throw Error(m_place + ": expected " + expected + ", found " + found);
  }

  const Json& value() const { return m_value; }
  const std::string& place() const { return m_place; }

  Reader at(const std::string& key) const {
    if (!m_value.is_object()) fail("an object");
    const auto found = m_value.find(key);
    if (found == m_value.end()) throw Error(m_place + ": expected \"" + key + "\", found none");
    return {*found, m_place + ", " + key};
  }
  bool has(const std::string& key) const {
    if (!m_value.is_object()) fail("an object");
    const auto found = m_value.find(key);
    return found != m_value.end() && !found->is_null();
  }

  std::vector<Reader> list(std::size_t most) const {
    if (!m_value.is_array() || m_value.size() > most) fail("a list of at most " + std::to_string(most));
    std::vector<Reader> entries;
    for (std::size_t i = 0; i < m_value.size(); ++i)
      entries.emplace_back(m_value[i], m_place + " " + std::to_string(i + 1));
    return entries;
  }

  std::string text() const {
    if (!m_value.is_string()) fail("a text");
    return m_value.get<std::string>();
  }
  bool yes() const {
    if (!m_value.is_boolean()) fail("true or false");
    return m_value.get<bool>();
  }
  std::int64_t whole(std::int64_t least, std::int64_t most) const {
    const bool fits = m_value.is_number_integer() && !(m_value.is_number_unsigned() &&
                                                       m_value.get<std::uint64_t>() > static_cast<std::uint64_t>(most));
    if (!fits || m_value.get<std::int64_t>() < least || m_value.get<std::int64_t>() > most)
      fail("a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return m_value.get<std::int64_t>();
  }
  double share() const {
    if (!m_value.is_number() || !(m_value.get<double>() >= 0 && m_value.get<double>() <= 1))
      fail("a number from 0 to 1");
    return m_value.get<double>();
  }
  template <class T>
  T oneOf(const Names<T>& names) const {
    std::string known;
    for (const auto& [value, name] : names) {
      if (m_value.is_string() && m_value.get<std::string>() == name) return value;
      known += (known.empty() ? "\"" : ", \"") + std::string(name) + "\"";
    }
    fail("one of " + known);
  }
  double number(double least, double most) const {
    if (!m_value.is_number() || !(m_value.get<double>() >= least && m_value.get<double>() <= most))
      fail("a number from " + std::to_string(static_cast<long long>(least)) + " to " +
           std::to_string(static_cast<long long>(most)));
    return m_value.get<double>();
  }
  HeadId head() const {
    return {static_cast<int>(at("layer").whole(0, 9999)), static_cast<int>(at("head").whole(0, 9999))};
  }

 private:
  const Json& m_value;
  std::string m_place;
};

std::string fileText(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n'; }

Json jsonOf(HeadId head) { return {{"layer", head.layer}, {"head", head.head}}; }

Json jsonOf(RunId run) {
  Json json = {{"model", run.model + 1}, {"text", run.text == 0 ? "A" : "B"}};
  if (run.changed) json["changed"] = true;
  return json;
}

RunId runFrom(const Reader& reader) {
  static const Names<int> texts = {{0, "A"}, {1, "B"}};
  return {static_cast<int>(reader.at("model").whole(1, 2)) - 1, reader.at("text").oneOf(texts),
          reader.has("changed") && reader.at("changed").yes()};
}

Json jsonOf(const QRectF& zoom) {
  return {{"first key", zoom.x()}, {"first query", zoom.y()}, {"keys", zoom.width()}, {"queries", zoom.height()}};
}

QRectF zoomFrom(const Reader& reader) {
  constexpr double kMost = 1e9;
  return {reader.at("first key").number(0, kMost), reader.at("first query").number(0, kMost),
          reader.at("keys").number(0, kMost), reader.at("queries").number(0, kMost)};
}

Json jsonOf(const TextInput& input) {
  Json json = {{"text", *input.text}};
  if (input.pair) json["second text"] = **input.pair;
  return json;
}

TextInput textFrom(const Reader& reader) {
  TextInput input{reader.at("text").text(), {}};
  if (reader.has("second text")) input.pair = reader.at("second text").text();
  return input;
}

Json jsonOf(const KeptImage& image) {
  const QByteArray copy = QByteArray::fromStdString(*image.copy).toBase64();
  return {{"file", image.path}, {"smaller copy", image.smaller}, {"picture", copy.toStdString()}};
}

KeptImage imageFrom(const Reader& reader) {
  const Reader picture = reader.at("picture");
  const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromStdString(picture.text()),
                                                      QByteArray::AbortOnBase64DecodingErrors);
  if (!decoded) picture.fail("a picture in base 64");
  return imageFromCopy(reader.at("file").text(), decoded.decoded.toStdString(), reader.at("smaller copy").yes(),
                       picture.place());
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

PanelLens lensFrom(const Reader& reader) {
  PanelLens lens;
  lens.kind = reader.at("kind").oneOf(lensNames());
  if (lens.kind == PanelLens::Kind::WithoutSpecials) lens.renormalise = reader.at("renormalise").yes();
  if (lens.kind == PanelLens::Kind::Threshold) lens.threshold = reader.at("threshold").share();
  if (lens.kind == PanelLens::Kind::Far)
    lens.distance = static_cast<Index>(reader.at("distance").whole(1, 1'000'000'000));
  if (lens.kind == PanelLens::Kind::Top) lens.count = static_cast<int>(reader.at("count").whole(1, 1'000'000));
  if (lens.kind == PanelLens::Kind::Spans) {
    std::int64_t free = 0;  // Ascending, not overlapping.
    for (const Reader& span : reader.at("spans").list(kMostSpans)) {
      const auto begin = span.at("begin").whole(free, kMostTokens);
      free = span.at("end").whole(begin + 1, kMostTokens);
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
    json["heads as"] = nameOf(useNames(), panel.use);
  }
  if (panel.minus) {
    json["minus"] = {{"source", jsonOf(panel.minus->source)}};
    if (panel.minus->head) json["minus"]["head"] = jsonOf(*panel.minus->head);
  }
  json["scale"] = nameOf(scaleNames(), panel.scale);
  if (panel.range) json["scale up to"] = nameOf(rangeNames(), *panel.range);
  json["sinks apart"] = panel.sinksApart;
  json["threshold"] = panel.threshold;
  json["whole layer"] = panel.wholeLayer;
  json["direction"] = nameOf(directionNames(), panel.direction);
  json["flow"] = nameOf(flowNames(), panel.flow);
  json["lenses"] = Json::array();
  for (const PanelLens& lens : panel.lenses) json["lenses"].push_back(jsonOf(lens));
  json["linked"] = panel.linked;
  if (!panel.zoom.isNull()) json["zoom"] = jsonOf(panel.zoom);
  return json;
}

Json jsonOf(const Change& change) { return {{"what", textOf(change.what)}, {"on", change.on}}; }

Change changeFrom(const Reader& reader) {
  const Reader what = reader.at("what");
  std::vector<Intervention> read;
  try {
    read = parseInterventions(what.text());
  } catch (const Error& error) {
    throw Error(what.place() + ": " + error.what());
  }
  if (read.size() != 1) what.fail("one change");
  return {std::move(read.front()), reader.at("on").yes()};
}

/// A reading that the session has.
RunId sourceFrom(const Reader& reader, const WorkspaceState& state) {
  const RunId run = runFrom(reader);
  if (!hasRun(state, run)) reader.fail("a model, a text and changes that the session has");
  return run;
}

PanelState panelFrom(const Reader& reader, const WorkspaceState& state) {
  PanelState panel;
  panel.kind = reader.at("kind").oneOf(kindNames());
  if (reader.has("source")) panel.source = sourceFrom(reader.at("source"), state);
  if (reader.has("attention")) panel.attention = reader.at("attention").oneOf(attentionNames());
  if (reader.has("method")) panel.method = reader.at("method").oneOf(methodNames());
  if (reader.has("head")) panel.pinned = reader.at("head").head();
  if (reader.has("heads")) {
    for (const Reader& head : reader.at("heads").list(kMostHeads)) panel.heads.push_back(head.head());
    panel.use = reader.at("heads as").oneOf(useNames());
  }
  if (reader.has("minus")) {
    const Reader minus = reader.at("minus");
    panel.minus = PanelMinus{sourceFrom(minus.at("source"), state), {}};
    if (minus.has("head")) panel.minus->head = minus.at("head").head();
  }
  panel.scale = reader.at("scale").oneOf(scaleNames());
  if (reader.has("scale up to")) panel.range = reader.at("scale up to").oneOf(rangeNames());
  panel.sinksApart = reader.at("sinks apart").yes();
  panel.threshold = reader.at("threshold").share();
  panel.wholeLayer = reader.at("whole layer").yes();
  if (reader.has("direction")) panel.direction = reader.at("direction").oneOf(directionNames());
  if (reader.has("flow")) panel.flow = reader.at("flow").oneOf(flowNames());
  for (const Reader& lens : reader.at("lenses").list(kMostLenses)) panel.lenses.push_back(lensFrom(lens));
  if (reader.has("linked")) panel.linked = reader.at("linked").yes();
  if (reader.has("zoom")) panel.zoom = zoomFrom(reader.at("zoom"));
  return panel;
}

Json jsonOf(const DeckSlide& slide) {
  return {{"title", slide.title}, {"sentence", slide.sentence}, {"session", Json::parse(*slide.session)}};
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

Json parsed(std::string_view json, const std::string& name) {
  if (json.size() > kMostSessionBytes) tooLong(name, json.size());
  std::size_t values = 0;
  try {
    return Json::parse(json, [&](int depth, Json::parse_event_t, Json&) {
      if (depth > kMostDepth) throw Error(name + ": expected a session, found JSON that is nested too deep");
      if (++values > kMostValues)
        throw Error(name + ": expected a session of at most " + std::to_string(kMostValues) + " values, found more");
      return true;
    });
  } catch (const Json::exception&) {
    throw Error(Words::tr("%1: expected a session, found something that is not JSON")
                    .arg(QString::fromStdString(name))
                    .toStdString());
  }
}

Session sessionFrom(const Json& value, const std::string& name);

/// A slide's session is read once to know that it can be shown; it has no deck of its own.
DeckSlide slideFrom(const Reader& reader) {
  DeckSlide slide{reader.at("title").text(), reader.at("sentence").text(), {}};
  const Reader session = reader.at("session");
  if (session.has("deck")) session.fail("a session without a deck");
  sessionFrom(session.value(), session.place());
  slide.session = fileText(session.value());
  return slide;
}

Session sessionFrom(const Json& value, const std::string& name) {
  if (!value.is_object() || !value.contains(kMark)) throw Error(name + ": expected a session, found other JSON");
  const Reader reader(value, name);
  if (const auto version = reader.at(kMark).whole(1, 1'000'000); version > kSessionVersion)
    throw Error(Words::tr("%1: expected a session of version %2 or older, found version %3 of a newer Headlight")
                    .arg(QString::fromStdString(name))
                    .arg(kSessionVersion)
                    .arg(version)
                    .toStdString());
  Session session;
  const Reader model = reader.at("model");
  session.modelName = model.at("name").text();
  session.fingerprint = model.at("fingerprint").text();
  session.state.model = folderFrom(model.at("folder").text(), session.modelName);
  if (reader.has("other model")) {
    const Reader other = reader.at("other model");
    session.otherModelName = other.at("name").text();
    session.otherFingerprint = other.at("fingerprint").text();
    session.state.otherModel = folderFrom(other.at("folder").text(), session.otherModelName);
  }
  session.state.text = reader.at("text").text();
  if (reader.has("second text")) session.state.pair = reader.at("second text").text();
  if (reader.has("continuation")) {
    std::vector<std::int64_t> ids;
    for (const Reader& id : reader.at("continuation").list(kMostTokens)) ids.push_back(id.whole(0, 1'000'000'000));
    session.state.continuation = std::move(ids);
  }
  if (reader.has("other text")) session.state.otherText = textFrom(reader.at("other text"));
  if (reader.has("token ids")) session.state.ids = reader.at("token ids").text();
  if (reader.has("image")) session.state.image = imageFrom(reader.at("image"));
  if (reader.has("changes"))
    for (const Reader& change : reader.at("changes").list(kMostChanges))
      session.state.changes.push_back(changeFrom(change));
  // Sessions of before the window could show them all showed the model as it is.
  session.state.showsChanges =
      reader.has("shows changes") ? reader.at("shows changes").yes() : session.state.changes.empty();
  session.state.head = reader.at("head").head();
  if (reader.has("token")) session.state.token = static_cast<Index>(reader.at("token").whole(0, kMostTokens));
  if (reader.has("atlas")) {
    const Reader atlas = reader.at("atlas");
    session.state.atlas.filter = atlas.at("filter").text();
    if (atlas.has("like")) session.state.atlas.like = atlas.at("like").head();
    if (atlas.has("by")) {
      const std::string by = atlas.at("by").text();
      if (by != "label" && std::none_of(headColumns().begin(), headColumns().end(),
                                        [&by](const HeadColumn& column) { return column.name == by; }))
        atlas.at("by").fail("\"label\" or a metric of heads");
      if (!session.state.atlas.like) session.state.atlas.by = by;
    }
  }
  const Reader panels = reader.at("panels");
  for (const Reader& panel : panels.list(kMostPanels)) session.state.panels.push_back(panelFrom(panel, session.state));
  if (session.state.panels.empty()) panels.fail("at least one panel");
  if (reader.has("deck")) {
    std::vector<DeckSlide> deck;
    for (const Reader& slide : reader.at("deck").list(kMostSlides)) deck.push_back(slideFrom(slide));
    session.state.deck = std::move(deck);
  }
  if (reader.has("maximised panel"))
    session.state.maximised = static_cast<std::size_t>(
        reader.at("maximised panel").whole(1, static_cast<std::int64_t>(session.state.panels.size())) - 1);
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
  if (!state.continuation->empty()) json["continuation"] = *state.continuation;
  if (state.otherText) json["other text"] = jsonOf(*state.otherText);
  if (!state.ids->empty()) json["token ids"] = *state.ids;
  if (state.image) json["image"] = jsonOf(*state.image);
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
  if (!state.deck->empty()) json["deck"] = Json::array();
  for (const DeckSlide& slide : *state.deck) json["deck"].push_back(jsonOf(slide));
  std::string text = fileText(json);
  if (text.size() > most) tooLong("session", text.size(), most);
  return text;
}

Session readSession(std::string_view json, const std::string& name) { return sessionFrom(parsed(json, name), name); }
Session readSessionFile(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  if (isFigureFile(file)) return readSession(sessionInFigure(file), name);
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(file, unknown);
  if (!unknown && size > kMostSessionBytes) tooLong(name, size);
  return readSession(readFile(file, kMostSessionBytes), name);
}

std::string modelFingerprint(const std::filesystem::path& path) {
  if (const std::filesystem::path file = storedPlace(path).file; isFile(file))
    return QCryptographicHash::hash(QByteArray::fromStdString(file.filename().string()), QCryptographicHash::Sha256)
        .toHex()
        .left(32)
        .toStdString();
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
