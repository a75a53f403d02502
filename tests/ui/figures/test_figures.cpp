#include <qcustomplot.h>

#include <QtTest>
#include <cmath>

#include "tests/support/painted.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/figures/atlas/atlas_figure.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/figures/links/links_figure.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"

using namespace headlight;
using namespace headlight::test;

/// Painted pixels against the numbers they stand for.
class TestFigures : public QObject {
  Q_OBJECT
 private slots:
  void cellsHaveTheColoursOfTheirWeights_data();
  void cellsHaveTheColoursOfTheirWeights();
  void hiddenCellsAreNotZeroCells();
  void sinksStandApart();
  void rawShowsSinksAsCells();
  void perHeadScaleEndsAtTheLargestWeight();
  void largeMapsArePooledToPixels();
  void legendEndsAreTheScale();
  void zoomedCells();
  void figureMayStandAnywhere();
  void emptyFiguresPaint();
  void linksData();
  void linksStrengthFollowsTheWeight();
  void headsThatAgreeLieNextToEachOther();
  void linksFocus();
  void atlasThumbnails();
  void atlasKeepsNumbersForAnotherHead();
  void tokenLabels();
  void altTextNamesTheStrongest();
};

namespace {

std::shared_ptr<SyntheticMaps> someMaps(std::size_t tokens, bool causal = true) {
  return std::make_shared<SyntheticMaps>(wordTokens(tokens), 2, 3, causal);
}

AttentionContext causalContext() {
  AttentionContext context;
  context.modelName = QStringLiteral("gpt");
  context.text = QStringLiteral("The cat %1 that");
  context.sinkColumns = {0};
  context.visibility.assign(2, Visibility{true});
  return context;
}

}  // namespace

void TestFigures::cellsHaveTheColoursOfTheirWeights_data() {
  QTest::addColumn<int>("tokens");
  QTest::addColumn<int>("map");
  QTest::addColumn<int>("kind");
  QTest::addColumn<bool>("dark");
  for (const int tokens : {5, 40, 90})
    for (int map = 0; map < 4; ++map)
      for (int kind = 0; kind < 3; ++kind)
        QTest::addRow("%d tokens, map %d, scale %d", tokens, map, kind) << tokens << map << kind << (kind == 1);
}

void TestFigures::cellsHaveTheColoursOfTheirWeights() {
  QFETCH(int, tokens);
  QFETCH(int, map);
  QFETCH(int, kind);
  QFETCH(bool, dark);
  const auto maps = someMaps(static_cast<std::size_t>(tokens));
  HeatmapFigure figure;
  figure.setMaps(maps, causalContext());
  figure.setHead({1, 1});
  FigureStyle style;
  style.theme = dark ? Theme::Dark : Theme::Light;
  style.colourMap = static_cast<ColourMapId>(map);
  style.scale = static_cast<ScaleKind>(kind);
  figure.setStyle(style);
  const QImage image = painted(figure, {800, 600});
  const HeatmapLayout layout = figure.layout({800, 600});
  const ColourMap colours = style.map();
  const ColourScale scale{style.scale, 1};
  const Matrix weights = maps->weights({1, 1});
  for (Index query = 0; query < weights.rows(); ++query)
    for (Index key = 1; key <= query; ++key) {
      const QPoint at = (layout.cellRect(query, key).center() - QPointF(0.5, 0.5)).toPoint();
      const QRgb found = image.pixel(at), expected = colours.rgb(scale.position(weights(query, key)));
      if (found != expected)
        QFAIL(qPrintable(QStringLiteral("cell %1, %2: expected %3, found %4")
                             .arg(query)
                             .arg(key)
                             .arg(expected, 0, 16)
                             .arg(found, 0, 16)));
    }
}

void TestFigures::hiddenCellsAreNotZeroCells() {
  const auto maps = someMaps(8);
  maps->at({0, 0})(5, 3) = 0;
  HeatmapFigure figure;
  figure.setMaps(maps, causalContext());
  const QImage image = painted(figure, {800, 600});
  const HeatmapLayout layout = figure.layout({800, 600});
  const auto pixel = [&](Index query, Index key) {
    return image.pixelColor(layout.cellRect(query, key).center().toPoint());
  };
  QCOMPARE(pixel(2, 6), figure.style().inks().paper);
  QCOMPARE(pixel(5, 3), figure.style().map().colour(0));
  QVERIFY(pixel(5, 3) != pixel(2, 6));
}

