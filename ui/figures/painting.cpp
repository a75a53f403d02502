#include "ui/figures/painting.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QTextBoundaryFinder>
#include <algorithm>
#include <cmath>

#include "ui/figures/heatmap/seen_cells.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// The part of a row of cells that is one entry.
struct Cut {
  Index from, count;
};
Cut cutOf(Index part, Index total, Index each) { return {part * each, std::min(each, total - part * each)}; }

/// Draws `text` with its baseline starting at `origin`. PDF cannot hold the bitmaps of emoji fonts: there, emoji become
/// images (Qt would leave them out, and would leave them out of every later picture as well).
void drawText(QPainter& painter, QPointF origin, const QString& text) {
  // In a window that reads from the right, a text still reads in its own direction: most tokens are in another script.
  if (painter.layoutDirection() == Qt::RightToLeft) painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  const bool pdf = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Pdf;
  if (!pdf || !isEmoji(text)) {
    painter.drawText(origin, text);
    return;
  }
  const QFontMetricsF metrics(painter.font());
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
  QString plain;
  double x = origin.x();
  const auto flush = [&] {
    if (!plain.isEmpty()) painter.drawText(QPointF(x, origin.y()), plain);
    x += metrics.horizontalAdvance(plain);
    plain.clear();
  };
  for (qsizetype from = 0, to = finder.toNextBoundary(); to > 0; from = to, to = finder.toNextBoundary()) {
    const QString cluster = text.mid(from, to - from);
    if (!isEmoji(cluster)) {
      plain += cluster;
      continue;
    }
    flush();
    constexpr int kFiner = 8;
    const QRectF box(x, origin.y() - metrics.ascent(), metrics.horizontalAdvance(cluster), metrics.height());
    QFont large = painter.font();
    large.setPixelSize(large.pixelSize() * kFiner);
    QImage image((box.size() * kFiner).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter small(&image);
    small.setFont(large);
    small.setPen(painter.pen());
    small.drawText(QPointF(0, metrics.ascent() * kFiner), cluster);
    small.end();
    painter.drawImage(box, image);
    x += box.width();
  }
  flush();
}

void paintVectorCells(QPainter& painter, const CellBlock& block, const ColourScale& scale, const FigureStyle& style) {
  const ColourMap map = style.map(scale.diverging);
  const HeatmapData& data = block.data;
  const GapEntries gaps(data.request);
  const Rect& region = data.request.region;
  const double width = block.area.width() / block.visible.width(),
               height = block.area.height() / block.visible.height();
  for (Index i = 0; i < data.weights.rows(); ++i) {
    const Cut rows = cutOf(i, region.rows, data.request.rowsEach);
    const SeenCells seen =
        cellsSeen(block.context, data.request.head.layer, block.keys, region.row + rows.from, rows.count);
    const double top = block.area.top() + (static_cast<double>(region.row + rows.from) - block.visible.top()) * height;
    const double bottom = top + static_cast<double>(rows.count) * height;
    for (Index j = 0; j < data.weights.cols(); ++j) {
      const Cut cols = cutOf(j, region.cols, data.request.colsEach);
      const Index key = region.col + cols.from;
      if (cols.count == 1 && std::count(data.request.sinks.begin(), data.request.sinks.end(), key)) continue;
      if (gaps.has(i, j) || !seen.covers(key, cols.count)) continue;
      const double left = block.area.left() + (static_cast<double>(key) - block.visible.left()) * width;
      const double right = left + static_cast<double>(cols.count) * width;
      // Without a gap each cell reaches a little under its right and lower neighbours, which are painted after it:
      // renderers that blend edges would show the paper between them.
      const double reach = block.gap > 0 ? -block.gap : 0.5;
      QRectF cell(QPointF(left, top), QPointF(right + reach, bottom + reach));
      cell = cell.intersected(block.area);
      if (cell.width() <= 0 || cell.height() <= 0) continue;
      if (std::isnan(data.weights(i, j)))
        paintNoNumber(painter, cell, style);
      else
        painter.fillRect(cell, map.colour(scale.position(data.weights(i, j))));
    }
  }
}

void paintImageCells(QPainter& painter, const CellBlock& block, const ColourScale& scale, const FigureStyle& style) {
  const ColourMap map = style.map(scale.diverging);
  const HeatmapData& data = block.data;
  const GapEntries gaps(data.request);
  const Rect& region = data.request.region;
  const Index rows = data.weights.rows(), cols = data.weights.cols();
  if (rows == 0 || cols == 0) return;
  // One colour for each entry, then each pixel looks up its entry: no format has to scale, crop or smooth the picture.
  std::vector<QRgb> colours(static_cast<std::size_t>(rows * cols), qRgba(0, 0, 0, 0));
  for (Index i = 0; i < rows; ++i) {
    const Cut r = cutOf(i, region.rows, data.request.rowsEach);
    const SeenCells seen = cellsSeen(block.context, data.request.head.layer, block.keys, region.row + r.from, r.count);
    for (Index j = 0; j < cols; ++j) {
      const Cut c = cutOf(j, region.cols, data.request.colsEach);
      const Index key = region.col + c.from;
      if (c.count == 1 && std::count(data.request.sinks.begin(), data.request.sinks.end(), key)) continue;
      if (gaps.has(i, j) || !seen.covers(key, c.count)) continue;
      // A pixel is too small to be hatched.
      const float weight = data.weights(i, j);
      const QRgb colour = std::isnan(weight) ? style.inks().neutral.rgb() : map.rgb(scale.position(weight));
      colours[static_cast<std::size_t>(i * cols + j)] = colour | 0xff000000u;
    }
  }
  const int device = painter.device() ? painter.device()->devType() : QInternal::UnknownDevice;
  const bool raster = device == QInternal::Image || device == QInternal::Pixmap || device == QInternal::Widget;
  const double wanted = raster ? std::max(1.0, std::abs(painter.deviceTransform().m11())) : 2.0;
  const double factor = std::min(wanted, 4000.0 / std::max(block.area.width(), block.area.height()));
  const int pixelsWide = std::max(1, static_cast<int>(std::lround(block.area.width() * factor)));
  const int pixelsHigh = std::max(1, static_cast<int>(std::lround(block.area.height() * factor)));
  // What the numbers do not cover (the part in view has just moved) stays paper.
  const auto entryAt = [](double cell, Index from, Index total, Index each) {
    const Index inside = static_cast<Index>(std::floor(cell)) - from;
    return inside >= 0 && inside < total ? inside / each : Index(-1);
  };
  std::vector<Index> column(static_cast<std::size_t>(pixelsWide));
  for (int x = 0; x < pixelsWide; ++x)
    column[static_cast<std::size_t>(x)] = entryAt(block.visible.left() + (x + 0.5) / pixelsWide * block.visible.width(),
                                                  region.col, region.cols, data.request.colsEach);
  QImage image(pixelsWide, pixelsHigh, QImage::Format_ARGB32);
  for (int y = 0; y < pixelsHigh; ++y) {
    const Index i = entryAt(block.visible.top() + (y + 0.5) / pixelsHigh * block.visible.height(), region.row,
                            region.rows, data.request.rowsEach);
    QRgb* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < pixelsWide; ++x) {
      const Index j = column[static_cast<std::size_t>(x)];
      line[x] = i < 0 || j < 0 ? qRgba(0, 0, 0, 0) : colours[static_cast<std::size_t>(i * cols + j)];
    }
  }
  painter.drawImage(block.area, image);
}

}  // namespace

