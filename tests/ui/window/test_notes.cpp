#include <QMenu>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTest>

#include "core/base/error.h"
#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "ui/panels/export/exports.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/reading/history.h"
#include "ui/state/session_file.h"
#include "ui/views/atlas_view.h"
#include "ui/window/main_window.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;

namespace {

struct OpenedNotes {
  FakeEngine fake;
  MainWindow window{fake.engine()};

  OpenedNotes() {
    WorkspaceState state;
    state.model = "/models/small";
    state.text = "the cat that chased the mice";
    state.head = {1, 2};
    state.panels = openingPanels();
    window.resize(1280, 800);
    window.show();
    window.openState(state);
    if (!QTest::qWaitFor([this] { return window.workspace().result() != nullptr; })) qFatal("no result");
  }

  Workspace& workspace() { return window.workspace(); }
  Panel& panel(std::size_t i) { return *window.panelArea().panels()[i]; }
};

}  // namespace

/// What a person writes about panels and heads.
class TestNotes : public QObject {
  Q_OBJECT
 private slots:
  void init() { QSettings().clear(); }

  void aPanelHasANote() {
    OpenedNotes opened;
    QVERIFY(QTest::qWaitForWindowActive(&opened.window));
    auto& note = child<QPlainTextEdit>(opened.panel(1), "panelNote");
    QVERIFY(!note.isVisible());
    opened.window.panelArea().setCurrent(1);
    opened.window.act("panelNoteAction");
    QVERIFY(note.isVisible());
    QTRY_VERIFY(note.hasFocus());
    const int steps = opened.window.history().count();
    QTest::keyClicks(&note, "Look at the cat");
    QCOMPARE(opened.workspace().panels()[1].note, std::string("Look at the cat"));
    QVERIFY(opened.workspace().panels()[0].note.empty());
    // What is typed in one go is one step.
    QCOMPARE(opened.window.history().count(), steps + 1);
    child<QWidget>(opened.window, "text").setFocus();
    QVERIFY(note.isVisible());
    opened.window.act("undoAction");
    QTRY_VERIFY(opened.workspace().panels()[1].note.empty());
    QTRY_VERIFY(!note.isVisible());
    opened.window.act("redoAction");
    QTRY_COMPARE(note.toPlainText(), QString("Look at the cat"));
    // The reading is the same: nothing was computed anew.
    QCOMPARE(int(opened.fake.runsStarted), 1);
  }

  void aNoteThatIsEmptyTakesNoRoom() {
    OpenedNotes opened;
    QVERIFY(QTest::qWaitForWindowActive(&opened.window));
    opened.panel(0).editNote();
    auto& note = child<QPlainTextEdit>(opened.panel(0), "panelNote");
    QTRY_VERIFY(note.hasFocus());
    child<QWidget>(opened.window, "text").setFocus();
    QTRY_VERIFY(!note.isVisible());
  }

  void everyHeadHasItsOwn() {
    OpenedNotes opened;
    auto& note = child<QPlainTextEdit>(opened.window, "headNote");
    QTest::keyClicks(&note, "copies names");
    QCOMPARE(opened.workspace().headNotes().at({1, 2}), std::string("copies names"));
    opened.workspace().selection()->setHead({0, 1});
    QTRY_VERIFY(note.toPlainText().isEmpty());
    opened.workspace().selection()->setHead({1, 2});
    QTRY_COMPARE(note.toPlainText(), QString("copies names"));
    note.clear();
    QTRY_VERIFY(opened.workspace().headNotes().empty());
  }

  void sessionsKeepThem() {
    Session session;
    session.state.panels = openingPanels();
    session.state.panels[1].note = "two\nlines, „quoted“";
    session.state.headNotes = {{{1, 2}, "copies names"}, {{0, 3, AttentionType::Cross}, "aligns"}};
    const Session read = readSession(sessionText(session), "notes");
    QCOMPARE(read.state.panels[1].note, session.state.panels[1].note);
    QVERIFY(read.state.headNotes == session.state.headNotes);
    std::string broken = sessionText(session);
    broken.replace(broken.find("copies names"), 12, "");
    QVERIFY_THROWS_EXCEPTION(Error, readSession(broken, "notes"));
    session.state.panels[0].note = std::string(kLongestNote + 1, 'x');
    QVERIFY_THROWS_EXCEPTION(Error, readSession(sessionText(session), "notes"));
    QVERIFY(!beyondLimits(session.state).isEmpty());
  }

  void whatIsTooLongIsRefused() {
    OpenedNotes opened;
    auto& note = child<QPlainTextEdit>(opened.window, "headNote");
    note.setPlainText(QString(static_cast<int>(kLongestNote), u'x'));
    QCOMPARE(opened.workspace().headNotes().at({1, 2}).size(), kLongestNote);
    QTest::keyClicks(&note, "y");
    QCOMPARE(opened.workspace().headNotes().at({1, 2}).size(), kLongestNote);
    QVERIFY(!beyondLimits(opened.workspace().state()).size());
  }

  // A file that goes to others holds what a picture shows, and no note.
  void noFigureHoldsThem() {
    OpenedNotes opened;
    opened.workspace().edit([](WorkspaceState& state) {
      state.panels[0].note = "for my eyes";
      state.headNotes[{1, 2}] = "mine alone";
    });
    Session session;
    session.state = opened.workspace().state();
    QVERIFY(sessionText(session).find("for my eyes") != std::string::npos);
    const auto figures = exportables(opened.window.panelArea().panels(),
                                     child<AtlasView>(opened.window, "atlas").figure(), opened.workspace(), session);
    QVERIFY(figures.size() > 2);
    for (const Exportable& figure : figures) {
      const std::string& kept = figure.provenance.session;
      QVERIFY(kept.find("my eyes") == std::string::npos && kept.find("mine alone") == std::string::npos);
    }
  }
};

HEADLIGHT_TEST(TestNotes)
#include "test_notes.moc"