void TestFigures::sinksStandApart() {
  const auto maps = someMaps(8);
  Matrix& weights = maps->at({0, 0});
  weights.setZero();
  for (Index i = 0; i < 8; ++i) weights(i, 0) = static_cast<float>(i) / 8;
  HeatmapFigure figure;
  figure.setMaps(maps, causalContext());
  const QImage image = painted(figure, {800, 600});
  const HeatmapLayout layout = figure.layout({800, 600});
  QVERIFY(!layout.sinkBars.isEmpty());
  const QColor bar = figure.style().inks().neutral;
  for (Index i = 0; i < 8; ++i) {
    const int y = qRound(layout.cellRect(i, 0).center().y()) - 1;
    int filled = 0;
    for (int x = qRound(layout.sinkBars.left()); x < qRound(layout.sinkBars.right()); ++x)
      filled += image.pixelColor(x, y) == bar;
    QVERIFY2(std::abs(filled - layout.sinkBars.width() * static_cast<double>(i) / 8) <= 1.01,
             qPrintable(QStringLiteral("bar %1: %2").arg(i).arg(filled)));
  }
  // The hatched column is neither a weight's colour nor paper only.
  const QRectF column = layout.cellRect(7, 0);
  QSet<QRgb> colours;
  for (int x = qCeil(column.left()); x < qFloor(column.right()) - 1; ++x)
    colours.insert(image.pixel(x, qRound(column.center().y())));
  QVERIFY(colours.size() >= 2);
  QVERIFY(!colours.contains(figure.style().map().rgb(figure.scale().position(7.0 / 8))));
}

void TestFigures::rawShowsSinksAsCells() {
  const auto maps = someMaps(8);
  HeatmapFigure figure;
  figure.setMaps(maps, causalContext());
  FigureStyle style;
  style.sinksApart = false;
  figure.setStyle(style);
  const HeatmapLayout layout = figure.layout({800, 600});
  QVERIFY(layout.sinkBars.isEmpty());
  const QImage image = painted(figure, {800, 600});
  const float weight = maps->weights({0, 0})(6, 0);
  QCOMPARE(image.pixel(layout.cellRect(6, 0).center().toPoint()), style.map().rgb(figure.scale().position(weight)));
}

void TestFigures::perHeadScaleEndsAtTheLargestWeight() {
  const auto maps = someMaps(10);
  HeatmapFigure figure;
  figure.setMaps(maps, causalContext());
  FigureStyle style;
  style.range = ScaleRange::PerHead;
  figure.setStyle(style);
  Matrix rest = maps->weights({0, 0});
  rest.col(0).setZero();
  QCOMPARE(figure.scale().max, static_cast<double>(rest.maxCoeff()));
  const auto notes = figure.layout({800, 600}).frame.notes;
  QVERIFY(std::any_of(notes.begin(), notes.end(), [](const PlacedText& t) {
    return t.text.contains(QStringLiteral("maximum of the head"));
  }));
}

void TestFigures::largeMapsArePooledToPixels() {
  const auto maps = someMaps(900);
  HeatmapFigure figure;
  figure.setMaps(maps, causalContext());
  const QSize size(480, 360);
  const HeatmapLayout layout = figure.layout(size);
  const HeatmapData& data = figure.data(layout);
  QVERIFY(data.pooled());
  QVERIFY(data.weights.rows() <= layout.map.height() && data.weights.cols() <= layout.map.width());
  // Each entry is the largest weight of its part.
  Matrix all = maps->weights({0, 0});
  all.col(0).setZero();
  for (const Index i : {Index{0}, data.weights.rows() / 2, data.weights.rows() - 1})
    for (const Index j : {Index{0}, data.weights.cols() / 3}) {
      const Index top = i * 900 / data.weights.rows(), bottom = (i + 1) * 900 / data.weights.rows();
      const Index left = j * 900 / data.weights.cols(), right = (j + 1) * 900 / data.weights.cols();
      QCOMPARE(data.weights(i, j), all.block(top, left, bottom - top, right - left).maxCoeff());
    }
  const auto notes = layout.frame.notes;
  QVERIFY(std::any_of(notes.begin(), notes.end(), [](const PlacedText& t) {
    return t.text.contains(QStringLiteral("Each pixel shows the largest of"));
  }));
  // Above the diagonal there is paper, on it there is not.
  const QImage image = painted(figure, size);
  QCOMPARE(image.pixelColor(layout.cellRect(200, 600).center().toPoint()), figure.style().inks().paper);
  QVERIFY(image.pixelColor(layout.cellRect(600, 200).center().toPoint()) != figure.style().inks().paper);
}

