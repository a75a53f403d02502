#include "core/io/stored_attention.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json_depth.h"
#include "core/checkpoint/memory_map.h"
#include "core/checkpoint/safetensors.h"
#include "core/io/npz_reader.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kMostLayers = 4096, kMostDepth = 8;
constexpr std::size_t kMostJson = 64u << 20, kMostAnswers = 1000;
constexpr const char* kParts[] = {"", "decoder", "encoder", "cross"};

/// What a file holds, whichever kind it is.
struct Contents {
  std::string place;
  TensorTable tensors;
  std::map<std::string, std::vector<std::string>, std::less<>> texts;
  std::map<std::string, std::string> metadata;
};

bool isNumpy(const fs::path& file) { return file.extension() == ".npz"; }

Contents contentsOf(const fs::path& file) {
  Contents contents;
  contents.place = "'" + file.string() + "'";
  if (isNumpy(file)) {
    NumpyArrays arrays = readNpz(file);
    contents.tensors = std::move(arrays.tensors);
    contents.texts = std::move(arrays.texts);
  } else {
    contents.tensors = readSafetensors(file);
    contents.metadata = safetensorsMetadata(file);
  }
  return contents;
}

/// "cross" → "cross_"
std::string prefixOf(const std::string& part) { return part.empty() ? part : part + "_"; }

bool begins(const TensorTable& tensors, const std::string& name) {
  const auto at = tensors.lower_bound(name);
  return at != tensors.end() && at->first.starts_with(name);
}
bool hasWeights(const TensorTable& tensors, const std::string& part) {
  return begins(tensors, prefixOf(part) + "attentions");
}
bool hasScores(const TensorTable& tensors, const std::string& part) {
  return begins(tensors, prefixOf(part) + "queries.") && begins(tensors, prefixOf(part) + "keys.");
}

/// Layer → the tensor `name`.L or `name`_L.
std::map<int, StoredTensor> layersNamed(const Contents& from, const std::string& name) {
  std::map<int, StoredTensor> layers;
  for (auto at = from.tensors.lower_bound(name); at != from.tensors.end() && at->first.starts_with(name); ++at) {
    const std::string_view rest = std::string_view(at->first).substr(name.size());
    const bool numbered = rest.size() > 1 && rest.size() < 6 && (rest[0] == '.' || rest[0] == '_') &&
                          rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
    if (!numbered) continue;
    const int layer = std::stoi(std::string(rest.substr(1)));
    if (layer >= kMostLayers || !layers.emplace(layer, at->second).second)
      throw Error(from.place + ": tensor '" + at->first + "': expected each of at most " + std::to_string(kMostLayers) +
                  " layers once");
  }
  return layers;
}

[[noreturn]] void wrongShape(const Contents& from, const std::string& name, const std::string& expected,
                             const Shape& found) {
  throw Error(from.place + ": tensor '" + name + "': expected " + expected + ", the file has " + shapeText(found));
}

/// `tensor` without axes of one before the last three: [a, b, c].
StoredTensor threeAxes(const Contents& from, const std::string& name, StoredTensor tensor, const char* expected) {
  while (tensor.shape.size() > 3 && tensor.shape.front() == 1) tensor.shape.erase(tensor.shape.begin());
  if (tensor.shape.size() > 3 && tensor.shape.size() <= 4)
    wrongShape(from, name, std::string(expected) + " or a batch of one of it (save one text of a batch)", tensor.shape);
  if (tensor.shape.size() == 2) tensor.shape.insert(tensor.shape.begin(), 1);
  if (tensor.shape.size() != 3 || *std::min_element(tensor.shape.begin(), tensor.shape.end()) < 1)
    wrongShape(from, name, expected, tensor.shape);
  if (!isFloating(tensor.format))
    throw Error(from.place + ": tensor '" + name + "': expected real numbers, the file has " +
                std::string(nameOf(tensor.format)));
  return tensor;
}

