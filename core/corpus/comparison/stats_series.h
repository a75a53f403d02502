#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/corpus/comparison/stats_difference.h"

namespace headlight {

/// The means of one file of statistics among several of one model: a step of its training.
struct StatsStep {
  std::string name;            ///< Of the file, without its ending: "step-1000".
  std::optional<double> step;  ///< The last number in it; see StatsSeries::numbered().
  std::vector<std::optional<MeanInterval>> means;  ///< [heads, metrics]; none where no text has one.
};

/// How every metric of every head goes over several files, in the natural order of their names: checkpoints of
/// training, or any other row of models of one shape.
struct StatsSeries {
  MeasuredModel model;               ///< Of the first.
  std::vector<std::string> metrics;  ///< Those that all of them have.
  std::vector<StatsStep> steps;

  std::size_t heads() const { return static_cast<std::size_t>(model.layers) * static_cast<std::size_t>(model.heads); }
  const std::optional<MeanInterval>& at(std::size_t step, std::size_t head, std::size_t metric) const {
    return steps[step].means[head * metrics.size() + metric];
  }
  /// Whether every step has a number of its own, ascending, so that they may be placed by it.
  bool numbered() const;
  /// Where a step is: its number, or its place from 0.
  double placeOf(std::size_t step) const { return numbered() ? *steps[step].step : static_cast<double>(step); }
};

/// The .headstats files that `path` names: itself, or those in a folder, in natural order.
std::vector<std::filesystem::path> statsFilesIn(const std::filesystem::path& path);

/// Reads one file after the other, so that memory holds the numbers of one. Throws Error for no file, for heads of
/// another shape than the first's, and as readStats().
StatsSeries readSeries(const std::vector<std::filesystem::path>& files);

/// The largest step of a metric of a head between two neighbours, in standard errors of their difference: where its
/// curve breaks.
struct SeriesBreak {
  std::size_t head = 0, metric = 0, after = 0;  ///< Between the steps after - 1 and after.
  double change = 0, t = 0;
};
/// Of each head and metric, the surest first; none for fewer than two steps.
std::vector<SeriesBreak> breaksOf(const StatsSeries& series);

/// step (a number, or nothing), name, layer, head, metric, mean, error, low, high, texts: one row each, the metrics
/// that are named (all for none). Throws Error for one that there is not.
Table seriesTable(const StatsSeries& series, const std::vector<std::string>& metrics = {});

}  // namespace headlight
