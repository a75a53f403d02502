#include "ui/views/figure_canvas.h"

#include <qcustomplot.h>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include "ui/widgets/announce.h"
#include "ui/widgets/arrow_step.h"
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

void FigureCanvas::goTo(std::optional<std::size_t> spot) {
  if (spot == m_current) return;
  m_current = spot;
  update();
  const auto now = current();
  describe(this, now ? now->text : m_figure ? m_figure->altText() : tr("No picture yet"));
}

void FigureCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (m_walkable) goTo(spotAt(spots(), event->position()));
}

void FigureCanvas::leaveEvent(QEvent*) {
  if (!hasFocus()) goTo({});
}

void FigureCanvas::mousePressEvent(QMouseEvent* event) {
  if (!m_walkable || event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  goTo(spotAt(spots(), event->position()));
  if (const auto spot = current()) {
    emit clicked(*spot);
    emit stepped(*spot);
  }
}

void FigureCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (!m_walkable) return QWidget::mouseDoubleClickEvent(event);
  goTo(spotAt(spots(), event->position()));
  if (const auto spot = current()) emit activated(*spot);
}

void FigureCanvas::keyPressEvent(QKeyEvent* event) {
  if (!m_walkable || spots().empty()) return QWidget::keyPressEvent(event);
  const QPoint step = arrowStep(event->key());
  const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (!step.isNull()) {
    // The first step is onto the first spot.
    const auto next = current() ? nextThatWay(spots(), *m_current, step.x(), step.y()) : std::optional<std::size_t>(0);
    if (next) goTo(next);
    if (const auto spot = current()) {
      QToolTip::showText(mapToGlobal(spot->rect.bottomLeft().toPoint()), spot->text, this, {}, 60'000);
      emit stepped(*spot);
    }
    return;
  }
  if (opens && current()) return emit activated(*current());
  if (event->key() == Qt::Key_Escape && m_current) {
    QToolTip::hideText();
    return goTo({});
  }
  QWidget::keyPressEvent(event);
}

bool FigureCanvas::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  if (const auto at = spotAt(spots(), QPointF(help->pos()))) {
    const FigureSpot& spot = spots()[*at];
    QToolTip::showText(help->globalPos(), spot.text, this, spot.rect.toRect());
    return true;
  }
  QToolTip::hideText();
  return true;
}

}  // namespace headlight
