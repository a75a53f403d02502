#include <ostream>

#include "app/arguments.h"
#include "app/commands/figure/ablation_argument.h"
#include "app/commands/commands.h"
#include "app/commands/table_output.h"
#include "app/decoder_argument.h"
#include "app/head_argument.h"
#include "app/usage_error.h"
#include "core/attention/trace_maps.h"
#include "core/model/predictions.h"
#include "core/reading/reader.h"

namespace headlight {
namespace {

struct AblateArguments {
  ModelArgument model;
  InputArgument input;
  DecoderArgument decoder;
  AttentionArgument attention;
  HeadArgument heads;
  AblationArgument what;
  bool experts = false;
  std::string output;
};

}  // namespace

Action addAblateCommand(CLI::App& app) {
  const auto a = std::make_shared<AblateArguments>();
  a->model.addTo(app);
  a->input.addTo(app);
  a->decoder.addTo(app);
  a->attention.addTo(app, "Attention of an encoder–decoder model (default: decoder)");
  a->heads.addTo(app, "Only these layers, from 0 (1, or 0,2, or 0-3)",
                 "Only these heads: 1.3 (or L1H3; cross 1.3), or numbers from 0 of every layer");
  a->what.addTo(app);
  app.add_flag("--experts", a->experts, "Switch off each expert of a mixture instead of each head");
  addTableOutput(app, a->output);
  return [a, &app](std::ostream& out, Remarks& remarks) {
    if (a->experts && a->heads.given())
      throw UsageError("--experts: cannot be combined with --layer and --head, which choose heads");
    if (a->experts && app.count("--by") + app.count("--of") > 0)
      throw UsageError("--experts: cannot be combined with --by and --of, which replace the output of heads");
    a->what.check();
    const HeadSet heads = a->heads.given() ? a->heads.set(a->attention) : HeadSet();
    a->input.settleText(a->model, remarks);
    const Source model = a->model.open(remarks);
    const auto clean = a->input.readBy(model, a->decoder.with(a->input.input()), remarks).firstDraw;
    const AttentionType attention = a->attention.type(model);
    a->heads.checkThere(heads, TraceMaps(clean, attention));
    Table table;
    if (a->experts) {
      table.columns = {"layer", "expert", "tokens", "log_probability", "log_probability_change", "kl"};
      AblationQuestion asked = a->what.questions(model, *clean, remarks).front();
      asked.attention = attention;
      const double before =
          logProbabilities(clean->logits, asked.outcome.row)[static_cast<std::size_t>(asked.outcome.id)];
      for (const ExpertAblationEffect& effect : ablateEveryExpert(*model.model, clean, asked))
        table.rows.push_back({static_cast<double>(effect.layer), static_cast<double>(effect.expert),
                              static_cast<double>(effect.tokens), before + effect.logProbabilityChange,
                              effect.logProbabilityChange, effect.divergence});
      return writeTable(table, a->output, out);
    }
    table.columns = {"ablation", "layer", "head", "log_probability", "log_probability_change", "kl"};
    for (AblationQuestion asked : a->what.questions(model, *clean, remarks)) {
      asked.attention = attention;
      asked.heads = heads;
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
