#include <QtTest>
#include <cmath>

#include "tests/support/fixed_metrics.h"
#include "tests/support/suite.h"
#include "ui/figures/atlas/atlas_layout.h"
#include "ui/figures/heatmap/heatmap_layout.h"
#include "ui/figures/links/links_layout.h"

using namespace headlight;
using namespace headlight::test;

/// Geometry alone: no window, no fonts.
class TestFigureLayouts : public QObject {
  Q_OBJECT
 private slots:
  void heatmap_data();
  void heatmap();
  void heatmapZoomed();
  void heatmapChoosesLabels();
  void heatmapChoosesLevels_data();
  void heatmapChoosesLevels();
  void links_data();
  void links();
  void narrowHeatmapsNameTheirSinkInAWord();
  void narrowLinksKeepTheirLegend();
  void atlas_data();
  void atlas();
  void longLabelsAreElided();
  void wrapping();
};

namespace {

std::vector<QString> labels(int count, int length) {
  std::vector<QString> result;
  for (int i = 0; i < count; ++i) result.push_back(QString(1 + (i * 7 + 3) % length, QChar(u'a' + i % 26)));
  return result;
}

/// Whether two convex shapes share more than an edge: there is no line between them along any of their sides.
bool overlap(const QPolygonF& a, const QPolygonF& b) {
  for (const QPolygonF* shape : {&a, &b})
    for (qsizetype i = 0; i + 1 < shape->size(); ++i) {
      const QPointF side = shape->at(i + 1) - shape->at(i), normal(-side.y(), side.x());
      const auto range = [&](const QPolygonF& p) {
        double low = 1e300, high = -1e300;
        for (const QPointF& point : p) {
          const double d = QPointF::dotProduct(point, normal);
          low = std::min(low, d);
          high = std::max(high, d);
        }
        return std::pair(low, high);
      };
      const auto [aLow, aHigh] = range(a);
      const auto [bLow, bHigh] = range(b);
      const double slack = 0.02 * std::hypot(normal.x(), normal.y());
      if (aHigh <= bLow + slack || bHigh <= aLow + slack) return false;
    }
  return true;
}

void verifyApart(const std::vector<PlacedLabel>& placed) {
  for (std::size_t i = 0; i < placed.size(); ++i)
    for (std::size_t j = 0; j < i && j < 400; ++j)
      QVERIFY2(!overlap(placed[i].outline, placed[j].outline),
               qPrintable(QStringLiteral("labels %1 and %2 overlap").arg(placed[i].token).arg(placed[j].token)));
}

HeatmapSpec heatmapSpec(QSizeF size, int tokens, int length) {
  HeatmapSpec spec;
  spec.size = size;
  spec.queryLabels = spec.keyLabels = labels(tokens, length);
  spec.visible = QRectF(0, 0, tokens, tokens);
  spec.sinkBars = true;
  spec.title = QStringLiteral("Layer 1, head 2");
  spec.subtitle = QStringLiteral("gpt and some text that is long enough to fill a line of a figure or two of them");
  spec.sinkTitle = QStringLiteral("on The");
  spec.notes = {QStringLiteral("A note about the scale."), QStringLiteral("A note about bars.")};
  return spec;
}

void sizes() {
  QTest::addColumn<QSize>("size");
  QTest::addColumn<int>("tokens");
  QTest::addColumn<int>("length");
  for (const QSize size : {QSize(480, 360), QSize(800, 600), QSize(1600, 900), QSize(600, 1000)})
    for (const int tokens : {1, 2, 5, 12, 40, 77, 300})
      for (const int length : {4, 12, 60})
        QTest::addRow("%dx%d, %d tokens up to %d", size.width(), size.height(), tokens, length)
            << size << tokens << length;
}

}  // namespace

void TestFigureLayouts::heatmap_data() { sizes(); }

