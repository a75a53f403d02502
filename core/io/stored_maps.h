#pragma once

#include <atomic>
#include <mutex>
#include <optional>

#include "core/attention/attention_maps.h"
#include "core/attention/scores.h"
#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// A row whose weights do not add up.
struct OddRow {
  HeadId head;
  Index query = 0;
  double sum = 0;
};

/// Attention that lies in a file: nothing is read before it is looked at, and then no more than the rectangle. Numbers
/// that are none (NaN, infinity) are 0.
class StoredMaps : public AttentionMaps {
 public:
  int layers() const override { return static_cast<int>(m_layers); }
  int heads() const override { return static_cast<int>(m_heads); }
  const std::vector<Token>& queryTokens() const override { return m_queries; }
  const std::vector<Token>& keyTokens() const override { return m_keys; }

  /// The first whole row that was read and does not sum to 1 within a thousandth (a hundredth for 16-bit numbers), if
  /// there was one so far.
  std::optional<OddRow> oddRow() const;

 protected:
  StoredMaps(std::size_t layers, std::int64_t heads, std::vector<Token> queries, std::vector<Token> keys)
      : m_layers(layers), m_heads(heads), m_queries(std::move(queries)), m_keys(std::move(keys)) {}
  void checkRow(HeadId head, Index query, double sum, double tolerance) const;

 private:
  std::size_t m_layers;
  std::int64_t m_heads;
  std::vector<Token> m_queries, m_keys;
  mutable std::atomic<bool> m_odd = false;
  mutable std::mutex m_mutex;
  mutable OddRow m_oddRow;
};

/// Weights: a tensor [heads, queries, keys] for each layer.
class StoredWeightMaps final : public StoredMaps {
 public:
  /// The tensors must have the shape of the tokens, and as many heads each.
  StoredWeightMaps(std::vector<StoredTensor> layers, std::vector<Token> queries, std::vector<Token> keys);
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  std::vector<StoredTensor> m_tensors;
};

/// How stored queries and keys of one layer become weights.
struct StoredScores {
  StoredTensor q;  ///< [heads, queries, dHead], after rotation.
  StoredTensor k;  ///< [kvHeads, keys, dHead], after rotation; kvHeads divides heads.
  float scale = 1;
  float softCap = 0;  ///< 0 for none.
  Visibility visibility;
};

/// Queries and keys: each rectangle is computed when it is looked at. The sum of a row needs all of its keys; it is
/// kept once it is known, one number a row.
class StoredScoreMaps final : public StoredMaps {
 public:
  StoredScoreMaps(std::vector<StoredScores> layers, std::vector<Token> queries, std::vector<Token> keys);
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  Vector logSumExp(HeadId head, const Matrix& q, Index first) const;
  Matrix scores(HeadId head, const Matrix& q, Index first, Index key, Index count) const;

  std::vector<StoredScores> m_scores;
  mutable std::mutex m_mutex;
  mutable std::vector<std::vector<float>> m_logSumExp;  ///< By the number of the head; NaN where it is not known yet.
};

}  // namespace headlight
