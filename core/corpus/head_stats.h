#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/corpus/exemplars.h"
#include "core/corpus/text_stats.h"

namespace headlight {

/// One metric, or one pattern, of a head over many texts.
struct MetricStats {
  Mean pooled;         ///< Over the queries of all texts.
  Distribution texts;  ///< Of its mean on each text that has one.
  Exemplars exemplars;

  void merge(const MetricStats& other, MetricScale scale) {
    pooled.merge(other.pooled);
    texts.merge(other.texts);
    exemplars.merge(other.exemplars, scale);
  }
};

/// What the numbers of the metrics are measured in, by HeadMean; patterns after them are shares.
inline MetricScale scaleOf(std::size_t metric) {
  if (metric == static_cast<std::size_t>(HeadMean::Entropy) || metric == static_cast<std::size_t>(HeadMean::Diversity))
    return MetricScale::Nats;
  return metric == static_cast<std::size_t>(HeadMean::MeanDistance) ? MetricScale::Tokens : MetricScale::Share;
}

/// What one head does with one token over many texts.
struct TokenTotals {
  double received = 0;  ///< Attention by it as a key.
  double active = 0;    ///< Of it as a query, off the sink.
};

/// What one head does over many texts. Parts merge to the same: exactly in counts and exemplars, to rounding in sums,
/// in whatever order.
struct HeadStats {
  std::vector<MetricStats> metrics;  ///< By HeadMean, then one for each pattern.
  LabelTally labels;
  std::vector<Tally> patterns;
  std::array<std::int64_t, kWeightBins> largest{};
  std::array<double, kOffsets> offsets{};
  std::array<double, kDistanceBins> distances{};
  std::vector<TokenTotals> tokens;  ///< [tokens that are counted].

  HeadStats() = default;
  HeadStats(std::size_t patternCount, std::size_t tokenCount)
      : metrics(std::size(kHeadMeans) + patternCount), patterns(patternCount), tokens(tokenCount) {}

  /// Adds what the head does on a text; whether the text is an exemplar of something.
  bool add(const HeadOfText& head, const TextStats& text) {
    bool kept = false;
    const auto one = [&](std::size_t metric, const Mean& mean) {
      if (mean.count == 0) return;
      metrics[metric].pooled.merge(mean);
      metrics[metric].texts.add(mean.value(), scaleOf(metric));
      kept = metrics[metric].exemplars.add({mean.value(), text.hash}, scaleOf(metric)) || kept;
    };
    for (std::size_t i = 0; i < head.means.size(); ++i) one(i, head.means[i]);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      patterns[i].merge(head.patterns[i]);
      one(head.means.size() + i, {head.patterns[i].score, head.patterns[i].count});
    }
    labels.merge(head.labels);
    for (std::size_t i = 0; i < kWeightBins; ++i) largest[i] += head.largest[i];
    for (std::size_t i = 0; i < kOffsets; ++i) offsets[i] += head.offsets[i];
    for (std::size_t i = 0; i < kDistanceBins; ++i) distances[i] += head.distances[i];
    // Totals lie far apart: they are fetched ahead.
    constexpr std::size_t kAhead = 16;
    const auto idAt = [&](std::size_t i) {
      return i < text.tokens.size() && text.tokens[i] >= 0 ? static_cast<std::size_t>(text.tokens[i]) : tokens.size();
    };
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      if (const std::size_t next = idAt(i + kAhead); next < tokens.size()) __builtin_prefetch(&tokens[next], 1);
      const std::size_t id = idAt(i);
      if (id >= tokens.size()) continue;
      tokens[id].received += head.received[i];
      tokens[id].active += head.active[i];
    }
    return kept;
  }
  /// Of as many patterns and tokens.
  void merge(const HeadStats& other) {
    for (std::size_t i = 0; i < metrics.size(); ++i) metrics[i].merge(other.metrics[i], scaleOf(i));
    labels.merge(other.labels);
    for (std::size_t i = 0; i < patterns.size(); ++i) patterns[i].merge(other.patterns[i]);
    for (std::size_t i = 0; i < kWeightBins; ++i) largest[i] += other.largest[i];
    for (std::size_t i = 0; i < kOffsets; ++i) offsets[i] += other.offsets[i];
    for (std::size_t i = 0; i < kDistanceBins; ++i) distances[i] += other.distances[i];
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      tokens[i].received += other.tokens[i].received;
      tokens[i].active += other.tokens[i].active;
    }
  }
};

}  // namespace headlight
