#pragma once

#include <filesystem>
#include <functional>

#include "core/corpus/corpus.h"
#include "core/corpus/corpus_stats.h"
#include "core/reading/source.h"

namespace headlight {

/// What is measured of each text.
struct CorpusSettings {
  Index maxTokens = 512;  ///< Longer texts are cut; never more than the model has positions for.
  std::vector<TokenPattern> patterns;
  AttentionType attention = AttentionType::Self;  ///< Or Encoder.
};

/// Nothing yet, of `model` and a part of a corpus. Throws Error for a model that reads no text, and for attention that
/// it does not have.
CorpusStats emptyStats(const Source& model, const Corpus& corpus, const CorpusSettings& settings);

/// How far a run is.
struct CorpusProgress {
  double part = 0;           ///< Of the corpus, 0 to 1.
  std::int64_t counted = 0;  ///< Texts that this run has counted or skipped.
  double seconds = 0;        ///< That it took.
};

/// Runs `model` over the rest of `corpus`, from the text that `stats` names as the next one, and adds what its heads do.
/// Short texts run side by side, several in one pass where the model can (Model::runJointly); what is added depends
/// neither on the number of threads nor on which texts share a pass. A text that cannot be read or run costs that text,
/// which is counted and named. `after` is called between batches, with all before `stats.next` counted once, and stops
/// the run by returning false; after the last text there is no next one. Throws Error where the corpus or the model
/// cannot be read any more, and for parts of another model or other settings.
void runCorpus(const Source& model, Corpus& corpus, CorpusStats& stats,
               const std::function<bool(const CorpusProgress&)>& after = {});

/// Whether `stats` are of this model, this part of this corpus and these settings; else throws Error that begins with
/// `place`.
void checkSameRun(const CorpusStats& stats, const CorpusStats& wanted, const std::string& place);

}  // namespace headlight
