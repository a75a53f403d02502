#include <ostream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/table_output.h"
#include "core/analysis/ablation.h"
#include "core/analysis/effect.h"
#include "core/model/predictions.h"

namespace headlight {
namespace {

struct AblateArguments {
  ModelArgument model;
  InputArgument input;
  std::vector<std::string> by = {"zero"};
  std::string target, other, output;
  std::optional<Index> position;
};

}  // namespace

Action addAblateCommand(CLI::App& app) {
  const auto a = std::make_shared<AblateArguments>();
  a->model.addTo(app);
  a->input.addTo(app);
  app.add_option("--by", a->by, "What stands for a head's output: nothing, or its mean over the text (or over --of)")
      ->delimiter(',')
      ->check(CLI::IsMember({"zero", "mean"}))
      ->capture_default_str();
  app.add_option("--of", a->other, "The text whose mean stands for the output")->type_name("T");
  app.add_option("--target", a->target, "The token (its text or number) or class that is watched; else the likeliest")
      ->type_name("TOKEN");
  app.add_option("--position", a->position, "The token at which it is predicted; else the last, or the first mask")
      ->type_name("N");
  addTableOutput(app, a->output);
  return [a](std::ostream& out) {
    const ModelFolder model = a->model.open();
    const auto clean = model.model->run(a->input.encode(model));
    Outcome outcome;
    outcome.row = a->position ? *a->position : answerRows(model.model->info(), *clean, model.tokenizer.get()).front();
    outcome.id = a->target.empty() ? likeliestOutcome(*clean, outcome.row) : outcomeNamed(model, a->target);

    Table table;
    table.columns = {"ablation", "layer", "head", "log_probability", "log_probability_change", "kl"};
    for (const std::string& by : a->by) {
      std::vector<Intervention> ablation{Ablate{{},
                                                by == "zero"       ? Ablate::By::Zero
                                                : a->other.empty() ? Ablate::By::Mean
                                                                   : Ablate::By::MeanOfOther,
                                                {a->other, nullptr}}};
      runOtherTexts(ablation, model);
      const auto& how = std::get<Ablate>(ablation.front());
      const double before = logProbabilities(clean->logits, outcome.row)[static_cast<std::size_t>(outcome.id)];
      for (const AblationEffect& effect : ablateEveryHead(*model.model, clean, outcome, how.by, how.other))
        table.rows.push_back({by, static_cast<double>(effect.head.layer), static_cast<double>(effect.head.head),
                              before + effect.logProbabilityChange, effect.logProbabilityChange, effect.divergence});
    }
    writeTable(table, a->output, out);
  };
}

}  // namespace headlight
