#pragma once

#include "core/corpus/corpus_ablation.h"
#include "ui/charts/corpus/head_intervals_figure.h"
#include "ui/charts/corpus/metric_atlas_figure.h"

namespace headlight {

/// What many texts lose without each head, with the names that a picture of it needs.
struct LossesReport {
  CorpusLosses losses;
  std::string identity;              ///< The model's, as in statistics.
  QString model, texts;              ///< The texts as "500 texts: sentences.txt".
  int layers = 0, heads = 0;
  Index maxTokens = 0;   ///< Texts are cut after so many.
  bool classes = false;  ///< Whether it is the class that is lost, not the next token.
};
/// The report without the names of files.
std::shared_ptr<const LossesReport> withoutText(const std::shared_ptr<const LossesReport>& report);
/// What has to be known of them, a sentence each.
std::vector<QString> notesOn(const LossesReport& report);

/// What is lost as an axis or a list of metrics calls it, and as a file does.
QString lossName();
inline constexpr const char* kLossMetric = "log_probability_change";
/// "L3 H1: Δ ln p −0.0123, 95% interval −0.0150 to −0.0096, 500 texts".
QString lossWords(const HeadLoss& loss);
/// "gpt · 500 texts: sentences.txt · zero ablation".
QString captionOf(const LossesReport& report);

/// The changes with their intervals, the largest loss first.
HeadIntervals lossIntervals(const LossesReport& report);
/// The same as a layer × head grid, sure changes outlined.
MetricAtlas lossAtlas(const LossesReport& report);

}  // namespace headlight
