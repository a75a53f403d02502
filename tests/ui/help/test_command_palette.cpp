#include <QAction>
#include <QAccessible>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSettings>
#include <QTest>
#include <algorithm>
#include <functional>

#include "core/model/model_locations.h"
#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/opened_window.h"
#include "tests/support/suite.h"
#include "ui/help/command_palette.h"
#include "ui/help/guide_browser.h"
#include "ui/help/guide_window.h"
#include "ui/widgets/search_rank.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/reading/engine.h"
#include "ui/state/samples.h"
#include "ui/state/settings.h"
#include "ui/views/selection.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;
using headlight::test::OpenedWindow;

namespace {

/// A window with a reading, in which tasks are done by the palette alone.
struct OpenedPalette : OpenedWindow {
  CommandPalette& palette() {
    window.act("paletteAction");
    return child<CommandPalette>(window, "commandPalette");
  }
  /// What is offered first for `typed`.
  QString first(const QString& typed) {
    const QPointer<CommandPalette> open = &palette();
    child<QLineEdit>(*open, "paletteLine").setText(typed);
    const QString text = child<QListWidget>(*open, "paletteList").item(0)->text();
    delete open;
    return text;
  }
  /// Open, type, Return: three actions.
  void perform(const QString& typed) {
    const QPointer<CommandPalette> open = &palette();
    child<QLineEdit>(*open, "paletteLine").setText(typed);
    QTest::keyClick(&child<QLineEdit>(*open, "paletteLine"), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return !open; }));
  }
};

/// Something that a person wants, what is typed for it, and how one knows that it is done.
struct Task {
  const char* typed;
  std::function<bool(MainWindow&)> isDone;
};

bool hasDialog(MainWindow& window, const char* name) {
  const auto* dialog = window.findChild<QDialog*>(QLatin1String(name));
  return dialog && dialog->isVisible();
}

std::vector<Task> tasks() {
  const auto panelIs = [](PanelKind kind) {
    return [kind](MainWindow& window) { return window.workspace().panels()[0].kind == kind; };
  };
  const auto opens = [](const char* name) { return [name](MainWindow& window) { return hasDialog(window, name); }; };
  const auto brings = [](const char* name) {
    return [name](MainWindow& window) {
      const QWidget* opened = window.windows().find(name);
      return opened && opened->isVisible();
    };
  };
  return {
      {"2.1", [](MainWindow& window) { return window.workspace().selection()->head() == HeadId{2, 1}; }},
      {"chased", [](MainWindow& window) { return window.workspace().selection()->pinned() == 4; }},
      {"show as arcs", panelIs(PanelKind::Arcs)},
      {"show as profile", panelIs(PanelKind::Profile)},
      {"show as similarity", panelIs(PanelKind::Similarity)},
      {"new panel", [](MainWindow& window) { return window.workspace().panels().size() == 3; }},
      {"maximise panel", [](MainWindow& window) { return window.workspace().maximised().has_value(); }},
      {"ablate 1.0", [](MainWindow& window) { return window.workspace().state().changes.size() == 1; }},
      {"sort heads by entropy", [](MainWindow& window) { return window.workspace().atlas().by == "entropy"; }},
      {"compare texts", [](MainWindow& window) { return window.workspace().otherText().has_value(); }},
      {"note on this panel",
       [](MainWindow& window) {
         const auto* note = window.panelArea().panels()[0]->findChild<QPlainTextEdit*>("panelNote");
         return note && note->isVisible();
       }},
      {"export figure", opens("exportDialog")},
      {"add to deck", [](MainWindow& window) { return window.workspace().deck().size() == 1; }},
      {"head table", brings("headTable")},
      {"scatter", brings("scatter")},
      {"deck…", brings("deck")},
      {"guide", brings("guide")},
      {"settings", opens("settingsWindow")},
      {"keyboard", opens("keyboardSheet")},
      {"model sheet", opens("modelSheet")},
      {"full screen", [](MainWindow& window) { return window.isFullScreen(); }},
      {"heads in a window",
       [](MainWindow& window) { return window.findChild<QWidget*>("floatHeadsWindow") != nullptr; }},
      {"panel in its own",
       [](MainWindow& window) { return window.findChild<QWidget*>("floatPanelWindow") != nullptr; }},
      {"larger text", [](MainWindow&) { return loadSettings().textStep == 1; }},
      {"high contrast", [](MainWindow&) { return loadSettings().theme == ThemeChoice::Contrast; }},
  };
}

}  // namespace

