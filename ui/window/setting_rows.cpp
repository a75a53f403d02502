#include "ui/window/setting_rows.h"

#include <QAction>
#include <QActionGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <cmath>
#include <thread>

#include "ui/dialogs/shortcut_field.h"
#include "ui/panels/panel_header.h"
#include "ui/private_mode.h"
#include "ui/reading/workspace.h"
#include "ui/state/settings.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/named.h"
#include "ui/window/appearance.h"
#include "ui/window/commands/shortcuts.h"
#include "ui/words.h"

namespace headlight {
namespace {

using Rows = std::vector<SettingRow>;

/// A box that chooses one of the commands of a group, and follows them.
QComboBox* boxOf(const char* name, QActionGroup* group) {
  auto* box = named(name, new QComboBox);
  for (const QAction* action : group->actions()) box->addItem(nameOf(*action));
  const auto follow = [box, group] {
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(static_cast<int>(group->actions().indexOf(group->checkedAction())));
  };
  for (QAction* action : group->actions()) QObject::connect(action, &QAction::toggled, box, follow);
  QObject::connect(box, &QComboBox::activated, group, [group](int at) { group->actions()[at]->trigger(); });
  follow();
  return box;
}

/// A box that does what a switch does.
QCheckBox* boxOf(const char* name, QAction* action) {
  auto* box = named(name, new QCheckBox);
  box->setChecked(action->isChecked());
  QObject::connect(action, &QAction::toggled, box, &QCheckBox::setChecked);
  QObject::connect(box, &QCheckBox::toggled, action, &QAction::setChecked);
  return box;
}

QCheckBox* boxFor(const char* name, bool Settings::*setting, std::function<void(bool)> then = {}) {
  auto* box = named(name, new QCheckBox);
  box->setChecked(loadSettings().*setting);
  QObject::connect(box, &QCheckBox::toggled, box, [setting, then = std::move(then)](bool on) {
    changeSettings([setting, on](Settings& settings) { settings.*setting = on; });
    if (then) then(on);
  });
  return box;
}

/// A number whose 0 has a name, with what comes of setting it.
QSpinBox* numberFor(const char* name, int Settings::*setting, int most, const QString& zero, const QString& unit) {
  auto* box = named(name, new QSpinBox);
  box->setRange(0, most);
  box->setSpecialValueText(zero);
  box->setSuffix(unit);
  box->setValue(loadSettings().*setting);
  QObject::connect(box, &QSpinBox::valueChanged, box, [setting](int value) {
    changeSettings([setting, value](Settings& settings) { settings.*setting = value; });
    applyLimits(loadSettings());
  });
  return box;
}

void addAppearance(const SettingParts& parts, Rows& rows) {
  const QString section = Words::tr("Appearance");
  rows.push_back({section, Words::tr("&Language"), boxOf("languageSetting", parts.appearance->languages()),
                  Words::tr("Another language shows after a restart.")});
  rows.push_back({section, Words::tr("&Theme"), boxOf("themeSetting", parts.appearance->themes()), {},
                  Words::tr("colours dark light high contrast")});
  auto* size = named("textSizeSetting", new QComboBox);
  for (int step = kLeastTextStep; step <= kMostTextStep; ++step)
    size->addItem(QStringLiteral("%1%").arg(qRound(100 * std::pow(1.1, step))), step);
  const auto follow = [size] {
    const QSignalBlocker quiet(size);
    size->setCurrentIndex(size->findData(textStep()));
  };
  QObject::connect(size, &QComboBox::activated, parts.appearance,
                   [appearance = parts.appearance, size] { appearance->setTextStep(size->currentData().toInt()); });
  QObject::connect(parts.appearance, &Appearance::changed, size, follow);
  follow();
  rows.push_back({section, Words::tr("Text &size"), size, Words::tr("Of menus, panes and figures on the screen."),
                  Words::tr("font larger smaller zoom")});
  rows.push_back({section,
                  Words::tr("Reduce &motion"),
                  boxOf("motionSetting", &actionOf(*parts.appearance, "motionAction")),
                  {},
                  Words::tr("animation")});
}

void addPanels(const SettingParts& parts, Rows& rows) {
  const QString section = Words::tr("Panels");
  // Panels that are open take it over, too: one step that can be undone.
  const auto restyle = [workspace = parts.workspace] {
    workspace->edit([](WorkspaceState& state) { state.panels = asPreferred(std::move(state.panels)); });
  };
  auto* scale = named("scaleSetting", new QComboBox);
  for (const ScaleKind kind : {ScaleKind::Linear, ScaleKind::Sqrt, ScaleKind::Log})
    scale->addItem(scaleName(kind), static_cast<int>(kind));
  scale->setCurrentIndex(scale->findData(static_cast<int>(loadSettings().scale)));
  QObject::connect(scale, &QComboBox::activated, scale, [scale, restyle] {
    changeSettings(
        [scale](Settings& settings) { settings.scale = static_cast<ScaleKind>(scale->currentData().toInt()); });
    restyle();
  });
  rows.push_back({section, Words::tr("&Colour scale"), scale,
                  Words::tr("Of the panels that are open and of new sessions."), Words::tr("linear logarithmic")});
  rows.push_back({section, Words::tr("Separate attention sin&ks"),
                  boxFor("sinksSetting", &Settings::sinksApart, [restyle](bool) { restyle(); }),
                  Words::tr("Attention on the first token or special tokens has its own bar.")});
}

void addComputing(Rows& rows) {
  const QString section = Words::tr("Computing");
  const auto cores = static_cast<int>(std::thread::hardware_concurrency());
  rows.push_back(
      {section,
       Words::tr("Th&reads"),
       numberFor("threadsSetting", &Settings::threads, kMostThreads, Words::tr("All cores (%1)").arg(cores), {}),
       {},
       Words::tr("processor CPU")});
  rows.push_back({section, Words::tr("M&emory of a run"),
                  numberFor("memorySetting", &Settings::gigabytes, kMostGigabytes, Words::tr("Half of what is free"),
                            QStringLiteral(" GiB")),
                  Words::tr("Longer texts use a scratch file on disk."), Words::tr("RAM")});
}

void addPrivacy(const SettingParts& parts, Rows& rows) {
  const QString section = Words::tr("Privacy");
  rows.push_back({section, Words::tr("Remember recent models and sessi&ons"),
                  boxFor("recentSetting", &Settings::keepsRecent,
                         [](bool on) {
                           if (!on) changeSettings([](Settings& settings) {
                             settings.recentModels.clear();
                             settings.recentSessions.clear();
                           });
                         }),
                  {}, Words::tr("history")});
  rows.push_back({section, Words::tr("Keep a copy of unsaved &work"), boxFor("workSetting", &Settings::keepsWork),
                  Words::tr("Restores your work after a crash and at the next start."),
                  Words::tr("autosave recovery")});
  auto* forget = named("forgetSetting", new QPushButton(Words::tr("Forget")));
  forget->setAutoDefault(false);
  QObject::connect(forget, &QPushButton::clicked, forget, [forget, what = parts.forget] {
    forgetHistory();
    what();
    forget->setText(Words::tr("Forgotten"));
    forget->setEnabled(false);
  });
  rows.push_back({section, Words::tr("&Forget what was opened"), forget,
                  Words::tr("Deletes recent lists, unsaved sessions and crash reports. Your own files stay."),
                  Words::tr("history clear delete")});
}

void addShortcuts(const SettingParts& parts, Rows& rows) {
  const QString section = Words::tr("Keyboard shortcuts");
  Shortcuts* shortcuts = parts.shortcuts;
  auto* all = named("resetShortcuts", new QPushButton(Words::tr("Reset all")));
  all->setAutoDefault(false);
  QObject::connect(all, &QPushButton::clicked, shortcuts, &Shortcuts::resetAll);
  rows.push_back({section, Words::tr("&Usual keys for all commands"), all});
  for (const Shortcuts::Command& command : shortcuts->commands()) {
    QAction* action = command.action;
    const QString name = nameOf(*action);
    auto* field = new ShortcutField(
        name, {[action] { return action->shortcut(); }, [shortcuts, action] { return shortcuts->isUsual(*action); },
               [shortcuts, action](const QKeySequence& keys) { return shortcuts->owner(keys, *action); },
               [shortcuts, action](const QKeySequence& keys) { return shortcuts->isCommands(keys, *action); },
               [shortcuts, action](const QKeySequence& keys) { shortcuts->set(*action, keys); },
               [shortcuts, action] { shortcuts->reset(*action); }});
    field->setObjectName(QStringLiteral("keys_") + action->objectName());
    QObject::connect(shortcuts, &Shortcuts::changed, field, &ShortcutField::refresh);
    QString shown = name;
    rows.push_back({section,
                    QStringLiteral("%1 → %2").arg(command.menu, shown.replace(u'&', QStringLiteral("&&"))),
                    field,
                    {},
                    action->toolTip() + u' ' + action->shortcut().toString(QKeySequence::NativeText)});
  }
}

}  // namespace

std::vector<SettingRow> settingRows(const SettingParts& parts) {
  Rows rows;
  addAppearance(parts, rows);
  addPanels(parts, rows);
  addComputing(rows);
  addPrivacy(parts, rows);
  addShortcuts(parts, rows);
  return rows;
}

}  // namespace headlight
