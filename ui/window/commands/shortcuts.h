#pragma once

#include <QKeySequence>
#include <QMap>
#include <QObject>
#include <vector>

class QAction;
class QMenu;
class QMenuBar;

namespace headlight {

/// The keys of the commands in the window's menus: the usual ones, or those that a person chose, which the settings
/// keep.
class Shortcuts final : public QObject {
  Q_OBJECT
 public:
  /// A command and the menu that it is in.
  struct Command {
    QAction* action;
    QString menu;
  };

  /// Once all commands have their usual keys and are in `menus`; gives them those that were chosen.
  Shortcuts(const QMenuBar& menus, QObject* parent);

  const std::vector<Command>& commands() const { return m_commands; }
  /// Whether a command has its usual keys.
  bool isUsual(const QAction& action) const;
  /// What else has these keys: a command, or a menu that they open; empty for nothing.
  QString owner(const QKeySequence& keys, const QAction& besides) const;
  /// Whether that is a command.
  bool isCommands(const QKeySequence& keys, const QAction& besides) const;
  /// Gives a command these keys, none for an empty sequence, and takes them from the command that had them.
  void set(QAction& action, const QKeySequence& keys);
  void reset(QAction& action);
  void resetAll();

 signals:
  void changed();

 private:
  void collect(const QMenu& menu, const QString& name);
  QAction* commandWith(const QKeySequence& keys, const QAction& besides) const;
  /// Gives a command keys and has the settings keep them.
  void keep(QAction& action, const QList<QKeySequence>& keys);
  /// Leaves the command that has these keys without them.
  void takeFromOthers(const QKeySequence& keys, const QAction& besides);

  std::vector<Command> m_commands;
  QMap<QString, QList<QKeySequence>> m_usual;  ///< By object name.
  QMap<QString, QKeySequence> m_menus;         ///< By the menu's name: what opens it.
};

}  // namespace headlight
