#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <ostream>
#include <sstream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/table_output.h"
#include "app/decoder_argument.h"
#include "app/usage_error.h"
#include "core/analysis/head_query.h"
#include "core/analysis/head_ranking.h"
#include "core/analysis/head_table.h"
#include "core/analysis/head_table_file.h"
#include "core/analysis/methods.h"
#include "core/analysis/model_comparison.h"
#include "core/attention/lenses/row_lenses.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/corpus/comparison/stats_series.h"
#include "core/corpus/corpus_tables.h"
#include "core/corpus/patterns/pattern_search.h"
#include "core/corpus/stats_file.h"
#include "core/io/stored_attention.h"
#include "core/io/table.h"
#include "core/model/model_source.h"
#include "core/reading/reader.h"

namespace headlight {
namespace {

struct HeadsArguments {
  ModelArgument model;
  InputArgument input;
  DecoderArgument decoder;
  AttentionArgument attention;
  InterveneArgument intervene;
  std::string sort, against, differences = "heads", where, output;
  std::vector<std::string> columns, metrics, patterns;
  std::vector<std::string> methods = {"raw"};
  bool noProbe = false;
};

/// Heads as they were measured, each with whether it is wanted.
struct Measured {
  std::vector<MeasuredHead> heads;
  std::vector<bool> wanted;
  std::vector<std::pair<std::string, std::vector<LabelScore>>> patterns;  ///< Scores of all heads by each pattern.

