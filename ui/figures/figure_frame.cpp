#include "ui/figures/figure_frame.h"
#include "ui/words.h"

#include <QTransform>

namespace headlight {
namespace {

constexpr double kBarWidth = 12, kBarGap = 6;

/// The smallest tick is "or less" on a logarithmic scale.
QString tickText(const ColourScale& scale, double weight, bool first) {
  if (scale.unit == ScaleUnit::Nats) {
    const QString number = localNumber(std::abs(weight), 'g', 3);
    return (weight < 0                      ? QStringLiteral("−")
            : weight > 0 && scale.diverging ? QStringLiteral("+")
                                            : QString()) +
           number;
  }
  const QString text = percentText(weight);
  if (scale.diverging) return weight > 0 ? u'+' + text : text;
  return first && scale.kind == ScaleKind::Log ? QStringLiteral("≤ ") + text : text;
}

/// A line of a legend's title takes no more room than this many text sizes.
constexpr double kLongestTitle = 11;

QStringList barTitle(const ColourScale& scale, const FigureStyle& style, const TextMetrics& metrics) {
  if (scale.title.isEmpty() && scale.unit == ScaleUnit::Nats) return {Words::tr("nats")};
  QStringList lines;
  for (const QString& line : scale.title)
    lines << metrics.elided(line, kLongestTitle * style.textSize, style.smallSize());
  return lines;
}

}  // namespace

PlacedText placeText(const QString& text, QPointF origin, double size, const TextMetrics& metrics,
                     QFont::Weight weight) {
  const double ascent = metrics.ascent(size);
  return {text, origin,
          QRectF(origin.x(), origin.y() - ascent, metrics.width(text, size, weight), ascent + metrics.descent(size))};
}

PlacedLabel placeLabel(Index token, const QString& text, QPointF origin, double angle, double size,
                       const TextMetrics& metrics) {
  const QRectF flat(0, -kLabelAbove * size, metrics.width(text, size), kLabelPitch * size);
  QTransform turn;
  turn.translate(origin.x(), origin.y());
  turn.rotate(angle);
  return {token, text, origin, angle, turn.map(QPolygonF(flat))};
}

LabelFit fitLabels(double size, double least, double pitch) {
  double s = std::round(size);
  while (s > least && s * kLabelPitch > pitch) --s;
  return {s, std::max(1, static_cast<int>(std::ceil(s * kLabelPitch / std::max(pitch, 1e-6))))};
}

QString strideNote(int queryStride, int keyStride) {
  const auto every = [](int stride) {
    return stride == 1   ? Words::tr("every")
           : stride == 2 ? Words::tr("every other")
                         : Words::tr("every %1", "place in an order").arg(ordinal(static_cast<std::size_t>(stride)));
  };
  if (queryStride <= 1 && keyStride <= 1) return {};
  return queryStride == keyStride ? Words::tr("Labels: %1 token.").arg(every(keyStride))
                                  : Words::tr("Labels: %1 query and %2 key.").arg(every(queryStride), every(keyStride));
}

QString strongestLabelsNote(int stride) {
  return stride > 1 ? Words::tr("Labels: the strongest and some other tokens.") : QString();
}

FigureFrame layoutFrame(QSizeF size, const QString& title, const QString& subtitle, const std::vector<QString>& notes,
                        const FigureStyle& style, const TextMetrics& metrics) {
  FigureFrame frame;
  const double margin = std::clamp(std::min(size.width(), size.height()) * 0.025, 6.5, 24.0);
  const double width = std::max(1.0, size.width() - 2 * margin);
  double top = margin, bottom = size.height() - margin;
  const double small = style.smallSize();
  if (style.title && !title.isEmpty()) {
    const double titleSize = style.titleSize();
    top += metrics.ascent(titleSize);
    frame.title = placeText(metrics.elided(title, width, titleSize, QFont::DemiBold), {margin, top}, titleSize, metrics,
                            QFont::DemiBold);
    top += metrics.descent(titleSize) + 2;
  }
  if (style.caption && !subtitle.isEmpty()) {
    for (const QString& line : metrics.wrapped(subtitle, width, small, size.height() < 420 ? 1 : 2)) {
      top += metrics.ascent(small);
      frame.subtitle.push_back(placeText(line, {margin, top}, small, metrics));
      top += metrics.descent(small);
    }
  }
  if (top > margin) top += std::round(margin * 0.6);
  if (style.caption && !notes.empty()) {
    QString all;
    for (const QString& note : notes)
      if (!note.isEmpty()) all += (all.isEmpty() ? QString() : QStringLiteral("  ")) + note;
    const std::vector<QString> lines = metrics.wrapped(all, width, small, 4);
    double y = bottom - metrics.height(small) * static_cast<double>(lines.size());
    bottom = y - std::round(margin * 0.6);
    for (const QString& line : lines) {
      frame.notes.push_back(placeText(line, {margin, y + metrics.ascent(small)}, small, metrics));
      y += metrics.height(small);
    }
  }
  frame.body = QRectF(margin, top, width, std::max(1.0, bottom - top));
  return frame;
}

void moveNotesUp(FigureFrame& frame, double bottom) {
  if (frame.notes.empty()) return;
  const double up = std::floor(frame.body.bottom() - bottom);
  if (up <= 0) return;
  for (PlacedText& note : frame.notes) {
    note.origin.ry() -= up;
    note.box.translate(0, -up);
  }
}

double colourBarWidth(const ColourScale& scale, const FigureStyle& style, const TextMetrics& metrics) {
  double widest = 0;
  for (const QString& line : barTitle(scale, style, metrics))
    widest = std::max(widest, metrics.width(line, style.smallSize()) - kBarWidth - kBarGap);
  const std::vector<double> ticks = scale.ticks();
  for (std::size_t i = 0; i < ticks.size(); ++i)
    widest = std::max(widest, metrics.width(tickText(scale, ticks[i], i == 0), style.smallSize()));
  return std::ceil(kBarWidth + kBarGap + widest);
}

ColourBarLayout layoutColourBar(QPointF topLeft, double height, const ColourScale& scale, const FigureStyle& style,
                                const TextMetrics& metrics) {
  ColourBarLayout layout;
  const double size = style.smallSize(), line = metrics.height(size);
  layout.diverging = scale.diverging;
  double titleHeight = 0;
  for (const QString& text : barTitle(scale, style, metrics)) {
    layout.title.push_back(
        placeText(text, {topLeft.x(), topLeft.y() + titleHeight + metrics.ascent(size)}, size, metrics));
    titleHeight += line;
  }
  // The mark at the top of the bar reaches half a line above it.
  const double below = layout.title.empty() ? 6 : std::max(6.0, std::round(metrics.ascent(size) * 0.5));
  const double top = std::round(topLeft.y() + titleHeight + below);
  layout.bar = QRectF(std::round(topLeft.x()), top, kBarWidth,
                      std::round(std::clamp(height - titleHeight - below - metrics.descent(size), 24.0, 220.0)));
  const std::vector<double> ticks = scale.ticks();
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const double y = layout.bar.bottom() - layout.bar.height() * scale.position(ticks[i]);
    const PlacedText text = placeText(tickText(scale, ticks[i], i == 0),
                                      {layout.bar.right() + kBarGap, y + metrics.ascent(size) * 0.36}, size, metrics);
    // A short bar has no room for every mark; its ends stay.
    const bool end = i == 0 || i + 1 == ticks.size();
    const double room = metrics.ascent(size) * 0.95;
    const bool fits = layout.tickAt.empty() || layout.tickAt.back() - y >= room;
    const double endY = layout.bar.top();
    if (end ? true : fits && y - endY >= room) {
      layout.tickAt.push_back(y);
      layout.ticks.push_back(text);
    }
  }
  return layout;
}

