#include "ui/figures/line_axis.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/label_choice.h"

namespace headlight {
namespace {

constexpr double kWordGap = 0.55;  // between flat labels, in text sizes

}  // namespace

QRectF LineAxis::column(Index token, double top, double bottom) const {
  if (token < 0 || token >= static_cast<Index>(x.size())) return {};
  const auto i = static_cast<std::size_t>(token);
  // Half the way to each neighbour; the first and last reach as far outside.
  const double before = i > 0 ? (x[i] - x[i - 1]) / 2 : i + 1 < x.size() ? (x[i + 1] - x[i]) / 2 : pitch / 2;
  const double after = i + 1 < x.size() ? (x[i + 1] - x[i]) / 2 : before;
  return {QPointF(x[i] - before, top), QPointF(x[i] + after, bottom)};
}

void LineAxis::moveDown(double by) {
  for (PlacedLabel& label : labels) {
    label.origin.ry() += by;
    label.outline.translate(0, by);
  }
}

LineAxis layoutLineAxis(const std::vector<QString>& labels, double left, double right, double top, double longest,
                        double largest, double least, const TextMetrics& metrics, double widestGap,
                        const std::vector<Index>& wanted) {
  LineAxis out;
  if (labels.empty()) return out;
  const double room = std::max(1.0, right - left), count = static_cast<double>(labels.size());
  // As a sentence: the largest type in which it fills the line.
  constexpr double kUnit = 40;
  double letters = 0;
  for (const QString& label : labels) letters += metrics.width(label, kUnit) / kUnit + kWordGap;
  const double fits = std::floor(room / letters);
  if (fits >= least + 1) {
    out.size = std::min(fits, std::round(largest));
    // A short sentence is spread, but its words still belong together.
    const double gap = std::min(kWordGap * out.size + (room - letters * out.size) / count, widestGap * out.size);
    double width = 0;
    for (const QString& label : labels) width += metrics.width(label, out.size) + gap;
    double x = left + (room - width) / 2 + gap / 2;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const double wide = metrics.width(labels[i], out.size);
      out.labels.push_back(
          placeLabel(static_cast<Index>(i), labels[i], {x, top + kLabelAbove * out.size}, 0, out.size, metrics));
      out.x.push_back(x + wide / 2);
      x += wide + gap;
    }
    out.height = std::ceil(kLabelPitch * out.size);
  } else {
    out.upright = true;
    const LabelFit fit = fitLabels(std::min(largest, std::max(16.0, least)), least, room / count);
    out.size = fit.size;
    out.stride = fit.stride;
    // Letters that are higher than the columns are wide must not reach beyond the ends.
    const double inset = std::max(0.0, (kLabelPitch * out.size - room / count) / 2);
    const double pitch = std::max(1e-3, (room - 2 * inset) / count);
    out.stride = std::max(out.stride, static_cast<int>(std::ceil(kLabelPitch * out.size / pitch)));
    for (std::size_t i = 0; i < labels.size(); ++i)
      out.x.push_back(left + inset + (static_cast<double>(i) + 0.5) * pitch);
    for (const Index token : chooseLabels(static_cast<Index>(labels.size()), pitch, kLabelPitch * out.size, wanted)) {
      const auto i = static_cast<std::size_t>(token);
      const double x = out.x[i];
      const QString text = metrics.elided(labels[i], longest, out.size);
      const double wide = metrics.width(text, out.size);
      out.height = std::max(out.height, std::ceil(wide));
      out.labels.push_back(placeLabel(token, text,
                                      {x + (kLabelAbove - kLabelBelow) / 2 * out.size, top + wide}, -90, out.size,
                                      metrics));
    }
  }
  out.pitch = room;
  for (std::size_t i = 1; i < out.x.size(); ++i) out.pitch = std::min(out.pitch, out.x[i] - out.x[i - 1]);
  return out;
}

}  // namespace headlight