/// Part `i` of `count` along the first axis.
StoredTensor slice(const StoredTensor& tensor, std::int64_t i) {
  StoredTensor part = tensor;
  const std::size_t each = tensor.bytes.size() / static_cast<std::size_t>(tensor.shape[0]);
  part.shape.erase(part.shape.begin());
  part.bytes = tensor.bytes.subspan(static_cast<std::size_t>(i) * each, each);
  return part;
}

/// The layers of KIND, one tensor for all or one for each.
std::map<int, StoredTensor> weightLayers(const Contents& from, const std::string& name) {
  constexpr const char* kExpected = "[heads, queries, keys]";
  const auto whole = from.tensors.find(name);
  std::map<int, StoredTensor> layers;
  if (whole == from.tensors.end()) {
    for (auto& [layer, tensor] : layersNamed(from, name))
      layers.emplace(layer, threeAxes(from, name + "." + std::to_string(layer), std::move(tensor), kExpected));
    return layers;
  }
  StoredTensor all = whole->second;
  Shape& shape = all.shape;
  // A batch stands before everything, or behind the layers.
  if (shape.size() == 5 && shape[0] == 1) shape.erase(shape.begin());
  if (shape.size() == 5 && shape[1] == 1) shape.erase(shape.begin() + 1);
  if (shape.size() != 4) {
    layers.emplace(0, threeAxes(from, name, all, "[layers, heads, queries, keys] (a batch of one)"));
    return layers;
  }
  if (*std::min_element(shape.begin(), shape.end()) < 1 || shape[0] > kMostLayers)
    wrongShape(from, name, "[layers, heads, queries, keys]", shape);
  for (std::int64_t i = 0; i < shape[0]; ++i)
    layers.emplace(static_cast<int>(i), threeAxes(from, name, slice(all, i), kExpected));
  return layers;
}

/// The JSON object "headlight" of a file, and what it says, each member checked.
class Notes {
 public:
  explicit Notes(const Contents& from) : m_place(from.place + ": headlight") {
    std::string text;
    if (const auto found = from.metadata.find("headlight"); found != from.metadata.end()) text = found->second;
    if (const auto found = from.texts.find("headlight"); found != from.texts.end() && !found->second.empty())
      text = found->second.front();
    if (const auto found = from.tensors.find("headlight"); found != from.tensors.end())
      text.assign(reinterpret_cast<const char*>(found->second.bytes.data()),
                  std::min(found->second.bytes.size(), kMostJson + 1));
    m_notes = text.empty() ? json::object() : parsed(text);
    if (!m_notes.is_object()) fail("a JSON object", m_notes);
    // What other programs write beside the tensors.
    for (const auto& [key, value] : from.metadata)
      if ((key == "tokens" || key == "text" || key == "model") && !m_notes.contains(key))
        m_notes[key] = key == "tokens" ? parsed(value) : json(value);
    for (const auto& [key, values] : from.texts)
      if (key.ends_with("tokens") && !m_notes.contains(key)) m_notes[key] = values;
  }

  std::string text(const char* key) const {
    const json* value = find(key);
    if (value && !value->is_string()) fail(std::string("a text for '") + key + "'", *value);
    return value ? value->get<std::string>() : std::string();
  }
  double number(const json& value, const std::string& what, double least, double most) const {
    if (!value.is_number() || !(value.get<double>() >= least && value.get<double>() <= most)) fail(what, value);
    return value.get<double>();
  }
  std::vector<std::string> texts(const std::string& key) const {
    std::vector<std::string> all;
    if (const json* value = find(key)) {
      if (!value->is_array()) fail("a list of texts for '" + key + "'", *value);
      for (const json& each : *value) {
        if (!each.is_string()) fail("a list of texts for '" + key + "'", each);
        all.push_back(each.get<std::string>());
      }
    }
    return all;
  }
  const json* find(const std::string& key) const {
    const auto found = m_notes.find(key);
    return found == m_notes.end() || found->is_null() ? nullptr : &*found;
  }
  [[noreturn]] void fail(const std::string& expected, const json& found) const {
    std::string text = found.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() > 60) text = text.substr(0, 57) + "...";
    throw Error(m_place + ": expected " + expected + ", found " + text);
  }

 private:
  json parsed(const std::string& text) const {
    if (text.size() > kMostJson || isNestedDeeperThan(text, kMostDepth))
      throw Error(m_place + ": expected at most 64 MiB of JSON of " + std::to_string(kMostDepth) +
                  " levels, found more");
    try {
      return json::parse(text);
    } catch (const json::exception&) {
      throw Error(m_place + ": expected JSON, found something else");
    }
  }
  std::string m_place;
  json m_notes;
};

