#include <algorithm>
#include <cmath>
#include <ostream>
#include <set>
#include <tuple>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/table_output.h"
#include "app/decoder_argument.h"
#include "app/head_argument.h"
#include "app/usage_error.h"
#include "core/analysis/methods.h"
#include "core/analysis/score_parts.h"
#include "core/attention/trace_maps.h"
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

/// Maps through the lenses of `--lens`, with who sees whom in them. `context` tells sinks and visibility.
LensResult throughLenses(const AttentionArguments& a, std::shared_ptr<const AttentionMaps> maps,
                         AttentionContext context) {
  std::vector<PanelLens> lenses;
  for (const std::string& word : a.lenses) lenses.push_back(asTyped([&] { return lensFromWord(word); }));
  if (lenses.empty()) return {std::move(maps), std::move(context), {}, false};
  return applyLenses(std::move(maps), std::move(context), lenses);
}

/// Whether the mask of a layer hides all of these cells.
bool areHidden(const AttentionContext& context, int layer, const Rect& cells, Index keys) {
  for (Index row = cells.row; row < cells.row + cells.rows; ++row)
    for (Index column = cells.col; column < cells.col + cells.cols; ++column)
      if (context.isVisible(layer, row, column, keys)) return false;
  return true;
}

/// How much each head of `maps` attends from one word to another, most first: the mean over the tokens of the query and
/// the sum over those of the key, as the lens of words has them; nothing where the mask hides the key.
Table betweenWords(const AttentionArguments& a, const LensResult& seen, const HeadSet& heads, Remarks& remarks) {
  const AttentionMaps& maps = *seen.maps;
  a.heads.checkThere(heads, maps);
  Table table;
  table.columns = {"layer", "head", "from", "to", "weight"};
  const NamedTokens from = namedBy("--from", *a.from, maps.queryTokens()),
                    to = namedBy("--to", *a.to, maps.keyTokens());
  const Rect cells{from.begin, to.begin, from.end - from.begin, to.end - to.begin};
  std::size_t hidden = 0;
  for (const HeadId head : maps.allHeads()) {
    if (!heads.empty() && !contains(heads, head.of(heads.front().attention))) continue;
    table.rows.push_back({static_cast<double>(head.layer), static_cast<double>(head.head), *a.from, *a.to, {}});
    const double weight = maps.weights(head, cells).cast<double>().sum() / static_cast<double>(cells.rows);
    // Some methods reach past the window of a layer.
    if (weight == 0 && areHidden(seen.context, head.layer, cells, maps.keys()))
      ++hidden;
    else
      table.rows.back().back() = weight;
  }
  const std::string pair = "'" + *a.to + "' is hidden from '" + *a.from + "' by the mask";
  if (hidden == table.rows.size()) throw Error("--from, --to: " + pair + (hidden == 1 ? "" : " in every head"));
  if (hidden > 0)
    remarks.add({pair + " in " + std::to_string(hidden) + " of " + std::to_string(table.rows.size()) +
                 " heads; their weight is left empty."});
  // A file may have no number in some cells: those come last.
  const auto weightIn = [](const std::vector<TableCell>& row) {
    const double* weight = std::get_if<double>(&row.back());
    return weight && !std::isnan(*weight) ? *weight : -1;
  };
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [&](const auto& x, const auto& y) { return weightIn(x) > weightIn(y); });
  return table;
}

/// Writes what was asked for of `trace` and the attention in the choice, of which `seen` is the first.
void writeChosen(AttentionArguments& a, const std::shared_ptr<const Trace>& trace, const LensResult& seen,
                 std::ostream& out, Remarks& remarks) {
  const HeadSet heads = a.heads.given() ? a.heads.set(a.attention) : HeadSet();
  if (a.from) return writeTable(betweenWords(a, seen, heads, remarks), a.output, out);
  for (const ExportedAttention& each : a.choice.attention) a.heads.checkThere(heads, *each.maps);
  ExportChoice choice = a.choice;
  if (choice.logits && choice.hiddenStates && !hasLogits(*trace)) {
    remarks.add({"The model has no output head, so no logits are written."});
    choice.logits = false;
  }
  exportAttention(a.output, trace, choice, a.format.empty() ? std::nullopt : std::optional(a.format));
}

/// Writes what was asked for of attention from a file, with a trace that has tokens only.
void writeImported(AttentionArguments& a, std::ostream& out, Remarks& remarks) {
  if (a.choice.hiddenStates || a.choice.logits || a.choice.places || a.choice.method != "raw" || a.intervene.given() ||
      a.decoder.given() || a.attention.given())
    throw UsageError(
        "--import: cannot be combined with options that need a model (--with, --method, --intervene, --decoder-…, "
        "--attention)");
  const StoredAttention stored = openStoredAttention(*a.input.import);
  remarks.add(stored.remarks);
  AttentionContext context;
  context.cross = stored.part == nameOf(AttentionType::Cross);
  context.visibility = stored.visibility;
  context.sinkColumns = sinkTokens(stored.maps->keyTokens());
  const AttentionType type = context.cross ? AttentionType::Cross : AttentionType::Self;
  const LensResult seen = throughLenses(a, stored.maps, std::move(context));
  a.choice.attention = {{type, seen.maps}};
  writeChosen(a, tokensOnly(type, stored.model, *seen.maps, *stored.maps), seen, out, remarks);
}

/// The names of the two tokens of --cell.
std::pair<std::string, std::string> typedCell(const std::string& text) {
  const std::size_t comma = text.find(',');
  if (comma == text.npos || comma == 0 || comma + 1 == text.size())
    throw UsageError("--cell: expected QUERY,KEY, two tokens by number from 0 or by word, found '" + text + "'");
  return {text.substr(0, comma), text.substr(comma + 1)};
}

