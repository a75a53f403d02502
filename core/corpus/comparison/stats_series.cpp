#include "core/corpus/comparison/stats_series.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/natural_order.h"
#include "core/corpus/stats_file.h"

namespace headlight {
namespace {

StatsStep stepOf(const CorpusStats& stats, const std::filesystem::path& file) {
  StatsStep step{file.stem().string(), stepIn(file.stem().string()), {}};
  for (const HeadStats& head : stats.heads)
    for (const MetricStats& metric : head.metrics)
      step.means.push_back(metric.texts.count > 0 ? std::optional(intervalOf(metric.texts)) : std::nullopt);
  return step;
}

/// Keeps the metrics of `names` in `step`, which has those of `from`.
void keepMetrics(StatsStep& step, const std::vector<std::string>& from, const std::vector<std::string>& names) {
  std::vector<std::optional<MeanInterval>> kept;
  for (std::size_t head = 0; head < step.means.size() / from.size(); ++head)
    for (const std::string& name : names)
      kept.push_back(step.means[head * from.size() +
                                static_cast<std::size_t>(std::find(from.begin(), from.end(), name) - from.begin())]);
  step.means = std::move(kept);
}

}  // namespace

bool StatsSeries::numbered() const {
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (!steps[i].step || (i > 0 && !(*steps[i].step > *steps[i - 1].step))) return false;
  return true;
}

std::vector<std::filesystem::path> statsFilesIn(const std::filesystem::path& path) {
  if (!isFolder(path)) return {path};
  std::vector<std::filesystem::path> files;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(path, failed))
    if (entry.path().extension() == ".headstats" && isFile(entry.path())) files.push_back(entry.path());
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return naturallyBefore(a.filename().string(), b.filename().string()); });
  return files;
}

StatsSeries readSeries(const std::vector<std::filesystem::path>& files) {
  if (files.empty()) throw Error("series: expected files of statistics, found none");
  StatsSeries series;
  std::vector<std::vector<std::string>> names;
  for (const std::filesystem::path& file : files) {
    const CorpusStats stats = readStats(file);
    if (names.empty())
      series.model = stats.model;
    else
      checkSameHeads(series.model, stats.model, "'" + file.string() + "'");
    names.push_back(stats.metricNames());
    series.steps.push_back(stepOf(stats, file));
  }
  for (const std::string& name : names.front())
    if (std::all_of(names.begin(), names.end(), [&](const std::vector<std::string>& each) {
          return std::find(each.begin(), each.end(), name) != each.end();
        }))
      series.metrics.push_back(name);
  for (std::size_t i = 0; i < series.steps.size(); ++i) keepMetrics(series.steps[i], names[i], series.metrics);
  return series;
}

std::vector<SeriesBreak> breaksOf(const StatsSeries& series) {
  std::vector<SeriesBreak> breaks;
  for (std::size_t metric = 0; metric < series.metrics.size(); ++metric)
    for (std::size_t head = 0; head < series.heads(); ++head) {
      SeriesBreak most{head, metric, 0, 0, 0};
      for (std::size_t step = 1; step < series.steps.size(); ++step) {
        const auto &before = series.at(step - 1, head, metric), &now = series.at(step, head, metric);
        if (!before || !now) continue;
        const double error = std::hypot(before->error, now->error);
        const double change = now->mean - before->mean, t = error > 0 ? std::abs(change) / error : 0;
        if (t > most.t) most = {head, metric, step, change, t};
      }
      if (most.after > 0) breaks.push_back(most);
    }
  std::stable_sort(breaks.begin(), breaks.end(), [](const SeriesBreak& a, const SeriesBreak& b) { return a.t > b.t; });
  return breaks;
}

Table seriesTable(const StatsSeries& series, const std::vector<std::string>& metrics) {
  for (const std::string& wanted : metrics)
    if (std::find(series.metrics.begin(), series.metrics.end(), wanted) == series.metrics.end())
      throw Error("metric '" + wanted + "': expected one that all files have");
  Table table;
  table.columns = {"step", "name", "layer", "head", "metric", "mean", "error", "low", "high", "texts"};
  for (std::size_t metric = 0; metric < series.metrics.size(); ++metric) {
    if (!metrics.empty() && std::find(metrics.begin(), metrics.end(), series.metrics[metric]) == metrics.end())
      continue;
    for (std::size_t head = 0; head < series.heads(); ++head) {
      const HeadId id = headNumbered(static_cast<std::ptrdiff_t>(head), series.model.heads);
      for (std::size_t step = 0; step < series.steps.size(); ++step) {
        const auto& mean = series.at(step, head, metric);
        if (!mean) continue;
        table.rows.push_back({cellOf(series.steps[step].step), series.steps[step].name, static_cast<double>(id.layer),
                              static_cast<double>(id.head), series.metrics[metric], mean->mean, mean->error, mean->low,
                              mean->high, static_cast<double>(mean->texts)});
      }
    }
  }
  return table;
}

}  // namespace headlight
