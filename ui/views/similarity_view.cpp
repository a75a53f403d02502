#include "ui/views/similarity_view.h"

#include <QPainter>

namespace headlight {

SimilarityView::SimilarityView(Selection* selection, QWidget* parent) : PictureViewOf(selection, parent) {
  setObjectName(QStringLiteral("similarityView"));
  setAccessibleName(tr("Head similarity"));
  // The ring around the chosen head is drawn on top: another head needs no new picture.
  setFollowsSelection(false);
  if (selection) connect(selection, &Selection::headChanged, this, qOverload<>(&QWidget::update));
}

std::optional<Index> SimilarityView::chosen() const {
  if (!selection() || !m_figure.hasData()) return {};
  const Index head = m_figure.data().indexOf(selection()->head());
  return head < 0 ? std::nullopt : std::optional(head);
}

void SimilarityView::choose(std::optional<Index> head) {
  if (selection() && head && m_figure.hasData()) selection()->setHead(m_figure.data().headOf(*head));
}

void SimilarityView::paintOver(QPainter& painter) {
  const auto head = chosen();
  if (!head) return;
  painter.setPen(QPen(m_figure.style().inks().accent, 2));
  painter.drawEllipse(boxOf(*head).adjusted(-3, -3, 3, 3));
}

}  // namespace headlight
