#include <ostream>

#include "app/arguments.h"
#include "app/commands/ablation_argument.h"
#include "app/commands/commands.h"
#include "app/commands/table_output.h"
#include "app/decoder_argument.h"
#include "core/model/predictions.h"
#include "core/reading/reader.h"

namespace headlight {
namespace {

struct AblateArguments {
  ModelArgument model;
  InputArgument input;
  DecoderArgument decoder;
  AttentionArgument attention;
  AblationArgument what;
  std::string output;
};

}  // namespace

Action addAblateCommand(CLI::App& app) {
  const auto a = std::make_shared<AblateArguments>();
  a->model.addTo(app);
  a->input.addTo(app);
  a->decoder.addTo(app);
  a->attention.addTo(app, "Attention of an encoder–decoder model (default: decoder)");
  a->what.addTo(app);
  addTableOutput(app, a->output);
  return [a](std::ostream& out, Remarks& remarks) {
    const Source model = a->model.open(remarks);
    const auto clean = read(model, a->decoder.with(a->input.input(a->model))).firstDraw;
    Table table;
    table.columns = {"ablation", "layer", "head", "log_probability", "log_probability_change", "kl"};
    for (AblationQuestion asked : a->what.questions(model, *clean)) {
      asked.attention = a->attention.type(model);
      const auto id = static_cast<std::size_t>(asked.outcome.id);
      const double before = logProbabilities(clean->logits, asked.outcome.row)[id];
      const std::string by = asked.by == Ablate::By::Zero ? "zero" : "mean";
      for (const AblationEffect& effect : ablateEveryHead(*model.model, clean, asked))
        table.rows.push_back({by, static_cast<double>(effect.head.layer), static_cast<double>(effect.head.head),
                              before + effect.logProbabilityChange, effect.logProbabilityChange, effect.divergence});
    }
    writeTable(table, a->output, out);
  };
}

}  // namespace headlight
