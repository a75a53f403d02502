#include "ui/figures/image_overlay/image_overlay_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kGroupGap = 10, kPlaneGap = 4, kBarAbove = 4, kBarHeight = 6, kNameAbove = 3, kTickLength = 3;
/// Below this height a line of small text is not read any more, and is left out.
constexpr double kSmallestPicture = 36;

/// The planes of a head in lines: the number of planes in each.
struct Lines {
  std::size_t each = 1;
  std::size_t count = 1;
};

/// What a head takes beside its planes: below each line of them, and below them all.
struct Below {
  double line = 0, group = 0;
};

/// The largest height of planes at which all heads, `columns` in a line, fit into `room`.
struct Fit {
  double height = 0;
  int columns = 1;
  Lines lines;
};

/// How the pictures of all heads lie in the room that the legend leaves, and whether their names have room.
struct Arrangement {
  QRectF body;
  Fit fit;
  bool named = true;
};

double widthOf(const std::vector<OverlayPlane>& planes, std::size_t from, std::size_t to, double height) {
  double width = static_cast<double>(to - from - 1) * kPlaneGap;
  for (std::size_t i = from; i < to; ++i) width += planes[i].aspect * height;
  return width;
}

Fit fitOf(QSizeF room, const ImageOverlaySpec& spec, const Below& below, int columns, Lines lines) {
  const auto heads = static_cast<int>(spec.heads.size());
  const int rows = (heads + columns - 1) / columns;
  const double width = (room.width() - (columns - 1) * kGroupGap) / columns;
  double height = (room.height() - (rows - 1) * kGroupGap) / rows - below.group;
  const auto count = static_cast<double>(lines.count);
  height = (height - (count - 1) * kPlaneGap) / count - below.line;
  for (std::size_t from = 0; from < spec.planes.size(); from += lines.each) {
    const std::size_t to = std::min(spec.planes.size(), from + lines.each);
    const double bare = widthOf(spec.planes, from, to, 0);
    height = std::min(height, (width - bare) / (widthOf(spec.planes, from, to, 1) - bare));
  }
  return {std::max(0.0, height), columns, lines};
}

/// Round seconds whose labels have room on an axis of `length` units.
void layoutSeconds(ImageOverlayLayout::Tile& tile, double seconds, double size, const TextMetrics& metrics) {
  const auto text = [&](double at, double step) {
    return Words::tr("%1 s").arg(localNumber(at, 'f', step < 1 ? 1 : 0));
  };
  for (const double step : {0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 60.0, 300.0, 600.0}) {
    const double pitch = tile.picture.width() * step / seconds;
    if (pitch < metrics.width(text(seconds, step), size) + 14 && step < 600) continue;
    for (double at = 0; at < seconds + step / 100; at += step) {
      const double x = tile.picture.left() + tile.picture.width() * at / seconds;
      const double width = metrics.width(text(at, step), size);
      const double left = std::clamp(x - width / 2, tile.picture.left(), tile.picture.right() - width);
      tile.tickAt.push_back(x);
      tile.ticks.push_back(
          placeText(text(at, step), {left, tile.picture.bottom() + kTickLength + metrics.ascent(size)}, size, metrics));
    }
    return;
  }
}

}  // namespace

QRectF ImageOverlayLayout::Tile::rectOf(const QRectF& box) const {
  const double x = picture.width() / shown.width(), y = picture.height() / shown.height();
  return {picture.left() + (box.left() - shown.left()) * x, picture.top() + (box.top() - shown.top()) * y,
          box.width() * x, box.height() * y};
}

std::optional<ImageOverlayLayout::Place> ImageOverlayLayout::placeAt(QPointF point) const {
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const Tile& tile = tiles[i];
    if (!tile.picture.contains(point)) continue;
    const QPointF in = point - tile.picture.topLeft();
    return Place{i, tile.shown.topLeft() + QPointF(in.x() / tile.picture.width() * tile.shown.width(),
                                                   in.y() / tile.picture.height() * tile.shown.height())};
  }
  return {};
}

