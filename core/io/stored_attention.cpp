#include "core/io/stored_attention.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include "core/base/attention_type.h"
#include "core/base/error.h"
#include "core/checkpoint/memory_map.h"
#include "core/io/stored_check.h"
#include "core/io/stored_media.h"
#include "core/io/stored_notes.h"
#include "core/io/stored_scores.h"
#include "core/io/stored_tokens.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

/// "layer" is one of all; throws Error unless it looks like the first one.
void checkAlike(const StoredContents& from, const std::string& name, const Shape& first, const Shape& found) {
  if (first != found) wrongShape(from, name, shapeText(first) + " as the first layer has", found);
}

/// Throws Error where an array that is needed could not be read; the others are left out, and it is said.
void checkUnread(const StoredContents& from, std::vector<std::string>& remarks) {
  constexpr const char* kNeeded[] = {"attentions", "queries", "keys", "tokens", "input_ids", "headlight"};
  for (const auto& [name, why] : from.unread) {
    const bool needed =
        name.empty() || std::any_of(std::begin(kNeeded), std::end(kNeeded), [&array = name](const char* each) {
          return array.find(each) != std::string::npos;
        });
    if (needed) throw Error(why);
    remarks.push_back("The array '" + name + "' is left out: " + why + ".");
  }
}

/// "2, 7, 11"
std::string listed(const std::vector<int>& numbers) {
  std::string text;
  for (const int number : numbers) text += (text.empty() ? "" : ", ") + std::to_string(number);
  return text;
}

bool isFromZero(const std::vector<int>& numbers) {
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (numbers[i] != static_cast<int>(i)) return false;
  return true;
}

/// Opens one part of a file.
class Opener {
 public:
  Opener(const fs::path& path, const StoredPlace& place)
      : m_path(path), m_from(storedContents(path)), m_notes(m_from), m_softmax(place.softmax) {
    checkUnread(m_from, m_out.remarks);
    std::vector<std::string> there;
    for (const std::string_view name : kStoredParts)
      if (const std::string each(name); hasStoredScores(m_from, each) || hasStoredWeights(m_from, each))
        there.push_back(each);
    if (there.empty() && !m_from.unread.empty()) throw Error(m_from.unread.begin()->second);
    if (there.empty())
      throw Error(m_from.place +
                  ": expected tensors 'attentions' [layers, heads, queries, keys], 'attentions.0' …, or " +
                  "'queries.0' and 'keys.0' …, found " +
                  (m_from.tensors.empty()
                       ? "no tensor"
                       : "'" + m_from.tensors.begin()->first + "'" + (m_from.tensors.size() > 1 ? " and others" : "")));
    if (!place.part.empty() && std::find(there.begin(), there.end(), place.part) == there.end())
      throw Error(m_from.place + ": expected " + place.part + " attention, the file has none");
    m_out.part = place.part.empty() ? there.front() : place.part;
    m_crossed = std::find(there.begin(), there.end(), nameOf(AttentionType::Cross)) != there.end();
    m_out.media = storedMedia(m_from);
    m_from.row = place.row;
    const std::int64_t batch = storedBatch(m_from, m_out.part);
    if (place.row && *place.row >= batch)
      throw Error(m_from.place + ", row " + std::to_string(*place.row) + ": expected one of " + std::to_string(batch) +
                  " rows, from 0");
    if (place.row && batch > 1)
      m_out.remarks.push_back("Row " + std::to_string(*place.row) + " of a batch of " + std::to_string(batch) +
                              " texts.");
    for (const std::string& other : there)
      if (other != m_out.part)
        m_out.remarks.push_back("The file also holds " + (other.empty() ? "other" : other) + " attention.");
    m_out.model = m_notes.text("model");
    if (m_out.model.empty()) m_out.model = path.stem().string();
    m_out.predictions = storedPredictions(m_notes);
    m_method = m_notes.text("method");
    for (const std::string& what : m_notes.texts("left_out"))
      m_out.remarks.push_back("The file leaves out " + what + ".");
    if (const auto first = m_notes.find("generated"))
      m_out.remarks.push_back("The model wrote the tokens from number " +
                              std::to_string(static_cast<long>(first->number(0, 1e9, "the number of a token"))) +
                              " on.");
  }

