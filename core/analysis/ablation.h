#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/model/model_folder.h"

namespace headlight {

/// One outcome in one row of a run's logits: the token or class whose probability is watched.
struct Outcome {
  Index row = 0;
  std::int64_t id = 0;
};

/// The outcome that a person names: a class by label or number, a token by the vocabulary's string, by a text that is
/// one token, or by its number; "id:5" is the number, whatever a token or a class is called. Throws Error when there is
/// none, or when the text is several tokens.
std::int64_t outcomeNamed(const ModelFolder& model, const std::string& name);
/// A sentence on the other outcome that `name` may have meant as well: an id where a token is spelt like a number, a
/// word's beginning (" P") where "P" goes on with one. Empty where there is none.
std::string otherOutcome(const ModelFolder& model, const std::string& name);

/// The likeliest outcome of a row.
std::int64_t likeliestOutcome(const Trace& trace, Index row);

/// What is asked of an ablation: the answer that is watched, and what stands for the output of a head.
struct AblationQuestion {
  Outcome outcome;
  Ablate::By by = Ablate::By::Zero;
  std::string other = {};                         ///< Text, for By::MeanOfOther.
  AttentionType attention = AttentionType::Self;  ///< Whose heads.
  HeadSet heads = {};                             ///< Those of them that are ablated; empty for all.
  OtherRuns others = {};                          ///< With a run of that text.
};

/// What happens to the prediction without one head.
struct AblationEffect {
  HeadId head;
  double logProbabilityChange = 0;  ///< ln p of the outcome without the head - with it; negative where the head helps.
  double divergence = 0;            ///< KL of the whole distribution, with from without, in nats.
};

/// Ablates every head that the question asks for in turn and compares with `clean`, a run of the model with logits;
/// layers before the head's are taken from it. Heads in order. Throws Error for a row, an outcome or heads that there
/// are not, and for a model that gives one number; Cancelled.
std::vector<AblationEffect> ablateEveryHead(const Model& model, const std::shared_ptr<const Trace>& clean,
                                            const AblationQuestion& question, const Progress& progress = {});

/// What happens to the prediction without one expert.
struct ExpertAblationEffect {
  int layer = 0, expert = 0;
  Index tokens = 0;  ///< That chose it in the clean run.
  double logProbabilityChange = 0, divergence = 0;  ///< As in AblationEffect.
};

/// Switches off every expert of the decoder (or of the encoder, as the question says) in turn. Throws like
/// ablateEveryHead, and Error for a model without experts.
std::vector<ExpertAblationEffect> ablateEveryExpert(const Model& model, const std::shared_ptr<const Trace>& clean,
                                                    const AblationQuestion& question, const Progress& progress = {});

}  // namespace headlight
