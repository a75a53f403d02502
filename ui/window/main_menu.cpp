#include "ui/window/main_menu.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>

#include "core/base/error.h"
#include "core/model/model_places.h"
#include "ui/dialogs/help_dialogs.h"
#include "ui/language.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/changes_pane.h"
#include "ui/panes/text_bar.h"
#include "ui/reading/history.h"
#include "ui/state/recent_files.h"
#include "ui/state/settings.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"
#include "ui/window/work_keeper.h"

namespace headlight {
namespace {

/// So many steps the list of them shows, those around the present one.
constexpr int kMostSteps = 24;
constexpr qsizetype kLongestTitle = 56;

/// A step's name as a menu can show it.
QString stepTitle(const QString& name) {
  return keyless(name.size() > kLongestTitle ? name.left(kLongestTitle - 1) + QStringLiteral("…") : name);
}

}  // namespace

MainMenu::MainMenu(MainWindow& window) : QObject(&window), m_window(window) {
  buildModelMenu();
  buildFileMenu();
  buildEditMenu();
  buildChangeMenu();
  buildViewMenu();
  buildExplainMenu();
  buildSamplesMenu();
  buildHelpMenu();
}

QAction* MainMenu::add(QMenu* menu, const QString& text, const QKeySequence& keys, std::function<void()> command) {
  QAction* action = menu->addAction(text);
  if (!keys.isEmpty()) action->setShortcut(keys);
  connect(action, &QAction::triggered, &m_window, [command = std::move(command)] { command(); });
  return action;
}

void MainMenu::buildModelMenu() {
  m_models = new QMenu(&m_window);
  add(m_models, tr("&Open model folder…"), QKeySequence::Open, [this] { m_window.opener().chooseModel(); });
  QMenu* recent = m_models->addMenu(tr("Open &recent"));
  recent->setObjectName(QStringLiteral("recentMenu"));
  connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent, RecentList::Models); });
  QMenu* builtIn = m_models->addMenu(tr("&Built-in models"));
  builtIn->setObjectName(QStringLiteral("builtInMenu"));
  try {
    for (const ModelPlace& place : builtInModels())
      add(builtIn, keyless(QString::fromStdString(place.name)), {}, [this, place] { m_window.opener().open(place.folder); });
  } catch (const Error& error) {
    builtIn->addAction(keyless(QString::fromUtf8(error.what())))->setEnabled(false);
  }
  QMenu* found = m_models->addMenu(tr("&Found on this computer"));
  found->setObjectName(QStringLiteral("foundMenu"));
  found->setToolTipsVisible(true);
  connect(found, &QMenu::aboutToShow, this, [this, found] { fillFound(found); });
  m_models->addSeparator();
  QMenu* compare = m_models->addMenu(tr("&Compare with another model"));
  compare->setObjectName(QStringLiteral("compareModelMenu"));
  connect(compare, &QMenu::aboutToShow, this, [this, compare] { fillCompare(compare); });
  m_models->addSeparator();
  add(m_models, tr("Model s&heet…"), QKeySequence(QStringLiteral("Ctrl+I")), [this] { m_window.showModelSheet(); });
}

void MainMenu::fillRecent(QMenu* menu, RecentList list) {
  menu->clear();
  for (const QString& path : recent(list))
    add(menu, keyless(QStringLiteral("%1   %2").arg(QFileInfo(path).fileName(), path)), {},
        [this, path] { m_window.opener().open(path.toStdString()); });
  if (menu->isEmpty()) {
    menu->addAction(tr("None yet"))->setEnabled(false);
  } else {
    menu->addSeparator();
    add(menu, tr("Clear this list"), {}, [list] { forgetRecent(list); });
  }
}

void MainMenu::fillSessions(QMenu* menu) {
  fillRecent(menu, RecentList::Sessions);
  const std::vector<std::filesystem::path> aside = m_window.work().aside();
  if (aside.empty()) return;
  menu->addSection(tr("Unsaved"));
  for (const std::filesystem::path& file : aside)
    add(menu, QString::fromStdString(file.stem().string()).replace(QLatin1Char('&'), QStringLiteral("&&")), {},
        [this, file] { m_window.work().openAside(file); });
  add(menu, tr("Delete these"), {}, [this] {
    m_window.work().forgetAside();
  })->setObjectName(QStringLiteral("forgetAsideAction"));
}

