#include "ui/export/figure_grid.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/figures/painting.h"
#include "ui/figures/shared_notes.h"

namespace headlight {
namespace {

constexpr double kHeadingAbove = 8;  // at least

/// How figures stand in rows and columns.
struct Arrangement {
  int columns = 1;
  QSizeF cell;
  double fit = 0;  ///< The height of a figure of the wanted shape in a place, times the part of the places filled.
};

/// The columns whose places hold the largest figures of such a shape, each below a heading.
Arrangement arrange(int count, QSizeF room, double heading, double aspect) {
  Arrangement best;
  for (int columns = 1; columns <= count; ++columns) {
    const int rows = (count + columns - 1) / columns;
    const QSizeF cell(room.width() / columns, room.height() / rows);
    const double each = std::max(1.0, std::min(cell.width() / aspect, cell.height() - heading));
    const double fit = each * count / (rows * columns);
    if (fit > best.fit) best = {columns, cell, fit};
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
  // What the figures leave to the grid depends on their places, which it takes room from.
  constexpr int kRounds = 3;
  const std::vector<QString> own = m_style.caption ? m_notes : std::vector<QString>();
  std::vector<QString> notes = own;
  Layout layout;
  for (int round = 0; round < kRounds; ++round) {
    layout = layoutWith(notes, size);
    std::vector<QString> next = own;
    for (const QString& note : notesLeft(layout)) next.push_back(note);
    if (next == notes) break;
    notes = std::move(next);
  }
  return layout;
}

std::vector<QString> FigureGrid::notesLeft(const Layout& layout) const {
  std::vector<std::pair<QString, QStringList>> said;  // and the letters of the figures that leave it
  for (std::size_t i = 0; i < m_figures.size(); ++i) {
    const auto* shared = dynamic_cast<const SharedNotes*>(m_figures[i].get());
    if (!shared) continue;
    for (const QString& note : shared->notesLeft(layout.places[i].size())) {
      if (note.isEmpty()) continue;
      auto at = std::find_if(said.begin(), said.end(), [&note](const auto& each) { return each.first == note; });
      if (at == said.end()) at = said.insert(said.end(), {note, {}});
      at->second << gridLetter(i);
    }
  }
  std::vector<QString> notes;
  for (const auto& [note, letters] : said)
    notes.push_back(letters.size() == static_cast<qsizetype>(m_figures.size())
                        ? note
                        : QStringLiteral("(%1) %2").arg(letters.join(QStringLiteral(", ")), note));
  return notes;
}

FigureGrid::Layout FigureGrid::layoutWith(const std::vector<QString>& notes, QSizeF size) const {
  const FontTextMetrics metrics(m_style);
  Layout layout;
  // What axes are is said without a caption as well.
  FigureStyle shown = m_style;
  shown.caption = true;
  layout.frame = layoutFrame(size, m_title, m_style.caption ? m_subtitle : QString(), notes, shown, metrics);
  const bool texts = layout.frame.title || !layout.frame.subtitle.empty();
  const double top = texts ? layout.frame.body.top() : 0;
  const double bottom = layout.frame.notes.empty() ? size.height() : layout.frame.body.bottom();
  const double gap = m_style.textSize, full = std::round(m_style.textSize * 1.1);
  const int count = static_cast<int>(m_figures.size());
  double aspect = 0;
  for (const auto& figure : m_figures)
    aspect += figure->preferredSize().width() / figure->preferredSize().height() / count;
  const auto arranged = [&](double right, double under) {
    const QSizeF room(std::max(1.0, size.width() - right), std::max(1.0, bottom - top - under));
    return arrange(count, room, metrics.height(full) + kHeadingAbove, aspect);
  };
  const bool legend = m_scale && m_style.hasLegend();
  const double right = legend ? colourBarWidth(*m_scale, m_style, metrics) + 2 * gap : 0;
  const double under = legend ? lyingColourBarHeight(m_style, metrics) + gap : 0;
  // The legend stands where it leaves the figures more.
  const bool beside =
      m_style.legend == LegendPlace::Right ||
      (m_style.legend == LegendPlace::Fitting && arranged(right, 0).fit > arranged(0, under).fit);
  const Arrangement chosen = beside ? arranged(right, 0) : arranged(0, under);
  const int columns = chosen.columns;
  const QSizeF cell = chosen.cell;
  const double margin = std::clamp(std::min(cell.width(), cell.height()) * 0.04, kHeadingAbove, 24.0);
  layout.headingSize = full;
  std::vector<QString> headings;
  for (int i = 0; i < count; ++i)
    headings.push_back(QStringLiteral("(%1)  %2").arg(gridLetter(static_cast<std::size_t>(i)),
                                                      m_figures[static_cast<std::size_t>(i)]->title()));
  // Headings get smaller before they are cut.
  const auto fits = [&](const QString& heading) {
    return metrics.width(heading, layout.headingSize, QFont::DemiBold) <= cell.width() - 2 * margin;
  };
  while (layout.headingSize > m_style.smallestLabel() && !std::all_of(headings.begin(), headings.end(), fits))
    --layout.headingSize;
  for (int i = 0; i < count; ++i) {
    const QPointF corner(cell.width() * (i % columns), top + cell.height() * (i / columns));
    const double heading = layout.headingSize;
    const double baseline = corner.y() + margin / 2 + metrics.ascent(heading);
    layout.headings.push_back(placeText(metrics.elided(headings[static_cast<std::size_t>(i)], cell.width() - 2 * margin,
                                                       heading, QFont::DemiBold),
                                        {corner.x() + margin, baseline}, heading, metrics, QFont::DemiBold));
    const double below = baseline + metrics.descent(heading) - corner.y();
    layout.places.emplace_back(corner.x(), corner.y() + below, cell.width(), std::max(1.0, cell.height() - below));
  }
  if (legend && beside)
    layout.legend = layoutColourBar({size.width() - right + gap, top + margin}, bottom - top - 2 * margin, *m_scale,
                                    m_style, metrics);
  else if (legend)
    layout.legend =
        layoutLyingColourBar({margin, bottom - under}, size.width() - 2 * margin, *m_scale, m_style, metrics);
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
    paintText(painter, heading, m_style, places.headingSize, m_style.inks().ink, QFont::DemiBold);
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
