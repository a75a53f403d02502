#pragma once

#include <limits>
#include <memory>
#include <vector>

#include "core/attention/cached_rows.h"
#include "core/base/matrix.h"

namespace headlight {

struct AttentionRecord;

/// The key/value head that `head` reads: with grouped heads, neighbouring heads share one. `kvHeads` divides `heads`.
constexpr int keyHeadOf(int head, int heads, int kvHeads) { return head / (heads / kvHeads); }

/// The score of a key that a query may not see.
inline constexpr float kHiddenScore = -std::numeric_limits<float>::infinity();

/// Which keys a query may see. Query i stands at position i + `offset` of the keys.
struct Visibility {
  bool causal = false;  ///< Only keys up to the query's own position.
  Index before =
      std::numeric_limits<Index>::max() / 4;  ///< Keys further back than this are hidden (a window of W keys: W - 1).
  Index after = std::numeric_limits<Index>::max() / 4;  ///< Keys further ahead than this are hidden.
  Index offset = 0;
  Index chunk = 0;  ///< Only keys of the query's own stretch of that many tokens (Llama 4); 0: of all.

  /// The half-open range of the `keys` keys that `query` may see; empty when begin >= end.
  struct Range {
    Index begin, end;
  };
  /// Of each query, where they follow no such rule (blocks of tiles, pictures that see ahead); both ends never go back
  /// from one query to the next. Null for the rule above.
  std::shared_ptr<const std::vector<Range>> ranges = {};
  /// Beside `ranges`, of each token the number of its window: a query sees only the keys of its own among those in its
  /// range (Liu et al. 2021, "Swin"). Null where all keys of a range are seen.
  std::shared_ptr<const std::vector<Index>> windows = {};
  /// Whether `query` sees `key`, of `keys`.
  bool sees(Index query, Index key, Index keys) const;
  /// How many of `keys` keys `query` sees.
  Index seen(Index query, Index keys) const;
  Range visible(Index query, Index keys) const;
  /// The range of keys that some of the queries [first, first + count) may see, `count` being at least 1: ranges move
  /// to the right with the query.
  Range visible(Index first, Index count, Index keys) const;

  /// What a layer with a sliding window of `size` keys sees: causal, the last `size` up to the query itself; else the
  /// query and `size` to each side. 0 is no window.
  static Visibility ofWindow(Index size, bool causal);

  /// Whether both are of one window, or there are none.
  bool inWindow(Index query, Index key) const {
    return !windows || (*windows)[static_cast<std::size_t>(query)] == (*windows)[static_cast<std::size_t>(key)];
  }

  /// Of ranges and windows the same object.
  bool operator==(const Visibility&) const = default;
};

/// Hides the scores `row` of the keys from `key` on that `query` of `keys` keys may not see.
void hideUnseen(const Visibility& visibility, Index query, Index keys, Index key,
                Eigen::Ref<Eigen::RowVectorXf> row);

/// What position adds to a score, apart from rotation (which is already in q and k). Unused parts are empty; layers and
/// runs share the numbers that they have in common.
struct PositionTerm {
  CachedRows byDistance;  ///< [heads, before + 1 + after]: added for key - query = column - distanceZero (T5, MPNet).
  Index distanceZero = 0;
  CachedRows byKey;  ///< [heads, M]: added for a key wherever the query stands (ALiBi).

  /// [heads, steps + 3]: added for the step from the key's cell of a grid to the query's: column cells[query] -
  /// cells[key] + stepZero. The last three are for a query without a cell, a key without one, both (BEiT).
  CachedRows byStep;
  std::vector<Index> cells;  ///< [tokens]; -1 for a token without a cell.
  Index stepZero = 0;

  /// Disentangled attention (DeBERTa): q · positionKey[bucket] and k · positionQuery[bucket], times the rule's scale.
  CachedRows positionKey;             ///< [buckets, heads · dHead]; empty without content-to-position scores.
  CachedRows positionQuery;           ///< [buckets, heads · dHead]; empty without position-to-content scores.
  std::vector<int> contentToPosition;  ///< Bucket for key - query, index as in byDistance.
  std::vector<int> positionToContent;  ///< The same for the other direction.
};

/// How one attention sublayer turns queries and keys into scores.
struct ScoreRule {
  int heads = 1;
  int kvHeads = 1;
  Index dHead = 0;  ///< Numbers of a query and of a key; a value may have others.
  float scale = 1;
  float softCap = 0;  ///< c in c · tanh(score / c), before the position term and the mask; 0 for none.
  Visibility visibility;
  PositionTerm position;
  /// [heads]: the score of no key at all, which takes a share of every row (Agarwal et al. 2025, "gpt-oss"); empty for
  /// none.
  std::vector<float> sinks;

  float sink(int head) const;
};

inline float ScoreRule::sink(int head) const {
  return sinks.empty() ? kHiddenScore : sinks[static_cast<std::size_t>(head)];
}

/// How products of queries and keys are rounded.
enum class Rounding {
  OfTheRectangle,  ///< The quickest way for its shape; another rectangle may round the same score otherwise.
  OfTheScore       ///< Every score by itself: the same bits in whichever rectangle.
};

/// The final scores (scaled, capped, with the position term) of `head` over `rect` into `out` [rect.rows, rect.cols];
/// -infinity where the query may not see the key.
void computeScores(const AttentionRecord& record, int head, const Rect& rect, MatrixOut out,
                   Rounding rounding = Rounding::OfTheScore);

/// ln Σ exp(score) of each row, [rows], with a sink's score in the sum; -infinity for a row that sees nothing, NaN for
/// one with a score that is NaN or +infinity.
Vector rowLogSumExp(MatrixView scores, float sink = kHiddenScore);

/// Turns rows of final scores into weights in place: exp(score - logSumExp of the row), exactly 0 where the score is
/// -infinity, 0 all along a row whose logSumExp is -infinity, and NaN on all other keys where it is NaN. The one place
/// where a weight is made.
void scoresToWeights(MatrixOut scores, const Vector& logSumExp);

/// The attention weights of `head` over `rect` into `out`, as the run used them: exp(score - logSumExp), exactly 0
/// where masked, with the record's edits; 0 for a query whose output was replaced, which uses none. Edited heads need
/// their whole rows: memory is a band of them.
void computeWeights(const AttentionRecord& record, int head, const Rect& rect, MatrixOut out);

}  // namespace headlight
