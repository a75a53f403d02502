#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "core/corpus/corpus_ablation.h"
#include "core/corpus/corpus_stats.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/heads_report.h"

namespace headlight {

/// Statistics over many texts with the facts of every head, for the figures that show facts.
struct CorpusReport {
  std::shared_ptr<const CorpusStats> stats;
  std::shared_ptr<const HeadsReport> heads;  ///< Of all queries of all texts; its text says how many there are.
  std::vector<QString> notes;                ///< What was cut, skipped or stopped, a sentence each.
};
/// "500 texts: sentences.txt".
QString textsWords(std::int64_t texts, const QStringList& sources);
/// What was cut after how many tokens, skipped or stopped of a run over texts, a sentence each.
std::vector<QString> runNotes(std::int64_t cut, Index maxTokens, std::int64_t skipped,
                              const std::vector<SkippedText>& skippedTexts, bool stopped);
std::shared_ptr<const CorpusReport> corpusReport(std::shared_ptr<const CorpusStats> stats);
/// The report with numbers in place of tokens, without the names of files and without texts.
std::shared_ptr<const CorpusReport> withoutText(const std::shared_ptr<const CorpusReport>& report);

/// The texts of an exemplar list, first those where the metric is strongest, then one in the middle of each part of its
/// range, the weakest last.
struct ExemplarText {
  double value = 0;
  KeptText text;
};
/// Of the change of ln p without a head, the texts that lose most first.
std::vector<ExemplarText> exemplarsOf(const CorpusLosses& losses, std::size_t head);
std::vector<ExemplarText> exemplarsOf(const CorpusStats& stats, std::size_t head, std::size_t metric);

/// The number of a metric of the statistics: a name of headColumns(), or a pattern's; as many as there are metrics for
/// none of them.
std::size_t metricNumber(const CorpusStats& stats, std::string_view name);
/// Those of headColumns() that statistics have.
std::vector<const HeadColumn*> corpusColumns();
/// A metric of statistics as a person reads it: headColumnName(), or a pattern as it was asked for.
QString corpusMetricName(const std::string& metric);
/// In what a metric is measured, by its name; a pattern's score is a share.
MetricScale metricScale(const std::string& metric);
/// Colours of a metric up to `most`, or of its differences, with the unit for a legend.
ColourScale metricColours(const std::string& metric, double most, bool diverging = false);

}  // namespace headlight
