#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

#include "core/model/model_locations.h"
#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "ui/dialogs/figure_preview.h"
#include "ui/walkthrough/walk_window.h"
#include "ui/window/main_window.h"
#include "ui/windows/presenter.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;

/// Decks and walkthroughs before an audience.
class TestPresenter : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  FakeEngine m_fake;

 private slots:
  void initTestCase() {
    std::filesystem::create_directories(m_folder.filePath("small").toStdString());
  }
  void init() { QSettings().clear(); }

  void aDeckIsLedFromEitherWindow() {
    MainWindow window(m_fake.engine());
    WorkspaceState state;
    state.model = m_folder.filePath("small").toStdString();
    state.text = "one secret sentence";
    state.panels = openingPanels();
    window.show();
    window.openState(state);
    QTRY_VERIFY(window.workspace().result());
    for (const HeadId head : {HeadId{0, 0}, HeadId{1, 2}, HeadId{2, 3}}) {
      window.workspace().selection()->setHead(head);
      window.act("addToDeckAction");
    }
    QDialog* deck = window.windows().open("deck");
    QTRY_VERIFY(child<QPushButton>(deck, "deckPresent").isEnabled());
    child<QPushButton>(deck, "deckPresent").click();
    auto& presenter = child<Presenter>(deck, "presenter");
    AudienceWindow* audience = presenter.audience();
    QVERIFY(presenter.isVisible() && audience->isVisible());
    const int first = presenter.page();
    presenter.goTo(0);
    auto& number = child<QLabel>(presenter, "presenterNumber");
    auto& now = child<FigurePreview>(presenter, "figurePreview");
    auto& next = child<FigurePreview>(presenter, "presenterNext");
    QVERIFY(first >= 0);
    QCOMPARE(number.text(), QString("Page 1 of 3"));
    QTRY_COMPARE(now.figure()->title(), audience->picture()->figure()->title());
    const QString title = now.figure()->title();
    // The notes say what is seen and what made it.
    const QString notes = child<QLabel>(presenter, "presenterNotes").text();
    QVERIFY2(notes.contains("small") && notes.contains("one secret sentence"), qPrintable(notes));
    const QString coming = next.figure()->title();
    QTest::keyClick(&presenter, Qt::Key_PageDown);
    QCOMPARE(number.text(), QString("Page 2 of 3"));
    QTRY_COMPARE(audience->picture()->figure()->title(), coming);
    QVERIFY(coming != title);
    QTest::keyClick(audience, Qt::Key_Right);
    QCOMPARE(presenter.page(), 2);
    QVERIFY(!next.isVisible());
    QTest::keyClick(audience, Qt::Key_Space);  // There is none behind the last.
    QCOMPARE(presenter.page(), 2);
    QTest::keyClick(&presenter, Qt::Key_B);
    QVERIFY(!audience->picture()->isVisible());
    QTest::keyClick(&presenter, Qt::Key_PageUp);
    QVERIFY(audience->picture()->isVisible());
    QCOMPARE(presenter.page(), 1);
    QTest::keyClick(&presenter, Qt::Key_Escape);
    QVERIFY(!audience->isVisible());
    QTRY_VERIFY(!deck->findChild<Presenter*>("presenter"));
  }

  void theAudienceCanHaveAnyScreen() {
    MainWindow window(coreEngine());
    WorkspaceState state;
    state.model = findModel("gpt");
    state.text = "When Mr. Darcy spoke, Mr.";
    state.panels = openingPanels();
    window.show();
    window.openState(state);
    QTRY_VERIFY(window.workspace().result());
    auto* walk = qobject_cast<WalkWindow*>(window.windows().open("walk"));
    QTRY_VERIFY(walk->story());
    child<QWidget>(walk, "walkPresent").setFocus();
    QTest::keyClick(walk, Qt::Key_F5);
    auto& presenter = child<Presenter>(walk, "presenter");
    auto& screens = child<QComboBox>(presenter, "presenterScreen");
    QCOMPARE(screens.count(), QGuiApplication::screens().size() + 1);
    QVERIFY(!presenter.audience()->isFullScreen());  // One screen alone is the speaker's.
    screens.setCurrentIndex(1);
    emit screens.activated(1);
    QTRY_VERIFY(presenter.audience()->isFullScreen());
    // The walkthrough follows, and every step has its words.
    presenter.goTo(5);
    QCOMPARE(walk->step(), WalkStep::Softmax);
    QVERIFY(child<QLabel>(presenter, "presenterNotes").text().size() > 80);
    QTRY_COMPARE(presenter.audience()->picture()->figureSize().height(), 720.0);
    presenter.close();
  }

  /// Runs itself on two screens beside each other where there is one.
  void theAudienceHasTheSecondScreen() {
    const QList<QScreen*> screens = QGuiApplication::screens();
    if (screens.size() < 2) return runOnTwoScreens("theAudienceHasTheSecondScreen");
    MainWindow window(m_fake.engine());
    WorkspaceState state;
    state.model = m_folder.filePath("small").toStdString();
    state.text = "one secret sentence";
    state.panels = openingPanels();
    window.move(screens[0]->geometry().topLeft());
    window.show();
    window.openState(state);
    QTRY_VERIFY(window.workspace().result());
    QCOMPARE(window.screen(), screens[0]);
    window.act("addToDeckAction");
    QDialog* deck = window.windows().open("deck");
    QTRY_VERIFY(child<QPushButton>(deck, "deckPresent").isEnabled());
    child<QPushButton>(deck, "deckPresent").click();
    auto& presenter = child<Presenter>(deck, "presenter");
    AudienceWindow* audience = presenter.audience();
    QTRY_VERIFY(audience->isFullScreen());
    QCOMPARE(audience->screen(), screens[1]);
    QTRY_COMPARE(audience->frameGeometry(), screens[1]->geometry());
    // Its picture and nothing else is there; notes and clock are with the speaker.
    QVERIFY(audience->picture()->figure());
    QTRY_COMPARE(audience->picture()->size(), screens[1]->size());
    QVERIFY(audience->findChildren<QLabel*>("presenterNotes").isEmpty());
    QCOMPARE(presenter.screen(), screens[0]);
    QVERIFY(child<QLabel>(presenter, "presenterNotes").isVisible());
    // The speaker chooses another.
    auto& chosen = child<QComboBox>(presenter, "presenterScreen");
    QCOMPARE(chosen.currentIndex(), 2);
    chosen.setCurrentIndex(1);
    emit chosen.activated(1);
    QTRY_COMPARE(audience->screen(), screens[0]);
    presenter.close();
    // A panel that leaves the window goes there as well.
    window.act("floatPanelAction");
    QTRY_COMPARE(child<QWidget>(window, "floatPanelWindow").screen(), screens[1]);
  }

  void timesAreReadAtOnce() {
    QCOMPARE(Presenter::elapsedText(0), QString("0:00"));
    QCOMPARE(Presenter::elapsedText(187), QString("3:07"));
    QCOMPARE(Presenter::elapsedText(3729), QString("1:02:09"));
  }
 private:
  void runOnTwoScreens(const char* function) {
    const QString file = m_folder.filePath("screens.json");
    QFile screens(file);
    QVERIFY(screens.open(QIODevice::WriteOnly));
    screens.write(R"({"synchronousWindowSystemEvents": false, "windowFrameMargins": false, "screens": [
      {"name": "speaker", "x": 0, "y": 0, "width": 1280, "height": 800,
       "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
      {"name": "hall", "x": 1280, "y": 0, "width": 1600, "height": 900,
       "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    ]})");
    screens.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "offscreen:configfile=" + file);
    QProcess again;
    again.setProcessEnvironment(environment);
    again.start(QCoreApplication::applicationFilePath(), {"test_presenter", function});
    QVERIFY(again.waitForFinished(120'000));
    const QByteArray said = again.readAllStandardOutput();
    QVERIFY2(again.exitStatus() == QProcess::NormalExit && again.exitCode() == 0, said.constData());
    QVERIFY2(said.contains(QByteArray("PASS   : TestPresenter::") + function), said.constData());
  }
};

HEADLIGHT_TEST(TestPresenter)
#include "test_presenter.moc"