/// As a person reads it: the marks for a space that vocabularies have become spaces.
std::string readable(std::string token) {
  for (const char* mark : {"\u0120", "\u2581"}) {  // Ġ ▁
    const std::string_view wide(mark);
    for (std::size_t at = 0; (at = token.find(wide, at)) != std::string::npos; ++at)
      token.replace(at, wide.size(), " ");
  }
  return token;
}

bool looksSpecial(const std::string& token) {
  constexpr std::string_view kSpecialNames[] = {"<s>", "</s>", "<pad>", "<bos>", "<eos>", "<mask>", "<unk>"};
  return (token.size() > 2 && token.starts_with('[') && token.ends_with(']') && token.find(' ') == std::string::npos) ||
         (token.starts_with("<|") && token.ends_with("|>")) ||
         std::find(std::begin(kSpecialNames), std::end(kSpecialNames), token) != std::end(kSpecialNames);
}

/// The text that the tokens come to.
std::string joined(const std::vector<Token>& tokens) {
  std::string text;
  for (const Token& token : tokens)
    if (!token.special) text += token.display.starts_with("##") ? token.display.substr(2) : token.display;
  return text.starts_with(' ') ? text.substr(1) : text;
}

/// Where tokens stand in `text`, as far as they are found one after the other, and which of them begin a word.
void placeIn(const std::string& text, std::vector<Token>& tokens) {
  std::size_t byte = 0, point = 0;
  std::int64_t word = -1;
  bool gap = true;
  for (Token& token : tokens) {
    if (token.special) {
      gap = true;
      continue;
    }
    std::string_view piece = token.display;
    const bool continues = piece.starts_with("##");
    if (continues) piece.remove_prefix(2);
    const bool spaced = piece.starts_with(' ');
    while (piece.starts_with(' ')) piece.remove_prefix(1);
    const std::size_t found = piece.empty() ? std::string::npos : text.find(piece, byte);
    if (found != std::string::npos) {
      gap = gap || text.find(' ', byte) < found;
      point += utf8::count(std::string_view(text).substr(byte, found - byte));
      token.range.start = static_cast<std::int64_t>(point);
      point += utf8::count(piece);
      token.range.end = static_cast<std::int64_t>(point);
      byte = found + piece.size();
    } else {
      token.range = {static_cast<std::int64_t>(point), static_cast<std::int64_t>(point)};
    }
    if (word < 0 || spaced || (gap && !continues)) ++word;
    token.word = word;
    gap = false;
  }
}

/// The first of `names` that the notes have texts for, else ids, else numbers; checked against `count`.
std::vector<Token> tokensOf(const Contents& from, const Notes& notes, std::initializer_list<const char*> names,
                            const char* idsName, std::int64_t count) {
  std::vector<Token> tokens(static_cast<std::size_t>(count));
  std::vector<std::string> texts;
  std::string used;
  for (const char* name : names)
    if (texts.empty()) {
      texts = notes.texts(name);
      used = name;
    }
  if (!texts.empty() && texts.size() != tokens.size())
    throw Error(from.place + ": '" + used + "': expected " + std::to_string(count) +
                " tokens, one for each row or column, found " + std::to_string(texts.size()));
  std::vector<std::int64_t> ids;
  if (const auto found = from.tensors.find(idsName); found != from.tensors.end()) {
    ids = integersOf(found->second, from.place + ": tensor '" + idsName + "'");
    if (ids.size() != tokens.size())
      wrongShape(from, idsName, "[" + std::to_string(count) + "] as the attention has tokens", found->second.shape);
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    token.id = ids.empty() ? static_cast<std::int64_t>(i) : ids[i];
    token.text = !texts.empty() ? texts[i] : std::to_string(token.id);
    token.display = !texts.empty() ? readable(token.text) : " " + token.text;
    token.special = looksSpecial(token.text);
    token.sequence = 0;
  }
  if (const json* special = notes.find("special")) {
    if (!special->is_array()) notes.fail("a list of numbers for 'special'", *special);
    for (Token& token : tokens) token.special = false;
    for (const json& each : *special)
      if (const double at = notes.number(each, "numbers of tokens for 'special'", 0, 1e9);
          at < static_cast<double>(tokens.size()))
        tokens[static_cast<std::size_t>(at)].special = true;
  }
  return tokens;
}

