#include "ui/figures/series_legend.h"

#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kSwatch = 14, kSampleLine = 26, kSwatchGap = 6;

}  // namespace

SeriesLegendLayout layoutSeriesLegend(QPointF topLeft, double width, const std::vector<QString>& heads,
                                      const std::vector<double>& samples, const QString& samplesTitle,
                                      const FigureStyle& style, const TextMetrics& metrics) {
  SeriesLegendLayout out;
  out.bottom = topLeft.y();
  if (!style.hasLegend() || (heads.size() < 2 && samples.empty())) return out;
  constexpr double kBetween = 18;
  const double size = style.smallSize(), row = std::ceil(metrics.height(size) + 4);
  double x = topLeft.x(), baseline = std::round(topLeft.y() + metrics.ascent(size));
  const auto reserve = [&](double wide) {
    if (x > topLeft.x() && x + wide > topLeft.x() + width) {
      x = topLeft.x();
      baseline += row;
    }
  };
  const auto place = [&](const QString& text, double swatch, double thickness) {
    const double wide = metrics.width(text, size);
    reserve(swatch + kSwatchGap + wide);
    const double middle = std::round(baseline - metrics.ascent(size) * 0.36);
    SeriesLegendLayout::Entry entry{placeText(text, {x + swatch + kSwatchGap, baseline}, size, metrics),
                                    QRectF(x, middle - thickness / 2, swatch, thickness)};
    x += swatch + kSwatchGap + wide + kBetween;
    return entry;
  };
  if (heads.size() > 1) {
    out.headsTitle = placeText(Words::tr("head"), {x, baseline}, size, metrics);
    x += metrics.width(out.headsTitle->text, size) + 10;
    for (const QString& head : heads) out.heads.push_back(place(head, kSwatch, 4));
    x += kBetween;
  }
  if (!samples.empty()) {
    reserve(metrics.width(samplesTitle, size) + 10 + kSampleLine + kSwatchGap + metrics.width(percentText(1), size));
    out.samplesTitle = placeText(samplesTitle, {x, baseline}, size, metrics);
    x += metrics.width(samplesTitle, size) + 10;
    for (const double weight : samples) out.samples.push_back(place(percentText(weight), kSampleLine, 0));
  }
  out.bottom = baseline + metrics.descent(size) + 8;
  return out;
}

SeriesLegendLayout layoutSeriesColumn(QPointF topLeft, double height, const std::vector<QString>& heads,
                                      const std::vector<double>& samples, const QString& samplesTitle,
                                      const FigureStyle& style, const TextMetrics& metrics) {
  SeriesLegendLayout out;
  out.bottom = topLeft.y();
  const double size = style.smallSize(), step = metrics.height(size) + 3, x = topLeft.x();
  double y = topLeft.y() + metrics.ascent(size);
  const auto place = [&](const QString& text, double swatch, double thickness) {
    const double middle = y - metrics.ascent(size) * 0.36;
    return SeriesLegendLayout::Entry{placeText(text, {x + swatch + kSwatchGap, y}, size, metrics),
                                     QRectF(x, middle - thickness / 2, swatch, thickness)};
  };
  const auto next = [&] {
    if (y + step > topLeft.y() + height) return false;
    y += step;
    return true;
  };
  if (heads.size() > 1) {
    out.headsTitle = placeText(Words::tr("head"), {x, y}, size, metrics);
    for (std::size_t i = 0; i < heads.size() && next(); ++i) out.heads.push_back(place(heads[i], kSwatch, 4));
    y += 1.6 * step;
  }
  if (!samples.empty() && y <= topLeft.y() + height) {
    out.samplesTitle = placeText(samplesTitle, {x, y}, size, metrics);
    for (std::size_t i = 0; i < samples.size() && next(); ++i)
      out.samples.push_back(place(percentText(samples[i]), kSampleLine, 0));
  }
  out.bottom = y + metrics.descent(size);
  return out;
}

double seriesColumnWidth(const std::vector<QString>& heads, const std::vector<double>& samples,
                         const QString& samplesTitle, const FigureStyle& style, const TextMetrics& metrics) {
  const double size = style.smallSize();
  double width = metrics.width(samplesTitle, size);
  if (heads.size() > 1)
    for (const QString& head : heads) width = std::max(width, kSwatch + kSwatchGap + metrics.width(head, size));
  for (const double weight : samples)
    width = std::max(width, kSampleLine + kSwatchGap + metrics.width(percentText(weight), size));
  return std::ceil(width);
}

void paintSeriesLegend(QPainter& painter, const SeriesLegendLayout& legend, const std::vector<double>& samples,
                       const ColourScale& scale, double pitch, const FigureStyle& style) {
  const Palette& inks = style.inks();
  const double size = style.smallSize();
  for (const auto* title : {&legend.headsTitle, &legend.samplesTitle})
    if (*title) paintText(painter, **title, style, size, inks.muted);
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (std::size_t i = 0; i < legend.heads.size(); ++i) {
    painter.fillRect(legend.heads[i].swatch, seriesColour(static_cast<int>(i), style.dark()));
    paintText(painter, legend.heads[i].text, style, size, inks.ink);
  }
  painter.setRenderHint(QPainter::Antialiasing, true);
  painter.setBrush(Qt::NoBrush);
  const QColor colour = legend.heads.empty() ? seriesColour(0, style.dark()) : inks.muted;
  for (std::size_t i = 0; i < legend.samples.size(); ++i) {
    const auto& [text, swatch] = legend.samples[i];
    QPainterPath line(QPointF(swatch.left(), swatch.center().y()));
    line.lineTo(swatch.right(), swatch.center().y());
    painter.strokePath(line, linkPen(colour, scale.position(samples[i]), pitch));
    paintText(painter, text, style, size, inks.muted);
  }
}

}  // namespace headlight
