#include "app/commands/figure/ablation_argument.h"

#include <algorithm>

#include "app/usage_error.h"
#include "core/analysis/effect.h"
#include "core/base/error.h"
#include "core/reading/draws.h"

namespace headlight {

void AblationArgument::addTo(CLI::App& command) {
  command
      .add_option("--by", by,
                  "Ablation: replace a head's output by zero or its mean over the text (or --of)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"zero", "mean"}))
      ->capture_default_str();
  command.add_option("--of", other, "Ablation: text to take the mean from")->type_name("T");
  command
      .add_option("--target", target,
                  "Ablation, lens, circuits: target token (text, or its id: id:5) or class (default: most likely)")
      ->type_name("TOKEN");
  command
      .add_option("--position", position,
                  "Ablation, circuits: token to predict at, by number or word (default: last token or first mask)")
      ->type_name("N|WORD");
}

void AblationArgument::check() const {
  if (!other.empty() && std::find(by.begin(), by.end(), "mean") == by.end())
    throw UsageError("--of: expected --by mean, found --by zero");
}

std::vector<AblationQuestion> AblationArgument::questions(const ModelFolder& model, const Trace& clean,
                                                          Remarks& remarks) const {
  Outcome outcome;
  outcome.row = position ? tokenBy("--position", *position, clean.encoding.tokens, remarks)
                         : answerRows(model.model->info(), clean, model.tokenizer.get()).front();
  if (outcome.row >= clean.logits.rows())
    throw Error("--position: expected a model that predicts at each token, found one that predicts at " +
                std::to_string(clean.logits.rows()));
  outcome.id = target.empty() ? likeliestOutcome(clean, outcome.row) : outcomeOf("--target", model, target, remarks);
  std::vector<AblationQuestion> all;
  for (const std::string& each : by) {
    AblationQuestion question{outcome};
    question.by = each == "zero" ? Ablate::By::Zero : other.empty() ? Ablate::By::Mean : Ablate::By::MeanOfOther;
    question.other = other;
    question.others = runOtherTexts({Ablate{{}, question.by, question.other}}, model);
    all.push_back(std::move(question));
  }
  return all;
}

std::int64_t outcomeOf(const char* option, const ModelFolder& model, const std::string& name, Remarks& remarks) {
  try {
    const std::int64_t id = outcomeNamed(model, name);
    if (const std::string other = otherOutcome(model, name); !other.empty())
      remarks.add({std::string(option) + ": " + other});
    return id;
  } catch (const Error& error) {
    throw Error(std::string(option) + ": " + error.what());
  }
}

}  // namespace headlight
