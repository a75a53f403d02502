#include "ui/views/picture_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "ui/views/floating_label.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/arrow_step.h"

namespace headlight {
namespace {

std::vector<FigureSpot>::const_iterator placeOf(const std::vector<FigureSpot>& places, Index spot) {
  return std::find_if(places.begin(), places.end(), [=](const FigureSpot& each) { return each.id == spot; });
}

}  // namespace

const std::vector<FigureSpot>& PictureView::places() const {
  static const std::vector<FigureSpot> none;
  if (!canPoint()) return none;
  if (!m_places) m_places = figure().places(size());
  return *m_places;
}

std::optional<Index> PictureView::at(QPointF point) const {
  const auto spot = spotAt(places(), point);
  return spot ? std::optional(places()[*spot].id) : std::nullopt;
}

QRectF PictureView::boxOf(Index spot) const {
  const auto place = placeOf(places(), spot);
  return place == places().end() ? QRectF() : place->rect;
}

std::optional<Index> PictureView::neighbour(std::optional<Index> from, int right, int down) const {
  if (places().empty()) return {};
  const auto here = from ? placeOf(places(), *from) : places().end();
  if (here == places().end()) return places().front().id;
  const auto next = nextThatWay(places(), static_cast<std::size_t>(here - places().begin()), right, down);
  return next ? places()[*next].id : from;
}

std::optional<Index> PictureView::stepped(std::optional<Index> from, int steps, Index count) {
  if (count == 0) return {};
  return std::clamp<Index>(from ? *from + steps : steps > 0 ? 0 : count - 1, 0, count - 1);
}

void PictureView::choose(std::optional<Index> spot) {
  if (selection()) selection()->setToken(spot ? tokenOf(*spot) : std::nullopt);
}

void PictureView::followToken() {
  const auto take = [this] { mutableFigure().setToken(selection() ? selection()->token() : std::nullopt); };
  take();
  if (!selection()) return;
  connect(selection(), &Selection::tokenChanged, this, [this, take] {
    take();
    outdated();
  });
}

bool PictureView::hover() {
  const auto token = m_pointed ? tokenOf(*m_pointed) : std::nullopt;
  if (!selection() || selection()->hoveredToken() == token) return false;
  selection()->setHoveredToken(token);
  return true;
}

void PictureView::refresh() {
  m_places.reset();
  // Another picture may no longer have it.
  if (m_pointed && boxOf(*m_pointed).isNull()) m_pointed.reset();
  m_picture = draw();
  announce();
  update();
}

void PictureView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (m_picture.isNull()) painter.fillRect(rect(), figure().style().inks().paper);
  painter.drawPixmap(0, 0, m_picture);
  if (figure().isEmpty()) return;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  paintOver(painter);
  const QRectF box = m_pointed ? boxOf(*m_pointed) : QRectF();
  if (!box.isNull()) paintPointed(painter, box);
}

void PictureView::paintPointed(QPainter& painter, const QRectF& box) {
  painter.setPen(QPen(figure().style().inks().accent, 1.5));
  painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3);
  paintCard(painter, box.bottomRight() - QPointF(8, 8), *m_pointed);
}

void PictureView::paintCard(QPainter& painter, QPointF anchor, Index spot) const {
  paintFloatingLabel(painter, anchor, describe(spot), rect(), figure().style());
}

void PictureView::point(std::optional<Index> spot) {
  if (spot == m_pointed) return;
  m_pointed = spot;
  pointedChanged();
  announce();
  update();
}

QString PictureView::words() const {
  return figure().isEmpty() || !m_pointed ? figure().altText() : describe(*m_pointed).join(QStringLiteral(", "));
}

void PictureView::announce() {
  if (isVisible()) headlight::describe(this, words());
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
  const std::optional<Index> spot = canPoint() ? at(event->position()) : std::nullopt;
  setCursor(spot ? Qt::PointingHandCursor : Qt::ArrowCursor);
  point(spot);
}

void PictureView::leaveEvent(QEvent*) { point({}); }

void PictureView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !canPoint()) return AttentionView::mousePressEvent(event);
  const std::optional<Index> spot = at(event->position());
  choose(spot == chosen() ? std::nullopt : spot);
}

void PictureView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return m_pointed ? point({}) : choose({});
  const QPoint step = arrowStep(event->key());
  if (step.isNull() || !canPoint()) return AttentionView::keyPressEvent(event);
  const bool reads = event->modifiers().testFlag(Qt::ShiftModifier);
  const auto next = neighbour(reads && m_pointed ? m_pointed : chosen(), step.x(), step.y());
  if (!next) return;
  if (reads)
    point(next);
  else
    choose(next);
}

}  // namespace headlight