void paintPaper(QPainter& painter, const QRectF& area, const FigureStyle& style) {
  if (!style.transparent) painter.fillRect(area, style.inks().paper);
}

void paintText(QPainter& painter, const PlacedText& text, const FigureStyle& style, double size, const QColor& colour,
               QFont::Weight weight) {
  painter.setFont(style.font(size, weight));
  painter.setPen(colour);
  drawText(painter, text.origin, text.text);
}

void paintLabel(QPainter& painter, const PlacedLabel& label, const FigureStyle& style, double size,
                const QColor& colour) {
  painter.setFont(style.font(size));
  painter.setPen(colour);
  if (label.angle == 0) {
    drawText(painter, label.origin, label.text);
    return;
  }
  painter.save();
  painter.translate(label.origin);
  painter.rotate(label.angle);
  drawText(painter, QPointF(0, 0), label.text);
  painter.restore();
}

void paintFrame(QPainter& painter, const FigureFrame& frame, const FigureStyle& style) {
  const Palette& inks = style.inks();
  if (frame.title) paintText(painter, *frame.title, style, style.titleSize(), inks.ink, QFont::DemiBold);
  for (const PlacedText& line : frame.subtitle) paintText(painter, line, style, style.smallSize(), inks.muted);
  for (const PlacedText& line : frame.notes) paintText(painter, line, style, style.smallSize(), inks.muted);
}

