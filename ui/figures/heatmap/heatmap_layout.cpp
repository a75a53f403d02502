#include "ui/figures/heatmap/heatmap_layout.h"
#include "ui/words.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace headlight {
namespace {

constexpr double kWidestCell = 1.7;  // a cell is at most so many times as wide as high
constexpr double kFlatCell = 84;     // from this width on, long labels are elided rather than turned
constexpr double kLabelGap = 6;
constexpr double kSinkWidth = 64;
constexpr std::size_t kFewestGroups = 4;  // in view, for their labels to say where one is
constexpr int kCrowded = 3;  // every second label still reads well; fewer give way to words, sentences, sections

/// How the labels along the top are set.
struct KeyLabels {
  double angle = 0, size = 0, height = 0, longest = 0;
  int stride = 1;
};

/// Flat where every label fits above its cell, else slanted, else upright, else smaller, else every n-th.
KeyLabels chooseKeyLabels(const std::vector<QString>& labels, double cell, double longest, double overhang, double size,
                          const TextMetrics& metrics) {
  const double full = metrics.widest(labels, size);
  for (const double s : {size, size - 1, std::max(kSmallestLabel, size - 2)}) {
    const double w = s == size ? full : metrics.widest(labels, s);
    if (s >= kSmallestLabel && w + 8 <= cell) return {0, s, metrics.height(s), w, 1};
  }
  if (cell >= kFlatCell) return {0, size, metrics.height(size), cell - 8, 1};
  const double cosine = std::numbers::sqrt2 / 2;
  const double length = std::min(full, longest);
  const double line = kLabelPitch * size;
  if (cell * cosine >= line && length * cosine <= overhang + cell / 2)
    return {-45, size, (length + line) * cosine, length, 1};
  const LabelFit fit = fitLabels(size, cell);
  const double upright = std::min(metrics.widest(labels, fit.size), longest);
  return {-90, fit.size, upright, upright, fit.stride};
}

/// The groups of a level that lie in [from, to) of its axis: numbers of the first and behind the last.
std::pair<std::size_t, std::size_t> groupsIn(const AxisLevel& level, double from, double to) {
  const std::vector<Index>& begins = level.begins;
  const auto first = static_cast<std::size_t>(
      std::upper_bound(begins.begin(), begins.end(), static_cast<Index>(std::floor(from))) - begins.begin());
  const auto end = static_cast<std::size_t>(
      std::lower_bound(begins.begin(), begins.end(), static_cast<Index>(std::ceil(to))) - begins.begin());
  return {first == 0 ? 0 : first - 1, std::min(end, begins.size() - 1)};
}

/// The finest level whose groups in view have on average room for a label of the smallest size; the coarsest where none
/// has; none without levels that cut what is in view into some parts.
std::optional<std::size_t> chooseLevel(const std::vector<AxisLevel>& levels, double from, double to, double cell) {
  std::optional<std::size_t> chosen;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const auto [first, end] = groupsIn(levels[i], from, to);
    if (end < first + kFewestGroups) break;
    chosen = i;
    if ((to - from) * cell / static_cast<double>(end - first) >= 1.2 * kLabelPitch * kSmallestLabel) break;
  }
  return chosen;
}

/// The widest label of an axis of so many levels, whichever is shown, so that the map stays where it is when another
/// one is; at most `longest`.
double widestOf(const std::vector<QString>& labels, const std::vector<AxisLevel>& levels, double size, double longest,
                const TextMetrics& metrics) {
  double widest = metrics.widest(labels, size);
  for (const AxisLevel& level : levels)
    if (widest < longest) widest = std::max(widest, metrics.widest(level.labels, size));
  return std::min(widest, longest);
}

/// The label of a group in view, and the part of the axis that the group has there.
struct GroupPlace {
  std::size_t group;
  double from, to;
};

/// The groups that get a label: those that are too near to the one before get none.
std::vector<GroupPlace> groupPlaces(const AxisLevel& level, double from, double to, double cell, double pitch) {
  std::vector<GroupPlace> places;
  const auto [first, end] = groupsIn(level, from, to);
  double last = -pitch;
  for (std::size_t i = first; i < end; ++i) {
    const GroupPlace place{i, (std::max(from, static_cast<double>(level.begins[i])) - from) * cell,
                           (std::min(to, static_cast<double>(level.begins[i + 1])) - from) * cell};
    const double middle = (place.from + place.to) / 2;
    if (level.labels[i].isEmpty() || middle - last < pitch || middle < pitch / 2) continue;
    last = middle;
    places.push_back(place);
  }
  return places;
}

