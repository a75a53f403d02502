#include "ui/charts/corpus/corpus_report.h"

#include <QStringList>
#include <algorithm>
#include <set>

#include "ui/words.h"

namespace headlight {

std::shared_ptr<const CorpusReport> corpusReport(std::shared_ptr<const CorpusStats> stats) {
  auto report = std::make_shared<CorpusReport>();
  auto heads = std::make_shared<HeadsReport>();
  for (std::size_t head = 0; head < stats->heads.size(); ++head) heads->heads.push_back({"raw", stats->facts(head)});
  heads->model = QString::fromStdString(stats->model.name);
  std::set<std::string> names;
  for (const CorpusPart& part : stats->parts) names.insert(part.source);
  QStringList sources;
  for (const std::string& name : names) sources << QString::fromStdString(name);
  heads->text = Words::tr("%1 texts: %2").arg(localNumber(static_cast<double>(stats->texts), 'f', 0),
                                              sources.join(QStringLiteral(", ")));
  if (stats->cut > 0)
    report->notes.push_back(Words::tr("%1 texts cut after %2 tokens.").arg(stats->cut).arg(stats->maxTokens));
  if (stats->skipped > 0) {
    const SkippedText first = stats->skippedTexts.empty() ? SkippedText() : stats->skippedTexts.front();
    report->notes.push_back(Words::tr("%1 texts skipped; the first: %2")
                                .arg(stats->skipped)
                                .arg(QString::fromStdString(first.place + ": " + first.why)));
  }
  if (stats->next) report->notes.push_back(Words::tr("Stopped before the last text."));
  report->stats = std::move(stats);
  report->heads = std::move(heads);
  return report;
}

std::vector<ExemplarText> exemplarsOf(const CorpusStats& stats, std::size_t head, std::size_t metric) {
  const Exemplars& of = stats.heads[head].metrics[metric].exemplars;
  std::vector<Exemplar> all(of.all.begin(), of.all.end());
  std::erase_if(all, [](const Exemplar& one) { return !one; });
  std::sort(all.begin(), all.end(), [](const Exemplar& a, const Exemplar& b) {
    return a.value != b.value ? a.value > b.value : a.text < b.text;
  });
  std::vector<ExemplarText> texts;
  std::set<std::uint64_t> seen;
  for (const Exemplar& one : all)
    if (seen.insert(one.text).second)
      if (const auto found = stats.keptTexts.find(one.text); found != stats.keptTexts.end())
        texts.push_back({one.value, found->second});
  return texts;
}

std::size_t metricNumber(std::string_view name) {
  return static_cast<std::size_t>(std::find(std::begin(kHeadMeans), std::end(kHeadMeans), name) -
                                  std::begin(kHeadMeans));
}

std::vector<const HeadColumn*> corpusColumns() {
  std::vector<const HeadColumn*> columns;
  for (const HeadColumn& column : headColumns())
    if (metricNumber(column.name) < std::size(kHeadMeans) && !column.name.starts_with("to_")) columns.push_back(&column);
  return columns;
}

}  // namespace headlight
