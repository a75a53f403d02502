#include "ui/views/attention_view.h"

#include <qcustomplot.h>

#include <QAccessible>
#include <QResizeEvent>

namespace headlight {

AttentionView::AttentionView(Selection* selection, QWidget* parent) : QWidget(parent), m_selection(selection) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(160, 120);
  setAttribute(Qt::WA_OpaquePaintEvent);
  if (!selection) return;
  connect(selection, &Selection::headChanged, this, [this](HeadId head) {
    if (m_follows) setHead(head);
  });
}

void AttentionView::setMaps(std::shared_ptr<const AttentionMaps> maps, AttentionContext context) {
  mutableFigure().setMaps(std::move(maps), std::move(context));
  if (m_follows && m_selection) mutableFigure().setHead(m_selection->head());
  outdated();
}

void AttentionView::setHead(HeadId head) {
  mutableFigure().setHead(head);
  outdated();
}

void AttentionView::setStyle(const FigureStyle& style) {
  mutableFigure().setStyle(style);
  outdated();
}

void AttentionView::edit(const std::function<void(AttentionFigure&)>& change) {
  change(mutableFigure());
  outdated();
}

void AttentionView::setFollowsSelection(bool follows) {
  m_follows = follows;
  if (follows && m_selection) setHead(m_selection->head());
}

QSize AttentionView::sizeHint() const { return figure().preferredSize().toSize().boundedTo({800, 600}); }

void AttentionView::outdated() {
  m_outdated = !isVisible();
  if (!m_outdated) refresh();
}

void AttentionView::announceText(const QString& text) {
  if (accessibleDescription() == text) return;
  setAccessibleDescription(text);
  if (!hasFocus()) return;
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
}

void AttentionView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_outdated) outdated();
}

void AttentionView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  outdated();
}

QPixmap AttentionView::picture(const Figure& shown) const {
  QPixmap pixmap(size() * devicePixelRatioF());
  pixmap.setDevicePixelRatio(devicePixelRatioF());
  QCPPainter painter(&pixmap);
  painter.setMode(QCPPainter::pmNoCaching);
  shown.paint(painter, QRectF(QPointF(0, 0), QSizeF(size())));
  return pixmap;
}

}  // namespace headlight
