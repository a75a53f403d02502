#pragma once

#include <optional>
#include <vector>

#include "ui/figures/figure_frame.h"
#include "ui/figures/round_axis.h"

namespace headlight {

/// What the layout of curves over steps of training depends on.
struct TrainingCurvesSpec : FrameSpec {
  /// One head.
  struct Line {
    QString name;                                         ///< At its end, where it is stressed.
    std::vector<std::optional<double>> means, low, high;  ///< By step.
    bool stressed = false;
    std::optional<std::size_t> breakAt;  ///< The step after its surest change.
  };
  std::vector<Line> lines;
  std::vector<double> places;  ///< Of each step, ascending.
  std::vector<QString> steps;  ///< How each is called.
  bool numbered = true;        ///< Whether places are the numbers of steps; else the steps' names are the ticks.
  QString xTitle, yTitle;
  std::optional<std::size_t> chosen;  ///< The step that is marked.
};

/// Where everything of the curves is. Figure units, origin at the top left of the figure.
struct TrainingCurvesLayout {
  struct Line {
    QPolygonF points;                ///< Of the steps that have a mean.
    std::vector<std::size_t> steps;  ///< As many: which step each is.
    QPolygonF band;                  ///< Around its interval, where it is stressed.
    std::optional<PlacedText> name;  ///< Right of the plot, moved up or down where names would overlap.
    std::optional<QPointF> breakAt;
  };
  FigureFrame frame;
  QRectF plot;
  bool logarithmic = false;  ///< Steps lie at the logarithm of 1 + step.
  RoundAxis y;
  std::vector<double> xTickAt, yTickAt;
  std::vector<PlacedText> xTicks, yTicks;
  PlacedText xTitle, yTitle;
  std::vector<Line> lines;
  std::optional<double> chosenAt;
};

/// Pure: the same numbers for the same spec and metrics.
TrainingCurvesLayout layoutTrainingCurves(const TrainingCurvesSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
