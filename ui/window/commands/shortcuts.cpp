#include "ui/window/commands/shortcuts.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>

#include "ui/state/settings.h"
#include "ui/widgets/actions.h"

namespace headlight {

Shortcuts::Shortcuts(const QMenuBar& menus, QObject* parent) : QObject(parent) {
  for (const QAction* menu : menus.actions()) {
    m_menus[nameOf(*menu)] = QKeySequence::mnemonic(menu->text());
    collect(*menu->menu(), nameOf(*menu));
  }
  const Settings settings = loadSettings();
  for (const Command& command : m_commands) {
    const auto chosen = settings.keys.find(command.action->objectName());
    if (chosen == settings.keys.end()) continue;
    const QKeySequence keys = QKeySequence::fromString(*chosen, QKeySequence::PortableText);
    command.action->setShortcuts(keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
  }
}

void Shortcuts::collect(const QMenu& menu, const QString& name) {
  for (QAction* action : menu.actions()) {
    if (action->menu()) {
      collect(*action->menu(), nameOf(*action));
    } else if (const QString object = action->objectName(); !object.isEmpty() && !m_usual.contains(object)) {
      m_usual[object] = action->shortcuts();
      m_commands.push_back({action, name});
    }
  }
}

bool Shortcuts::isUsual(const QAction& action) const {
  return m_usual.value(action.objectName()) == action.shortcuts();
}

QAction* Shortcuts::commandWith(const QKeySequence& keys, const QAction& besides) const {
  if (keys.isEmpty()) return nullptr;
  const auto found = std::find_if(m_commands.begin(), m_commands.end(), [&](const Command& each) {
    return each.action != &besides && each.action->shortcuts().contains(keys);
  });
  return found == m_commands.end() ? nullptr : found->action;
}

bool Shortcuts::isCommands(const QKeySequence& keys, const QAction& besides) const {
  return commandWith(keys, besides);
}

QString Shortcuts::owner(const QKeySequence& keys, const QAction& besides) const {
  if (const QAction* command = commandWith(keys, besides)) return nameOf(*command);
  return keys.isEmpty() ? QString() : m_menus.key(keys);
}

void Shortcuts::keep(QAction& action, const QList<QKeySequence>& keys) {
  action.setShortcuts(keys);
  changeSettings([&](Settings& settings) {
    if (isUsual(action))
      settings.keys.remove(action.objectName());
    else
      settings.keys[action.objectName()] =
          keys.isEmpty() ? QString() : keys.front().toString(QKeySequence::PortableText);
  });
}

void Shortcuts::takeFromOthers(const QKeySequence& keys, const QAction& besides) {
  QAction* other = commandWith(keys, besides);
  if (!other) return;
  QList<QKeySequence> left = other->shortcuts();
  left.removeAll(keys);
  keep(*other, left.mid(0, 1));
}

void Shortcuts::set(QAction& action, const QKeySequence& keys) {
  takeFromOthers(keys, action);
  keep(action, keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
  emit changed();
}

void Shortcuts::reset(QAction& action) {
  const QList<QKeySequence> usual = m_usual.value(action.objectName());
  for (const QKeySequence& keys : usual) takeFromOthers(keys, action);
  keep(action, usual);
  emit changed();
}

void Shortcuts::resetAll() {
  for (const Command& command : m_commands) command.action->setShortcuts(m_usual.value(command.action->objectName()));
  changeSettings([](Settings& settings) { settings.keys.clear(); });
  emit changed();
}

}  // namespace headlight
