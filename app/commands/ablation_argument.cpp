#include "app/commands/ablation_argument.h"

#include "core/analysis/effect.h"
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
                  "Ablation, lens: target token (text or id) or class (default: most likely)")
      ->type_name("TOKEN");
  command
      .add_option("--position", position,
                  "Ablation: position to predict at (default: last token or first mask)")
      ->type_name("N");
}

std::vector<AblationQuestion> AblationArgument::questions(const ModelFolder& model, const Trace& clean) const {
  Outcome outcome;
  outcome.row = position ? *position : answerRows(model.model->info(), clean, model.tokenizer.get()).front();
  outcome.id = target.empty() ? likeliestOutcome(clean, outcome.row) : outcomeNamed(model, target);
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

}  // namespace headlight