class TestCommandPalette : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    QSettings().clear();
    changeSettings([](Settings& settings) { settings.reducesMotion = true; });
  }

  void wordsAreRanked() {
    QCOMPARE(searchRank("figure copy", "Copy figure") > 0, true);
    QCOMPARE(searchRank("copy table", "Copy figure"), 0.0);
    QVERIFY(searchRank("copy", "Copy figure") > searchRank("fig", "Copy figure"));
    QVERIFY(searchRank("fig", "Copy figure") > searchRank("gure", "Copy figure"));
    QVERIFY(searchRank("copy", "Copy") > searchRank("copy", "Copy figure"));
    QVERIFY(searchRank("layer 2 head 0", "Layer 2 · Head 0") > searchRank("layer 2 head 0", "Layer 0 · Head 2"));
    QVERIFY(searchRank("etude", "Étude") > 0);
    QCOMPARE(searchRank("x", ""), 0.0);
    QVERIFY(searchRank("", "anything") > 0);
  }

  // Twenty things that a person wants, each in three actions: open the palette, type, Return.
  void tasksAreFound_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    const std::pair<const char*, const char*> tasks[] = {
        {"1.3", "Layer 1 · Head 3"},
        {"layer 2 head 0", "Layer 2 · Head 0"},
        {"chased", "chased, token 4"},
        {"show links", "Show as Links"},
        {"ablate 1.0", "Switch head 1.0 off"},
        {"export", "Export figure"},
        {"copy numbers", "Copy numbers"},
        {"print", "Print"},
        {"walk", "Walk through this head"},
        {"which heads", "Which heads matter"},
        {"head table", "Head table"},
        {"save session", "Save session"},
        {"undo", "Undo"},
        {"dark", "Dark"},
        {"français", "Français"},
        {"larger text", "Larger text"},
        {"find next", "Find next"},
        {"new panel", "New panel"},
        {"repeated", "A repeated sentence"},
        {"open model gpt", "Open model gpt"},
        {"keyboard", "Keyboard shortcuts"},
        {"generat", "Generation steps"},
        {"sort heads by induction", "Sort heads by Induction"},
        {"settings", "Settings"},
        {"high contrast", "High contrast"},
        {"scatter", "Scatter of heads"},
    };
    for (const auto& [typed, found] : tasks)
      QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(found);
  }
  void tasksAreFound() {
    QFETCH(QString, typed);
    QFETCH(QString, found);
    OpenedPalette opened;
    opened.perform("new panel");  // There is something to undo.
    const QString first = opened.first(typed);
    QVERIFY2(first.contains(found), qPrintable(typed + " finds " + first));
  }

  void whatIsChosenIsDone() {
    OpenedPalette opened;
    Workspace& workspace = opened.window.workspace();
    opened.perform("2.1");
    QCOMPARE(workspace.selection()->head().layer, 2);
    QCOMPARE(workspace.selection()->head().head, 1);
    opened.perform("chased");
    QCOMPARE(workspace.selection()->pinned(), std::optional<Index>(4));
    opened.window.panelArea().setCurrent(0);
    opened.perform("show as links");
    QCOMPARE(workspace.panels()[0].kind, PanelKind::Links);
    opened.perform("ablate 1.0");
    QCOMPARE(workspace.state().changes.size(), std::size_t(1));
    opened.perform("ablate 1.3");
    QCOMPARE(workspace.state().changes.size(), std::size_t(2));
    opened.perform("sort heads by entropy");
    QCOMPARE(workspace.state().atlas.by, std::string("entropy"));
    opened.perform("dark");
    QCOMPARE(loadSettings().theme, ThemeChoice::Dark);
    const auto pages = guidePages(guideFolder());
    opened.perform(pages.back().title);
    auto* guide = qobject_cast<GuideWindow*>(opened.window.windows().find("guide"));
    QVERIFY(guide && guide->isVisible());
    QCOMPARE(guide->browser().page(), pages.back().file);
  }

  // The same with what comes of it, from a first start: nothing was set up before.
  void tasksAreDone_data() {
    QTest::addColumn<QString>("typed");
    for (const Task& task : tasks()) QTest::newRow(task.typed) << QString::fromUtf8(task.typed);
  }
  void tasksAreDone() {
    QFETCH(QString, typed);
    const std::vector<Task> all = tasks();
    QVERIFY(all.size() >= 20);
    const auto task = std::find_if(all.begin(), all.end(), [&](const Task& each) { return typed == each.typed; });
    OpenedPalette opened;
    QVERIFY(!task->isDone(opened.window));
    opened.perform(typed);
    QTRY_VERIFY(task->isDone(opened.window));
  }

  void whatCannotBeDoneIsNotOffered() {
    FakeEngine fake;
    MainWindow window(fake.engine());
    window.show();
    window.act("paletteAction");
    auto& palette = child<CommandPalette>(window, "commandPalette");
    auto& line = child<QLineEdit>(palette, "paletteLine");
    auto& list = child<QListWidget>(palette, "paletteList");
    QTest::keyClicks(&line, "export figure");
    for (int row = 0; row < list.count(); ++row) QVERIFY(!list.item(row)->text().startsWith("Export figure"));
    line.clear();
    QTest::keyClicks(&line, "no such thing at all");
    QCOMPARE(list.count(), 1);
    QCOMPARE(list.item(0)->text(), QString("No match"));
    QTest::keyClick(&line, Qt::Key_Return);
    QVERIFY(palette.isVisible());
    QTest::keyClick(&line, Qt::Key_Escape);
    QTRY_VERIFY(!window.findChild<CommandPalette*>("commandPalette"));
  }

  void everyAttentionHasItsHeads() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = openingState();
    state.model = findModel("translator");
    state.text = "to German: three small red houses";
    state.pair.reset();
    window.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 30'000);
    window.act("paletteAction");
    const QPointer<QDialog> palette = &child<QDialog>(window, "commandPalette");
    auto& line = child<QLineEdit>(*palette, "paletteLine");
    line.setText("cross 1.0");
    QCOMPARE(child<QListWidget>(*palette, "paletteList").item(0)->text(), QString("Layer 1 · Head 0 (cross)"));
    line.setText("encoder 1.1");
    QTest::keyClick(&line, Qt::Key_Return);
    QTRY_VERIFY(!palette);
    QCOMPARE(window.workspace().panels()[window.panelArea().currentIndex()].attention, AttentionType::Encoder);
    QVERIFY(window.workspace().selection()->head() == (HeadId{1, 1}));
  }

  // What is typed is looked for in all entries at each key: 30,000 tokens are no reason to wait.
  void manyEntriesAreSearchedAtEachKey() {
    std::vector<PaletteEntry> entries;
    for (int i = 0; i < 30'000; ++i)
      entries.push_back({"Token", QString("Étude%1, token %1").arg(i), {}, QString("word %1").arg(i), [] {}, true});
    CommandPalette palette(std::move(entries), [](const QString&) { return std::vector<PaletteEntry>(); }, nullptr);
    palette.show();
    auto& line = child<QLineEdit>(palette, "paletteLine");
    auto& list = child<QListWidget>(palette, "paletteList");
    QElapsedTimer timer;
    timer.start();
    const QString typed = "etude 2999";
    for (const QChar c : typed) QTest::keyClick(&line, c.toLatin1());
    const double each = static_cast<double>(timer.elapsed()) / static_cast<double>(typed.size());
    QCOMPARE(list.item(0)->text(), QString("Étude2999, token 2999"));
    qInfo("%.1f ms a key", each);
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
    QVERIFY2(each < 50, qPrintable(QString::number(each)));
#endif
  }

  void itsKeyOpensIt() {
    OpenedPalette opened;
    QTest::keyClick(&opened.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(opened.window.findChild<CommandPalette*>("commandPalette"));
  }

  void arrowsChooseAndAreSaid() {
    OpenedPalette opened;
    auto& palette = opened.palette();
    auto& line = child<QLineEdit>(palette, "paletteLine");
    auto& list = child<QListWidget>(palette, "paletteList");
    QVERIFY(palette.windowFlags() & Qt::FramelessWindowHint);
    QTest::keyClicks(&line, "panel");
    QVERIFY(list.count() > 2);
    QCOMPARE(list.currentRow(), 0);
    QTest::keyClick(&line, Qt::Key_Down);
    QCOMPARE(list.currentRow(), 1);
    QCOMPARE(line.accessibleDescription(), list.item(1)->text());
    QTest::keyClick(&line, Qt::Key_Up);
    QCOMPARE(list.currentRow(), 0);
  }
};

HEADLIGHT_TEST(TestCommandPalette)
#include "test_command_palette.moc"