void TestFigures::legendEndsAreTheScale() {
  HeatmapFigure figure;
  figure.setMaps(someMaps(8), causalContext());
  const QImage image = painted(figure, {800, 600});
  const HeatmapLayout layout = figure.layout({800, 600});
  const ColourMap map = figure.style().map();
  const QRectF bar = layout.legend.bar;
  const auto near = [](QRgb a, QRgb b) {
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b)) < 12;
  };
  const int x = qRound(bar.center().x());
  QVERIFY(near(image.pixel(x, qRound(bar.top())), map.rgb(1)));
  QVERIFY(near(image.pixel(x, qRound(bar.bottom()) - 1), map.rgb(0)));
  QVERIFY(near(image.pixel(x, qRound(bar.center().y())), map.rgb(0.5)));
  QCOMPARE(layout.legend.ticks.back().text, QStringLiteral("100%"));
  QVERIFY(std::abs(layout.legend.tickAt.back() - bar.top()) < 1e-9);
}

void TestFigures::zoomedCells() {
  const auto maps = someMaps(60);
  HeatmapFigure figure;
  figure.setMaps(maps, causalContext());
  figure.setVisibleCells({10.5, 20.25, 8, 8});
  QCOMPARE(figure.visibleCells(), QRectF(10.5, 20.25, 8, 8));
  const QImage image = painted(figure, {800, 600});
  const HeatmapLayout layout = figure.layout({800, 600});
  const Matrix weights = maps->weights({0, 0});
  for (Index query = 21; query < 27; ++query)
    for (Index key = 11; key < 17; ++key)
      QCOMPARE(image.pixel(layout.cellRect(query, key).center().toPoint()),
               figure.style().map().rgb(figure.scale().position(weights(query, key))));
  // Nothing spills out of the map.
  QCOMPARE(image.pixelColor(qRound(layout.map.right()) + 4, qRound(layout.map.center().y())),
           figure.style().inks().paper);
  figure.setVisibleCells({-50, 58, 500, 0.1});
  QCOMPARE(figure.visibleCells(), QRectF(0, 58, 60, 1));
  figure.setVisibleCells({0, 0, 500, 500});
  QCOMPARE(figure.visibleCells(), QRectF(0, 0, 60, 60));
}

void TestFigures::figureMayStandAnywhere() {
  const auto maps = someMaps(12);
  HeatmapFigure heatmap;
  LinksFigure links;
  AtlasFigure atlas;
  for (AttentionFigure* figure : {static_cast<AttentionFigure*>(&heatmap), static_cast<AttentionFigure*>(&links),
                                  static_cast<AttentionFigure*>(&atlas)}) {
    figure->setMaps(maps, causalContext());
    const QImage alone = painted(*figure, {500, 400});
    const QImage moved = painted(*figure, {500, 400}, {37, 53}, {600, 500});
    QCOMPARE(moved.copy(37, 53, 500, 400), alone);
    QCOMPARE(moved.pixelColor(36, 200), QColor(Qt::magenta));
    QCOMPARE(moved.pixelColor(300, 52), QColor(Qt::magenta));
    QCOMPARE(moved.pixelColor(538, 200), QColor(Qt::magenta));
  }
}

void TestFigures::emptyFiguresPaint() {
  HeatmapFigure heatmap;
  LinksFigure links;
  AtlasFigure atlas;
  for (AttentionFigure* figure : {static_cast<AttentionFigure*>(&heatmap), static_cast<AttentionFigure*>(&links),
                                  static_cast<AttentionFigure*>(&atlas)}) {
    QVERIFY(figure->isEmpty());
    QCOMPARE(painted(*figure, {300, 200}).pixelColor(2, 2), palette(Theme::Light).paper);
    figure->setMaps(std::make_shared<SyntheticMaps>(std::vector<std::string>{}, 2, 2, true), {});
    painted(*figure, {300, 200});
    figure->setMaps(someMaps(1), causalContext());
    painted(*figure, {300, 200});
    painted(*figure, {20, 10});
    figure->setHead({7, 0});
    QVERIFY(figure->isEmpty());
    painted(*figure, {300, 200});
  }
}

