#include "ui/charts/corpus/reports/comparing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/head_words.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr int kMeanDigits = 3;

HeadId measuredHead(const MeasuredModel& model, std::size_t head) {
  return headNumbered(static_cast<std::ptrdiff_t>(head), model.heads).of(model.attention);
}

}  // namespace

std::shared_ptr<const StatsPair> statsPair(std::shared_ptr<const CorpusReport> one,
                                           std::shared_ptr<const CorpusReport> other) {
  checkSameHeads(one->stats->model, other->stats->model, "statistics of '" + other->stats->model.name + "'");
  return std::make_shared<const StatsPair>(StatsPair{std::move(one), std::move(other)});
}

std::shared_ptr<const StatsPair> withoutText(const std::shared_ptr<const StatsPair>& pair) {
  return std::make_shared<const StatsPair>(StatsPair{withoutText(pair->one), withoutText(pair->other)});
}

QString captionOf(const StatsPair& pair) {
  const auto words = [](const HeadsReport& heads) {
    return heads.text.isEmpty() ? heads.model : heads.model + QStringLiteral(" · ") + heads.text;
  };
  return Words::tr("A: %1; B: %2").arg(words(*pair.one->heads), words(*pair.other->heads));
}

std::vector<std::optional<MetricDifference>> differencesIn(const StatsPair& pair, const std::string& metric) {
  const CorpusStats &one = *pair.one->stats, &other = *pair.other->stats;
  std::vector<std::optional<MetricDifference>> all;
  if (metricNumber(one, metric) == one.metricNames().size() ||
      metricNumber(other, metric) == other.metricNames().size())
    return all;
  all.resize(one.heads.size());
  for (MetricDifference& each : differencesOf(one, other, {metric})) all[each.head] = std::move(each);
  return all;
}

std::vector<QString> notesOn(const StatsPair& pair, const std::vector<std::optional<MetricDifference>>& differences) {
  std::vector<QString> notes;
  const CorpusStats &one = *pair.one->stats, &other = *pair.other->stats;
  const auto there =
      std::count_if(differences.begin(), differences.end(), [](const auto& each) { return each.has_value(); });
  const auto sure =
      std::count_if(differences.begin(), differences.end(), [](const auto& each) { return each && each->isSure(); });
  notes.push_back(
      Words::tr("%1 of %2 heads have a 95% interval (Welch) without 0; about %3 would without any difference.")
          .arg(sure)
          .arg(there)
          .arg(localNumber(std::round((1 - kIntervalLevel) * static_cast<double>(there)), 'f', 0)));
  if (one.texts == other.texts && one.hash == other.hash)
    notes.push_back(Words::tr("A and B read the same texts: intervals are wider than they need be."));
  if (one.maxTokens != other.maxTokens)
    notes.push_back(
        Words::tr("Texts are cut after %1 tokens (A) and %2 tokens (B), on which distances and entropies depend.")
            .arg(one.maxTokens)
            .arg(other.maxTokens));
  return notes;
}

QString differenceWords(const MetricDifference& each, HeadId head) {
  return Words::tr("%1: %2 (A, %3 texts) and %4 (B, %5 texts); A − B %6, 95% interval %7 to %8")
      .arg(headName(head), numberText(each.mean, kMeanDigits))
      .arg(each.texts)
      .arg(numberText(each.other, kMeanDigits))
      .arg(each.others)
      .arg(signedNumberText(each.difference, kMeanDigits), signedNumberText(each.low, kMeanDigits),
           signedNumberText(each.high, kMeanDigits));
}

std::shared_ptr<const TrainingReport> readTraining(const std::filesystem::path& folder) {
  auto report = std::make_shared<TrainingReport>();
  report->files = statsFilesIn(folder);
  report->series = readSeries(report->files);
  // A checkpoint is often called as its file: then the first's name would not say what the others are.
  const StatsSeries& series = report->series;
  const QString steps = QString::fromStdString(series.steps.front().name) + QStringLiteral(" – ") +
                        QString::fromStdString(series.steps.back().name);
  report->model = series.model.name == series.steps.front().name
                      ? steps
                      : QString::fromStdString(series.model.name) + QStringLiteral(" · ") + steps;
  return report;
}

QString stepName(const TrainingReport& report, std::size_t step) {
  const StatsStep& of = report.series.steps[step];
  return report.series.numbered() ? localNumber(*of.step, 'f', 0) : QString::fromStdString(of.name);
}

std::vector<std::optional<SeriesBreak>> clearBreaks(const TrainingReport& report, std::size_t metric) {
  const StatsSeries& series = report.series;
  std::vector<std::optional<SeriesBreak>> clear(series.heads());
  for (const SeriesBreak& each : breaksOf(series)) {
    if (each.metric != metric) continue;
    const auto &before = series.at(each.after - 1, each.head, metric), &now = series.at(each.after, each.head, metric);
    if (before->high < now->low || now->high < before->low) clear[each.head] = each;
  }
  return clear;
}

QString breaksNote(const TrainingReport& report, const std::vector<std::optional<SeriesBreak>>& breaks) {
  std::map<std::size_t, int> at;
  for (const auto& each : breaks)
    if (each) ++at[each->after];
  if (at.empty()) return Words::tr("No head changes clearly from one step to the next.");
  const auto most =
      std::max_element(at.begin(), at.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return Words::tr("%1 of %2 heads change most between %3 and %4.")
      .arg(most->second)
      .arg(breaks.size())
      .arg(stepName(report, most->first - 1), stepName(report, most->first));
}

std::vector<std::size_t> headsByChange(const TrainingReport& report, std::size_t metric) {
  const StatsSeries& series = report.series;
  std::vector<double> ranges(series.heads());
  for (std::size_t head = 0; head < ranges.size(); ++head) {
    std::optional<double> least, most;
    for (std::size_t step = 0; step < series.steps.size(); ++step)
      if (const auto& mean = series.at(step, head, metric)) {
        least = std::min(least.value_or(mean->mean), mean->mean);
        most = std::max(most.value_or(mean->mean), mean->mean);
      }
    if (most) ranges[head] = *most - *least;
  }
  std::vector<std::size_t> order(ranges.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ranges[a] > ranges[b]; });
  return order;
}

std::size_t seriesMetric(const TrainingReport& report, const std::string& metric) {
  const auto& names = report.series.metrics;
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), metric) - names.begin());
}

QString stepWords(const TrainingReport& report, std::size_t step, std::size_t head, std::size_t metric) {
  const auto& mean = report.series.at(step, head, metric);
  const QString where = Words::tr("%1, step %2", "a head and a step of training")
                            .arg(headName(measuredHead(report.series.model, head)), stepName(report, step));
  if (!mean) return where;
  return Words::tr("%1: %2 (95% interval %3 to %4, %5 texts)")
      .arg(where, numberText(mean->mean, kMeanDigits), numberText(mean->low, kMeanDigits),
           numberText(mean->high, kMeanDigits))
      .arg(mean->texts);
}

}  // namespace headlight
