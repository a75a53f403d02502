#include <malloc.h>

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <random>

#include "core/base/error.h"
#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"
#include "ui/panels/panel_area.h"
#include "ui/reading/history.h"
#include "ui/reading/linked_selection.h"
#include "ui/state/words/change_words.h"
#include "ui/views/heatmap_view.h"
#include "ui/window/commands/history_commands.h"
#include "ui/window/main_window.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;

namespace {

WorkspaceState startState() {
  WorkspaceState state;
  state.model = "/models/small";
  state.text = "the cat that chased the mice";
  state.head = {1, 2};
  state.panels = openingPanels();
  return state;
}

struct Opened {
  FakeEngine fake;
  MainWindow window{fake.engine()};

  Opened() {
    window.resize(1000, 700);
    window.show();
    window.openState(startState());
    if (!QTest::qWaitFor([this] { return workspace().result() != nullptr; })) qFatal("no result");
  }

  Workspace& workspace() { return window.workspace(); }
  QPlainTextEdit& text() { return *window.findChild<QPlainTextEdit*>(QStringLiteral("text")); }
  bool waitForRun() {
    return QTest::qWaitFor([this] { return !workspace().isRunning() && !workspace().isOpening(); }, 20000);
  }
};

}  // namespace

class TestHistory : public QObject {
  Q_OBJECT
 private slots:
  void aBurstOfTypingIsOneStep() {
    Opened opened;
    opened.text().setFocus();
    opened.text().moveCursor(QTextCursor::End);
    for (const char* word : {" and", " so", " on"}) {
      QTest::keyClicks(&opened.text(), word);
      QTRY_COMPARE(opened.workspace().text(), opened.text().toPlainText().toStdString());
    }
    QTRY_COMPARE(opened.workspace().text(), std::string("the cat that chased the mice and so on"));
    QTest::keyClick(&opened.text(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(opened.text().toPlainText(), QString("the cat that chased the mice"));
    QVERIFY(opened.workspace().state() == startState());
    QTest::keyClick(&opened.text(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(opened.text().toPlainText(), QString("the cat that chased the mice and so on"));
    QTRY_COMPARE(opened.workspace().result()->maps->queries(), Index(10));
  }

  void undoTakesWhatWasJustTyped() {
    Opened opened;
    opened.fake.runSteps = 150;
    opened.text().setPlainText("one two");
    opened.window.act("undoAction");
    QCOMPARE(opened.text().toPlainText(), QString("the cat that chased the mice"));
    QVERIFY(opened.window.history().canRedo());
  }

  void everyKindOfChangeGoesBack() {
    Opened opened;
    Workspace& workspace = opened.workspace();
    PanelState lensed = workspace.panels()[0];
    lensed.lenses.resize(1);
    const std::vector<std::function<void()>> changes = {[&] {
                                                          workspace.selection()->setHead({3, 7});
                                                        },
                                                        [&] { workspace.selection()->setToken(4); },
                                                        [&] { workspace.setPanel(0, lensed); },
                                                        [&] { workspace.addPanel(lensed); },
                                                        [&] { workspace.removePanel(1); },
                                                        [&] { workspace.setTexts("other words", "and a second"); },
                                                        [&] { workspace.openModel("/models/large"); },
                                                        [&] {
                                                          workspace.setOtherText(TextInput{"a b", {}});
                                                        },
                                                        [&] {
                                                          workspace.setOtherText(TextInput{"a b c", {}});
                                                        },
                                                        [&] { workspace.openOtherModel("/models/small"); },
                                                        [&] { workspace.swapPanels(0, 2); },
                                                        [&] { workspace.movePanel(3, 0); },
                                                        [&] { workspace.setMaximised(1); },
                                                        [&] { workspace.setZoom(0, QRectF(0, 0, 2, 2)); },
                                                        [&] {
                                                          workspace.setAtlas({HeadId{1, 1}, "1.*", ""});
                                                        },
                                                        [&] { workspace.setOtherText({}); },
                                                        [&] { workspace.closeOtherModel(); },
                                                        [&] {
                                                          workspace.setChanges({{Ablate{}, true}});
                                                        },
                                                        [&] {
                                                          workspace.setChanges({{Ablate{}, false}});
                                                        }};
    std::vector<WorkspaceState> states = {workspace.state()};
    for (const auto& change : changes) {
      change();
      QVERIFY(opened.waitForRun());
      states.push_back(workspace.state());
      QVERIFY(states.back() != states[states.size() - 2]);
    }
    for (auto state = states.rbegin() + 1; state != states.rend(); ++state) {
      QVERIFY(opened.window.history().canUndo());
      opened.window.act("undoAction");
      QVERIFY(opened.waitForRun());
      QVERIFY(workspace.state() == *state);
    }
    QVERIFY(!opened.window.history().canUndo());
    for (std::size_t i = 1; i < states.size(); ++i) {
      opened.window.act("redoAction");
      QVERIFY(opened.waitForRun());
      QVERIFY(workspace.state() == states[i]);
    }
  }

  void aShorterTextTakesItsTokenAlong() {
    Opened opened;
    opened.workspace().selection()->setToken(6);
    opened.workspace().setTexts("short", {});
    QTRY_VERIFY(!opened.workspace().state().token);
    QTRY_COMPARE(opened.workspace().result()->maps->queries(), Index(2));
    opened.window.act("undoAction");
    QTRY_COMPARE(opened.workspace().result()->maps->queries(), Index(7));
    QCOMPARE(opened.workspace().selection()->token(), std::optional<Index>(6));
    QVERIFY(opened.window.history().canRedo());
  }

  // The person's pin stays, and what the program points at is no step.
  void whatTheProgramPointsAtIsNoPin() {
    Opened opened;
    Workspace& workspace = opened.workspace();
    Selection& selection = *workspace.selection();
    selection.setToken(1);
    const WorkspaceState pinned = workspace.state();
    opened.window.act("findAction");
    auto& field = *opened.window.findChild<QLineEdit*>("findField");
    QTest::keyClicks(&field, "mice");
    QCOMPARE(selection.token(), std::optional<Index>(6));
    QCOMPARE(selection.pinned(), std::optional<Index>(1));
    opened.window.act("findNextAction");
    QVERIFY(workspace.state() == pinned);
    QVERIFY(!opened.window.history().canRedo());
    // Panels show what was found, and a click in one of them pins.
    LinkedSelection linked(&selection);
    linked.setLink(sameTokens(7));
    QCOMPARE(linked.token(), std::optional<Index>(6));
    QCOMPARE(linked.pinned(), std::optional<Index>(1));
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(selection.token(), std::optional<Index>(1));
    QCOMPARE(linked.token(), std::optional<Index>(1));
    selection.pointAt(5);
    linked.setToken(5);
    QCOMPARE(selection.pinned(), std::optional<Index>(5));
    QVERIFY(!selection.pointed());
    selection.pointAt(2);
    linked.setToken({});
    QVERIFY(!selection.token() && !selection.pinned());
  }

  void aCellThatIsShownIsNoStep() {
    Opened opened;
    QString text;
    for (int i = 0; i < 300; ++i) text += QStringLiteral("word%1 ").arg(i);
    opened.text().setPlainText(text + "mice");
    QTRY_COMPARE(opened.workspace().result()->maps->queries(), Index(302));
    const auto views = opened.window.findChildren<HeatmapView*>();
    QTRY_VERIFY(!views.isEmpty() && views.front()->isReady());
    opened.window.act("findAction");
    QTest::keyClicks(opened.window.findChild<QLineEdit*>("findField"), "mice");
    QTRY_VERIFY(!opened.workspace().panels()[0].zoom.isNull());  // It was brought into view.
    opened.window.act("undoAction");
    QTRY_COMPARE(opened.text().toPlainText(), QString("the cat that chased the mice"));
  }

  // Attention from a file has its own text: what comes of going back may differ from what was there.
  void attentionFromAFileIsUndoneStepByStep() {
    const QTemporaryDir folder;
    const std::string file = folder.filePath("a.safetensors").toStdString();
    const std::vector<float> weights(2 * 2 * 3 * 3, 1.0F / 3);
    testing::writeSafetensors(file, {{"attentions", {2, 2, 3, 3}, weights}});
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = startState();
    state.model = file;
    window.openState(state);
    QTRY_VERIFY(window.workspace().result());
    Workspace& workspace = window.workspace();
    std::vector<WorkspaceState> states = {workspace.state()};
    for (const QRectF& zoom : {QRectF(0, 0, 2, 2), QRectF(1, 1, 2, 2), QRectF()}) {
      workspace.setZoom(0, zoom);
      workspace.selection()->setHead({states.size() % 2 ? 1 : 0, 1});
      states.push_back(workspace.state());
    }
    for (int round = 0; round < 2; ++round) {
      int steps = 0;
      for (; window.history().canUndo(); ++steps) {
        QVERIFY2(steps < 20, "undo goes on for ever");
        window.act("undoAction");
        QVERIFY(QTest::qWaitFor([&] { return !workspace.isOpening(); }));
      }
      QVERIFY(steps >= 3);
      QVERIFY(workspace.state() == states.front());
      while (window.history().canRedo()) window.act("redoAction");
      QVERIFY(workspace.state() == states.back());
    }
  }

  // A thousand states of a long text and a deck take the memory of one.
  void statesShareWhatIsLong() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    History history(&workspace);
    workspace.setState(startState());
    QTRY_VERIFY(workspace.result());
    const std::string text = "a " + std::string(4 << 20, 'x');
    workspace.setTexts(text, "second " + text);
    QTRY_VERIFY(!workspace.isRunning());
    workspace.setDeck(std::vector<DeckSlide>(8, DeckSlide{"title", "", std::string(1 << 20, 'y')}));
    const auto inUse = [] {
      const struct mallinfo2 heap = ::mallinfo2();
      return heap.uordblks + heap.hblkhd;
    };
    const std::size_t before = inUse();
    const std::string *first = &*workspace.state().text, *page = &*workspace.deck().front().session;
    for (int i = 0; i < 600; ++i) {
      PanelState panel = workspace.panels()[0];
      panel.threshold = 0.001 * (i % 100 + 1);
      panel.wholeLayer = i % 2 == 0;
      workspace.setPanel(0, panel);
    }
    // Another title copies no page.
    std::vector<DeckSlide> deck = workspace.deck();
    deck[0].title = "another";
    workspace.setDeck(deck);
    QVERIFY2(inUse() - before < 40U << 20, qPrintable(QString::number((inUse() - before) >> 20) + " MiB"));
    QCOMPARE(&*workspace.deck().front().session, page);
    for (int i = 0; i < 500; ++i) {
      history.undo();
      QCOMPARE(&*workspace.state().text, first);
    }
  }

  void stepsHaveNamesInTheMenu() {
    Opened opened;
    const QAction &undo = child<QAction>(opened.window, "undoAction"),
                  &redo = child<QAction>(opened.window, "redoAction");
    QVERIFY(!undo.isEnabled() && !redo.isEnabled());
    QCOMPARE(undo.text(), QString("&Undo"));
    opened.workspace().setChanges({{switchedOff({1, 3}), true}});
    QCOMPARE(undo.text(), QString("&Undo Ablate head 1.3"));
    QVERIFY(undo.isEnabled() && !redo.isEnabled());
    opened.workspace().selection()->setToken(2);
    QCOMPARE(undo.text(), QString("&Undo Pin token"));
    opened.window.act("undoAction");
    opened.window.act("undoAction");
    QCOMPARE(undo.text(), QString("&Undo"));
    QCOMPARE(redo.text(), QString("&Redo Ablate head 1.3"));
    QVERIFY(!undo.isEnabled() && redo.isEnabled());
    // Texts of others are no keys and no endless titles.
    opened.workspace().setChanges(
        {{ActivationPatch{ActivationPatch::What::Output, {}, "R&D " + std::string(80, 'x')}, true}});
    QVERIFY2(undo.text().contains("R&&D") && undo.text().size() < 80, qPrintable(undo.text()));
    QVERIFY(undo.text().endsWith(u'…'));
  }

  // Typed text that is not told yet is taken back like all other.
  void whatIsTypedCanBeUndoneAtOnce() {
    Opened opened;
    opened.fake.runSteps = 150;
    const QAction& undo = child<QAction>(opened.window, "undoAction");
    opened.text().setFocus();
    QTest::keyClicks(&opened.text(), "x");
    QCOMPARE(opened.workspace().text(), startState().text);
    QVERIFY(!opened.window.history().canUndo());
    QVERIFY(undo.isEnabled());
    QTest::keyClick(&opened.text(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(opened.text().toPlainText(), QString::fromStdString(startState().text));
    QVERIFY(!undo.isEnabled());
    // Typed and deleted again is nothing to undo.
    QTest::keyClicks(&opened.text(), "y");
    QVERIFY(undo.isEnabled());
    QTest::keyClick(&opened.text(), Qt::Key_Backspace);
    QTRY_VERIFY(!undo.isEnabled());
  }

  void theListGoesSeveralStepsAtOnce() {
    Opened opened;
    Workspace& workspace = opened.workspace();
    std::vector<WorkspaceState> states = {workspace.state()};
    const auto step = [&](const auto& change) {
      change();
      states.push_back(workspace.state());
    };
    step([&] { workspace.setTexts("other words", {}); });
    step([&] { workspace.setMaximised(1); });
    step([&] { workspace.setAtlas({{}, "1.*", ""}); });
    step([&] { workspace.selection()->setHead({2, 2}); });
    QVERIFY(opened.waitForRun());
    states.back() = workspace.state();
    auto& menu = child<QMenu>(opened.window, "historyMenu");
    const auto shown = [&] {
      emit menu.aboutToShow();
      QStringList names;
      for (const QAction* action : menu.actions()) names << (action->isChecked() ? "*" : "") + action->text();
      return names;
    };
    QCOMPARE(shown(), (QStringList{"Start", "Edit text", "Maximise panel", "Filter heads", "*Select head 2.2"}));
    int told = 0;
    connect(&workspace, &Workspace::changed, this, [&](const WorkspaceState&, const WorkspaceState&, Origin origin) {
      if (origin == Origin::History) ++told;
    });
    menu.actions()[1]->trigger();
    QCOMPARE(told, 1);
    QVERIFY(workspace.state() == states[1]);
    QCOMPARE(shown(), (QStringList{"Start", "*Edit text", "Maximise panel", "Filter heads", "Select head 2.2"}));
    menu.actions()[4]->trigger();
    QCOMPARE(told, 2);
    QVERIFY(workspace.state() == states[4]);
    menu.actions()[0]->trigger();
    QVERIFY(workspace.state() == states[0]);
    // A long history is shown around its present step.
    for (int i = 0; i < 60; ++i) workspace.setMaximised(i % 2 == 0 ? std::optional<std::size_t>(0) : std::nullopt);
    QCOMPARE(shown().size(), 24);
    QCOMPARE(shown().last(), QString("*Restore panels"));
    opened.window.steps().goTo(5);
    QCOMPARE(shown().first(), QString("Start"));
    QCOMPARE(shown().indexOf("*Maximise panel"), 5);
  }

  void valuesThatAreTurnedAreOneStep() {
    Opened opened;
    Workspace& workspace = opened.workspace();
    const auto turn = [&](std::size_t panel, double threshold) {
      PanelState state = workspace.panels()[panel];
      state.threshold = threshold;
      workspace.setPanel(panel, state);
    };
    for (const double threshold : {0.1, 0.2, 0.3}) turn(1, threshold);
    QCOMPARE(opened.window.history().count(), 1);
    turn(0, 0.2);  // Of another panel.
    QCOMPARE(opened.window.history().count(), 2);
    for (const char* filter : {"1", "1.", "1.*"}) workspace.setAtlas({{}, filter, ""});
    QCOMPARE(opened.window.history().count(), 3);
    // There and back again is none.
    workspace.selection()->setHead({3, 3});
    workspace.selection()->setHead(startState().head);
    QCOMPARE(opened.window.history().count(), 3);
    // What follows undo is a step of its own.
    workspace.selection()->setHead({3, 3});
    workspace.selection()->setHead({3, 4});
    opened.window.act("undoAction");
    opened.window.act("redoAction");
    workspace.selection()->setHead({3, 5});
    QCOMPARE(opened.window.history().count(), 5);
    while (opened.window.history().canUndo()) opened.window.act("undoAction");
    QVERIFY(workspace.state() == startState());
  }

  void aStepWhoseModelDoesNotComeIsNotGone() {
    FakeEngine fake;
    bool broken = false;
    Engine engine = fake.engine();
    engine.open = [open = engine.open, &broken](const std::filesystem::path& folder, const Progress& progress) {
      if (broken) throw Error("config.json: gone");
      return open(folder, progress);
    };
    Workspace workspace(engine);
    History history(&workspace);
    workspace.setState(startState());
    QTRY_VERIFY(workspace.result());
    workspace.openModel("/models/large");
    QTRY_VERIFY(workspace.state().model == "/models/large" && !workspace.isRunning());
    workspace.selection()->setHead({7, 7});
    const WorkspaceState last = workspace.state();
    broken = true;
    QSignalSpy failed(&workspace, &Workspace::openingFailed);
    history.goTo(0);
    QCOMPARE(history.index(), 0);  // On the way there.
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(history.index(), 2);
    QVERIFY(workspace.state() == last);
    QVERIFY(history.canUndo() && !history.canRedo());
    // One that is stopped does not come either.
    broken = false;
    fake.openSteps = 5000;
    history.goTo(0);
    QVERIFY(workspace.isOpening());
    workspace.cancelOpening();
    QTRY_COMPARE(history.index(), 2);
    QVERIFY(workspace.state() == last);
    // What is done meanwhile is a step after the present one.
    history.goTo(0);
    workspace.selection()->setHead({7, 8});
    QCOMPARE(history.count(), 3);
    QCOMPARE(history.index(), 3);
    workspace.cancelOpening();
    fake.openSteps = 0;
    history.goTo(0);
    QTRY_VERIFY(workspace.state() == startState());
    QCOMPARE(history.index(), 0);
  }

  void aNewChangeEndsWhatCouldBeRedone() {
    Opened opened;
    opened.workspace().selection()->setHead({2, 2});
    opened.window.act("undoAction");
    QVERIFY(opened.window.history().canRedo());
    opened.workspace().selection()->setHead({0, 1});
    QVERIFY(!opened.window.history().canRedo());
  }

  void aThousandActionsAndBackToTheStart() {
    Opened opened;
    Workspace& workspace = opened.workspace();
    const WorkspaceState start = workspace.state();
    std::mt19937 random(20240611);
    const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const std::vector<QString> texts = {
        "a", "", "fail", "the cat", "one two three four five", "x\ny z", "é 😀 ü", QString("word ").repeated(24)};
    for (int i = 0; i < 1000; ++i) {
      const std::size_t panel = below(workspace.panels().size());
      PanelState state = workspace.panels()[panel];
      switch (below(25)) {
        case 0:
        case 1:
          opened.text().setPlainText(texts[below(texts.size())]);
          break;
        case 2:
          QTest::keyClicks(&opened.text(), "ab c");
          break;
        case 3:
          workspace.selection()->setHead({static_cast<int>(below(4)), static_cast<int>(below(8))});
          break;
        case 4:
          if (const auto& result = workspace.result())
            workspace.selection()->setToken(static_cast<Index>(below(result->maps->queryTokens().size())));
          break;
        case 5:
          if (workspace.panels().size() < 5) opened.window.act("newPanelAction");
          break;
        case 6:
          opened.window.act("closePanelAction");
          break;
        case 7:
          state.kind = state.kind == PanelKind::Links ? PanelKind::Heatmap : PanelKind::Links;
          workspace.setPanel(panel, state);
          break;
        case 8:
        case 9:
          if (state.lenses.size() < 4) {
            PanelLens lens;
            lens.kind = static_cast<PanelLens::Kind>(below(PanelLens::kKinds));
            state.lenses.push_back(lens);
          } else {
            state.lenses.erase(state.lenses.begin() + static_cast<std::ptrdiff_t>(below(state.lenses.size())));
          }
          workspace.setPanel(panel, state);
          break;
        case 10:
          state.wholeLayer = !state.wholeLayer;
          state.scale = static_cast<ScaleKind>(below(3));
          workspace.setPanel(panel, state);
          break;
        case 11:
          workspace.setTexts("second " + std::to_string(i % 7),
                             i % 2 ? std::optional<std::string>("b c") : std::nullopt);
          break;
        case 12:
          for (std::size_t n = below(4); n > 0; --n) opened.window.act("undoAction");
          break;
        case 13:
          opened.window.act("redoAction");
          break;
        case 14:
          if (workspace.otherText() || workspace.panels().size() < 5) opened.window.act("compareTextsAction");
          break;
        case 15:
          if (workspace.otherText()) workspace.setOtherText(TextInput{texts[below(texts.size())].toStdString(), {}});
          break;
        case 16:
          if (workspace.panels().size() > 6) break;
          if (below(3) == 0)
            workspace.openOtherModel("/models/large");
          else
            workspace.closeOtherModel();
          break;
        case 17:
          state.source = {workspace.otherModel() ? static_cast<int>(below(2)) : 0,
                          workspace.otherText() ? static_cast<int>(below(2)) : 0};
          workspace.setPanel(panel, state);
          break;
        case 18:
          state.kind = PanelKind::Heatmap;
          state.minus = PanelMinus{{}, HeadId{static_cast<int>(below(4)), static_cast<int>(below(8))}};
          if (workspace.otherText() && below(2) == 0) state.minus = PanelMinus{{0, 1}, {}};
          if (below(3) == 0) state.minus.reset();
          workspace.setPanel(panel, state);
          break;
        case 19:
          state.heads = {{static_cast<int>(below(4)), static_cast<int>(below(8))}, {1, 1}};
          state.use = static_cast<HeadCombination>(below(3));
          if (below(2) == 0) state.heads.clear();
          workspace.setPanel(panel, state);
          break;
        case 20:
          if (below(2) == 0)
            workspace.movePanel(panel, below(workspace.panels().size()));
          else
            workspace.swapPanels(panel, below(workspace.panels().size()));
          break;
        case 21:
          opened.window.act("maximisePanelAction");
          break;
        case 22:
          state.linked = !state.linked;
          workspace.setPanel(panel, state);
          workspace.setZoom(panel, below(2) ? QRectF(0, 0, 2, 2) : QRectF());
          break;
        case 24: {
          std::vector<Change> changes = workspace.changes();
          const auto head = static_cast<int>(below(8));
          if (changes.size() < 3)
            changes.push_back({Ablate{{{{1, 1}, {head, head}}}, Ablate::By::Zero, {}}, below(2) == 0});
          else
            changes.erase(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(1 + below(3)));
          workspace.setChanges(changes);
          state.source.changed = !changes.empty() && below(2) == 0;
          workspace.setPanel(panel, state);
          break;
        }
        case 23:
          state.lenses = withSpan(state.lenses, static_cast<Index>(below(3)), static_cast<Index>(3 + below(3)));
          workspace.setPanel(panel, state);
          workspace.setAtlas({below(2) ? std::optional(HeadId{1, 1}) : std::nullopt, below(2) ? "1.*" : "", ""});
          break;
      }
      if (below(4) == 0) QCoreApplication::processEvents();
    }
    opened.waitForRun();
    for (int i = 0; opened.window.history().canUndo(); ++i) {
      QVERIFY(i < 1000);
      opened.window.act("undoAction");
      // The step is done when the models of its state are open.
      if (workspace.isOpening()) QVERIFY(opened.waitForRun());
      if (i % 16 == 0) QCoreApplication::processEvents();
    }
    QVERIFY(opened.waitForRun());
    QVERIFY(workspace.state() == start);
    QVERIFY(!opened.window.history().canUndo());
    QTRY_COMPARE(opened.text().toPlainText(), QString::fromStdString(start.text));
    QTRY_COMPARE(workspace.result()->maps->queries(), Index(7));
  }
};

HEADLIGHT_TEST(TestHistory)
#include "test_history.moc"