  StoredAttention opened() && {
    if (hasStoredScores(m_from, m_out.part)) openScores();
    if (!m_out.maps || hasOtherLayers()) openWeights();
    for (const auto& [what, numbers] : {std::pair{"layers", &m_axes.layers}, std::pair{"heads", &m_axes.heads}})
      if (!isFromZero(*numbers))
        m_out.remarks.push_back(std::string("The file holds only the ") + what + " " + listed(*numbers) +
                                ", which keep their numbers.");
    if (!m_method.empty() && m_method != "raw")
      m_out.remarks.push_back("The file holds what the method '" + m_method + "' tells, not attention weights.");
    return std::move(m_out);
  }

 private:
  /// Whether there are layers of weights beside those that were opened.
  bool hasOtherLayers() const {
    const auto weights = storedLayers(m_from, storedPrefix(m_out.part) + "attentions");
    return std::any_of(weights.begin(), weights.end(), [this](const auto& each) {
      return std::find(m_axes.layers.begin(), m_axes.layers.end(), each.first) == m_axes.layers.end();
    });
  }

  /// The axes for maps. The tokens, of which there may be many, are only copied for `more` maps of the same.
  StoredAxes axes(bool more) {
    if (more) return m_axes;
    return {m_axes.layers, m_axes.heads, std::move(m_axes.queries), std::move(m_axes.keys)};
  }

  bool isCross() const { return m_out.part == nameOf(AttentionType::Cross); }

  /// The file's numbers for layers that are not numbered by their names, and for heads.
  std::vector<int> numbersOf(const char* key, std::size_t count, int most) const {
    std::vector<int> numbers = m_notes.numbers(key, most);
    if (numbers.empty()) {
      numbers.resize(count);
      std::iota(numbers.begin(), numbers.end(), 0);
    }
    if (numbers.size() != count)
      m_notes.find(key)->fail(std::to_string(count) + " numbers");
    return numbers;
  }

  void readTokens(std::int64_t queries, std::int64_t keys) {
    const auto tokens = [this](std::initializer_list<const char*> names, const char* ids, const char* special,
                               std::int64_t count) {
      return storedTokens(m_from, m_notes, names, ids, special, count);
    };
    std::vector<Token>&q = m_axes.queries, &k = m_axes.keys;
    if (isCross()) {
      q = tokens({"decoder_tokens", "tokens"}, "decoder_input_ids", "decoder_special", queries);
      k = tokens({"encoder_tokens", "key_tokens"}, "input_ids", "encoder_special", keys);
    } else if (m_out.part == "vision" || m_out.part == "audio" || m_out.part.starts_with("stage")) {
      const std::string names = m_out.part + "_tokens", ids = m_out.part + "_input_ids",
                        special = m_out.part + "_special";
      k = tokens({names.c_str()}, ids.c_str(), special.c_str(), keys);
    } else {
      k = m_out.part == nameOf(AttentionType::Self)
              ? tokens({"decoder_tokens", "tokens"}, "decoder_input_ids", "decoder_special", keys)
          : m_out.part == nameOf(AttentionType::Encoder)
              ? tokens({"encoder_tokens", "tokens"}, "input_ids", "encoder_special", keys)
              : tokens({"tokens"}, "input_ids", "special", keys);
    }
    if (!isCross()) {
      if (queries > keys)
        throw Error(m_from.place + ": expected at most as many queries as keys (" + std::to_string(keys) + "), found " +
                    std::to_string(queries));
      q.assign(k.end() - queries, k.end());  // Fewer queries than keys: the last tokens, after what was read before.
    }
    m_out.text = m_notes.text("text");
    for (std::vector<Token>* each : {&q, &k})
      placeTokens(m_out.text.empty() ? textOfTokens(*each) : m_out.text, *each);
    if (m_out.text.empty()) m_out.text = textOfTokens(q);
    if (isCross()) {
      placeStoredMedia(m_from, m_out.part, m_crossed, k);
    } else {
      placeStoredMedia(m_from, m_out.part, m_crossed, k);
      q.assign(k.end() - queries, k.end());
    }
    if (m_out.text.empty()) m_out.text = m_path.stem().string();
  }