/// What stands in place of every token: "Labels: sentences.", "some of the sentences" where not all have room, or
/// every n-th token.
QString labelNote(const HeatmapSpec& spec, const HeatmapLayout& layout, int keyStride) {
  if (!layout.queryLevel && !layout.keyLevel) return strideNote(layout.queryStride, keyStride);
  const auto crowded = [](const std::optional<std::size_t>& level, const std::vector<AxisLevel>& levels, double from,
                          double to, double cell) {
    if (!level) return false;
    const auto [first, end] = groupsIn(levels[*level], from, to);
    return groupPlaces(levels[*level], from, to, cell, kLabelPitch * kSmallestLabel).size() + 2 < end - first;
  };
  const QRectF& view = spec.visible;
  const bool some = crowded(layout.queryLevel, spec.queryLevels, view.top(), view.bottom(), layout.cell.height()) ||
                    crowded(layout.keyLevel, spec.keyLevels, view.left(), view.right(), layout.cell.width());
  const auto what = [](const std::optional<std::size_t>& level, const std::vector<AxisLevel>& levels, int stride) {
    return level ? levels[*level].name : stride > 1 ? Words::tr("some tokens") : Words::tr("tokens");
  };
  const QString queries = what(layout.queryLevel, spec.queryLevels, layout.queryStride);
  const QString keys = what(layout.keyLevel, spec.keyLevels, keyStride);
  if (queries != keys) return Words::tr("Labels: %1 of queries, %2 of keys.").arg(queries, keys);
  return (some ? Words::tr("Labels: some of the %1.") : Words::tr("Labels: %1.")).arg(queries);
}

/// The side of a cell that makes `count` cells fill `room`: a whole number where that wastes little.
double cellSide(double room, double count) {
  const double exact = room / std::max(count, 1e-9);
  const double whole = std::floor(exact);
  return whole >= 1 && whole * 1.18 >= exact ? whole : exact;
}

}  // namespace

std::optional<std::pair<Index, Index>> HeatmapLayout::cellAt(QPointF point) const {
  if (point.x() < map.left() || point.x() >= map.right() || point.y() < map.top() || point.y() >= map.bottom())
    return {};
  const QPointF in = cellPoint(point);
  return std::pair(static_cast<Index>(std::floor(in.y())), static_cast<Index>(std::floor(in.x())));
}

QPointF HeatmapLayout::cellPoint(QPointF point) const {
  return {visible.left() + (point.x() - map.left()) / cell.width(),
          visible.top() + (point.y() - map.top()) / cell.height()};
}

QRectF HeatmapLayout::cellRect(Index query, Index key) const {
  return {map.left() + (static_cast<double>(key) - visible.left()) * cell.width(),
          map.top() + (static_cast<double>(query) - visible.top()) * cell.height(), cell.width(), cell.height()};
}

