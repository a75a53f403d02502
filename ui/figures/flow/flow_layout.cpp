#include "ui/figures/flow/flow_layout.h"
#include "ui/words.h"

#include <algorithm>
#include <cmath>

namespace headlight {
namespace {

constexpr double kInputGap = 6, kFlowSinkWidth = 48;

QString levelName(int level) { return level == 0 ? Words::tr("input") : Words::tr("layer %1").arg(level - 1); }

}  // namespace

QRectF FlowLayout::nodeRect(int level, Index token) const {
  if (level < 0 || level >= static_cast<int>(levelY.size()) || token < 0 || token >= static_cast<Index>(line.x.size()))
    return {};
  return {QPointF(line.x[static_cast<std::size_t>(token)] - node.width() / 2,
                  levelY[static_cast<std::size_t>(level)] - node.height() / 2),
          node};
}

QRectF FlowLayout::reach(int level, Index token) const {
  const double pitch = levelY.size() > 1 ? levelY[0] - levelY[1] : 40, y = levelY[static_cast<std::size_t>(level)];
  const double high = std::min(pitch / 2, node.height() / 2 + 6);
  return line.column(token, y - high, y + (level == 0 ? node.height() / 2 + kInputGap + line.height + 4 : high));
}

FlowLayout layoutFlow(const FlowSpec& spec, const TextMetrics& metrics) {
  const FigureStyle& style = spec.style;
  const double small = style.smallSize();
  FlowLayout out;
  const int levels = spec.layers + 1;
  double nameWidth = 0;
  for (int level = 0; level < levels; ++level) nameWidth = std::max(nameWidth, metrics.width(levelName(level), small));
  const double sinkWidth = spec.sinkBars ? std::ceil(std::clamp(metrics.width(spec.sinkTitle, small), kFlowSinkWidth,
                                                                std::max(kFlowSinkWidth, spec.size.width() * 0.12)))
                                         : 0;
  double top = 0, bottom = 0;
  // The note about labels left out takes room itself.
  for (int round = 0; round < 2; ++round) {
    std::vector<QString> notes = spec.notes;
    notes.push_back(strideNote(out.line.stride, out.line.stride));
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, style, metrics);
    const QRectF body = out.frame.body;
    out.legend = layoutSeriesLegend(body.topLeft(), body.width(), {}, spec.samples, spec.samplesTitle, style, metrics);
    const double left = std::round(body.left() + nameWidth + 14);
    const double right = body.right() - (sinkWidth > 0 ? sinkWidth + 16 : 0);
    out.line = layoutLineAxis(spec.labels, left, right, 0, std::min(100.0, body.height() * 0.22), 1.35 * style.textSize,
                              style.smallestLabel(), metrics, 1e3);
    top = std::round(out.legend.bottom + metrics.height(style.textSize) + 8);
    bottom = std::round(body.bottom() - out.line.height - kInputGap - 4);
  }
  const double pitch = std::max(4.0, (bottom - top) / std::max(1, levels - 1) * (levels > 1 ? 0.97 : 0));
  out.node = QSizeF(std::clamp(out.line.pitch * 0.55, 2.0, 18.0), std::clamp(std::round(pitch * 0.12), 3.0, 9.0));
  for (int level = 0; level < levels; ++level) out.levelY.push_back(std::round(bottom - level * pitch));
  const double labelTop = bottom + out.node.height() / 2 + kInputGap;
  out.line.moveDown(labelTop);
  // Names of the rows, thinned out where they would touch.
  const int every = std::max(1, static_cast<int>(std::ceil(metrics.height(small) / pitch)));
  const double nameEnd = out.frame.body.left() + nameWidth;
  for (int level = 0; level < levels; level += every) {
    const QString name = levelName(level);
    out.levelNames.push_back(placeText(name,
                                       {nameEnd - metrics.width(name, small),
                                        out.levelY[static_cast<std::size_t>(level)] + metrics.ascent(small) * 0.36},
                                       small, metrics));
  }
  const QString sinkTitle =
      sinkWidth > 0 ? metrics.elided(spec.sinkTitle, std::max(sinkWidth + 12, 120.0), small) : QString();
  const QRectF chosen = out.nodeRect(spec.chosenLevel, spec.chosen);
  if (!chosen.isNull() && spec.chosenLevel > 0 && static_cast<std::size_t>(spec.chosen) < spec.labels.size()) {
    const QString name = metrics.elided(spec.labels[static_cast<std::size_t>(spec.chosen)], 160, style.textSize);
    const double wide = metrics.width(name, style.textSize);
    // The topmost name stands beside the heading of the bars.
    const bool beside = spec.chosenLevel == spec.layers && !sinkTitle.isEmpty();
    const double end = out.frame.body.right() - (beside ? metrics.width(sinkTitle, small) + style.textSize : 0);
    const double x = std::clamp(chosen.center().x() - wide / 2, out.frame.body.left(),
                                std::max(out.frame.body.left(), end - wide));
    out.chosenName = placeText(name, {x, chosen.top() - 8}, style.textSize, metrics);
  }
  if (sinkWidth > 0) {
    const double left = std::round(out.frame.body.right() - sinkWidth);
    const double high = std::clamp(std::round(pitch * 0.25), 2.0, 8.0);
    for (int layer = 0; layer < spec.layers; ++layer) {
      const double middle =
          (out.levelY[static_cast<std::size_t>(layer)] + out.levelY[static_cast<std::size_t>(layer + 1)]) / 2;
      out.sinkBars.emplace_back(left, std::round(middle - high / 2), sinkWidth, high);
    }
    out.sinkTitle =
        placeText(sinkTitle, {out.frame.body.right() - metrics.width(sinkTitle, small), top - 6}, small, metrics);
  }
  moveNotesUp(out.frame, labelTop + out.line.height + 6);
  return out;
}

}  // namespace headlight
