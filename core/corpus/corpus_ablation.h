#pragma once

#include <functional>
#include <map>
#include <vector>

#include "core/corpus/comparison/stats_difference.h"
#include "core/corpus/corpus_run.h"
#include "core/intervention/intervention.h"
#include "core/io/table.h"

namespace headlight {

/// What texts lose without one head.
struct HeadLoss {
  HeadId head;
  /// Over texts, of the change of ln p: without the head less with it; negative where the head helps.
  MeanInterval change;
  Distribution texts;  ///< The same numbers, binned by MetricScale::Change.
  Exemplars exemplars;

  bool isSure() const { return change.texts > 1 && (change.low > 0 || change.high < 0); }
};

/// What is lost without each head over many texts. ln p is, of a causal model, the mean over a text's tokens of that of
/// each token after those before it; of a classifier of texts, that of the class that it finds likeliest with all
/// heads.
struct CorpusLosses {
  Ablate::By by = Ablate::By::Zero;  ///< Zero or Mean.
  MeanInterval clean;           ///< ln p with all heads.
  std::vector<HeadLoss> heads;  ///< Layer by layer.
  std::int64_t texts = 0, cut = 0, skipped = 0;
  std::vector<SkippedText> skippedTexts;  ///< The first of them, at most kMostSkippedNames.
  std::map<std::uint64_t, KeptText> keptTexts;  ///< Exemplars by hash, and some that were.
  bool stopped = false;                         ///< Before the last text.

  /// The place of a head by its mean change, from 1, the largest loss.
  int rankOf(std::size_t head) const;
  int sureHeads() const;
};

/// Throws Error for a model that is neither causal nor a classifier of texts.
void checkAblates(const Source& model);

/// Ablates every head over every text of `corpus`, cut after `settings.maxTokens`, one at a time; `by` is Zero or Mean
/// (over each text). Texts run side by side, and the result does not depend on the number of threads. `after` is called
/// between batches with what is done so far, and ends the work with it by returning false. `stop` is asked between runs,
/// from several threads: once it is true, texts that were not through all heads count for nothing and the work ends. A
/// text that cannot be read or run, or has nothing to be predicted, is skipped. Throws Error as checkAblates().
CorpusLosses ablateOver(const Source& model, Corpus& corpus, const CorpusSettings& settings, Ablate::By by,
                        const std::function<bool(const CorpusProgress&, const CorpusLosses&)>& after = {},
                        const std::function<bool()>& stop = {});

/// ablation (zero or mean), layer, head, log_probability_change, error, low, high, texts, rank: one row a head; rank 1
/// is the largest loss.
Table lossesTable(const CorpusLosses& losses);
/// What has to be known of them: how far ln p is with all heads, how many changes are sure, cut and skipped texts.
std::vector<std::string> remarksOn(const CorpusLosses& losses);

}  // namespace headlight