ImageOverlayLayout layoutImageOverlay(const ImageOverlaySpec& spec, const TextMetrics& metrics) {
  const FigureStyle& style = spec.style;
  const double small = style.smallSize();
  const auto heads = static_cast<int>(spec.heads.size());
  const bool one = heads == 1;
  ImageOverlayLayout out;
  out.labelSize = small;
  out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, spec.notes, style, metrics);
  if (heads == 0 || spec.planes.empty()) return out;

  // 1. The grid that makes the pictures largest: with the legend beside them, or below where that makes them larger.
  const double text = metrics.height(small);
  const bool labelled = one && spec.planes.size() > 1;
  const bool timed = one && std::any_of(spec.planes.begin(), spec.planes.end(),
                                        [](const OverlayPlane& plane) { return plane.seconds > 0; });
  const double ofLine = (labelled ? kNameAbove + text : 0) + (timed ? kTickLength + text : 0);
  const auto best = [&](QSizeF room, const Below& under) {
    Fit fit{-1, 1, {}};
    const auto consider = [&](int columns, Lines lines) {
      if (const Fit next = fitOf(room, spec, under, columns, lines); next.height > fit.height) fit = next;
    };
    if (one)
      for (std::size_t each = spec.planes.size(); each > 0; --each)
        consider(1, {each, (spec.planes.size() + each - 1) / each});
    else if (spec.columns > 0)
      consider(spec.columns, {spec.planes.size(), 1});
    else
      for (int columns = 1; columns <= heads; ++columns) consider(columns, {spec.planes.size(), 1});
    return fit;
  };
  const Below withName{ofLine, kBarAbove + kBarHeight + kNameAbove + text};
  const Below withoutName{ofLine, kBarAbove + kBarHeight / 2};
  const auto arranged = [&](bool legendBelow) {
    QRectF body = out.frame.body;
    if (legendBelow)
      body.setHeight(std::max(20.0, body.height() - lyingColourBarHeight(style, metrics)));
    else if (style.hasLegend())
      body.setWidth(std::max(20.0, body.width() - colourBarWidth(spec.scale, style, metrics) - 28));
    Arrangement all{body, best(body.size(), withName)};
    all.named = one || all.fit.height >= kSmallestPicture;
    if (!all.named) all.fit = best(body.size(), withoutName);
    return all;
  };
  bool below = style.legend == LegendPlace::Below;
  Arrangement chosen = arranged(below);
  if (style.legend == LegendPlace::Fitting) {
    constexpr double kMuchLarger = 1.1;  // By its sides.
    if (const Arrangement other = arranged(true); other.fit.height >= kMuchLarger * chosen.fit.height) {
      chosen = other;
      below = true;
    }
  }
  const auto [body, fit, named] = chosen;
  const Below& under = named ? withName : withoutName;
  const double height = std::max(fit.height, 1e-3);

  // 2. The planes of each head, from the left.
  double groupWidth = 0;
  for (std::size_t from = 0; from < spec.planes.size(); from += fit.lines.each)
    groupWidth =
        std::max(groupWidth, widthOf(spec.planes, from, std::min(spec.planes.size(), from + fit.lines.each), height));
  const double lineHeight = height + under.line + kPlaneGap;
  const double groupHeight = static_cast<double>(fit.lines.count) * lineHeight - kPlaneGap + under.group;
  for (int h = 0; h < heads; ++h) {
    const QPointF corner = body.topLeft() + QPointF(h % fit.columns * (groupWidth + kGroupGap),
                                                    h / fit.columns * (groupHeight + kGroupGap));
    double left = corner.x();
    for (std::size_t p = 0; p < spec.planes.size(); ++p) {
      const OverlayPlane& plane = spec.planes[p];
      if (p % fit.lines.each == 0) left = corner.x();
      ImageOverlayLayout::Tile tile;
      tile.head = static_cast<std::size_t>(h);
      tile.plane = p;
      tile.shown = plane.shown;
      tile.picture = QRectF(left, corner.y() + static_cast<double>(p / fit.lines.each) * lineHeight,
                            plane.aspect * height, height);
      left = tile.picture.right() + kPlaneGap;
      double bottom = tile.picture.bottom();
      if (one && plane.seconds > 0) {
        layoutSeconds(tile, plane.seconds, small, metrics);
        bottom += kTickLength + text;
      }
      if (labelled)
        tile.label = placeText(metrics.elided(plane.label, tile.picture.width(), small),
                               {tile.picture.left(), bottom + kNameAbove + metrics.ascent(small)}, small, metrics);
      out.tiles.push_back(std::move(tile));
    }
    ImageOverlayLayout::Group group;
    const double top = corner.y() + groupHeight - under.group + kBarAbove;
    group.bar = QRectF(corner.x(), top, groupWidth, named ? kBarHeight : kBarHeight / 2);
    if (named) {
      const QString name = one ? metrics.elided(spec.shares, body.width(), small)
                               : metrics.elided(spec.heads[static_cast<std::size_t>(h)], groupWidth, small);
      group.name =
          placeText(name, {corner.x(), group.bar.bottom() + kNameAbove + metrics.ascent(small)}, small, metrics);
    }
    out.groups.push_back(std::move(group));
  }
  const int rows = (heads + fit.columns - 1) / fit.columns;
  const double bottom = body.top() + rows * (groupHeight + kGroupGap) - kGroupGap;
  const double end = body.left() + std::min(fit.columns, heads) * (groupWidth + kGroupGap) - kGroupGap;

  // 3. The legend, beside the pictures or below them.
  // The line below a single head may be wider than its planes.
  const double free = (one ? out.groups.front().bar.bottom() : bottom) - body.top();
  if (style.hasLegend() && !below)
    out.legend = layoutColourBar({end + 28, body.top()}, std::min(free, 260.0), spec.scale, style, metrics);
  double last = bottom;
  if (below) {
    out.legend =
        layoutLyingColourBar({body.left(), bottom + 8}, std::min(end - body.left(), 320.0), spec.scale, style, metrics);
    last = out.legend.bottom();
  }
  moveNotesUp(out.frame, std::max(last, out.legend.bottom()));
  return out;
}

}  // namespace headlight
