#include <algorithm>
#include <cmath>
#include <ostream>
#include <sstream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/table_output.h"
#include "app/decoder_argument.h"
#include "core/analysis/head_table.h"
#include "core/analysis/head_table_file.h"
#include "core/analysis/methods.h"
#include "core/attention/lenses/row_lenses.h"
#include "core/base/error.h"
#include "core/io/stored_attention.h"
#include "core/reading/reader.h"

namespace headlight {
namespace {

struct HeadsArguments {
  ModelArgument model;
  InputArgument input;
  DecoderArgument decoder;
  AttentionArgument attention;
  InterveneArgument intervene;
  std::string sort, output;
  std::vector<std::string> methods = {"raw"};
  bool noProbe = false;
};

std::vector<MeasuredHead> headsOfModel(const HeadsArguments& a, Remarks& remarks) {
  const Source model = a.model.open(remarks);
  const AttentionType type = a.attention.type(model);
  if (type == AttentionType::Cross)
    throw Error(
        "--attention cross: expected encoder or decoder, since distances and labels are those of self-attention");
  ReadOptions options;
  options.logits = false;
  options.interventions = a.intervene.parsed();
  const auto trace = read(model, a.decoder.with(a.input.input(a.model)), options).firstDraw;
  std::vector<std::vector<ProbeScores>> probe;
  if (!a.noProbe) probe = probeHeads(model, type);

  std::vector<MeasuredHead> rows;
  for (const std::string& name : a.methods) {
    auto maps = attentionBy(methodNamed(name), type, model.model, trace);
    if (methodNamed(name) == Method::Norm) maps = std::make_shared<RowSumMaps>(std::move(maps));
    for (HeadFacts& facts : computeHeadTable(model, trace, type, *maps, probe))
      rows.push_back({name, std::move(facts)});
  }
  return rows;
}

/// Without what needs a model: its probe, and norms.
std::vector<MeasuredHead> headsOfFile(const HeadsArguments& a, Remarks& remarks) {
  if (a.methods != std::vector<std::string>{"raw"} || a.intervene.given() || a.decoder.given() || a.attention.given())
    throw Error(
        "--import: cannot be combined with options that need a model (--methods, --intervene, --decoder-…, "
        "--attention)");
  const StoredAttention stored = openStoredAttention(*a.input.import);
  remarks.add(stored.remarks);
  std::vector<MeasuredHead> rows;
  for (HeadFacts& facts : computeHeadTable(*stored.maps, stored.visibility)) rows.push_back({"raw", std::move(facts)});
  stored.check();
  return rows;
}

}  // namespace

Action addHeadsCommand(CLI::App& app) {
  const auto a = std::make_shared<HeadsArguments>();
  a->model.addTo(app);
  a->input.addTo(app, InputArgument::From::ModelOrFile);
  a->decoder.addTo(app);
  a->attention.addTo(app, "Heads of the encoder or of the decoder (default) of an encoder–decoder model");
  a->intervene.addTo(app);
  std::string names;
  for (const HeadColumn& column : headColumns()) names += (names.empty() ? "" : ", ") + std::string(column.name);
  app.add_option("--sort", a->sort, "Largest first, by one of: " + names)->type_name("METRIC");
  app.add_option("--methods", a->methods,
                 "What to measure: raw, norm (renormalised) or effective; one row per head and method")
      ->delimiter(',')
      ->check(CLI::IsMember({"raw", "norm", "effective"}))
      ->capture_default_str();
  app.add_flag("--no-probe", a->noProbe, "Skip the induction probe (a run over repeated random tokens)");
  addTableOutput(app, a->output);
  return [a](std::ostream& out, Remarks& remarks) {
    const HeadColumn* sort = a->sort.empty() ? nullptr : &headColumn(a->sort);
    std::vector<MeasuredHead> rows = a->input.import ? headsOfFile(*a, remarks) : headsOfModel(*a, remarks);
    if (sort)
      std::stable_sort(rows.begin(), rows.end(), [sort](const MeasuredHead& x, const MeasuredHead& y) {
        return sort->value(x.facts).value_or(-INFINITY) > sort->value(y.facts).value_or(-INFINITY);
      });

    writeTable(headTableFile(rows), a->output, out);
  };
}

}  // namespace headlight
