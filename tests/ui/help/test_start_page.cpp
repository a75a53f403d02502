#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/help/hands_on_tour.h"
#include "ui/help/start_page.h"
#include "ui/state/samples.h"
#include "ui/state/settings.h"
#include "ui/window/main_window.h"

using namespace headlight;
using headlight::test::child;

namespace {

/// A window with a reading of the first sample.
struct OpenedStart {
  MainWindow window{coreEngine()};

  OpenedStart() {
    window.resize(1280, 800);
    window.show();
    window.openState(openingState());
    if (!QTest::qWaitFor([this] { return window.workspace().result() != nullptr; }, 20000)) qFatal("no result");
  }
  StartPage* page() { return window.findChild<StartPage*>(QStringLiteral("startPage")); }
  HandsOnTour* tour() { return window.findChild<HandsOnTour*>(QStringLiteral("handsOnTour")); }
};

}  // namespace

class TestStartPage : public QObject {
  Q_OBJECT

 private slots:
  void init() { QSettings().clear(); }

  void everySampleIsPicturedByItsOwnFigure() {
    OpenedStart opened;
    opened.window.act("startPageAction");
    QVERIFY(opened.page());
    auto& samples = child<QListWidget>(opened.page(), "startSamples");
    const std::vector<Sample> all = builtInSamples();
    QCOMPARE(samples.count(), static_cast<int>(all.size()));
    const QImage paper = samples.item(samples.count() - 1)->icon().pixmap(samples.iconSize()).toImage();
    for (int i = 0; i < samples.count(); ++i) {
      QCOMPARE(samples.item(i)->text(), sampleTitle(all[static_cast<std::size_t>(i)]));
      QTRY_VERIFY_WITH_TIMEOUT(samples.item(i)->data(Qt::UserRole).toBool(), 30000);
      QVERIFY(samples.item(i)->icon().pixmap(samples.iconSize()).toImage() != paper);
    }
  }

  void aSampleOpensAndThePageIsDismissed() {
    QVERIFY(StartPage::isFirst());
    OpenedStart opened;
    opened.window.act("startPageAction");
    opened.window.act("startPageAction");
    QCOMPARE(opened.window.findChildren<StartPage*>().size(), 1);
    auto& samples = child<QListWidget>(opened.page(), "startSamples");
    samples.setCurrentRow(2);
    QTest::keyClick(&samples, Qt::Key_Return);
    QTRY_VERIFY(!opened.page());
    QVERIFY(!StartPage::isFirst());
    QTRY_COMPARE_WITH_TIMEOUT(opened.window.workspace().text(), builtInSamples()[2].text, 20000);
  }

  void aNewSessionBeginsWithThePage() {
    OpenedStart opened;
    opened.window.act("newSessionAction");
    QVERIFY(opened.page());
    child<QPushButton>(opened.page(), "startClose").click();
    QTRY_VERIFY(!opened.page());
  }

  void stepsTickThemselvesWhenTheyAreDone() {
    OpenedStart opened;
    opened.window.act("startPageAction");
    child<QPushButton>(opened.page(), "startTour").click();
    QTRY_VERIFY(opened.tour());
    HandsOnTour& tour = *opened.tour();
    Workspace& workspace = opened.window.workspace();
    for (int step = 0; step < 6; ++step) QVERIFY2(!tour.isDone(step), qPrintable(QString::number(step)));
    const QString first = child<QLabel>(tour, "tourHow").text();
    // A sample that opens is nothing that was done.
    workspace.selection()->setHead({1, 2});
    QTRY_VERIFY(tour.isDone(1));
    QVERIFY(!tour.isDone(0));
    QCOMPARE(child<QLabel>(tour, "tourHow").text(), first);
    workspace.setTexts(std::string("Tom saw Tom"), {});
    QTRY_VERIFY(tour.isDone(0));
    QVERIFY(child<QLabel>(tour, "tourHow").text() != first);
    QVERIFY(child<QLabel>(tour, "tourStep0").text().startsWith(QStringLiteral("✓")));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.result()->context.text, QStringLiteral("Tom saw Tom"), 20000);
    workspace.selection()->setCell(Cell{1, 0});
    QTRY_VERIFY(tour.isDone(2));
    opened.window.act("newPanelAction");
    QTRY_VERIFY(tour.isDone(3));
    opened.window.act("switchHeadAction");
    QTRY_VERIFY(tour.isDone(4));
    QVERIFY(!tour.allDone());
    QVERIFY(opened.window.rect().contains(tour.geometry()));
    // It goes on where it was left.
    child<QPushButton>(tour, "tourClose").click();
    QTRY_VERIFY(!opened.tour());
    opened.window.act("handsOnTourAction");
    QVERIFY(opened.tour()->isDone(4));
    QVERIFY(!opened.tour()->isDone(5));
    opened.tour()->tick(5);
    QVERIFY(opened.tour()->allDone());
    child<QPushButton>(*opened.tour(), "tourClose").click();
    QTRY_VERIFY(!opened.tour());
    opened.window.act("handsOnTourAction");
    QVERIFY(!opened.tour()->isDone(0));
  }
};

HEADLIGHT_TEST(TestStartPage)
#include "test_start_page.moc"
