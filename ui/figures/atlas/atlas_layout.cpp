#include "ui/figures/atlas/atlas_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/head_words.h"

namespace headlight {

namespace {

/// The grid of thumbnails, with the legend beside it or below.
struct Grid {
  QSizeF map, pitch;
  double strip = 0, labelSize = 0;
  QPointF first;
};

constexpr double kGroupGap = 6;

/// Makes the maps of `rows` × `columns` thumbnails as large as `whole` allows without the `gaps` between groups.
Grid layoutGrid(const AtlasSpec& spec, int rows, int columns, const QString& widestRow, const QString& widestColumn,
                const QRectF& whole, QSizeF gaps, const TextMetrics& metrics) {
  Grid grid;
  const QRectF room(whole.topLeft(), whole.size() - gaps);
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
    const double wide = pitchX - gap, high = pitchY - gap - grid.strip;
    const double width = std::min(wide, high * spec.aspect), height = width / spec.aspect;
    grid.map = QSizeF(std::max(2.0, std::floor(std::min(wide, spec.stretch * width))),
                      std::max(2.0, std::floor(std::min(high, spec.stretch * height))));
    grid.pitch = QSizeF(grid.map.width() + gap, grid.map.height() + grid.strip + gap);
    double size = full;
    while (size > kSmallestLabel && metrics.width(widestColumn, size) + 4 > grid.pitch.width()) --size;
    grid.labelSize = size;
  }
  grid.first = QPointF(std::round(room.left() + labelWidth), std::round(room.top() + labelHeight));
  return grid;
}

/// Some heads in lines, each under its name: the arrangement with the largest maps.
void layoutList(AtlasLayout& out, const AtlasSpec& spec, const QRectF& room, const TextMetrics& metrics) {
  out.listed = spec.listed;
  const auto count = static_cast<int>(spec.listed.size());
  double best = 0;
  for (int columns = 1; columns <= count; ++columns) {
    const int rows = (count + columns - 1) / columns;
    const double pitchX = room.width() / columns, pitchY = room.height() / rows;
    const double label = std::min(spec.style.smallSize(), std::max(kSmallestLabel, pitchX / 4));
    const double gap = std::clamp(std::floor(std::min(pitchX, pitchY) * 0.09), 2.0, 10.0);
    const double strip = spec.sinkStrips ? std::clamp(std::round(std::min(pitchX, pitchY) * 0.06), 2.0, 6.0) + 1 : 0;
    const double above = std::ceil(metrics.height(label)) * (spec.captions.empty() ? 1 : 2) + 2;
    const double height = std::min({pitchY - gap - strip - above, (pitchX - gap) / spec.aspect, 160.0});
    if (height <= best) continue;
    best = height;
    out.columns = columns;
    out.labelSize = label;
    out.strip = strip;
    out.map = QSizeF(std::floor(height * spec.aspect), std::floor(height));
    out.pitch = QSizeF(out.map.width() + gap, out.map.height() + strip + gap + above);
    out.first = QPointF(room.left(), room.top() + above);
  }
  if (best == 0) out.columns = 1;
  const double line = spec.captions.empty() ? 0 : std::ceil(metrics.height(out.labelSize));
  for (std::size_t i = 0; i < spec.listed.size(); ++i) {
    const QPointF above = out.mapRect(spec.listed[i]).topLeft() - QPointF(0, 4);
    out.columnLabels.push_back(
        placeText(headNumbers(spec.listed[i]), above - QPointF(0, line), out.labelSize, metrics));
    if (i >= spec.captions.size() || spec.captions[i].isEmpty()) continue;
    const QString caption = metrics.elided(spec.captions[i], out.pitch.width() - 2, out.labelSize);
    out.columnLabels.push_back(placeText(caption, above, out.labelSize, metrics));
  }
}

}  // namespace

QRectF AtlasLayout::mapRect(HeadId head) const {
  if (!listed.empty()) {
    const auto at = static_cast<int>(std::find(listed.begin(), listed.end(), head) - listed.begin());
    if (at == static_cast<int>(listed.size())) return {};
    return {QPointF(first.x() + pitch.width() * (at % columns), first.y() + pitch.height() * (at / columns)), map};
  }
  const double gap = groupGap * (head.head / headsOfGroup);
  return {QPointF(first.x() + pitch.width() * head.head + gap, first.y() + pitch.height() * head.layer), map};
}

QRectF AtlasLayout::thumbnail(HeadId head) const {
  const QRectF rect = mapRect(head);
  return rect.isNull() ? rect : rect.adjusted(0, 0, 0, strip);
}

QRectF AtlasLayout::reach(HeadId head) const {
  const double x = (pitch.width() - map.width()) / 2, y = (pitch.height() - map.height() - strip) / 2;
  return thumbnail(head).adjusted(-x, -y, x, y);
}

std::vector<HeadId> AtlasLayout::headsShown() const {
  if (!listed.empty()) return listed;
  std::vector<HeadId> all;
  for (int layer = 0; layer < layers; ++layer)
    for (int head = 0; head < heads; ++head) all.push_back({layer, head});
  return all;
}