void TestFigureLayouts::heatmap() {
  QFETCH(QSize, size);
  QFETCH(int, tokens);
  QFETCH(int, length);
  const HeatmapSpec spec = heatmapSpec(size, tokens, length);
  const FixedMetrics metrics;
  const HeatmapLayout layout = layoutHeatmap(spec, metrics);
  const QRectF whole(QPointF(0, 0), spec.size);

  verifyApart(layout.queryLabels);
  verifyApart(layout.keyLabels);
  for (const PlacedLabel& label : layout.queryLabels) {
    QVERIFY(whole.contains(label.outline.boundingRect()));
    QVERIFY(label.outline.boundingRect().right() < layout.sinkBars.left());
  }
  for (const PlacedLabel& label : layout.keyLabels) {
    QVERIFY2(whole.contains(label.outline.boundingRect()), qPrintable(label.text));
    QVERIFY(label.outline.boundingRect().bottom() <= layout.map.top() + 1);
    QVERIFY(!overlap(label.outline, QPolygonF(layout.keyTitle->box)));
  }
  QVERIFY(layout.queryLabelSize >= kSmallestLabel && layout.keyLabelSize >= kSmallestLabel);
  QCOMPARE(layout.queryLabels.size(), static_cast<std::size_t>((tokens + layout.queryStride - 1) / layout.queryStride));

  // The parts stand beside one another, inside the figure.
  QVERIFY(layout.sinkBars.right() < layout.map.left());
  if (layout.legend.lying)
    QVERIFY(layout.legend.bar.top() > layout.map.bottom());
  else
    QVERIFY(layout.legend.bar.left() > layout.map.right());
  for (const PlacedText& tick : layout.legend.ticks) QVERIFY(!tick.box.intersects(layout.map));
  for (const QRectF& part : {layout.map, layout.sinkBars, layout.legend.bar}) QVERIFY(whole.contains(part));
  for (const PlacedText& tick : layout.legend.ticks) QVERIFY(whole.contains(tick.box));
  for (std::size_t i = 1; i < layout.legend.ticks.size(); ++i)
    QVERIFY(!layout.legend.ticks[i]
                 .box.adjusted(0, 2, 0, -2)
                 .intersects(layout.legend.ticks[i - 1].box.adjusted(0, 2, 0, -2)));
  for (const PlacedText& note : layout.frame.notes) {
    QVERIFY(whole.contains(note.box));
    QVERIFY(note.box.top() > layout.map.bottom());
  }
  QCOMPARE(layout.map.topLeft(), QPointF(layout.map.topLeft().toPoint()));
  QVERIFY(std::abs(layout.cell.width() * tokens - layout.map.width()) < 1e-6);

  // Pointing is the inverse of placing.
  for (const int query : {0, tokens / 2, tokens - 1})
    for (const int key : {0, tokens / 3, tokens - 1}) {
      const auto hit = layout.cellAt(layout.cellRect(query, key).center());
      QVERIFY(hit);
      QCOMPARE(hit->first, Index{query});
      QCOMPARE(hit->second, Index{key});
    }
  QVERIFY(!layout.cellAt(layout.map.topLeft() - QPointF(1, 1)));
  QVERIFY(!layout.cellAt(layout.map.bottomRight() + QPointF(1, 1)));

  // The same again gives the same.
  const HeatmapLayout again = layoutHeatmap(spec, metrics);
  QCOMPARE(again.map, layout.map);
  QCOMPARE(again.keyLabels.size(), layout.keyLabels.size());
}

void TestFigureLayouts::heatmapZoomed() {
  HeatmapSpec spec = heatmapSpec({800, 600}, 300, 8);
  spec.visible = QRectF(100.5, 40.25, 12, 12);
  const HeatmapLayout layout = layoutHeatmap(spec, FixedMetrics());
  QCOMPARE(layout.queryStride, 1);
  QCOMPARE(layout.queryLabels.front().token, Index{40});
  QCOMPARE(layout.queryLabels.back().token, Index{51});
  for (const PlacedLabel& label : layout.keyLabels) QVERIFY(label.token >= 100 && label.token <= 112);
  verifyApart(layout.keyLabels);
  QCOMPARE(layout.cellAt(layout.map.topLeft() + QPointF(0.01, 0.01)), (std::pair<Index, Index>(40, 100)));
  QVERIFY(std::abs(layout.cellRect(40, 100).left() - (layout.map.left() - 0.5 * layout.cell.width())) < 1e-9);
}