void paintColourBar(QPainter& painter, const ColourBarLayout& bar, const FigureStyle& style) {
  if (bar.bar.isEmpty()) return;
  const Palette& inks = style.inks();
  const ColourMap map = style.map(bar.diverging);
  painter.setRenderHint(QPainter::Antialiasing, false);
  const int steps = static_cast<int>(bar.lying ? bar.bar.width() : bar.bar.height());
  for (int i = 0; i < steps; ++i) {
    // From the smallest weight up, each step reaching a little over the one before.
    const double reach = i == 0 ? 0 : 0.5;
    const QRectF step = bar.lying ? QRectF(bar.bar.left() + i - reach, bar.bar.top(), 1 + reach, bar.bar.height())
                                  : QRectF(bar.bar.left(), bar.bar.bottom() - i - 1, bar.bar.width(), 1 + reach);
    painter.fillRect(step, map.colour((i + 0.5) / steps));
  }
  painter.setRenderHint(QPainter::Antialiasing, true);
  for (std::size_t i = 0; i < bar.ticks.size(); ++i) {
    painter.setPen(QPen(inks.muted, 0.75));
    const double at = bar.tickAt[i];
    if (bar.lying)
      painter.drawLine(QPointF(at, bar.bar.bottom()), QPointF(at, bar.bar.bottom() + 3));
    else
      painter.drawLine(QPointF(bar.bar.right(), at), QPointF(bar.bar.right() + 3, at));
    paintText(painter, bar.ticks[i], style, style.smallSize(), inks.muted);
  }
  for (const PlacedText& line : bar.title) paintText(painter, line, style, style.smallSize(), inks.muted);
}

void paintHatch(QPainter& painter, const QRectF& rect, const FigureStyle& style) {
  if (rect.width() <= 0 || rect.height() <= 0) return;
  QColor ground = style.inks().neutral;
  ground.setAlphaF(style.dark() ? 0.16F : 0.12F);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.fillRect(rect, ground);
  if (rect.width() < 4) return;
  painter.setRenderHint(QPainter::Antialiasing, true);
  QColor line = style.inks().neutral;
  line.setAlphaF(0.55F);
  painter.setPen(QPen(line, 0.75));
  // Lines x + y = c, cut where they leave the rectangle.
  constexpr double kStep = 7;
  const double first = std::ceil((rect.left() + rect.top()) / kStep) * kStep;
  for (double c = first; c < rect.right() + rect.bottom(); c += kStep) {
    const double x0 = std::max(rect.left(), c - rect.bottom()), x1 = std::min(rect.right(), c - rect.top());
    if (x1 - x0 > 0.5) painter.drawLine(QPointF(x0, c - x0), QPointF(x1, c - x1));
  }
}

