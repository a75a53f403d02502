#include "ui/figures/atlas_layout.h"

#include <algorithm>
#include <cmath>

namespace headlight {

QRectF AtlasLayout::mapRect(HeadId head) const {
  return {QPointF(first.x() + pitch.width() * head.head, first.y() + pitch.height() * head.layer), map};
}

QRectF AtlasLayout::thumbnail(HeadId head) const { return mapRect(head).adjusted(0, 0, 0, strip); }

std::optional<HeadId> AtlasLayout::headAt(QPointF point) const {
  if (pitch.isEmpty()) return {};
  const double gapX = pitch.width() - map.width(), gapY = pitch.height() - map.height() - strip;
  const int head = static_cast<int>(std::floor((point.x() - first.x() + gapX / 2) / pitch.width()));
  const int layer = static_cast<int>(std::floor((point.y() - first.y() + gapY / 2) / pitch.height()));
  if (head < 0 || layer < 0 || head >= heads || layer >= layers) return {};
  return HeadId{layer, head};
}

AtlasLayout layoutAtlas(const AtlasSpec& spec, const TextMetrics& metrics) {
  const FigureStyle& style = spec.style;
  AtlasLayout out;
  out.layers = std::max(spec.layers, 1);
  out.heads = std::max(spec.heads, 1);
  out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, spec.notes, style, metrics);
  const QRectF body = out.frame.body;
  const double legendRoom = style.legend ? colourBarWidth(spec.scale, style, metrics) + 20 : 0;
  const double full = style.smallSize();

  // The labels shrink with the thumbnails; two rounds settle both.
  out.labelSize = full;
  double labelWidth = 0, labelHeight = 0;
  for (int round = 0; round < 2; ++round) {
    labelWidth = std::ceil(metrics.width(QStringLiteral("L%1").arg(out.layers - 1), out.labelSize)) + 6;
    labelHeight = std::ceil(metrics.height(out.labelSize)) + 3;
    const double pitchX = (body.width() - legendRoom - labelWidth) / out.heads;
    const double pitchY = (body.height() - labelHeight) / out.layers;
    const double gap = std::clamp(std::floor(std::min(pitchX, pitchY) * 0.09), 1.0, 12.0);
    out.strip = spec.sinkStrips ? std::clamp(std::round(std::min(pitchX, pitchY) * 0.06), 2.0, 6.0) + 1 : 0;
    const double height = std::max(2.0, std::floor(std::min(pitchY - gap - out.strip, (pitchX - gap) / spec.aspect)));
    out.map = QSizeF(std::max(2.0, std::floor(height * spec.aspect)), height);
    out.pitch = QSizeF(out.map.width() + gap, out.map.height() + out.strip + gap);
    double size = full;
    while (size > kSmallestLabel &&
           metrics.width(QStringLiteral("H%1").arg(out.heads - 1), size) + 4 > out.pitch.width())
      --size;
    out.labelSize = size;
  }
  out.first = QPointF(std::round(body.left() + labelWidth), std::round(body.top() + labelHeight));
  const auto stride = [](double needed, double pitch) {
    return std::max(1, static_cast<int>(std::ceil(needed / pitch)));
  };
  const int layerStride = stride(out.labelSize * kLabelPitch, out.pitch.height());
  const int headStride =
      stride(metrics.width(QStringLiteral("H%1").arg(out.heads - 1), out.labelSize) + 3, out.pitch.width());
  for (int layer = 0; layer < out.layers; layer += layerStride) {
    const QString text = QStringLiteral("L%1").arg(layer);
    const double y = out.mapRect({layer, 0}).center().y() + (kLabelAbove - kLabelBelow) / 2 * out.labelSize;
    out.layerLabels.push_back(
        placeText(text, {out.first.x() - 6 - metrics.width(text, out.labelSize), y}, out.labelSize, metrics));
  }
  for (int head = 0; head < out.heads; head += headStride) {
    const QString text = QStringLiteral("H%1").arg(head);
    const double x = out.mapRect({0, head}).center().x() - metrics.width(text, out.labelSize) / 2;
    out.headLabels.push_back(placeText(text, {x, out.first.y() - 5}, out.labelSize, metrics));
  }
  if (style.legend) {
    const double right = out.first.x() + out.pitch.width() * out.heads - (out.pitch.width() - out.map.width());
    out.legend =
        layoutColourBar({right + 20, out.first.y()}, body.bottom() - out.first.y(), spec.scale, style, metrics);
  }
  return out;
}

}  // namespace headlight
