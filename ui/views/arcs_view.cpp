#include "ui/views/arcs_view.h"

namespace headlight {

ArcsView::ArcsView(Selection* selection, QWidget* parent) : PictureViewOf(selection, parent) {
  setObjectName(QStringLiteral("arcsView"));
  setAccessibleName(tr("Arcs"));
  if (!selection) return;
  connect(selection, &Selection::tokenChanged, this, &ArcsView::redraw);
  connect(selection, &Selection::hoveredTokenChanged, this, &ArcsView::redraw);
  connect(selection, &Selection::cellChanged, this, &ArcsView::redraw);
}

std::optional<Index> ArcsView::placeOf(std::optional<Index> token) const {
  const TokenAxis axis = m_figure.axis();
  for (const std::vector<Index>* places : {&axis.queryPlace, &axis.keyPlace})
    if (token && *token >= 0 && *token < static_cast<Index>(places->size()))
      return (*places)[static_cast<std::size_t>(*token)];
  return {};
}

std::optional<Index> ArcsView::tokenOf(Index place) const {
  const TokenAxis axis = m_figure.axis();
  const auto query = axis.queryAt(place);
  return query ? query : axis.keyAt(place);
}

std::optional<Index> ArcsView::focus() const {
  if (pointed() || !selection()) return pointed();
  const auto hovered = placeOf(selection()->hoveredToken());
  return hovered ? hovered : chosen();
}

QPixmap ArcsView::draw() {
  if (!m_figure.isEmpty()) m_figure.data();  // What is exported shares its numbers with the copy that has a focus.
  ArcsFigure shown = m_figure;
  // A cell of a map is one arc here, while nothing is pointed at.
  const auto cell = selection() && !pointed() && !selection()->hoveredToken() ? selection()->cell() : std::nullopt;
  const TokenAxis axis = m_figure.axis();
  if (cell && cell->query < static_cast<Index>(axis.queryPlace.size()) &&
      cell->key < static_cast<Index>(axis.keyPlace.size()))
    shown.setFocus(axis.queryPlace[static_cast<std::size_t>(cell->query)],
                   axis.keyPlace[static_cast<std::size_t>(cell->key)]);
  else
    shown.setFocus(focus());
  return picture(shown);
}

std::optional<Index> ArcsView::chosen() const { return selection() ? placeOf(selection()->token()) : std::nullopt; }

std::optional<Index> ArcsView::neighbour(std::optional<Index> from, int right, int down) const {
  return stepped(from, right + down, static_cast<Index>(places().size()));
}

void ArcsView::pointedChanged() {
  if (!hover()) redraw();  // Else through its signal.
}

}  // namespace headlight
