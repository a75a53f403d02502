#pragma once

#include "core/attention/lenses/lens.h"

namespace headlight {

/// Weights below a threshold become 0; the others stay as they are.
class ThresholdMaps final : public Lens {
 public:
  ThresholdMaps(std::shared_ptr<const AttentionMaps> base, float threshold)
      : Lens(std::move(base)), m_threshold(threshold) {}
  bool rowsSumToOne() const override { return false; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  float m_threshold;
};

/// Each row keeps its `count` largest weights (the earlier key of equals); the others become 0, and cells
/// without a number stay without.
class TopMaps final : public Lens {
 public:
  TopMaps(std::shared_ptr<const AttentionMaps> base, Index count) : Lens(std::move(base)), m_count(count) {}
  bool rowsSumToOne() const override { return false; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  Index m_count;
};

/// Weights between tokens less than `distance` apart become 0; the others stay as they are.
class LongRangeMaps final : public Lens {
 public:
  LongRangeMaps(std::shared_ptr<const AttentionMaps> base, Index distance)
      : Lens(std::move(base)), m_distance(distance) {}
  bool rowsSumToOne() const override { return false; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  Index m_distance;
};

/// Each row divided by its largest weight: 1 is the strongest link of a query, whatever its weight. Rows no longer sum
/// to 1.
class RowMaximumMaps final : public Lens {
 public:
  bool rowsSumToOne() const override { return false; }
  using AttentionMaps::weights;
  using Lens::Lens;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;
};

/// Each row divided by the sum of it, so that it sums to 1; a row of zeros stays, and one with a cell without a number
/// has none.
class RowSumMaps final : public Lens {
 public:
  bool rowsSumToOne() const override { return true; }
  using AttentionMaps::weights;
  using Lens::Lens;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;
};

/// Rows named by the token that they say next: row i is that of query i, and its token is the one behind it; the last
/// query, which says what is not there yet, is left out. The attention with which each token of a target was written.
class WrittenMaps final : public Lens {
 public:
  /// `base` must have two queries at least.
  explicit WrittenMaps(std::shared_ptr<const AttentionMaps> base);
  const std::vector<Token>& queryTokens() const override { return m_written; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override { base().weights(head, rect, out); }

 private:
  std::vector<Token> m_written;
};

/// Queries and keys exchanged: row i tells who attends to token i. Columns sum to 1 in place of rows.
class TransposedMaps final : public Lens {
 public:
  using Lens::Lens;
  const std::vector<Token>& queryTokens() const override { return base().keyTokens(); }
  const std::vector<Token>& keyTokens() const override { return base().queryTokens(); }
  bool rowsSumToOne() const override { return false; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;
};

}  // namespace headlight
