#include <qcustomplot.h>

#include <QtTest>
#include <cmath>

#include "core/attention/lenses/combined_maps.h"
#include "tests/support/made_maps.h"
#include "tests/support/painted.h"
#include "tests/support/suite.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/reading/side_by_side.h"

using namespace headlight;
using namespace headlight::test;

/// A − B: the numbers, the gaps and the pixels.
class TestDifference : public QObject {
  Q_OBJECT
 private slots:
  void equalsAMinusBCellForCell();
  void whoSeesWhomStaysOnTheSamePlaces();
  void insertedWordIsAGapRowAndColumn();
  void otherTokenizersMeetInGroups();
  void cellsHaveTheColoursOfTheirSigns_data();
  void cellsHaveTheColoursOfTheirSigns();
  void pooledKeepsTheFurthestFromZero();
  void scaleIsSymmetric_data();
  void scaleIsSymmetric();
  void textsHaveTheirSign();
};

namespace {

AttentionContext contextOfLayers(int layers) {
  AttentionContext context;
  context.modelName = QStringLiteral("gpt");
  context.text = QStringLiteral("some text");
  context.sinkColumns = {0};
  context.visibility.assign(static_cast<std::size_t>(layers), Visibility{true});
  return context;
}

/// A − B through no lens; every head of A less `headOfB`.
LensResult differenceOf(std::shared_ptr<const AttentionMaps> a, const AttentionContext& contextA,
                           std::shared_ptr<const AttentionMaps> b, const AttentionContext& contextB,
                           HeadId headOfB = {}, AlignmentBasis kinship = AlignmentBasis::SameTokenizer) {
  return difference(aligned(applyLenses(std::move(a), contextA, {}), applyLenses(std::move(b), contextB, {}), kinship,
                            [headOfB](HeadId) { return headOfB; }));
}

}  // namespace

void TestDifference::equalsAMinusBCellForCell() {
  const auto maps = randomMaps(2, 3, makeTokens({"The", " cat", " sat", " on", " it"}), true);
  const LensResult difference = differenceOf(maps, contextOfLayers(2), maps, contextOfLayers(2), {1, 2});
  QVERIFY(difference.context.difference && difference.context.onlyA.empty() && difference.context.onlyB.empty());
  QVERIFY(difference.context.sinkColumns.empty());
  for (const HeadId head : {HeadId{0, 1}, HeadId{1, 0}}) {
    const Matrix expected = maps->weights(head) - maps->weights({1, 2});
    QVERIFY((difference.maps->weights(head) - expected).isZero(0));
  }
  QVERIFY(!difference.context.isVisible(0, 1, 3, 5) && difference.context.isVisible(0, 3, 1, 5));
}

void TestDifference::whoSeesWhomStaysOnTheSamePlaces() {
  const auto a = randomMaps(2, 1, makeTokens({"The", " old", " cat", " sat"}), true, 1);
  const auto b = randomMaps(2, 1, makeTokens({"The", " cat", " sat"}), true, 2);
  AttentionContext windowed = contextOfLayers(2);
  windowed.visibility[1].before = 1;  // A window of two keys in layer 1.
  const auto windowOf = [](const LensResult& seen, int layer) { return seen.context.isWindowed(layer); };
  // The same tokens and the same window: it stays. Another window, or a word more: what is past stays.
  const LensResult same = differenceOf(a, windowed, a, windowed, {1, 0});
  QVERIFY(!windowOf(same, 0) && windowOf(same, 1));
  QVERIFY(!same.context.isVisible(1, 3, 1, 4) && same.context.isVisible(1, 3, 2, 4));
  for (const LensResult& other :
       {differenceOf(a, windowed, a, contextOfLayers(2), {1, 0}), differenceOf(a, windowed, b, windowed, {1, 0}),
        differenceOf(a, windowed, a, windowed, {0, 0})}) {
    QVERIFY(!windowOf(other, 1));
    QVERIFY(other.context.isVisible(1, 3, 1, 4) && !other.context.isVisible(1, 1, 2, 4));
  }
  // Of a model that sees both ways nothing is hidden.
  AttentionContext both = contextOfLayers(2);
  both.visibility.assign(2, Visibility{});
  QVERIFY(differenceOf(a, windowed, a, both).context.isVisible(1, 0, 3, 4));
}

