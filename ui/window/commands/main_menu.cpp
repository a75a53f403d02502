#include "ui/window/commands/main_menu.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <string>

#include "core/base/error.h"
#include "ui/charts/chart_windows.h"
#include "ui/panes/changes/changes_pane.h"
#include "ui/state/model_list.h"
#include "ui/state/recent_files.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/theme.h"
#include "ui/window/commands/history_commands.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"
#include "ui/window/window_layout.h"
#include "ui/window/work_controller.h"

namespace headlight {

MainMenu::MainMenu(MainWindow& window) : QObject(&window), m_window(window) {
  makeSubmenus();
  m_models = m_submenus.at("modelsMenu");
  const auto addMenu = [&](const QString& title, const Items& items) {
    QMenu* menu = m_window.menuBar()->addMenu(title);
    fill(menu, items);
    return menu;
  };
  QMenu* file = addMenu(tr("&File"), {});
  fill(file, {"openModelAction",   "openModelFileAction",
              "modelsMenu",        "compareModelMenu",
              "modelSheetAction",  "-",
              "openTextAction",    "importAttentionAction",
              "openImageAction",   "openSoundAction",
              "openSessionAction", "recentSessionsMenu",
              "newSessionAction",  "saveAction",
              "saveAsAction",      "-",
              "exportAction",      "exportAnimationAction",
              "addToDeckAction",   "deckAction",
              "printAction",       "-",
              "quitAction"});
  addMenu(tr("&Edit"), {"undoAction",
                        "redoAction",
                        "historyMenu",
                        "-",
                        "copyAction",
                        "copyNumbersAction",
                        "copyCommandAction",
                        "-",
                        "spanAction",
                        "compareTextsAction",
                        "conversationAction",
                        "-",
                        "writeOnAction",
                        "generationAction",
                        "keepWrittenAction",
                        "-",
                        "findAction",
                        "findNextAction",
                        "findPreviousAction",
                        "farLinkAction",
                        "-",
                        "focusTextAction",
                        "focusTokensAction",
                        "focusHeadsAction",
                        "-",
                        "settingsAction"});
  addMenu(tr("&Change"),
          {"switchHeadAction", "addMenu", "writeChangeAction", "-", "beforeAfterAction", "showDifferenceAction"})
      ->setObjectName(QStringLiteral("changesMenu"));
  addMenu(tr("&View"), {"previousLayerAction",
                        "nextLayerAction",
                        "previousHeadAction",
                        "nextHeadAction",
                        "-",
                        "newPanelAction",
                        "compareMarkedAction",
                        "closePanelAction",
                        "nextPanelAction",
                        "previousPanelAction",
                        "maximisePanelAction",
                        "floatPanelAction",
                        "movePanelBackAction",
                        "movePanelLaterAction",
                        "panelNoteAction",
                        "-",
                        "headsPartAction",
                        "sidePartAction",
                        "floatHeadsAction",
                        "floatSideAction",
                        "fullScreenAction",
                        "layoutsMenu",
                        "-",
                        "motionAction",
                        "spacesAction",
                        "surpriseAction",
                        "-",
                        "theme0",
                        "theme1",
                        "theme2",
                        "theme3",
                        "languageMenu",
                        "-",
                        "largerTextAction",
                        "smallerTextAction",
                        "defaultTextAction"});
  QMenu* explain = addMenu(tr("E&xplain"), {"walkAction", "tourAction"});
  for (const WindowKind& chart : chartWindows()) fill(explain, {(std::string(chart.name) + "Action").c_str()});
  addMenu(tr("Exa&mples"), {})->setObjectName(QStringLiteral("samplesMenu"));
  fillSamples(m_window.menuBar()->findChild<QMenu*>(QStringLiteral("samplesMenu")));
  addMenu(tr("&Help"), {"paletteAction", "guideAction", "keyboardAction", "startPageAction", "handsOnTourAction",
                        "welcomeAction", "aboutAction"});
}

void MainMenu::fill(QMenu* menu, const Items& items) {
  menu->setToolTipsVisible(true);
  for (const char* item : items) {
    if (*item == '-')
      menu->addSeparator();
    else if (const auto submenu = m_submenus.find(item); submenu != m_submenus.end())
      menu->addMenu(submenu->second);
    else
      menu->addAction(&actionOf(m_window, item));
  }
}

QMenu* MainMenu::makeSubmenu(const char* name, const QString& title) {
  auto* menu = new QMenu(title, &m_window);
  menu->setObjectName(QLatin1String(name));
  menu->setToolTipsVisible(true);
  m_submenus[name] = menu;
  return menu;
}

QMenu* MainMenu::makeSubmenu(const char* name, const QString& title, void (MainMenu::*refill)(QMenu*)) {
  QMenu* menu = makeSubmenu(name, title);
  connect(menu, &QMenu::aboutToShow, this, [this, menu, refill] { (this->*refill)(menu); });
  return menu;
}

void MainMenu::makeSubmenus() {
  makeSubmenu("modelsMenu", tr("Mode&ls"), &MainMenu::fillModels);
  makeSubmenu("compareModelMenu", tr("&Compare with another model"), &MainMenu::fillCompare);
  fillLayouts(makeSubmenu("layoutsMenu", tr("Layouts"), &MainMenu::fillLayouts));
  makeSubmenu("recentSessionsMenu", tr("Recent sess&ions"), &MainMenu::fillSessions);
  QMenu* history = makeSubmenu("historyMenu", tr("Histor&y"));
  connect(history, &QMenu::aboutToShow, this, [this, history] { m_window.steps().fillMenu(history); });
  m_window.changes().fillAddMenu(makeSubmenu("addMenu", tr("&Add a change")));
  QMenu* language = makeSubmenu("languageMenu", tr("Lan&guage"));
  language->addActions(m_window.findChild<QActionGroup*>(QStringLiteral("languages"))->actions());
}

QAction* MainMenu::add(QMenu* menu, const QString& text, std::function<void()> command) {
  QAction* action = menu->addAction(text);
  connect(action, &QAction::triggered, &m_window, [command = std::move(command)] { command(); });
  return action;
}

void MainMenu::fillSessions(QMenu* menu) {
  menu->clear();
  for (const QString& path : recent(RecentList::Sessions))
    add(menu, keyless(QStringLiteral("%1   %2").arg(QFileInfo(path).fileName(), path)),
        [this, path] { m_window.opener().open(path.toStdString()); });
  if (menu->isEmpty()) {
    menu->addAction(tr("None yet"))->setEnabled(false);
  } else {
    menu->addSeparator();
    add(menu, tr("Clear this list"), [] { forgetRecent(RecentList::Sessions); });
  }
  const std::vector<std::filesystem::path> aside = m_window.work().aside();
  if (aside.empty()) return;
  addHeading(*menu, tr("Unsaved"));
  for (const std::filesystem::path& file : aside)
    add(menu, QString::fromStdString(file.stem().string()).replace(QLatin1Char('&'), QStringLiteral("&&")),
        [this, file] { m_window.work().openAside(file); });
  add(menu, tr("Delete these"), [this] {
    m_window.work().forgetAside();
  })->setObjectName(QStringLiteral("forgetAsideAction"));
}

void MainMenu::fillLayouts(QMenu* menu) {
  menu->clear();
  qDeleteAll(menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
  fill(menu, {"saveLayoutAction", "resetLayoutAction"});
  auto* layout = m_window.findChild<WindowLayout*>();
  const QStringList names = layout->names();
  if (names.isEmpty()) return;
  addHeading(*menu, tr("Saved"));
  for (const QString& name : names) add(menu, keyless(name), [layout, name] { layout->open(name); });
  menu->addSeparator();
  QMenu* forget = menu->addMenu(tr("&Forget layout"));
  for (const QString& name : names) add(forget, keyless(name), [layout, name] { layout->forget(name); });
}

void MainMenu::fillModels(QMenu* menu) {
  menu->clear();
  fill(menu, {"openModelAction", "openModelFileAction"});
  std::optional<ModelChoice::From> last;
  for (const ModelChoice& model : modelChoices()) {
    if (last != model.from)
      addHeading(*menu, model.from == ModelChoice::From::BuiltIn  ? tr("Built in")
                        : model.from == ModelChoice::From::Recent ? tr("Opened before")
                                                                  : tr("Found on this computer"));
    last = model.from;
    addModel(menu, model, [this, path = model.path] { m_window.opener().open(path); });
  }
  fill(menu, {"-", "compareModelMenu", "modelSheetAction"});
  if (!recent(RecentList::Models).isEmpty())
    add(menu, tr("Clear the models opened before"), [] { forgetRecent(RecentList::Models); });
}

void MainMenu::addModel(QMenu* menu, const ModelChoice& model, std::function<void()> command) {
  constexpr qsizetype kLongest = 90;
  QString note = model.reason.isEmpty() ? model.memory : model.reason;
  if (note.size() > kLongest) note = note.left(kLongest - 1) + u'…';
  const QString line = note.isEmpty() ? model.name : tr("%1   (%2)").arg(model.name, note);
  QAction* action = add(menu, keyless(line), std::move(command));
  action->setToolTip(QString::fromStdString(model.path.string()));
  action->setEnabled(model.reason.isEmpty());
}

void MainMenu::fillCompare(QMenu* menu) {
  menu->clear();
  for (const ModelChoice& model : openableModels())
    addModel(menu, model, [this, path = model.path] { m_window.workspace().openOtherModel(path); });
  menu->addSeparator();
  add(menu, tr("Open model &folder…"), [this] { m_window.opener().chooseOtherModel(); });
  add(menu, tr("Open model f&ile…"), [this] {
    m_window.opener().chooseOtherModelFile();
  })->setObjectName(QStringLiteral("openOtherModelFileAction"));
  add(menu, tr("&Stop comparing"), [this] {
    m_window.workspace().closeOtherModel();
  })->setEnabled(m_window.workspace().otherModel() != nullptr);
}

void MainMenu::fillSamples(QMenu* menu) {
  try {
    m_samples = builtInSamples();
  } catch (const Error& error) {
    menu->addAction(keyless(QString::fromUtf8(error.what())))->setEnabled(false);
    return;
  }
  for (const Sample& sample : m_samples) {
    QAction* action = add(menu,
                          keyless(tr("%1   %2, layer %3, head %4")
                                      .arg(sampleTitle(sample), QString::fromStdString(sample.model))
                                      .arg(sample.head.layer)
                                      .arg(sample.head.head)),
                          [this, sample] { m_window.showSample(sample); });
    action->setToolTip(QString::fromStdString(sample.picture.empty() ? sample.text : sample.written));
  }
}

}  // namespace headlight