AtlasLayout layoutAtlas(const AtlasSpec& spec, const TextMetrics& metrics) {
  const FigureStyle& style = spec.style;
  AtlasLayout out;
  out.layers = std::max(spec.layers, 1);
  out.heads = std::max(spec.heads, 1);
  out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, spec.notes, style, metrics);
  const QRectF body = out.frame.body;
  const double beside = style.hasLegend() ? colourBarWidth(spec.scale, style, metrics) + 20 : 0;
  const double below = style.hasLegend() ? lyingColourBarHeight(style, metrics) : 0;
  const QString widestLayer = QStringLiteral("L%1").arg(out.layers - 1),
                widestHead = QStringLiteral("H%1").arg(out.heads - 1);

  if (!spec.listed.empty()) {
    layoutList(out, spec, body.adjusted(0, 0, 0, -below), metrics);
    double bottom = 0;
    for (const HeadId head : out.listed) bottom = std::max(bottom, out.thumbnail(head).bottom());
    if (style.hasLegend())
      out.legend = layoutLyingColourBar({body.left(), bottom}, body.width(), spec.scale, style, metrics);
    moveNotesUp(out.frame, std::max(bottom, out.legend.bottom()) + 4);
    return out;
  }
  out.headsOfGroup = std::max(1, spec.headsOfGroup);
  const int groups = (out.heads + out.headsOfGroup - 1) / out.headsOfGroup;
  out.groupGap = out.headsOfGroup > 1 ? kGroupGap : 0;
  const double gaps = out.groupGap * (groups - 1);

  // The legend beside the rows is the rule; where it costs much of the maps it lies below them.
  const auto arranged = [&](bool legendBelow) {
    const QRectF room = legendBelow ? body.adjusted(0, 0, 0, -below) : body.adjusted(0, 0, -beside, 0);
    return layoutGrid(spec, out.layers, out.heads, widestLayer, widestHead, room, {gaps, 0}, metrics);
  };
  bool lying = style.legend == LegendPlace::Below;
  Grid grid = arranged(lying);
  if (style.legend == LegendPlace::Fitting) {
    constexpr double kMuchLarger = 1.2;
    const auto area = [](const Grid& each) { return each.map.width() * each.map.height(); };
    if (const Grid other = arranged(true); area(other) >= kMuchLarger * area(grid)) {
      grid = other;
      lying = true;
    }
  }
  out.map = grid.map;
  out.pitch = grid.pitch;
  out.strip = grid.strip;
  out.labelSize = grid.labelSize;
  out.first = grid.first;

  const auto rect = [&](int row, int column) { return out.mapRect({row, column}); };
  const auto stride = [](double needed, double pitch) {
    return std::max(1, static_cast<int>(std::ceil(needed / pitch)));
  };
  const int rowStride = stride(out.labelSize * kLabelPitch, out.pitch.height());
  const int columnStride = stride(metrics.width(widestHead, out.labelSize) + 3, out.pitch.width());
  for (int row = 0; row < out.layers; row += rowStride) {
    const QString text = QStringLiteral("L%1").arg(row);
    const double y = rect(row, 0).center().y() + (kLabelAbove - kLabelBelow) / 2 * out.labelSize;
    out.rowLabels.push_back(
        placeText(text, {out.first.x() - 6 - metrics.width(text, out.labelSize), y}, out.labelSize, metrics));
  }
  for (int column = 0; column < out.heads; column += columnStride) {
    const QString text = QStringLiteral("H%1").arg(column);
    const double x = rect(0, column).center().x() - metrics.width(text, out.labelSize) / 2;
    out.columnLabels.push_back(placeText(text, {x, out.first.y() - 5}, out.labelSize, metrics));
  }
  // The name of a layer that sees only a window is underlined; a line joins the heads that share keys and values.
  for (const PlacedText& label : out.rowLabels) {
    const auto layer = static_cast<std::size_t>(label.text.mid(1).toInt());
    if (layer >= spec.windowed.size() || !spec.windowed[layer]) continue;
    const double y = label.origin.y() + 2;
    out.windowMarks.emplace_back(label.box.left(), y, label.box.right(), y);
  }
  for (int group = 0; group < groups && out.headsOfGroup > 1; ++group) {
    const int begin = group * out.headsOfGroup, end = std::min(out.heads, begin + out.headsOfGroup) - 1;
    const QRectF from = out.mapRect({0, begin}), to = out.mapRect({0, end});
    out.groupMarks.emplace_back(from.left(), from.top() - 3, to.right(), from.top() - 3);
  }
  const QRectF last = rect(out.layers - 1, out.heads - 1);
  if (style.hasLegend())
    out.legend =
        lying ? layoutLyingColourBar({body.left(), last.bottom() + out.strip}, body.width(), spec.scale, style, metrics)
              : layoutColourBar({last.right() + 20, out.first.y()}, body.bottom() - out.first.y(), spec.scale, style,
                                metrics);
  moveNotesUp(out.frame, std::max(last.bottom() + out.strip, out.legend.bottom()) + 4);
  return out;
}

}  // namespace headlight