void MainMenu::fillFound(QMenu* menu) {
  menu->clear();
  for (const ModelPlace& place : cachedModels()) {
    QAction* action =
        add(menu, keyless(QString::fromStdString(place.name)), {}, [this, place] { m_window.opener().open(place.folder); });
    action->setToolTip(QString::fromStdString(place.folder.string()));
  }
  if (menu->isEmpty()) menu->addAction(tr("No models in the Hugging Face cache"))->setEnabled(false);
}

void MainMenu::fillCompare(QMenu* menu) {
  menu->clear();
  const auto addFolder = [&](const QString& name, const std::filesystem::path& folder) {
    add(menu, keyless(name), {}, [this, folder] { m_window.workspace().openOtherModel(folder); });
  };
  try {
    for (const ModelPlace& place : builtInModels()) addFolder(QString::fromStdString(place.name), place.folder);
  } catch (const Error&) {
    // The menu of built-in models says why there are none.
  }
  menu->addSeparator();
  for (const QString& path : recent(RecentList::Models))
    addFolder(QStringLiteral("%1   %2").arg(QFileInfo(path).fileName(), path), path.toStdString());
  menu->addSeparator();
  add(menu, tr("Open model &folder…"), {}, [this] { m_window.opener().chooseOtherModel(); });
  add(menu, tr("&Stop comparing"), {}, [this] {
    m_window.workspace().closeOtherModel();
  })->setEnabled(m_window.workspace().otherModel() != nullptr);
}

void MainMenu::buildFileMenu() {
  QMenu* menu = m_window.menuBar()->addMenu(tr("&File"));
  menu->addActions(m_models->actions());
  menu->addSeparator();
  add(menu, tr("Open &text file…"), QKeySequence(QStringLiteral("Ctrl+Shift+L")), [this] {
    m_window.opener().chooseText();
  })->setObjectName(QStringLiteral("openTextAction"));
  add(menu, tr("Import &attention…"), {}, [this] { m_window.opener().chooseAttention(); });
  add(menu, tr("Open i&mage…"), QKeySequence(QStringLiteral("Ctrl+Alt+O")),
      [this] { m_window.opener().chooseImage(); });
  add(menu, tr("Open sessio&n…"), QKeySequence(QStringLiteral("Ctrl+Shift+O")),
      [this] { m_window.opener().chooseSession(); });
  QMenu* sessions = menu->addMenu(tr("Recent sess&ions"));
  sessions->setObjectName(QStringLiteral("recentSessionsMenu"));
  connect(sessions, &QMenu::aboutToShow, this, [this, sessions] { fillSessions(sessions); });
  add(menu, tr("Ne&w session"), {}, [this] {
    m_window.work().newSession();
  })->setObjectName(QStringLiteral("newSessionAction"));
  add(menu, tr("&Save session"), QKeySequence::Save, [this] { m_window.work().save(); });
  add(menu, tr("Sa&ve session as…"), QKeySequence(QStringLiteral("Ctrl+Shift+S")),
      [this] { m_window.work().saveAs(); });
  menu->addSeparator();
  add(menu, tr("&Export figure…"), QKeySequence(QStringLiteral("Ctrl+E")), [this] {
    m_window.exportFigure();
  })->setObjectName(QStringLiteral("exportAction"));
  add(menu, tr("Add to &deck"), QKeySequence(QStringLiteral("Ctrl+D")), [this] {
    m_window.addToDeck();
  })->setObjectName(QStringLiteral("addToDeckAction"));
  add(menu, tr("Dec&k…"), QKeySequence(QStringLiteral("Ctrl+Shift+D")), [this] {
    m_window.showDeck();
  })->setObjectName(QStringLiteral("deckAction"));
  menu->addSeparator();
  add(menu, tr("&Quit"), QKeySequence::Quit, [this] { m_window.close(); });
}

