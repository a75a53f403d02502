#include "ui/figures/arcs/arcs_figure.h"

#include <QPainterPath>

#include <algorithm>

#include "ui/figures/cell_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {

TokenAxis ArcsFigure::axis() const {
  return isEmpty() ? TokenAxis{} : tokenAxis(maps()->queryTokens(), maps()->keyTokens());
}

ArcsLayout ArcsFigure::layout(QSizeF size) const {
  if (isEmpty()) return {};
  ArcsSpec spec;
  const TokenAxis axis = this->axis();
  fill(spec, size);
  spec.labels = axisLabels(axis.tokens);
  spec.links = data().links;
  for (Link& link : spec.links) {
    link.query = axis.queryPlace[static_cast<std::size_t>(link.query)];
    link.key = axis.keyPlace[static_cast<std::size_t>(link.key)];
    // An arc leaves the token that attends.
    if (context().transposed) std::swap(link.query, link.key);
  }
  spec.heads = headNames();
  spec.scale = scale();
  spec.samples = samples();
  spec.samplesTitle = quantityName(context());
  spec.notes = linkNotes();
  spec.notes.push_back(context().quantity.attends ? Words::tr("Arrows point to the token that is attended to.")
                                                  : Words::tr("Arrows point from the query to the key."));
  if (!sinks().empty()) {
    const Matrix& mass = data().sinkMass;
    spec.sinkMass = Matrix::Constant(mass.rows(), static_cast<Index>(axis.tokens.size()), -1);
    for (Index query = 0; query < mass.cols(); ++query)
      spec.sinkMass.col(axis.queryPlace[static_cast<std::size_t>(query)]) = mass.col(query);
    spec.sinkTitle = Words::tr("↑ %1 on %2, full = 100%").arg(quantityName(context()), sinkPhrase());
  }
  spec.notes.push_back(shortenedNote());
  spec.notes = unsaid(std::move(spec.notes));
  return layoutArcs(spec, FontTextMetrics(style()));
}

void ArcsFigure::draw(QPainter& p, QSizeF size) const {
  const ArcsLayout layout = this->layout(size);
  const ColourScale scale = this->scale();
  const Palette& inks = style().inks();
  const bool dark = style().dark();
  const TokenAxis axis = this->axis();
  const double pitch = std::max(layout.line.pitch, 8.0);
  const auto inFocus = [&](const Link& link) {
    if (!m_focus) return true;
    return m_to ? link.query == *m_focus && link.key == *m_to : link.query == *m_focus || link.key == *m_focus;
  };

  p.setRenderHint(QPainter::Antialiasing, true);
  for (const bool focused : {false, true})
    for (const ArcsLayout::Arc& arc : layout.arcs) {
      if (inFocus(arc.link) != focused) continue;
      const double position = scale.position(arc.link.weight), opacity = focused ? 1 : kUnfocused;
      const QPen pen = linkPen(seriesColour(arc.link.series, dark), position, pitch, opacity);
      const bool self = arc.link.query == arc.link.key;
      const double reach = self ? std::min(layout.line.pitch * 0.3, arc.height * 0.7) : 0;
      const QPointF start = arc.from + QPointF(reach, 0), end = arc.to - QPointF(reach, 0);
      // The line ends where its arrow begins, so that the two do not darken each other.
      const double tip = std::min(4 + 1.5 * arc.width, std::max(3.0, arc.height * 0.6));
      const double top = arc.from.y() - arc.height * 4 / 3;
      QPainterPath path(start);
      path.cubicTo(start.x(), top, end.x(), top, end.x(), end.y() - tip);
      p.setBrush(Qt::NoBrush);
      p.strokePath(path, pen);
      const double half = 1.4 + 0.8 * arc.width;
      QPainterPath arrow(end);
      arrow.lineTo(end + QPointF(-half, -tip));
      arrow.lineTo(end + QPointF(half, -tip));
      arrow.closeSubpath();
      p.fillPath(arrow, pen.color());
    }

  for (const ArcsLayout::SinkBar& bar : layout.sinkBars) {
    QColor colour = layout.legend.heads.empty() ? inks.neutral : seriesColour(bar.series, dark);
    if (m_focus && bar.place != *m_focus) colour.setAlphaF(0.25F);
    paintShareBar(p, bar.whole, bar.share, Qt::Vertical, colour, style());
  }

  std::vector<bool> lit(axis.tokens.size(), !m_focus);
  if (m_focus) {
    if (*m_focus >= 0 && static_cast<std::size_t>(*m_focus) < lit.size())
      lit[static_cast<std::size_t>(*m_focus)] = true;
    if (m_to && *m_to >= 0 && static_cast<std::size_t>(*m_to) < lit.size()) lit[static_cast<std::size_t>(*m_to)] = true;
    for (const ArcsLayout::Arc& arc : layout.arcs)
      if (inFocus(arc.link))
        lit[static_cast<std::size_t>(arc.link.query)] = lit[static_cast<std::size_t>(arc.link.key)] = true;
  }
  p.setRenderHint(QPainter::TextAntialiasing, true);
  for (const PlacedLabel& label : layout.line.labels) {
    const auto place = static_cast<std::size_t>(label.token);
    QColor ink = axis.tokens[place].special ? inks.muted : inks.ink;
    if (!lit[place]) ink.setAlphaF(0.3F);
    paintLabel(p, label, style(), layout.line.size, ink);
  }
  if (layout.sinkTitle) paintText(p, *layout.sinkTitle, style(), style().smallSize(), inks.muted);
  paintSeriesLegend(p, layout.legend, samples(), scale, pitch, style());
  paintFrame(p, layout.frame, style());
}

