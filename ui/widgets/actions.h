#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <functional>

class QAbstractButton;
class QAction;
class QActionGroup;
class QMenu;
class QObject;
class QToolButton;

namespace headlight {

/// What a command is pressed with, the key that is shown first: keys of our own, then those that the desktop has for
/// it.
struct Keys : QList<QKeySequence> {
  Keys() = default;
  Keys(const char* own) : QList{QKeySequence(QLatin1String(own))} {}
  /// Those of the desktop alone.
  Keys(QKeySequence::StandardKey standard) : QList(QKeySequence::keyBindings(standard)) {}
  Keys(const char* own, QKeySequence::StandardKey standard);
};

/// All that a person reads of a command, and presses for it.
struct ActionWords {
  QString objectName;
  QString text;  ///< As in a menu: `&` marks a key, `…` that a dialog follows.
  Keys keys = {};
  QString tip = {};  ///< Where it tells more than the text.
};

/// A command of `part`, which owns it: menus find it by its name; buttons, tips and the list of keys are made from it.
QAction* makeAction(QObject* part, const ActionWords& words, std::function<void()> run);
/// The same for a command that is on or off.
QAction* makeSwitch(QObject* part, const ActionWords& words, bool on, std::function<void(bool on)> toggled);

/// The same for one of several of which one is on, together with `others`.
QAction* makeChoice(QActionGroup* others, const ActionWords& words, bool on, std::function<void()> run);

/// The action `objectName` of `part` or of something that it owns; there has to be one.
QAction& actionOf(const QObject& part, const char* objectName);

/// What the action is called where no key is marked.
QString nameOf(const QAction& action);
/// What a tooltip says of it: the tip, or the name, and its key.
QString tipOf(const QAction& action);

/// Ends what `menu` has so far, and begins a part with a title that is read in every style; keys pass over it.
void addHeading(QMenu& menu, const QString& title);

/// Has a button do what the action does, and be called and enabled like it.
void showAs(QAbstractButton* button, QAction* action);
/// A button of a theme's icon for an action.
QToolButton* makeActionButton(const char* objectName, const QString& icon, QAction* action);

}  // namespace headlight
