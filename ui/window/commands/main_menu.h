#pragma once

#include <QObject>
#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "ui/state/model_list.h"
#include "ui/state/samples.h"

class QAction;
class QMenu;

namespace headlight {

class MainWindow;

/// The window's menus: tables of the names of commands that the window's parts own, and lists that are filled when they
/// are opened.
class MainMenu final : public QObject {
  Q_OBJECT
 public:
  /// After all commands were made.
  explicit MainMenu(MainWindow& window);

  /// Where models come from: folders, those opened before, built in, found on this computer.
  QMenu* modelMenu() const { return m_models; }

 private:
  /// Object names of actions and submenus; "-" is a line between them.
  using Items = std::vector<const char*>;
  void fill(QMenu* menu, const Items& items);
  QMenu* makeSubmenu(const char* name, const QString& title);
  /// One that is filled anew each time.
  QMenu* makeSubmenu(const char* name, const QString& title, void (MainMenu::*refill)(QMenu*));
  void makeSubmenus();
  QAction* add(QMenu* menu, const QString& text, std::function<void()> command);
  void fillLayouts(QMenu* menu);
  void fillModels(QMenu* menu);
  void fillSessions(QMenu* menu);
  void addModel(QMenu* menu, const ModelChoice& model, std::function<void()> command);
  void fillCompare(QMenu* menu);
  void fillSamples(QMenu* menu);

  MainWindow& m_window;
  std::map<std::string_view, QMenu*> m_submenus;
  QMenu* m_models;
  std::vector<Sample> m_samples;
};

}  // namespace headlight
