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

/// What one head does over many texts. Parts merge to the same: exactly in counts and exemplars, to rounding in sums,
/// in whatever order.
struct HeadStats {
  std::vector<MetricStats> metrics;  ///< By HeadMean, then one for each pattern.
  LabelTally labels;
  std::vector<Tally> patterns;
  std::array<std::int64_t, kWeightBins> largest{};
  std::array<double, kOffsets> offsets{};
  std::array<double, kDistanceBins> distances{};
  std::vector<double> received, active;  ///< By token, [tokens that are counted].

  HeadStats() = default;
  HeadStats(std::size_t patternCount, std::size_t tokens)
      : metrics(std::size(kHeadMeans) + patternCount), patterns(patternCount), received(tokens), active(tokens) {}

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
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      const auto id = static_cast<std::size_t>(text.tokens[i]);
      if (text.tokens[i] < 0 || id >= received.size()) continue;
      received[id] += head.received[i];
      active[id] += head.active[i];
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
    for (std::size_t i = 0; i < received.size(); ++i) {
      received[i] += other.received[i];
      active[i] += other.active[i];
    }
  }
};

}  // namespace headlight
