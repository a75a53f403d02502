#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/matrix.h"
#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// Numbers of a file for the cells [heads, queries, keys] of attention, stored once where they repeat.
class StoredCells {
 public:
  /// A tensor [heads, queries, keys], or with 1 for heads or queries that all have the same; [queries, keys] and [keys]
  /// are read so too. Throws Error, which begins with `what`, for another shape.
  static StoredCells ofEachCell(StoredTensor tensor, std::int64_t heads, std::int64_t queries, std::int64_t keys,
                                const std::string& what);
  /// A tensor [heads or 1, queries + keys - 1] by distance: column key - query + queries - 1. Throws Error in the same
  /// way.
  static StoredCells byDistance(StoredTensor tensor, std::int64_t heads, std::int64_t queries, std::int64_t keys,
                                const std::string& what);

  const StoredTensor& tensor() const { return m_tensor; }
  /// The numbers for keys [key, key + out.size()) of a query.
  void read(Index head, Index query, Index key, std::span<float> out) const;
  /// Whether the numbers are not 0, of a tensor of whole numbers; in the same order.
  void readFlags(Index head, Index query, Index key, std::span<bool> out) const;

 private:
  std::uint64_t placeOf(Index head, Index query, Index key) const {
    return static_cast<std::uint64_t>(m_first + head * m_headStep + query * m_queryStep + key);
  }

  StoredTensor m_tensor;
  std::int64_t m_first = 0, m_headStep = 0, m_queryStep = 0;  ///< In numbers; the next key is always the next number.
};

/// What a layer has beside the product of queries and keys.
struct StoredTerms {
  std::optional<StoredCells> mask;  ///< 0 for a key that a query may not see.
  std::optional<StoredCells> bias, distanceBias;  ///< Added to scores; -infinity hides.
  std::vector<float> sinks;  ///< By head: the score of no key, which takes a part of every row; empty for none.

  bool empty() const { return !mask && !bias && !distanceBias && sinks.empty(); }
  /// Adds to and hides of the scores [from query `query`, from key `key`] of a head, of `keys` keys in all.
  void apply(Index head, Index query, Index key, Index keys, MatrixOut scores) const;
};

}  // namespace headlight
