#include <QPlainTextEdit>
#include <QLabel>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <filesystem>

#include "core/base/error.h"
#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/panels/export/shown_session.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/state/session_file.h"
#include "ui/window/main_window.h"
#include "ui/window/session_controller.h"

using namespace headlight;
using headlight::test::child;
namespace fs = std::filesystem;

namespace {

/// A model in whose folder there is no tokenizer.
fs::path folder() { return fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models/gpt2"; }

}  // namespace

class TestTokenIds : public QObject {
  Q_OBJECT
 private slots:
  void aFolderWithoutATokenizerHasAFieldForIds() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state;
    state.model = folder();
    state.text = "a text from before";
    state.panels = openingPanels();
    window.openState(state);
    QTRY_VERIFY(window.workspace().model());
    QVERIFY(window.workspace().model()->readsIds());
    auto& field = child<QPlainTextEdit>(window, "tokenIds");
    QVERIFY(field.isVisible());
    QVERIFY(!child<QPlainTextEdit>(window, "text").isVisible());
    QVERIFY(!child<QToolButton>(window, "pairButton").isVisible());
    QLabel& notice = child<QLabel>(window, "notice");
    QVERIFY(notice.isVisible() && notice.text().contains("no tokenizer"));
    QTest::keyClicks(&field, "1 2, 3");
    QTRY_VERIFY(window.workspace().result());
    QTRY_COMPARE(window.workspace().result()->maps->queries(), Index(3));
    QVERIFY(!notice.isVisible());
    QTest::keyClicks(&field, " four");
    QTRY_VERIFY(notice.isVisible() && notice.text().contains("four"));
    QCOMPARE(notice.property("level").toString(), QString("error"));
    window.act("undoAction");
    QTRY_COMPARE(field.toPlainText(), QString());
    window.act("redoAction");
    QTRY_VERIFY(!window.workspace().isRunning());
    // The ids are in the session, and the text that nobody reads is in no figure.
    field.setPlainText("1 2 3");
    QTRY_COMPARE(window.workspace().ids(), std::string("1 2 3"));
    QTRY_VERIFY(!window.workspace().isRunning() && !window.workspace().isStale());
    const Session session = window.sessions().session();
    QCOMPARE(*readSession(sessionText(session), "a").state.ids, std::string("1 2 3"));
    QCOMPARE(*readSession(sessionText(session), "a").state.text, std::string("a text from before"));
    const Session shown = shownSession(session, session.state.panels, window.workspace().results());
    QCOMPARE(*shown.state.ids, std::string("1 2 3"));
    QVERIFY(shown.state.text->empty());
  }

  // Our own words are those of the window's language.
  void ourErrorsAreTranslated() {
    QTranslator german;
    QVERIFY(german.load("headlight_de", ":/headlight/translations"));
    QCoreApplication::installTranslator(&german);
    try {
      const Engine engine = coreEngine();
      engine.run({std::make_shared<const Source>(engine.open(folder(), {})), {IdsInput{"the cat"}}}, nullptr, {});
      QFAIL("no Error");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains("ganze Zahlen"), error.what());
    }
    try {
      readSession("garbage", "a.headlight");
      QFAIL("no Error");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains("Sitzung erwartet"), error.what());
    }
    QCoreApplication::removeTranslator(&german);
  }
};

HEADLIGHT_TEST(TestTokenIds)
#include "test_token_ids.moc"
