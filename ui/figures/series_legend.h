#pragma once

#include <optional>
#include <vector>

#include "ui/figures/figure_frame.h"

namespace headlight {

/// A legend of lines: the heads with their colours, then lines of sample weights; above a picture in as many rows as it
/// takes, or beside it in a column.
struct SeriesLegendLayout {
  struct Entry {
    PlacedText text;
    QRectF swatch;  ///< Of a head: filled with its colour. Of a sample: its middle is the line.
  };
  std::vector<Entry> heads, samples;
  std::optional<PlacedText> headsTitle, samplesTitle;
  double bottom = 0;  ///< Its end, with some space.
};

/// Places a legend from `topLeft` on, `width` wide; the sample lines under the name of their numbers. A single head
/// needs no name (the title has it).
SeriesLegendLayout layoutSeriesLegend(QPointF topLeft, double width, const std::vector<QString>& heads,
                                      const std::vector<double>& samples, const QString& samplesTitle,
                                      const FigureStyle& style, const TextMetrics& metrics);

/// The same one below the other, beside a picture, at most `height` high: what does not fit is left out.
SeriesLegendLayout layoutSeriesColumn(QPointF topLeft, double height, const std::vector<QString>& heads,
                                      const std::vector<double>& samples, const QString& samplesTitle,
                                      const FigureStyle& style, const TextMetrics& metrics);
double seriesColumnWidth(const std::vector<QString>& heads, const std::vector<double>& samples,
                         const QString& samplesTitle, const FigureStyle& style, const TextMetrics& metrics);

/// `samples` as they were given to the layout, `scale` and `pitch` as the lines of the picture have them.
void paintSeriesLegend(QPainter& painter, const SeriesLegendLayout& legend, const std::vector<double>& samples,
                       const ColourScale& scale, double pitch, const FigureStyle& style);

}  // namespace headlight
