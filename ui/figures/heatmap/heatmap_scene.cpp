#include "ui/figures/heatmap/heatmap_scene.h"

#include <algorithm>
#include <cmath>

#include "core/image/pixel_input.h"
#include "ui/figures/painting.h"
#include "ui/images/image_file.h"

namespace headlight {
namespace {

void paintSinkBars(QPainter& painter, const HeatmapScene& scene) {
  const HeatmapLayout& layout = scene.layout;
  const Matrix &sinks = scene.data.sinkMass, &noToken = scene.data.noToken;
  if (layout.sinkBars.isEmpty() || sinks.size() + noToken.size() == 0) return;
  const Palette& inks = scene.style.inks();
  const Rect& region = scene.data.request.region;
  const Index rows = scene.data.weights.rows();
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (Index i = 0; i < rows; ++i) {
    const Index each = scene.data.request.rowsEach, from = i * each, to = std::min(region.rows, from + each);
    const double top = layout.cellRect(region.row + from, 0).top(), bottom = layout.cellRect(region.row + to, 0).top();
    const double height = bottom - top, bar = height < 4 ? height : std::clamp(std::round(height * 0.5), 2.0, 14.0);
    const QRectF row(layout.sinkBars.left(), std::round((top + bottom - bar) / 2), layout.sinkBars.width(), bar);
    const auto clipped = [&](QRectF rect) { return rect.intersected(layout.sinkBars); };
    if (height >= 4) {
      QColor track = inks.hairline;
      track.setAlphaF(0.55F);
      painter.fillRect(clipped(row), track);
    }
    const float mass = sinks.size() > 0 ? sinks(i, 0) : 0, rest = noToken.size() > 0 ? noToken(i, 0) : 0;
    if (!std::isfinite(mass + rest)) {
      paintNoNumber(painter, clipped(row), scene.style);
      continue;
    }
    const double share = std::clamp<double>(mass, 0, 1);
    painter.fillRect(clipped(QRectF(row.topLeft(), QSizeF(row.width() * share, row.height()))), inks.neutral);
    if (rest > 0) paintNoToken(painter, clipped(row), share, static_cast<double>(rest), Qt::Horizontal, scene.style);
  }
  if (layout.sinkTitle) paintText(painter, *layout.sinkTitle, scene.style, scene.style.smallSize(), inks.muted);
  for (const PlacedText& tick : layout.sinkTicks)
    paintText(painter, tick, scene.style, scene.style.smallSize(), inks.muted);
}

/// Hatches the part of each sink column that some query in view may see.
void paintSinkColumns(QPainter& painter, const HeatmapScene& scene) {
  const HeatmapLayout& layout = scene.layout;
  const Rect& region = scene.data.request.region;
  for (const Index key : scene.data.request.sinks) {
    Index first = region.row + region.rows, last = region.row;
    for (Index query = region.row; query < region.row + region.rows; ++query)
      if (scene.context.isVisible(scene.data.request.head.layer, query, key, scene.keys)) {
        first = std::min(first, query);
        last = std::max(last, query + 1);
      }
    if (first >= last) continue;
    const QRectF top = layout.cellRect(first, key), end = layout.cellRect(last, key);
    const QRectF column(top.left(), top.top(), layout.cell.width() - layout.gap, end.top() - top.top() - layout.gap);
    paintHatch(painter, column.intersected(layout.map), scene.style);
  }
}

/// Hatches the rows and columns that only one side of a difference has.
void paintGaps(QPainter& painter, const HeatmapScene& scene) {
  const HeatmapLayout& layout = scene.layout;
  std::vector<Index> places = scene.context.onlyA;
  places.insert(places.end(), scene.context.onlyB.begin(), scene.context.onlyB.end());
  std::sort(places.begin(), places.end());
  const auto hatch = [&](double left, double top, double right, double bottom) {
    if (right > left)
      paintHatch(painter, QRectF(QPointF(left, top), QPointF(right, bottom)).intersected(layout.map), scene.style);
  };
  for (const Index column : places) {
    const QRectF cell = layout.cellRect(0, column);
    hatch(cell.left(), layout.map.top(), cell.right() - layout.gap, layout.map.bottom());
  }
  // Rows from one column to the next, so that crossings are hatched once.
  for (const Index row : places) {
    const QRectF cell = layout.cellRect(row, 0);
    double left = layout.map.left();
    for (const Index column : places) {
      const QRectF crossing = layout.cellRect(row, column);
      hatch(left, cell.top(), crossing.left() - layout.gap, cell.bottom() - layout.gap);
      left = std::max(left, crossing.right());
    }
    hatch(left, cell.top(), layout.map.right(), cell.bottom() - layout.gap);
  }
}

/// A ring in the strongest cell of each row.
void paintAlignment(QPainter& painter, const HeatmapScene& scene) {
  const HeatmapLayout& layout = scene.layout;
  const double side = std::min(layout.cell.width(), layout.cell.height()) - layout.gap;
  if (side < 5) return;
  const ColourMap map = scene.style.map(scene.scale.diverging);
  painter.setRenderHint(QPainter::Antialiasing, true);
  painter.setBrush(Qt::NoBrush);
  for (const AlignedToken& each : scene.aligned) {
    const QRectF cell = layout.cellRect(each.query, each.key);
    const QPointF centre = cell.center() - QPointF(layout.gap, layout.gap) / 2;
    if (!layout.map.contains(centre)) continue;
    const double radius = std::min(side * 0.3, 9.0);
    painter.setPen(QPen(inkOn(map.colour(scene.scale.position(each.weight))), std::clamp(side / 12, 1.0, 2.0)));
    painter.drawEllipse(centre, radius, radius);
  }
}

void paintCellValues(QPainter& painter, const HeatmapScene& scene) {
  const FigureStyle& style = scene.style;
  const HeatmapLayout& layout = scene.layout;
  if (!style.cellValues || !scene.vector) return;
  const FontTextMetrics metrics(style);
  const double size = cellValueSize(layout, style, metrics);
  if (size == 0) return;
  const ColourMap map = style.map(scene.scale.diverging);
  const Rect& region = scene.data.request.region;
  painter.setFont(style.font(size));
  for (Index i = 0; i < scene.data.weights.rows(); ++i)
    for (Index j = 0; j < scene.data.weights.cols(); ++j) {
      const Index query = region.row + i, key = region.col + j;
      const auto& sinks = scene.data.request.sinks;
      if (std::count(sinks.begin(), sinks.end(), key) ||
          !scene.context.isVisible(scene.data.request.head.layer, query, key, scene.keys))
        continue;
      const QPointF centre = layout.cellRect(query, key).center();
      if (!layout.map.contains(centre)) continue;
      const double weight = scene.data.weights(i, j);
      if (std::isnan(weight)) continue;
      const QString text = scene.scale.diverging          ? differenceText(weight, 0).chopped(1)
                           : weight > 0 && weight < 0.005 ? QStringLiteral("<1")
                                                          : QString::number(std::lround(100 * weight));
      painter.setPen(inkOn(map.colour(scene.scale.position(weight))));
      painter.drawText(centre + QPointF(-metrics.width(text, size, QFont::Normal) / 2 - layout.gap / 2,
                                        (metrics.ascent(size) - metrics.descent(size)) / 2 - layout.gap / 2),
                       text);
    }
}

}  // namespace

double cellValueSize(const HeatmapLayout& layout, const FigureStyle& style, const TextMetrics& metrics) {
  for (double size = style.smallSize(); size >= kSmallestLabel; --size)
    if (metrics.width(QStringLiteral("100"), size) + 4 <= layout.cell.width() &&
        metrics.height(size) <= layout.cell.height())
      return size;
  return 0;
}

namespace {

/// Small pictures of the patches in place of their labels, where the map has every token of an image and a cell is not
/// smaller than the smallest label; other labels are text.
class Thumbnails {
 public:
  Thumbnails(const HeatmapScene& scene) : m_scene(scene) {
    const PixelInput* pixels = scene.context.pixels.get();
    const auto all = [&](std::size_t tokens) {
      return pixels && static_cast<Index>(tokens) == pixels->firstPatch + pixels->patches();
    };
    m_queries = all(scene.specialQuery.size());
    m_keys = all(scene.specialKey.size());
    if (m_queries || m_keys) m_picture = qimageOf(pictureOf(*pixels));
  }

