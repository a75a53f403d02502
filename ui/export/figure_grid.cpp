#include "ui/export/figure_grid.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/figures/painting.h"

namespace headlight {
namespace {

/// The number of columns whose places are nearest to the shape that the figures like.
int columnsFor(int count, QSizeF room, double aspect) {
  int best = 1;
  double least = 1e300;
  for (int columns = 1; columns <= count; ++columns) {
    const int rows = (count + columns - 1) / columns;
    const double shape = room.width() / columns / (room.height() / rows);
    // Empty places are a loss as well.
    const double off = std::abs(std::log(shape / aspect)) + 0.35 * (rows * columns - count);
    if (off >= least) continue;
    least = off;
    best = columns;
  }
  return best;
}

}  // namespace

QString gridLetter(std::size_t index) {
  const QString last(QChar(static_cast<char16_t>(u'a' + index % 26)));
  return index < 26 ? last : gridLetter(index / 26 - 1) + last;
}

FigureGrid::FigureGrid(std::vector<std::unique_ptr<Figure>> figures, QString title, QString subtitle, FigureStyle style,
                       std::optional<ColourScale> scale, std::vector<QString> notes)
    : m_figures(std::move(figures)),
      m_title(std::move(title)),
      m_subtitle(std::move(subtitle)),
      m_style(std::move(style)),
      m_scale(scale),
      m_notes(std::move(notes)) {}

FigureGrid::Layout FigureGrid::layout(QSizeF size) const {
  const FontTextMetrics metrics(m_style);
  Layout layout;
  layout.frame = layoutFrame(size, m_title, m_subtitle, m_notes, m_style, metrics);
  const bool texts = layout.frame.title || !layout.frame.subtitle.empty();
  const double top = texts ? layout.frame.body.top() : 0;
  const bool legend = m_scale && m_style.hasLegend(), beside = m_style.legend == LegendPlace::Right;
  const double gap = m_style.textSize;
  const double right = legend && beside ? colourBarWidth(*m_scale, m_style, metrics) + 2 * gap : 0;
  const double under = legend && !beside ? lyingColourBarHeight(m_style, metrics) + gap : 0;
  const double bottom = layout.frame.notes.empty() ? size.height() : layout.frame.body.bottom();
  const QSizeF room(std::max(1.0, size.width() - right), std::max(1.0, bottom - top - under));
  const int count = static_cast<int>(m_figures.size());
  double aspect = 0;
  for (const auto& figure : m_figures)
    aspect += figure->preferredSize().width() / figure->preferredSize().height() / count;
  const int columns = columnsFor(count, room, aspect), rows = (count + columns - 1) / columns;
  const QSizeF cell(room.width() / columns, room.height() / rows);
  const double margin = std::clamp(std::min(cell.width(), cell.height()) * 0.04, 8.0, 24.0);
  const double heading = m_style.textSize * 1.1;
  for (int i = 0; i < count; ++i) {
    const QPointF corner(cell.width() * (i % columns), top + cell.height() * (i / columns));
    const Figure& figure = *m_figures[static_cast<std::size_t>(i)];
    const QString text = QStringLiteral("(%1)  %2").arg(gridLetter(static_cast<std::size_t>(i)), figure.title());
    const double baseline = corner.y() + margin / 2 + metrics.ascent(heading);
    layout.headings.push_back(placeText(metrics.elided(text, cell.width() - 2 * margin, heading, QFont::DemiBold),
                                        {corner.x() + margin, baseline}, heading, metrics, QFont::DemiBold));
    const double below = baseline + metrics.descent(heading) - corner.y();
    layout.places.emplace_back(corner.x(), corner.y() + below, cell.width(), std::max(1.0, cell.height() - below));
  }
  if (legend && beside)
    layout.legend =
        layoutColourBar({room.width() + gap, top + margin}, room.height() - 2 * margin, *m_scale, m_style, metrics);
  else if (legend)
    layout.legend =
        layoutLyingColourBar({margin, bottom - under}, room.width() - 2 * margin, *m_scale, m_style, metrics);
  return layout;
}

std::vector<FigurePart> FigureGrid::parts(QSizeF size) const {
  const Layout places = layout(size);
  std::vector<FigurePart> parts;
  for (std::size_t i = 0; i < m_figures.size(); ++i) parts.push_back({m_figures[i].get(), places.places[i].size()});
  return parts;
}

void FigureGrid::paint(QCPPainter& painter, const QRectF& area) const {
  paintPaper(painter, area, m_style);
  const Layout places = layout(area.size());
  for (std::size_t i = 0; i < m_figures.size(); ++i)
    m_figures[i]->paint(painter, places.places[i].translated(area.topLeft()));
  painter.save();
  painter.translate(area.topLeft());
  paintFrame(painter, places.frame, m_style);
  paintColourBar(painter, places.legend, m_style);
  for (const PlacedText& heading : places.headings)
    paintText(painter, heading, m_style, m_style.textSize * 1.1, m_style.inks().ink, QFont::DemiBold);
  painter.restore();
}

QSizeF FigureGrid::preferredSize() const {
  QSizeF largest(1, 1);
  for (const auto& figure : m_figures) largest = largest.expandedTo(figure->preferredSize());
  const double columns = std::ceil(std::sqrt(static_cast<double>(m_figures.size())));
  return {largest.width() * columns,
          largest.height() * std::ceil(static_cast<double>(m_figures.size()) / columns) + 4 * m_style.textSize};
}

QString FigureGrid::altText() const {
  QStringList parts;
  for (std::size_t i = 0; i < m_figures.size(); ++i)
    parts << QStringLiteral("(%1) %2").arg(gridLetter(i), m_figures[i]->altText());
  return parts.join(QLatin1Char(' '));
}

std::vector<FigureSpot> FigureGrid::spots(QSizeF size) const {
  const Layout places = layout(size);
  std::vector<FigureSpot> all;
  for (std::size_t i = 0; i < m_figures.size(); ++i)
    for (FigureSpot spot : m_figures[i]->spots(places.places[i].size())) {
      spot.rect.translate(places.places[i].topLeft());
      all.push_back(std::move(spot));
    }
  return all;
}

}  // namespace headlight
