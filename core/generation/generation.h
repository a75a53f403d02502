#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/progress.h"
#include "core/generation/sampling.h"
#include "core/intervention/intervention.h"
#include "core/model/model_folder.h"
#include "core/model/predictions.h"

namespace headlight {

/// One token that was generated, and what else might have stood there.
struct GenerationStep {
  Prediction chosen;            ///< With the probability that the model gave it, whatever the way it was chosen.
  std::vector<Prediction> top;  ///< What the model thought likeliest there.
  bool forced = false;          ///< The model's folder says that this token stands here.
};

/// What a model wrote so far.
struct Generation {
  enum class StopReason {
    None,      ///< More would follow.
    Eos,  ///< The model said the end.
    MaxTokens,    ///< As many tokens as were asked for.
    MaxPositions  ///< The model has no positions for more.
  };
  std::shared_ptr<const Trace> trace;  ///< A run over what was given and every token that was generated.
  Index first = 0;                     ///< Tokens that were given: step i made token first + i of the trace.
  std::vector<GenerationStep> steps;
  StopReason end = StopReason::None;

  /// Σ ln p of the tokens that were generated.
  double logProbability() const;
  /// The row of the trace's logits, and of its attention, that step i was read from.
  Index rowOf(std::size_t step) const { return first + static_cast<Index>(step) - 1; }
};

/// How a text is continued, or translated.
struct GenerationOptions : Writing {
  int alternatives = 10;                    ///< Of each step.
  std::optional<TurnPlace> turn = {};       ///< Of a conversation, the turn that is written.
  std::vector<Intervention> interventions = {};  ///< Act at every step, on the tokens that there are by then.
  OtherRuns others = {};                         ///< Of each other text that the interventions name.
  Progress progress = {};
  /// Called with everything so far after each token, once the model has read it. In a beam search that is the best
  /// hypothesis so far, which may begin otherwise than the one before.
  std::function<void(const Generation&)> onToken = {};
};

/// What the files of a model say on how it chooses tokens and `writing` does otherwise, or cannot do, a sentence each.
std::vector<std::string> remarksOnWriting(const GenerationConfig& files, const Writing& writing);

/// Continues `text`; an encoder–decoder model reads it as the source and continues `target`, without one the token with
/// which its decoder begins. Keys and values are kept, so that a step costs the run of one token; only from a layer on
/// in which outputs are replaced (a mean, a patch), or `last` is meant, every token is run again. Throws Error for a
/// model that does not say the next token, for options out of range and as a run does; Cancelled.
Generation generate(const ModelFolder& model, const ModelInput& text, const GenerationOptions& options,
                    const std::optional<Encoding>& target = {});

/// The same steps as `from` up to `step`, token `id` there instead, and what follows from it; `from` must be of this
/// model with these interventions. Throws Error for a step or a token that there is not.
Generation branch(const ModelFolder& model, const Generation& from, std::size_t step, std::int64_t id,
                  const GenerationOptions& options);

}  // namespace headlight
