#include <set>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/decoder_argument.h"
#include "core/analysis/methods.h"
#include "core/base/error.h"
#include "core/io/attention_export.h"
#include "core/io/stored_attention.h"
#include "core/reading/reader.h"

namespace headlight {
namespace {

struct AttentionArguments {
  ModelArgument model;
  InputArgument input;
  DecoderArgument decoder;
  AttentionArgument attention;
  InterveneArgument intervene;
  ExportChoice choice;
  std::vector<std::string> with;
  std::string output, format;
};

/// Attention from a file as a trace that has tokens only, its maps in the choice.
std::shared_ptr<const Trace> imported(AttentionArguments& a, Remarks& remarks) {
  if (a.choice.hiddenStates || a.choice.logits || a.choice.method != "raw" || a.intervene.given() ||
      a.decoder.given() || a.attention.given())
    throw Error(
        "--import: cannot be combined with options that need a model (--with, --method, --intervene, --decoder-…, "
        "--attention)");
  const StoredAttention stored = openStoredAttention(*a.input.import);
  remarks.add(stored.remarks);
  auto trace = std::make_shared<Trace>();
  trace->model = stored.model;
  trace->encoding.tokens = stored.maps->queryTokens();
  const bool cross = stored.part == nameOf(AttentionType::Cross);
  if (cross) {
    auto source = std::make_shared<Trace>();
    source->encoding.tokens = stored.maps->keyTokens();
    trace->source = std::move(source);
  }
  a.choice.attention = {{cross ? AttentionType::Cross : AttentionType::Self, stored.maps}};
  return trace;
}

}  // namespace

Action addAttentionCommand(CLI::App& app) {
  const auto a = std::make_shared<AttentionArguments>();
  a->model.addTo(app);
  a->input.addTo(app, InputArgument::From::ModelOrFile);
  a->decoder.addTo(app);
  a->attention.addTo(app, "Only this attention of an encoder–decoder model");
  a->intervene.addTo(app);
  app.add_option("--layer", a->choice.layers, "Only these layers, from 0")->delimiter(',')->type_name("L,…");
  app.add_option("--head", a->choice.heads, "Only these heads, from 0")->delimiter(',')->type_name("H,…");
  std::vector<std::string> names;
  for (const MethodInfo& info : methods()) names.emplace_back(info.name);
  addChoice(app, "--method", a->choice.method,
            "Attribution method, unnormalised (one head per layer for all but raw, norm, effective)",
            names);
  app.add_option("--with", a->with, "Also export hidden states and logits")
      ->delimiter(',')
      ->check(CLI::IsMember({"hidden", "logits"}))
      ->type_name("hidden,logits");
  app.add_option("--format", a->format, "File format (default: by extension)")
      ->check(CLI::IsMember({"safetensors", "npz", "json", "csv"}));
  app.add_option("-o,--output", a->output, "Output file: .safetensors, .npz, .json or .csv; - for standard output")
      ->required()
      ->type_name("OUT");
  return [a](std::ostream&, Remarks& remarks) {
    const std::set<std::string> with(a->with.begin(), a->with.end());
    a->choice.hiddenStates = with.count("hidden") > 0;
    a->choice.logits = with.count("logits") > 0;
    const auto format = a->format.empty() ? std::nullopt : std::optional(a->format);
    if (a->input.import) return exportAttention(a->output, imported(*a, remarks), a->choice, format);
    const Source model = a->model.open(remarks);
    const AttentionType type = a->attention.type(model);
    ReadOptions options;
    options.logits = a->choice.logits;
    options.interventions = a->intervene.parsed();
    const auto trace = read(model, a->decoder.with(a->input.input(a->model)), options).firstDraw;
    const bool every = !a->attention.given() && trace->source;
    for (const auto& [each, name] : kAttentions)
      if (every || each == type)
        a->choice.attention.push_back({each, attentionBy(methodNamed(a->choice.method), each, model.model, trace)});
    exportAttention(a->output, trace, a->choice, format);
  };
}

}  // namespace headlight