namespace {

/// The layout with the legend beside the map, or lying below it.
HeatmapLayout layoutWithLegend(const HeatmapSpec& spec, bool below, const TextMetrics& metrics) {
  const FigureStyle& style = spec.style;
  HeatmapLayout out;
  out.visible = spec.visible;
  const double columns = std::max(spec.visible.width(), 1e-3), rows = std::max(spec.visible.height(), 1e-3);
  const double small = style.smallSize(), textSize = std::round(style.textSize);
  const double longestQuery = std::min(150.0, spec.size.width() * 0.2);
  const double longestKey = std::min(120.0, spec.size.height() * 0.2);
  const double legendRoom = style.hasLegend() && !below ? colourBarWidth(spec.scale, style, metrics) + 20 : 0;
  const double legendBelow = style.hasLegend() && below ? lyingColourBarHeight(style, metrics) : 0;
  const double sinkWidth =
      spec.sinkBars
          ? std::round(std::clamp(metrics.width(spec.sinkTitle, small), std::min(kSinkWidth, spec.size.width() * 0.1),
                                  std::min(1.6 * kSinkWidth, spec.size.width() * 0.17)))
          : 0;
  const double titleLine = metrics.height(small) + 2;

  // Labels, cells and notes depend on one another; three rounds settle them.
  KeyLabels keys{0, textSize, metrics.height(textSize), 0, 1};
  double queryWidth = 0;
  out.queryLabelSize = textSize;
  for (int round = 0; round < 3; ++round) {
    std::vector<QString> notes = spec.notes;
    notes.push_back(labelNote(spec, out, keys.stride));
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, style, metrics);
    const QRectF body = out.frame.body;
    queryWidth = std::max(widestOf(spec.queryLabels, out.queryLevel ? spec.queryLevels : std::vector<AxisLevel>(),
                                   out.queryLabelSize, longestQuery, metrics),
                          metrics.width(spec.queryTitle, small));
    const double left = std::ceil(body.left() + queryWidth + kLabelGap + (spec.sinkBars ? sinkWidth + 16 : 0));
    const double top = std::ceil(body.top() + titleLine + std::max(keys.height, metrics.height(small)) + kLabelGap);
    const double width = std::max(10.0, body.right() - legendRoom - left),
                 height = std::max(10.0, body.bottom() - legendBelow - top);
    const double cellHeight = cellSide(height, rows);
    const double cellWidth = cellSide(std::min(width, cellHeight * kWidestCell * columns), columns);
    // A map that the width limits keeps square cells.
    out.cell = {cellWidth, std::min(cellHeight, cellWidth * kWidestCell)};
    out.map = QRectF(left, top, std::round(cellWidth * columns), std::round(out.cell.height() * rows));
    out.cell = {out.map.width() / columns, out.map.height() / rows};
    const LabelFit fit = fitLabels(textSize, out.cell.height());
    out.queryLabelSize = fit.size;
    out.queryStride = fit.stride;
    out.queryLevel.reset();
    if (fit.stride >= kCrowded) {
      out.queryLevel = chooseLevel(spec.queryLevels, spec.visible.top(), spec.visible.bottom(), out.cell.height());
      if (out.queryLevel) out.queryLabelSize = std::max(kSmallestLabel, textSize - 2);
    }
    // Labels of both axes look alike: the keys' are never much larger than the queries'.
    keys = chooseKeyLabels(spec.keyLabels, out.cell.width(), longestKey, body.right() - out.map.right(),
                           std::min(textSize, fit.size + 1), metrics);
    out.keyLevel.reset();
    if (keys.stride >= kCrowded) {
      out.keyLevel = chooseLevel(spec.keyLevels, spec.visible.left(), spec.visible.right(), out.cell.width());
      if (out.keyLevel) {
        const AxisLevel& level = spec.keyLevels[*out.keyLevel];
        const auto [first, end] = groupsIn(level, spec.visible.left(), spec.visible.right());
        keys.size = std::max(kSmallestLabel, textSize - 2);
        // Wide groups have their label along them, others upright.
        const bool flat = out.map.width() / static_cast<double>(end - first) >= kFlatCell;
        keys.angle = flat ? 0 : -90;
        keys.longest = widestOf(spec.keyLabels, spec.keyLevels, keys.size, longestKey, metrics);
        keys.height = flat ? metrics.height(keys.size) : keys.longest;
      }
    }
  }
  out.keyLabelSize = keys.size;
  out.keyStride = keys.stride;
  out.gap = std::min(out.cell.width(), out.cell.height()) >= 9 ? 1 : 0;
  const QRectF body = out.frame.body;

  // Query labels end beside the bars or the map.
  const double labelEnd = out.map.left() - kLabelGap - (spec.sinkBars ? sinkWidth + 16 : 0);
  const auto inView = [](double centre, double from, double to) { return centre > from && centre < to; };
  const auto partInView = [](double from, double to, std::size_t count) {
    return std::pair(std::max<Index>(0, static_cast<Index>(std::floor(from))),
                     std::min(static_cast<Index>(count), static_cast<Index>(std::ceil(to)) + 1));
  };
  const auto [firstQuery, endQuery] = partInView(out.visible.top(), out.visible.bottom(), spec.queryLabels.size());
  for (Index token = firstQuery; token < endQuery && !out.queryLevel; ++token) {
    const QRectF cell = out.cellRect(token, 0);
    if (token % out.queryStride || !inView(cell.center().y(), out.map.top(), out.map.bottom())) continue;
    const QString text =
        metrics.elided(spec.queryLabels[static_cast<std::size_t>(token)], queryWidth, out.queryLabelSize);
    const double size = out.queryLabelSize, baseline = (kLabelAbove - kLabelBelow) / 2 * size;
    out.queryLabels.push_back(placeLabel(
        token, text, {labelEnd - metrics.width(text, size), cell.center().y() + baseline}, 0, size, metrics));
  }
  const auto [firstKey, endKey] = partInView(out.visible.left(), out.visible.right(), spec.keyLabels.size());
  for (Index token = firstKey; token < endKey && !out.keyLevel; ++token) {
    const double x = out.cellRect(0, token).center().x();
    if (token % out.keyStride || !inView(x, out.map.left(), out.map.right())) continue;
    const double size = keys.size;
    const QString text = metrics.elided(spec.keyLabels[static_cast<std::size_t>(token)], keys.longest, size);
    const double middle = (kLabelAbove - kLabelBelow) / 2 * size;
    QPointF origin(x - metrics.width(text, size) / 2, out.map.top() - kLabelGap - metrics.descent(size) + 2);
    if (keys.angle == -45)
      origin = {x + middle * 0.7, out.map.top() - kLabelGap + 1};
    else if (keys.angle == -90)
      origin = {x + middle, out.map.top() - kLabelGap};
    out.keyLabels.push_back(placeLabel(token, text, origin, keys.angle, size, metrics));
  }

