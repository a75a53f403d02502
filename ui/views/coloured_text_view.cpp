#include "ui/views/coloured_text_view.h"

#include <QKeyEvent>
#include <cmath>

namespace headlight {

ColouredTextView::ColouredTextView(Selection* selection, QWidget* parent) : PictureViewOf(selection, parent) {
  setObjectName(QStringLiteral("colouredTextView"));
  setAccessibleName(tr("Coloured text"));
  followToken();
}

std::optional<Index> ColouredTextView::tokenOf(Index place) const {
  const TokenAxis& axis = m_figure.data().axis;
  return axis.keyAt(place) ? axis.keyAt(place) : axis.queryAt(place);
}

std::optional<Index> ColouredTextView::chosen() const {
  if (m_figure.isEmpty()) return {};
  return m_figure.data().chosen;
}

void ColouredTextView::choose(std::optional<Index> place) {
  if (!selection() || m_figure.isEmpty()) return;
  if (!place) return selection()->setToken({});
  const TokenAxis& axis = m_figure.data().axis;
  const auto token = m_figure.direction() == Direction::Gives ? axis.queryAt(*place) : axis.keyAt(*place);
  if (token) selection()->setToken(token);
}

std::optional<Index> ColouredTextView::neighbour(std::optional<Index> from, int right, int down) const {
  if (down == 0 || !from) return stepped(from, right + down, static_cast<Index>(m_figure.data().axis.tokens.size()));
  // The nearest token of the line above or below.
  const QRectF here = boxOf(*from);
  std::optional<Index> best;
  double bestDistance = 1e300;
  for (const FigureSpot& place : places()) {
    const double dy = (place.rect.center().y() - here.center().y()) * down;
    if (dy < here.height() / 2) continue;
    const double distance = 1000 * dy + std::abs(place.rect.center().x() - here.center().x());
    if (distance >= bestDistance) continue;
    bestDistance = distance;
    best = place.id;
  }
  return best ? best : from;
}

void ColouredTextView::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_R || event->modifiers()) return PictureView::keyPressEvent(event);
  m_figure.setDirection(m_figure.direction() == Direction::Gives ? Direction::Receives : Direction::Gives);
  outdated();
  emit directionChanged(m_figure.direction());
}

}  // namespace headlight
