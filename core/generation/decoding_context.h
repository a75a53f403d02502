#pragma once

#include <vector>

#include "core/generation/generation.h"

namespace headlight {

/// What every way to choose tokens does: rows of the model's answers, the tokens that must or must not be, and reading
/// a token that was chosen.
class DecodingContext {
 public:
  /// Throws Error for a model that does not say the next token.
  DecodingContext(const ModelFolder& model, const GenerationOptions& options);

  /// What the model read before the first step.
  Generation prefill(const ModelInput& text, const std::optional<Encoding>& target) const;

  /// ln p of every token behind the last one of `trace`.
  static std::vector<double> nextTokenLogProbs(const Trace& trace);
  /// The same as the folder's rules change it: -infinity for those that must not be; for all but one where it says
  /// which one stands there.
  std::vector<double> constrained(const Generation& generation, std::vector<double> logProbabilities) const;
  /// The step that chooses `id`.
  GenerationStep step(const Generation& generation, const std::vector<double>& logProbabilities, std::int64_t id) const;
  /// Adds a step and reads its token.
  void add(Generation& generation, GenerationStep step, const Progress& progress) const;
  /// Whether nothing follows the token.
  bool ends(std::int64_t id) const;
  /// Why nothing follows what there is by now; Open where something does.
  Generation::StopReason endOf(const Generation& generation) const;
  const GenerationOptions& options() const { return m_options; }
  /// What the model's files say.
  const GenerationConfig& files() const { return m_model.model->generation(); }

 private:
  std::optional<std::int64_t> forced(const Generation& generation) const;
  /// Makes the tokens that were `read` less likely, as repetition_penalty says.
  void penalise(const Trace& trace, std::vector<std::int64_t> read, std::vector<double>& logProbabilities) const;
  RunOptions runOptions(const Progress& progress) const;

  const ModelFolder& m_model;
  const GenerationOptions& m_options;
  const Tokenizer* m_tokenizer;
};

}  // namespace headlight
