#include "ui/figures/links/links_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/label_choice.h"

namespace headlight {
namespace {

/// Curves have at least this part of the width, and the legend goes above them where it would take from this part.
constexpr double kLeastSpan = 0.38, kGoodSpan = 0.42;

// A row is at most so high for text of 12, or an eighth of the room: few tokens fill a large figure. Curves are at most
// so many times as wide as all rows are high.
constexpr double kHighestRow = 30, kWidestLinks = 2.4, kLinkLabelGap = 8, kLinkSinkWidth = 28;

}  // namespace

LinksLayout layoutLinks(const LinksSpec& spec, const TextMetrics& metrics) {
  const FigureStyle& style = spec.style;
  const double small = style.smallSize();
  const Index rows = static_cast<Index>(std::max(spec.queryLabels.size(), spec.keyLabels.size()));
  LinksLayout out;
  out.queries = static_cast<Index>(spec.queryLabels.size());
  out.keys = static_cast<Index>(spec.keyLabels.size());
  const double longest = std::min(15 * style.textSize, spec.size.width() * 0.22);
  const double sinkWidth =
      spec.sinkBars
          ? std::round(std::clamp(spec.size.width() * 0.05, 14.0, kLinkSinkWidth * std::max(1.0, style.textSize / 12)))
          : 0;
  const double queryBands = turnBandRoom(spec.queryBands, style, metrics),
               keyBands = turnBandRoom(spec.keyBands, style, metrics);
  const double beside = 2 * kLinkLabelGap + queryBands + keyBands + (spec.sinkBars ? sinkWidth + kLinkLabelGap + 4 : 0);
  const double legendGap = 2.2 * style.textSize;
  const double legendWidth =
      style.hasLegend() ? seriesColumnWidth(spec.heads, spec.samples, spec.samplesTitle, style, metrics) + legendGap
                        : 0;

  // The notes say whether labels are thinned out, and how many lines they take decides how much room the labels have.
  double queryWidth = 0, keyWidth = 0, top = 0, titleBase = 0;
  bool above = false;
  for (int round = 0; round < 2; ++round) {
    std::vector<QString> notes = spec.notes;
    notes.push_back(strongestLabelsNote(out.stride));
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, style, metrics);
    const QRectF body = out.frame.body;
    out.labelSize = round == 0 ? std::round(style.textSize) : out.labelSize;
    queryWidth = std::max(std::min(metrics.widest(spec.queryLabels, out.labelSize), longest),
                          metrics.width(spec.queryTitle, small));
    keyWidth =
        std::max(std::min(metrics.widest(spec.keyLabels, out.labelSize), longest), metrics.width(spec.keyTitle, small));
    above = legendWidth > 0 && body.width() - queryWidth - keyWidth - beside - legendWidth < kGoodSpan * body.width();
    out.legend = {};
    double begin = body.top();
    if (above) {
      out.legend =
          layoutSeriesLegend(body.topLeft(), body.width(), spec.heads, spec.samples, spec.samplesTitle, style, metrics);
      begin = out.legend.bottom;
    }
    titleBase = begin + metrics.ascent(small);
    top = begin + metrics.height(small) + 8;
    const double room = std::max(10.0, body.bottom() - top);
    out.rowHeight = std::min(room / static_cast<double>(std::max<Index>(rows, 1)),
                             std::max(kHighestRow * style.textSize / 12, room / 8));
    const LabelFit fit = fitLabels(style.textSize, style.smallestLabel(), out.rowHeight);
    out.labelSize = fit.size;
    out.stride = fit.stride;
  }
  const QRectF body = out.frame.body;
  out.firstRow = top + out.rowHeight / 2;

