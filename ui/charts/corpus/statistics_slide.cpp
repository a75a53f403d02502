#include "ui/charts/corpus/statistics_slide.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/corpus/stats_file.h"

namespace headlight {
namespace {

constexpr std::pair<CorpusPicture, const char*> kKept[] = {
    {CorpusPicture::Scatter, "scatter"}, {CorpusPicture::Atlas, "metric"},  {CorpusPicture::StepAtlas, "metric"},
    {CorpusPicture::Card, "card"},       {CorpusPicture::Curves, "curves"}, {CorpusPicture::Steps, "steps"}};

[[noreturn]] void lacks(const StatisticsView& view, const std::string& what) {
  throw Error("'" + view.file.filename().string() + "': expected statistics with " + what);
}

}  // namespace

std::optional<StatisticsView> viewOf(const CorpusChoice& choice, const std::filesystem::path& file) {
  const auto* found =
      std::find_if(std::begin(kKept), std::end(kKept), [&](const auto& each) { return each.first == choice.picture; });
  if (found == std::end(kKept) || file.empty() || choice.metric == kLossMetric) return std::nullopt;
  if (choice.picture == CorpusPicture::Scatter && choice.across == kLossMetric) return std::nullopt;
  StatisticsView view{file, found->second, choice.metric, {}};
  if (choice.picture == CorpusPicture::Scatter) view.across = choice.across;
  if (choice.picture == CorpusPicture::Card || choice.picture == CorpusPicture::Curves) view.head = choice.head;
  if (choice.picture == CorpusPicture::Curves || choice.picture == CorpusPicture::StepAtlas) view.step = choice.step;
  return view;
}

CorpusChoice choiceOf(const StatisticsView& view) {
  CorpusChoice choice;
  choice.metric = view.metric;
  if (!view.across.empty()) choice.across = view.across;
  choice.head = view.head;
  choice.step = view.step;
  const bool training = isFolder(view.file);
  const auto* picture = std::find_if(std::begin(kKept), std::end(kKept), [&](const auto& each) {
    return each.second == view.picture && (each.first != CorpusPicture::Atlas || !training) &&
           (each.first != CorpusPicture::StepAtlas || training);
  });
  if (picture == std::end(kKept) || isOfTraining(picture->first) != training)
    lacks(view, "a picture '" + view.picture + "'");
  choice.picture = picture->first;
  std::size_t heads = 0;
  if (training) {
    choice.training = readTraining(view.file);
    heads = choice.training->series.heads();
    if (seriesMetric(*choice.training, view.metric) == choice.training->series.metrics.size())
      lacks(view, "the metric '" + view.metric + "'");
    if (view.step && *view.step >= choice.training->series.steps.size())
      lacks(view, std::to_string(*view.step + 1) + " steps");
  } else {
    choice.report = corpusReport(std::make_shared<const CorpusStats>(readStats(view.file)));
    const CorpusStats& stats = *choice.report->stats;
    heads = stats.heads.size();
    for (const std::string& metric : {choice.metric, choice.across})
      if (metricNumber(stats, metric) == stats.metricNames().size()) lacks(view, "the metric '" + metric + "'");
  }
  if (view.head && *view.head >= heads) lacks(view, std::to_string(*view.head + 1) + " heads");
  return choice;
}

}  // namespace headlight