  if (out.queryLevel) {
    const AxisLevel& level = spec.queryLevels[*out.queryLevel];
    const double size = out.queryLabelSize, baseline = (kLabelAbove - kLabelBelow) / 2 * size;
    for (const GroupPlace& place :
         groupPlaces(level, out.visible.top(), out.visible.bottom(), out.cell.height(), kLabelPitch * size)) {
      const QString text = metrics.elided(level.labels[place.group], queryWidth, size);
      const double y = out.map.top() + (place.from + place.to) / 2;
      out.queryLabels.push_back(placeLabel(level.begins[place.group], text,
                                           {labelEnd - metrics.width(text, size), y + baseline}, 0, size, metrics));
      out.groups.emplace_back(labelEnd + 3, out.map.top() + place.from + 1, labelEnd + 3, out.map.top() + place.to - 1);
    }
  }
  if (out.keyLevel) {
    const AxisLevel& level = spec.keyLevels[*out.keyLevel];
    const double size = keys.size, middle = (kLabelAbove - kLabelBelow) / 2 * size;
    for (const GroupPlace& place :
         groupPlaces(level, out.visible.left(), out.visible.right(), out.cell.width(), kLabelPitch * size)) {
      const bool flat = keys.angle == 0;
      const double width = place.to - place.from, x = out.map.left() + (place.from + place.to) / 2;
      const QString text = metrics.elided(level.labels[place.group], flat ? width - 8 : keys.longest, size);
      const QPointF origin =
          flat ? QPointF(x - metrics.width(text, size) / 2, out.map.top() - kLabelGap - metrics.descent(size) + 2)
               : QPointF(x + middle, out.map.top() - kLabelGap);
      if (!flat || width >= kFlatCell / 2)
        out.keyLabels.push_back(placeLabel(level.begins[place.group], text, origin, keys.angle, size, metrics));
      out.groups.emplace_back(out.map.left() + place.from + 1, out.map.top() - 3, out.map.left() + place.to - 1,
                              out.map.top() - 3);
    }
  }

  const double aboveMap = out.map.top() - kLabelGap - metrics.descent(small);
  out.queryTitle =
      placeText(spec.queryTitle, {labelEnd - metrics.width(spec.queryTitle, small), aboveMap}, small, metrics);
  // One line of headings, unless turned key labels push theirs up.
  const double headings = aboveMap - metrics.height(small);
  const double keyHeading = std::min(body.top() + metrics.ascent(small), headings);
  out.keyTitle = placeText(spec.keyTitle, {out.map.left(), keyHeading}, small, metrics);
  if (spec.sinkBars) {
    out.sinkBars = QRectF(labelEnd + 10, out.map.top(), sinkWidth, out.map.height());
    const QString title = metrics.elided(spec.sinkTitle, sinkWidth + 6, small);
    out.sinkTitle = placeText(title, {out.sinkBars.left(), keys.angle == 0 ? keyHeading : headings}, small, metrics);
    const QString full = percentText(1, 0);
    out.sinkTicks = {placeText(QStringLiteral("0"), {out.sinkBars.left(), aboveMap}, small, metrics),
                     placeText(full, {out.sinkBars.right() - metrics.width(full, small), aboveMap}, small, metrics)};
  }
  if (style.hasLegend() && below)
    out.legend = layoutLyingColourBar({out.map.left(), out.map.bottom()}, body.right() - out.map.left(), spec.scale,
                                      style, metrics);
  else if (style.hasLegend())
    out.legend = layoutColourBar({out.map.right() + 20, out.map.top()},
                                 std::max(out.map.height(), std::min(120.0, body.bottom() - out.map.top())), spec.scale,
                                 style, metrics);
  moveNotesUp(out.frame, std::max(out.map.bottom(), out.legend.bottom()) + 4);
  return out;
}

}  // namespace

HeatmapLayout layoutHeatmap(const HeatmapSpec& spec, const TextMetrics& metrics) {
  if (spec.style.legend == LegendPlace::Below) return layoutWithLegend(spec, true, metrics);
  HeatmapLayout beside = layoutWithLegend(spec, false, metrics);
  if (spec.style.legend != LegendPlace::Fitting) return beside;
  // Beside the map is the rule; where the width is short the legend makes room.
  const HeatmapLayout below = layoutWithLegend(spec, true, metrics);
  constexpr double kMuchLarger = 1.2;
  const auto area = [](const HeatmapLayout& layout) { return layout.map.width() * layout.map.height(); };
  return area(below) > kMuchLarger * area(beside) ? below : beside;
}

}  // namespace headlight
