#pragma once

#include <QEvent>
#include <QString>
#include <utility>

class QWidget;

namespace headlight {

/// What a screen reader is told. It is sent to the widget that it is about as well, so that what is said can be
/// listened for on platforms without screen readers.
class Announcement final : public QEvent {
 public:
  explicit Announcement(QString text) : QEvent(kind()), m_text(std::move(text)) {}
  static Type kind();
  const QString& text() const { return m_text; }

 private:
  QString m_text;
};

/// Describes `widget` by other words, which are said while it has the keyboard.
void describe(QWidget* widget, const QString& words);
/// Has name and description of `widget` be said wherever the keyboard is.
void announce(QWidget* widget);

}  // namespace headlight
