#pragma once

#include <filesystem>
#include <memory>

#include "core/corpus/comparison/stats_series.h"
#include "ui/charts/corpus/reports/corpus_report.h"

namespace headlight {

/// Two statistics of heads of one shape beside each other: two corpora, or two models.
struct StatsPair {
  std::shared_ptr<const CorpusReport> one, other;
};
/// Throws Error for heads of other shapes.
std::shared_ptr<const StatsPair> statsPair(std::shared_ptr<const CorpusReport> one,
                                           std::shared_ptr<const CorpusReport> other);
/// The pair without names of files and tokens.
std::shared_ptr<const StatsPair> withoutText(const std::shared_ptr<const StatsPair>& pair);
/// "A: gpt · 500 texts: a.txt; B: gpt · 500 texts: b.txt".
QString captionOf(const StatsPair& pair);
/// Every head's difference in one metric, in their order; none for a head that lacks it in one. Empty for a metric that
/// one of both lacks.
std::vector<std::optional<MetricDifference>> differencesIn(const StatsPair& pair, const std::string& metric);
/// What has to be known of them: how many are sure, and how many would be by chance alone; the same texts; other
/// limits.
std::vector<QString> notesOn(const StatsPair& pair, const std::vector<std::optional<MetricDifference>>& differences);
/// "L3 H1: 0.512 (A, 500 texts) and 0.301 (B, 500 texts); A − B +0.211, 95% interval +0.190 to +0.232".
QString differenceWords(const MetricDifference& difference, HeadId head);

/// The statistics of several states of a model, as training left them.
struct TrainingReport {
  StatsSeries series;
  std::vector<std::filesystem::path> files;  ///< Of each step.
  QString model;                             ///< Its name, with those of the first and the last step.
};
/// Of all files of statistics in a folder; throws Error as readSeries() does.
std::shared_ptr<const TrainingReport> readTraining(const std::filesystem::path& folder);
/// How a step is called on an axis: its number, or its name where steps have none.
QString stepName(const TrainingReport& report, std::size_t step);
/// Where each head's metric changes surest from one step to the next: the step after, where the intervals of
/// kIntervalLevel before and after do not overlap; nothing elsewhere. Throws no error: heads without the metric have
/// none.
std::vector<std::optional<SeriesBreak>> clearBreaks(const TrainingReport& report, std::size_t metric);
/// "7 of 24 heads change most between 200 and 400." or that none changes clearly.
QString breaksNote(const TrainingReport& report, const std::vector<std::optional<SeriesBreak>>& breaks);
/// The heads by how far a metric moves over all steps, the farthest first.
std::vector<std::size_t> headsByChange(const TrainingReport& report, std::size_t metric);
/// The number of a metric that all steps have; as many as there are for none.
std::size_t seriesMetric(const TrainingReport& report, const std::string& metric);
/// "L3 H1, 400: 0.512 (95% interval 0.490 to 0.534, 200 texts)".
QString stepWords(const TrainingReport& report, std::size_t step, std::size_t head, std::size_t metric);

}  // namespace headlight