  void add(const std::string& method, std::vector<HeadFacts> table, const HeadQuery& query, const AttentionMaps& maps) {
    const HeadLikeness likeness = likenessTo(query.likened(), maps);
    for (HeadFacts& facts : table) {
      wanted.push_back(query.fits(facts.head, &facts, likeness));
      heads.push_back({method, std::move(facts)});
    }
  }
};

/// Scores every head by the patterns that are asked for.
void addPatterns(const HeadsArguments& a, const AttentionMaps& maps, const std::vector<Visibility>& visibility,
                 Measured& rows, Remarks& remarks) {
  for (const std::string& name : a.patterns) {
    const TokenPattern pattern = parsePattern(name);
    const CellScores found = scorePattern(maps, visibility, pattern);
    if (found.withSinks)
      remarks.add({"--pattern '" + name + "': a sink is among its cells, so whole rows are scored."});
    if (found.scores[found.order.front()].queries == 0)
      remarks.add({"--pattern '" + name + "': the text has no cell of it that could be scored."});
    rows.patterns.emplace_back(name, found.scores);
  }
}

/// Throws UsageError for patterns that a text cannot be scored by.
void checkPatterns(const HeadsArguments& a) {
  if (a.patterns.empty()) return;
  if (a.input.statistics)
    throw UsageError("--pattern: expected a text, found statistics; headlight corpus --pattern scores many texts");
  if (a.methods.size() > 1)
    throw UsageError("--pattern: expected one method, found " + std::to_string(a.methods.size()));
  if (!a.against.empty()) throw UsageError("--pattern: cannot be combined with --against");
  for (const std::string& name : a.patterns)
    if (needsMarks(asTyped([&] { return parsePattern(name); })))
      throw UsageError("--pattern '" + name +
                       "': expected one of tokens, found one of marks or words in a file of texts; "
                       "headlight corpus scores those");
}

Measured headsOfModel(const HeadsArguments& a, const HeadQuery& query, Remarks& remarks) {
  const Source model = a.model.open(remarks);
  const AttentionType type = a.attention.type(model);
  if (type == AttentionType::Cross)
    throw UsageError(
        "--attention cross: expected encoder or decoder, since distances and labels are those of self-attention");
  ReadOptions options;
  options.logits = false;
  options.interventions = a.intervene.parsed();
  const auto trace = a.input.readBy(model, a.decoder.with(a.input.input()), remarks, options).firstDraw;
  std::vector<std::vector<ProbeScores>> probe;
  if (!a.noProbe) probe = probeHeads(model, type);

  Measured rows;
  for (const std::string& name : a.methods) {
    auto maps = attentionBy(methodNamed(name), type, model.model, trace);
    if (methodNamed(name) == Method::Norm) maps = std::make_shared<RowSumMaps>(std::move(maps));
    rows.add(name, computeHeadTable(model, trace, type, *maps, probe), query, *maps);
    std::vector<Visibility> visibility;
    for (const AttentionRecord& layer : trace->records(type)) visibility.push_back(layer.rule->visibility);
    addPatterns(a, *maps, visibility, rows, remarks);
  }
  return rows;
}

/// What --differences lists.
constexpr const char *kHeads = "heads", *kPredictions = "predictions", *kTensors = "tensors";

/// Every head that is wanted by how far it lies from the same head of the other model, the farthest first.
Table headDifferences(const AttentionMaps& maps, const AttentionMaps& others, const HeadQuery& query) {
  const HeadLikeness likeness = likenessTo(query.likened(), maps);
  Table table;
  table.columns = {"layer", "head", "divergence", "total_variation", "largest_difference"};
  for (const HeadDistance& each : rankDifferences(maps, others))
    if (query.fits(each.head, nullptr, likeness))
      table.rows.push_back({static_cast<double>(each.head.layer), static_cast<double>(each.head.head), each.divergence,
                            each.totalVariation, each.largestDifference});
  return table;
}

/// The likeliest answer of either model at each place.
Table predictionDifferences(const ModelRun& one, const ModelRun& other, Remarks& remarks) {
  Table table;
  table.columns = {"position", "token", "divergence", "changed", "prediction", "probability", "against_prediction",
                   "against_probability"};
  const std::vector<AnswerDifference> all = answerDifferences(one, other, 1);
  std::size_t changed = 0;
  for (const AnswerDifference& each : all) {
    changed += each.differs();
    const auto& tokens = one.trace.encoding.tokens;
    const auto row = static_cast<std::size_t>(each.change.row);
    table.rows.push_back({static_cast<double>(row), row < tokens.size() ? TableCell(nameOf(tokens[row])) : TableCell(),
                          each.change.divergence, each.differs() ? 1.0 : 0.0, each.likeliest.text,
                          each.likeliest.before, each.others.text, each.others.after});
  }
  remarks.add({"The most likely prediction changes at " + std::to_string(changed) + " of " +
               std::to_string(all.size()) + (all.size() == 1 ? " place." : " places.")});
  return table;
}

/// The error of each tensor of one of the two against the other.
Table tensorDifferences(const ModelSource& model, const ModelSource& other, Remarks& remarks) {
  const Checkpoint tensors = model.tensors({}), others = other.tensors({});
  const TensorComparison compared = compareTensors(tensors, others);
  remarks.add({"Tensors are compared with those of '" + (compared.otherIsFiner ? other : model).name + "'" +
               (compared.otherIsFiner || isFiner(tensors, others) ? ", which has more bits for each number."
                                                         : "; both have as many bits for each number.")});
  Table table;
  table.columns = {"tensor", "stored_as", "shape", "dtype", "other_dtype", "relative_error", "largest_difference"};
  for (const TensorDifference& each : compared.tensors) {
    const auto text = [](const std::string& dtype) { return dtype.empty() ? TableCell() : TableCell(dtype); };
    table.rows.push_back({each.name, each.storedAs, shapeText(each.shape), text(each.finer), text(each.other),
                          cellOf(each.relative), cellOf(each.largest)});
  }
  return table;
}

/// How the model differs from that of `--against`, which reads the same.
Table differencesTable(const HeadsArguments& a, Remarks& remarks) {
  if (a.input.import || a.intervene.given() || !a.sort.empty() || !a.columns.empty() ||
      a.methods != std::vector<std::string>{"raw"})
    throw UsageError("--against: cannot be combined with --import, --intervene, --sort, --columns and --methods");
  const HeadQuery query = asTyped([&] { return parseHeadQuery(a.where); });
  if (!a.where.empty() && (a.differences != kHeads || query.needsFacts()))
    throw UsageError("--where: with --against expected heads by number or by likeness, found '" + a.where + "'");
  ModelArgument otherModel;
  otherModel.name = a.against;
  if (a.differences == kTensors)
    return tensorDifferences(modelSourceAt(a.model.folder()), modelSourceAt(otherModel.folder()), remarks);
  const Source model = a.model.open(remarks), other = otherModel.open(remarks);
  const AttentionType type = a.attention.type(model);
  ReadOptions options;
  options.logits = a.differences == kPredictions;
  const Input input = a.decoder.with(a.input.input());
  const Reading reading = a.input.readBy(model, input, remarks, options);
  const Reading otherReading = a.input.readBy(other, input, remarks, options);
  const ModelRun run{model, *reading.firstDraw}, otherRun{other, *otherReading.firstDraw};
  try {
    checkComparable(run, otherRun);
    if (a.differences == kPredictions) return predictionDifferences(run, otherRun, remarks);
  } catch (const Error& error) {
    throw Error("--against '" + a.against + "': " + error.what());
  }
  return headDifferences(TraceMaps(reading.firstDraw, type), TraceMaps(otherReading.firstDraw, type), query);
}

/// Without what needs a model: its probe, and norms.
Measured headsOfFile(const HeadsArguments& a, const HeadQuery& query, Remarks& remarks) {
  if (a.methods != std::vector<std::string>{"raw"} || a.intervene.given() || a.decoder.given() || a.attention.given())
    throw UsageError(
        "--import: cannot be combined with options that need a model (--methods, --intervene, --decoder-…, "
        "--attention)");
  const StoredAttention stored = openStoredAttention(*a.input.import);
  remarks.add(stored.remarks);
  Measured rows;
  rows.add("raw", computeHeadTable(*stored.maps, stored.visibility), query, *stored.maps);
  addPatterns(a, *stored.maps, stored.visibility, rows, remarks);
  stored.check();
  return rows;
}

/// Refuses what needs a model, or rows of attention.
void checkStatisticsOptions(const HeadsArguments& a, const HeadQuery& query) {
  if (a.methods != std::vector<std::string>{"raw"} || a.intervene.given() || a.decoder.given() || a.attention.given() ||
      a.differences != kHeads || a.noProbe || !a.input.images.empty() || a.input.sound || a.input.pixels)
    throw UsageError("'" + *a.input.statistics +
                     "': cannot be combined with options that need a model (--methods, --intervene, --decoder-…, "
                     "--attention, --differences, --no-probe, --image, --sound, --pixels)");
  if (!query.likened().empty())
    throw UsageError("--where: expected no 'like:' of numbers over many texts, which have no rows to compare");
}

/// Keeps the rows of `table`, which has columns `layer` and `head`, of the heads that the query fits.
void keepWanted(Table& table, const HeadQuery& query, AttentionType type,
                const std::function<HeadFacts(HeadId)>& factsOf) {
  const auto at = [&table](const char* name) {
    return static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), name) -
                                    table.columns.begin());
  };
  const std::size_t layer = at("layer"), number = at("head");
  std::map<std::pair<int, int>, bool> fits;
  std::erase_if(table.rows, [&](const std::vector<TableCell>& row) {
    const std::pair<int, int> which{static_cast<int>(std::get<double>(row[layer])),
                                    static_cast<int>(std::get<double>(row[number]))};
    const auto known = fits.find(which);
    if (known != fits.end()) return !known->second;
    const HeadId head = HeadId{which.first, which.second}.of(type);
    const HeadFacts facts = factsOf(head);
    return !(fits[which] = query.fits(head, &facts, {}));
  });
}