  void noteFile(const StoredTensor& tensor) {
    if (tensor.file) m_out.file = tensor.file;
  }

  void noteVisibility(int layer, const Visibility& sees) {
    const auto at = static_cast<std::size_t>(layer);
    if (m_out.visibility.size() <= at)
      m_out.visibility.resize(at + 1, m_out.visibility.empty() ? sees : m_out.visibility[0]);
    m_out.visibility[at] = sees;
  }

  void openScores() {
    std::map<int, StoredScores> layers = storedScores(m_from, m_notes, m_out.part);
    std::vector<StoredScores> all;
    std::optional<std::int64_t> group;
    std::vector<int> withSinks;
    bool said = isCross() || m_out.part == nameOf(AttentionType::Encoder);
    for (auto& [number, scores] : layers) {
      m_axes.layers.push_back(number);
      noteFile(scores.q);
      noteVisibility(number, scores.visibility);
      if (!scores.terms.sinks.empty()) withSinks.push_back(number);
      said = said || scores.terms.mask || scores.terms.bias;
      const std::int64_t each = scores.q.shape[0] / scores.k.shape[0];
      group = group.value_or(each) == each ? each : 1;
      all.push_back(std::move(scores));
    }
    const Shape &a = all.front().q.shape, &b = all.front().k.shape;
    m_axes.heads = numbersOf("heads", static_cast<std::size_t>(a[0]), kMostStoredHeads);
    readTokens(a[1], b[1]);
    if (!said && !m_notes.find(m_out.part, "causal"))
      m_out.remarks.emplace_back(
          "The file does not say whether a token sees those after it; it is shown as if it did.");
    if (!withSinks.empty())
      m_out.remarks.push_back("Heads of the layers " + listed(withSinks) +
                              " can attend to nothing (a learned sink), so that their rows sum to less than 1.");
    for (std::string& remark : remarksOnScores(all, m_axes)) m_out.remarks.push_back(std::move(remark));
    if (isFromZero(m_axes.heads)) m_out.headsOfGroup = static_cast<int>(*group);
    m_out.maps = std::make_shared<StoredScoreMaps>(std::move(all), axes(hasOtherLayers()));
  }

