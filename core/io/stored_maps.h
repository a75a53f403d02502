#pragma once

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>

#include "core/attention/attention_maps.h"
#include "core/attention/scores.h"
#include "core/checkpoint/stored_tensor.h"
#include "core/io/stored_cells.h"

namespace headlight {

/// What a file has along the axes of its attention. Layers and heads are those of a model by number, in the order in
/// which they lie in the file; a file may hold some of them alone.
struct StoredAxes {
  std::vector<int> layers, heads;
  std::vector<Token> queries, keys;
};

/// Attention that lies in a file: nothing is read before it is looked at, and then no more than the rectangle. NaN
/// where the file has no number, and for layers and heads that it does not hold.
class StoredMaps : public AttentionMaps {
 public:
  int layers() const override { return static_cast<int>(m_layerPlaces.size()); }
  int heads() const override { return static_cast<int>(m_headPlaces.size()); }
  bool hasLayer(int layer) const override { return placeOf(m_layerPlaces, layer).has_value(); }
  bool hasHead(int head) const override { return placeOf(m_headPlaces, head).has_value(); }
  const std::vector<Token>& queryTokens() const override { return m_queries; }
  const std::vector<Token>& keyTokens() const override { return m_keys; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const final;

 protected:
  explicit StoredMaps(StoredAxes axes);
  /// Of a head by its place in the file.
  virtual void read(HeadId place, const Rect& rect, MatrixOut out) const = 0;

 private:
  using Places = std::vector<std::optional<int>>;  ///< By number; none for one that there is not.
  static Places placesOf(const std::vector<int>& numbers);
  static std::optional<int> placeOf(const Places& places, int number) {
    return number >= 0 && number < static_cast<int>(places.size()) ? places[static_cast<std::size_t>(number)]
                                                                     : std::nullopt;
  }

  Places m_layerPlaces, m_headPlaces;
  std::vector<Token> m_queries, m_keys;
};

/// Weights: a tensor [heads, queries, keys] for each layer. Infinite ones are no numbers; those that rounding took a
/// little above 1 are 1.
class StoredWeightMaps final : public StoredMaps {
 public:
  /// The tensors must have the shape of the axes. `parts`: whether they are parts of 1, and not what a method tells;
  /// `rowsSumToOne` and `noToken` (hasNoTokenShare) are as in AttentionMaps.
  StoredWeightMaps(std::vector<StoredTensor> layers, StoredAxes axes, bool parts, bool rowsSumToOne,
                   bool noToken = false)
      : StoredMaps(std::move(axes)),
        m_tensors(std::move(layers)),
        m_parts(parts),
        m_rowsSumToOne(rowsSumToOne && !noToken),
        m_noToken(noToken) {}
  bool rowsSumToOne() const override { return m_rowsSumToOne; }
  bool hasNoTokenShare() const override { return m_noToken; }

 private:
  void read(HeadId place, const Rect& rect, MatrixOut out) const override;

  std::vector<StoredTensor> m_tensors;
  bool m_parts, m_rowsSumToOne, m_noToken;
};

/// Scores in place of weights: a tensor [heads, queries, keys] for each layer, whose rows become weights by a softmax
/// over the keys that a query may see. A rectangle costs its whole rows.
class StoredSoftmaxMaps final : public StoredMaps {
 public:
  /// The tensors must have the shape of the axes; `visibility` has one for each of them.
  StoredSoftmaxMaps(std::vector<StoredTensor> layers, std::vector<Visibility> visibility, StoredAxes axes)
      : StoredMaps(std::move(axes)), m_tensors(std::move(layers)), m_visibility(std::move(visibility)) {}

 private:
  void read(HeadId place, const Rect& rect, MatrixOut out) const override;

  std::vector<StoredTensor> m_tensors;
  std::vector<Visibility> m_visibility;
};

/// How stored queries and keys of one layer become weights.
struct StoredScores {
  StoredTensor q;  ///< [heads, queries, dHead], after rotation.
  StoredTensor k;  ///< [kvHeads, keys, dHead], after rotation; kvHeads divides heads.
  float scale = 1;
  float softCap = 0;  ///< 0 for none.
  Visibility visibility;
  StoredTerms terms;
};

/// Queries and keys: each rectangle is computed when it is looked at. The sum of a row needs all of its keys; it is
/// kept once it is known, one number a row.
class StoredScoreMaps final : public StoredMaps {
 public:
  StoredScoreMaps(std::vector<StoredScores> layers, StoredAxes axes);
  /// Not where a sink takes a part of a row.
  bool rowsSumToOne() const override {
    return std::all_of(m_scores.begin(), m_scores.end(), [](const auto& layer) { return layer.terms.sinks.empty(); });
  }
  bool hasNoTokenShare() const override { return !rowsSumToOne(); }

 private:
  void read(HeadId place, const Rect& rect, MatrixOut out) const override;
  /// Scores of the queries `q` [rows, dHead], from number `first` on, and the keys from `key` on.
  void scores(HeadId place, MatrixView q, Index first, Index key, MatrixOut out) const;
  /// The sums of rows, where all of them are known.
  std::optional<Vector> knownSums(HeadId place, Index first, Index count) const;
  /// Keeps what the keys of rows sum up to, and returns the rows' sums, which a sink takes a part of.
  Vector keptSums(HeadId place, Index first, Vector sums) const;
  std::vector<std::optional<float>>& sumsOf(HeadId place) const;

  std::vector<StoredScores> m_scores;
  mutable std::mutex m_mutex;
  mutable std::vector<std::vector<std::optional<float>>> m_logSumExp;  ///< By head, in the order of the file.
};

/// Layers of which some come from one way of storing attention and the others from another, with the same tokens.
class StoredMixedMaps final : public AttentionMaps {
 public:
  /// Neither has a layer of the other's.
  StoredMixedMaps(std::shared_ptr<const AttentionMaps> one, std::shared_ptr<const AttentionMaps> other)
      : m_one(std::move(one)), m_other(std::move(other)) {}

  int layers() const override { return std::max(m_one->layers(), m_other->layers()); }
  int heads() const override { return std::max(m_one->heads(), m_other->heads()); }
  bool hasLayer(int layer) const override { return m_one->hasLayer(layer) || m_other->hasLayer(layer); }
  bool hasHead(int head) const override { return m_one->hasHead(head) || m_other->hasHead(head); }
  const std::vector<Token>& queryTokens() const override { return m_one->queryTokens(); }
  const std::vector<Token>& keyTokens() const override { return m_one->keyTokens(); }
  bool rowsSumToOne() const override { return m_one->rowsSumToOne() && m_other->rowsSumToOne(); }
  bool hasNoTokenShare() const override { return m_one->hasNoTokenShare() || m_other->hasNoTokenShare(); }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    (m_one->hasLayer(head.layer) ? *m_one : *m_other).weights(head, rect, out);
  }

 private:
  std::shared_ptr<const AttentionMaps> m_one, m_other;
};

/// Numbers [first, first + count) of a tensor as they lie in the file.
void readNumbers(const StoredTensor& tensor, std::uint64_t first, std::span<float> out);

}  // namespace headlight