/// How the statistics differ from those of `--against`, metric by metric.
Table statisticsDifferences(const HeadsArguments& a, Remarks& remarks) {
  if (!a.sort.empty() || !a.columns.empty())
    throw UsageError("--against: cannot be combined with --sort and --columns; --metrics chooses what is compared");
  const HeadQuery query = asTyped([&] { return parseHeadQuery(a.where); });
  checkStatisticsOptions(a, query);
  const CorpusStats one = readStats(*a.input.statistics), other = readStats(a.against);
  const std::vector<MetricDifference> differences = differencesOf(one, other, a.metrics);
  remarks.add(remarksOf(one));
  remarks.add(remarksOf(other));
  remarks.add(remarksOn(differences, one, other));
  Table table = differencesTable(differences, one.model.heads);
  if (!a.where.empty())
    keepWanted(table, query, one.model.attention,
               [&one](HeadId head) { return one.facts(static_cast<std::size_t>(numberOf(head, one.model.heads))); });
  return table;
}

/// Every metric of every head over a folder of statistics: the steps of a training.
Table statisticsSteps(const HeadsArguments& a, Remarks& remarks) {
  if (!a.sort.empty() || !a.columns.empty())
    throw UsageError("'" + *a.input.statistics +
                     "': a folder cannot be combined with --sort and --columns; --metrics chooses what is listed");
  const HeadQuery query = asTyped([&] { return parseHeadQuery(a.where); });
  checkStatisticsOptions(a, query);
  if (query.needsFacts())
    throw UsageError("--where: expected heads by number, since facts change from step to step, found '" + a.where +
                     "'");
  const StatsSeries series = readSeries(statsFilesIn(*a.input.statistics));
  for (const SeriesBreak& each : breaksOf(series)) {
    if (!a.metrics.empty() &&
        std::find(a.metrics.begin(), a.metrics.end(), series.metrics[each.metric]) == a.metrics.end())
      continue;
    const HeadId head = headNumbered(static_cast<std::ptrdiff_t>(each.head), series.model.heads);
    char change[32];
    std::snprintf(change, sizeof change, "%+.3g", each.change);
    remarks.add({"The surest step: " + series.metrics[each.metric] + " of head " + nameOf(head) + " changes by " +
                 change + " from " + series.steps[each.after - 1].name + " to " + series.steps[each.after].name + "."});
    break;
  }
  Table table = seriesTable(series, a.metrics);
  if (!a.where.empty())
    keepWanted(table, query, series.model.attention, [](HeadId head) {
      HeadFacts facts;
      facts.head = head;
      return facts;
    });
  return table;
}