/// Whether the first rows of weights see nothing to their right.
bool looksCausal(const StoredMaps& maps) {
  const Index rows = std::min<Index>(4, maps.queries() - 1);
  if (maps.queries() != maps.keys() || rows < 1) return false;
  for (int layer = 0; layer < maps.layers(); ++layer)
    for (Index row = 0; row < rows; ++row)
      if (!maps.weights({layer, 0}, {row, row + 1, 1, maps.keys() - row - 1}).isZero(0)) return false;
  return true;
}

std::vector<StoredPrediction> predictionsOf(const Notes& notes) {
  std::vector<StoredPrediction> all;
  const json* list = notes.find("predictions");
  if (!list) return all;
  if (!list->is_array() || list->size() > kMostAnswers) notes.fail("a list for 'predictions'", *list);
  for (const json& each : *list) {
    const bool whole = each.is_object() && each.contains("title") && each["title"].is_string() &&
                       each.contains("answers") && each["answers"].is_array();
    if (!whole || each["answers"].size() > kMostAnswers) notes.fail("predictions with a title and answers", each);
    StoredPrediction prediction{each["title"].get<std::string>(), {}};
    for (const json& answer : each["answers"]) {
      if (!answer.is_object() || !answer.contains("text") || !answer["text"].is_string() ||
          !answer.contains("probability"))
        notes.fail("answers with a text and a probability", answer);
      prediction.answers.emplace_back(answer["text"].get<std::string>(),
                                      notes.number(answer["probability"], "a probability from 0 to 1", 0, 1));
    }
    all.push_back(std::move(prediction));
  }
  return all;
}

/// Layers that a file leaves out are not shown: those that there are move up, and it is said.
template <class Layer>
std::vector<Layer> inOrder(std::map<int, Layer> layers, std::vector<std::string>& remarks) {
  std::vector<Layer> all;
  std::string numbers;
  const bool gaps = layers.rbegin()->first + 1 != static_cast<int>(layers.size());
  for (auto& [number, layer] : layers) {
    numbers += (numbers.empty() ? "" : ", ") + std::to_string(number);
    all.push_back(std::move(layer));
  }
  if (gaps) remarks.push_back("The file holds only the layers " + numbers + "; they are shown as 0, 1, ….");
  return all;
}

/// "layer" is one of all; throws Error unless it looks like the first one.
void checkAlike(const Contents& from, const std::string& name, const Shape& first, const Shape& found) {
  if (first != found) wrongShape(from, name, shapeText(first) + " as the first layer has", found);
}

Visibility visibilityOf(const Notes& notes, std::size_t layer, std::size_t layers, bool causal, Index offset) {
  Visibility sees;
  sees.causal = causal;
  sees.offset = offset;
  if (const json* window = notes.find("window")) {
    if (window->is_array() && window->size() != layers) notes.fail("a window for each layer", *window);
    const double keys = notes.number(window->is_array() ? (*window)[layer] : *window, "windows from 0 on", 0, 1e12);
    if (keys >= 1) sees.before = static_cast<Index>(keys) - 1;
    if (keys >= 1 && !causal) sees.before = sees.after = static_cast<Index>(keys);
  }
  return sees;
}

}  // namespace

void StoredAttention::check() const {
  if (file) file->check();
}

StoredPlace storedPlace(const fs::path& place) {
  const std::string text = place.string();
  const std::size_t mark = text.rfind('#');
  if (mark == std::string::npos || isThere(place)) return {place, {}};
  return {text.substr(0, mark), text.substr(mark + 1)};
}

