#include "ui/figures/links/links_figure.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "ui/figures/cell_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// How far below the middle of its rows each link lies: several heads that link the same two tokens lie next to each
/// other, in their order.
std::vector<double> besideEachOther(const std::vector<Link>& links, const ColourScale& scale, double rowHeight) {
  constexpr double kPartOfRow = 0.9;
  std::vector<double> offsets(links.size(), 0);
  std::map<std::pair<Index, Index>, std::vector<std::size_t>> cells;
  for (std::size_t i = 0; i < links.size(); ++i) cells[{links[i].query, links[i].key}].push_back(i);
  for (auto& [cell, same] : cells) {
    if (same.size() < 2) continue;
    std::sort(same.begin(), same.end(),
              [&](std::size_t a, std::size_t b) { return links[a].series < links[b].series; });
    double all = 0;
    for (const std::size_t i : same) all += linkWidth(scale.position(links[i].weight), rowHeight);
    const double part = std::min(1.0, kPartOfRow * rowHeight / all);
    double at = -all * part / 2;
    for (const std::size_t i : same) {
      const double width = linkWidth(scale.position(links[i].weight), rowHeight) * part;
      offsets[i] = at + width / 2;
      at += width;
    }
  }
  return offsets;
}

}  // namespace

QString LinksFigure::barsNote() const {
  return Words::tr("Bars: %1 on %2, full = 100%.").arg(quantityName(context()), sinkPhrase());
}

std::vector<QString> LinksFigure::steadyNotes() const {
  std::vector<QString> notes = LinkedFigure::steadyNotes();
  if (!isEmpty() && !sinks().empty()) notes.push_back(barsNote());
  return notes;
}

LinksLayout LinksFigure::layout(QSizeF size) const {
  if (isEmpty()) return {};
  LinksSpec spec;
  fill(spec, size);
  spec.queryLabels = axisLabels(maps()->queryTokens());
  spec.keyLabels = axisLabels(maps()->keyTokens());
  spec.queryBands = turnBands(maps()->queryTokens());
  spec.keyBands = turnBands(maps()->keyTokens());
  spec.heads = headNames();
  spec.samples = samples();
  spec.notes = linkNotes();
  const std::vector<Link> wanted = strongestFirst();
  for (const Link& link : wanted) {
    spec.wantedQueries.push_back(link.query);
    spec.wantedKeys.push_back(link.key);
  }
  const AxisWords axes = axisWords(context());
  spec.queryTitle = axes.rows;
  spec.keyTitle = axes.columns;
  spec.samplesTitle = quantityName(context());
  if (!sinks().empty()) {
    spec.sinkBars = true;
    spec.sinkTitle = Words::tr("on %1").arg(sinkText());
    spec.notes.push_back(barsNote());
  }
  if (maps()->hasNoTokenShare()) {
    spec.sinkBars = true;
    spec.sinkTitle = spec.sinkTitle.isEmpty() ? Words::tr("no token") : Words::tr("%1, no token").arg(spec.sinkTitle);
    spec.notes.push_back(noTokenNote());
  }
  spec.notes.push_back(shortenedNote());
  spec.notes = unsaid(std::move(spec.notes));
  return layoutLinks(spec, FontTextMetrics(style()));
}

std::vector<Link> LinksFigure::strongestFirst() const {
  std::vector<Link> links(data().links.rbegin(), data().links.rend());
  if (!m_focus) return links;
  const auto lit = std::stable_partition(links.begin(), links.end(),
                                         [this](const Link& link) { return inFocus(link.query, link.key); });
  // A token in focus is named though it may have no link.
  if (lit == links.begin())
    links.insert(links.begin(), Link{0, m_focus->asQuery ? m_focus->token : -1,
                                     m_focus->asKey ? m_focus->token : m_focus->onlyKey.value_or(-1), 0});
  return links;
}

bool LinksFigure::inFocus(Index query, Index key) const {
  if (!m_focus) return true;
  if (m_focus->onlyKey) return query == m_focus->token && key == *m_focus->onlyKey;
  return (m_focus->asQuery && query == m_focus->token) || (m_focus->asKey && key == m_focus->token);
}

