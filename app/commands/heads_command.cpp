#include <algorithm>
#include <cmath>
#include <ostream>
#include <sstream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/table_output.h"
#include "app/decoder_argument.h"
#include "core/analysis/head_query.h"
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
  std::string sort, where, output;
  std::vector<std::string> methods = {"raw"};
  bool noProbe = false;
};

/// Heads as they were measured, each with whether it is wanted.
struct Measured {
  std::vector<MeasuredHead> heads;
  std::vector<bool> wanted;

  void add(const std::string& method, std::vector<HeadFacts> table, const HeadQuery& query, const AttentionMaps& maps) {
    const HeadLikeness likeness = likenessTo(query.likened(), maps);
    for (HeadFacts& facts : table) {
      wanted.push_back(query.fits(facts.head, &facts, likeness));
      heads.push_back({method, std::move(facts)});
    }
  }
};

Measured headsOfModel(const HeadsArguments& a, const HeadQuery& query, Remarks& remarks) {
  const Source model = a.model.open(remarks);
  const AttentionType type = a.attention.type(model);
  if (type == AttentionType::Cross)
    throw Error(
        "--attention cross: expected encoder or decoder, since distances and labels are those of self-attention");
  ReadOptions options;
  options.logits = false;
  options.interventions = a.intervene.parsed();
  const auto trace = read(model, a.decoder.with(a.input.input()), options).firstDraw;
  std::vector<std::vector<ProbeScores>> probe;
  if (!a.noProbe) probe = probeHeads(model, type);

  Measured rows;
  for (const std::string& name : a.methods) {
    auto maps = attentionBy(methodNamed(name), type, model.model, trace);
    if (methodNamed(name) == Method::Norm) maps = std::make_shared<RowSumMaps>(std::move(maps));
    rows.add(name, computeHeadTable(model, trace, type, *maps, probe), query, *maps);
  }
  return rows;
}

/// Without what needs a model: its probe, and norms.
Measured headsOfFile(const HeadsArguments& a, const HeadQuery& query, Remarks& remarks) {
  if (a.methods != std::vector<std::string>{"raw"} || a.intervene.given() || a.decoder.given() || a.attention.given())
    throw Error(
        "--import: cannot be combined with options that need a model (--methods, --intervene, --decoder-…, "
        "--attention)");
  const StoredAttention stored = openStoredAttention(*a.input.import);
  remarks.add(stored.remarks);
  Measured rows;
  rows.add("raw", computeHeadTable(*stored.maps, stored.visibility), query, *stored.maps);
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
  app.add_option("--where", a->where,
                 "Only these heads: 1.*, 'induction > 0.5 layer > 2', label:previous, like:3.1, joined by and, or, not")
      ->type_name("HEADS");
  app.add_option("--methods", a->methods,
                 "What to measure: raw, norm (renormalised) or effective; one row per head and method")
      ->delimiter(',')
      ->check(CLI::IsMember({"raw", "norm", "effective"}))
      ->capture_default_str();
  app.add_flag("--no-probe", a->noProbe, "Skip the induction probe (a run over repeated random tokens)");
  addTableOutput(app, a->output);
  return [a](std::ostream& out, Remarks& remarks) {
    const HeadColumn* sort = a->sort.empty() ? nullptr : &headColumn(a->sort);
    const HeadQuery query = parseHeadQuery(a->where);
    const Measured rows = a->input.import ? headsOfFile(*a, query, remarks) : headsOfModel(*a, query, remarks);
    Table table = headTableFile(rows.heads);  // Of all, since its columns are those of a head.
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rows.heads.size(); ++i)
      if (rows.wanted[i]) order.push_back(i);
    if (sort)
      std::stable_sort(order.begin(), order.end(), [sort, &rows](std::size_t x, std::size_t y) {
        const auto number = [&](std::size_t row) { return sort->value(rows.heads[row].facts).value_or(-INFINITY); };
        return number(x) > number(y);
      });
    std::vector<std::vector<TableCell>> cells;
    for (const std::size_t row : order) cells.push_back(std::move(table.rows[row]));
    table.rows = std::move(cells);
    writeTable(table, a->output, out);
  };
}

}  // namespace headlight