  /// The weights of the part, but for layers whose queries and keys were opened.
  void openWeights() {
    const std::string name = storedPrefix(m_out.part) + "attentions";
    const std::vector<int> opened = std::exchange(m_axes.layers, {});
    std::vector<StoredTensor> all;
    for (auto& [layer, tensor] : storedWeights(m_from, name)) {
      if (std::find(opened.begin(), opened.end(), layer) != opened.end()) continue;
      m_axes.layers.push_back(layer);
      all.push_back(std::move(tensor));
      checkAlike(m_from, name + "." + std::to_string(layer), all.front().shape, all.back().shape);
      noteFile(all.back());
    }
    if (all.empty())
      throw Error(m_from.place + ": tensor '" + name + "': expected it or '" + name + ".0', found neither");
    const Shape shape = all.front().shape;
    if (const auto whole = m_from.tensors.find(name);
        whole != m_from.tensors.end() && whole->second.shape.size() == 3 && shape[0] > 1)
      m_out.remarks.push_back(
          "'" + name + "' has three axes and is read as one layer of " + std::to_string(shape[0]) +
          " heads; for a mean over the heads of each layer, save it as [layers, 1, queries, keys].");
    if (m_from.tensors.contains(name)) m_axes.layers = numbersOf("layers", all.size(), kMostStoredLayers);
    m_axes.heads = numbersOf("heads", static_cast<std::size_t>(shape[0]), kMostStoredHeads);
    if (!m_out.maps) {
      readTokens(shape[1], shape[2]);
    } else if (m_out.maps->heads() != shape[0] || m_out.maps->queries() != shape[1] || m_out.maps->keys() != shape[2]) {
      wrongShape(m_from, name + "." + std::to_string(m_axes.layers.front()),
                 "heads and tokens as the layers with queries and keys have", shape);
    }
    const auto scores = m_out.maps;
    const bool ahead = isCross() || m_out.part == nameOf(AttentionType::Encoder);
    const auto scoresThere = m_notes.find("scores");
    const bool softmax = m_softmax || (scoresThere && scoresThere->flag());
    if (softmax) {
      m_out.remarks.emplace_back("The file holds scores; the weights are their softmax.");
      std::vector<Visibility> sees = seenIn(!ahead && looksCausal(all, true), shape[1], shape[2], opened.size());
      m_out.maps = std::make_shared<StoredSoftmaxMaps>(std::move(all), std::move(sees), axes(false));
    } else {
      const StoredFindings findings = examineWeights(all, m_axes);
      if (m_method.empty() || m_method == "raw") {
        refuseScores(findings, m_from.place);
        for (std::string& remark : remarksOn(findings)) m_out.remarks.push_back(std::move(remark));
      }
      seenIn(!ahead && looksCausal(all, false), shape[1], shape[2], opened.size());
      const bool parts = m_method.empty() || m_method == "raw";
      const bool noToken = parts && !storedLayers(m_from, storedPrefix(m_out.part) + "no_token").empty();
      m_out.maps = std::make_shared<StoredWeightMaps>(std::move(all), axes(false), parts, findings.odd == 0, noToken);
    }
    if (scores) m_out.maps = std::make_shared<StoredMixedMaps>(scores, m_out.maps);
    m_axes.layers.insert(m_axes.layers.end(), opened.begin(), opened.end());
    std::sort(m_axes.layers.begin(), m_axes.layers.end());
  }

  /// The visibility of each layer of weights in the order of the file, `causal` unless the notes know better.
  std::vector<Visibility> seenIn(bool causal, Index queries, Index keys, std::size_t others) {
    std::vector<Visibility> all;
    StoredLayer layer{m_out.part, 0, 0, m_axes.layers.size()};
    for (const int number : m_axes.layers) {
      layer.number = number;
      // Notes of a file with both kinds are about the layers with queries and keys.
      const bool ahead = isCross() || m_out.part == nameOf(AttentionType::Encoder);
      if (others == 0)
        all.push_back(
            storedVisibility(m_notes, layer, !ahead && storedCausal(m_notes, layer).value_or(causal), queries, keys));
      else
        all.push_back({.causal = causal, .offset = isCross() ? 0 : keys - queries});
      noteVisibility(number, all.back());
      ++layer.place;
    }
    return all;
  }

  const fs::path& m_path;
  StoredContents m_from;
  StoredNotes m_notes;
  bool m_softmax, m_crossed = false;
  std::string m_method;
  StoredAxes m_axes;
  StoredAttention m_out;
};

}  // namespace

void StoredAttention::check() const {
  if (file) file->check();
}

StoredAttention openStoredAttention(const fs::path& place) {
  const StoredPlace found = storedPlace(place);
  return Opener(found.file, found).opened();
}

bool holdsScores(const fs::path& place) {
  try {
    openStoredAttention(place);
  } catch (const ScoresInsteadOfWeights&) {
    return true;
  } catch (const Error&) {
    return false;
  }
  return false;
}

std::int64_t textsToChooseFrom(const fs::path& place) {
  const StoredPlace found = storedPlace(place);
  std::int64_t texts = 1;
  if (found.row) return texts;
  try {
    const StoredContents contents = storedContents(found.file, false);
    for (const std::string_view part : kStoredParts) texts = std::max(texts, storedBatch(contents, std::string(part)));
  } catch (const Error&) {
    // Opening it says what is wrong.
  }
  return texts;
}

}  // namespace headlight
