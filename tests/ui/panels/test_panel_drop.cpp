#include <QTest>

#include "tests/support/suite.h"
#include "ui/panels/panel_drop.h"

using namespace headlight;

namespace {

const std::vector<QRectF> kPanels = {{0, 0, 100, 100}, {108, 0, 100, 100}, {0, 108, 208, 100}};

using Place = PanelDrop::Place;

}  // namespace

class TestPanelDrop : public QObject {
  Q_OBJECT
 private slots:
  void overTheMiddleBothChangePlaces() {
    const auto drop = dropAt(kPanels, 0, {150, 50});
    QVERIFY(drop && drop->place == Place::Swap && drop->target == 1);
    QCOMPARE(drop->mark, kPanels[1]);
  }

  void atTheEdgesItIsPutBetween() {
    const auto before = dropAt(kPanels, 2, {5, 50});
    QVERIFY(before && before->place == Place::Before && numberAfter(*before, 2) == 0);
    const auto after = dropAt(kPanels, 0, {200, 50});
    QVERIFY(after && after->place == Place::After && numberAfter(*after, 0) == 1);
    const auto last = dropAt(kPanels, 0, {200, 150});
    QVERIFY(last && numberAfter(*last, 0) == 2);
  }

  void whereItStaysThereIsNoMark() {
    QVERIFY(!dropAt(kPanels, 0, {50, 50}));
    QVERIFY(!dropAt(kPanels, 0, {110, 50}));  // Before its right neighbour it stands already.
    QVERIFY(!dropAt(kPanels, 1, {95, 50}));
    QVERIFY(!dropAt(kPanels, 0, {104, 50}));
    QVERIFY(!dropAt(kPanels, 0, {900, 900}));
  }
};

HEADLIGHT_TEST(TestPanelDrop)
#include "test_panel_drop.moc"
