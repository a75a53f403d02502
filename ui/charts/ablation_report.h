#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "core/analysis/ablation.h"
#include "core/analysis/head_labels.h"

namespace headlight {

/// What switching off every head in turn does to an answer, with the names that a picture of it needs.
struct AblationReport {
  AblationQuestion question;
  std::vector<AblationEffect> effects;  ///< Every head in order.
  std::vector<HeadLabel> labels;        ///< As many; empty where no labels were asked for.
  double logProbability = 0;            ///< ln p of the answer with all heads.
  QString model, text, answer;          ///< The answer as a person reads it.
};

/// Ablates every head of a run of `model` and labels those of self-attention, with the induction probe, if `labels`
/// says so. Throws Error as ablateEveryHead() does; Cancelled.
AblationReport tellAblation(const ModelFolder& model, const std::shared_ptr<const Trace>& clean,
                           const AblationQuestion& question, bool labels, const Progress& progress = {});

/// The story with nothing of its text: neither the text nor the answer.
std::shared_ptr<const AblationReport> withoutText(const std::shared_ptr<const AblationReport>& story);

/// The heads' numbers in the story, those without which the answer loses most first.
std::vector<std::size_t> largestDrops(const AblationReport& story);

}  // namespace headlight