void LinksFigure::draw(QPainter& p, QSizeF size) const {
  const LinksLayout layout = this->layout(size);
  const LinksData& links = data();
  const ColourScale scale = this->scale();
  const Palette& inks = style().inks();
  const bool dark = style().dark();

  p.setRenderHint(QPainter::Antialiasing, true);
  p.setBrush(Qt::NoBrush);
  const double left = layout.links.left(), right = layout.links.right(), bend = layout.links.width() * 0.42;
  const std::vector<double> offsets = besideEachOther(links.links, scale, layout.rowHeight);
  for (const bool focused : {false, true})
    for (std::size_t i = 0; i < links.links.size(); ++i) {
      const Link& link = links.links[i];
      if (inFocus(link.query, link.key) != focused) continue;
      const double y0 = layout.rowY(link.query) + offsets[i], y1 = layout.rowY(link.key) + offsets[i];
      QPainterPath path(QPointF(left, y0));
      path.cubicTo(left + bend, y0, right - bend, y1, right, y1);
      p.strokePath(path, linkPen(seriesColour(link.series, dark), scale.position(link.weight), layout.rowHeight,
                                 focused ? 1 : kUnfocused));
    }

  p.setRenderHint(QPainter::Antialiasing, false);
  if (!layout.sinkBars.isEmpty()) {
    const Index series = links.sinkMass.rows();
    const double bar = std::clamp(std::floor(layout.rowHeight * 0.55 / static_cast<double>(series)), 1.0, 8.0);
    for (Index query = 0; query < layout.queries; ++query) {
      const double top = std::round(layout.rowY(query) - bar * static_cast<double>(series) / 2);
      const double opacity = !m_focus || (m_focus->asQuery && query == m_focus->token) ? 1 : 0.25;
      if (layout.rowHeight >= 5) {
        QColor track = inks.hairline;
        track.setAlphaF(static_cast<float>(0.55 * opacity));
        p.fillRect(QRectF(layout.sinkBars.left(), top, layout.sinkBars.width(), bar * static_cast<double>(series)),
                   track);
      }
      for (Index s = 0; s < series; ++s) {
        QColor colour = series == 1 ? inks.neutral : seriesColour(static_cast<int>(s), dark);
        colour.setAlphaF(static_cast<float>((series == 1 ? 1 : 0.75) * opacity));
        const double share = std::clamp<double>(links.sinkMass(s, query), 0, 1);
        p.fillRect(
            QRectF(layout.sinkBars.left(), top + bar * static_cast<double>(s), layout.sinkBars.width() * share, bar),
            colour);
        if (links.noToken.size() > 0)
          paintNoToken(p, {layout.sinkBars.left(), top + bar * static_cast<double>(s), layout.sinkBars.width(), bar},
                       share, static_cast<double>(links.noToken(s, query)), Qt::Horizontal, style());
      }
    }
  }

  // A token in focus, and what it is linked to, keep their ink.
  const double small = style().smallSize();
  std::vector<bool> query(static_cast<std::size_t>(layout.queries), !m_focus),
      key(static_cast<std::size_t>(layout.keys), !m_focus);
  if (m_focus)
    for (const Link& link : links.links)
      if (inFocus(link.query, link.key))
        query[static_cast<std::size_t>(link.query)] = key[static_cast<std::size_t>(link.key)] = true;
  const auto labelColour = [&](const Token& token, bool lit) {
    QColor colour = token.special ? inks.muted : inks.ink;
    if (!lit) colour.setAlphaF(0.3F);
    return colour;
  };
  for (const PlacedLabel& label : layout.queryLabels) {
    const auto i = static_cast<std::size_t>(label.token);
    const bool chosen = m_focus && m_focus->asQuery && label.token == m_focus->token;
    paintLabel(p, label, style(), layout.labelSize, labelColour(maps()->queryTokens()[i], query[i] || chosen));
  }
  for (const PlacedLabel& label : layout.keyLabels) {
    const auto j = static_cast<std::size_t>(label.token);
    const bool chosen = m_focus && (m_focus->onlyKey ? label.token == *m_focus->onlyKey
                                                     : m_focus->asKey && label.token == m_focus->token);
    paintLabel(p, label, style(), layout.labelSize, labelColour(maps()->keyTokens()[j], key[j] || chosen));
  }
  for (const auto* bands : {&layout.queryBands, &layout.keyBands}) paintBands(p, *bands, style());
  for (const auto* title : {&layout.queryTitle, &layout.keyTitle, &layout.sinkTitle})
    if (*title) paintText(p, **title, style(), small, inks.muted);
  paintSeriesLegend(p, layout.legend, samples(), scale, layout.rowHeight, style());
  paintFrame(p, layout.frame, style());
}

std::vector<FigureSpot> LinksFigure::places(QSizeF size) const {
  std::vector<FigureSpot> places;
  if (isEmpty()) return places;
  const LinksLayout layout = this->layout(size);
  for (Index query = 0; query < maps()->queries(); ++query)
    places.push_back({layout.rowOf(layout.queryColumn, query), {}, query, -1, {}, query});
  for (Index key = 0; key < maps()->keys(); ++key)
    places.push_back({layout.rowOf(layout.keyColumn, key), {}, -1, key, {}, maps()->queries() + key});
  return places;
}

QStringList LinksFigure::describe(Index side) const {
  if (isEmpty() || side < 0 || side >= maps()->queries() + maps()->keys()) return {};
  constexpr qsizetype kMostNamed = 5;
  const bool asQuery = side < maps()->queries();
  const Index token = asQuery ? side : side - maps()->queries();
  const auto label = [&](bool query, Index at) {
    return Words::tr("“%1”").arg(
        tokenLabel((query ? maps()->queryTokens() : maps()->keyTokens())[static_cast<std::size_t>(at)]));
  };
  const std::vector<Link>& links = data().links;
  QStringList named;
  for (auto link = links.rbegin(); link != links.rend() && named.size() < kMostNamed; ++link)
    if ((asQuery ? link->query : link->key) == token)
      named << label(!asQuery, asQuery ? link->key : link->query) + u' ' + numberWords(context(), link->weight, 2);
  return {label(asQuery, token) + (named.isEmpty() ? Words::tr(": no link is strong enough to be drawn")
                                                   : (asQuery ? rowVerb(context()) : columnVerb(context())) +
                                                         named.join(QStringLiteral(", ")))};
}

QSizeF LinksFigure::preferredSize() const {
  if (isEmpty()) return {640, 480};
  const double rows = static_cast<double>(std::max(maps()->queries(), maps()->keys()));
  return {720, std::clamp(150 + rows * style().textSize * 1.7, 360.0, 2400.0)};
}

QString LinksFigure::altText() const {
  if (isEmpty()) return Words::tr("Links without tokens.");
  const QString text =
      (context().transposed ? Words::tr("Links from tokens to the query tokens that attend to them, ")
                            : Words::tr("Links from query tokens to the tokens they attend to, ")) +
      titleAndSubtitle();
  const QString strongest = strongestText();
  return strongest.isEmpty() ? text : text + u' ' + strongest;
}

}  // namespace headlight
