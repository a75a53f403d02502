#pragma once

#include <QDialog>
#include <QObject>
#include <QPointer>
#include <functional>
#include <map>
#include <vector>

#include "ui/widgets/actions.h"

namespace headlight {

class Workspace;

/// What there has to be for a window to be about something.
enum class Needs { Nothing, Model, Reading };

/// A kind of window that a person can open beside the main one.
struct WindowKind {
  const char* name;  ///< Its object name is this and "Window", that of its command this and "Action".
  QString text;      ///< As in a menu.
  Keys keys;
  Needs needs;
  /// Throws Error where something that it shows is missing.
  std::function<QDialog*(Workspace* workspace, QWidget* beside)> make;
  /// Called before it is shown.
  std::function<void()> prepare = {};
};

/// Makes a window that is about nothing but its workspace.
template <class Window>
QDialog* makeWindow(Workspace* workspace, QWidget* beside) {
  return new Window(workspace, beside);
}

/// The windows beside the main one, each with the command that opens it: made when it is first asked for, brought up
/// when it is asked for again.
class Windows final : public QObject {
  Q_OBJECT
 public:
  /// They stay beside `beside`.
  Windows(std::vector<WindowKind> kinds, Workspace* workspace, QWidget* beside);

  /// Brings up the window `name`; null where it cannot be opened, and refused() or failed() says why.
  QDialog* open(const char* name);
  /// The window `name`; null before it was asked for.
  QDialog* find(const char* name) const;

 signals:
  /// A window needs a model, and there is attention alone.
  void refused();
  void failed(const QString& message);
  /// A window was made, and is about to be shown for the first time.
  void made(QDialog* window);

 private:
  struct Entry {
    WindowKind kind;
    QPointer<QDialog> window;
  };
  bool lacks(Needs needs) const;
  QDialog* open(Entry& entry);

  Workspace* m_workspace;
  QWidget* m_beside;
  std::map<QString, Entry> m_entries;
};

}  // namespace headlight
