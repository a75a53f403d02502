#include "ui/export/titled_figure.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/figures/figure_frame.h"
#include "ui/figures/painting.h"

namespace headlight {

TitledFigure::TitledFigure(std::unique_ptr<Figure> figure, QString title, QString sentence, FigureStyle style)
    : m_figure(std::move(figure)),
      m_title(std::move(title)),
      m_sentence(std::move(sentence)),
      m_style(std::move(style)) {}

double TitledFigure::sentenceSize() const { return std::round(m_style.textSize * 1.12); }

TitledFigure::Layout TitledFigure::layout(QSizeF size) const {
  constexpr int kMostLines = 3;
  const FontTextMetrics metrics(m_style);
  Layout layout;
  layout.frame = layoutFrame(size, m_title, {}, {}, m_style, metrics);
  const QRectF body = layout.frame.body;
  double y = layout.frame.title ? layout.frame.title->box.bottom() : m_sentence.isEmpty() ? 0 : body.top();
  for (const QString& line : metrics.wrapped(m_sentence, body.width(), sentenceSize(), kMostLines)) {
    y += metrics.ascent(sentenceSize());
    layout.sentence.push_back(placeText(line, {body.left(), y}, sentenceSize(), metrics));
    y += metrics.descent(sentenceSize());
  }
  // The figure keeps margins of its own: it gets the whole width below the texts.
  layout.place = QRectF(0, y, size.width(), std::max(1.0, size.height() - y));
  return layout;
}

void TitledFigure::paint(QCPPainter& painter, const QRectF& area) const {
  paintPaper(painter, area, m_style);
  const Layout texts = layout(area.size());
  m_figure->paint(painter, texts.place.translated(area.topLeft()));
  painter.save();
  painter.translate(area.topLeft());
  paintFrame(painter, texts.frame, m_style);
  for (const PlacedText& line : texts.sentence) paintText(painter, line, m_style, sentenceSize(), m_style.inks().ink);
  painter.restore();
}

std::vector<FigureSpot> TitledFigure::spots(QSizeF size) const {
  const QRectF place = layout(size).place;
  std::vector<FigureSpot> spots = m_figure->spots(place.size());
  for (FigureSpot& spot : spots) spot.rect.translate(place.topLeft());
  return spots;
}

QSizeF TitledFigure::preferredSize() const {
  return m_figure->preferredSize() + QSizeF(0, 2 * m_style.titleSize() + 2 * m_style.textSize);
}

QString TitledFigure::title() const { return m_title.isEmpty() ? m_figure->title() : m_title; }

QString TitledFigure::altText() const {
  QString text = m_title.isEmpty() ? QString() : m_title + QStringLiteral(". ");
  text += m_figure->altText();
  return m_sentence.isEmpty() ? text : text + QLatin1Char(' ') + m_sentence;
}

}  // namespace headlight
