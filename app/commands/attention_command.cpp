#include <algorithm>
#include <charconv>
#include <cmath>
#include <ostream>
#include <set>
#include <tuple>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/table_output.h"
#include "app/decoder_argument.h"
#include "app/head_argument.h"
#include "core/analysis/methods.h"
#include "core/analysis/score_parts.h"
#include "core/base/error.h"
#include "core/io/attention_export.h"
#include "core/io/stored_attention.h"
#include "core/reading/reader.h"
#include "core/text/token_kinds.h"
#include "core/text/token_names.h"
#include "ui/state/words/lens_words.h"

namespace headlight {
namespace {

struct AttentionArguments {
  ModelArgument model;
  InputArgument input;
  DecoderArgument decoder;
  AttentionArgument attention;
  HeadArgument heads;
  InterveneArgument intervene;
  ExportChoice choice;
  std::vector<std::string> with, lenses;
  std::optional<std::string> from, to;
  std::string output, format, cell;
};

/// Takes the ids away from tokens that lenses made of several of `before`.
void forgetIds(std::vector<Token>& tokens, const std::vector<Token>& before) {
  std::set<std::pair<std::string, std::int64_t>> known;
  for (const Token& token : before) known.emplace(token.text, token.range.start);
  for (Token& token : tokens)
    if (!known.contains({token.text, token.range.start})) token.id = -1;
}

/// A trace that has the tokens of `maps` only, which are its attention of `type` and were `before` without lenses.
std::shared_ptr<const Trace> tokensOnly(AttentionType type, const std::string& model, const AttentionMaps& maps,
                                        const AttentionMaps& before) {
  auto trace = std::make_shared<Trace>();
  trace->model = model;
  trace->encoding.tokens = maps.queryTokens();
  forgetIds(trace->encoding.tokens, before.queryTokens());
  if (type != AttentionType::Cross) return trace;
  auto source = std::make_shared<Trace>();
  source->encoding.tokens = maps.keyTokens();
  forgetIds(source->encoding.tokens, before.keyTokens());
  trace->source = std::move(source);
  return trace;
}

/// Maps through the lenses of `--lens`. `context` tells sinks and visibility.
std::shared_ptr<const AttentionMaps> throughLenses(const AttentionArguments& a,
                                                   std::shared_ptr<const AttentionMaps> maps,
                                                   AttentionContext context) {
  std::vector<PanelLens> lenses;
  for (const std::string& word : a.lenses) lenses.push_back(lensFromWord(word));
  if (lenses.empty()) return maps;
  return applyLenses(std::move(maps), std::move(context), lenses).maps;
}

/// How much each head of `maps` attends from one word to another, most first: the mean over the tokens of the query and
/// the sum over those of the key, as the lens of words has them.
Table betweenWords(const AttentionArguments& a, const AttentionMaps& maps, const HeadSet& heads) {
  Table table;
  table.columns = {"layer", "head", "from", "to", "weight"};
  const NamedTokens from = namedBy("--from", *a.from, maps.queryTokens()),
                    to = namedBy("--to", *a.to, maps.keyTokens());
  const Rect cells{from.begin, to.begin, from.end - from.begin, to.end - to.begin};
  for (const HeadId head : maps.allHeads()) {
    if (!heads.empty() && !contains(heads, head.of(heads.front().attention))) continue;
    const double weight = maps.weights(head, cells).cast<double>().sum() / static_cast<double>(cells.rows);
    table.rows.push_back({static_cast<double>(head.layer), static_cast<double>(head.head), *a.from, *a.to, weight});
  }
  // A file may have no number in some cells: those come last.
  const auto weightIn = [](const std::vector<TableCell>& row) {
    const double weight = std::get<double>(row.back());
    return std::isnan(weight) ? -1 : weight;
  };
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [&](const auto& x, const auto& y) { return weightIn(x) > weightIn(y); });
  if (table.rows.empty()) throw Error("--head: expected a head that the model has, found none of them");
  return table;
}

/// Writes what was asked for of `trace` and the attention in the choice.
void writeChosen(AttentionArguments& a, const std::shared_ptr<const Trace>& trace, std::ostream& out) {
  if (a.from)
    return writeTable(
        betweenWords(a, *a.choice.attention.front().maps, a.heads.given() ? a.heads.set(a.attention) : HeadSet()),
        a.output, out);
  exportAttention(a.output, trace, a.choice, a.format.empty() ? std::nullopt : std::optional(a.format));
}

/// Attention from a file as a trace that has tokens only, its maps in the choice.
std::shared_ptr<const Trace> imported(AttentionArguments& a, Remarks& remarks) {
  if (a.choice.hiddenStates || a.choice.logits || a.choice.places || a.choice.method != "raw" || a.intervene.given() ||
      a.decoder.given() || a.attention.given())
    throw Error(
        "--import: cannot be combined with options that need a model (--with, --method, --intervene, --decoder-…, "
        "--attention)");
  const StoredAttention stored = openStoredAttention(*a.input.import);
  remarks.add(stored.remarks);
  AttentionContext context;
  context.cross = stored.part == nameOf(AttentionType::Cross);
  context.visibility = stored.visibility;
  context.sinkColumns = sinkTokens(stored.maps->keyTokens());
  const AttentionType type = context.cross ? AttentionType::Cross : AttentionType::Self;
  const auto maps = throughLenses(a, stored.maps, std::move(context));
  a.choice.attention = {{type, maps}};
  return tokensOnly(type, stored.model, *maps, *stored.maps);
}

/// The two numbers of --cell.
std::pair<Index, Index> typedCell(const std::string& text) {
  Index query = 0, key = 0;
  const char* const end = text.data() + text.size();
  auto [at, error] = std::from_chars(text.data(), end, query);
  if (error == std::errc() && at != end && *at == ',') {
    const auto [last, failed] = std::from_chars(at + 1, end, key);
    if (failed == std::errc() && last == end) return {query, key};
  }
  throw Error("--cell: expected QUERY,KEY, two token numbers from 0, found '" + text + "'");
}

Table partsOfCell(AttentionArguments& a, Remarks& remarks) {
  const auto [query, key] = typedCell(a.cell);
  if (a.input.import) throw Error("--cell: expected a model to run, found --import");
  const std::vector<HeadId> heads = a.heads.heads(a.attention);
  if (!a.heads.namesHead() || heads.size() != 1)
    throw Error("--cell: expected one head, as --head 3.1, found " +
                std::to_string(a.heads.namesHead() ? heads.size() : 0));
  const Source model = a.model.open(remarks);
  ReadOptions options;
  options.logits = false;
  options.interventions = a.intervene.parsed();
  const auto trace = a.input.readBy(model, a.decoder.with(a.input.input()), remarks, options).firstDraw;
  return scorePartsTable(scoreParts(*model.model, *trace, heads.front().of(a.attention.type(model)), query, key));
}

}  // namespace

