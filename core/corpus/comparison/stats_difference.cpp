#include "core/corpus/comparison/stats_difference.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/corpus/comparison/student.h"

namespace headlight {
namespace {

MetricDifference differenceOf(const Distribution& one, const Distribution& other) {
  MetricDifference found;
  found.mean = one.mean();
  found.other = other.mean();
  found.texts = one.count;
  found.others = other.count;
  found.difference = found.mean - found.other;
  const double a = one.error() * one.error(), b = other.error() * other.error(), both = a + b;
  found.error = std::sqrt(both);
  found.low = found.high = found.difference;
  // What is left of a spread that is none is rounding.
  constexpr double kRounding = 1e-12;
  if (found.error <= kRounding * std::max(1.0, std::abs(found.mean))) {
    const bool same = std::abs(found.difference) <= kRounding * std::max(1.0, std::abs(found.mean));
    found.t = same ? 0 : std::copysign(std::numeric_limits<double>::infinity(), found.difference);
    if (same) found.difference = found.low = found.high = 0;
    return found;
  }
  const double degrees =
      both * both / (a * a / static_cast<double>(one.count - 1) + b * b / static_cast<double>(other.count - 1));
  const double reach = studentQuantile(kIntervalLevel, degrees) * found.error;
  found.low -= reach;
  found.high += reach;
  found.t = found.difference / found.error;
  found.effect =
      found.difference / std::sqrt((one.deviation() * one.deviation() + other.deviation() * other.deviation()) / 2);
  return found;
}

}  // namespace

MeanInterval intervalOf(const Distribution& texts) {
  MeanInterval interval{texts.mean(), texts.error(), texts.mean(), texts.mean(), texts.count};
  if (texts.count < 2 || !(interval.error > 0)) return interval;
  const double reach = studentQuantile(kIntervalLevel, static_cast<double>(texts.count - 1)) * interval.error;
  interval.low -= reach;
  interval.high += reach;
  return interval;
}

void checkSameHeads(const MeasuredModel& one, const MeasuredModel& other, const std::string& place) {
  const auto shape = [](const MeasuredModel& model) {
    return std::to_string(model.layers) + " layers of " + std::to_string(model.heads) + " heads (" +
           std::string(nameOf(model.attention)) + ")";
  };
  if (one.layers != other.layers || one.heads != other.heads || one.attention != other.attention)
    throw Error(place + ": expected " + shape(one) + ", found " + shape(other));
}

std::vector<MetricDifference> differencesOf(const CorpusStats& one, const CorpusStats& other,
                                            const std::vector<std::string>& metrics) {
  checkSameHeads(one.model, other.model, "statistics of '" + other.model.name + "'");
  const std::vector<std::string> names = one.metricNames(), others = other.metricNames();
  for (const std::string& wanted : metrics)
    for (const std::vector<std::string>* all : {&names, &others})
      if (std::find(all->begin(), all->end(), wanted) == all->end())
        throw Error("metric '" + wanted + "': expected one that both statistics have");
  std::vector<MetricDifference> found;
  for (std::size_t metric = 0; metric < names.size(); ++metric) {
    if (!metrics.empty() && std::find(metrics.begin(), metrics.end(), names[metric]) == metrics.end()) continue;
    const auto same = std::find(others.begin(), others.end(), names[metric]);
    if (same == others.end()) continue;
    const auto at = static_cast<std::size_t>(same - others.begin());
    for (std::size_t head = 0; head < one.heads.size(); ++head) {
      const Distribution &here = one.heads[head].metrics[metric].texts, &there = other.heads[head].metrics[at].texts;
      if (here.count < 2 || there.count < 2) continue;
      found.push_back(differenceOf(here, there));
      found.back().head = head;
      found.back().metric = names[metric];
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const MetricDifference& a, const MetricDifference& b) { return std::abs(a.t) > std::abs(b.t); });
  return found;
}

Table differencesTable(const std::vector<MetricDifference>& differences, int heads) {
  Table table;
  table.columns = {"layer", "head", "metric", "mean",   "against", "difference",    "error",
                   "low",   "high", "t",      "effect", "texts",   "against_texts", "rank"};
  for (const MetricDifference& each : differences) {
    const HeadId head = headNumbered(static_cast<std::ptrdiff_t>(each.head), heads);
    table.rows.push_back({static_cast<double>(head.layer), static_cast<double>(head.head), each.metric, each.mean,
                          each.other, each.difference, each.error, each.low, each.high,
                          std::isfinite(each.t) ? TableCell(each.t) : TableCell(), each.effect,
                          static_cast<double>(each.texts), static_cast<double>(each.others),
                          static_cast<double>(table.rows.size() + 1)});
  }
  return table;
}

std::vector<std::string> remarksOn(const std::vector<MetricDifference>& differences, const CorpusStats& one,
                                   const CorpusStats& other) {
  std::vector<std::string> remarks;
  const auto sure =
      std::count_if(differences.begin(), differences.end(), [](const MetricDifference& each) { return each.isSure(); });
  remarks.push_back(std::to_string(sure) + " of " + std::to_string(differences.size()) +
                    " differences have a 95% interval without 0; without any difference about " +
                    std::to_string(std::llround((1 - kIntervalLevel) * static_cast<double>(differences.size()))) +
                    " would.");
  if (one.texts == other.texts && one.hash == other.hash)
    remarks.push_back(
        "Both are of the same texts; the intervals take them as independent samples, so they may be wider "
        "than needed.");
  if (one.maxTokens != other.maxTokens)
    remarks.push_back("Texts are cut after " + std::to_string(one.maxTokens) + " and after " +
                      std::to_string(other.maxTokens) + " tokens, on which distances and entropies depend.");
  return remarks;
}

}  // namespace headlight