void MainMenu::buildEditMenu() {
  QMenu* menu = m_window.menuBar()->addMenu(tr("&Edit"));
  m_undo = add(menu, tr("&Undo"), QKeySequence::Undo, [this] { m_window.undo(); });
  m_undo->setObjectName(QStringLiteral("undoAction"));
  m_redo = add(menu, tr("&Redo"), QKeySequence(QStringLiteral("Ctrl+Shift+Z")), [this] { m_window.redo(); });
  m_redo->setObjectName(QStringLiteral("redoAction"));
  QMenu* history = menu->addMenu(tr("Histor&y"));
  history->setObjectName(QStringLiteral("historyMenu"));
  connect(history, &QMenu::aboutToShow, this, [this, history] { fillHistory(history); });
  connect(&m_window.history(), &History::changed, this, &MainMenu::showSteps);
  connect(&m_window.textBar(), &TextBar::waitingChanged, this, &MainMenu::showSteps);
  showSteps();
  menu->addSeparator();
  // A text field takes Ctrl+C for itself while it has the focus.
  add(menu, tr("&Copy figure"), QKeySequence::Copy, [this] {
    m_window.copyFigure();
  })->setObjectName(QStringLiteral("copyAction"));
  add(menu, tr("Copy &numbers"), QKeySequence(QStringLiteral("Ctrl+Shift+C")), [this] {
    m_window.copyNumbers();
  })->setObjectName(QStringLiteral("copyNumbersAction"));
  menu->addSeparator();
  add(menu, tr("Merge as s&pan"), QKeySequence(QStringLiteral("Ctrl+G")),
      [this] { m_window.makeSpan(); });
  add(menu, tr("Co&mpare texts"), QKeySequence(QStringLiteral("Ctrl+B")), [this] {
    m_window.compareTexts();
  })->setObjectName(QStringLiteral("compareTextsAction"));
  menu->addSeparator();
  addWriting(menu);
  add(menu, tr("&Find…"), QKeySequence::Find, [this] {
    m_window.findTokens();
  })->setObjectName(QStringLiteral("findAction"));
  add(menu, tr("Find ne&xt"), QKeySequence(QStringLiteral("F3")), [this] { m_window.findNext(1); });
  add(menu, tr("Find pre&vious"), QKeySequence(QStringLiteral("Shift+F3")), [this] { m_window.findNext(-1); });
  add(menu, tr("Next long-range &link"), QKeySequence(QStringLiteral("Ctrl+J")), [this] {
    m_window.nextFarLink();
  })->setObjectName(QStringLiteral("farLinkAction"));
  menu->addSeparator();
  add(menu, tr("Go to &text"), QKeySequence(QStringLiteral("Ctrl+L")), [this] { m_window.focusText(); });
  add(menu, tr("T&okens"), QKeySequence(QStringLiteral("Ctrl+T")), [this] { m_window.focusTokens(); });
  add(menu, tr("&Heads"), QKeySequence(QStringLiteral("Ctrl+H")), [this] { m_window.focusHeads(); });
}

void MainMenu::showSteps() {
  const History& history = m_window.history();
  const QString undo = stepTitle(history.undoName()), redo = stepTitle(history.redoName());
  // What was typed last is told before it is taken back.
  const bool typed = m_window.textBar().isWaiting();
  m_undo->setText(typed || undo.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(undo));
  m_undo->setEnabled(typed || history.canUndo());
  m_redo->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo %1").arg(redo));
  m_redo->setEnabled(history.canRedo());
}

void MainMenu::fillHistory(QMenu* menu) {
  menu->clear();
  const History& history = m_window.history();
  const int first = std::max(0, std::min(history.index() - kMostSteps / 2, history.count() - kMostSteps + 1));
  const int last = std::min(history.count(), first + kMostSteps - 1);
  for (int index = first; index <= last; ++index) {
    QAction* step = add(menu, index == 0 ? tr("Start") : stepTitle(history.name(index - 1)), {},
                        [this, index] { m_window.goToStep(index); });
    step->setObjectName(QStringLiteral("step%1").arg(index));
    step->setCheckable(true);
    step->setChecked(index == history.index());
  }
}

void MainMenu::addWriting(QMenu* menu) {
  add(menu, tr("Cont&inue text"), QKeySequence(QStringLiteral("Ctrl+Return")), [this] {
    m_window.writeOn();
  })->setObjectName(QStringLiteral("writeOnAction"));
  add(menu, tr("Generation &steps"), QKeySequence(QStringLiteral("Ctrl+Shift+Return")), [this] {
    m_window.showGeneration();
  })->setObjectName(QStringLiteral("generationAction"));
  menu->addSeparator();
}