void paintNoNumber(QPainter& painter, const QRectF& rect, const FigureStyle& style) {
  if (rect.width() <= 0 || rect.height() <= 0) return;
  constexpr double kStep = 4, kSmall = 4;
  const bool smooth = painter.testRenderHint(QPainter::Antialiasing);
  painter.setRenderHint(QPainter::Antialiasing, false);
  QColor ground = style.inks().neutral;
  if (std::min(rect.width(), rect.height()) >= kSmall) ground.setAlphaF(0.18F);
  painter.fillRect(rect, ground);
  if (std::min(rect.width(), rect.height()) >= kSmall) {
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(style.inks().neutral, 0.6));
    // Lines x + y = c and x − y = c, cut where they leave the rectangle.
    for (double c = std::ceil((rect.left() + rect.top()) / kStep) * kStep; c < rect.right() + rect.bottom();
         c += kStep) {
      const double x0 = std::max(rect.left(), c - rect.bottom()), x1 = std::min(rect.right(), c - rect.top());
      if (x1 - x0 > 0.5) painter.drawLine(QPointF(x0, c - x0), QPointF(x1, c - x1));
    }
    for (double c = std::ceil((rect.left() - rect.bottom()) / kStep) * kStep; c < rect.right() - rect.top();
         c += kStep) {
      const double x0 = std::max(rect.left(), c + rect.top()), x1 = std::min(rect.right(), c + rect.bottom());
      if (x1 - x0 > 0.5) painter.drawLine(QPointF(x0, x0 - c), QPointF(x1, x1 - c));
    }
  }
  painter.setRenderHint(QPainter::Antialiasing, smooth);
}

double linkWidth(double position, double pitch) {
  constexpr double kWidest = 5, kThinnest = 0.6;
  const double widest = std::clamp(pitch * 0.35, 1.2, kWidest);
  return kThinnest + (widest - kThinnest) * std::clamp(position, 0.0, 1.0);
}

QPen linkPen(QColor colour, double position, double pitch, double opacity) {
  colour.setAlphaF(static_cast<float>(opacity * std::clamp(position, 0.0, 1.0)));
  return QPen(colour, linkWidth(position, pitch), Qt::SolidLine, Qt::FlatCap);
}

void paintShareBar(QPainter& painter, const QRectF& whole, double share, Qt::Orientation orientation,
                   const QColor& colour, const FigureStyle& style) {
  QColor track = style.inks().hairline;
  track.setAlphaF(0.55F);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.fillRect(whole, track);
  QRectF filled = whole;
  if (orientation == Qt::Horizontal)
    filled.setWidth(whole.width() * std::clamp(share, 0.0, 1.0));
  else
    filled.setHeight(whole.height() * std::clamp(share, 0.0, 1.0));
  painter.fillRect(filled, colour);
}

void paintNoToken(QPainter& painter, const QRectF& whole, double before, double share, Qt::Orientation orientation,
                  const FigureStyle& style) {
  const double from = std::clamp(before, 0.0, 1.0), to = std::clamp(before + share, from, 1.0);
  const QRectF rect =
      orientation == Qt::Horizontal
          ? QRectF(whole.left() + whole.width() * from, whole.top(), whole.width() * (to - from), whole.height())
          : QRectF(whole.left(), whole.bottom() - whole.height() * to, whole.width(), whole.height() * (to - from));
  QColor fill = style.inks().neutral;
  fill.setAlphaF(0.28F);
  painter.fillRect(rect, fill);
  if (std::min(rect.width(), rect.height()) < 2) return;
  painter.setPen(QPen(style.inks().neutral, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
}

QString noTokenNote() {
  return Words::tr("Outlined bars: the share of no token (learned sink), which the row's weights lack to 100%.");
}

QColor inkOn(const QColor& ground) {
  return perceivedLightness(ground) < 0.62 ? palette(Theme::Light).paper : palette(Theme::Light).ink;
}

void paintCells(QPainter& painter, const CellBlock& block, const ColourScale& scale, const FigureStyle& style) {
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  if (block.vector)
    paintVectorCells(painter, block, scale, style);
  else
    paintImageCells(painter, block, scale, style);
}

}  // namespace headlight