QStringList ArcsFigure::describe(Index place) const {
  const TokenAxis axis = this->axis();
  if (place < 0 || static_cast<std::size_t>(place) >= axis.tokens.size()) return {};
  const auto label = [&](Index at) { return tokenLabel(axis.tokens[static_cast<std::size_t>(at)]); };
  QStringList lines{Words::tr("“%1” (%2)").arg(label(place)).arg(place)};
  // The strongest arcs that leave and that reach the word.
  const std::vector<Link>& links = data().links;
  for (const bool leaving : {true, false}) {
    QStringList parts;
    for (auto link = links.rbegin(); link != links.rend() && parts.size() < 3; ++link) {
      const Index query = axis.queryPlace[static_cast<std::size_t>(link->query)],
                  key = axis.keyPlace[static_cast<std::size_t>(link->key)];
      if ((leaving ? query : key) == place)
        parts << Words::tr("“%1” %2").arg(label(leaving ? key : query), numberWords(context(), link->weight, 2));
    }
    if (!parts.isEmpty())
      lines << (leaving ? rowVerb(context()) : columnVerb(context())).trimmed() + u' ' +
                   parts.join(QStringLiteral(", "));
  }
  if (const auto query = axis.queryAt(place); query && !sinks().empty())
    lines << Words::tr("%1 on %2").arg(percentText(data().sinkMass(0, *query), 2), sinkText());
  return lines;
}

std::vector<FigureSpot> ArcsFigure::places(QSizeF size) const {
  std::vector<FigureSpot> places;
  const ArcsLayout layout = this->layout(size);
  const TokenAxis axis = this->axis();
  for (Index place = 0; place < static_cast<Index>(axis.tokens.size()); ++place) {
    const auto query = axis.queryAt(place), key = query ? std::nullopt : axis.keyAt(place);
    places.push_back(
        {layout.placeBox(place), {}, query.value_or(-1), key.value_or(-1), {}, place, layout.reach(place)});
  }
  return places;
}

QSizeF ArcsFigure::preferredSize() const {
  if (isEmpty()) return {640, 480};
  double letters = 0;
  for (const QString& label : tokenLabels(maps()->keyTokens())) letters += static_cast<double>(label.size()) + 1.5;
  const double width = std::clamp(letters * style().textSize * 0.8 + 80, 640.0, 2400.0);
  return {width, std::clamp(width * 0.5, 360.0, 900.0)};
}

QString ArcsFigure::altText() const {
  if (isEmpty()) return Words::tr("Arcs without tokens.");
  const QString text =
      context().quantity.attends
          ? Words::tr("Arcs over the text from each token to the tokens that it attends to, ") + titleAndSubtitle()
          : titleAndSubtitle();
  const QString strongest = strongestText();
  return strongest.isEmpty() ? text : text + u' ' + strongest;
}

}  // namespace headlight