double lyingColourBarHeight(const FigureStyle& style, const TextMetrics& metrics) {
  return std::ceil(14 + kBarWidth + 5 + metrics.height(style.smallSize()));
}

ColourBarLayout layoutLyingColourBar(QPointF topLeft, double width, const ColourScale& scale, const FigureStyle& style,
                                     const TextMetrics& metrics) {
  ColourBarLayout layout;
  layout.lying = true;
  const double size = style.smallSize();
  layout.diverging = scale.diverging;
  const QString title = metrics.elided(barTitle(scale, style, metrics).join(u' '), width / 2, size);
  const double top = std::round(topLeft.y() + 14);
  layout.title = {placeText(title, {topLeft.x(), top + kBarWidth / 2 + metrics.ascent(size) * 0.36}, size, metrics)};
  const double left = std::round(topLeft.x() + metrics.width(title, size) + 12);
  const std::vector<double> ticks = scale.ticks();
  // The last mark's text reaches beyond the bar.
  const double overhang = ticks.empty() ? 0 : metrics.width(tickText(scale, ticks.back(), false), size) / 2;
  layout.bar = QRectF(left, top, std::round(std::clamp(topLeft.x() + width - left - overhang, 24.0, 240.0)), kBarWidth);
  const double baseline = layout.bar.bottom() + 5 + metrics.ascent(size);
  const auto placed = [&](std::size_t i) {
    const QString text = tickText(scale, ticks[i], i == 0);
    const double x = layout.bar.left() + layout.bar.width() * scale.position(ticks[i]);
    return placeText(text, {x - metrics.width(text, size) / 2, baseline}, size, metrics);
  };
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const PlacedText text = placed(i);
    // A short bar has no room for every mark; its ends stay.
    const bool end = i == 0 || i + 1 == ticks.size();
    const bool fits = layout.ticks.empty() || text.box.left() >= layout.ticks.back().box.right() + 4;
    if (end ? fits || i == 0 : fits && text.box.right() + 4 <= placed(ticks.size() - 1).box.left()) {
      layout.tickAt.push_back(layout.bar.left() + layout.bar.width() * scale.position(ticks[i]));
      layout.ticks.push_back(text);
    }
  }
  return layout;
}

}  // namespace headlight