Action addAttentionCommand(CLI::App& app) {
  const auto a = std::make_shared<AttentionArguments>();
  a->model.addTo(app);
  a->input.addTo(app, InputArgument::From::ModelOrFile);
  a->decoder.addTo(app);
  a->attention.addTo(app, "Only this attention of an encoder–decoder model");
  a->intervene.addTo(app);
  a->heads.addTo(app, "Only these layers, from 0 (1, or 0,2, or 0-3)",
                 "Only these heads: numbers from 0 of every layer, or 1.3 (L1H3; cross 1.3)");
  std::vector<std::string> names;
  for (const MethodInfo& info : methods()) names.emplace_back(info.name);
  addChoice(app, "--method", a->choice.method,
            "Attribution method, unnormalised (one head per layer for all but raw, norm, effective)",
            names);
  app.add_option("--with", a->with, "Also export hidden states, logits, and the places of tokens in pictures and sounds")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"hidden", "logits", "places"}))
      ->type_name("hidden,logits,places");
  app.add_option("--format", a->format, "File format (default: by extension)")
      ->check(CLI::IsMember({"safetensors", "npz", "json", "csv"}));
  app.add_option("--lens", a->lenses, "Lenses, in this order: " + lensList())
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("LENS,...");
  const auto from = app.add_option("--from", a->from,
                                   "Table of each head's weight from a word (all its tokens; the#2 for the second) …")
                        ->type_name("WORD");
  const auto to = app.add_option("--to", a->to, "… to another one, largest first")->type_name("WORD");
  from->needs(to);
  to->needs(from);
  const auto cell =
      app.add_option("--cell", a->cell,
                     "Instead the score of one cell in its parts: content, and rotary by wavelength; needs one "
                     "head")
          ->type_name("QUERY,KEY");
  cell->excludes(from);
  app.add_option(
         "-o,--output", a->output,
         "Output file: .safetensors, .npz, .json or .csv; - for standard output. With --cell, or with --from and --to, "
         ".csv or .json, without it standard output")
      ->type_name("OUT");
  return [a](std::ostream& out, Remarks& remarks) {
    if (a->output.empty() && !a->from && a->cell.empty()) throw CLI::RequiredError("--output");
    if (!a->cell.empty()) return writeTable(partsOfCell(*a, remarks), a->output, out);
    const std::set<std::string> with(a->with.begin(), a->with.end());
    a->choice.hiddenStates = with.count("hidden") > 0;
    a->choice.logits = with.count("logits") > 0;
    a->choice.places = with.count("places") > 0;
    if (!with.empty() && (a->from || !a->lenses.empty()))
      throw Error("--with: cannot be combined with --lens or --from");
    if (a->from && !a->format.empty())
      throw Error("--format: cannot be combined with --from; the name of --output says it");
    if (!a->from && a->heads.given()) std::tie(a->choice.layers, a->choice.heads) = a->heads.numbers(a->attention);
    if (a->from && a->heads.given()) a->heads.set(a->attention);
    if (a->input.import) return writeChosen(*a, imported(*a, remarks), out);
    a->input.settlePrefix(a->model, remarks);
    const Source model = a->model.open(remarks);
    const AttentionType type = a->attention.type(model);
    ReadOptions options;
    options.logits = a->choice.logits;
    options.interventions = a->intervene.parsed();
    std::shared_ptr<const Trace> trace =
        a->input.readBy(model, a->decoder.with(a->input.input()), remarks, options).firstDraw;
    // Two words are of one attention; which one is the decoder's unless it is said.
    const bool every = !a->attention.given() && trace->source && !a->from;
    const bool both = !a->attention.given() && trace->tower && !a->from && a->lenses.empty();
    std::vector<AttentionType> wanted;
    if (both) wanted.push_back(AttentionType::Vision);
    for (const auto& [each, name] : kAttentions)
      if (every || each == type) wanted.push_back(each);
    if (type == AttentionType::Vision && !both) wanted.push_back(type);
    for (const AttentionType each : wanted)
        a->choice.attention.push_back(
            {each, throughLenses(*a, attentionBy(methodNamed(a->choice.method), each, model.model, trace),
                                 contextOf(*trace, {}, each))});
    if (!a->lenses.empty() && every)
      throw Error("--lens: expected one attention (--attention encoder, decoder or cross), found all three");
    if (!a->lenses.empty()) {
      const auto before = attentionBy(methodNamed(a->choice.method), type, model.model, trace);
      trace = tokensOnly(type, trace->model, *a->choice.attention.front().maps, *before);
    }
    writeChosen(*a, trace, out);
  };
}

}  // namespace headlight