void MainMenu::buildChangeMenu() {
  QMenu* menu = m_window.menuBar()->addMenu(tr("&Change"));
  menu->setObjectName(QStringLiteral("changesMenu"));
  add(menu, tr("&Toggle head"), QKeySequence(QStringLiteral("Ctrl+K")), [this] {
    m_window.switchSelectedHead();
  })->setObjectName(QStringLiteral("switchHeadAction"));
  QMenu* more = menu->addMenu(tr("&Add a change"));
  m_window.changes().fillAddMenu(more);
  add(menu, tr("&Write a change"), QKeySequence(QStringLiteral("Ctrl+Shift+K")), [this] {
    m_window.writeChange();
  })->setObjectName(QStringLiteral("writeChangeAction"));
  menu->addSeparator();
  add(menu, tr("Show &before or after"), QKeySequence(QStringLiteral("Ctrl+Shift+A")), [this] {
    m_window.switchBeforeAfter();
  })->setObjectName(QStringLiteral("beforeAfterAction"));
  add(menu, tr("Show the &difference"), QKeySequence(QStringLiteral("Ctrl+Shift+E")), [this] {
    m_window.showChangesBeside();
  })->setObjectName(QStringLiteral("showDifferenceAction"));
}

void MainMenu::buildViewMenu() {
  QMenu* menu = m_window.menuBar()->addMenu(tr("&View"));
  add(menu, tr("Previous layer"), QKeySequence(QStringLiteral("[")), [this] { m_window.moveHead(-1, 0); });
  add(menu, tr("Next layer"), QKeySequence(QStringLiteral("]")), [this] { m_window.moveHead(1, 0); });
  add(menu, tr("Previous head"), QKeySequence(QStringLiteral(",")), [this] { m_window.moveHead(0, -1); });
  add(menu, tr("Next head"), QKeySequence(QStringLiteral(".")), [this] { m_window.moveHead(0, 1); });
  menu->addSeparator();
  add(menu, tr("&New panel"), QKeySequence(QStringLiteral("Ctrl+N")), [this] { m_window.addPanel(); });
  add(menu, tr("Compare mar&ked heads"), QKeySequence(QStringLiteral("Ctrl+Shift+B")),
      [this] { m_window.compareMarkedHeads(); });
  add(menu, tr("&Close panel"), QKeySequence(QStringLiteral("Ctrl+W")), [this] { m_window.closePanel(); });
  PanelArea& panels = m_window.panelArea();
  add(menu, tr("Ne&xt panel"), QKeySequence(QStringLiteral("F6")), [&panels] { panels.focusPanel(1); });
  add(menu, tr("&Previous panel"), QKeySequence(QStringLiteral("Shift+F6")), [&panels] { panels.focusPanel(-1); });
  add(menu, tr("&Maximise or restore panel"), QKeySequence(QStringLiteral("Ctrl+M")),
      [&panels] { panels.toggleMaximised(); });
  add(menu, tr("Move panel &back"), QKeySequence(QStringLiteral("Alt+Shift+Left")),
      [&panels] { panels.moveCurrent(-1); });
  add(menu, tr("Move panel &forward"), QKeySequence(QStringLiteral("Alt+Shift+Right")),
      [&panels] { panels.moveCurrent(1); });
  menu->addSeparator();
  QAction* motion = menu->addAction(tr("&Reduce motion"));
  motion->setObjectName(QStringLiteral("motionAction"));
  motion->setCheckable(true);
  motion->setChecked(reducesMotion());
  connect(motion, &QAction::toggled, &m_window, &MainWindow::setReducesMotion);
  QAction* spaces = menu->addAction(tr("&Show spaces in tokens"));
  spaces->setObjectName(QStringLiteral("spacesAction"));
  spaces->setCheckable(true);
  spaces->setChecked(m_window.showsSpaces());
  connect(spaces, &QAction::toggled, &m_window, &MainWindow::setShowSpaces);
  QAction* surprise = menu->addAction(tr("C&olour by surprisal"));
  surprise->setObjectName(QStringLiteral("surpriseAction"));
  surprise->setCheckable(true);
  surprise->setToolTip(tr("How unexpected each token is to the model"));
  connect(surprise, &QAction::toggled, &m_window, &MainWindow::setShowSurprise);
  connect(menu, &QMenu::aboutToShow, surprise, [this, surprise] { surprise->setChecked(m_window.showsSurprise()); });
  menu->addSeparator();
  auto* themes = new QActionGroup(this);
  const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::System, tr("S&ystem theme")},
                                                     {ThemeChoice::Light, tr("&Light")},
                                                     {ThemeChoice::Dark, tr("&Dark")}};
  for (const auto& [choice, name] : choices) {
    QAction* action = menu->addAction(name);
    action->setObjectName(QStringLiteral("theme%1").arg(static_cast<int>(choice)));
    action->setCheckable(true);
    action->setChecked(choice == m_window.themeChoice());
    themes->addAction(action);
    connect(action, &QAction::triggered, &m_window, [this, choice = choice] { m_window.setThemeChoice(choice); });
  }
  buildLanguageMenu(menu->addMenu(tr("Lan&guage")));
  menu->addSeparator();
  add(menu, tr("L&arger text"), QKeySequence::ZoomIn, [this] { m_window.setTextStep(textStep() + 1); });
  add(menu, tr("Small&er text"), QKeySequence::ZoomOut, [this] { m_window.setTextStep(textStep() - 1); });
  add(menu, tr("Defa&ult text"), QKeySequence(QStringLiteral("Ctrl+0")), [this] { m_window.setTextStep(0); });
}

