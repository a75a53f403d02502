#include "ui/figures/image_overlay/image_overlay_layout.h"

#include <algorithm>

namespace headlight {
namespace {

constexpr double kTileGap = 8, kBarAbove = 4, kBarHeight = 6, kNameAbove = 3;
/// Below this height a line of small text is not read any more, and is left out.
constexpr double kSmallestPicture = 36;

/// The largest scale (figure units a pixel) at which `count` pictures with `below` units under each fit into `room`.
struct Fit {
  double scale = 0;
  int columns = 1;
};

Fit fitOf(QSizeF room, QSizeF image, double below, int count, int columns) {
  const int lines = (count + columns - 1) / columns;
  const double width = (room.width() - (columns - 1) * kTileGap) / columns;
  const double height = (room.height() - (lines - 1) * kTileGap) / lines - below;
  return {std::max(0.0, std::min(width / image.width(), height / image.height())), columns};
}

}  // namespace

QRectF ImageOverlayLayout::patchRect(std::size_t tile, Index patchNumber) const {
  if (tile >= tiles.size() || cols == 0) return {};
  const QPointF corner(patch.width() * static_cast<double>(patchNumber % cols),
                       patch.height() * static_cast<double>(patchNumber / cols));
  return {tiles[tile].picture.topLeft() + corner, patch};
}

std::optional<ImageOverlayLayout::Place> ImageOverlayLayout::placeAt(QPointF point) const {
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const QPointF in = point - tiles[i].picture.topLeft();
    if (in.x() < 0 || in.y() < 0) continue;
    const auto col = static_cast<Index>(in.x() / patch.width()), row = static_cast<Index>(in.y() / patch.height());
    if (col < cols && row < rows) return Place{i, row * cols + col};
  }
  return {};
}

ImageOverlayLayout layoutImageOverlay(const ImageOverlaySpec& spec, const TextMetrics& metrics) {
  const FigureStyle& style = spec.style;
  const double small = style.smallSize();
  const auto count = static_cast<int>(spec.names.size());
  const bool one = count == 1;
  ImageOverlayLayout out;
  out.rows = spec.rows;
  out.cols = spec.cols;
  out.labelSize = small;
  out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, spec.notes, style, metrics);
  QRectF body = out.frame.body;
  const bool below = style.legend == LegendPlace::Below;
  if (style.hasLegend() && !below)
    body.setWidth(std::max(20.0, body.width() - colourBarWidth(spec.scale, style, metrics) - 28));
  if (below) body.setHeight(std::max(20.0, body.height() - lyingColourBarHeight(style, metrics)));

  // 1. The grid that makes the pictures largest.
  const double text = metrics.height(small);
  const double withName = kBarAbove + (one ? text : kBarHeight + kNameAbove + text);
  const auto best = [&](double under) {
    Fit fit;
    if (spec.columns > 0) return fitOf(body.size(), spec.image, under, count, spec.columns);
    for (int columns = 1; columns <= count; ++columns)
      if (const Fit next = fitOf(body.size(), spec.image, under, count, columns); next.scale > fit.scale) fit = next;
    return fit;
  };
  Fit fit = best(withName);
  const bool named = fit.scale * spec.image.height() >= kSmallestPicture;
  const double under = named ? withName : kBarAbove + kBarHeight / 2;
  if (!named) fit = best(under);
  const QSizeF picture = spec.image * std::max(fit.scale, 1e-3);
  out.patch = spec.patch * std::max(fit.scale, 1e-3);

  // 2. The pictures, from the left; a last line may be shorter.
  const double right = picture.width() + kTileGap, down = picture.height() + under + kTileGap;
  for (int i = 0; i < count; ++i) {
    ImageOverlayLayout::Tile tile;
    tile.picture = QRectF(body.topLeft() + QPointF(i % fit.columns * right, i / fit.columns * down), picture);
    const double top = tile.picture.bottom() + kBarAbove;
    if (one) {
      out.besideTitle = placeText(metrics.elided(spec.besideText, picture.width() / 2, small),
                                  {tile.picture.left(), top + metrics.ascent(small)}, small, metrics);
      const double left = out.besideTitle->box.right() + 8, value = metrics.width(QStringLiteral("100%"), small) + 8;
      tile.bar =
          QRectF(left, top + (text - kBarHeight) / 2, std::max(8.0, tile.picture.right() - left - value), kBarHeight);
      tile.value = placeText({}, {tile.bar.right() + 6, top + metrics.ascent(small)}, small, metrics);
    } else {
      tile.bar = QRectF(tile.picture.left(), top, picture.width(), named ? kBarHeight : kBarHeight / 2);
      if (named) {
        const QString name = metrics.elided(spec.names[static_cast<std::size_t>(i)], picture.width(), small);
        tile.name = placeText(name, {tile.picture.left(), tile.bar.bottom() + kNameAbove + metrics.ascent(small)},
                              small, metrics);
      }
    }
    out.tiles.push_back(std::move(tile));
  }
  const int lines = count == 0 ? 0 : (count + fit.columns - 1) / fit.columns;
  const double bottom = body.top() + lines * down - (lines > 0 ? kTileGap : 0);
  const double end = body.left() + std::min(fit.columns, count) * right - kTileGap;

  // 3. The legend, beside the pictures or below them.
  if (style.hasLegend() && !below)
    out.legend =
        layoutColourBar({end + 28, body.top()}, std::min(bottom - body.top(), 260.0), spec.scale, style, metrics);
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