/// Heads over many texts.
struct MeasuredOverTexts {
  Measured rows;
  Table table;  ///< Of all of them.
};
MeasuredOverTexts headsOverTexts(const HeadsArguments& a, const HeadQuery& query, Remarks& remarks) {
  checkStatisticsOptions(a, query);
  const CorpusStats stats = readStats(*a.input.statistics);
  remarks.add(remarksOf(stats));
  MeasuredOverTexts over;
  over.table = statsTable(stats);
  for (std::size_t head = 0; head < stats.heads.size(); ++head) {
    HeadFacts facts = stats.facts(head);
    over.rows.wanted.push_back(query.fits(facts.head, &facts, {}));
    over.rows.heads.push_back({"raw", std::move(facts)});
  }
  return over;
}

/// `table` with some of its columns, numbers as a person reads them: the label first, what the probe (where it ran) and
/// the text itself say of induction, the other things that labels are of, and what it is sorted by. Throws UsageError
/// for a column that there is not.
Table withColumns(const Table& table, std::vector<std::string> names, const std::string& sort, bool severalMethods,
                  const std::vector<std::string>& patterns) {
  const bool isShort = names.empty();
  if (isShort) {
    names = {"label",          "layer",           "head", "probe_induction", "induction",
             "previous_token", "duplicate_token", "sink", "entropy"};
    if (severalMethods) names.insert(names.begin() + 1, "method");
    // Of a conversation, whose words are attended to.
    for (std::size_t at = 0; at < table.columns.size(); ++at)
      if (table.columns[at].starts_with("to_") &&
          std::any_of(table.rows.begin(), table.rows.end(),
                      [at](const auto& row) { return std::holds_alternative<double>(row[at]); }))
        names.push_back(table.columns[at]);
    for (const std::string& pattern : patterns)
      for (const char* number : {"", "_chance", "_rank"}) names.push_back(pattern + number);
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
      throw UsageError("--columns: expected all, or some of " + all + ", found '" + name + "'");
    }
    places.push_back(static_cast<std::size_t>(found - table.columns.begin()));
  }
  constexpr double kPlaces = 1e4;
  for (const auto& row : table.rows) {
    auto& cells = chosen.rows.emplace_back();
    for (const std::size_t place : places) {
      cells.push_back(row[place]);
      if (double* number = std::get_if<double>(&cells.back()); number && isShort)
        *number = std::round(*number * kPlaces) / kPlaces + 0.0;
    }
  }
  return chosen;
}

/// `order` by a column of the table, largest first; false where it has no numbers. Throws UsageError for a column that
/// the table does not have.
bool sortByColumn(const Table& table, const std::string& name, std::vector<std::size_t>& order) {
  const auto found = std::find(table.columns.begin(), table.columns.end(), name);
  if (found == table.columns.end())
    throw UsageError("--sort: expected a column, found '" + name + "'; --columns all lists them");
  const auto column = static_cast<std::size_t>(found - table.columns.begin());
  std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
    const auto number = [&](std::size_t row) {
      const double* cell = std::get_if<double>(&table.rows[row][column]);
      return cell ? *cell : -INFINITY;
    };
    // The first rank is the best.
    return name.ends_with("_rank") ? number(x) < number(y) : number(x) > number(y);
  });
  return std::any_of(order.begin(), order.end(), [&](std::size_t row) {
    return std::holds_alternative<double>(table.rows[row][column]) &&
           !std::isnan(std::get<double>(table.rows[row][column]));
  });
}

}  // namespace

