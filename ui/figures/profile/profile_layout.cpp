#include "ui/figures/profile/profile_layout.h"
#include "ui/words.h"

#include <algorithm>
#include <cmath>

namespace headlight {
namespace {

constexpr double kAxisGap = 6, kSinkBetween = 22, kTitlePart = 0.15, kWordPart = 0.3, kTitleGap = 8;
constexpr int kTitleLines = 4;

/// The widest word of a title.
double widestWord(const QString& title, double size, const TextMetrics& metrics) {
  double widest = 0;
  for (const QString& word : title.split(u' ')) widest = std::max(widest, metrics.width(word, size));
  return widest;
}

}  // namespace

double profileTop(double largest) {
  for (const double top : {0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8})
    if (largest <= top) return top;
  return std::max(1.0, largest);
}

QRectF ProfileLayout::keyBox(Index key) const {
  return line.column(key, plot.top(), plot.bottom() + kAxisGap + line.height + 2);
}

ProfileLayout layoutProfile(const ProfileSpec& spec, const TextMetrics& metrics) {
  const FigureStyle& style = spec.style;
  const double small = style.smallSize();
  ProfileLayout out;
  out.top = profileTop(spec.largest);
  const auto series = static_cast<Index>(std::max<std::size_t>(1, spec.heads.size()));
  const int steps = out.top == 0.3 || out.top == 0.6 ? 3 : out.top == 0.2 || out.top == 0.4 || out.top == 0.8 ? 4 : 5;
  double tickWidth = 0;
  for (int i = 0; i <= steps; ++i)
    tickWidth = std::max(tickWidth, metrics.width(percentText(out.top * i / steps), small));
  const double fullWidth = metrics.width(percentText(1, 0), small);
  const double sinkWidth =
      spec.sinkMass.empty() ? 0 : std::min(static_cast<double>(series) * 12 + 16, 0.1 * spec.size.width());
  // The title below the bar has a line for each word where it has to.
  const double sinkRoom =
      sinkWidth > 0
          ? std::max({kSinkBetween + sinkWidth + kAxisGap + fullWidth,
                      std::min(metrics.width(spec.sinkTitle, small) + kTitleGap, kTitlePart * spec.size.width()),
                      std::min(widestWord(spec.sinkTitle, small, metrics) + kTitleGap, kWordPart * spec.size.width())})
          : 0;
  const std::vector<QString> sinkTitle =
      sinkWidth > 0 ? metrics.wrapped(spec.sinkTitle, sinkRoom - kTitleGap, small, kTitleLines)
                    : std::vector<QString>();
  // Of many keys those with the largest numbers have their labels first.
  std::vector<Index> wanted;
  for (Index key = 0; key < spec.weights.cols(); ++key)
    if (spec.barred[static_cast<std::size_t>(key)]) wanted.push_back(key);
  const auto largestOf = [&](Index key) {
    float largest = 0;
    for (Index s = 0; s < spec.weights.rows(); ++s)
      if (std::isfinite(spec.weights(s, key))) largest = std::max(largest, spec.weights(s, key));
    return largest;
  };
  std::stable_sort(wanted.begin(), wanted.end(), [&](Index x, Index y) { return largestOf(x) > largestOf(y); });
  // The note about labels left out takes room itself.
  for (int round = 0; round < 2; ++round) {
    std::vector<QString> notes = spec.notes;
    notes.push_back(strongestLabelsNote(out.line.stride));
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, style, metrics);
    const QRectF body = out.frame.body;
    out.legend = layoutSeriesLegend(body.topLeft(), body.width(), spec.heads, {}, {}, style, metrics);
    const double left = std::round(body.left() + tickWidth + kAxisGap), right = body.right() - sinkRoom;
    double top = std::round(out.legend.bottom + metrics.height(small) + 2);
    if (!spec.rowTitle.isEmpty()) {
      const QString title = metrics.elided(spec.rowTitle, body.width(), style.textSize);
      out.rowTitle =
          placeText(title, {left, out.legend.bottom + metrics.ascent(style.textSize)}, style.textSize, metrics);
      top = std::round(out.rowTitle->box.bottom() + metrics.height(small) + 2);
    }
    out.line = layoutLineAxis(spec.labels, left, right, 0, std::min(110.0, body.height() * 0.3), 1.5 * style.textSize,
                              style.smallestLabel(), metrics, 1e3, wanted);
    const double below = kAxisGap + std::max(out.line.height, metrics.height(small) * static_cast<double>(sinkTitle.size()));
    out.plot = QRectF(QPointF(left, top), QPointF(right, std::max(top + 20, std::round(body.bottom() - below))));
  }
  out.line.moveDown(out.plot.bottom() + kAxisGap);
  for (int i = 0; i <= steps; ++i) {
    const QString text = percentText(out.top * i / steps);
    const double at = out.y(out.top * i / steps);
    // A low plot has room for its ends alone.
    if (i > 0 && i < steps && out.plot.height() / steps < metrics.height(small)) continue;
    out.tickAt.push_back(at);
    out.ticks.push_back(
        placeText(text, {out.plot.left() - kAxisGap - metrics.width(text, small), at + metrics.ascent(small) * 0.36},
                  small, metrics));
  }