void TestDifference::insertedWordIsAGapRowAndColumn() {
  const auto a = randomMaps(1, 1, makeTokens({"The", " old", " cat", " sat"}), true, 1);
  const auto b = randomMaps(1, 1, makeTokens({"The", " cat", " sat", " down"}), true, 2);
  AttentionContext other = contextOfLayers(1);
  other.text = QStringLiteral("another text");
  const LensResult difference = differenceOf(a, contextOfLayers(1), b, other);
  QCOMPARE(difference.context.onlyA, std::vector<Index>{1});
  QCOMPARE(difference.context.onlyB, std::vector<Index>{4});
  QCOMPARE(difference.context.text, QStringLiteral("some text” − “another text"));
  QCOMPARE(difference.maps->queries(), Index{5});
  const Matrix found = difference.maps->weights({0, 0}), wa = a->weights({0, 0}), wb = b->weights({0, 0});
  const std::vector<int> inA = {0, 1, 2, 3, -1}, inB = {0, -1, 1, 2, 3};
  for (Index i = 0; i < 5; ++i)
    for (Index j = 0; j < 5; ++j) {
      const auto r = static_cast<std::size_t>(i), c = static_cast<std::size_t>(j);
      if (inA[r] < 0 || inA[c] < 0 || inB[r] < 0 || inB[c] < 0)
        QVERIFY(std::isnan(found(i, j)));
      else
        QCOMPARE(found(i, j), wa(inA[r], inA[c]) - wb(inB[r], inB[c]));
    }
  // Nothing is said of cells that one side lacks.
  HeatmapFigure pointed;
  pointed.setMaps(difference.maps, difference.context);
  const std::vector<FigureSpot> spots = pointed.spots({800, 600});
  QCOMPARE(spots.size(), std::size_t{6});
  for (const FigureSpot& spot : spots)
    QVERIFY(spot.text.endsWith(QStringLiteral("A − B ") + differenceText(found(spot.query, spot.key), 2)));
  // The labels say which side has the word, the row and column are hatched and not the colour of 0.
  HeatmapFigure figure;
  figure.setMaps(difference.maps, difference.context);
  const QSize size(800, 600);
  const HeatmapLayout layout = figure.layout(size);
  QCOMPARE(layout.queryLabels[1].text, QStringLiteral("+old"));
  QCOMPARE(layout.keyLabels[4].text, QStringLiteral("−down"));
  const QImage image = painted(figure, size);
  const auto isUniform = [&](Index query, Index key) {
    const QRect cell = layout.cellRect(query, key).toRect().adjusted(3, 3, -3, -3);
    for (int y = cell.top(); y <= cell.bottom(); ++y)
      for (int x = cell.left(); x <= cell.right(); ++x)
        if (image.pixel(x, y) != image.pixel(cell.topLeft())) return false;
    return true;
  };
  QVERIFY(isUniform(2, 0) && isUniform(3, 2));
  QVERIFY(!isUniform(1, 0) && !isUniform(2, 1) && !isUniform(4, 0));
}

void TestDifference::otherTokenizersMeetInGroups() {
  const auto a = randomMaps(1, 1, makeTokens({"play", "ing", " well"}), true, 3);
  const auto b = randomMaps(1, 1, makeTokens({"playing", " we", "ll"}), true, 4);
  const LensResult difference = differenceOf(a, contextOfLayers(1), b, contextOfLayers(1), {}, AlignmentBasis::SameText);
  QCOMPARE(difference.maps->queries(), Index{2});
  QVERIFY(difference.context.onlyA.empty() && difference.context.onlyB.empty());
  const Matrix wa = a->weights({0, 0}), wb = b->weights({0, 0}), found = difference.maps->weights({0, 0});
  // Sum over the pieces looked at, mean over the pieces that look.
  const float mine = (wa(0, 0) + wa(0, 1) + wa(1, 0) + wa(1, 1)) / 2, other = wb(0, 0);
  QVERIFY(std::abs(found(0, 0) - (mine - other)) < 1e-6F);
  QVERIFY(std::abs(found.row(0).sum()) < 1e-5F && std::abs(found.row(1).sum()) < 1e-5F);
}

void TestDifference::cellsHaveTheColoursOfTheirSigns_data() {
  QTest::addColumn<bool>("dark");
  QTest::addColumn<int>("kind");
  for (const bool dark : {false, true})
    for (int kind = 0; kind < 3; ++kind) QTest::addRow("%d %d", dark, kind) << dark << kind;
}

