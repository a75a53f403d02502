#include "ui/widgets/announce.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QStringList>
#include <QWidget>

namespace headlight {

QEvent::Type Announcement::kind() {
  static const auto registered = static_cast<Type>(registerEventType());
  return registered;
}

void describe(QWidget* widget, const QString& words) {
  if (widget->accessibleDescription() == words) return;
  widget->setAccessibleDescription(words);  // Qt tells the screen reader.
  if (!widget->hasFocus()) return;
  Announcement said(words);
  QCoreApplication::sendEvent(widget, &said);
}

void announce(QWidget* widget) {
  QAccessibleEvent event(widget, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
  QStringList words = {widget->accessibleName(), widget->accessibleDescription()};
  words.removeAll(QString());
  Announcement said(words.join(QStringLiteral(". ")));
  QCoreApplication::sendEvent(widget, &said);
}

}  // namespace headlight
