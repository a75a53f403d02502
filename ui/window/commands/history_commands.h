#pragma once

#include <QObject>
#include <functional>

class QAction;
class QMenu;

namespace headlight {

class History;
class TextBar;

/// Undo and redo, which name what they take back, and the list of the steps.
class HistoryCommands final : public QObject {
  Q_OBJECT
 public:
  /// `flush` takes over what was typed a moment ago.
  HistoryCommands(History* history, const TextBar* texts, std::function<void()> flush, QObject* parent);

  /// Lists the steps around the present one, to go to any of them at once.
  void fillMenu(QMenu* menu);

  /// Goes to where so many of the steps have been done.
  void goTo(int index);

 private:
  void show();

  History* m_history;
  const TextBar* m_texts;
  std::function<void()> m_flush;
  QAction *m_undo, *m_redo;
};

}  // namespace headlight
