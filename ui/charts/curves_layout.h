#pragma once

#include <optional>
#include <vector>

#include "ui/figures/figure_frame.h"

namespace headlight {

/// One curve of a chart with logarithmic axes.
struct Curve {
  QString name;
  std::vector<double> values;  ///< One for each x; zero or less is not drawn.
  int colour = 0;              ///< seriesColour().
  bool dashed = false;
};

/// One of the charts that stand beside each other over the same x.
struct CurvesChart {
  QString title;  ///< With the unit.
  std::vector<Curve> curves;
  QString (*tick)(double value) = nullptr;  ///< How a power of ten is written.
};

/// What the layout of charts depends on.
struct CurvesSpec : FrameSpec {
  std::vector<double> x;  ///< Ascending, above 0.
  QString xTitle;
  std::vector<CurvesChart> charts;
  std::optional<double> mark;  ///< An x that is marked with a line.
  QString markText;
};

/// Where everything of the charts is. Figure units, origin at the top left of the figure.
struct CurvesLayout {
  struct Line {
    QPolygonF points;
    PlacedText name;  ///< At its right end, moved up or down where names would overlap.
    QPointF end;      ///< The last point, from which a thin line leads to a name that was moved.
    int colour = 0;
    bool dashed = false;
  };
  struct Chart {
    QRectF plot;
    PlacedText title;
    std::vector<double> xTickAt, yTickAt;
    std::vector<PlacedText> xTicks, yTicks;
    std::vector<Line> lines;
    std::optional<double> markAt;
    double leastDecade = 0, mostDecade = 0;  ///< Of y, as powers of ten.
  };

  FigureFrame frame;
  std::vector<Chart> charts;
  std::optional<PlacedText> xTitle, mark;
};

/// Charts side by side, or one above the other where the figure is narrow. Pure.
CurvesLayout layoutCurves(const CurvesSpec& spec, const TextMetrics& metrics);

/// "1", "1k", "1M": a count as a tick.
QString countTick(double value);
/// "1 B", "1 kB", "1 MB": bytes as a tick (powers of 1,000).
QString bytesTick(double value);

}  // namespace headlight