void TestFigures::linksData() {
  const auto maps = someMaps(30);
  const LinksData data = computeLinks(*maps, {{{0, 1}, {1, 2}, {9, 9}}, {0}, 0.1});
  const Matrix first = maps->weights({0, 1}), second = maps->weights({1, 2});
  std::size_t expected = 0;
  for (const Matrix* m : {&first, &second})
    for (Index i = 0; i < 30; ++i)
      for (Index j = 1; j < 30; ++j) expected += (*m)(i, j) >= 0.1F;
  QCOMPARE(data.links.size(), expected);
  QCOMPARE(data.weaker, std::size_t{0});
  for (std::size_t i = 0; i < data.links.size(); ++i) {
    const Link& link = data.links[i];
    QVERIFY(link.key != 0);
    QCOMPARE(link.weight, (link.series == 0 ? first : second)(link.query, link.key));
    if (i > 0) QVERIFY(data.links[i - 1].weight <= link.weight);
  }
  QCOMPARE(data.sinkMass(1, 7), second(7, 0));
  // Too many: the strongest stay.
  const auto many = someMaps(200, false);
  const LinksData cut = computeLinks(*many, {{{0, 0}}, {}, 0});
  QCOMPARE(cut.links.size(), kMaxLinks);
  QCOMPARE(cut.links.size() + cut.weaker, std::size_t{200 * 200});
  Matrix all = many->weights({0, 0});
  std::sort(all.data(), all.data() + all.size(), std::greater<>());
  QCOMPARE(cut.links.front().weight, all.data()[kMaxLinks - 1]);
  QCOMPARE(cut.largest, all.data()[0]);
  // Long texts keep as many as can be told apart.
  QCOMPARE(mostLinks(0), kMaxLinks);
  QCOMPARE(mostLinks(20), kMaxLinks);
  QCOMPARE(mostLinks(300), std::size_t(300));
  QCOMPARE(mostLinks(100000), std::size_t(160));
  const LinksData few = computeLinks(*many, {{{0, 0}}, {}, 0, 300});
  QCOMPARE(few.links.size(), std::size_t(300));
  QCOMPARE(few.links.front().weight, all.data()[299]);
  QCOMPARE(few.links.size() + few.weaker, std::size_t(200 * 200));
}

void TestFigures::linksStrengthFollowsTheWeight() {
  const auto maps = someMaps(6);
  Matrix& weights = maps->at({0, 0});
  weights.setZero();
  weights(2, 2) = 0.9F;
  weights(3, 3) = 0.3F;
  weights(4, 4) = 0.04F;
  LinksFigure figure;
  figure.setMaps(maps, causalContext());
  const QImage image = painted(figure, {800, 600});
  const LinksLayout layout = figure.layout({800, 600});
  const auto darkness = [&](Index token) {
    int sum = 0;
    for (int y = qRound(layout.rowY(token)) - 8; y <= qRound(layout.rowY(token)) + 8; ++y)
      sum += 255 - qGray(image.pixel(qRound(layout.links.center().x()), y));
    return sum;
  };
  QVERIFY(darkness(2) > 2 * darkness(3));
  QVERIFY(darkness(3) > 50);
  QCOMPARE(darkness(4), 0);  // below the threshold
  QVERIFY(std::any_of(layout.frame.notes.begin(), layout.frame.notes.end(),
                      [](const PlacedText& t) { return t.text.contains(QStringLiteral("below 5%")); }));
}

void TestFigures::headsThatAgreeLieNextToEachOther() {
  const auto maps = someMaps(6);
  for (const int head : {0, 1}) {
    Matrix& weights = maps->at({0, head});
    weights.setZero();
    weights(2, 2) = 0.9F;
  }
  LinksFigure figure;
  figure.setMaps(maps, causalContext());
  figure.setHeads({{0, 0}, {0, 1}});
  const QImage image = painted(figure, {800, 600});
  const LinksLayout layout = figure.layout({800, 600});
  /// The middle of the pixels at the links' left end that have a head's colour, less the middle of the row.
  const auto placeOf = [&](Index token, int series) {
    const QColor wanted = seriesColour(series, false);
    double sum = 0, count = 0;
    for (int y = qRound(layout.rowY(token)) - 12; y <= qRound(layout.rowY(token)) + 12; ++y) {
      const QColor found = image.pixelColor(qRound(layout.links.left()) + 2, y);
      if (std::abs(found.red() - wanted.red()) + std::abs(found.green() - wanted.green()) +
              std::abs(found.blue() - wanted.blue()) >
          90)
        continue;
      sum += y - layout.rowY(token);
      ++count;
    }
    return count > 0 ? sum / count : 99;
  };
  QVERIFY2(placeOf(2, 0) < 0 && placeOf(2, 1) > 0 && placeOf(2, 1) < 12,
           qPrintable(QString("%1 %2").arg(placeOf(2, 0)).arg(placeOf(2, 1))));
}

