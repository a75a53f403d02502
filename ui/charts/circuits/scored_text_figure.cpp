#include "ui/charts/circuits/scored_text_figure.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/figures/coloured_text/token_tint.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {

std::optional<QString> ScoredTextFigure::nothing() const {
  if (const auto words = FindingsFigure::nothing()) return words;
  // The patches of an image are no text.
  if (painted().values.size() != m_report->tokens.size()) return Words::tr("There is no text to tint.");
  return std::nullopt;
}

ColouredTextLayout ScoredTextFigure::layout(QSizeF size) const {
  if (nothing()) return {};
  ColouredTextSpec spec;
  spec.size = size;
  spec.style = m_style;
  spec.title = title();
  // The text is the picture: the line below the title need not repeat it.
  QStringList parts = {m_report->model};
  if (!m_report->changed.isEmpty()) parts << Words::tr("changed: ") + m_report->changed;
  spec.subtitle = parts.join(QStringLiteral(" · "));
  spec.notes = notes();
  spec.scale = scale();
  spec.pieces = runningText(m_report->tokens);
  for (const double value : painted().values) spec.values.push_back(std::isfinite(value) ? numberOf(value) : QString());
  return layoutColouredText(spec, FontTextMetrics(m_style));
}

void ScoredTextFigure::draw(QPainter& p, QSizeF size) const {
  const ColouredTextLayout layout = this->layout(size);
  const ColourScale scale = this->scale();
  const ColourMap map = m_style.map(scale.diverging);
  const Palette& inks = m_style.inks();
  FigureStyle around = m_style;
  around.textSize = layout.noteSize;
  for (const ColouredTextLayout::Piece& piece : layout.pieces) {
    const double value = painted().values[static_cast<std::size_t>(piece.token)];
    const QRectF box = piece.box.adjusted(0.5, 0, -0.5, 0);
    QColor ink = inks.ink;
    if (std::isfinite(value)) {
      ink = paintTint(p, box, layout.radius, map.colour(scale.position(value)));
    } else {
      paintNoNumber(p, box, m_style);
    }
    paintText(p, {piece.text, piece.origin, piece.box}, m_style, piece.size, ink);
    if (piece.value) paintText(p, *piece.value, m_style, layout.valueSize, inks.muted);
  }
  paintColourBar(p, layout.legend, around);
  paintFrame(p, layout.frame, around);
}

QString ScoredTextFigure::sentence(std::size_t token) const {
  return Words::tr("“%1”, token %2: %3")
      .arg(tokenLabel(m_report->tokens[token]))
      .arg(token)
      .arg(numberOf(painted().values[token], true));
}

std::vector<FigureSpot> ScoredTextFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (nothing()) return spots;
  for (const ColouredTextLayout::Piece& piece : layout(size).pieces)
    if (const auto token = static_cast<std::size_t>(piece.token); std::isfinite(painted().values[token]))
      spots.push_back({piece.box, sentence(token), piece.token});
  return spots;
}

QSizeF ScoredTextFigure::preferredSize() const {
  double letters = 0;
  for (const Token& token : m_report->tokens) letters += static_cast<double>(token.display.size()) + 1;
  return {900, std::clamp(280 + letters * m_style.textSize * 0.03 * m_style.textSize, 360.0, 1600.0)};
}

QStringList ScoredTextFigure::strongest() const {
  QStringList found;
  for (const std::size_t token : strongestOf(painted().values)) found << sentence(token);
  return found;
}

}  // namespace headlight
