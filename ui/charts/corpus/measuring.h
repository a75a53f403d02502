#pragma once

#include "core/base/progress.h"
#include "ui/charts/corpus/corpus_run_job.h"
#include "ui/charts/corpus/losses_report.h"

namespace headlight {

/// What every head of `model` does over the texts, told now and then while it is counted.
std::shared_ptr<const CorpusStats> measureModel(const Source& model, const CorpusSpec& spec,
                                                const CorpusSettings& settings, CorpusRunState& shared,
                                                const Progress& progress);
/// What the texts lose without each head of it, told likewise; throws Error as ablateOver() does.
std::shared_ptr<const LossesReport> measureLosses(const Source& model, const CorpusSpec& spec,
                                                  const CorpusSettings& settings, Ablate::By by, CorpusRunState& shared,
                                                  const Progress& progress);

}  // namespace headlight
