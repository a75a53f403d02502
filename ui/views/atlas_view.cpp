#include "ui/views/atlas_view.h"

#include <qcustomplot.h>

#include <QKeyEvent>
#include <algorithm>

#include "ui/views/floating_label.h"

namespace headlight {

AtlasView::AtlasView(Selection* selection, QWidget* parent) : AttentionView(selection, parent) {
  setObjectName(QStringLiteral("atlasView"));
  setAccessibleName(tr("Head atlas"));
  // The frame around the chosen head is drawn on top: another head needs no new picture.
  setFollowsSelection(false);
  if (selection) connect(selection, &Selection::headChanged, this, &AtlasView::chosen);
}

void AtlasView::refresh() {
  m_layout = m_figure.layout(size());
  m_picture = picture(m_figure);
  chosen();
}

void AtlasView::chosen() {
  if (!isVisible()) return;
  update();
  if (!selection() || m_figure.isEmpty()) return;
  const QString text = describe(selection()->head());
  if (accessibleDescription() == text) return;
  setAccessibleDescription(text);
  if (!hasFocus()) return;
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
}

QString AtlasView::describe(HeadId head) const {
  QString text = tr("Layer %1, head %2").arg(head.layer).arg(head.head);
  const AtlasData& numbers = m_figure.data(m_layout);
  if (numbers.sinks.empty() || head.layer >= numbers.layers || head.head >= numbers.heads || head.layer < 0 ||
      head.head < 0)
    return text;
  const HeatmapData& map = numbers.maps[static_cast<std::size_t>(head.layer * numbers.heads + head.head)];
  return text + u'\n' +
         tr("%1 on %2")
             .arg(percentText(map.sinkMass.mean(), 0),
                  numbers.sinks.size() == 1 ? tr("the first token") : tr("special tokens"));
}

void AtlasView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.drawPixmap(0, 0, m_picture);
  if (m_figure.isEmpty()) return;
  const Palette& inks = m_figure.style().inks();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  const auto frame = [&](HeadId head, const QColor& colour, double width) {
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(m_layout.thumbnail(head).adjusted(-1.5, -1.5, 1.5, 1.5));
  };
  if (m_hovered) frame(*m_hovered, inks.muted, 1);
  if (selection()) {
    const HeadId head = selection()->head();
    if (head.layer < m_layout.layers && head.head < m_layout.heads) frame(head, inks.accent, 2);
  }
  if (m_hovered)
    paintFloatingLabel(painter, m_layout.thumbnail(*m_hovered).center(), describe(*m_hovered).split(u'\n'), rect(),
                       m_figure.style());
}

void AtlasView::hover(std::optional<HeadId> head) {
  if (head == m_hovered) return;
  m_hovered = head;
  setCursor(head ? Qt::PointingHandCursor : Qt::ArrowCursor);
  update();
}

void AtlasView::mouseMoveEvent(QMouseEvent* event) {
  hover(m_figure.isEmpty() ? std::nullopt : m_layout.headAt(event->position()));
}

void AtlasView::leaveEvent(QEvent*) { hover({}); }

void AtlasView::mousePressEvent(QMouseEvent* event) {
  const auto head = m_figure.isEmpty() ? std::nullopt : m_layout.headAt(event->position());
  if (!head || event->button() != Qt::LeftButton) return AttentionView::mousePressEvent(event);
  if (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier))
    emit headActivatedBeside(*head);
  else if (selection())
    selection()->setHead(*head);
}

void AtlasView::keyPressEvent(QKeyEvent* event) {
  if (!selection() || m_figure.isEmpty()) return AttentionView::keyPressEvent(event);
  HeadId head = selection()->head();
  // Arrows follow the picture, whichever way the layers stand.
  int& down = m_layout.layersAcross ? head.head : head.layer;
  int& right = m_layout.layersAcross ? head.layer : head.head;
  switch (event->key()) {
    case Qt::Key_Up:
      --down;
      break;
    case Qt::Key_Down:
      ++down;
      break;
    case Qt::Key_Left:
      --right;
      break;
    case Qt::Key_Right:
      ++right;
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) {
        emit headActivatedBeside(head);
        return;
      }
      return AttentionView::keyPressEvent(event);
    default:
      return AttentionView::keyPressEvent(event);
  }
  selection()->setHead({std::clamp(head.layer, 0, m_figure.maps()->layers() - 1),
                        std::clamp(head.head, 0, m_figure.maps()->heads() - 1)});
}

}  // namespace headlight
