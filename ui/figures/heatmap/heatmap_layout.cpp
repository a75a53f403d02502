#include "ui/figures/heatmap/heatmap_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/heatmap/key_labels.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kWidestCell = 1.7;  // a cell is at most so many times as wide as high
constexpr double kLabelGap = 6, kSinkGap = 10, kSinkEnd = 6, kTickGap = 4;
constexpr double kSinkWidth = 32, kLeastSinkWidth = 16;  // for text of 12
/// A picture whose shorter side is less than so many text sizes has smaller gaps and bars, down to half.
constexpr double kRoomy = 30;
constexpr std::size_t kFewestGroups = 4;  // in view, for their labels to say where one is
// Where not every label has room, words, sentences, sections take their place, unless they say much less than every
// second.
constexpr int kCrowded = 2;
constexpr double kMuchLess = 0.3;

/// The map takes at least this part of the shorter side of its figure; labels of an axis get what is left. Where there
/// is room a little more is set aside, so that whole units for cells cost none of it.
constexpr double kLeastMap = 0.6, kWithRoom = 1.1, kWithoutRoom = 1.02;

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
/// has; none without levels that cut what is in view into some parts, or where every second token has room for its own.
std::optional<std::size_t> chooseLevel(const std::vector<AxisLevel>& levels, double from, double to, double cell,
                                       double least, int stride) {
  std::optional<std::size_t> chosen;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const auto [first, end] = groupsIn(levels[i], from, to);
    if (end < first + kFewestGroups) break;
    if (stride == kCrowded && static_cast<double>(end - first) < kMuchLess * (to - from)) break;
    chosen = i;
    if ((to - from) * cell / static_cast<double>(end - first) >= kLabelPitch * least) break;
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
  const auto crowded = [&spec](const std::optional<std::size_t>& level, const std::vector<AxisLevel>& levels,
                               double from, double to, double cell) {
    if (!level) return false;
    const auto [first, end] = groupsIn(levels[*level], from, to);
    return groupPlaces(levels[*level], from, to, cell, kLabelPitch * spec.style.smallestLabel()).size() + 2 <
           end - first;
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

constexpr double kGapFrom = 9;  // from this side on, cells have paper between them

/// The side of a cell that makes `count` cells fill `room`: a whole number where that wastes little and leaves `least`.
/// Cells with paper between them would differ visibly.
double cellSide(double room, double count, double least) {
  const double exact = room / std::max(count, 1e-9);
  const double whole = std::floor(exact);
  if (whole < 1 || whole * (whole >= kGapFrom ? 1.12 : 1.05) < exact) return exact;
  return whole * count < std::min(room, least) ? exact : whole;
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
  const double small = style.smallSize(), textSize = std::round(style.textSize), least = style.smallestLabel();
  const double line = metrics.height(small);
  const double queryBands = turnBandRoom(spec.queryBands, style, metrics),
               keyBands = turnBandRoom(spec.keyBands, style, metrics);
  const double legendRoom =
      queryBands + (style.hasLegend() && !below ? colourBarWidth(spec.scale, style, metrics) + 20 : 0);
  const double legendBelow = keyBands + (style.hasLegend() && below ? lyingColourBarHeight(style, metrics) : 0);
  const double shorter = std::min(spec.size.width(), spec.size.height());
  const double tight = std::clamp(shorter / (kRoomy * textSize), 0.5, 1.0);
  const double labelGap = std::round(kLabelGap * (1 + tight) / 2), sinkGap = std::round(kSinkGap * tight),
               sinkEnd = std::round(kSinkEnd * tight);
  const double sinkWidth =
      spec.sinkBars ? std::round(std::clamp(spec.size.width() * 0.05, kLeastSinkWidth * tight,
                                            kSinkWidth * std::max(1.0, textSize / 12)))
                    : 0;
  const double sinkRoom = spec.sinkBars ? sinkGap + sinkWidth + sinkEnd : 0;
  const double leastMap = kLeastMap * shorter, mapSide = (tight < 1 ? kWithoutRoom : kWithRoom) * leastMap;
  const bool headed = !spec.axesSaid;
  const double keyTitleWidth = metrics.width(spec.keyTitle, small);
  // The heading of the rows ends before the full end of the bars, which is wider than they are.
  const double beforeFull =
      spec.sinkBars ? std::max(0.0, metrics.width(percentText(1, 0), small) + kTickGap - sinkGap - sinkWidth) : 0;
  const double ownTitleWidth = headed ? metrics.width(spec.queryTitle, small) : 0;
  const double queryTitleWidth = headed ? ownTitleWidth + beforeFull : 0;

  // Labels, cells and notes depend on one another; a few rounds settle them.
  KeyLabels keys{0, textSize, metrics.height(textSize), 0, 1};
  double queryWidth = 0;
  bool keyTitleAbove = headed;
  // Where rows have short labels for want of room, their heading has the room of the bars as well, above the ticks.
  bool stacked = false;
  // In a small picture the bars go without the name of their full end where the heading of the rows needs its room.
  bool ticked = true;
  double reach = 0;  // of turned labels beyond the map, in any round
  out.queryLabelSize = textSize;
  for (int round = 0; round < 4; ++round) {
    std::vector<QString> notes = spec.notes;
    out.labelNote = labelNote(spec, out, keys.stride);
    if (headed) notes.push_back(out.labelNote);
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, style, metrics);
    const QRectF body = out.frame.body;
    reach = std::max(reach, keys.beyond);
    const double beyond = std::max(legendRoom, reach), leastQuery = (!headed ? 1.6 : tight < 1 ? 2.1 : 4.5) * textSize;
    const double longestQuery =
        std::clamp(body.width() - beyond - sinkRoom - labelGap - mapSide, leastQuery,
                   std::max(leastQuery, std::min(12.5 * textSize, spec.size.width() * 0.2)));
    queryWidth = widestOf(spec.queryLabels, out.queryLevel ? spec.queryLevels : std::vector<AxisLevel>(),
                          out.queryLabelSize, longestQuery, metrics);
    ticked = tight == 1 || queryTitleWidth <= longestQuery || ownTitleWidth > longestQuery;
    const double titleWidth = ticked ? queryTitleWidth : ownTitleWidth;
    stacked = spec.sinkBars && titleWidth > longestQuery;
    if (!stacked) queryWidth = std::max(queryWidth, titleWidth);
    const double left = std::ceil(body.left() + queryWidth + labelGap + sinkRoom);
    keyTitleAbove = headed && (keys.angle == 0 || keyTitleWidth > left - labelGap - body.left());
    // Headings over the rows have lines of their own beside turned labels: rows, bars, and columns where they fit.
    const double corner = ((spec.sinkBars ? 2 : 1) + (stacked ? 1 : 0)) * line;
    const double beside = !headed           ? 0
                          : keys.angle == 0 ? (stacked ? 2 : 1) * line
                                            : corner + (keyTitleAbove ? 0 : line);
    const double labelTop = body.top() + (keyTitleAbove ? line + 2 : 0), foot = body.bottom() - legendBelow;
    const double top = std::ceil(labelTop + std::max(keys.height, beside) + labelGap);
    const double width = std::max(10.0, body.right() - beyond - left),
                 height = std::max(10.0, foot - top);
    const double cellHeight = cellSide(height, rows, leastMap);
    const double cellWidth = cellSide(std::min(width, cellHeight * kWidestCell * columns), columns, leastMap);
    // Nor is a cell much higher than it is wide.
    out.cell = {cellWidth, std::min(cellHeight, cellWidth * kWidestCell)};
    out.map = QRectF(left, top, std::round(cellWidth * columns), std::round(out.cell.height() * rows));
    out.cell = {out.map.width() / columns, out.map.height() / rows};
    const LabelFit fit = fitLabels(textSize, least, out.cell.height());
    out.queryLabelSize = fit.size;
    // Labels that are whole when they are smaller are not cut.
    const auto widest = [&](double size) { return metrics.widest(spec.queryLabels, size); };
    if (widest(least) <= longestQuery)
      while (out.queryLabelSize > least && widest(out.queryLabelSize) > longestQuery) --out.queryLabelSize;
    out.queryStride = fit.stride;
    out.queryLevel.reset();
    if (fit.stride >= kCrowded) {
      out.queryLevel = chooseLevel(spec.queryLevels, spec.visible.top(), spec.visible.bottom(), out.cell.height(),
                                   least, fit.stride);
      if (out.queryLevel) out.queryLabelSize = std::max(least, textSize - 2);
    }
    // Turned labels get what the map leaves, within limits.
    const double leastAbove = std::max((headed ? 3 : 2) * textSize, beside);
    const LabelRoom room{std::clamp(foot - labelTop - labelGap - mapSide, leastAbove,
                                    std::max(leastAbove, std::min(10 * textSize, spec.size.height() * 0.25))),
                         std::max(legendRoom, spec.size.width() * 0.08)};
    // Labels of both axes look alike: the keys' are never much larger than the queries'.
    keys = chooseKeyLabels(spec.keyLabels, out.cell.width(), room, std::min(textSize, fit.size + 1), least, metrics);
    out.keyLevel.reset();
    if (keys.stride >= kCrowded) {
      out.keyLevel = chooseLevel(spec.keyLevels, spec.visible.left(), spec.visible.right(), out.cell.width(), least,
                                 keys.stride);
      if (out.keyLevel) {
        const AxisLevel& level = spec.keyLevels[*out.keyLevel];
        const auto [first, end] = groupsIn(level, spec.visible.left(), spec.visible.right());
        const double size = std::max(least, textSize - 2), each = out.map.width() / static_cast<double>(end - first);
        // Wide groups have their label along them, others turned.
        const double longest = widestOf(spec.keyLabels, spec.keyLevels, size, room.above, metrics);
        keys = each >= kFlatCell * size ? KeyLabels{0, size, metrics.height(size), longest, keys.stride}
                                        : turnedKeyLabels(60, size, longest, 0, room);
        keys.stride = kCrowded;
      }
    }
  }
  keyTitleAbove = keyTitleAbove || keys.angle == 0;
  out.keyLabelSize = keys.size;
  out.keyStride = keys.stride;
  out.gap = std::min(out.cell.width(), out.cell.height()) >= kGapFrom ? 1 : 0;
  const QRectF body = out.frame.body;

  // Query labels end beside the bars or the map.
  const double labelEnd = out.map.left() - labelGap - sinkRoom;
  // Where a turned label begins: the middle of its line above the middle of its column.
  const auto keyOrigin = [&](double x) {
    const double middle = (kLabelAbove - kLabelBelow) / 2 * keys.size, sine = std::sin(radians(-keys.angle)),
                 cosine = std::cos(radians(-keys.angle));
    return QPointF(x + middle * sine, out.map.top() - labelGap + 1 + (middle - kLabelPitch * keys.size / 2) * cosine);
  };
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
    QPointF origin(x - metrics.width(text, size) / 2, out.map.top() - labelGap - metrics.descent(size) + 2);
    if (keys.angle != 0) origin = keyOrigin(x);
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
    const double size = keys.size;
    const bool flat = keys.angle == 0;
    const double pitch = kLabelPitch * size / (flat ? 1 : std::sin(radians(-keys.angle)));
    for (const GroupPlace& place :
         groupPlaces(level, out.visible.left(), out.visible.right(), out.cell.width(), pitch)) {
      const double width = place.to - place.from, x = out.map.left() + (place.from + place.to) / 2;
      const QString text = metrics.elided(level.labels[place.group], flat ? width - 8 : keys.longest, size);
      const QPointF origin =
          flat ? QPointF(x - metrics.width(text, size) / 2, out.map.top() - labelGap - metrics.descent(size) + 2)
               : keyOrigin(x);
      if (!flat || width >= kFlatCell * size / 2)
        out.keyLabels.push_back(placeLabel(level.begins[place.group], text, origin, keys.angle, size, metrics));
      out.groups.emplace_back(out.map.left() + place.from + 1, out.map.top() - 3, out.map.left() + place.to - 1,
                              out.map.top() - 3);
    }
  }

  if (spec.sinkBars) out.sinkBars = QRectF(labelEnd + sinkGap, out.map.top(), sinkWidth, out.map.height());
  if (headed) {
    const double aboveMap = out.map.top() - labelGap - metrics.descent(small);
    const double aboveRows = stacked ? aboveMap - line : aboveMap;
    const double rowsEnd = labelEnd + (stacked ? sinkGap + sinkWidth : ticked ? -beforeFull : 0);
    // Where it has no room for its arrow it goes without.
    const bool arrow = metrics.width(spec.queryTitle, small) <= rowsEnd - body.left();
    const QString queryTitle = metrics.elided(
        arrow ? spec.queryTitle : QString(spec.queryTitle).remove(QStringLiteral(" ↓")), rowsEnd - body.left(), small);
    out.queryTitle = placeText(queryTitle, {rowsEnd - metrics.width(queryTitle, small), aboveRows}, small, metrics);
    // Flat labels have the headings above them in one line; turned ones beside them, from the map up.
    const double first =
        keys.angle == 0 ? std::min(body.top() + metrics.ascent(small), aboveRows - line) : aboveRows - line;
    if (spec.sinkBars) {
      const double room = out.sinkBars.right() - body.left();
      const bool inFull = spec.sinkName.isEmpty() || metrics.width(spec.sinkTitle, small) <= room;
      const QString title = metrics.elided(inFull ? spec.sinkTitle : spec.sinkName, room, small);
      out.sinkTitle = placeText(title, {out.sinkBars.right() - metrics.width(title, small), first}, small, metrics);
      const QString nothing = QStringLiteral("0"), full = percentText(1, 0);
      const double fullWidth = metrics.width(full, small);
      // Both ends of the bars where they have room, else the end that says how long a bar can be.
      if (ticked && metrics.width(nothing, small) + fullWidth + 4 <= sinkWidth)
        out.sinkTicks.push_back(placeText(nothing, {out.sinkBars.left(), aboveMap}, small, metrics));
      if (ticked)
        out.sinkTicks.push_back(placeText(full, {out.sinkBars.right() - fullWidth, aboveMap}, small, metrics));
    }
    const double keyHeading = keyTitleAbove ? body.top() + metrics.ascent(small) : first - (spec.sinkBars ? line : 0);
    const double keyStart = keyTitleAbove ? out.map.left() : out.map.left() - labelGap - keyTitleWidth;
    out.keyTitle = placeText(spec.keyTitle, {keyStart, keys.angle == 0 ? first : keyHeading}, small, metrics);
  }
  const BandAxis down{out.visible.top(), out.visible.bottom(), out.map.top(), out.cell.height(), out.map.right()},
      across{out.visible.left(), out.visible.right(), out.map.left(), out.cell.width(), out.map.bottom()};
  out.queryBands = placeBandsBeside(spec.queryBands, down, style, metrics);
  out.keyBands = placeBandsBelow(spec.keyBands, across, style, metrics);
  if (style.hasLegend() && below)
    out.legend = layoutLyingColourBar({out.map.left(), out.map.bottom() + keyBands}, body.right() - out.map.left(),
                                      spec.scale, style, metrics);
  else if (style.hasLegend())
    out.legend = layoutColourBar({out.map.right() + queryBands + 20, out.map.top()},
                                 std::max(out.map.height(), std::min(120.0, body.bottom() - out.map.top())), spec.scale,
                                 style, metrics);
  moveNotesUp(out.frame, std::max(out.map.bottom() + keyBands, out.legend.bottom()) + 4);
  return out;
}

}  // namespace

HeatmapLayout layoutHeatmap(const HeatmapSpec& spec, const TextMetrics& metrics) {
  if (spec.style.legend == LegendPlace::Below) return layoutWithLegend(spec, true, metrics);
  // Beside the map is the rule; where the width is short the legend makes room.
  if (spec.style.legend == LegendPlace::Fitting && spec.size.height() > spec.size.width())
    return layoutWithLegend(spec, true, metrics);
  HeatmapLayout beside = layoutWithLegend(spec, false, metrics);
  if (spec.style.legend != LegendPlace::Fitting) return beside;
  const HeatmapLayout below = layoutWithLegend(spec, true, metrics);
  constexpr double kMuchLarger = 1.12;
  const auto area = [](const HeatmapLayout& layout) { return layout.map.width() * layout.map.height(); };
  return area(below) > kMuchLarger * area(beside) ? below : beside;
}

}  // namespace headlight