  // Columns from left to right: query labels, bars, curves, key labels, legend. A narrow picture spares letters of
  // labels.
  const double taken = beside + (above ? 0 : legendWidth);
  if (const double room = body.width() * (1 - kLeastSpan) - taken; queryWidth + keyWidth > room) {
    const double part = std::clamp(room / (queryWidth + keyWidth), 0.3, 1.0);
    queryWidth *= part;
    keyWidth *= part;
  }
  const double height = out.rowHeight * static_cast<double>(rows);
  const double span = std::max(20.0, std::min(body.width() - taken - queryWidth - keyWidth,
                                              std::max(body.width() * 0.45, height * kWidestLinks)));
  const double labelEnd =
      std::ceil(body.left() + queryBands + queryWidth);  // A heading as wide as its column is whole.
  const double start = labelEnd + beside - queryBands - keyBands - kLinkLabelGap;
  out.links = QRectF(start, top, span, height);
  if (spec.sinkBars) out.sinkBars = QRectF(labelEnd + kLinkLabelGap, top, sinkWidth, height);
  const double keyStart = out.links.right() + kLinkLabelGap;
  out.queryColumn = QRectF(body.left(), top, start - body.left(), out.rowHeight * static_cast<double>(out.queries));
  out.keyColumn =
      QRectF(out.links.right(), top, keyWidth + kLinkLabelGap + 4, out.rowHeight * static_cast<double>(out.keys));

  const double baseline = (kLabelAbove - kLabelBelow) / 2 * out.labelSize, apart = kLabelPitch * out.labelSize;
  for (const Index token : chooseLabels(out.queries, out.rowHeight, apart, spec.wantedQueries)) {
    const QString text = metrics.elided(spec.queryLabels[static_cast<std::size_t>(token)], queryWidth, out.labelSize);
    out.queryLabels.push_back(placeLabel(token, text,
                                         {labelEnd - metrics.width(text, out.labelSize), out.rowY(token) + baseline}, 0,
                                         out.labelSize, metrics));
  }
  for (const Index token : chooseLabels(out.keys, out.rowHeight, apart, spec.wantedKeys))
    out.keyLabels.push_back(
        placeLabel(token, metrics.elided(spec.keyLabels[static_cast<std::size_t>(token)], keyWidth, out.labelSize),
                   {keyStart, out.rowY(token) + baseline}, 0, out.labelSize, metrics));
  const auto axisOf = [&](Index tokens, double across) {
    return BandAxis{0, static_cast<double>(tokens), top, out.rowHeight, across};
  };
  out.queryBands = placeBandsBeside(spec.queryBands, axisOf(out.queries, body.left() - kBandGap), style, metrics);
  out.keyBands = placeBandsBeside(spec.keyBands, axisOf(out.keys, keyStart + keyWidth), style, metrics);
  const QString queryTitle = metrics.elided(spec.queryTitle, labelEnd - body.left(), small);
  out.queryTitle = placeText(queryTitle, {labelEnd - metrics.width(queryTitle, small), titleBase}, small, metrics);
  // Where the labels of the keys are short, their heading begins left of them rather than lose its end.
  const double keyEnd = above ? body.right() : std::min(body.right(), keyStart + keyWidth + legendGap - 6);
  const double keyBegin = std::clamp(keyEnd - metrics.width(spec.keyTitle, small), out.links.center().x(), keyStart);
  out.keyTitle =
      placeText(metrics.elided(spec.keyTitle, keyEnd - keyBegin, small), {keyBegin, titleBase}, small, metrics);
  if (spec.sinkBars)
    out.sinkTitle = placeText(metrics.elided(spec.sinkTitle, keyBegin - out.sinkBars.left() - 12, small),
                              {out.sinkBars.left(), titleBase}, small, metrics);
  if (style.hasLegend() && !above)
    out.legend = layoutSeriesColumn({std::round(keyStart + keyWidth + keyBands + legendGap), body.top()}, body.height(),
                                    spec.heads, spec.samples, spec.samplesTitle, style, metrics);
  moveNotesUp(out.frame, std::max(out.links.bottom(), above ? 0.0 : out.legend.bottom) + 4);
  return out;
}

}  // namespace headlight
