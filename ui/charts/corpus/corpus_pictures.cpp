#include "ui/charts/corpus/corpus_pictures.h"

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

std::unique_ptr<Figure> makeFigure(const CorpusChoice& choice, const FigureStyle& style) {
  switch (choice.picture) {
    case CorpusPicture::Scatter:
      return std::make_unique<ScatterFigure>(choice.report->heads, choice.across, choice.metric, choice.shown, style);
    case CorpusPicture::Atlas:
      return std::make_unique<MetricAtlasFigure>(metricAtlas(*choice.report, choice.metric), style);
    case CorpusPicture::Card:
      return std::make_unique<HeadCardFigure>(choice.report, choice.head.value_or(0), choice.metric, style);
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
  return statsTable(*choice.report->stats);
}

}  // namespace headlight
