#include "ui/charts/corpus/corpus_pictures.h"

#include <algorithm>

#include "core/corpus/corpus_tables.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/corpus/head_card_figure.h"
#include "ui/charts/corpus/head_intervals_figure.h"
#include "ui/charts/corpus/heads_by_step_figure.h"
#include "ui/charts/corpus/metric_atlas_figure.h"
#include "ui/charts/corpus/training_curves_figure.h"
#include "ui/figures/scatter/scatter_figure.h"
#include "ui/words.h"

namespace headlight {
namespace {

bool isLoss(const CorpusChoice& choice, const std::string& metric) { return choice.losses && metric == kLossMetric; }

ScatterAxis axisOf(const CorpusChoice& choice, const std::string& metric) {
  if (isLoss(choice, metric)) {
    ScatterAxis axis{lossName(), {}};
    for (const HeadLoss& loss : choice.losses->losses.heads)
      axis.values.push_back(choice.losses->losses.texts > 0 ? std::optional(loss.change.mean) : std::nullopt);
    return axis;
  }
  const CorpusStats& stats = *choice.report->stats;
  const std::size_t number = metricNumber(stats, metric);
  if (number < std::size(kHeadMeans) || number >= stats.metricNames().size())
    return scatterAxis(choice.report->heads.get(), metric);
  ScatterAxis axis{corpusMetricName(metric), {}};
  for (const HeadStats& head : stats.heads) {
    const LabelScore score = LabelScore::of(HeadLabel::None, head.patterns[number - std::size(kHeadMeans)]);
    axis.values.push_back(score.queries > 0 ? std::optional(score.score) : std::nullopt);
  }
  return axis;
}

/// What is lost without each head, beside its other numbers.
void addLosses(Table& table, const LossesReport& report) {
  const Table losses = lossesTable(report.losses);
  if (losses.rows.size() != table.rows.size()) return;
  // After the kind of ablation come layer and head, which the table has.
  constexpr std::size_t kFirst = 3;
  table.columns.push_back(losses.columns.front());
  for (std::size_t i = kFirst; i < losses.columns.size(); ++i)
    table.columns.push_back(i == kFirst ? losses.columns[i] : losses.columns[kFirst] + "_" + losses.columns[i]);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    table.rows[row].push_back(losses.rows[row].front());
    for (std::size_t i = kFirst; i < losses.columns.size(); ++i) table.rows[row].push_back(losses.rows[row][i]);
  }
}

}  // namespace

std::vector<CorpusPicture> picturesOf(const CorpusChoice& choice) {
  if (choice.training) return {CorpusPicture::Curves, CorpusPicture::Steps, CorpusPicture::StepAtlas};
  std::vector<CorpusPicture> pictures;
  if (choice.losses) pictures = {CorpusPicture::Losses, CorpusPicture::LossAtlas};
  if (choice.pair) pictures.insert(pictures.end(), {CorpusPicture::Differences, CorpusPicture::DifferenceAtlas});
  if (choice.report || !choice.losses) pictures.insert(pictures.end(), {CorpusPicture::Scatter, CorpusPicture::Atlas});
  return pictures;
}

bool isOfLosses(CorpusPicture picture) {
  return picture == CorpusPicture::Losses || picture == CorpusPicture::LossAtlas;
}

bool isOfPair(CorpusPicture picture) {
  return picture == CorpusPicture::Differences || picture == CorpusPicture::DifferenceAtlas;
}

bool isOfTraining(CorpusPicture picture) {
  return picture == CorpusPicture::Curves || picture == CorpusPicture::Steps || picture == CorpusPicture::StepAtlas;
}

std::vector<QString> notesOf(const CorpusChoice& choice) {
  std::vector<QString> notes = choice.report->notes;
  if (isLoss(choice, choice.metric) || (choice.picture == CorpusPicture::Scatter && isLoss(choice, choice.across))) {
    notes.push_back(Words::tr("%1: %2.", "what is lost and over which texts").arg(lossName(), captionOf(*choice.losses)));
    for (const QString& note : notesOn(*choice.losses))
      if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
  }
  return notes;
}

std::unique_ptr<Figure> makeFigure(const CorpusChoice& choice, const FigureStyle& style) {
  switch (choice.picture) {
    case CorpusPicture::Scatter:
      return std::make_unique<ScatterFigure>(choice.report->heads, axisOf(choice, choice.across),
                                             axisOf(choice, choice.metric), choice.shown, notesOf(choice), style);
    case CorpusPicture::Atlas:
      if (isLoss(choice, choice.metric)) return std::make_unique<MetricAtlasFigure>(lossAtlas(*choice.losses), style);
      return std::make_unique<MetricAtlasFigure>(metricAtlas(*choice.report, choice.metric), style);
    case CorpusPicture::Card:
      return std::make_unique<HeadCardFigure>(choice.report, choice.head.value_or(0), choice.metric, style,
                                              choice.losses);
    case CorpusPicture::Differences:
      return std::make_unique<HeadIntervalsFigure>(differenceIntervals(*choice.pair, choice.metric), style);
    case CorpusPicture::DifferenceAtlas:
      return std::make_unique<MetricAtlasFigure>(differenceAtlas(*choice.pair, choice.metric), style);
    case CorpusPicture::Curves:
      return std::make_unique<TrainingCurvesFigure>(choice.training, choice.metric, choice.head, choice.step, style);
    case CorpusPicture::Steps:
      return std::make_unique<HeadsByStepFigure>(choice.training, choice.metric, style);
    case CorpusPicture::Losses:
      return std::make_unique<HeadIntervalsFigure>(lossIntervals(*choice.losses), style);
    case CorpusPicture::LossAtlas:
      return std::make_unique<MetricAtlasFigure>(lossAtlas(*choice.losses), style);
    case CorpusPicture::StepAtlas:
      break;
  }
  return std::make_unique<MetricAtlasFigure>(stepAtlas(*choice.training, choice.metric, choice.step.value_or(0)),
                                             style);
}

Exportable exportableStatistics(const CorpusChoice& choice) {
  Provenance made;
  if (choice.training) {
    made.model = choice.training->model.toStdString();
  } else if (isOfLosses(choice.picture)) {
    made.model = choice.losses->model.toStdString();
    made.text = choice.losses->texts.toStdString();
  } else {
    made = madeBy(*choice.report->heads);
  }
  if (isOfPair(choice.picture)) made.text = captionOf(*choice.pair).toStdString();
  return exportableChart(Words::tr("Over many texts"), std::move(made), "corpus",
                         [choice](const FigureStyle& style, bool withText) {
                           if (withText) return makeFigure(choice, style);
                           CorpusChoice without = choice;
                           if (choice.report) without.report = withoutText(choice.report);
                           if (choice.pair) without.pair = withoutText(choice.pair);
                           if (choice.losses) without.losses = withoutText(choice.losses);
                           return makeFigure(without, style);
                         });
}

Table tableOf(const CorpusChoice& choice) {
  if (isOfTraining(choice.picture)) return seriesTable(choice.training->series);
  if (isOfLosses(choice.picture)) return lossesTable(choice.losses->losses);
  if (isOfPair(choice.picture))
    return differencesTable(differencesOf(*choice.pair->one->stats, *choice.pair->other->stats),
                            choice.pair->one->stats->model.heads);
  Table table = statsTable(*choice.report->stats);
  if (choice.losses) addLosses(table, *choice.losses);
  return table;
}

}  // namespace headlight