  /// Whether the label has a picture in place of its text.
  bool paint(QPainter& painter, const PlacedLabel& label, bool ofQuery) const {
    // No larger than the label that it stands for, whose room it takes.
    const QRectF text = label.outline.boundingRect();
    const double side = std::min({ofQuery ? m_scene.layout.cell.height() - 1 : m_scene.layout.cell.width() - 1,
                                  ofQuery ? text.width() : text.height(), kLargest});
    if (!(ofQuery ? m_queries : m_keys) || side < kSmallestLabel - 1) return false;
    const PixelInput& pixels = *m_scene.context.pixels;
    const Index patch = label.token - pixels.firstPatch;
    if (patch < 0) return false;
    const QPointF cell =
        (ofQuery ? m_scene.layout.cellRect(label.token, 0) : m_scene.layout.cellRect(0, label.token)).center();
    QRectF box(0, 0, side, side);
    box.moveCenter(ofQuery ? QPointF(text.right() - side / 2, cell.y()) : QPointF(cell.x(), text.bottom() - side / 2));
    const QRect part(static_cast<int>(patch % pixels.cols() * pixels.patchWidth),
                     static_cast<int>(patch / pixels.cols() * pixels.patchHeight), static_cast<int>(pixels.patchWidth),
                     static_cast<int>(pixels.patchHeight));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
    painter.drawImage(box, m_picture.copy(part));
    return true;
  }

