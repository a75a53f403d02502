#include "ui/views/arcs_view.h"

#include <algorithm>

namespace headlight {

ArcsView::ArcsView(Selection* selection, QWidget* parent) : PictureView(selection, parent) {
  setObjectName(QStringLiteral("arcsView"));
  setAccessibleName(tr("Arcs"));
  if (!selection) return;
  connect(selection, &Selection::tokenChanged, this, &ArcsView::redraw);
  connect(selection, &Selection::hoveredTokenChanged, this, &ArcsView::redraw);
}

void ArcsView::setHeads(std::vector<HeadId> heads) {
  m_figure.setHeads(std::move(heads));
  outdated();
}

void ArcsView::setThreshold(double threshold) {
  m_figure.setThreshold(threshold);
  outdated();
}

std::optional<Index> ArcsView::placeOf(std::optional<Index> token) const {
  if (!token || *token < 0) return {};
  if (*token < static_cast<Index>(m_axis.queryPlace.size())) return m_axis.queryPlace[static_cast<std::size_t>(*token)];
  if (*token < static_cast<Index>(m_axis.keyPlace.size())) return m_axis.keyPlace[static_cast<std::size_t>(*token)];
  return {};
}

std::optional<Index> ArcsView::tokenOf(std::optional<Index> place) const {
  if (!place) return {};
  const auto query = m_axis.queryAt(*place);
  return query ? query : m_axis.keyAt(*place);
}

std::optional<Index> ArcsView::focus() const {
  if (pointed()) return pointed();
  if (!selection()) return {};
  const auto hovered = placeOf(selection()->hoveredToken());
  return hovered ? hovered : placeOf(selection()->token());
}

QPixmap ArcsView::draw() {
  m_axis = m_figure.axis();
  if (!m_figure.isEmpty()) m_figure.data();  // What is exported shares its numbers with the copy that has a focus.
  ArcsFigure shown = m_figure;
  shown.setFocus(focus());
  m_layout = m_figure.layout(size());
  return picture(shown);
}

std::optional<Index> ArcsView::chosen() const { return selection() ? placeOf(selection()->token()) : std::nullopt; }

void ArcsView::choose(std::optional<Index> place) {
  if (selection()) selection()->setToken(tokenOf(place));
}

std::optional<Index> ArcsView::neighbour(std::optional<Index> from, int right, int down) const {
  if (!from) return 0;
  return std::clamp<Index>(*from + right + down, 0, static_cast<Index>(m_axis.tokens.size()) - 1);
}

void ArcsView::pointedChanged() {
  const auto token = tokenOf(pointed());
  if (selection() && selection()->hoveredToken() != token)
    selection()->setHoveredToken(token);  // Draws again through its signal.
  else
    redraw();
}

}  // namespace headlight
