#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStyle>
#include <QTest>

#include "tests/support/child.h"
#include "tests/support/opened_window.h"
#include "tests/support/suite.h"
#include "ui/help/welcome_layout.h"
#include "ui/help/welcome_tour.h"
#include "ui/state/settings.h"
#include "ui/widgets/theme.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::OpenedWindow;

namespace {

/// A window with a reading, and the tour over it.
struct Toured : OpenedWindow {
  Toured() {
    child<QAction>(window, "welcomeAction").trigger();
  }
  WelcomeTour* tour() { return window.findChild<WelcomeTour*>("welcomeTour"); }
  QString title() { return child<QLabel>(window, "welcomeTitle").text(); }
};

}  // namespace

class TestWelcome : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    QSettings().clear();
    changeSettings([](Settings& settings) { settings.reducesMotion = true; });
  }

  void theCardStandsWhereThereIsRoom_data() {
    QTest::addColumn<QRect>("subject");
    QTest::addColumn<QString>("side");
    QTest::newRow("a line at the top") << QRect(0, 30, 1000, 40) << "below";
    QTest::newRow("a line at the bottom") << QRect(0, 750, 1000, 40) << "above";
    QTest::newRow("a column on the left") << QRect(0, 0, 200, 800) << "right";
    QTest::newRow("a column on the right") << QRect(800, 0, 200, 800) << "left";
    QTest::newRow("nearly everything") << QRect(100, 50, 800, 700) << "in";
  }
  void theCardStandsWhereThereIsRoom() {
    QFETCH(QRect, subject);
    QFETCH(QString, side);
    const QRect area(0, 0, 1000, 800);
    const QRect card = cardBeside(subject, {400, 180}, area);
    QVERIFY(area.contains(card));
    QCOMPARE(card.size(), QSize(400, 180));
    QCOMPARE(card.top() > subject.bottom(), side == "below");
    QCOMPARE(card.bottom() < subject.top(), side == "above");
    QCOMPARE(card.left() > subject.right(), side == "right");
    QCOMPARE(card.right() < subject.left(), side == "left");
    QCOMPARE(subject.contains(card), side == "in");
  }

  void fiveStopsAndItIsOver() {
    Toured toured;
    QStringList titles;
    const QPointer<WelcomeTour> tour = toured.tour();
    auto& ring = child<QWidget>(toured.window, "welcomeRing");
    for (int stop = 0; stop < 5; ++stop) {
      QCOMPARE(tour->stop(), stop);
      titles << toured.title();
      QVERIFY(toured.window.rect().contains(tour->geometry()));
      // All of the words fit.
      auto& says = child<QLabel>(toured.window, "welcomeSays");
      QCoreApplication::processEvents();
      QVERIFY2(says.height() >= says.heightForWidth(says.width()), qPrintable(titles.back()));
      QVERIFY(ring.isVisible());
      // The panels leave no room beside them.
      if (stop != 3)
        QVERIFY2(!tour->geometry().intersects(ring.geometry().adjusted(5, 5, -5, -5)), qPrintable(titles.back()));
      QCOMPARE(tour->accessibleName(), titles.back());
      child<QPushButton>(toured.window, "welcomeNext").click();
    }
    QCOMPARE(titles.removeDuplicates(), 0);
    QTRY_VERIFY(!tour);
    QVERIFY(!toured.window.findChild<QWidget*>("welcomeRing"));
    QVERIFY(child<QPlainTextEdit>(toured.window, "text").hasFocus() || !toured.window.isActiveWindow());
  }

  void theKeyboardIsEnough() {
    Toured toured;
    toured.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&toured.window));
    auto& next = child<QPushButton>(toured.window, "welcomeNext");
    QTRY_VERIFY(next.hasFocus());
    QTest::keyClick(&next, Qt::Key_Return);
    QCOMPARE(toured.tour()->stop(), 1);
    QTest::keyClick(&next, Qt::Key_Space);
    QCOMPARE(toured.tour()->stop(), 2);
    auto& back = child<QPushButton>(toured.window, "welcomeBack");
    QTest::keyClick(&next, Qt::Key_Backtab);
    QVERIFY(back.hasFocus());
    QTest::keyClick(&back, Qt::Key_Return);
    QTest::keyClick(&back, Qt::Key_Return);
    QCOMPARE(toured.tour()->stop(), 0);
    // At the first stop there is no way back, and the focus does not get lost.
    QVERIFY(!back.isEnabled() && next.hasFocus());
    const QPointer<WelcomeTour> tour = toured.tour();
    QTest::keyClick(&next, Qt::Key_Escape);
    QTRY_VERIFY(!tour);
    QVERIFY(child<QPlainTextEdit>(toured.window, "text").hasFocus());
  }

  void theWindowStaysInUse() {
    Toured toured;
    auto& text = child<QPlainTextEdit>(toured.window, "text");
    text.setPlainText("one two three");
    QTRY_COMPARE(toured.window.workspace().result()->maps->queries(), Index(4));
    QVERIFY(toured.tour());
    // The ring follows what it is around.
    toured.tour()->goTo(2);
    auto& ring = child<QWidget>(toured.window, "welcomeRing");
    const QRect before = ring.geometry();
    toured.window.resize(1000, 640);
    QTRY_VERIFY(ring.geometry() != before);
    QVERIFY(toured.window.rect().contains(toured.tour()->geometry()));
    child<QSplitter>(toured.window, "columns").setSizes({0, 800, 200});
    QTRY_VERIFY(!ring.isVisible());
    QVERIFY(toured.window.rect().contains(toured.tour()->geometry()));
  }

  void itComesAgainFromTheMenu() {
    Toured again;
    child<QPushButton>(again.window, "welcomeSkip").click();
    child<QAction>(again.window, "welcomeAction").trigger();
    QVERIFY(again.tour());
    child<QAction>(again.window, "welcomeAction").trigger();
    QCOMPARE(again.window.findChildren<WelcomeTour*>().size(), 1);
  }

  void itMovesOnlyWhereMotionIsWelcome() {
    Toured toured;
    const auto* move = toured.tour()->findChild<QPropertyAnimation*>();
    QVERIFY(move);
    const auto atRest = [&] {
      if (!QTest::qWaitFor([&] { return move->state() == QAbstractAnimation::Stopped; })) qFatal("it goes on moving");
    };
    const auto step = [&](bool reduced) {
      setReducesMotion(reduced);
      toured.tour()->goTo(0);
      atRest();
      const QPoint from = toured.tour()->pos();
      toured.tour()->goTo(4);
      const QPoint atOnce = toured.tour()->pos();
      atRest();
      if (toured.tour()->pos() == from) qFatal("it did not move");
      return atOnce == toured.tour()->pos();
    };
    QVERIFY(step(true));
    if (!QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration)) QSKIP("the desktop wants no motion");
    QVERIFY(!step(false));
  }
};

HEADLIGHT_TEST(TestWelcome)
#include "test_welcome.moc"