 private:
  static constexpr double kLargest = 28;
  const HeatmapScene& m_scene;
  bool m_queries = false, m_keys = false;
  QImage m_picture;
};

}  // namespace

void paintHeatmap(QPainter& painter, const HeatmapScene& scene) {
  const FigureStyle& style = scene.style;
  const Palette& inks = style.inks();
  const HeatmapLayout& layout = scene.layout;
  paintCells(painter, {scene.data, scene.context, scene.keys, layout.visible, layout.map, layout.gap, scene.vector},
             scene.scale, style);
  paintSinkColumns(painter, scene);
  paintGaps(painter, scene);
  if (!style.cellValues) paintAlignment(painter, scene);
  painter.setRenderHint(QPainter::TextAntialiasing, true);
  paintCellValues(painter, scene);
  if (!scene.says.isEmpty()) {
    const FontTextMetrics metrics(style);
    const QString says = metrics.elided(scene.says, layout.map.width(), style.textSize);
    const QPointF middle = layout.map.center();
    paintText(painter,
              placeText(says,
                        {middle.x() - metrics.width(says, style.textSize, QFont::Normal) / 2,
                         middle.y() + metrics.ascent(style.textSize) * 0.36},
                        style.textSize, metrics),
              style, style.textSize, inks.muted);
  }
  paintSinkBars(painter, scene);
  const Thumbnails thumbnails(scene);
  for (const PlacedLabel& label : layout.queryLabels)
    if (!thumbnails.paint(painter, label, true))
      paintLabel(painter, label, style, layout.queryLabelSize,
                 scene.specialQuery[static_cast<std::size_t>(label.token)] ? inks.muted : inks.ink);
  for (const PlacedLabel& label : layout.keyLabels)
    if (!thumbnails.paint(painter, label, false))
      paintLabel(painter, label, style, layout.keyLabelSize,
                 scene.specialKey[static_cast<std::size_t>(label.token)] ? inks.muted : inks.ink);
  painter.setPen(QPen(inks.hairline, 1));
  for (const QLineF& group : layout.groups)
    if (group.length() > 3) painter.drawLine(group);
  for (const auto* bands : {&layout.queryBands, &layout.keyBands}) paintBands(painter, *bands, style);
  for (const auto* title : {&layout.queryTitle, &layout.keyTitle})
    if (*title) paintText(painter, **title, style, style.smallSize(), inks.muted);
  paintColourBar(painter, layout.legend, style);
  paintFrame(painter, layout.frame, style);
}

}  // namespace headlight
