#include "ui/views/atlas_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/figures/colours/colour_scale.h"

namespace headlight {

AtlasView::AtlasView(Selection* selection, QWidget* parent) : PictureView(selection, parent) {
  setObjectName(QStringLiteral("atlasView"));
  setAccessibleName(tr("Head atlas"));
  // The frame around the chosen head is drawn on top: another head needs no new picture.
  setFollowsSelection(false);
  m_figure.setPatient(true);
  if (selection)
    connect(selection, &Selection::headChanged, this, [this] {
      announce();
      update();
    });
}

void AtlasView::setListed(std::vector<HeadId> heads) {
  if (heads == m_figure.listed()) return;
  m_figure.setListed(std::move(heads));
  outdated();
}

void AtlasView::setCaptions(std::map<HeadId, QString> captions) {
  if (captions == m_figure.captions()) return;
  m_figure.setCaptions(std::move(captions));
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
  announce();
  update();
  emit markedChanged();
}

void AtlasView::toggleMark(HeadId head) {
  std::vector<HeadId> marked = m_marked;
  if (std::erase(marked, head) == 0) marked.push_back(head);
  setMarked(std::move(marked));
}

QStringList AtlasView::describe(Index number) const {
  const HeadId head = headOf(number);
  QStringList lines = m_figure.describe(number);
  const auto in = [head](const std::vector<HeadId>& heads) {
    return std::find(heads.begin(), heads.end(), head) != heads.end();
  };
  if (in(m_marked)) lines.front() += tr(", marked");
  if (in(m_figure.changedHeads().off)) lines.front() += tr(", switched off");
  if (in(m_figure.changedHeads().altered)) lines.front() += tr(", changed");
  if (m_figure.ready(size()) <= 0) return lines;
  const AtlasData& numbers = m_figure.data(m_figure.layout(size()));
  if (numbers.sinks.empty() || number >= static_cast<Index>(numbers.maps.size())) return lines;
  const double mass = numbers.maps[static_cast<std::size_t>(number)].sinkMass.mean();
  const bool first = numbers.sinks == std::vector<Index>{0};
  return lines << tr("%1 on %2").arg(percentText(mass, 0), first ? tr("the first token") : tr("special tokens"));
}

QString AtlasView::words() const {
  return chosen() ? describe(*chosen()).join(QStringLiteral(", ")) : m_figure.altText();
}

void AtlasView::paintOver(QPainter& painter) {
  const QColor accent = m_figure.style().inks().accent;
  const auto frame = [&](const QRectF& box, double width) {
    painter.setPen(QPen(accent, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(box.adjusted(-1.5, -1.5, 1.5, 1.5));
  };
  for (const HeadId head : m_marked) {
    const QRectF box = m_figure.maps()->has(head) ? boxOf(numberOf(head, m_figure.maps()->heads())) : QRectF();
    if (box.isNull()) continue;
    frame(box, 1);
    QPainterPath corner(box.topRight());
    corner.lineTo(box.topRight() - QPointF(8, 0));
    corner.lineTo(box.topRight() + QPointF(0, 8));
    painter.fillPath(corner, accent);
  }
  const QRectF box = chosen() ? boxOf(*chosen()) : QRectF();
  if (!box.isNull()) frame(box, 2);
}

void AtlasView::paintPointed(QPainter& painter, const QRectF& box) {
  painter.setPen(QPen(m_figure.style().inks().muted, 1, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
  if (pointed() != chosen()) painter.drawRect(box.adjusted(-1.5, -1.5, 1.5, 1.5));
  paintCard(painter, box.center(), *pointed());
}

void AtlasView::mousePressEvent(QMouseEvent* event) {
  const auto head = at(event->position());
  if (!head || event->button() != Qt::LeftButton) return AttentionView::mousePressEvent(event);
  if (event->modifiers() & Qt::ShiftModifier)
    toggleMark(headOf(*head));
  else if (event->modifiers() & Qt::ControlModifier)
    emit headActivatedBeside(headOf(*head));
  else
    choose(head);
}

void AtlasView::keyPressEvent(QKeyEvent* event) {
  if (!selection() || m_figure.isEmpty()) return AttentionView::keyPressEvent(event);
  const HeadId head = selection()->head();
  switch (event->key()) {
    case Qt::Key_Space:
      return toggleMark(head);
    case Qt::Key_Escape:
      return setMarked({});
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (event->modifiers() & Qt::ShiftModifier) return toggleMark(head);
      if (event->modifiers() & Qt::ControlModifier) return emit headActivatedBeside(head);
      [[fallthrough]];
    default:
      return PictureView::keyPressEvent(event);
  }
}

std::optional<Index> AtlasView::chosen() const {
  if (!selection() || m_figure.isEmpty() || !m_figure.maps()->has(selection()->head())) return {};
  return numberOf(selection()->head(), m_figure.maps()->heads());
}

void AtlasView::choose(std::optional<Index> head) {
  if (!selection() || !head || !m_figure.maps()->has(headOf(*head))) return;
  selection()->setHead(headOf(*head));
  emit headChosen(headOf(*head));
}

std::optional<Index> AtlasView::neighbour(std::optional<Index> from, int right, int down) const {
  const AtlasLayout layout = m_figure.layout(size());
  const auto listed = std::find_if(layout.listed.begin(), layout.listed.end(),
                                   [&](HeadId head) { return numberOf(head, layout.heads) == from; });
  if (listed == layout.listed.end()) return PictureView::neighbour(from, right, down);
  // Some heads in lines are walked as one row.
  const auto next = stepped(listed - layout.listed.begin(), down * layout.columns + right,
                            static_cast<Index>(layout.listed.size()));
  return numberOf(layout.listed[static_cast<std::size_t>(*next)], layout.heads);
}

}  // namespace headlight
