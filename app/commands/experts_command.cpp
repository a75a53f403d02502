#include <algorithm>
#include <ostream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/table_output.h"
#include "app/decoder_argument.h"
#include "core/analysis/expert_use.h"
#include "core/reading/reader.h"

namespace headlight {
namespace {

struct ExpertsArguments {
  ModelArgument model;
  InputArgument input;
  DecoderArgument decoder;
  AttentionArgument stack;
  InterveneArgument intervene;
  bool load = false;
  std::string output;
};

}  // namespace

Action addExpertsCommand(CLI::App& app) {
  const auto a = std::make_shared<ExpertsArguments>();
  a->model.addTo(app);
  a->input.addTo(app);
  a->decoder.addTo(app);
  a->stack.addTo(app, "Experts of the encoder or of the decoder (default) of an encoder–decoder model");
  a->intervene.addTo(app);
  app.add_flag("--load", a->load, "One row per expert: tokens that chose it, share of all choices, mean weight");
  addTableOutput(app, a->output);
  return [a](std::ostream& out, Remarks& remarks) {
    a->input.settleText(a->model, remarks);
    const Source model = a->model.open(remarks);
    const AttentionType type = a->stack.type(model);
    ReadOptions options;
    options.logits = false;
    options.interventions = a->intervene.parsed();
    const auto trace = a->input.readBy(model, a->decoder.with(a->input.input()), remarks, options).firstDraw;
    for (const ExpertUse::Layer& layer : expertUse(*trace, type).layers)
      if (const auto none = std::count_if(layer.choice.experts.begin(), layer.choice.experts.end(),
                                          [](const auto& experts) { return experts.empty(); }))
        remarks.add({"Layer " + std::to_string(layer.layer) + ": " + std::to_string(none) + " of " +
                     std::to_string(layer.choice.experts.size()) + " tokens have no expert."});
    writeTable(a->load ? expertLoadTable(*trace, type) : expertTable(*trace, type), a->output, out);
  };
}

}  // namespace headlight
