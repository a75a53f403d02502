#include "ui/help/hands_on_tour.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/state/settings.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {

HandsOnTour::HandsOnTour(std::vector<TourStep> steps, QWidget* window)
    : QFrame(window), m_steps(std::move(steps)), m_done(loadSettings().tourSteps), m_window(window) {
  setObjectName(QStringLiteral("handsOnTour"));
  setAttribute(Qt::WA_DeleteOnClose);
  setAccessibleName(tr("Tour: two minutes, hands on"));
  if (allDone()) m_done = 0;  // Once more, from the beginning.
  auto* column = makeBox<QVBoxLayout>(this, {14, 10, 14, 10}, 4);
  auto* title = named("tourTitle", new QLabel(tr("Try it: each step ticks itself")));
  QFont bold = title->font();
  bold.setWeight(QFont::DemiBold);
  title->setFont(bold);
  column->addWidget(title);
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    auto* label = new QLabel;
    label->setObjectName(QStringLiteral("tourStep%1").arg(i));
    m_labels.push_back(label);
    column->addWidget(label);
  }
  m_how = named("tourHow", new QLabel);
  m_how->setWordWrap(true);
  m_how->setProperty("level", "hint");
  column->addWidget(m_how);
  m_close = named("tourClose", new QPushButton);
  m_close->setAutoDefault(false);
  column->addWidget(m_close, 0, Qt::AlignRight);
  connect(m_close, &QPushButton::clicked, this, &QWidget::close);
  window->installEventFilter(this);
  showSteps();
  show();
  place();
}

bool HandsOnTour::allDone() const { return m_done == (1 << m_steps.size()) - 1; }

void HandsOnTour::tick(int step) {
  if (isDone(step)) return;
  m_done |= 1 << step;
  changeSettings([done = m_done](Settings& settings) { settings.tourSteps = done; });
  showSteps();
  place();
  announce(this);
  emit ticked(step);
}

void HandsOnTour::showSteps() {
  int next = -1;
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    const bool done = isDone(static_cast<int>(i));
    if (!done && next < 0) next = static_cast<int>(i);
    m_labels[i]->setText((done ? QStringLiteral("✓  ") : QStringLiteral("○  ")) + m_steps[i].what);
    m_labels[i]->setAccessibleName(done ? tr("Done: %1").arg(m_steps[i].what) : tr("To do: %1").arg(m_steps[i].what));
    QFont font = m_labels[i]->font();
    font.setWeight(static_cast<int>(i) == next ? QFont::DemiBold : QFont::Normal);
    m_labels[i]->setFont(font);
    m_labels[i]->setEnabled(!done);
  }
  const QString how =
      next < 0 ? tr("That is all you need. F1 opens the guide.") : m_steps[static_cast<std::size_t>(next)].how;
  m_how->setText(how);
  m_close->setText(next < 0 ? tr("&Done") : tr("&Later"));
  setAccessibleDescription(how);
}

void HandsOnTour::place() {
  setFixedWidth(std::min(fontMetrics().averageCharWidth() * 44, m_window->width() - 32));
  resize(width(), layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height());
  const int x = m_window->layoutDirection() == Qt::RightToLeft ? 16 : m_window->width() - width() - 16;
  move(x, m_window->height() - height() - 40);
  raise();
}

bool HandsOnTour::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) place();
  return QFrame::eventFilter(watched, event);
}

void HandsOnTour::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    close();
    return;
  }
  QFrame::keyPressEvent(event);
}

}  // namespace headlight
