#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/corpus/corpus_stats.h"
#include "core/io/table.h"

namespace headlight {

/// How sure differences are: the part of intervals that hold what they are about.
inline constexpr double kIntervalLevel = 0.95;

/// A mean over texts with its interval.
struct MeanInterval {
  double mean = 0, error = 0;  ///< Standard error.
  double low = 0, high = 0;  ///< Of kIntervalLevel, by Student's distribution; both the mean for fewer than two texts.
  std::int64_t texts = 0;
};
MeanInterval intervalOf(const Distribution& texts);

/// One metric or pattern of one head in two statistics: the first's mean over texts less the second's.
struct MetricDifference {
  std::size_t head = 0;
  std::string metric;
  double mean = 0, other = 0;
  double difference = 0, error = 0;  ///< And its standard error: root of the sum of both errors' squares.
  double low = 0, high = 0;          ///< Interval of kIntervalLevel (Welch 1947), degrees of freedom by Satterthwaite.
  double t = 0;                      ///< difference / error; infinite for a difference without any spread.
  double effect = 0;  ///< difference / root of the mean of both variances over texts (Cohen's d); 0 where
                      ///< neither varies.
  std::int64_t texts = 0, others = 0;

  bool isSure() const { return low > 0 || high < 0; }
};

/// Throws Error, beginning with `place`, for statistics whose heads are not the same: of other shapes or attentions.
void checkSameHeads(const MeasuredModel& one, const MeasuredModel& other, const std::string& place);

/// Of every head each metric and pattern that both have over at least two texts each, the surest first: by |t|.
/// `metrics` are the names that are wanted, all for none. Texts count as drawn independently: of the same texts in both
/// the intervals are wider than they need be. Throws Error as checkSameHeads(), and for a metric that one lacks.
std::vector<MetricDifference> differencesOf(const CorpusStats& one, const CorpusStats& other,
                                            const std::vector<std::string>& metrics = {});

/// layer, head, metric, mean, against, difference, error, low, high, t, effect, texts, against_texts, rank.
Table differencesTable(const std::vector<MetricDifference>& differences, int heads);

/// What has to be known of two statistics beside each other: how many differences would be sure by chance alone, and
/// other limits or the same texts.
std::vector<std::string> remarksOn(const std::vector<MetricDifference>& differences, const CorpusStats& one,
                                   const CorpusStats& other);

}  // namespace headlight
