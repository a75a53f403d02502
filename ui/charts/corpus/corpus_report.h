#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "core/corpus/corpus_stats.h"
#include "ui/figures/heads_report.h"

namespace headlight {

/// Statistics over many texts with the facts of every head, for the figures that show facts.
struct CorpusReport {
  std::shared_ptr<const CorpusStats> stats;
  std::shared_ptr<const HeadsReport> heads;  ///< Of all queries of all texts; its text says how many there are.
  std::vector<QString> notes;                ///< What was cut, skipped or stopped, a sentence each.
};
std::shared_ptr<const CorpusReport> corpusReport(std::shared_ptr<const CorpusStats> stats);

/// The texts of an exemplar list, first those where the metric is strongest, then one in the middle of each part of its
/// range, the weakest last.
struct ExemplarText {
  double value = 0;
  KeptText text;
};
std::vector<ExemplarText> exemplarsOf(const CorpusStats& stats, std::size_t head, std::size_t metric);

/// The number of a metric of the statistics: a name of headColumns().
std::size_t metricNumber(std::string_view name);
/// Those of headColumns() that statistics have.
std::vector<const HeadColumn*> corpusColumns();

}  // namespace headlight
