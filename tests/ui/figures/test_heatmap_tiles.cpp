#include <QTest>

#include "tests/support/rule_maps.h"
#include "tests/support/suite.h"
#include "ui/figures/heatmap/heatmap_tiles.h"

using namespace headlight;
using namespace headlight::test;

class TestHeatmapTiles : public QObject {
  Q_OBJECT
 private slots:
  void blocksHaveFewSizes_data() {
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("size");
    QTest::newRow("all fit") << 100 << 100 << 1;
    QTest::newRow("one too many") << 101 << 100 << 2;
    QTest::newRow("three") << 201 << 100 << 3;
    QTest::newRow("five become six") << 401 << 100 << 6;
    QTest::newRow("thirteen become sixteen") << 1300 << 100 << 16;
    QTest::newRow("one entry") << 7 << 1 << 8;
  }
  void blocksHaveFewSizes() {
    QFETCH(int, total);
    QFETCH(int, most);
    QFETCH(int, size);
    QCOMPARE(blockSize(total, most), Index(size));
    QVERIFY((total + size - 1) / size <= most);
  }

  /// A sample comes first, and in the end every entry is what it is without tiles, for regions that cut tiles and the
  /// edges of the map.
  void tilesAddUpToTheWhole() {
    const auto maps = std::make_shared<RuleMaps>(1000, 1, 2, scattered);
    HeatmapTiles tiles(maps);
    for (const bool diverging : {false, true})
      for (const Rect& region : {Rect{0, 0, 1000, 1000}, Rect{300, 4, 700, 996}, Rect{510, 512, 3, 6}}) {
        HeatmapRequest request{{0, 1}, region, 3, 2, Pool::Max, {0, 7}, diverging};
        request.region.row = region.row / 3 * 3;
        const HeatmapData expected = computeHeatmapData(*maps, request);
        HeatmapData found = tiles.get(request, 0, {});
        if (region.row == 0 && !diverging) {
          QCOMPARE(found.exact, 0.0);
          QCOMPARE(found.weights, sampleHeatmapData(*maps, request).weights);
        }
        double before = -1;
        for (int step = 0; found.exact < 1; ++step) {
          QVERIFY2(step < 200 && found.exact > before, "no step forward");
          before = found.exact;
          found = tiles.get(request, 0, {});
        }
        QVERIFY(found.request == request);
        QCOMPARE(found.weights, expected.weights);
        QCOMPARE(found.sinkMass, expected.sinkMass);
        QCOMPARE(found.largest, expected.largest);
      }
  }

  void whatIsKnownIsNotReadAgain() {
    const auto maps = std::make_shared<RuleMaps>(2000, 1, 1, scattered);
    HeatmapTiles tiles(maps);
    HeatmapRequest request{{0, 0}, {0, 0, 1024, 1024}, 2, 2, Pool::Max, {}, false};
    while (tiles.get(request, 1000, {}).exact < 1) {
    }
    const Index read = maps->cellsRead;
    QCOMPARE(tiles.get(request, 1000, {}).exact, 1.0);
    QCOMPARE(maps->cellsRead.load(), read);
    // Moved by half of it: what both have in common is there at once.
    request.region.col = 512;
    const HeatmapData moved = tiles.get(request, 0, {});
    QVERIFY2(moved.exact >= 0.5 && moved.exact < 1, qPrintable(QString::number(moved.exact)));
    while (tiles.get(request, 1000, {}).exact < 1) {
    }
    QCOMPARE(tiles.get(request, 1000, {}).weights, computeHeatmapData(*maps, request).weights);
  }

  void theLeastRecentlyUsedIsForgotten() {
    const auto maps = std::make_shared<RuleMaps>(4096, 1, 2, [](HeadId, Index, Index) { return 0.5F; });
    HeatmapTiles tiles(maps);
    HeatmapRequest small{{0, 1}, {0, 0, 640, 640}, 1, 1, Pool::Max, {}, false};
    const auto finish = [&](const HeatmapRequest& request) {
      while (tiles.get(request, 100000, {}).exact < 1) {
      }
    };
    finish(small);
    // 4,096 tiles, more than there is room for; the small part is used again and again meanwhile.
    for (Index row = 0; row < 4096; row += 512) {
      finish({{0, 0}, {row, 0, 512, 4096}, 1, 1, Pool::Max, {}, false});
      finish(small);
      QVERIFY(tiles.bytes() <= HeatmapTiles::kMostBytes);
    }
    QVERIFY(tiles.bytes() > HeatmapTiles::kMostBytes / 2);
    const Index read = maps->cellsRead;
    QCOMPARE(tiles.get(small, 0, {}).exact, 1.0);
    QCOMPARE(maps->cellsRead.load(), read);
    QVERIFY(tiles.get({{0, 0}, {0, 0, 512, 4096}, 1, 1, Pool::Max, {}, false}, 0, {}).exact < 1);
  }

  void aStopIsHeard() {
    const auto maps = std::make_shared<RuleMaps>(3000, 1, 1, scattered);
    HeatmapTiles tiles(maps);
    const HeatmapRequest request{{0, 0}, maps->whole(), 4, 4, Pool::Max, {}, false};
    QVERIFY_THROWS_EXCEPTION(Cancelled,
                             tiles.get(request, 0, Progress([](double, std::string_view) { return false; })));
    QVERIFY(maps->cellsRead < 3000 * 3000);
  }
};

HEADLIGHT_TEST(TestHeatmapTiles)
#include "test_heatmap_tiles.moc"