void TestFigureLayouts::heatmapChoosesLabels() {
  const FixedMetrics metrics;
  const auto angle = [&](int tokens, int length) {
    return layoutHeatmap(heatmapSpec({800, 600}, tokens, length), metrics).keyLabels.front().angle;
  };
  QCOMPARE(angle(5, 5), 0.0);
  QCOMPARE(angle(20, 9), -45.0);
  QCOMPARE(angle(36, 9), -60.0);
  const HeatmapLayout many = layoutHeatmap(heatmapSpec({800, 600}, 300, 9), metrics);
  QVERIFY(many.keyStride > 1);
  QCOMPARE(many.keyLabels.front().angle, -60.0);
  QVERIFY(std::any_of(many.frame.notes.begin(), many.frame.notes.end(),
                      [](const PlacedText& note) { return note.text.contains(QStringLiteral("Labels: every")); }));
}

/// As one of three panels in a small window: a name that is cut says less than a word that is whole.
void TestFigureLayouts::narrowHeatmapsNameTheirSinkInAWord() {
  HeatmapSpec spec = heatmapSpec(QSizeF(230, 210), 15, 4);
  spec.sinkTitle = QStringLiteral("on the first token");
  spec.sinkName = QStringLiteral("sink");
  spec.queryTitle = QStringLiteral("query");
  spec.keyTitle = QStringLiteral("attends to");
  const HeatmapLayout narrow = layoutHeatmap(spec, FixedMetrics());
  QVERIFY(narrow.sinkTitle);
  QCOMPARE(narrow.sinkTitle->text, spec.sinkName);
  spec.sinkName.clear();
  QVERIFY(layoutHeatmap(spec, FixedMetrics()).sinkTitle->text.endsWith(u'…'));
}

/// As wide as one of two panels in a small window.
void TestFigureLayouts::narrowLinksKeepTheirLegend() {
  for (const int width : {260, 290, 340, 400}) {
    LinksSpec spec;
    spec.size = QSizeF(width, 420);
    spec.queryLabels = spec.keyLabels = labels(15, 14);
    spec.sinkBars = true;
    spec.sinkTitle = QStringLiteral("on first token");
    spec.queryTitle = QStringLiteral("query");
    spec.keyTitle = QStringLiteral("attends to");
    spec.samplesTitle = QStringLiteral("weight");
    spec.samples = {1, 0.5, 0.2, 0.05};
    const LinksLayout layout = layoutLinks(spec, FixedMetrics());
    const QRectF whole(QPointF(0, 0), spec.size);
    QCOMPARE(layout.legend.samples.size(), std::size_t(4));
    for (const auto& sample : layout.legend.samples) QVERIFY(whole.contains(sample.text.box));
    // The legend is above, and leaves the links more than a third of the width.
    QVERIFY(layout.links.width() >= width / 3.0);
    QVERIFY(layout.legend.bottom <= layout.keyTitle->box.top() + 1);
    for (const PlacedLabel& label : layout.keyLabels) QVERIFY(whole.contains(label.outline.boundingRect()));
    for (const PlacedLabel& label : layout.queryLabels) QVERIFY(whole.contains(label.outline.boundingRect()));
  }
}

void TestFigureLayouts::heatmapChoosesLevels_data() {
  QTest::addColumn<int>("tokens");  // In view.
  QTest::addColumn<QString>("level");
  QTest::newRow("tokens") << 20 << QString();
  QTest::newRow("words") << 200 << QStringLiteral("words");
  QTest::newRow("sentences") << 800 << QStringLiteral("sentences");
  QTest::newRow("sections") << 4000 << QStringLiteral("sections");
}