Table partsOfCell(AttentionArguments& a, Remarks& remarks) {
  const auto [queryName, keyName] = typedCell(a.cell);
  if (a.input.import) throw UsageError("--cell: expected a model to run, found --import");
  const std::vector<HeadId> heads = a.heads.heads(a.attention);
  if (!a.heads.namesHead() || heads.size() != 1)
    throw UsageError("--cell: expected one head, as --head 3.1, found " +
                     std::to_string(a.heads.namesHead() ? heads.size() : 0));
  const Source model = a.model.open(remarks);
  ReadOptions options;
  options.logits = false;
  options.interventions = a.intervene.parsed();
  const auto trace = a.input.readBy(model, a.decoder.with(a.input.input()), remarks, options).firstDraw;
  const AttentionType type = a.attention.type(model);
  a.heads.checkThere(a.heads.set(a.attention), TraceMaps(trace, type));
  const Index query = tokenBy("--cell", queryName, trace->queryTokens(type), remarks);
  const Index key = tokenBy("--cell", keyName, trace->keyTokens(type), remarks);
  const ScoreParts parts = scoreParts(*model.model, *trace, heads.front().of(type), query, key);
  if (!std::isfinite(parts.score))
    throw Error("--cell " + a.cell + ": token " + std::to_string(key) + " is hidden from token " +
                std::to_string(query) + " by the mask");
  return scorePartsTable(parts);
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
  app.add_option("--with", a->with,
                 "Also export hidden states, logits, the places of tokens in pictures and sounds, and these themselves")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"hidden", "logits", "places", "pictures"}))
      ->type_name("hidden,logits,places,pictures");
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
                     "head; tokens by number or word")
          ->type_name("QUERY,KEY");
  cell->excludes(from);
  app.add_option(
         "-o,--output", a->output,
         "Output file: .safetensors, .npz, .json or .csv; - for standard output. With --cell, or with --from and --to, "
         ".csv or .json, without it standard output")
      ->type_name("OUT");
  return [a, &app](std::ostream& out, Remarks& remarks) {
    if (a->output.empty() && !a->from && a->cell.empty()) throw CLI::RequiredError("--output");
    if (!a->cell.empty()) {
      for (const char* option : {"--method", "--with", "--lens", "--format"})
        if (app.count(option) > 0) throw UsageError(std::string(option) + ": cannot be combined with --cell");
      if (!a->output.empty() && a->output != "-") asTyped([&] { checkTableName(a->output); });
      a->input.settleText(a->model, remarks);
      return writeTable(partsOfCell(*a, remarks), a->output, out);
    }
    if (!a->from && a->output == "-" && a->format.empty())
      throw UsageError("--output -: expected --format, which says what is written to standard output, found none");
    asTyped([&] {
      if (!a->from)
        exportFormat(a->output, a->format.empty() ? std::nullopt : std::optional(a->format));
      else if (!a->output.empty() && a->output != "-")
        checkTableName(a->output);
    });
    const std::set<std::string> with(a->with.begin(), a->with.end());
    a->choice.hiddenStates = with.count("hidden") > 0;
    a->choice.logits = with.count("logits") > 0;
    const bool pictures = with.count("pictures") > 0;
    a->choice.places = pictures || with.count("places") > 0;
    if (!with.empty() && (a->from || !a->lenses.empty()))
      throw UsageError("--with: cannot be combined with --lens or --from");
    if (a->from && !a->format.empty())
      throw UsageError("--format: cannot be combined with --from; the name of --output says it");
    if (!a->from && a->heads.given()) std::tie(a->choice.layers, a->choice.heads) = a->heads.numbers(a->attention);
    if (a->from && a->heads.given()) a->heads.set(a->attention);
    a->input.settleText(a->model, remarks);
    if (a->input.import) return writeImported(*a, out, remarks);
    const Source model = a->model.open(remarks);
    const AttentionType type = a->attention.type(model);
    ReadOptions options;
    options.logits = a->choice.logits;
    options.interventions = a->intervene.parsed();
    const Reading reading = a->input.readBy(model, a->decoder.with(a->input.input()), remarks, options);
    std::shared_ptr<const Trace> trace = reading.firstDraw;
    if (pictures) a->choice.media = reading.media;
    if (pictures && !reading.media)
      throw Error("--with pictures: expected a picture or a sound (--image, --sound), found neither");
    // Two words are of one attention; which one is the decoder's unless it is said.
    const bool every = !a->attention.given() && trace->source && !a->from;
    const bool both = !a->attention.given() && trace->tower && !a->from && a->lenses.empty();
    std::vector<AttentionType> wanted;
    if (both) wanted.push_back(AttentionType::Vision);
    const bool stages = !a->attention.given() && trace->earlier && !a->from && a->lenses.empty();
    if (stages) wanted = trace->stages();
    for (const auto& [each, name] : kAttentions)
      if (!stages && (every || each == type)) wanted.push_back(each);
    if (wanted.empty()) wanted.push_back(type);
    LensResult seen;
    for (const AttentionType each : wanted) {
      LensResult one = throughLenses(*a, attentionBy(methodNamed(a->choice.method), each, model.model, trace),
                                     contextOf(*trace, {}, each));
      a->choice.attention.push_back({each, one.maps});
      if (a->choice.attention.size() == 1) seen = std::move(one);
    }
    if (!a->lenses.empty() && every)
      throw Error("--lens: expected one attention (--attention encoder, decoder or cross), found all three");
    if (!a->lenses.empty()) {
      const auto before = attentionBy(methodNamed(a->choice.method), type, model.model, trace);
      trace = tokensOnly(type, trace->model, *a->choice.attention.front().maps, *before);
    }
    writeChosen(*a, trace, seen, out, remarks);
  };
}

}  // namespace headlight