void TestFigures::linksFocus() {
  const auto maps = someMaps(6);
  Matrix& weights = maps->at({0, 0});
  weights.setZero();
  weights(2, 2) = weights(4, 4) = 0.8F;
  LinksFigure figure;
  figure.setMaps(maps, causalContext());
  figure.setFocus(LinksFigure::Focus{2, true, true});
  const QImage image = painted(figure, {800, 600});
  const LinksLayout layout = figure.layout({800, 600});
  const int x = qRound(layout.links.center().x());
  QVERIFY(qGray(image.pixel(x, qRound(layout.rowY(2)))) < 140);
  QVERIFY(qGray(image.pixel(x, qRound(layout.rowY(4)))) > 225);
}

void TestFigures::atlasThumbnails() {
  const auto maps = someMaps(12);
  AtlasFigure figure;
  figure.setMaps(maps, causalContext());
  const QSize size(900, 600);
  const QImage image = painted(figure, size);
  const AtlasLayout layout = figure.layout(size);
  for (int layer = 0; layer < 2; ++layer)
    for (int head = 0; head < 3; ++head) {
      const Matrix weights = maps->weights({layer, head});
      const QRectF rect = layout.mapRect({layer, head});
      const double wide = rect.width() / 12, high = rect.height() / 12;
      for (Index query = 0; query < 12; ++query)
        for (Index key = 1; key < 12; ++key) {
          const QPointF at = rect.topLeft() + QPointF((static_cast<double>(key) + 0.5) * wide,
                                                      (static_cast<double>(query) + 0.5) * high);
          const QRgb expected =
              key > query ? figure.style().inks().paper.rgb()
                          : figure.style().map().rgb(ColourScale{ScaleKind::Sqrt, 1}.position(weights(query, key)));
          QCOMPARE(image.pixel(at.toPoint()), expected);
        }
      // The strip is as long as the mean mass on the first token.
      const int y = qRound(layout.thumbnail({layer, head}).bottom()) - 1;
      int filled = 0;
      for (int x = qRound(rect.left()); x < qRound(rect.right()); ++x)
        filled += image.pixelColor(x, y) == figure.style().inks().neutral;
      QVERIFY(std::abs(filled - rect.width() * static_cast<double>(weights.col(0).mean())) <= 1.5);
    }
}

void TestFigures::atlasKeepsNumbersForAnotherHead() {
  AtlasFigure figure;
  figure.setMaps(someMaps(12), causalContext());
  const AtlasLayout layout = figure.layout({600, 400});
  const AtlasData* before = &figure.data(layout);
  figure.setHead({1, 2});
  QCOMPARE(&figure.data(layout), before);
  figure.setMaps(someMaps(14), causalContext());
  QCOMPARE(figure.data(layout).maps.front().weights.rows(), Index{14});
  FigureStyle raw;
  raw.sinksApart = false;
  figure.setStyle(raw);
  QVERIFY(figure.data(layout).sinks.empty());
}

void TestFigures::tokenLabels() {
  const auto label = [](const char* text) {
    Token token;
    token.text = token.display = text;
    return tokenLabel(token);
  };
  QCOMPARE(label(" cat"), QStringLiteral("cat"));
  QCOMPARE(label("ing"), QStringLiteral("ing"));
  QCOMPARE(label(" "), QStringLiteral("␣"));
  QCOMPARE(label("\n\n"), QStringLiteral("↵↵"));
  QCOMPARE(label("\t"), QStringLiteral("⇥"));
  QCOMPARE(label(""), QStringLiteral("∅"));
  QCOMPARE(label("\x01"), QStringLiteral("␣"));
  QCOMPARE(label("a\u202Eb"), QStringLiteral("ab"));
}

void TestFigures::altTextNamesTheStrongest() {
  const auto maps = someMaps(6);
  maps->at({0, 0}).setConstant(0.01F);
  maps->at({0, 0})(3, 1) = 0.62F;
  HeatmapFigure figure;
  figure.setMaps(maps, causalContext());
  QVERIFY2(figure.altText().contains(QStringLiteral("“chased” attends to “cat”: 62%")),
           qPrintable(figure.altText()));
  QVERIFY(figure.altText().contains(QStringLiteral("The cat %1 that")));
  LinksFigure links;
  links.setMaps(maps, causalContext());
  QVERIFY(links.altText().contains(QStringLiteral("“chased” to “cat” 62%")));
}

HEADLIGHT_TEST(TestFigures)
#include "test_figures.moc"