void TestFigureLayouts::heatmapChoosesLevels() {
  QFETCH(int, tokens);
  QFETCH(QString, level);
  constexpr Index kTokens = 4000;
  HeatmapSpec spec;
  spec.size = QSizeF(900, 700);
  spec.queryLabels = spec.keyLabels = labels(kTokens, 9);
  for (const auto& [name, each] : {std::pair("words", Index(4)), {"sentences", Index(25)}, {"sections", Index(400)}}) {
    AxisLevel axis;
    axis.name = QString::fromUtf8(name);
    for (Index begin = 0; begin < kTokens; begin += each) axis.begins.push_back(begin);
    axis.labels = labels(static_cast<int>(axis.begins.size()), 14);
    axis.begins.push_back(kTokens);
    spec.queryLevels.push_back(axis);
  }
  spec.keyLevels = spec.queryLevels;
  spec.visible = QRectF(100 % kTokens, 100, tokens, tokens);
  if (tokens == kTokens) spec.visible.moveTo(0, 0);
  const HeatmapLayout layout = layoutHeatmap(spec, FixedMetrics());
  const auto nameOf = [&](const std::optional<std::size_t>& chosen) {
    return chosen ? spec.queryLevels[*chosen].name : QString();
  };
  QCOMPARE(nameOf(layout.queryLevel), level);
  QVERIFY(layout.queryLabels.size() >= 5);
  verifyApart(layout.queryLabels);
  verifyApart(layout.keyLabels);
  QCOMPARE(layout.groups.empty(), level.isEmpty());
  for (const PlacedLabel& label : layout.queryLabels)
    QVERIFY(label.outline.boundingRect().right() <= layout.map.left());
  for (const PlacedLabel& label : layout.keyLabels)
    QVERIFY(label.outline.boundingRect().bottom() <= layout.map.top() + 1);
  bool said = level.isEmpty();
  for (const PlacedText& note : layout.frame.notes)
    said = said || (note.text.contains(QStringLiteral("Labels: ")) && note.text.contains(level));
  QVERIFY(said);
}

void TestFigureLayouts::links_data() { sizes(); }

void TestFigureLayouts::links() {
  QFETCH(QSize, size);
  QFETCH(int, tokens);
  QFETCH(int, length);
  LinksSpec spec;
  spec.size = size;
  spec.queryLabels = spec.keyLabels = labels(tokens, length);
  spec.heads = {QStringLiteral("L0 H0"), QStringLiteral("L1 H3"), QStringLiteral("L11 H11")};
  spec.sinkBars = true;
  spec.title = QStringLiteral("Heads");
  spec.sinkTitle = QStringLiteral("on The");
  spec.notes = {QStringLiteral("Links below 5% hidden.")};
  spec.samples = {1, 0.5, 0.2, 0.05};
  const LinksLayout layout = layoutLinks(spec, FixedMetrics());
  const QRectF whole(QPointF(0, 0), spec.size);
  verifyApart(layout.queryLabels);
  verifyApart(layout.keyLabels);
  for (const PlacedLabel& label : layout.queryLabels) {
    QVERIFY(whole.contains(label.outline.boundingRect()));
    QVERIFY(label.outline.boundingRect().right() < layout.sinkBars.left());
  }
  QVERIFY(layout.sinkBars.right() < layout.links.left());
  for (const PlacedLabel& label : layout.keyLabels) {
    QVERIFY(whole.contains(label.outline.boundingRect()));
    QVERIFY(label.outline.boundingRect().left() > layout.links.right());
    for (const auto& name : layout.legend.heads) QVERIFY(!label.outline.boundingRect().intersects(name.text.box));
  }
  for (const auto& name : layout.legend.heads) QVERIFY(whole.contains(name.text.box));
  for (const auto& sample : layout.legend.samples) QVERIFY(whole.contains(sample.text.box));
  for (const PlacedText& note : layout.frame.notes) QVERIFY(note.box.top() > layout.links.bottom());
  QVERIFY(layout.links.width() >= 60);
  for (const int token : {0, tokens / 2, tokens - 1}) {
    for (const QRectF& column : {layout.queryColumn, layout.keyColumn})
      for (const int other : {token - 1, token, token + 1})
        QCOMPARE(layout.rowOf(column, other).contains({column.center().x(), layout.rowY(token)}), other == token);
  }
  for (const QRectF& column : {layout.queryColumn, layout.keyColumn}) QVERIFY(!column.contains(layout.links.center()));
}

void TestFigureLayouts::atlas_data() {
  QTest::addColumn<QSize>("size");
  QTest::addColumn<int>("layers");
  QTest::addColumn<int>("heads");
  for (const QSize size : {QSize(240, 400), QSize(480, 360), QSize(800, 600), QSize(1600, 900)})
    for (const auto& [layers, heads] : {std::pair(1, 1), std::pair(4, 6), std::pair(12, 12), std::pair(32, 32)})
      QTest::addRow("%dx%d, %d layers of %d", size.width(), size.height(), layers, heads) << size << layers << heads;
}