  const double wide = std::clamp(out.line.pitch * 0.72 / static_cast<double>(series), 0.5, series == 1 ? 64.0 : 32.0);
  const auto valueOver = [&](const QRectF& bar, double weight, double room) -> std::optional<PlacedText> {
    const QString text = percentText(weight, weight < 0.0995 && weight > 0 && out.top <= 0.2 ? 1 : 0);
    const double width = metrics.width(text, small);
    if (width > room) return {};
    return placeText(text, {bar.center().x() - width / 2, bar.top() - 3}, small, metrics);
  };
  for (Index key = 0; key < spec.weights.cols(); ++key) {
    if (!spec.barred[static_cast<std::size_t>(key)]) continue;
    const double middle = out.line.x[static_cast<std::size_t>(key)];
    for (Index s = 0; s < spec.weights.rows(); ++s) {
      const double x = middle + (static_cast<double>(s) - static_cast<double>(series) / 2) * wide;
      if (!std::isfinite(spec.weights(s, key))) {
        out.numberless.emplace_back(x, out.plot.bottom() - wide, wide, wide);
        continue;
      }
      const double weight = std::max(0.0F, spec.weights(s, key));
      const double y = out.y(std::min(weight, out.top));
      ProfileLayout::Bar bar{static_cast<int>(s), key, QRectF(x, y, wide, out.plot.bottom() - y), {}};
      if (style.cellValues && weight >= 0.005)
        bar.value = valueOver(bar.rect, weight, series == 1 ? out.line.pitch - 4 : wide);
      out.bars.push_back(std::move(bar));
    }
  }
  if (sinkWidth > 0) {
    const double left = std::round(out.plot.right() + kSinkBetween);
    out.sinkPlot = QRectF(left, out.plot.top(), sinkWidth, out.plot.height());
    for (const double share : {0.0, 0.5, 1.0}) {
      const double at = out.sinkPlot.bottom() - out.sinkPlot.height() * share;
      out.sinkTickAt.push_back(at);
      out.sinkTicks.push_back(placeText(
          percentText(share, 0), {out.sinkPlot.right() + kAxisGap, at + metrics.ascent(small) * 0.36}, small, metrics));
    }
    const double thick = std::clamp(std::floor((sinkWidth - 12) / static_cast<double>(series)), 4.0, 26.0);
    for (Index s = 0; s < series && s < static_cast<Index>(spec.sinkMass.size()); ++s) {
      const double x = left + (sinkWidth - thick * static_cast<double>(series)) / 2 + static_cast<double>(s) * thick;
      const double mass = std::clamp(spec.sinkMass[static_cast<std::size_t>(s)], 0.0, 1.0);
      const double y = out.plot.bottom() - out.plot.height() * mass;
      ProfileLayout::Bar bar{static_cast<int>(s), -1, QRectF(x, y, thick, out.plot.bottom() - y), {}};
      const double room = series == 1 ? sinkWidth : thick - 2;
      const QString text = percentText(spec.sinkMass[static_cast<std::size_t>(s)], 0);
      if (metrics.width(text, small) <= room)
        bar.value = placeText(text, {bar.rect.center().x() - metrics.width(text, small) / 2, y - 3}, small, metrics);
      out.sinkBars.push_back(std::move(bar));
    }
    const double end = out.frame.body.right();
    double baseline = out.plot.bottom() + kAxisGap + metrics.ascent(small);
    for (const QString& text : sinkTitle) {
      const double length = metrics.width(text, small),
                   start = std::min(left + (sinkWidth - length) / 2, end - length);
      out.sinkTitle.push_back(
          placeText(text, {std::max(start, out.plot.right() + kTitleGap), baseline}, small, metrics));
      baseline += metrics.height(small);
    }
  }
  return out;
}

}  // namespace headlight
