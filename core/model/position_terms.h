#pragma once

#include <vector>

#include "core/attention/scores.h"
#include "core/model/architecture.h"
#include "core/text/encoding.h"

namespace headlight {

/// ALiBi's term for each head and key, [heads, keys]; `places` are the keys' positions.
Matrix alibiTerm(const AttentionSpec& part, const std::vector<Index>& places);

/// A relative bias by distance, [heads, 2 · keys - 1], column key - query + keys - 1; `table` is [buckets, heads].
Matrix relativeBiasTerm(const RelativeBiasSpec& part, MatrixView table, Index keys);

/// PositionTerm::cells of tokens in a relative bias's grid, and the column of no step. Throws Error for a token outside
/// of it.
std::vector<Index> gridCells(const RelativeBiasSpec& part, const Encoding& encoding);
Index stepZero(const RelativeBiasSpec& part);

/// Multiplies the rows of `queries`, which stand at positions from `first` on, by what their positions say.
void growQueries(const QueryGrowthSpec& part, Index first, MatrixOut queries);

/// The row of the relative embeddings for each distance key - query + keys - 1 of disentangled attention.
std::vector<int> disentangledBuckets(const DisentangledSpec& part, Index keys);

}  // namespace headlight