void TestFigureLayouts::atlas() {
  QFETCH(QSize, size);
  QFETCH(int, layers);
  QFETCH(int, heads);
  AtlasSpec spec;
  spec.size = size;
  spec.layers = layers;
  spec.heads = heads;
  spec.sinkStrips = true;
  spec.title = QStringLiteral("All heads");
  spec.notes = {QStringLiteral("Rows of a map are queries.")};
  const AtlasLayout layout = layoutAtlas(spec, FixedMetrics());
  const QRectF whole(QPointF(0, 0), spec.size);
  for (const PlacedText& note : layout.frame.notes) {
    QVERIFY(whole.contains(note.box));
    QVERIFY(note.box.top() > layout.thumbnail({layers - 1, 0}).bottom());
  }
  for (int layer = 0; layer < layers; ++layer)
    for (int head = 0; head < heads; ++head) {
      const QRectF rect = layout.thumbnail({layer, head});
      QVERIFY(whole.contains(rect));
      QVERIFY(layout.reach({layer, head}).contains(rect));
      QVERIFY(!layout.reach({layer, head}).contains(QPointF(1, 1)));
      // Layers are rows, whatever the shape of the room.
      if (head > 0) QVERIFY(rect.left() > layout.thumbnail({layer, head - 1}).right() - 0.01);
      if (head > 0) QVERIFY(!layout.reach({layer, head - 1}).contains(rect.center()));
      if (head > 0) QCOMPARE(rect.top(), layout.thumbnail({layer, head - 1}).top());
      if (layer > 0) QVERIFY(rect.top() > layout.thumbnail({layer - 1, head}).bottom() - 0.01);
      QVERIFY(!rect.intersects(layout.legend.bar));
    }
  for (const auto* texts : {&layout.rowLabels, &layout.columnLabels})
    for (std::size_t i = 0; i < texts->size(); ++i) {
      QVERIFY((*texts)[i].box.left() >= 0);
      if (i > 0) QVERIFY((*texts)[i].origin != (*texts)[i - 1].origin);
      if (i > 0 && texts == &layout.columnLabels) QVERIFY((*texts)[i].box.left() > (*texts)[i - 1].box.right());
    }
}

void TestFigureLayouts::longLabelsAreElided() {
  const FixedMetrics metrics;
  QCOMPARE(metrics.elided(QStringLiteral("short"), 100, 10), QStringLiteral("short"));
  QCOMPARE(metrics.elided(QStringLiteral("abcdefghij"), 36, 10), QStringLiteral("abcde…"));
  QCOMPARE(metrics.elided(QStringLiteral("abc"), 1, 10), QStringLiteral("…"));
  // Clusters stay whole: e + accent, and a family of people that is one emoji.
  QCOMPARE(metrics.elided(QStringLiteral("e\u0301e\u0301e\u0301"), 18, 10), QStringLiteral("e\u0301…"));
  const QString cut = metrics.elided(QStringLiteral("a👩‍👩‍👧b"), 24, 10);
  QCOMPARE(cut, QStringLiteral("a…"));
}

void TestFigureLayouts::wrapping() {
  const FixedMetrics metrics;
  const std::vector<QString> lines = metrics.wrapped(QStringLiteral("one two three four five"), 60, 10, 3);
  QCOMPARE(lines,
           (std::vector<QString>{QStringLiteral("one two"), QStringLiteral("three four"), QStringLiteral("five")}));
  const std::vector<QString> cut = metrics.wrapped(QStringLiteral("one two three four five"), 60, 10, 2);
  QCOMPARE(cut.size(), std::size_t{2});
  QVERIFY(cut.back().endsWith(QChar(0x2026)));
  QVERIFY(metrics.wrapped(QString(), 60, 10, 2).empty());
  // A name stays whole; what no line holds is broken somewhere.
  QCOMPARE(metrics.wrapped(QStringLiteral("is = <|end|>. 猫追老鼠"), 66, 10, 3),
           (std::vector<QString>{QStringLiteral("is ="), QStringLiteral("<|end|>. 猫追"), QStringLiteral("老鼠")}));
}

HEADLIGHT_TEST(TestFigureLayouts)
#include "test_figure_layouts.moc"
