#include "ui/widgets/actions.h"

#include <QAction>
#include <QActionGroup>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QToolButton>
#include <QWidgetAction>

#include "ui/widgets/named.h"
#include "ui/widgets/theme.h"

namespace headlight {

Keys::Keys(const char* own, QKeySequence::StandardKey standard) : Keys(own) {
  for (const QKeySequence& keys : QKeySequence::keyBindings(standard))
    if (!contains(keys)) append(keys);
}

QAction* makeAction(QObject* part, const ActionWords& words, std::function<void()> run) {
  auto* action = new QAction(words.text, part);
  action->setObjectName(words.objectName);
  action->setShortcuts(words.keys);
  if (!words.tip.isEmpty()) action->setToolTip(words.tip);
  if (run) QObject::connect(action, &QAction::triggered, part, [run = std::move(run)] { run(); });
  return action;
}

QAction* makeSwitch(QObject* part, const ActionWords& words, bool on, std::function<void(bool on)> toggled) {
  QAction* action = makeAction(part, words, {});
  action->setCheckable(true);
  action->setChecked(on);
  QObject::connect(action, &QAction::toggled, part, std::move(toggled));
  return action;
}

QAction* makeChoice(QActionGroup* others, const ActionWords& words, bool on, std::function<void()> run) {
  QAction* action = makeAction(others, words, std::move(run));
  action->setCheckable(true);
  action->setChecked(on);
  others->addAction(action);
  return action;
}

QAction& actionOf(const QObject& part, const char* objectName) {
  auto* action = part.findChild<QAction*>(QLatin1String(objectName));
  if (!action) qFatal("no action '%s'", objectName);
  return *action;
}

QString nameOf(const QAction& action) {
  // In scripts without Latin letters the key is in brackets after the words.
  static const QRegularExpression kKey(QStringLiteral("\\(&.\\)|&(?=.)|…$"));
  return action.text().remove(kKey).trimmed();
}

QString tipOf(const QAction& action) {
  // Qt makes a tip of the text where there is none.
  const QString tip = action.toolTip().isEmpty() ? nameOf(action) : action.toolTip();
  const QString keys = action.shortcut().toString(QKeySequence::NativeText);
  return keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys);
}

void addHeading(QMenu& menu, const QString& title) {
  if (!menu.isEmpty()) menu.addSeparator();
  auto* label = named("menuHeading", new QLabel(title));
  auto* heading = new QWidgetAction(&menu);
  heading->setDefaultWidget(label);
  heading->setText(title);
  heading->setEnabled(false);
  menu.addAction(heading);
}

void showAs(QAbstractButton* button, QAction* action) {
  const auto show = [button, action] {
    button->setAccessibleName(nameOf(*action));
    button->setToolTip(tipOf(*action));
    button->setEnabled(action->isEnabled());
  };
  QObject::connect(action, &QAction::changed, button, show);
  QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
  show();
}

QToolButton* makeActionButton(const char* objectName, const QString& icon, QAction* action) {
  auto* button = new QToolButton;
  button->setObjectName(QLatin1String(objectName));
  button->setIcon(themedIcon(icon));
  showAs(button, action);
  return button;
}

}  // namespace headlight