Action addHeadsCommand(CLI::App& app) {
  const auto a = std::make_shared<HeadsArguments>();
  a->model.addTo(app);
  a->input.takesStatistics = true;
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
  app.add_option("--where", a->where,
                 "Only these heads: 1.*, 'induction > 0.5 layer > 2', label:previous, like:3.1, joined by and, or, not")
      ->type_name("HEADS");
  app.add_option("--methods", a->methods,
                 "What to measure: raw, norm (renormalised) or effective; one row per head and method")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"raw", "norm", "effective"}))
      ->capture_default_str();
  app.add_flag("--no-probe", a->noProbe, "Skip the induction probe (a run over repeated random tokens)");
  app.add_option(
         "--against", a->against,
         "Another model of the same shape over the same text (another quantisation, an adapter's base): rank heads by "
         "how far their attention lies from its (Jensen–Shannon divergence, mean over queries, in nats) in place of "
         "the table of metrics; with a .headstats file another one: each metric's difference with its interval, the "
         "surest first")
      ->type_name("NAME-OR-FOLDER|FILE.headstats");
  app.add_option("--metrics", a->metrics,
                 "With --against of statistics, or a folder of them: only these metrics and patterns")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("METRIC,…");
  app.add_option("--differences", a->differences,
                 "What to list with --against: heads, predictions (the most likely of both and their Kullback–Leibler "
                 "divergence) or tensors (the error of each against those of the finer file)")
      ->needs("--against")
      ->check(CLI::IsMember({kHeads, kPredictions, kTensors}))
      ->capture_default_str();
  addTableOutput(app, a->output);
  app.add_option(
         "--pattern", a->patterns,
         "Also score every head by a pattern, as headlight corpus --pattern does (repeat for several): previous, "
         "offset:N, token:FROM>TO, cells:4>3,5>4 (from token to token, by number)")
      ->allow_extra_args(false)
      ->type_name("PATTERN");
  return [a](std::ostream& out, Remarks& remarks) {
    checkPatterns(*a);
    a->input.settleText(a->model, remarks);
    const bool steps = a->input.statistics && isFolder(*a->input.statistics);
    const bool against = a->input.statistics && !a->against.empty();
    if (!a->metrics.empty() && !steps && !against)
      throw UsageError(
          "--metrics: expected a .headstats file with --against, or a folder of them; --columns chooses "
          "columns");
    if (steps && !a->against.empty())
      throw UsageError("--against: expected one file of statistics to compare, found the folder '" +
                       *a->input.statistics + "'");
    if (steps || against) {
      writeTable(steps ? statisticsSteps(*a, remarks) : statisticsDifferences(*a, remarks), a->output, out);
      return;
    }
    if (!a->against.empty()) {
      writeTable(differencesTable(*a, remarks), a->output, out);
      return;
    }
    const bool overTexts = a->input.statistics.has_value();
    // Over many texts there are more columns than those of one.
    const bool byPattern = std::any_of(a->patterns.begin(), a->patterns.end(),
                                       [&](const std::string& pattern) { return a->sort.starts_with(pattern); });
    const HeadColumn* sort =
        a->sort.empty() || overTexts || byPattern ? nullptr : asTyped([&] { return &headColumn(a->sort); });
    const HeadQuery query = asTyped([&] { return parseHeadQuery(a->where); });
    MeasuredOverTexts over;
    if (overTexts) over = headsOverTexts(*a, query, remarks);
    const Measured rows = overTexts          ? std::move(over.rows)
                          : a->input.import ? headsOfFile(*a, query, remarks)
                                            : headsOfModel(*a, query, remarks);
    // Of all, since its columns are those of a head.
    Table table = overTexts ? std::move(over.table) : headTableFile(rows.heads);
    for (const auto& [name, scores] : rows.patterns) addPatternColumns(table, name, scores);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rows.heads.size(); ++i)
      if (rows.wanted[i]) order.push_back(i);
    if (sort)
      std::stable_sort(order.begin(), order.end(), [sort, &rows](std::size_t x, std::size_t y) {
        const auto number = [&](std::size_t row) { return sort->value(rows.heads[row].facts).value_or(-INFINITY); };
        return number(x) > number(y);
      });
    bool sorted = true;
    if ((overTexts || byPattern) && !a->sort.empty()) sorted = sortByColumn(table, a->sort, order) || order.empty();
    std::vector<std::vector<TableCell>> cells;
    for (const std::size_t row : order) cells.push_back(std::move(table.rows[row]));
    table.rows = std::move(cells);
    const bool all = a->columns == std::vector<std::string>{"all"};
    const auto unknown = [&](std::string_view metric) {
      const auto& value = headColumn(metric).value;
      return std::none_of(rows.heads.begin(), rows.heads.end(),
                          [&](const MeasuredHead& row) { return value(row.facts).has_value(); });
    };
    if (!sorted || (sort && unknown(a->sort)))
      remarks.add({"--sort " + a->sort + ": no head has a value of it here; heads are in their order."});
    if (order.empty()) remarks.add({"--where '" + a->where + "': no head fits."});
    writeTable(all ? table : withColumns(table, a->columns, a->sort, a->methods.size() > 1, a->patterns), a->output,
               out);
  };
}

}  // namespace headlight
