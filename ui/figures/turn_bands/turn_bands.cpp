#include "ui/figures/turn_bands/turn_bands.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/painting.h"

namespace headlight {
namespace {

constexpr double kBandMargin = 3;  // Around a role in its band.

double bandSize(const FigureStyle& style, const TextMetrics& metrics) {
  return std::ceil(metrics.height(style.smallSize())) + 2;
}

/// The role as far as `room` goes; nothing where that says nothing.
QString shortRole(const QString& role, double room, double size, const TextMetrics& metrics) {
  const QString text = metrics.elided(role, room - 2 * kBandMargin, size);
  return text == role || text.size() > 3 ? text : QString();
}

/// Where the bands in view begin and end on paper, and their roles.
template <class Take>
void forEachInView(const std::vector<TurnBand>& bands, const BandAxis& axis, const Take& take) {
  for (const TurnBand& band : bands) {
    const double from = std::max(axis.from, static_cast<double>(band.begin)),
                 to = std::min(axis.to, static_cast<double>(band.end));
    if (from < to)
      take(axis.start + (from - axis.from) * axis.each, axis.start + (to - axis.from) * axis.each, band.role);
  }
}

}  // namespace

std::vector<TurnBand> turnBands(const std::vector<Token>& tokens) {
  std::vector<TurnBand> bands;
  const TurnPlace* last = nullptr;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const TurnPlace* turn = tokens[i].turn ? &*tokens[i].turn : nullptr;
    const auto at = static_cast<Index>(i);
    if (turn && last && *turn == *last)
      bands.back().end = at + 1;
    else if (turn)
      bands.push_back({at, at + 1, QString::fromStdString(turn->role)});
    last = turn;
  }
  return bands;
}

double turnBandRoom(const std::vector<TurnBand>& bands, const FigureStyle& style, const TextMetrics& metrics) {
  return bands.empty() ? 0 : kBandGap + bandSize(style, metrics);
}

std::vector<PlacedBand> placeBandsBelow(const std::vector<TurnBand>& bands, const BandAxis& axis,
                                        const FigureStyle& style, const TextMetrics& metrics) {
  std::vector<PlacedBand> placed;
  const double size = style.smallSize(), high = bandSize(style, metrics), top = axis.across + kBandGap;
  forEachInView(bands, axis, [&](double from, double to, const QString& role) {
    const QString text = shortRole(role, to - from, size, metrics);
    const QPointF origin((from + to - metrics.width(text, size)) / 2,
                         top + (high + metrics.ascent(size) - metrics.descent(size)) / 2);
    placed.push_back({QRectF(from, top, to - from, high), placeLabel(0, text, origin, 0, size, metrics)});
  });
  return placed;
}

std::vector<PlacedBand> placeBandsBeside(const std::vector<TurnBand>& bands, const BandAxis& axis,
                                         const FigureStyle& style, const TextMetrics& metrics) {
  std::vector<PlacedBand> placed;
  const double size = style.smallSize(), wide = bandSize(style, metrics), left = axis.across + kBandGap;
  forEachInView(bands, axis, [&](double from, double to, const QString& role) {
    const QString text = shortRole(role, to - from, size, metrics);
    const QPointF origin(left + (wide - metrics.ascent(size) + metrics.descent(size)) / 2,
                         (from + to - metrics.width(text, size)) / 2);
    placed.push_back({QRectF(left, from, wide, to - from), placeLabel(0, text, origin, 90, size, metrics)});
  });
  return placed;
}

void paintBands(QPainter& painter, const std::vector<PlacedBand>& bands, const FigureStyle& style) {
  const Palette& inks = style.inks();
  QColor ground = inks.hairline;
  ground.setAlphaF(0.55F);
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (const PlacedBand& band : bands) {
    // Paper between neighbours, where they are not too small for it.
    const QRectF box = band.box.width() > 3 && band.box.height() > 3 ? band.box.adjusted(0, 0, -1, -1) : band.box;
    painter.fillRect(box, ground);
    if (!band.role.text.isEmpty()) paintLabel(painter, band.role, style, style.smallSize(), inks.ink);
  }
}

}  // namespace headlight
