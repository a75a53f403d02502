#pragma once

#include <QObject>
#include <functional>
#include <vector>

#include "ui/state/recent_files.h"
#include "ui/state/samples.h"

class QAction;
class QKeySequence;
class QMenu;

namespace headlight {

class MainWindow;

/// The window's menus and their keys; every command is a function of MainWindow.
class MainMenu final : public QObject {
  Q_OBJECT
 public:
  explicit MainMenu(MainWindow& window);

  /// Where models come from: folders, those opened before, built in, found on this computer.
  QMenu* modelMenu() const { return m_models; }

 private:
  QAction* add(QMenu* menu, const QString& text, const QKeySequence& keys, std::function<void()> command);
  void buildModelMenu();
  void buildFileMenu();
  void buildEditMenu();
  void addWriting(QMenu* menu);
  void buildChangeMenu();
  void buildViewMenu();
  void buildLanguageMenu(QMenu* menu);
  void buildExplainMenu();
  void buildSamplesMenu();
  void buildHelpMenu();
  void fillSessions(QMenu* menu);
  void fillRecent(QMenu* menu, RecentList list);
  void fillFound(QMenu* menu);
  void fillHistory(QMenu* menu);
  /// What can be undone and redone, by name.
  void showSteps();
  void fillCompare(QMenu* menu);

  MainWindow& m_window;
  QMenu* m_models;
  QAction* m_undo;
  QAction* m_redo;
  std::vector<Sample> m_samples;
};

}  // namespace headlight
