#include "core/io/stored_scores.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/attention_type.h"
#include "core/base/error.h"
#include "core/io/stored_check.h"

namespace headlight {
namespace {

/// What the notes have under `key` for a layer: one for all, or a list of one for each; none where there is none.
std::optional<JsonValue> ofLayer(const StoredNotes& notes, const StoredLayer& layer, const char* key) {
  const auto value = notes.find(layer.part, key);
  if (!value || !value->isList()) return value;
  const std::vector<JsonValue> all = value->list();
  if (all.size() != layer.count) value->fail("one for each layer");
  const JsonValue& own = all[layer.place];
  return own.value().is_null() ? std::nullopt : std::optional(own);
}

double numberOf(const StoredNotes& notes, const StoredLayer& layer, const char* key, const char* expected, double most,
                double otherwise) {
  const auto value = ofLayer(notes, layer, key);
  return value ? value->number(0, most, expected) : otherwise;
}

/// Finds the terms of one layer.
class Terms {
 public:
  Terms(const StoredContents& from, const StoredNotes& notes, const StoredLayer& layer, const StoredScores& scores)
      : m_from(from), m_notes(notes), m_layer(layer), m_heads(scores.q.shape[0]), m_queries(scores.q.shape[1]),
        m_keys(scores.k.shape[1]) {}

  StoredTerms found() const {
    StoredTerms terms;
    terms.mask = cells("mask", false, StoredCells::ofEachCell);
    terms.bias = cells("bias", true, StoredCells::ofEachCell);
    terms.distanceBias = cells("distance_bias", true, StoredCells::byDistance);
    if (const auto at = m_from.tensors.find(nameOf("sinks", m_layer.number)); at != m_from.tensors.end()) {
      requireReal(at->second, at->first, true);
      terms.sinks = floatsOf(at->second);
      if (terms.sinks.size() != static_cast<std::size_t>(m_heads))
        wrongShape(m_from, at->first, "[" + std::to_string(m_heads) + "], one for each head", at->second.shape);
      for (const float sink : terms.sinks)
        if (!std::isfinite(sink)) throw Error(placeOf(at->first) + ": expected finite numbers, found one that is none");
    }
    return terms;
  }

 private:
  std::string nameOf(const char* kind, int number) const {
    return storedPrefix(m_layer.part) + kind + "." + std::to_string(number);
  }
  std::string placeOf(const std::string& name) const { return m_from.place + ": tensor '" + name + "'"; }

  void requireReal(const StoredTensor& tensor, const std::string& name, bool real) const {
    if (isFloating(tensor.format) == real) return;
    throw Error(placeOf(name) + ": expected " + (real ? "real" : "whole") + " numbers, the file has " +
                std::string(headlight::nameOf(tensor.format)));
  }

  /// The tensor of the layer's own number, or of the one that the notes name, since layers share what they have in
  /// common.
  template <class Make>
  std::optional<StoredCells> cells(const char* kind, bool real, const Make& make) const {
    int number = m_layer.number;
    if (m_notes.find(m_layer.part, kind)) {
      const auto named = ofLayer(m_notes, m_layer, kind);
      if (!named) return {};
      number = static_cast<int>(named->number(0, kMostStoredLayers - 1, "the number of a tensor"));
      if (!m_from.tensors.contains(nameOf(kind, number))) named->fail("a tensor '" + nameOf(kind, number) + "'");
    }
    const auto at = m_from.tensors.find(nameOf(kind, number));
    if (at == m_from.tensors.end()) return {};
    requireReal(at->second, at->first, real);
    StoredCells cells = make(at->second, m_heads, m_queries, m_keys, placeOf(at->first));
    if (real) checkBias(cells.tensor(), placeOf(at->first));
    return cells;
  }

  const StoredContents& m_from;
  const StoredNotes& m_notes;
  const StoredLayer& m_layer;
  std::int64_t m_heads, m_queries, m_keys;
};

}  // namespace

std::optional<bool> storedCausal(const StoredNotes& notes, const StoredLayer& layer) {
  const auto value = ofLayer(notes, layer, "causal");
  return value ? std::optional(value->flag()) : std::nullopt;
}

Visibility storedVisibility(const StoredNotes& notes, const StoredLayer& layer, bool causal, Index queries,
                            Index keys) {
  const double window = numberOf(notes, layer, "window", "windows from 0 on", 1e12, 0);
  Visibility sees = Visibility::ofWindow(static_cast<Index>(window), causal);
  sees.offset = layer.part == nameOf(AttentionType::Cross) ? 0 : keys - queries;
  return sees;
}

std::map<int, StoredScores> storedScores(const StoredContents& from, const StoredNotes& notes,
                                         const std::string& part) {
  const std::string queries = storedPrefix(part) + "queries", keys = storedPrefix(part) + "keys";
  std::map<int, StoredTensor> q = storedLayers(from, queries), k = storedLayers(from, keys);
  if (q.empty())
    throw Error(from.place + ": tensor '" + queries + "': expected '" + queries +
                ".0', found none with the number of a layer");
  const bool ahead = part == nameOf(AttentionType::Cross) || part == nameOf(AttentionType::Encoder);
  std::map<int, StoredScores> all;
  StoredLayer layer{part, 0, 0, q.size()};
  for (auto& [number, tensor] : q) {
    const std::string suffix = "." + std::to_string(number);
    const auto key = k.find(number);
    if (key == k.end())
      throw Error(from.place + ": tensor '" + keys + suffix + "': expected beside '" + queries + suffix +
                  "', found none");
    StoredScores& scores = all[number];
    scores.q = threeAxes(from, queries + suffix, std::move(tensor), "[heads, tokens, dHead]");
    scores.k = threeAxes(from, keys + suffix, std::move(key->second), "[heads, tokens, dHead]");
    const Shape &a = scores.q.shape, &b = scores.k.shape, &first = all.begin()->second.q.shape;
    if (a[2] != b[2] || a[0] % b[0] != 0)
      wrongShape(from, keys + suffix,
                 "heads that divide " + std::to_string(a[0]) + ", with " + std::to_string(a[2]) + " numbers each", b);
    if (a[0] != first[0] || a[1] != first[1])
      wrongShape(from, queries + suffix,
                 "[" + std::to_string(first[0]) + ", " + std::to_string(first[1]) + ", …] as the first layer has", a);
    if (b[1] != all.begin()->second.k.shape[1])
      wrongShape(from, keys + suffix,
                 "[…, " + std::to_string(all.begin()->second.k.shape[1]) + ", …] as the first layer has", b);
    layer.number = number;
    scores.scale = static_cast<float>(
        numberOf(notes, layer, "scale", "a scale from 0 on", 1e9, 1 / std::sqrt(static_cast<double>(a[2]))));
    scores.softCap = static_cast<float>(numberOf(notes, layer, "soft_cap", "a soft cap from 0 on", 1e9, 0));
    scores.visibility =
        storedVisibility(notes, layer, !ahead && storedCausal(notes, layer).value_or(false), a[1], b[1]);
    scores.terms = Terms(from, notes, layer, scores).found();
    ++layer.place;
  }
  return all;
}

}  // namespace headlight
