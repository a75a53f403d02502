#include "ui/charts/circuits/grid_figure.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/charts/head_cells.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kBarsWidth = 120, kBarsHeight = 64, kBarsGap = 12;

/// Bars along one side: where a number lies between the smallest and the largest.
struct SumAxis {
  double low = 0, high = 0;
  explicit SumAxis(const std::vector<double>& sums) {
    for (const double sum : sums) {
      low = std::min(low, sum);
      high = std::max(high, sum);
    }
    if (high - low < 1e-9) high = low + 1;
  }
  double at(double sum) const { return (sum - low) / (high - low); }
};

}  // namespace

FindingsGridLayout layoutFindingsGrid(const FindingsGridSpec& spec, const TextMetrics& metrics) {
  FindingsGridLayout out;
  const double small = spec.style.smallSize();
  std::vector<QString> sums;
  for (const double sum : spec.rowSums) sums.push_back(natsText(sum, true));
  const double number = metrics.widest(sums, small) + 6;
  // Whether numbers fit is a note, which takes room itself.
  for (int round = 0; round < 2; ++round) {
    std::vector<QString> notes = spec.notes;
    if (round > 0 && out.wordSize == 0)
      notes.push_back(spec.words ? Words::tr("No room for words: point at a cell.")
                                 : Words::tr("No room for numbers: point at a cell."));
    out = {};
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, spec.style, metrics);
    CellGridSpec cells{out.frame.body, spec.rows, spec.columns};
    if (!spec.rowSums.empty()) cells.beside = kBarsGap + kBarsWidth + number;
    if (!spec.columnSums.empty()) cells.area.setBottom(cells.area.bottom() - kBarsGap - kBarsHeight);
    cells.scale = spec.scale;
    static_cast<CellGridLayout&>(out) = layoutCellGrid(cells, spec.style, metrics);
    if (!spec.words && out.wordSize > 0) {
      while (out.wordSize >= kSmallestLabel && metrics.widest(spec.numbers, out.wordSize) + 6 > out.cell.width())
        --out.wordSize;
      if (out.wordSize < kSmallestLabel) out.wordSize = 0;
    }
  }
  if (!spec.rowSums.empty()) {
    const SumAxis axis(spec.rowSums);
    out.beside = QRectF(out.grid.right() + kBarsGap, out.grid.top(), kBarsWidth, out.grid.height());
    for (std::size_t row = 0; row < spec.rowSums.size(); ++row) {
      const QRectF cell = out.cellRect(static_cast<Index>(row), 0);
      const double zero = out.beside.left() + kBarsWidth * axis.at(0),
                   end = out.beside.left() + kBarsWidth * axis.at(spec.rowSums[row]);
      out.rowBars.emplace_back(QPointF(std::min(zero, end), cell.top() + cell.height() * 0.15),
                               QPointF(std::max(zero, end), cell.bottom() - cell.height() * 0.15));
      if (cell.height() >= metrics.height(small) * 0.9)
        out.rowSums.push_back(placeText(sums[row], {out.beside.right() + 6,
                                                    cell.center().y() + metrics.ascent(small) * 0.36},
                                        small, metrics));
    }
    const QString title = metrics.elided(Words::tr("sum"), kBarsWidth, small);
    out.sumsTitle = placeText(title, {out.beside.left(), out.grid.top() - 5}, small, metrics);
  }
  if (!spec.columnSums.empty()) {
    const SumAxis axis(spec.columnSums);
    out.below = QRectF(out.grid.left(), out.grid.bottom() + kBarsGap, out.grid.width(), kBarsHeight);
    for (std::size_t column = 0; column < spec.columnSums.size(); ++column) {
      const QRectF cell = out.cellRect(0, static_cast<Index>(column));
      const double zero = out.below.bottom() - kBarsHeight * axis.at(0),
                   end = out.below.bottom() - kBarsHeight * axis.at(spec.columnSums[column]);
      out.columnBars.emplace_back(QPointF(cell.left() + cell.width() * 0.15, std::min(zero, end)),
                                  QPointF(cell.right() - cell.width() * 0.15, std::max(zero, end)));
    }
  }
  if (const double bottom = std::max({out.grid.bottom(), out.below.bottom(), out.legend.bottom()});
      bottom < out.frame.body.bottom())
    moveNotesUp(out.frame, bottom);
  return out;
}

