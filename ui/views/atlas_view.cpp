#include "ui/views/atlas_view.h"

#include <qcustomplot.h>

#include <QKeyEvent>
#include <algorithm>

#include "ui/figures/head_words.h"
#include "ui/views/floating_label.h"

namespace headlight {

AtlasView::AtlasView(Selection* selection, QWidget* parent) : AttentionView(selection, parent) {
  setObjectName(QStringLiteral("atlasView"));
  setAccessibleName(tr("Head atlas"));
  // The frame around the chosen head is drawn on top: another head needs no new picture.
  setFollowsSelection(false);
  m_figure.setPatient(true);
  if (selection) connect(selection, &Selection::headChanged, this, &AtlasView::chosen);
}

void AtlasView::setListed(std::vector<HeadId> heads) {
  if (heads == m_figure.listed()) return;
  m_figure.setListed(std::move(heads));
  outdated();
}

void AtlasView::setChangedHeads(const ChangedHeads& heads) {
  if (heads == m_figure.changedHeads()) return;
  m_figure.setChangedHeads(heads);
  outdated();
}

void AtlasView::setMarked(std::vector<HeadId> heads) {
  if (heads == m_marked) return;
  m_marked = std::move(heads);
  chosen();
  emit markedChanged();
}

void AtlasView::toggleMark(HeadId head) {
  std::vector<HeadId> marked = m_marked;
  const auto at = std::find(marked.begin(), marked.end(), head);
  if (at == marked.end())
    marked.push_back(head);
  else
    marked.erase(at);
  setMarked(std::move(marked));
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
  announceText(describe(selection()->head()));
}

QString AtlasView::describe(HeadId head) const {
  QString text = headTitle(head);
  if (std::find(m_marked.begin(), m_marked.end(), head) != m_marked.end()) text += tr(", marked");
  const auto in = [head](const std::vector<HeadId>& heads) {
    return std::find(heads.begin(), heads.end(), head) != heads.end();
  };
  if (in(m_figure.changedHeads().off)) text += tr(", switched off");
  if (in(m_figure.changedHeads().altered)) text += tr(", changed");
  if (m_figure.ready(size()) <= 0) return text;
  const AtlasData& numbers = m_figure.data(m_layout);
  if (numbers.sinks.empty() || head.layer >= numbers.layers || head.head >= numbers.heads || head.layer < 0 ||
      head.head < 0)
    return text;
  const HeatmapData& map = numbers.maps[static_cast<std::size_t>(numberOf(head, numbers.heads))];
  return text + u'\n' +
         tr("%1 on %2")
             .arg(percentText(map.sinkMass.mean(), 0),
                  numbers.sinks == std::vector<Index>{0} ? tr("the first token") : tr("special tokens"));
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
    const QRectF thumbnail = m_layout.thumbnail(head);
    if (!thumbnail.isNull()) painter.drawRect(thumbnail.adjusted(-1.5, -1.5, 1.5, 1.5));
  };
  for (const HeadId head : m_marked) {
    const QRectF thumbnail = m_layout.thumbnail(head);
    if (head.layer >= m_layout.layers || head.head >= m_layout.heads || thumbnail.isNull()) continue;
    frame(head, inks.accent, 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inks.accent);
    painter.drawPolygon(
        QPolygonF({thumbnail.topRight(), thumbnail.topRight() - QPointF(8, 0), thumbnail.topRight() + QPointF(0, 8)}));
    painter.setBrush(Qt::NoBrush);
  }
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
  if (event->modifiers() & Qt::ShiftModifier)
    toggleMark(*head);
  else if (event->modifiers() & Qt::ControlModifier)
    emit headActivatedBeside(*head);
  else if (selection())
    choose(*head);
}

void AtlasView::keyPressEvent(QKeyEvent* event) {
  if (!selection() || m_figure.isEmpty()) return AttentionView::keyPressEvent(event);
  const HeadId head = selection()->head();
  int down = 0, right = 0;
  switch (event->key()) {
    case Qt::Key_Up:
      down = -1;
      break;
    case Qt::Key_Down:
      down = 1;
      break;
    case Qt::Key_Left:
      right = -1;
      break;
    case Qt::Key_Right:
      right = 1;
      break;
    case Qt::Key_Space:
      return toggleMark(head);
    case Qt::Key_Escape:
      return setMarked({});
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (event->modifiers() & Qt::ShiftModifier) return toggleMark(head);
      if (event->modifiers() & Qt::ControlModifier) return emit headActivatedBeside(head);
      return AttentionView::keyPressEvent(event);
    default:
      return AttentionView::keyPressEvent(event);
  }
  choose(neighbour(head, down, right));
}

void AtlasView::choose(HeadId head) {
  selection()->setHead(head);
  emit headChosen(head);
}

HeadId AtlasView::neighbour(HeadId head, int down, int right) const {
  const std::vector<HeadId>& listed = m_layout.listed;
  if (!listed.empty()) {
    const auto at = std::find(listed.begin(), listed.end(), head);
    if (at == listed.end()) return listed.front();
    const auto step = down * m_layout.columns + right;
    const auto last = static_cast<std::ptrdiff_t>(listed.size()) - 1;
    return listed[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at - listed.begin() + step, 0, last))];
  }
  // Arrows follow the picture, whichever way the layers stand.
  if (m_layout.layersAcross) std::swap(down, right);
  return {std::clamp(head.layer + down, 0, m_figure.maps()->layers() - 1),
          std::clamp(head.head + right, 0, m_figure.maps()->heads() - 1)};
}

}  // namespace headlight