bool holdsAttention(const fs::path& place) {
  const fs::path file = storedPlace(place).file;
  if (!isFile(file)) return false;
  if (isNumpy(file)) return true;
  if (file.extension() != ".safetensors") return false;
  try {
    const TensorTable tensors = readSafetensors(file);
    return std::any_of(std::begin(kParts), std::end(kParts),
                       [&](const char* part) { return hasWeights(tensors, part) || hasScores(tensors, part); });
  } catch (const Error&) {
    return false;
  }
}

StoredAttention openStoredAttention(const fs::path& place) {
  const auto [path, wanted] = storedPlace(place);
  const Contents from = contentsOf(path);
  const Notes notes(from);
  std::vector<std::string> there;
  for (const char* each : kParts)
    if (hasScores(from.tensors, each) || hasWeights(from.tensors, each)) there.emplace_back(each);
  if (there.empty())
    throw Error(from.place + ": expected tensors 'attentions' [layers, heads, queries, keys], 'attentions.0' …, or " +
                "'queries.0' and 'keys.0' …, found " +
                (from.tensors.empty()
                     ? "no tensor"
                     : "'" + from.tensors.begin()->first + "'" + (from.tensors.size() > 1 ? " and others" : "")));
  if (!wanted.empty() && std::find(there.begin(), there.end(), wanted) == there.end())
    throw Error(from.place + ": expected " + wanted + " attention, the file has none");
  const std::string part = wanted.empty() ? there.front() : wanted;

  StoredAttention out;
  for (const std::string& other : there)
    if (other != part)
      out.remarks.push_back("The file also holds " + (other.empty() ? "other" : other) + " attention.");
  out.model = notes.text("model");
  if (out.model.empty()) out.model = path.stem().string();
  out.predictions = predictionsOf(notes);

  const auto tokens = [&, &path = path](std::int64_t queries, std::int64_t keys) {
    const bool cross = part == "cross";
    std::vector<Token> k = part == "decoder"
                               ? tokensOf(from, notes, {"decoder_tokens", "tokens"}, "decoder_input_ids", keys)
                           : cross ? tokensOf(from, notes, {"encoder_tokens", "key_tokens"}, "input_ids", keys)
                                   : tokensOf(from, notes, {"encoder_tokens", "tokens"}, "input_ids", keys);
    std::vector<Token> q;
    if (cross)
      q = tokensOf(from, notes, {"decoder_tokens", "tokens"}, "decoder_input_ids", queries);
    else if (queries <= keys)
      q.assign(k.end() - queries, k.end());  // Fewer queries than keys: the last tokens, after what was read before.
    else
      throw Error(from.place + ": expected at most as many queries as keys (" + std::to_string(keys) + "), found " +
                  std::to_string(queries));
    out.text = notes.text("text");
    for (std::vector<Token>* each : {&q, &k}) placeIn(out.text.empty() ? joined(*each) : out.text, *each);
    if (out.text.empty()) out.text = joined(q);
    if (out.text.empty()) out.text = path.stem().string();
    return std::pair(std::move(q), std::move(k));
  };
  const auto noteFile = [&](const StoredTensor& tensor) {
    if (tensor.file) out.file = tensor.file;
  };

  const json* said = notes.find("causal");
  if (said && !said->is_boolean()) notes.fail("true or false for 'causal'", *said);
  if (hasScores(from.tensors, part)) {
    const std::string queries = prefixOf(part) + "queries", keys = prefixOf(part) + "keys";
    std::map<int, StoredTensor> q = layersNamed(from, queries), k = layersNamed(from, keys);
    if (q.empty())
      throw Error(from.place + ": tensor '" + queries + "': expected '" + queries +
                  ".0', found none with the number of a layer");
    std::map<int, StoredScores> layers;
    for (auto& [layer, tensor] : q) {
      const std::string number = "." + std::to_string(layer);
      const auto key = k.find(layer);
      if (key == k.end())
        throw Error(from.place + ": tensor '" + keys + number + "': expected beside '" + queries + number +
                    "', found none");
      StoredScores scores;
      scores.q = threeAxes(from, queries + number, std::move(tensor), "[heads, tokens, dHead]");
      scores.k = threeAxes(from, keys + number, std::move(key->second), "[heads, tokens, dHead]");
      const Shape &a = scores.q.shape, &b = scores.k.shape;
      if (a[2] != b[2] || a[0] % b[0] != 0)
        wrongShape(from, keys + number,
                   "heads that divide " + std::to_string(a[0]) + ", with " + std::to_string(a[2]) + " numbers each", b);
      noteFile(scores.q);
      layers.emplace(layer, std::move(scores));
    }
    std::vector<StoredScores> all = inOrder(std::move(layers), out.remarks);
    const bool causal = said ? said->get<bool>() : false;
    const double usual = 1 / std::sqrt(static_cast<double>(all.front().q.shape[2]));
    const json* scale = notes.find("scale");
    if (scale && scale->is_array() && scale->size() != all.size()) notes.fail("a scale for each layer", *scale);
    const json* cap = notes.find("soft_cap");
    for (std::size_t i = 0; i < all.size(); ++i) {
      checkAlike(from, queries + "." + std::to_string(i), all.front().q.shape, all[i].q.shape);
      checkAlike(from, keys + "." + std::to_string(i), all.front().k.shape, all[i].k.shape);
      all[i].scale = static_cast<float>(
          scale ? notes.number(scale->is_array() ? (*scale)[i] : *scale, "a scale from 0 on", 0, 1e9) : usual);
      if (cap) all[i].softCap = static_cast<float>(notes.number(*cap, "a soft cap from 0 on", 0, 1e9));
      all[i].visibility = visibilityOf(notes, i, all.size(), causal && part != "cross",
                                       part == "cross" ? 0 : all[i].k.shape[1] - all[i].q.shape[1]);
      out.visibility.push_back(all[i].visibility);
    }
    if (!said && part != "cross")
      out.remarks.emplace_back("The file does not say whether a token sees those after it; it is shown as if it did.");
    out.headsOfGroup = static_cast<int>(all.front().q.shape[0] / all.front().k.shape[0]);
    auto [q1, k1] = tokens(all.front().q.shape[1], all.front().k.shape[1]);
    out.maps = std::make_shared<StoredScoreMaps>(std::move(all), std::move(q1), std::move(k1));
    return out;
  }

  const std::string name = prefixOf(part) + "attentions";
  std::map<int, StoredTensor> layers = weightLayers(from, name);
  if (layers.empty())
    throw Error(from.place + ": tensor '" + name + "': expected it or '" + name + ".0', found neither");
  std::vector<StoredTensor> all = inOrder(std::move(layers), out.remarks);
  for (std::size_t i = 0; i < all.size(); ++i) {
    checkAlike(from, name + "." + std::to_string(i), all.front().shape, all[i].shape);
    noteFile(all[i]);
  }
  const Shape shape = all.front().shape;
  auto [q, k] = tokens(shape[1], shape[2]);
  const std::size_t count = all.size();
  out.maps = std::make_shared<StoredWeightMaps>(std::move(all), std::move(q), std::move(k));
  const bool causal = part != "cross" && part != "encoder" && (said ? said->get<bool>() : looksCausal(*out.maps));
  for (std::size_t i = 0; i < count; ++i)
    out.visibility.push_back(visibilityOf(notes, i, count, causal, part == "cross" ? 0 : shape[2] - shape[1]));
  // A few rows now; the others when they are looked at.
  for (const Index row : {Index{0}, out.maps->queries() / 2, out.maps->queries() - 1})
    out.maps->weights({0, 0}, {row, 0, 1, out.maps->keys()});
  if (const auto odd = out.maps->oddRow())
    out.remarks.push_back("Row " + std::to_string(odd->query) + " of layer 0, head 0 sums to " +
                          std::to_string(odd->sum) + ", not to 1: these are not all the weights of a softmax.");
  return out;
}

}  // namespace headlight
