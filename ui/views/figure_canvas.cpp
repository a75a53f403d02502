#include "ui/views/figure_canvas.h"

#include <qcustomplot.h>

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include "ui/views/next_that_way.h"
#include "ui/widgets/theme.h"

namespace headlight {

FigureCanvas::FigureCanvas(QWidget* parent) : QWidget(parent) {
  setAccessibleDescription(tr("No picture yet"));
  m_fading.setStartValue(0.0);
  m_fading.setEndValue(1.0);
  m_fading.setDuration(220);
  connect(&m_fading, &QVariantAnimation::valueChanged, this, [this] { update(); });
  connect(&m_fading, &QVariantAnimation::finished, this, [this] { m_before = {}; });
}

void FigureCanvas::setFigure(std::shared_ptr<const Figure> figure, bool fade) {
  m_fading.stop();
  m_before = fade && isVisible() && !reducesMotion() ? m_picture : QPixmap();
  m_figure = std::move(figure);
  m_picture = {};
  m_spots.reset();
  m_current.reset();
  setAccessibleDescription(m_figure ? m_figure->altText() : tr("No picture yet"));
  if (!m_before.isNull()) m_fading.start();
  update();
}

QPixmap FigureCanvas::drawn() const {
  QPixmap picture(size() * devicePixelRatioF());
  picture.setDevicePixelRatio(devicePixelRatioF());
  picture.fill(palette().color(QPalette::Base));
  if (!m_figure) return picture;
  QCPPainter painter(&picture);
  m_figure->paint(painter, QRectF(QPointF(), QSizeF(size())));
  return picture;
}

void FigureCanvas::paintEvent(QPaintEvent*) {
  if (m_picture.isNull()) m_picture = drawn();
  QPainter painter(this);
  painter.drawPixmap(0, 0, m_picture);
  if (const auto spot = current(); spot && m_walkable) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(screenStyle().inks().accent, 2));
    painter.drawRoundedRect(spot->rect.adjusted(-1, -1, 1, 1), 2, 2);
  }
  if (m_before.isNull()) return;
  painter.setOpacity(1 - m_fading.currentValue().toDouble());
  painter.drawPixmap(0, 0, m_before);
}

void FigureCanvas::resizeEvent(QResizeEvent*) {
  m_before = m_picture = {};
  m_spots.reset();
}

void FigureCanvas::setWalkable(bool walkable) {
  m_walkable = walkable;
  setMouseTracking(walkable);
  setFocusPolicy(walkable ? Qt::StrongFocus : Qt::NoFocus);
}

const std::vector<FigureSpot>& FigureCanvas::spots() const {
  if (!m_spots) m_spots = m_figure ? m_figure->spots(QSizeF(size())) : std::vector<FigureSpot>();
  return *m_spots;
}

std::optional<FigureSpot> FigureCanvas::current() const {
  if (!m_current || *m_current >= spots().size()) return {};
  return spots()[*m_current];
}

std::optional<std::size_t> FigureCanvas::spotAt(QPointF point) const {
  for (std::size_t i = 0; i < spots().size(); ++i)
    if (spots()[i].rect.contains(point)) return i;
  return {};
}

void FigureCanvas::goTo(std::optional<std::size_t> spot) {
  if (spot == m_current) return;
  m_current = spot;
  update();
  const auto now = current();
  setAccessibleDescription(now ? now->text : m_figure ? m_figure->altText() : tr("No picture yet"));
  if (!hasFocus()) return;
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
}

void FigureCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (m_walkable) goTo(spotAt(event->position()));
}

void FigureCanvas::leaveEvent(QEvent*) {
  if (!hasFocus()) goTo({});
}

void FigureCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (!m_walkable) return QWidget::mouseDoubleClickEvent(event);
  goTo(spotAt(event->position()));
  if (const auto spot = current()) emit activated(*spot);
}

void FigureCanvas::keyPressEvent(QKeyEvent* event) {
  if (!m_walkable || spots().empty()) return QWidget::keyPressEvent(event);
  const auto walk = [&](int right, int down) {
    std::vector<QPointF> centres;
    for (const FigureSpot& spot : spots()) centres.push_back(spot.rect.center());
    // The first step is onto the first spot.
    const auto next = current() ? nextThatWay(centres, *m_current, right, down) : std::optional<std::size_t>(0);
    if (next) goTo(next);
    if (const auto spot = current())
      QToolTip::showText(mapToGlobal(spot->rect.bottomLeft().toPoint()), spot->text, this, {}, 60'000);
  };
  switch (event->key()) {
    case Qt::Key_Left:
      return walk(-1, 0);
    case Qt::Key_Right:
      return walk(1, 0);
    case Qt::Key_Up:
      return walk(0, -1);
    case Qt::Key_Down:
      return walk(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (const auto spot = current()) return emit activated(*spot);
      break;
    case Qt::Key_Escape:
      if (!m_current) break;
      QToolTip::hideText();
      return goTo({});
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

bool FigureCanvas::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  if (const auto at = spotAt(QPointF(help->pos()))) {
    const FigureSpot& spot = spots()[*at];
    QToolTip::showText(help->globalPos(), spot.text, this, spot.rect.toRect());
    return true;
  }
  QToolTip::hideText();
  return true;
}

}  // namespace headlight
