#include "ui/help/welcome_tour.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/help/welcome_layout.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

constexpr int kRingRoom = 4;

/// A line around a part of the window; the pointer goes through it.
class WelcomeRing final : public QWidget {
 public:
  explicit WelcomeRing(QWidget* window) : QWidget(window) {
    setObjectName(QStringLiteral("welcomeRing"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QWidget::palette().color(QPalette::Highlight), 3));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
  }
};

}  // namespace

WelcomeTour::WelcomeTour(std::vector<WelcomeStop> stops, QWidget* window)
    : QFrame(window), m_stops(std::move(stops)), m_window(window), m_ring(new WelcomeRing(window)) {
  setObjectName(QStringLiteral("welcomeTour"));
  setAttribute(Qt::WA_DeleteOnClose);
  setFrameShape(QFrame::NoFrame);
  m_count = new QLabel;
  m_count->setProperty("level", "hint");
  m_title = named("welcomeTitle", new QLabel);
  QFont large = m_title->font();
  large.setPointSizeF(large.pointSizeF() * 1.3);
  large.setWeight(QFont::DemiBold);
  m_title->setFont(large);
  m_says = named("welcomeSays", new QLabel);
  m_says->setWordWrap(true);
  m_says->setTextFormat(Qt::PlainText);
  m_skip = named("welcomeSkip", new QPushButton(tr("&Skip")));
  m_back = named("welcomeBack", new QPushButton(tr("&Back")));
  m_next = named("welcomeNext", new QPushButton);
  auto* row = new QHBoxLayout;
  row->addWidget(m_skip);
  row->addStretch(1);
  row->addWidget(m_back);
  row->addWidget(m_next);
  auto* column = makeBox<QVBoxLayout>(this, {16, 12, 16, 12}, 8);
  column->addWidget(m_count);
  column->addWidget(m_title);
  column->addWidget(m_says);
  column->addLayout(row);
  connect(m_skip, &QPushButton::clicked, this, &WelcomeTour::end);
  connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_stop - 1); });
  connect(m_next, &QPushButton::clicked, this, [this] { goTo(m_stop + 1); });
  m_move = new QPropertyAnimation(this, "pos", this);
  m_move->setDuration(180);
  m_move->setEasingCurve(QEasingCurve::OutCubic);
  window->installEventFilter(this);
  for (const WelcomeStop& each : m_stops)
    for (QWidget* around = each.subject; around && around != window; around = around->parentWidget())
      around->installEventFilter(this);
  m_ring->show();
  show();
  goTo(0);
  m_next->setFocus(Qt::OtherFocusReason);
}

WelcomeTour::~WelcomeTour() { delete m_ring; }

void WelcomeTour::goTo(int stop) {
  const int count = static_cast<int>(m_stops.size());
  if (stop >= count) return end();
  if (stop < 0) return;
  const bool moving = m_stop >= 0 && !reducesMotion();
  m_stop = stop;
  const WelcomeStop& here = m_stops[static_cast<std::size_t>(stop)];
  m_count->setText(tr("%1 of %2").arg(stop + 1).arg(count));
  m_title->setText(here.title);
  m_says->setText(here.says);
  m_back->setEnabled(stop > 0);
  m_next->setText(stop + 1 == count ? tr("&Done") : tr("&Next"));
  if (!focusWidget() || !focusWidget()->isEnabled()) m_next->setFocus(Qt::OtherFocusReason);
  setAccessibleName(here.title);
  setAccessibleDescription(here.says);
  announce(this);
  place(moving);
}

void WelcomeTour::place(bool moving) {
  if (m_stop < 0) return;
  const int width = fontMetrics().averageCharWidth() * 52;
  setFixedWidth(std::min(width, m_window->width() - 32));
  resize(this->width(),
         layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(this->width()) : sizeHint().height());
  const QWidget* subject = m_stops[static_cast<std::size_t>(m_stop)].subject;
  const QRect area = m_window->rect().adjusted(8, 8, -8, -8);
  QRect about = area;
  // A column that was pushed together is still there, but nowhere to be seen.
  if (subject && !subject->visibleRegion().isEmpty()) {
    about = QRect(subject->mapTo(m_window, QPoint()), subject->size());
    m_ring->setGeometry(about.adjusted(-kRingRoom, -kRingRoom, kRingRoom, kRingRoom));
  }
  m_ring->setVisible(about != area);
  m_ring->raise();
  raise();
  const QPoint to = cardBeside(about, size(), area).topLeft();
  m_move->stop();
  if (!moving) return move(to);
  m_move->setStartValue(pos());
  m_move->setEndValue(to);
  m_move->start();
}

bool WelcomeTour::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
      place(false);
      break;
    default:
      break;
  }
  return QFrame::eventFilter(watched, event);
}

void WelcomeTour::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape:
      return end();
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (auto* button = qobject_cast<QPushButton*>(focusWidget())) return button->click();
      break;
    default:
      break;
  }
  QFrame::keyPressEvent(event);
}

void WelcomeTour::end() {
  m_ring->hide();
  emit ended();
  close();
}

}  // namespace headlight
