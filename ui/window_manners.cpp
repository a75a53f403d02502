#include "ui/window_manners.h"

#include <QApplication>
#include <QDropEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace headlight {
namespace {

/// Whether `watched` is a button that takes Enter; of one with a menu Qt opens the menu.
bool press(QObject* watched, const QKeyEvent& key) {
  if (key.key() != Qt::Key_Return && key.key() != Qt::Key_Enter) return false;
  if (key.modifiers() & ~Qt::KeypadModifier) return false;
  auto* button = qobject_cast<QAbstractButton*>(watched);
  const auto* tool = qobject_cast<QToolButton*>(watched);
  if (!button || !button->isEnabled() || (tool && tool->menu())) return false;
  if (!tool && !qobject_cast<QPushButton*>(watched)) return false;
  if (!key.isAutoRepeat()) button->click();
  return true;
}

/// The same drag with nothing but copying possible, sent to `watched`; whether it was needed.
template <class Event, class... Type>
bool copying(QObject* watched, QDropEvent& drag, Type... type) {
  const Qt::DropActions possible = drag.possibleActions();
  if (drag.source() || possible == Qt::CopyAction || !possible.testFlag(Qt::CopyAction)) return false;
  Event copy(drag.position().toPoint(), Qt::CopyAction, drag.mimeData(), drag.buttons(), drag.modifiers(), type...);
  copy.setAccepted(drag.isAccepted());
  QCoreApplication::sendEvent(watched, &copy);
  drag.setDropAction(copy.isAccepted() ? copy.dropAction() : Qt::IgnoreAction);
  drag.setAccepted(copy.isAccepted());
  return true;
}

}  // namespace

WindowManners::WindowManners(QApplication& application, QObject* parent) : QObject(parent) {
  application.installEventFilter(this);
}

bool WindowManners::eventFilter(QObject* watched, QEvent* event) {
  if (!watched->isWidgetType()) return false;
  switch (event->type()) {
    case QEvent::KeyPress:
      return press(watched, static_cast<QKeyEvent&>(*event));
    case QEvent::DragEnter:
      return copying<QDragEnterEvent>(watched, static_cast<QDropEvent&>(*event));
    case QEvent::DragMove:
      return copying<QDragMoveEvent>(watched, static_cast<QDropEvent&>(*event), QEvent::DragMove);
    case QEvent::Drop:
      return copying<QDropEvent>(watched, static_cast<QDropEvent&>(*event), QEvent::Drop);
    default:
      return false;
  }
}

}  // namespace headlight
