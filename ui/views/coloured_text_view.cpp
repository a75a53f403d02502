#include "ui/views/coloured_text_view.h"

#include <QKeyEvent>
#include <algorithm>
#include <cmath>

#include "ui/figures/cell_words.h"
#include "ui/figures/token_label.h"

namespace headlight {

ColouredTextView::ColouredTextView(Selection* selection, QWidget* parent) : PictureView(selection, parent) {
  setObjectName(QStringLiteral("colouredTextView"));
  setAccessibleName(tr("Coloured text"));
  if (selection) connect(selection, &Selection::tokenChanged, this, &ColouredTextView::takeToken);
}

void ColouredTextView::takeToken() {
  m_figure.setToken(selection() ? selection()->token() : std::nullopt);
  outdated();
}

void ColouredTextView::setDirection(Direction direction) {
  if (direction == m_figure.direction()) return;
  m_figure.setDirection(direction);
  outdated();
}

QPixmap ColouredTextView::draw() {
  if (selection()) m_figure.setToken(selection()->token());
  m_layout = m_figure.layout(size());
  return picture(m_figure);
}

QRectF ColouredTextView::boxOf(Index place) const {
  const ColouredTextLayout::Piece* piece = m_layout.piece(place);
  return piece ? piece->box : QRectF();
}

QStringList ColouredTextView::describe(Index place) const {
  const ColouredTextData& shown = m_figure.data();
  const auto i = static_cast<std::size_t>(place);
  if (place < 0 || i >= shown.weights.size()) return {};
  const auto label = [&](Index at) { return tokenLabel(shown.axis.tokens[static_cast<std::size_t>(at)]); };
  const float weight = shown.sink[i] ? shown.sinkWeights[i] : shown.weights[i];
  const AttentionContext& context = m_figure.context();
  const QString pair = shown.request.direction == Direction::Gives
                           ? pairWords(context, label(shown.chosen), shown.chosen, label(place), place)
                           : pairWords(context, label(place), place, label(shown.chosen), shown.chosen);
  if (weight < 0) return {tr("masked"), pair};
  if (!std::isfinite(weight)) return {numberWords(context, weight, 2), pair};
  return {QStringLiteral("%1  (%2)").arg(numberWords(context, weight, 2), QString::number(weight, 'g', 6)), pair};
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
  const Index last = static_cast<Index>(m_figure.data().axis.tokens.size()) - 1;
  if (!from) return 0;
  if (down == 0) return std::clamp<Index>(*from + right, 0, last);
  // The nearest token of the line above or below.
  const QRectF here = boxOf(*from);
  std::optional<Index> best;
  double bestDistance = 1e300;
  for (const ColouredTextLayout::Piece& piece : m_layout.pieces) {
    const double dy = (piece.box.center().y() - here.center().y()) * down;
    if (dy < here.height() / 2) continue;
    const double distance = 1000 * dy + std::abs(piece.box.center().x() - here.center().x());
    if (distance >= bestDistance) continue;
    bestDistance = distance;
    best = piece.token;
  }
  return best ? best : from;
}

void ColouredTextView::pointedChanged() {
  if (!selection() || m_figure.isEmpty()) return;
  const auto place = pointed();
  const TokenAxis& axis = m_figure.data().axis;
  selection()->setHoveredToken(!place ? std::nullopt : axis.keyAt(*place) ? axis.keyAt(*place) : axis.queryAt(*place));
}

void ColouredTextView::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_R || event->modifiers()) return PictureView::keyPressEvent(event);
  setDirection(m_figure.direction() == Direction::Gives ? Direction::Receives : Direction::Gives);
  emit directionChanged(m_figure.direction());
}

}  // namespace headlight
