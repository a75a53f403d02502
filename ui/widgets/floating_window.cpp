#include "ui/widgets/floating_window.h"

#include <QGuiApplication>
#include <QScreen>

#include "ui/widgets/pane_parts.h"

namespace headlight {
namespace {

QRect floatingPlace(const QWidget& part, const QWidget& owner) {
  const QRect here(part.mapToGlobal(QPoint()), part.size());
  for (const QScreen* screen : QGuiApplication::screens())
    if (screen != owner.screen())
      return QRect(screen->availableGeometry().topLeft() + QPoint(40, 40), here.size() * 1.5);
  return here.translated(24, 24);
}

}  // namespace

QWidget* makeFloatingWindow(QWidget* part, QWidget* owner, const QString& objectName, const QString& title) {
  const QRect place = floatingPlace(*part, *owner);
  auto* window = new QWidget(owner, Qt::Tool);
  window->setObjectName(objectName);
  window->setWindowTitle(title);
  makeBox<QVBoxLayout>(window, {0, 0, 0, 0}, 0)->addWidget(part);
  window->setGeometry(place);
  return window;
}

}  // namespace headlight
