#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QToolButton>
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>

#include "core/base/error.h"
#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/full_disk.h"
#include "tests/support/suite.h"
#include "ui/panes/message_bar.h"
#include "ui/private_mode.h"
#include "ui/reading/history.h"
#include "ui/state/autosave.h"
#include "ui/state/session_file.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"
#include "ui/window/session_controller.h"
#include "ui/window/work_controller.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;
using headlight::test::FullDisk;
namespace fs = std::filesystem;

namespace {

fs::path keptFolder() {
  return fs::path(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation).toStdString()) / "autosave";
}

/// Every session that lies in the program's own folders, by its text.
QStringList keptTexts() {
  QStringList texts;
  std::error_code ignored;
  for (const fs::path& folder : {keptFolder(), keptFolder() / "aside"})
    for (const auto& entry : fs::directory_iterator(folder, ignored))
      if (entry.path().extension() == ".headlight")
        texts << QString::fromStdString(readSessionFile(entry.path()).state.text);
  return texts;
}

}  // namespace

class TestKeeping : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  FakeEngine m_fake;

  fs::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

  WorkspaceState stateWith(const std::string& text) const {
    WorkspaceState state;
    state.model = path("small");
    state.text = text;
    state.panels = openingPanels();
    return state;
  }

  std::unique_ptr<MainWindow> opened(const std::string& text = "the cat sat") {
    auto window = std::make_unique<MainWindow>(m_fake.engine());
    window->show();
    window->openState(stateWith(text));
    if (!QTest::qWaitFor([&] { return window->workspace().result() != nullptr; })) qFatal("no result");
    return window;
  }
  static void type(MainWindow& window, const QString& text) {
    child<QPlainTextEdit>(window, "text").setPlainText(text);
  }
  static bool answer(MainWindow& window, QMessageBox::StandardButton button) {
    auto* box = window.findChild<QMessageBox*>("saveQuestion");
    if (!box || !box->isVisible()) return false;
    box->button(button)->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return true;
  }

 private slots:
  void initTestCase() {
    fs::create_directories(path("small"));
    fs::create_directories(path("large"));
  }
  void init() {
    QSettings().clear();
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).removeRecursively();
    fs::remove(path("a.headlight"));
    fs::remove(path("b.headlight"));
  }

  void theTitleSaysWhatIsNotSaved() {
    const auto window = opened();
    QVERIFY(!window->isWindowModified());
    QVERIFY(window->windowTitle().contains("[*]"));
    window->workspace().selection()->setHead({1, 1});
    QVERIFY(window->isWindowModified());
    window->act("undoAction");
    QVERIFY(!window->isWindowModified());
    type(*window, "the dog");
    window->act("undoAction");  // Takes over what was typed, and back.
    QVERIFY(!window->isWindowModified());
    window->act("redoAction");
    QTRY_VERIFY(window->isWindowModified());
    QVERIFY(window->sessions().save(path("a.headlight")));
    QVERIFY(!window->isWindowModified());
    // What a result makes necessary is no change of the person's.
    WorkspaceState far = stateWith("one two three");
    far.token = 40;
    std::ofstream(path("b.headlight")) << sessionText({"small", "", far});
    window->opener().open(path("b.headlight"));
    QTRY_COMPARE(window->workspace().text(), std::string("one two three"));
    QTRY_VERIFY(!window->workspace().isRunning());
    QVERIFY(!window->workspace().state().token);
    QVERIFY(!window->isWindowModified());
  }

  void closingAsksBeforeWorkIsLost_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("button");
    QTest::addColumn<bool>("closes");
    for (const char* what : {"file", "deck", "private"})
      for (const auto& [button, closes] :
           {std::pair(QMessageBox::Save, true), {QMessageBox::Discard, true}, {QMessageBox::Cancel, false}})
        QTest::addRow("%s %d", what, static_cast<int>(button)) << QString(what) << static_cast<int>(button) << closes;
  }
  void closingAsksBeforeWorkIsLost() {
    QFETCH(const QString, what);
    QFETCH(const int, button);
    QFETCH(const bool, closes);
    privateMode() = what == "private";
    const auto leave = qScopeGuard([] { privateMode() = false; });
    const auto window = opened();
    if (what == "file") QVERIFY(window->sessions().save(path("a.headlight")));
    if (what == "deck") window->act("addToDeckAction");
    // Typed a moment ago, and not yet told to anybody.
    type(*window, "typed just now");
    window->close();
    QVERIFY(window->isVisible());
    QCOMPARE(window->workspace().text(), std::string("typed just now"));
    window->close();  // Asks once.
    QCOMPARE(window->findChildren<QMessageBox*>("saveQuestion").size(), 1);
    QVERIFY(answer(*window, static_cast<QMessageBox::StandardButton>(button)));
    if (button == QMessageBox::Save && what != "file") {
      auto* dialog = window->findChild<QFileDialog*>();
      QVERIFY(dialog && window->isVisible());
      emit dialog->fileSelected(QString::fromStdString(path("a.headlight").string()));
    }
    QTRY_COMPARE(!window->isVisible(), closes);
    if (button == QMessageBox::Save) {
      QCOMPARE(readSessionFile(path("a.headlight")).state, window->workspace().state());
    } else if (closes) {
      QVERIFY(what != "file" || *readSessionFile(path("a.headlight")).state.text == "the cat sat");
    }
    if (closes) QVERIFY2(keptTexts().isEmpty(), qPrintable(keptTexts().join(u'|')));
  }

  void whatCannotBeSavedIsNotClosed() {
    const auto window = opened();
    QVERIFY(window->sessions().save(path("a.headlight")));
    type(*window, "precious");
    window->close();
    {
      const FullDisk full(100);
      QVERIFY(answer(*window, QMessageBox::Save));
    }
    QVERIFY(window->isVisible());
    QVERIFY(window->isWindowModified());
    QVERIFY(child<MessageBar>(*window, "messageBar").text().contains("a.headlight"));
    QCOMPARE(*readSessionFile(path("a.headlight")).state.text, std::string("the cat sat"));
  }

  void withoutAFileTheNextStartBringsTheSessionBack() {
    {
      const auto window = opened();
      window->workspace().selection()->setHead({3, 7});
      type(*window, "typed just now");
      window->close();
      QVERIFY(!window->isVisible());
    }
    QCOMPARE(keptTexts(), QStringList("typed just now"));
    for (int start = 0; start < 2; ++start) {  // Closed as it came, it comes again.
      MainWindow next(m_fake.engine());
      next.show();
      next.work().openLast(stateWith("a first start"));
      QTRY_VERIFY(next.workspace().result());
      QCOMPARE(next.workspace().text(), std::string("typed just now"));
      QVERIFY(next.workspace().selection()->head() == (HeadId{3, 7}));
      QVERIFY(next.isWindowModified());  // It is in no file.
      QVERIFY(!next.history().canUndo());
      QCOMPARE(keptTexts(), QStringList("typed just now"));  // The new copy, and no other one.
      QVERIFY(child<MessageBar>(next, "messageBar").text().contains("your last session"));
      next.close();
    }
    // What was only looked at brings nothing.
    init();
    { opened()->close(); }
    MainWindow next(m_fake.engine());
    next.show();
    next.work().openLast(stateWith("a first start"));
    QTRY_COMPARE(next.workspace().text(), std::string("a first start"));
  }

  void aStartAfreshKeepsTheLastSession() {
    { 
      const auto window = opened();
      type(*window, "mine alone");
      window->close();
    }
    MainWindow next(m_fake.engine());
    next.show();
    next.work().openLast(stateWith("a first start"));
    QTRY_COMPARE(next.workspace().text(), std::string("mine alone"));
    child<QPushButton>(next, "messageAnswer").click();
    QTRY_VERIFY(next.workspace().text() != "mine alone");
    QVERIFY(keptTexts().contains("mine alone"));
    // It is in the menu, and comes back from there.
    QMenu& menu = child<QMenu>(next, "recentSessionsMenu");
    emit menu.aboutToShow();
    const auto actions = menu.actions();
    const auto at = std::find_if(actions.begin(), actions.end(),
                                 [](const QAction* action) { return action->text().startsWith("mine-alone"); });
    QVERIFY(at != actions.end());
    (*at)->trigger();
    QTRY_COMPARE(next.workspace().text(), std::string("mine alone"));
    QCOMPARE(keptTexts().count("mine alone"), 1);
  }

  void aLastSessionThatCannotBeOpenedLeavesNoEmptyWindow_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"not JSON", "another head", "model gone"}) QTest::newRow(what) << QString(what);
  }
  void aLastSessionThatCannotBeOpenedLeavesNoEmptyWindow() {
    QFETCH(const QString, what);
    fs::create_directories(keptFolder() / "aside");
    const fs::path file = keptFolder() / "aside" / "last.headlight";
    WorkspaceState state = stateWith("mine");
    if (what == "another head") state.head = {99, 0};
    if (what == "model gone") state.model = path("gone");
    std::ofstream(file) << (what == "not JSON" ? "garbage" : sessionText({"gone", "", state}));
    QSettings().setValue("lastSession", QString::fromStdString(file.string()));
    MainWindow window(m_fake.engine());
    window.show();
    window.work().openLast(stateWith("a first start"));
    QTRY_VERIFY(window.workspace().result());
    QCOMPARE(window.workspace().text(), std::string("a first start"));
    QTRY_VERIFY(child<MessageBar>(window, "messageBar").isVisible());
    QVERIFY(fs::exists(file));
  }

  void whatACrashLeftStaysUntilItIsOpen_data() { aLastSessionThatCannotBeOpenedLeavesNoEmptyWindow_data(); }
  void whatACrashLeftStaysUntilItIsOpen() {
    QFETCH(const QString, what);
    fs::create_directories(keptFolder());
    const fs::path file = keptFolder() / "lost.headlight";
    WorkspaceState state = stateWith("mine");
    if (what == "another head") state.head = {99, 0};
    if (what == "model gone") state.model = path("gone");
    std::ofstream(file) << (what == "not JSON" ? "garbage" : sessionText({"gone", "", state}));
    {
      const auto window = opened();
      child<QPushButton>(*window, "messageAnswer").click();
      const auto& bar = child<MessageBar>(*window, "messageBar");
      QTRY_VERIFY(!window->workspace().isOpening() && bar.isVisible() && !bar.text().contains("A copy of your work"));
      QVERIFY(fs::exists(file));
      QCOMPARE(window->workspace().text(), std::string("the cat sat"));
      if (what != "model gone") return;
      window->sessions().openMovedWith(path("small"));
      QTRY_COMPARE(window->workspace().text(), std::string("mine"));
      QVERIFY(!fs::exists(file));
      QCOMPARE(keptTexts(), QStringList("mine"));
    }
  }

  void whatACrashLeftIsNotLostByAnotherMessage() {
    fs::create_directories(keptFolder());
    std::ofstream(keptFolder() / "lost.headlight") << sessionText({"small", "", stateWith("mine")});
    const auto window = opened();
    auto& bar = child<MessageBar>(*window, "messageBar");
    QVERIFY(bar.text().contains("A copy of your work"));
    window->showMessage(Notice::Level::Error, "something else");
    QCOMPARE(bar.text(), QString("something else"));
    child<QToolButton>(*window, "dismissMessage").click();
    QVERIFY(bar.isVisible() && bar.text().contains("A copy of your work"));
    // Not wanted now: it is put aside, not deleted.
    child<QToolButton>(*window, "dismissMessage").click();
    QVERIFY(!bar.isVisible());
    QVERIFY(!fs::exists(keptFolder() / "lost.headlight"));
    QCOMPARE(keptTexts(), QStringList("mine"));
    QCOMPARE(window->work().aside().size(), std::size_t(1));
  }

  void onlyTheNewestOfManyStayAside() {
    Autosave autosave(keptFolder(), [] { return [] { return std::string("{}"); }; });
    for (int i = 0; i < 23; ++i) QVERIFY(autosave.putAside("one"));
    QCOMPARE(autosave.aside().size(), std::size_t(20));
  }

  /// Neither making the text nor the disk holds up the window; a clean end waits for what is being written.
  void theCopyIsWrittenApart() {
    const auto here = QThread::currentThread();
    std::atomic<bool> gate = false;
    std::atomic<int> asked = 0, madeHere = 0, madeApart = 0;
    fs::path file;
    {
      Autosave autosave(keptFolder(), [&] {
        ++asked;
        return [&, number = asked.load()] {
          ++(QThread::currentThread() == here ? madeHere : madeApart);
          while (QThread::currentThread() != here && !gate) QThread::msleep(1);
          return "text " + std::to_string(number);
        };
      });
      file = autosave.file();
      autosave.touch();
      QTRY_COMPARE(madeApart.load(), 1);  // It waits, and the window does not.
      QVERIFY(!fs::exists(autosave.file()));
      gate = true;
      QTRY_VERIFY(fs::exists(autosave.file()));
      QCOMPARE(madeHere.load(), 0);
      QVERIFY(autosave.flush());
      QCOMPARE(madeHere.load(), 1);
      std::ifstream in(autosave.file());
      QCOMPARE((std::string{std::istreambuf_iterator<char>(in), {}}), std::string("text 2"));
      autosave.touch();
      QTRY_COMPARE(madeApart.load(), 2);
    }
    QVERIFY(!fs::exists(file));
  }

  void aCopyThatCannotBeWrittenIsSaidOnce() {
    Autosave autosave("/proc/nothing", [] { return [] { return std::string("{}"); }; });
    QStringList said;
    connect(&autosave, &Autosave::failed, this, [&](const QString& message) { said << message; });
    QVERIFY(!autosave.flush());
    QVERIFY(!autosave.flush());
    QCOMPARE(said.size(), 1);
    QVERIFY(said.front().contains("/proc/nothing"));
    QVERIFY(!autosave.putAside("x"));
  }

  void anotherSessionAsksFirst() {
    std::ofstream(path("b.headlight")) << sessionText({"small", "", stateWith("the other one")});
    const auto window = opened();
    QVERIFY(window->sessions().save(path("a.headlight")));
    type(*window, "changed");
    window->opener().open(path("b.headlight"));
    QCOMPARE(window->workspace().text(), std::string("changed"));
    QVERIFY(answer(*window, QMessageBox::Cancel));
    QCOMPARE(window->workspace().text(), std::string("changed"));
    window->opener().open(path("b.headlight"));
    QVERIFY(answer(*window, QMessageBox::Save));
    QTRY_COMPARE(window->workspace().text(), std::string("the other one"));
    QCOMPARE(*readSessionFile(path("a.headlight")).state.text, std::string("changed"));
    // Undo does not bring the first session under the name of the second.
    QVERIFY(!window->history().canUndo());
    QVERIFY(window->sessions().file() == path("b.headlight"));
  }

  void workInNoFileIsPutAsideForAnotherSession() {
    std::ofstream(path("b.headlight")) << sessionText({"small", "", stateWith("the other one")});
    std::ofstream(path("c.headlight")) << sessionText({"small", "", [&] {
                                                         WorkspaceState absurd = stateWith("absurd");
                                                         absurd.head = {99, 1};
                                                         return absurd;
                                                       }()});
    const auto window = opened();
    type(*window, "mine alone");
    window->opener().open(path("c.headlight"));  // Does not open: nothing is put aside for it.
    QTRY_VERIFY(child<MessageBar>(*window, "messageBar").text().contains("99"));
    QVERIFY(window->work().aside().empty());
    QCOMPARE(window->workspace().text(), std::string("mine alone"));
    window->opener().open(path("b.headlight"));
    QTRY_COMPARE(window->workspace().text(), std::string("the other one"));
    QCOMPARE(window->work().aside().size(), std::size_t(1));
    QVERIFY(keptTexts().contains("mine alone"));
  }

  void aFileIsReplacedOnlyWhenAgreed() {
    const auto window = opened();
    const auto contentOf = [&](const char* name) {
      QFile file(m_folder.filePath(name));
      return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    std::ofstream(path("a.headlight")) << "somebody's";
    window->act("saveAsAction");
    auto* dialog = window->findChild<QFileDialog*>();
    QVERIFY(dialog);
    QVERIFY2(dialog->selectedFiles().value(0).endsWith("/the-cat-sat.headlight"),
             qPrintable(dialog->selectedFiles().value(0)));
    emit dialog->fileSelected(QString::fromStdString(path("a.headlight").string()));
    dialog->close();
    auto* box = window->findChild<QMessageBox*>("replaceQuestion");
    QVERIFY(box);
    box->button(QMessageBox::Cancel)->click();
    QCOMPARE(contentOf("a.headlight"), QByteArray("somebody's"));
    QVERIFY(!window->sessions().file());
    // Its own file is saved without a question, unless something else has written to it.
    QVERIFY(window->sessions().save(path("b.headlight")));
    type(*window, "another text");
    window->act("saveAction");
    QCOMPARE(*readSessionFile(path("b.headlight")).state.text, std::string("another text"));
    std::ofstream(path("b.headlight")) << "from elsewhere";
    fs::last_write_time(path("b.headlight"), fs::file_time_type::clock::now() + std::chrono::seconds(5));
    type(*window, "a third text");
    window->act("saveAction");
    QCOMPARE(contentOf("b.headlight"), QByteArray("from elsewhere"));
    const auto boxes = window->findChildren<QMessageBox*>("replaceQuestion");
    QVERIFY(boxes.back()->isVisible() && boxes.back()->text().contains("another program"));
    child<QPushButton>(*boxes.back(), "replaceFile").click();
    QCOMPARE(*readSessionFile(path("b.headlight")).state.text, std::string("a third text"));
  }

  // Whatever is written can be read.
  void theLargestWorkspaceIsWrittenAndRead() {
    WorkspaceState state = stateWith(std::string(20 << 20, 'x'));
    state.panels.resize(kMostPanels);
    for (PanelState& panel : state.panels) {
      panel.lenses.resize(kMostLenses);
      panel.heads.resize(20);
    }
    state.panels[0].heads.resize(kMostHeads);
    PanelLens& spans = state.panels[0].lenses[0];
    spans.kind = PanelLens::Kind::Spans;
    for (Index i = 0; i < static_cast<Index>(kMostSpans); ++i) spans.spans.emplace_back(2 * i, 2 * i + 1);
    state.changes.assign(kMostChanges, {Ablate{{{{3, 3}, {7, 7}}}, Ablate::By::Zero, {}}, true});
    DeckSlide slide{"title", "sentence", sessionText({"small", "", stateWith("on the page")})};
    state.deck = std::vector<DeckSlide>(kMostSlides, slide);
    QVERIFY(beyondLimits(state).isEmpty());
    const std::string text = sessionText({"small", "", state});
    QVERIFY(text.size() > (20U << 20));
    std::ofstream(path("a.headlight")) << text;
    QVERIFY(readSessionFile(path("a.headlight")).state == state);
  }

  void aWorkspaceTakesNoMoreThanASessionKeeps() {
    const auto window = opened();
    Workspace& workspace = window->workspace();
    auto& bar = child<MessageBar>(*window, "messageBar");
    const WorkspaceState start = workspace.state();
    PanelState tooDeep = workspace.panels()[0];
    tooDeep.lenses.resize(kMostLenses + 1);
    PanelState manyHeads = workspace.panels()[0];
    manyHeads.heads.resize(kMostHeads + 1);
    PanelState manySpans = workspace.panels()[0];
    manySpans.lenses.resize(1);
    manySpans.lenses[0].kind = PanelLens::Kind::Spans;
    manySpans.lenses[0].spans.resize(kMostSpans + 1);
    const std::vector<std::function<void()>> tooMuch = {
        [&] { workspace.addPanels(std::vector<PanelState>(kMostPanels)); },
        [&] { workspace.setPanel(0, tooDeep); },
        [&] { workspace.setPanel(0, manyHeads); },
        [&] { workspace.setPanel(0, manySpans); },
        [&] { workspace.setChanges(std::vector<Change>(kMostChanges + 1)); },
        [&] { workspace.setDeck(std::vector<DeckSlide>(kMostSlides + 1)); }};
    for (const auto& change : tooMuch) {
      bar.hide();
      change();
      QVERIFY(workspace.state() == start);
      QVERIFY(bar.isVisible() && bar.text().contains("at most"));
    }
  }

  void aSessionThatIsTooLongIsRefusedBothWays() {
    const WorkspaceState state = stateWith(std::string(3 << 20, 'x'));
    QVERIFY(sessionText({"small", "", state}, 4 << 20).size() > 3 << 20);
    QVERIFY_THROWS_EXCEPTION(Error, sessionText({"small", "", state}, 3 << 20));
    std::ofstream(path("b.headlight")) << "{}";
    fs::resize_file(path("b.headlight"), kMostSessionBytes + 1);
    try {
      readSessionFile(path("b.headlight"));
      QFAIL("was read");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains("at most 256 MiB"), error.what());
    }
    const std::string values = "{\"headlight-session\": 5, \"x\": [" + [] {
      std::string many;
      for (int i = 0; i < 2'100'000; ++i) many += "0,";
      return many;
    }() + "0]}";
    try {
      readSession(values, "a.headlight");
      QFAIL("was read");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains("values"), error.what());
    }
  }

  void whatIsTypedInTheDeckIsKept() {
    // A page of which the picture is not there yet.
    const auto window = opened();
    window->act("addToDeckAction");
    QVERIFY(window->sessions().save(path("a.headlight")));
    MainWindow next(m_fake.engine());
    next.show();
    m_fake.runSteps = 300;
    const auto quick = qScopeGuard([this] { m_fake.runSteps = 0; });
    next.opener().open(path("a.headlight"));
    QTRY_COMPARE(next.workspace().deck().size(), std::size_t(1));
    QDialog* deck = next.windows().open("deck");
    auto& title = child<QLineEdit>(deck, "deckTitle");
    title.selectAll();
    QTest::keyClicks(&title, "Mine");
    QTRY_VERIFY(child<QPushButton>(deck, "deckExport").isEnabled());  // The picture has come.
    QCOMPARE(title.text(), QString("Mine"));
    QTest::keyClicks(&title, " too");
    next.close();
    QVERIFY(answer(next, QMessageBox::Save));
    QTRY_VERIFY(!next.isVisible());
    QCOMPARE(readSessionFile(path("a.headlight")).state.deck->front().title, std::string("Mine too"));
  }

  void widgetsGoBeforeTheWorkspaceThatTheyHold() {
    QStringList gone;
    {
      const auto window = opened();
      window->act("addToDeckAction");
      window->windows().open("deck");
      window->windows().open("guide");
      window->act("exportAction");
      window->act("findAction");
      connect(&window->workspace(), &QObject::destroyed, this, [&] { gone << "workspace"; });
      connect(window->workspace().selection(), &QObject::destroyed, this, [&] { gone << "selection"; });
      int watched = 0;
      for (QObject* part : window->findChildren<QObject*>()) {
        const QString name = part->metaObject()->className();
        if (!name.startsWith("headlight::")) continue;
        ++watched;
        connect(part, &QObject::destroyed, this, [&gone, name] { gone << name; });
      }
      QVERIFY(watched > 30);
    }
    QVERIFY2(gone.indexOf("workspace") >= gone.size() - 2 && gone.indexOf("selection") >= gone.size() - 2,
             qPrintable(gone.mid(std::max<qsizetype>(0, gone.indexOf("workspace"))).join(' ')));
  }
};

HEADLIGHT_TEST(TestKeeping)
#include "test_keeping.moc"
