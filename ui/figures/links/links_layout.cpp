#include "ui/figures/links/links_layout.h"
#include "ui/words.h"

#include <algorithm>
#include <cmath>

namespace headlight {
namespace {

/// Curves have at least this width; figures whose body is narrower than the other are short of room.
constexpr double kLeastSpan = 24, kNarrowLinks = 360;

// A row is at most so high for text of 12, or a sixteenth of the room: few tokens fill a large figure.
constexpr double kHighestRow = 30, kLinkLabelGap = 8, kLinkSinkWidth = 56, kSampleLength = 28;

}  // namespace

LinksLayout layoutLinks(const LinksSpec& spec, const TextMetrics& metrics) {
  const FigureStyle& style = spec.style;
  const double small = style.smallSize();
  const Index rows = static_cast<Index>(std::max(spec.queryLabels.size(), spec.keyLabels.size()));
  LinksLayout out;
  out.queries = static_cast<Index>(spec.queryLabels.size());
  out.keys = static_cast<Index>(spec.keyLabels.size());

  // The notes say how labels are thinned out, and how many lines they take decides how much room the labels have.
  for (int round = 0; round < 2; ++round) {
    std::vector<QString> notes = spec.notes;
    notes.push_back(strideNote(out.stride, out.stride));
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, style, metrics);
    const double room = std::max(10.0, out.frame.body.height() - metrics.height(small) - 8);
    out.rowHeight = std::min(
        {room / static_cast<double>(std::max<Index>(rows, 1)), std::max(kHighestRow * style.textSize / 12, room / 16)});
    const LabelFit fit = fitLabels(style.textSize, out.rowHeight);
    out.labelSize = fit.size;
    out.stride = fit.stride;
  }
  const QRectF body = out.frame.body;
  const double titleBase = body.top() + metrics.ascent(small);
  const double top = body.top() + metrics.height(small) + 8;
  out.firstRow = top + out.rowHeight / 2;

  // Columns from left to right: query labels, bars, curves, key labels, legend.
  const double longest = std::min(180.0, spec.size.width() * 0.22);
  double queryWidth =
      std::max(std::min(metrics.widest(spec.queryLabels, out.labelSize), longest), metrics.width(spec.queryTitle, small));
  double keyWidth =
      std::max(std::min(metrics.widest(spec.keyLabels, out.labelSize), longest), metrics.width(spec.keyTitle, small));
  // A narrow picture spares the space before its legend first, then letters of the labels.
  const double legendGap = body.width() < kNarrowLinks ? 12 : 28;
  double legendWidth = 0;
  if (style.hasLegend()) {
    legendWidth = std::max(kSampleLength + 8 + metrics.width(QStringLiteral("100%"), small),
                           metrics.width(spec.samplesTitle, small));
    for (const QString& head : spec.heads) legendWidth = std::max(legendWidth, 22 + metrics.width(head, small));
    legendWidth = std::min(std::ceil(legendWidth), spec.size.width() * 0.25) + legendGap;
  }
  const double sinkWidth = spec.sinkBars ? std::min(kLinkSinkWidth, std::round(spec.size.width() * 0.1)) : 0;
  const double sinkRoom = spec.sinkBars ? sinkWidth + kLinkLabelGap + 4 : 0;
  const double beside = sinkRoom + 2 * kLinkLabelGap + legendWidth;
  if (const double room = body.width() - beside - kLeastSpan; queryWidth + keyWidth > room) {
    const double part = std::clamp(room / (queryWidth + keyWidth), 0.3, 1.0);
    queryWidth *= part;
    keyWidth *= part;
  }
  const double fixed = queryWidth + keyWidth + beside;
  const double height = out.rowHeight * static_cast<double>(rows);
  const double span = std::clamp(std::min(body.width() - fixed, std::max(300.0, height * 1.3)), kLeastSpan, 900.0);
  const double labelEnd = std::round(body.left() + queryWidth);
  const double start = labelEnd + kLinkLabelGap + sinkRoom;
  out.links = QRectF(start, top, span, height);
  if (spec.sinkBars) out.sinkBars = QRectF(labelEnd + kLinkLabelGap, top, sinkWidth, height);
  const double keyStart = out.links.right() + kLinkLabelGap;
  out.queryColumn = QRectF(body.left(), top, start - body.left(), out.rowHeight * static_cast<double>(out.queries));
  out.keyColumn =
      QRectF(out.links.right(), top, keyWidth + kLinkLabelGap + 4, out.rowHeight * static_cast<double>(out.keys));

  const double baseline = (kLabelAbove - kLabelBelow) / 2 * out.labelSize;
  for (std::size_t i = 0; i < spec.queryLabels.size(); i += static_cast<std::size_t>(out.stride)) {
    const QString text = metrics.elided(spec.queryLabels[i], queryWidth, out.labelSize);
    const auto token = static_cast<Index>(i);
    out.queryLabels.push_back(placeLabel(token, text,
                                         {labelEnd - metrics.width(text, out.labelSize), out.rowY(token) + baseline}, 0,
                                         out.labelSize, metrics));
  }
  for (std::size_t j = 0; j < spec.keyLabels.size(); j += static_cast<std::size_t>(out.stride)) {
    const auto token = static_cast<Index>(j);
    out.keyLabels.push_back(placeLabel(token, metrics.elided(spec.keyLabels[j], keyWidth, out.labelSize),
                                       {keyStart, out.rowY(token) + baseline}, 0, out.labelSize, metrics));
  }
  out.queryTitle =
      placeText(spec.queryTitle, {labelEnd - metrics.width(spec.queryTitle, small), titleBase}, small, metrics);
  out.keyTitle =
      placeText(metrics.elided(spec.keyTitle, keyWidth + legendGap - 6, small), {keyStart, titleBase}, small, metrics);
  if (spec.sinkBars)
    out.sinkTitle = placeText(metrics.elided(spec.sinkTitle, sinkWidth + 30, small), {out.sinkBars.left(), titleBase},
                              small, metrics);

  if (style.hasLegend()) {
    const double x = std::round(keyStart + keyWidth + legendGap), step = metrics.height(small) + 3;
    double y = titleBase;
    const double middle = metrics.ascent(small) * 0.36;
    const auto fits = [&] { return y + step < body.bottom(); };
    if (spec.heads.size() > 1) {
      out.headsTitle = placeText(Words::tr("head"), {x, y}, small, metrics);
      for (const QString& head : spec.heads) {
        if (!fits()) break;
        y += step;
        out.headSwatches.emplace_back(x, y - middle - 1.5, 14, 3);
        out.headNames.push_back(placeText(head, {x + 22, y}, small, metrics));
      }
      y += step * 1.6;
    }
    out.samplesTitle =
        placeText(metrics.elided(spec.samplesTitle, legendWidth, small), {x, y}, small, metrics);
    for (const double weight : spec.samples) {
      if (!fits()) break;
      y += step;
      out.sampleLines.emplace_back(x, y - middle, kSampleLength, 0);
      out.sampleTexts.push_back(placeText(percentText(weight), {x + kSampleLength + 8, y}, small, metrics));
    }
  }
  const double legendEnd = out.sampleTexts.empty() ? 0 : out.sampleTexts.back().box.bottom();
  moveNotesUp(out.frame, std::max(out.links.bottom(), legendEnd) + 4);
  return out;
}

}  // namespace headlight
