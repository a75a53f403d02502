#include "ui/charts/corpus/reports/corpus_report.h"

#include <QStringList>
#include <algorithm>
#include <set>

#include "ui/words.h"

namespace headlight {
namespace {

/// By HeadMean; as many as there are for another name.
std::size_t meanNumber(std::string_view name) {
  return static_cast<std::size_t>(std::find(std::begin(kHeadMeans), std::end(kHeadMeans), name) -
                                  std::begin(kHeadMeans));
}

std::vector<QString> notesOf(const CorpusStats& stats) {
  return runNotes(stats.cut, stats.maxTokens, stats.skipped, stats.skippedTexts, stats.next.has_value());
}

/// The strongest first.
std::vector<ExemplarText> textsOf(const Exemplars& of, const std::map<std::uint64_t, KeptText>& kept) {
  std::vector<Exemplar> all(of.all.begin(), of.all.end());
  std::erase_if(all, [](const Exemplar& one) { return !one; });
  std::sort(all.begin(), all.end(), [](const Exemplar& a, const Exemplar& b) {
    return a.value != b.value ? a.value > b.value : a.text < b.text;
  });
  std::vector<ExemplarText> texts;
  std::set<std::uint64_t> seen;
  for (const Exemplar& one : all)
    if (seen.insert(one.text).second)
      if (const auto found = kept.find(one.text); found != kept.end()) texts.push_back({one.value, found->second});
  return texts;
}

}  // namespace

QString textsWords(std::int64_t texts, const QStringList& sources) {
  return Words::tr("%1 texts: %2")
      .arg(localNumber(static_cast<double>(texts), 'f', 0), sources.join(QStringLiteral(", ")));
}

std::vector<QString> runNotes(std::int64_t cut, Index maxTokens, std::int64_t skipped,
                              const std::vector<SkippedText>& skippedTexts, bool stopped) {
  std::vector<QString> notes;
  if (cut > 0) notes.push_back(Words::tr("%1 texts cut after %2 tokens.").arg(cut).arg(maxTokens));
  if (skipped > 0 && skippedTexts.empty())
    notes.push_back(Words::tr("%1 texts skipped.").arg(skipped));
  else if (skipped > 0)
    notes.push_back(Words::tr("%1 texts skipped; the first: %2")
                        .arg(skipped)
                        .arg(QString::fromStdString(skippedTexts.front().place + ": " + skippedTexts.front().why)));
  if (stopped) notes.push_back(Words::tr("Stopped before the last text."));
  return notes;
}

std::shared_ptr<const CorpusReport> corpusReport(std::shared_ptr<const CorpusStats> stats) {
  auto report = std::make_shared<CorpusReport>();
  auto heads = std::make_shared<HeadsReport>();
  for (std::size_t head = 0; head < stats->heads.size(); ++head) heads->heads.push_back({"raw", stats->facts(head)});
  heads->model = QString::fromStdString(stats->model.name);
  std::set<std::string> names;
  for (const CorpusPart& part : stats->parts) names.insert(part.source);
  QStringList sources;
  for (const std::string& name : names) sources << QString::fromStdString(name);
  heads->text = textsWords(stats->texts, sources);
  report->notes = notesOf(*stats);
  report->stats = std::move(stats);
  report->heads = std::move(heads);
  return report;
}

std::shared_ptr<const CorpusReport> withoutText(const std::shared_ptr<const CorpusReport>& report) {
  auto copy = std::make_shared<CorpusReport>(*report);
  auto stats = std::make_shared<CorpusStats>(*report->stats);
  stats->keptTexts.clear();
  for (std::size_t id = 0; id < stats->tokenNames.size(); ++id)
    if (!stats->tokenNames[id].empty()) stats->tokenNames[id] = std::to_string(id);
  stats->skippedTexts.clear();
  copy->stats = std::move(stats);
  copy->heads = withoutText(report->heads);
  copy->notes = notesOf(*copy->stats);
  return copy;
}

std::vector<ExemplarText> exemplarsOf(const CorpusStats& stats, std::size_t head, std::size_t metric) {
  return textsOf(stats.heads[head].metrics[metric].exemplars, stats.keptTexts);
}

std::vector<ExemplarText> exemplarsOf(const CorpusLosses& losses, std::size_t head) {
  std::vector<ExemplarText> texts = textsOf(losses.heads[head].exemplars, losses.keptTexts);
  std::reverse(texts.begin(), texts.end());
  return texts;
}

std::size_t metricNumber(const CorpusStats& stats, std::string_view name) {
  const std::vector<std::string> names = stats.metricNames();
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::vector<const HeadColumn*> corpusColumns() {
  std::vector<const HeadColumn*> columns;
  for (const HeadColumn& column : headColumns())
    if (meanNumber(column.name) < std::size(kHeadMeans) && !column.name.starts_with("to_")) columns.push_back(&column);
  return columns;
}

QString corpusMetricName(const std::string& metric) {
  return meanNumber(metric) < std::size(kHeadMeans) ? headColumnName(headColumn(metric))
                                                    : QString::fromStdString(metric);
}

MetricScale metricScale(const std::string& metric) { return scaleOf(meanNumber(metric)); }

ColourScale metricColours(const std::string& metric, double most, bool diverging) {
  const MetricScale of = metricScale(metric);
  // Shares are numbers like those in the cells, on axes and in tables.
  ColourScale scale{ScaleKind::Linear, std::max(most, ColourScale::kLeastMax), diverging, ScaleUnit::Nats};
  if (of == MetricScale::Tokens) scale.title = {Words::tr("tokens")};
  if (of == MetricScale::Share) scale.title = {Words::tr("share")};
  return scale;
}

}  // namespace headlight
