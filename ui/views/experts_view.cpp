#include "ui/views/experts_view.h"

#include <QKeyEvent>
#include <QPainter>

namespace headlight {

ExpertsView::ExpertsView(Selection* selection, QWidget* parent) : PictureViewOf(selection, parent) {
  setObjectName(QStringLiteral("expertsView"));
  setAccessibleName(tr("Experts of each token; arrow keys move, Return stresses the expert"));
  // What is chosen is drawn on top: another token needs no new picture.
  setFollowsSelection(false);
  if (selection) connect(selection, &Selection::tokenChanged, this, qOverload<>(&QWidget::update));
}

std::optional<Index> ExpertsView::chosen() const {
  if (m_chosen && !boxOf(*m_chosen).isNull() && (!selection() || !tokenOf(*m_chosen) ||
                                                 tokenOf(*m_chosen) == selection()->token()))
    return m_chosen;
  if (selection() && selection()->token())
    for (const FigureSpot& spot : places())
      if (tokenOf(spot.id) == selection()->token()) return spot.id;
  return {};
}

void ExpertsView::choose(std::optional<Index> spot) {
  m_chosen = spot;
  PictureView::choose(spot);
  update();
}

void ExpertsView::mousePressEvent(QMouseEvent* event) {
  const std::optional<Index> spot = canPoint() ? at(event->position()) : std::nullopt;
  if (event->button() != Qt::LeftButton || !spot) return PictureView::mousePressEvent(event);
  choose(spot);
  emit expertChosen(PanelExpertsFigure::expertAt(*spot));
}

void ExpertsView::keyPressEvent(QKeyEvent* event) {
  const std::optional<Index> spot = chosen();
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && spot)
    return emit expertChosen(PanelExpertsFigure::expertAt(*spot));
  PictureView::keyPressEvent(event);
}

void ExpertsView::paintOver(QPainter& painter) {
  const std::optional<Index> spot = chosen();
  if (!spot) return;
  painter.setPen(QPen(m_figure.style().inks().accent, 2));
  painter.drawRect(boxOf(*spot).adjusted(-1, -1, 1, 1));
}

}  // namespace headlight
