#include "app/commands/figure/statistics_argument.h"

#include <algorithm>
#include <map>

#include "app/usage_error.h"
#include "core/analysis/head_query.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/corpus/corpus_tables.h"
#include "core/corpus/stats_file.h"
#include "ui/state/figure_views.h"

namespace headlight {
namespace {

constexpr std::string_view kOfStatistics[] = {"metric", "card", "intervals", "curves", "steps"};

std::string listOf(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

std::shared_ptr<const CorpusReport> readReport(const std::string& file, Remarks& remarks) {
  auto stats = std::make_shared<const CorpusStats>(readStats(file));
  remarks.add(remarksOf(*stats));
  if (stats->texts == 0) throw Error("'" + file + "': expected statistics of at least one text, found none");
  return corpusReport(std::move(stats));
}

/// The number of a head of `model`; throws Error for one that it does not have.
std::size_t numberIn(HeadId head, const MeasuredModel& model) {
  if (head.layer >= model.layers || head.head >= model.heads)
    throw Error("--head: expected 0.0 to " + nameOf(HeadId{model.layers - 1, model.heads - 1}) + ", found " +
                nameOf(head));
  return static_cast<std::size_t>(numberOf(head, model.heads));
}

/// Throws Error for a metric that there is not.
void checkMetric(const std::string& metric, const std::vector<std::string>& there) {
  if (std::find(there.begin(), there.end(), metric) == there.end())
    throw Error("--metric: expected one of " + listOf(there) + ", found '" + metric + "'");
}

/// The head whose metric is largest, with a remark.
std::size_t strongest(const CorpusStats& stats, const std::string& metric, Remarks& remarks) {
  const std::size_t number = metricNumber(stats, metric);
  const auto most =
      std::max_element(stats.heads.begin(), stats.heads.end(), [&](const HeadStats& a, const HeadStats& b) {
        return a.metrics[number].texts.mean() < b.metrics[number].texts.mean();
      });
  const auto head = static_cast<std::size_t>(most - stats.heads.begin());
  remarks.add({"No --head was named: head " +
               nameOf(headNumbered(static_cast<std::ptrdiff_t>(head), stats.model.heads)) + ", whose " + metric +
               " is largest, is drawn."});
  return head;
}

}  // namespace

void StatisticsArgument::addTo(CLI::App& command) {
  command
      .add_option(
          "--metric", metric,
          "For " + viewsWith("--metric") + ": a metric or a pattern of a .headstats file, or of a folder of them")
      ->type_name("METRIC")
      ->capture_default_str();
  command
      .add_option(
          "--step", step,
          "For " + viewsWith("--step") + ": a file of the folder, by its name or the number in it (default: the last)")
      ->type_name("STEP");
}

void StatisticsArgument::check(const FigureChoice& what) {
  const bool given = what.input.statistics.has_value();
  const bool alone =
      std::find(std::begin(kOfStatistics), std::end(kOfStatistics), what.view) != std::end(kOfStatistics);
  if (alone && !given)
    throw UsageError(
        "--view " + what.view + ": expected " +
        (what.view == "curves" || what.view == "steps" ? "a folder of .headstats files" : "a .headstats file") +
        ", found none");
  if (!given) return;
  const std::string& file = *what.input.statistics;
  if (!alone && what.view != "scatter")
    throw UsageError("'" + file +
                     "': expected --view scatter, metric, card, intervals, curves or steps, found --view " + what.view);
  if (what.intervene.given() || what.decoder.given() || what.attention.given())
    throw UsageError("'" + file +
                     "': cannot be combined with options that need a model (--intervene, --decoder-…, --attention)");
  const bool folder = isFolder(file);
  const bool ofFolder = what.view == "curves" || what.view == "steps";
  if (ofFolder && !folder)
    throw UsageError("--view " + what.view + ": expected a folder of .headstats files, found '" + file + "'");
  if (folder && !ofFolder && what.view != "metric")
    throw UsageError("--view " + what.view + ": expected one .headstats file, found the folder '" + file + "'");
}

std::size_t StatisticsArgument::stepOf(const TrainingReport& training) const {
  const std::vector<StatsStep>& steps = training.series.steps;
  if (step.empty()) return steps.size() - 1;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    names.push_back(steps[i].name);
    if (steps[i].name == step || stepName(training, i).toStdString() == step) return i;
  }
  throw Error("--step: expected one of " + listOf(names) + ", found '" + step + "'");
}

CorpusChoice StatisticsArgument::choice(const FigureChoice& what, const std::string& against, const std::string& x,
                                        const std::string& y, const std::string& where, Remarks& remarks) const {
  static const std::map<std::string, CorpusPicture, std::less<>> kPictures = {
      {"scatter", CorpusPicture::Scatter},       {"metric", CorpusPicture::Atlas},  {"card", CorpusPicture::Card},
      {"intervals", CorpusPicture::Differences}, {"curves", CorpusPicture::Curves}, {"steps", CorpusPicture::Steps}};
  const std::string& file = *what.input.statistics;
  CorpusChoice choice;
  choice.picture = kPictures.at(what.view);
  choice.metric = metric;
  const HeadId head = what.chosenHeads().front();
  if (what.chosenHeads().size() > 1) throw UsageError("--head: expected one head for --view " + what.view);
  if (isFolder(file)) {
    if (!against.empty())
      throw UsageError("--against: expected one .headstats file to compare, found the folder '" + file + "'");
    choice.training = readTraining(file);
    checkMetric(metric, choice.training->series.metrics);
    if (what.view == "metric") choice.picture = CorpusPicture::StepAtlas;
    if (!step.empty() || what.view == "metric") choice.step = stepOf(*choice.training);
    if (what.heads.given()) choice.head = numberIn(head, choice.training->series.model);
    return choice;
  }
  if (!step.empty()) throw UsageError("--step: expected a folder of .headstats files, found '" + file + "'");
  choice.report = readReport(file, remarks);
  const CorpusStats& stats = *choice.report->stats;
  if (what.view == "scatter") {
    choice.across = x.empty() ? "previous_token" : x;
    choice.metric = y.empty() ? "induction" : y;
    for (const std::string& axis : {choice.across, choice.metric}) asTyped([&] { return &headColumn(axis); });
    const HeadQuery wanted = asTyped([&] { return parseHeadQuery(where); });
    if (!wanted.likened().empty())
      throw UsageError("--where: expected no 'like:' of numbers over many texts, which have no rows to compare");
    for (const MeasuredHead& each : choice.report->heads->heads)
      if (wanted.fits(each.facts.head, &each.facts)) choice.shown.push_back(each.facts.head);
    if (choice.shown.empty()) throw Error("--where '" + where + "': expected some heads, found none that fit");
    return choice;
  }
  checkMetric(metric, stats.metricNames());
  if (what.view == "card")
    choice.head = what.heads.given() ? numberIn(head, stats.model) : strongest(stats, metric, remarks);
  if (what.view == "intervals" && against.empty())
    throw UsageError("--view intervals: expected --against FILE.headstats, found none");
  if (against.empty()) return choice;
  choice.pair = statsPair(choice.report, readReport(against, remarks));
  checkMetric(metric, choice.pair->other->stats->metricNames());
  if (what.view == "metric") choice.picture = CorpusPicture::DifferenceAtlas;
  return choice;
}

}  // namespace headlight