void MainMenu::buildLanguageMenu(QMenu* menu) {
  menu->setObjectName(QStringLiteral("languageMenu"));
  auto* group = new QActionGroup(this);
  std::vector<Language> choices = languages();
  choices.insert(choices.begin(), {{}, tr("&System language")});
  const QString chosen = loadSettings().language;
  for (const Language& choice : choices) {
    QAction* action = menu->addAction(choice.endonym);
    action->setObjectName(QStringLiteral("language_") + choice.code);
    action->setCheckable(true);
    action->setChecked(choice.code == chosen);
    group->addAction(action);
    connect(action, &QAction::triggered, &m_window, [this, code = choice.code] {
      changeSettings([&code](Settings& settings) { settings.language = code; });
      m_window.showMessage(Notice::Level::Hint, tr("Restart Headlight to use this language."));
    });
  }
}

void MainMenu::buildExplainMenu() {
  QMenu* menu = m_window.menuBar()->addMenu(tr("E&xplain"));
  add(menu, tr("&Walk through this head…"), QKeySequence(QStringLiteral("F9")), [this] {
    m_window.showWalkthrough();
  })->setObjectName(QStringLiteral("walkAction"));
  add(menu, tr("&Five things heads do…"), QKeySequence(QStringLiteral("Shift+F9")), [this] {
    m_window.showTour();
  })->setObjectName(QStringLiteral("tourAction"));
  add(menu, tr("Which heads &matter…"), QKeySequence(QStringLiteral("Shift+F8")), [this] {
    m_window.showAblation();
  })->setObjectName(QStringLiteral("ablationAction"));
  add(menu, tr("Compare met&hods…"), QKeySequence(QStringLiteral("Ctrl+F8")), [this] {
    m_window.showMethods();
  })->setObjectName(QStringLiteral("methodsAction"));
  add(menu, tr("Head &table…"), QKeySequence(QStringLiteral("Shift+F7")), [this] {
    m_window.showHeadTable();
  })->setObjectName(QStringLiteral("headTableAction"));
  add(menu, tr("&Noise test…"), QKeySequence(QStringLiteral("F8")), [this] {
    m_window.showNoise();
  })->setObjectName(QStringLiteral("noiseAction"));
  add(menu, tr("&Cost…"), QKeySequence(QStringLiteral("F7")), [this] {
    m_window.showCost();
  })->setObjectName(QStringLiteral("costAction"));
}

void MainMenu::buildSamplesMenu() {
  QMenu* menu = m_window.menuBar()->addMenu(tr("Exa&mples"));
  menu->setObjectName(QStringLiteral("samplesMenu"));
  menu->setToolTipsVisible(true);
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
                          {}, [this, sample] {
                            if (m_window.openSample(sample, m_window.workspace().panels()))
                              m_window.showMessage(Notice::Level::Hint, sampleShows(sample));
                          });
    action->setToolTip(QString::fromStdString(sample.text));
  }
}

void MainMenu::buildHelpMenu() {
  QMenu* menu = m_window.menuBar()->addMenu(tr("&Help"));
  add(menu, tr("&Guide"), QKeySequence(QStringLiteral("F1")), [this] {
    m_window.showGuide();
  })->setObjectName(QStringLiteral("guideAction"));
  add(menu, tr("&Keyboard shortcuts"), QKeySequence(QStringLiteral("Shift+F1")), [this] {
    showKeyboardSheet(&m_window);
  })->setObjectName(QStringLiteral("keyboardAction"));
  add(menu, tr("Window &tour"), {}, [this] {
    m_window.showWelcome();
  })->setObjectName(QStringLiteral("welcomeAction"));
  add(menu, tr("&About Headlight"), {}, [this] { showAbout(&m_window); });
}

}  // namespace headlight
