#include "ui/figures/arcs/arcs_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/painting.h"

namespace headlight {
namespace {

constexpr double kArcLabelGap = 5, kSinkGap = 6, kHighestSinkBar = 44;
constexpr double kFlattest = 0.85;  // an arc is at most so many times as high as wide

}  // namespace

QRectF ArcsLayout::reach(Index place) const {
  return line.column(place, lineY - 8, std::max(lineY + kArcLabelGap + line.height, sinks.bottom()) + 8);
}

QRectF ArcsLayout::placeBox(Index place) const {
  QRectF box = line.column(place, lineY + 2, std::max(lineY + kArcLabelGap + line.height, sinks.bottom()) + 2);
  if (box.isNull() || line.upright) return box;
  for (const PlacedLabel& label : line.labels)
    if (label.token == place) {
      const QRectF word = label.outline.boundingRect().adjusted(-3, 0, 3, 0);
      box.setLeft(word.left());
      box.setRight(word.right());
    }
  return box;
}

ArcsLayout layoutArcs(const ArcsSpec& spec, const TextMetrics& metrics) {
  const FigureStyle& style = spec.style;
  ArcsLayout out;
  const double small = style.smallSize();
  const int series = std::max<int>(1, static_cast<int>(spec.heads.size()));
  const bool hasSinks = spec.sinkMass.size() > 0;
  double above = 0, sinkHigh = 0;
  std::vector<Index> wanted;  // The ends of the strongest arcs have their labels first.
  for (auto link = spec.links.rbegin(); link != spec.links.rend(); ++link) {
    wanted.push_back(link->query);
    wanted.push_back(link->key);
  }
  // The note about labels left out takes room itself.
  for (int round = 0; round < 2; ++round) {
    std::vector<QString> notes = spec.notes;
    notes.push_back(strongestLabelsNote(out.line.stride));
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, style, metrics);
    const QRectF body = out.frame.body;
    out.legend =
        layoutSeriesLegend(body.topLeft(), body.width(), spec.heads, spec.samples, spec.samplesTitle, style, metrics);
    const double largest = std::clamp(body.height() * 0.05, style.textSize, 2.6 * style.textSize);
    const double longest = std::min(110.0, body.height() * 0.3);
    out.line = layoutLineAxis(spec.labels, body.left(), body.right(), 0, longest, largest, style.smallestLabel(),
                              metrics, 2.6, wanted);
    sinkHigh = hasSinks ? std::clamp(std::round(body.height() * 0.1), 12.0, kHighestSinkBar) : 0;
    const double sinkRoom = hasSinks ? kSinkGap + sinkHigh + metrics.height(small) : 0;
    above = std::max(20.0, body.bottom() - out.legend.bottom - out.line.height - kArcLabelGap - sinkRoom);
  }
  // Arcs as high as their room, but never taller than a half circle would nearly be.
  double longestArc = 0;
  for (const Link& link : spec.links)
    longestArc = std::max(longestArc, std::abs(out.line.x[static_cast<std::size_t>(link.query)] -
                                               out.line.x[static_cast<std::size_t>(link.key)]));
  const double highest = std::clamp(kFlattest * longestArc, std::min(above, 40.0), above) - 4;
  // A low picture stands in the middle of its room.
  out.lineY = std::round(out.legend.bottom + above - (above - highest) * 0.45);
  out.line.moveDown(out.lineY + kArcLabelGap);

  const double side = std::min(4.0, out.line.pitch * 0.5 / series);
  for (const Link& link : spec.links) {
    ArcsLayout::Arc arc;
    arc.link = link;
    const double shift = (link.series - (series - 1) / 2.0) * side;
    const double from = out.line.x[static_cast<std::size_t>(link.query)] + shift,
                 to = out.line.x[static_cast<std::size_t>(link.key)] + shift;
    arc.from = {from, out.lineY};
    arc.to = {to, out.lineY};
    const double span = std::abs(to - from);
    arc.height = link.query == link.key ? std::min(highest, std::clamp(out.line.pitch * 0.5, 7.0, 18.0))
                                        : std::min(highest * std::pow(span / longestArc, 0.75), kFlattest * span);
    arc.width = linkWidth(spec.scale.position(link.weight), std::max(out.line.pitch, 8.0));
    out.arcs.push_back(arc);
  }

  if (hasSinks) {
    const double top = std::round(out.lineY + kArcLabelGap + out.line.height + kSinkGap);
    out.sinks = QRectF(out.line.x.front(), top, out.line.x.back() - out.line.x.front(), sinkHigh);
    const double wide = std::clamp(std::floor(out.line.pitch * 0.6 / series), 1.0, 9.0);
    for (Index place = 0; place < spec.sinkMass.cols(); ++place)
      for (Index s = 0; s < spec.sinkMass.rows(); ++s) {
        if (spec.sinkMass(s, place) < 0) continue;
        const double x =
            out.line.x[static_cast<std::size_t>(place)] - wide * static_cast<double>(spec.sinkMass.rows()) / 2;
        out.sinkBars.push_back({static_cast<int>(s), place,
                                QRectF(std::round(x + wide * static_cast<double>(s)), top, wide, sinkHigh),
                                spec.sinkMass(s, place)});
      }
    out.sinkTitle = placeText(metrics.elided(spec.sinkTitle, out.frame.body.width(), small),
                              {out.frame.body.left(), top + sinkHigh + metrics.ascent(small) + 2}, small, metrics);
    out.sinkTitle->origin.setX(
        std::clamp(out.sinks.left(), out.frame.body.left(), out.frame.body.right() - out.sinkTitle->box.width()));
    out.sinkTitle->box.moveLeft(out.sinkTitle->origin.x());
  }
  const double end = out.sinkTitle ? out.sinkTitle->box.bottom() : out.lineY + kArcLabelGap + out.line.height;
  moveNotesUp(out.frame, end + 8);
  return out;
}

}  // namespace headlight
