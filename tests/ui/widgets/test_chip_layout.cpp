#include <QTest>

#include "tests/support/suite.h"
#include "ui/panels/panel_area.h"
#include "ui/widgets/chip_layout.h"

using namespace headlight;

class TestChipLayout : public QObject {
  Q_OBJECT
 private slots:
  void wrapsWhereALineIsFull() {
    const ChipLayout layout = layoutChips({{40, 40, 40, 30}, 100, 20, 4});
    QCOMPARE(layout.chips[0], QRectF(0, 0, 40, 20));
    QCOMPARE(layout.chips[1], QRectF(44, 0, 40, 20));
    QCOMPARE(layout.chips[2], QRectF(0, 24, 40, 20));
    QCOMPARE(layout.chips[3], QRectF(44, 24, 30, 20));
    QCOMPARE(layout.lines, 2);
    QCOMPARE(layout.height, 44.0);
  }

  void aChipWiderThanTheLineIsCut() {
    const ChipLayout layout = layoutChips({{30, 500, 30}, 100, 20, 4});
    QCOMPARE(layout.chips[1], QRectF(0, 24, 100, 20));
    QCOMPARE(layout.chips[2], QRectF(0, 48, 30, 20));
    QCOMPARE(layout.lines, 3);
  }

  void findsTheChipUnderAPoint() {
    const ChipLayout layout = layoutChips({{40, 40, 40}, 100, 20, 4});
    QCOMPARE(layout.at({0, 0}), std::optional<std::size_t>(0));
    QCOMPARE(layout.at({50, 19}), std::optional<std::size_t>(1));
    QCOMPARE(layout.at({5, 30}), std::optional<std::size_t>(2));
    QVERIFY(!layout.at({42, 5}));   // Between two chips.
    QVERIFY(!layout.at({5, 22}));   // Between two lines.
    QVERIFY(!layout.at({90, 30}));  // Behind the last.
    QVERIFY(!layout.at({-1, 5}));
  }

  void nothingHasNoLines() {
    const ChipLayout layout = layoutChips({{}, 100, 20, 4});
    QCOMPARE(layout.lines, 0);
    QCOMPARE(layout.height, 0.0);
    QVERIFY(!layout.at({0, 0}));
  }

  void panelsStandInAGrid() {
    QCOMPARE(gridRows(1), (std::vector<int>{1}));
    QCOMPARE(gridRows(2), (std::vector<int>{2}));
    QCOMPARE(gridRows(3), (std::vector<int>{2, 1}));
    QCOMPARE(gridRows(4), (std::vector<int>{2, 2}));
    QCOMPARE(gridRows(7), (std::vector<int>{3, 2, 2}));
    QVERIFY(gridRows(0).empty());
  }
};

HEADLIGHT_TEST(TestChipLayout)
#include "test_chip_layout.moc"
