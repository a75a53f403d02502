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
  std::vector<std::string> columns;
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
  const auto trace = a.input.readBy(model, a.decoder.with(a.input.input()), remarks, options).firstDraw;
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

/// `table` with some of its columns, numbers as a person reads them: the label first, one column on induction (of the
/// probe where it ran), the other things that labels are of, and what it is sorted by. Throws Error for a column that
/// there is not.
Table withColumns(const Table& table, std::vector<std::string> names, const std::string& sort, bool probed, bool severalMethods) {
  const bool isShort = names.empty();
  if (isShort) {
    names = {"label", "layer", "head", probed ? "probe_induction" : "induction", "previous_token", "duplicate_token", "sink", "entropy"};
    if (severalMethods) names.insert(names.begin() + 1, "method");
    if (!sort.empty() && std::find(names.begin(), names.end(), sort) == names.end()) names.push_back(sort);
  }
  Table chosen;
  chosen.columns = names;
  std::vector<std::size_t> places;
  for (const std::string& name : names) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), name);
    if (found == table.columns.end()) {
      std::string all;
      for (const std::string& column : table.columns) all += (all.empty() ? "" : ", ") + column;
      throw Error("--columns: expected all, or some of " + all + ", found '" + name + "'");
    }
    places.push_back(static_cast<std::size_t>(found - table.columns.begin()));
  }
  constexpr double kPlaces = 1e4;
  for (const auto& row : table.rows) {
    auto& cells = chosen.rows.emplace_back();
    for (const std::size_t place : places) {
      cells.push_back(row[place]);
      if (double* number = std::get_if<double>(&cells.back()); number && isShort) *number = std::round(*number * kPlaces) / kPlaces + 0.0;
    }
  }
  return chosen;
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
  app.add_option("--columns", a->columns, "Columns by name, or all (default: the label and what it goes by, rounded)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("all|COLUMN,…");
  app.add_option("--methods", a->methods,
                 "What to measure: raw, norm (renormalised) or effective; one row per head and method")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"raw", "norm", "effective"}))
      ->capture_default_str();
  app.add_flag("--no-probe", a->noProbe, "Skip the induction probe (a run over repeated random tokens)");
  addTableOutput(app, a->output);
  return [a](std::ostream& out, Remarks& remarks) {
    if (!a->input.import) a->input.settlePrefix(a->model, remarks);
    const HeadColumn* sort = a->sort.empty() ? nullptr : &headColumn(a->sort);
    std::vector<MeasuredHead> rows = a->input.import ? headsOfFile(*a, remarks) : headsOfModel(*a, remarks);
    if (sort)
      std::stable_sort(rows.begin(), rows.end(), [sort](const MeasuredHead& x, const MeasuredHead& y) {
        return sort->value(x.facts).value_or(-INFINITY) > sort->value(y.facts).value_or(-INFINITY);
      });
    const Table table = headTableFile(rows);
    const bool all = a->columns == std::vector<std::string>{"all"};
    const bool probed = std::any_of(rows.begin(), rows.end(), [](const MeasuredHead& row) { return row.facts.probe.has_value(); });
    writeTable(all ? table : withColumns(table, a->columns, a->sort, probed, a->methods.size() > 1), a->output, out);
  };
}

}  // namespace headlight