void TestDifference::cellsHaveTheColoursOfTheirSigns() {
  QFETCH(bool, dark);
  QFETCH(int, kind);
  const auto maps = randomMaps(1, 2, makeTokens({"The", " cat", " sat", " on", " it"}), false);
  const LensResult difference = differenceOf(maps, {}, maps, {}, {0, 1});
  HeatmapFigure figure;
  figure.setMaps(difference.maps, difference.context);
  FigureStyle style;
  style.theme = dark ? Theme::Dark : Theme::Light;
  style.scale = static_cast<ScaleKind>(kind);
  style.range = ScaleRange::PerHead;
  figure.setStyle(style);
  const QImage image = painted(figure, {800, 600});
  const HeatmapLayout layout = figure.layout({800, 600});
  const Matrix weights = difference.maps->weights({0, 0});
  QCOMPARE(figure.scale().max, static_cast<double>(weights.cwiseAbs().maxCoeff()));
  const ColourMap colours(ColourMapId::Diverging, dark);
  for (Index i = 0; i < 5; ++i)
    for (Index j = 0; j < 5; ++j) {
      const QPoint at = (layout.cellRect(i, j).center() - QPointF(0.5, 0.5)).toPoint();
      const double position = figure.scale().position(weights(i, j));
      QVERIFY(weights(i, j) > 0 ? position >= 0.5 : position <= 0.5);
      QCOMPARE(image.pixel(at), colours.rgb(position));
    }
}

void TestDifference::pooledKeepsTheFurthestFromZero() {
  std::vector<std::string> words;
  for (int i = 0; i < 60; ++i) words.push_back(" w");
  const auto maps = randomMaps(1, 2, makeTokens(words), false);
  const LensResult difference = differenceOf(maps, {}, maps, {}, {0, 1});
  HeatmapRequest request{{0, 0}, difference.maps->whole(), 6, 6, Pool::Max, {}, true};
  const HeatmapData data = computeHeatmapData(*difference.maps, request);
  const Matrix all = difference.maps->weights({0, 0});
  bool negative = false;
  for (Index i = 0; i < 10; ++i)
    for (Index j = 0; j < 10; ++j) {
      const auto block = all.block(i * 6, j * 6, 6, 6);
      const float top = block.maxCoeff(), bottom = block.minCoeff();
      QCOMPARE(data.weights(i, j), top >= -bottom ? top : bottom);
      negative = negative || data.weights(i, j) < 0;
    }
  QVERIFY(negative);
  QCOMPARE(data.largest, all.cwiseAbs().maxCoeff());
}

void TestDifference::scaleIsSymmetric_data() {
  QTest::addColumn<int>("kind");
  for (int kind = 0; kind < 3; ++kind) QTest::addRow("%d", kind) << kind;
}

void TestDifference::scaleIsSymmetric() {
  QFETCH(int, kind);
  for (const double max : {1.0, 0.37, 0.004}) {
    const ColourScale scale{static_cast<ScaleKind>(kind), max, true};
    QCOMPARE(scale.position(0), 0.5);
    QCOMPARE(scale.position(max), 1.0);
    QCOMPARE(scale.position(-2 * max), 0.0);
    double before = -1;
    for (double w = -max; w <= max; w += max / 50) {
      QVERIFY(std::abs(scale.position(w) + scale.position(-w) - 1) < 1e-12);
      QVERIFY(scale.position(w) >= before);
      before = scale.position(w);
    }
    for (const double p : {0.02, 0.3, 0.7, 0.98}) QVERIFY(std::abs(scale.position(scale.weight(p)) - p) < 1e-9);
    const std::vector<double> ticks = scale.ticks();
    QVERIFY(ticks.size() >= 3 && ticks.size() % 2 == 1);
    QCOMPARE(ticks[ticks.size() / 2], 0.0);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
      QCOMPARE(ticks[i], -ticks[ticks.size() - 1 - i]);
      if (i > 0) QVERIFY(scale.position(ticks[i]) - scale.position(ticks[i - 1]) > 0.1);
    }
  }
}

void TestDifference::textsHaveTheirSign() {
  QCOMPARE(differenceText(0.123, 1), QStringLiteral("+12.3%"));
  QCOMPARE(differenceText(-0.123, 0), QStringLiteral("−12%"));
  QCOMPARE(differenceText(-0.001, 0), QStringLiteral("0%"));
  QCOMPARE(differenceText(0, 2), QStringLiteral("0.00%"));
}

HEADLIGHT_TEST(TestDifference)
#include "test_difference.moc"