GridFigure::GridFigure(std::shared_ptr<const FindingsReport> report, FigureStyle style)
    : FindingsFigure(std::move(report), std::move(style)), m_grid(numberGridOf(*m_report)) {}

QString GridFigure::wordAt(Index row, Index column) const {
  if (!m_grid.words.empty())
    return m_grid.words[static_cast<std::size_t>(row) * m_grid.columns.size() + static_cast<std::size_t>(column)];
  return numberOf(m_grid.at(row, column));
}

FindingsGridLayout GridFigure::layout(QSizeF size) const {
  FindingsGridSpec spec;
  spec.size = size;
  spec.style = m_style;
  spec.title = title();
  if (nothing()) return {};
  spec.subtitle = subtitle();
  std::vector<QString> more;
  if (m_report->view.shape == FindingShape::Sources && !m_grid.rowSums)
    more.push_back(Words::tr("Strongest heads first."));
  else if (m_grid.rowSums)
    more.push_back(m_grid.columnSums ? Words::tr("Bars: sums of rows and columns, the strongest first.")
                                     : Words::tr("Bars: sums of the rows, the strongest first."));
  if (m_report->view.shape == FindingShape::Writers) more.push_back(Words::tr("Rows wrote the query, columns the key."));
  if (m_report->view.method == "remove") more.push_back(Words::tr("Rows: the hidden token; columns: the token that predicts."));
  if (m_report->view.method == "relevance") more.push_back(Words::tr("A token’s own share may exceed the scale."));
  if (m_report->measured == 1 &&
      std::any_of(m_grid.values.begin(), m_grid.values.end(), [](double value) { return std::isnan(value); }))
    more.push_back(Words::tr("Hatched: there is nothing to measure."));
  const bool ofTokens = m_report->view.shape != FindingShape::Writers && m_report->view.method != "head-tests";
  if (const QString names = shortenedNames(m_report->tokens); ofTokens && !names.isEmpty())
    more.push_back(names + u'.');
  if (m_grid.leftOut > 0) more.push_back(Words::tr("%1 weaker ones are left out.").arg(m_grid.leftOut));
  spec.notes = notes(more);
  for (const NumberGrid::Line& line : m_grid.rows) {
    spec.rows.push_back(line.label);
    if (m_grid.rowSums) spec.rowSums.push_back(line.sum);
  }
  for (const NumberGrid::Line& line : m_grid.columns) {
    spec.columns.push_back(line.label);
    if (m_grid.columnSums) spec.columnSums.push_back(line.sum);
  }
  spec.words = !m_grid.words.empty();
  if (!spec.words)
    for (const double value : m_grid.values)
      if (std::isfinite(value)) spec.numbers.push_back(numberOf(value));
  spec.scale = scale();
  return layoutFindingsGrid(spec, FontTextMetrics(m_style));
}

