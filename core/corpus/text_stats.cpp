#include "core/corpus/text_stats.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/analysis/row_sums.h"
#include "core/attention/row_bands.h"
#include "core/base/parallel.h"
#include "core/base/vectorised.h"
#include "core/corpus/patterns/pattern_search.h"
#include "core/corpus/text_hash.h"
#include "core/ops/activations.h"

namespace headlight {
namespace {

/// Adds a row's cells to as many numbers here and there.
HEADLIGHT_VECTORISED void addCells(const float* row, std::size_t count, double* __restrict here,
                                   double* __restrict there) {
  for (std::size_t i = 0; i < count; ++i) {
    const double cell = static_cast<double>(row[i]);
    here[i] += cell;
    there[i] += cell;
  }
}

/// Of each pattern.
using PatternKeys = std::vector<KeysOfQueries>;

LayerOfText evenAttention(const Visibility& visibility, Index tokens) {
  LayerOfText layer;
  layer.even.resize(static_cast<std::size_t>(tokens));
  for (Index q = 0; q < tokens; ++q) {
    const auto [begin, end] = visibility.visible(q, tokens);
    if (begin >= end) continue;
    const double share = 1 / static_cast<double>(end - begin);
    for (Index k = begin; k < end; ++k) layer.even[static_cast<std::size_t>(k)] += share;
    for (Index k = std::max(begin, q - kReach); k < std::min(end, q + kReach + 1); ++k)
      ++layer.pairs[static_cast<std::size_t>(k - q + kReach)];
  }
  return layer;
}

HeadOfText measureHead(const AttentionMaps& maps, HeadId head, const Visibility& visibility,
                       const std::shared_ptr<const TokenPlaces>& places, const PatternKeys& patterns) {
  HeadOfText of;
  const Index tokens = maps.keys();
  of.patterns.resize(patterns.size());
  of.received.resize(static_cast<std::size_t>(tokens));
  of.active.resize(static_cast<std::size_t>(tokens));
  std::vector<double> offsets(static_cast<std::size_t>(2 * tokens - 1));
  MetricsTally tally;
  MetricsTally::OneText metrics(tally, maps, places);
  HeadLabeller labeller(maps, visibility, places);
  forEachRow(maps, head, [&](Index q, const auto& cells) {
    const std::span<const float> row = cellsOf(cells);
    if (!isWhole(row)) return;
    const bool used = labeller.take(q, row);
    const SinklessRows& rows = labeller.rows();
    const Used where = rows.used();
    metrics.take(q, row, rows.all(), where);
    if (used)
      for (std::size_t i = 0; i < patterns.size(); ++i)
        addKeyMass(rows, row, patterns[i][static_cast<std::size_t>(q)], of.patterns[i]);
    const auto largest = static_cast<double>(largestOf(row));
    of.largest[static_cast<std::size_t>(std::clamp(largest * static_cast<double>(kWeightBins), 0.0,
                                                   static_cast<double>(kWeightBins - 1)))]++;
    const auto begin = static_cast<std::size_t>(where.begin), count = static_cast<std::size_t>(where.end - where.begin);
    addCells(row.data() + begin, count, of.received.data() + begin,
             offsets.data() + static_cast<std::size_t>(where.begin - q + tokens - 1));
    of.active[static_cast<std::size_t>(q)] = rows.all().sum - rows.sinkMass;
  });
  metrics.end();
  of.means = tally.means();
  of.labels = labeller.tally();
  for (Index at = 0; at < 2 * tokens - 1; ++at) {
    const Index offset = at - (tokens - 1);
    const double attention = offsets[static_cast<std::size_t>(at)];
    if (std::abs(offset) <= kReach) of.offsets[static_cast<std::size_t>(offset + kReach)] = attention;
    of.distances[distanceBin(std::abs(offset))] += attention;
  }
  return of;
}

}  // namespace

std::size_t distanceBin(Index distance) {
  if (distance <= 1) return static_cast<std::size_t>(std::max<Index>(distance, 0));
  return std::min(kDistanceBins - 1, 1 + static_cast<std::size_t>(std::bit_width(static_cast<std::uint64_t>(distance - 1))));
}

TextStats measureText(const AttentionMaps& maps, const std::vector<Visibility>& visibility, const CorpusText& text,
                      const std::vector<TokenPattern>& patterns) {
  TextStats stats;
  stats.hash = hashOf(text);
  const std::vector<Token>& tokens = maps.keyTokens();
  for (const Token& token : tokens) stats.tokens.push_back(token.id);
  const auto places = std::make_shared<const TokenPlaces>(tokens);
  for (const Index sink : places->sinks) stats.tokens[static_cast<std::size_t>(sink)] = -1;
  PatternKeys keys;
  for (const TokenPattern& pattern : patterns) keys.push_back(keysOf(pattern, text, tokens));
  for (std::size_t layer = 0; layer < visibility.size(); ++layer)
    stats.layers.push_back(layer > 0 && visibility[layer] == visibility[layer - 1]
                               ? stats.layers.back()
                               : evenAttention(visibility[layer], maps.keys()));
  const std::vector<HeadId> heads = maps.allHeads();
  stats.heads.resize(heads.size());
  parallelFor(static_cast<Index>(heads.size()), [&](Index i) {
    const HeadId head = heads[static_cast<std::size_t>(i)];
    stats.heads[static_cast<std::size_t>(i)] =
        measureHead(maps, head, visibility[static_cast<std::size_t>(head.layer)], places, keys);
  });
  return stats;
}

}  // namespace headlight
