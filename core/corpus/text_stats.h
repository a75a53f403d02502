#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/analysis/head_labels.h"
#include "core/analysis/metrics.h"
#include "core/attention/attention_maps.h"
#include "core/corpus/patterns/token_pattern.h"

namespace headlight {

/// Bins of the largest weight of a row, each 0.02 wide.
inline constexpr std::size_t kWeightBins = 50;
/// Keys by their place: from kReach before the query to kReach after it, one by one.
inline constexpr Index kReach = 32;
inline constexpr std::size_t kOffsets = 2 * kReach + 1;
/// Distances 0, 1, 2, 3–4, 5–8, 9–16 …; the last bin has all from 8,193 on.
inline constexpr std::size_t kDistanceBins = 16;
std::size_t distanceBin(Index distance);

/// What one head does on one text.
struct HeadOfText {
  MetricMeans means{};
  LabelTally labels;
  std::vector<Tally> patterns;  ///< One for each.
  std::array<std::int32_t, kWeightBins> largest{};     ///< Rows by their largest weight.
  std::array<double, kOffsets> offsets{};              ///< Attention on keys at each place.
  std::array<double, kDistanceBins> distances{};       ///< Attention by |query - key|.
  std::vector<double> received;  ///< By each token that is no sink, [tokens].
  std::vector<double> active;    ///< Of each query, its attention off the sink, [tokens].
};

/// What even attention to all visible keys would be, in one layer: what a head's numbers are measured by.
struct LayerOfText {
  std::array<std::int64_t, kOffsets> pairs{};  ///< Queries that see a key at that place.
  std::vector<double> even;                    ///< As HeadOfText::received.
};

/// What all heads do on one text.
struct TextStats {
  std::uint64_t hash = 0;            ///< Of the text.
  std::vector<std::int64_t> tokens;  ///< Ids; -1 for a sink, of which nothing is counted as a token.
  std::vector<HeadOfText> heads;     ///< Layer by layer.
  std::vector<LayerOfText> layers;
};

/// Measures self-attention over a text, whose layers see what `visibility` says. Rows with a cell that is no number are
/// left out. Throws Error where there are not as many queries as keys.
TextStats measureText(const AttentionMaps& maps, const std::vector<Visibility>& visibility, const CorpusText& text,
                      const std::vector<TokenPattern>& patterns);

}  // namespace headlight