void GridFigure::draw(QPainter& p, QSizeF size) const {
  const FindingsGridLayout layout = this->layout(size);
  const Palette& inks = m_style.inks();
  const ColourScale scale = this->scale();
  const auto rows = static_cast<Index>(m_grid.rows.size()), columns = static_cast<Index>(m_grid.columns.size());
  paintGridCells(
      p, layout, rows, columns, [&](Index row, Index column) { return m_grid.at(row, column); },
      [&](Index row, Index column) { return wordAt(row, column); }, scale, m_style);
  // The middle of the colours is the paper: an edge shows where the grid is.
  p.setRenderHint(QPainter::Antialiasing, false);
  p.setPen(QPen(inks.hairline, 1));
  p.setBrush(Qt::NoBrush);
  p.drawRect(layout.grid.adjusted(-0.5, -0.5, 0.5, 0.5));
  const ColourMap sides = m_style.map(true);
  const auto bars = [&](const std::vector<QRectF>& rects, const std::vector<NumberGrid::Line>& lines) {
    for (std::size_t i = 0; i < rects.size(); ++i) p.fillRect(rects[i], sides.colour(lines[i].sum >= 0 ? 0.92 : 0.08));
  };
  bars(layout.rowBars, m_grid.rows);
  bars(layout.columnBars, m_grid.columns);
  p.setRenderHint(QPainter::Antialiasing, true);
  const double small = m_style.smallSize();
  for (const PlacedText& text : layout.rowSums) paintText(p, text, m_style, small, inks.muted);
  if (layout.sumsTitle) paintText(p, *layout.sumsTitle, m_style, small, inks.muted);
  for (const PlacedText& label : layout.rowLabels) paintText(p, label, m_style, small, inks.ink);
  for (const PlacedLabel& label : layout.columnLabels) paintLabel(p, label, m_style, layout.columnSize, inks.ink);
  paintColourBar(p, layout.legend, m_style);
  paintFrame(p, layout.frame, m_style);
}

QString GridFigure::sentence(Index row, Index column) const {
  const QString place = Words::tr("%1, %2", "a row and a column")
                            .arg(m_grid.rows[static_cast<std::size_t>(row)].name,
                                 m_grid.columns[static_cast<std::size_t>(column)].name);
  const QString number = numberOf(m_grid.at(row, column), true);
  return m_grid.words.empty() ? Words::tr("%1: %2").arg(place, number)
                              : Words::tr("%1: “%2” %3").arg(place, wordAt(row, column), number);
}

std::vector<FigureSpot> GridFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (nothing()) return spots;
  const FindingsGridLayout places = layout(size);
  const auto rows = static_cast<Index>(m_grid.rows.size()), columns = static_cast<Index>(m_grid.columns.size());
  for (Index row = 0; row < rows; ++row)
    for (Index column = 0; column < columns; ++column) {
      if (!std::isfinite(m_grid.at(row, column))) continue;
      const NumberGrid::Line &across = m_grid.rows[static_cast<std::size_t>(row)],
                             &down = m_grid.columns[static_cast<std::size_t>(column)];
      FigureSpot spot{places.cellRect(row, column), sentence(row, column)};
      spot.head = across.head ? across.head : down.head;
      // Of two tokens the one in whose row the number stands; the other is what it is about.
      spot.query = across.token >= 0 ? across.token : down.token;
      spot.key = across.token >= 0 ? down.token : -1;
      spots.push_back(std::move(spot));
    }
  const auto bars = [&](const std::vector<QRectF>& rects, const std::vector<NumberGrid::Line>& lines) {
    for (std::size_t i = 0; i < rects.size(); ++i) {
      FigureSpot spot{rects[i], Words::tr("%1: sum %2").arg(lines[i].name, numberOf(lines[i].sum, true))};
      spot.head = lines[i].head;
      spot.query = lines[i].token;
      spot.reach = rects[i].adjusted(-4, -4, 4, 4);
      spots.push_back(std::move(spot));
    }
  };
  bars(places.rowBars, m_grid.rows);
  bars(places.columnBars, m_grid.columns);
  return spots;
}

QSizeF GridFigure::preferredSize() const {
  return {std::clamp(260.0 + 52 * static_cast<double>(m_grid.columns.size()) + (m_grid.rowSums ? 200 : 0), 640.0, 2000.0),
          std::clamp(220.0 + 30 * static_cast<double>(m_grid.rows.size()) + (m_grid.columnSums ? 80 : 0), 400.0, 1600.0)};
}

QStringList GridFigure::strongest() const {
  std::vector<double> values = m_grid.values;
  // That a token matters to itself says nothing.
  if (m_report->view.quantity == FindingQuantity::Relevance)
    for (std::size_t i = 0; i < values.size(); i += m_grid.columns.size() + 1) values[i] = std::nan("");
  QStringList found;
  for (const std::size_t at : strongestOf(values))
    found << sentence(static_cast<Index>(at / m_grid.columns.size()), static_cast<Index>(at % m_grid.columns.size()));
  return found;
}

}  // namespace headlight
