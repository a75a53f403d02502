#include "ui/figures/atlas_layout.h"

#include <algorithm>
#include <cmath>

namespace headlight {

namespace {

/// The grid of thumbnails in one of the ways in which it can stand.
struct Grid {
  QSizeF map, pitch;
  double strip = 0, labelSize = 0;
  QPointF first;
};

/// Makes the maps of `rows` × `columns` thumbnails as large as `room` allows.
Grid layoutGrid(const AtlasSpec& spec, int rows, int columns, const QString& widestRow, const QString& widestColumn,
                const QRectF& room, const TextMetrics& metrics) {
  Grid grid;
  // The labels shrink with the thumbnails; two rounds settle both.
  const double full = spec.style.smallSize();
  grid.labelSize = full;
  double labelWidth = 0, labelHeight = 0;
  for (int round = 0; round < 2; ++round) {
    labelWidth = std::ceil(metrics.width(widestRow, grid.labelSize)) + 6;
    labelHeight = std::ceil(metrics.height(grid.labelSize)) + 3;
    const double pitchX = (room.width() - labelWidth) / columns, pitchY = (room.height() - labelHeight) / rows;
    const double gap = std::clamp(std::floor(std::min(pitchX, pitchY) * 0.09), 1.0, 12.0);
    grid.strip = spec.sinkStrips ? std::clamp(std::round(std::min(pitchX, pitchY) * 0.06), 2.0, 6.0) + 1 : 0;
    const double height = std::max(2.0, std::floor(std::min(pitchY - gap - grid.strip, (pitchX - gap) / spec.aspect)));
    grid.map = QSizeF(std::max(2.0, std::floor(height * spec.aspect)), height);
    grid.pitch = QSizeF(grid.map.width() + gap, grid.map.height() + grid.strip + gap);
    double size = full;
    while (size > kSmallestLabel && metrics.width(widestColumn, size) + 4 > grid.pitch.width()) --size;
    grid.labelSize = size;
  }
  grid.first = QPointF(std::round(room.left() + labelWidth), std::round(room.top() + labelHeight));
  return grid;
}

}  // namespace

QRectF AtlasLayout::mapRect(HeadId head) const {
  const int row = layersAcross ? head.head : head.layer, column = layersAcross ? head.layer : head.head;
  return {QPointF(first.x() + pitch.width() * column, first.y() + pitch.height() * row), map};
}

QRectF AtlasLayout::thumbnail(HeadId head) const { return mapRect(head).adjusted(0, 0, 0, strip); }

std::optional<HeadId> AtlasLayout::headAt(QPointF point) const {
  if (pitch.isEmpty()) return {};
  const double gapX = pitch.width() - map.width(), gapY = pitch.height() - map.height() - strip;
  const int column = static_cast<int>(std::floor((point.x() - first.x() + gapX / 2) / pitch.width()));
  const int row = static_cast<int>(std::floor((point.y() - first.y() + gapY / 2) / pitch.height()));
  const HeadId head = layersAcross ? HeadId{column, row} : HeadId{row, column};
  if (head.head < 0 || head.layer < 0 || head.head >= heads || head.layer >= layers) return {};
  return head;
}

AtlasLayout layoutAtlas(const AtlasSpec& spec, const TextMetrics& metrics) {
  const FigureStyle& style = spec.style;
  AtlasLayout out;
  out.layers = std::max(spec.layers, 1);
  out.heads = std::max(spec.heads, 1);
  out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, spec.notes, style, metrics);
  const QRectF body = out.frame.body;
  const double beside = style.legend ? colourBarWidth(spec.scale, style, metrics) + 20 : 0;
  const double below = style.legend ? lyingColourBarHeight(style, metrics) : 0;
  const QString widestLayer = QStringLiteral("L%1").arg(out.layers - 1),
                widestHead = QStringLiteral("H%1").arg(out.heads - 1);

  // Rows of layers with the legend beside them are the rule; a narrow place gets the arrangement with the largest maps,
  // if those are much larger.
  Grid grid =
      layoutGrid(spec, out.layers, out.heads, widestLayer, widestHead, body.adjusted(0, 0, -beside, 0), metrics);
  bool lying = false;
  const auto consider = [&](bool across, bool legendBelow) {
    const QRectF room = legendBelow ? body.adjusted(0, 0, 0, -below) : body.adjusted(0, 0, -beside, 0);
    const Grid other = across ? layoutGrid(spec, out.heads, out.layers, widestHead, widestLayer, room, metrics)
                              : layoutGrid(spec, out.layers, out.heads, widestLayer, widestHead, room, metrics);
    constexpr double kMuchLarger = 1.2;
    if (other.map.height() < kMuchLarger * grid.map.height()) return;
    grid = other;
    out.layersAcross = across;
    lying = legendBelow;
  };
  consider(false, true);
  consider(true, true);
  out.map = grid.map;
  out.pitch = grid.pitch;
  out.strip = grid.strip;
  out.labelSize = grid.labelSize;
  out.first = grid.first;

  const int rows = out.layersAcross ? out.heads : out.layers, columns = out.layersAcross ? out.layers : out.heads;
  const QString rowName = out.layersAcross ? QStringLiteral("H%1") : QStringLiteral("L%1");
  const QString columnName = out.layersAcross ? QStringLiteral("L%1") : QStringLiteral("H%1");
  const auto rect = [&](int row, int column) {
    return out.mapRect(out.layersAcross ? HeadId{column, row} : HeadId{row, column});
  };
  const auto stride = [](double needed, double pitch) {
    return std::max(1, static_cast<int>(std::ceil(needed / pitch)));
  };
  const int rowStride = stride(out.labelSize * kLabelPitch, out.pitch.height());
  const int columnStride = stride(metrics.width(columnName.arg(columns - 1), out.labelSize) + 3, out.pitch.width());
  for (int row = 0; row < rows; row += rowStride) {
    const QString text = rowName.arg(row);
    const double y = rect(row, 0).center().y() + (kLabelAbove - kLabelBelow) / 2 * out.labelSize;
    out.rowLabels.push_back(
        placeText(text, {out.first.x() - 6 - metrics.width(text, out.labelSize), y}, out.labelSize, metrics));
  }
  for (int column = 0; column < columns; column += columnStride) {
    const QString text = columnName.arg(column);
    const double x = rect(0, column).center().x() - metrics.width(text, out.labelSize) / 2;
    out.columnLabels.push_back(placeText(text, {x, out.first.y() - 5}, out.labelSize, metrics));
  }
  const QRectF last = rect(rows - 1, columns - 1);
  if (style.legend)
    out.legend =
        lying ? layoutLyingColourBar({body.left(), last.bottom() + out.strip}, body.width(), spec.scale, style, metrics)
              : layoutColourBar({last.right() + 20, out.first.y()}, body.bottom() - out.first.y(), spec.scale, style,
                                metrics);
  moveNotesUp(out.frame, std::max(last.bottom() + out.strip, out.legend.bottom()) + 4);
  return out;
}

}  // namespace headlight
