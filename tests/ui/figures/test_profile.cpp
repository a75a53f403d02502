#include <qcustomplot.h>

#include <QtTest>
#include <cmath>

#include "tests/support/fixed_metrics.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/figures/head_words.h"
#include "ui/figures/profile/profile_figure.h"

using namespace headlight;
using namespace headlight::test;

/// One query's weights as bars.
class TestProfile : public QObject {
  Q_OBJECT
 private slots:
  void barsAreTheWeights_data();
  void barsAreTheWeights();
  void sinksHaveTheirOwnBar();
  void barsHaveTheColoursOfTheirHeads();
  void spotsTellTheWeights();
  void withoutATitleTheRowIsNamed();
  void ofManyKeysTheLargestAreNamed();
  void theSinkIsNamedInFull_data();
  void theSinkIsNamedInFull();
  void axisHoldsTheLargest();
};

namespace {

AttentionContext profileContext() {
  AttentionContext context;
  context.sinkColumns = {0};
  context.visibility.assign(2, Visibility{true});
  return context;
}

ProfileFigure figureOf(std::size_t tokens, Index query) {
  ProfileFigure figure;
  figure.setMaps(std::make_shared<SyntheticMaps>(wordTokens(tokens), 2, 3, true), profileContext());
  figure.setToken(query);
  figure.setHeads({{0, 1}, {1, 0}, {1, 2}});
  return figure;
}

}  // namespace

void TestProfile::barsAreTheWeights_data() {
  QTest::addColumn<int>("tokens");
  QTest::addColumn<QSize>("size");
  for (const int tokens : {3, 12, 120})
    for (const QSize size : {QSize(640, 400), QSize(1600, 900)})
      QTest::addRow("%d in %dx%d", tokens, size.width(), size.height()) << tokens << size;
}

void TestProfile::barsAreTheWeights() {
  QFETCH(int, tokens);
  QFETCH(QSize, size);
  const Index query = tokens - 2;
  const ProfileFigure figure = figureOf(static_cast<std::size_t>(tokens), query);
  const ProfileLayout layout = figure.layout(size);
  // A bar for each head and each key that is seen and no sink.
  QCOMPARE(layout.bars.size(), static_cast<std::size_t>(3 * query));
  std::vector<double> sums(3, 0.0);
  for (const ProfileLayout::Bar& bar : layout.bars) {
    const HeadId head = figure.heads()[static_cast<std::size_t>(bar.series)];
    const float weight = figure.maps()->weights(head, {query, bar.key, 1, 1})(0, 0);
    QVERIFY(std::abs(bar.rect.height() / layout.plot.height() * layout.top - static_cast<double>(weight)) < 1e-6);
    QCOMPARE(bar.rect.bottom(), layout.plot.bottom());
    QVERIFY(bar.key > 0 && bar.key <= query);
    QVERIFY(layout.keyBox(bar.key).contains(bar.rect.center()));
    sums[static_cast<std::size_t>(bar.series)] += static_cast<double>(weight);
  }
  // Bars and the sink's bar are the whole attention of each head.
  for (std::size_t s = 0; s < 3; ++s) QVERIFY(std::abs(sums[s] + figure.data().sinkMass[s] - 1) < 1e-5);
  // Bars of neighbours do not touch.
  for (std::size_t i = 1; i < layout.bars.size(); ++i)
    QVERIFY(layout.bars[i].rect.left() >= layout.bars[i - 1].rect.right() - 1e-6);
}

void TestProfile::sinksHaveTheirOwnBar() {
  ProfileFigure figure = figureOf(12, 9);
  const ProfileLayout layout = figure.layout({900, 500});
  QCOMPARE(layout.sinkBars.size(), std::size_t{3});
  for (const ProfileLayout::Bar& bar : layout.sinkBars) {
    const HeadId head = figure.heads()[static_cast<std::size_t>(bar.series)];
    const double weight = static_cast<double>(figure.maps()->weights(head, {9, 0, 1, 1})(0, 0));
    QVERIFY(std::abs(bar.rect.height() / layout.sinkPlot.height() - weight) < 1e-6);
    QVERIFY(bar.rect.left() > layout.plot.right());
  }
  // Their own axis stands beside them: at its marks bars end that are so large.
  QCOMPARE(layout.sinkTicks.size(), std::size_t{3});
  QCOMPARE(layout.sinkTicks.back().text, QStringLiteral("100%"));
  QCOMPARE(layout.sinkTickAt.back(), layout.sinkPlot.top());
  for (const PlacedText& tick : layout.sinkTicks) QVERIFY(tick.box.left() > layout.sinkPlot.right());
  FigureStyle raw;
  raw.sinksApart = false;
  figure.setStyle(raw);
  QVERIFY(figure.layout({900, 500}).sinkBars.empty());
  QCOMPARE(figure.layout({900, 500}).bars.size(), std::size_t{30});
}

void TestProfile::barsHaveTheColoursOfTheirHeads() {
  const ProfileFigure figure = figureOf(12, 9);
  const QSize size(900, 500);
  QImage image(size, QImage::Format_RGB32);
  QCPPainter painter(&image);
  figure.paint(painter, QRectF(QPointF(0, 0), QSizeF(size)));
  painter.end();
  int compared = 0;
  for (const ProfileLayout::Bar& bar : figure.layout(size).bars) {
    if (bar.rect.height() < 12 || bar.rect.width() < 4) continue;
    QCOMPARE(image.pixelColor(bar.rect.center().toPoint()), seriesColour(bar.series, false));
    ++compared;
  }
  QVERIFY(compared > 5);
}

void TestProfile::spotsTellTheWeights() {
  const ProfileFigure figure = figureOf(12, 9);
  const std::vector<FigureSpot> spots = figure.spots({900, 500});
  QCOMPARE(spots.size(), std::size_t{9});
  for (const FigureSpot& spot : spots)
    for (const HeadId head : figure.heads())
      QVERIFY(spot.text.contains(headName(head) + u' ' +
                                 percentText(figure.maps()->weights(head, {9, spot.key, 1, 1})(0, 0), 2)));
}

void TestProfile::withoutATitleTheRowIsNamed() {
  ProfileFigure figure = figureOf(12, 9);
  QVERIFY(!figure.layout({900, 500}).rowTitle);
  FigureStyle bare;
  bare.title = false;
  figure.setStyle(bare);
  const ProfileLayout layout = figure.layout({900, 500});
  QVERIFY(layout.rowTitle);
  QCOMPARE(layout.rowTitle->text, QStringLiteral("“The” attends to"));
  QVERIFY(layout.rowTitle->box.bottom() < layout.plot.top());
}

void TestProfile::ofManyKeysTheLargestAreNamed() {
  const ProfileFigure figure = figureOf(120, 118);
  const ProfileLayout layout = figure.layout({640, 400});
  QVERIFY(layout.line.stride > 1);
  Index largest = 1;
  for (Index key = 1; key < 118; ++key)
    if (figure.data().weights.col(key).maxCoeff() > figure.data().weights.col(largest).maxCoeff()) largest = key;
  QVERIFY(std::any_of(layout.line.labels.begin(), layout.line.labels.end(),
                      [&](const PlacedLabel& label) { return label.token == largest; }));
}

void TestProfile::theSinkIsNamedInFull_data() {
  QTest::addColumn<QString>("title");
  QTest::addColumn<QSize>("size");
  for (const char* title : {"on “5”, no token", "on first token", "on special tokens, no token", "auf „Wörter“"})
    for (const QSize size : {QSize(222, 190), QSize(222, 412), QSize(376, 286), QSize(776, 612), QSize(1280, 720)})
      QTest::addRow("%s in %dx%d", title, size.width(), size.height()) << QString::fromUtf8(title) << size;
}

void TestProfile::theSinkIsNamedInFull() {
  QFETCH(QString, title);
  QFETCH(QSize, size);
  ProfileSpec spec;
  spec.size = size;
  spec.style.title = spec.style.caption = false;
  for (int key = 0; key < 12; ++key) spec.labels.push_back(QStringLiteral("word%1").arg(key));
  spec.weights = Matrix::Constant(1, 12, 0.05F);
  spec.barred.assign(12, true);
  spec.largest = 0.05F;
  spec.sinkMass = {0.4};
  spec.heads = {QStringLiteral("1.2")};
  spec.sinkTitle = title;
  const ProfileLayout layout = layoutProfile(spec, FixedMetrics());
  QStringList lines;
  for (std::size_t i = 0; i < layout.sinkTitle.size(); ++i) {
    const QRectF box = layout.sinkTitle[i].box;
    lines << layout.sinkTitle[i].text;
    QVERIFY(QRectF(QPointF(0, 0), size).contains(box));
    QVERIFY(box.left() >= layout.plot.right() && box.top() >= layout.sinkPlot.bottom());
    for (const PlacedLabel& label : layout.line.labels) QVERIFY(!label.outline.intersects(QPolygonF(box)));
    if (i > 0) QVERIFY(box.top() >= layout.sinkTitle[i - 1].box.bottom() - 0.01);
  }
  QCOMPARE(lines.join(u' '), title);
  QVERIFY(layout.plot.height() >= 0.3 * size.height() && layout.plot.width() >= 0.4 * size.width());
}

void TestProfile::axisHoldsTheLargest() {
  for (double largest = 0.001; largest <= 1; largest += 0.0007) {
    QVERIFY(profileTop(largest) >= largest);
    QVERIFY(largest < 0.01 || profileTop(largest) <= 2.6 * largest);
  }
}

HEADLIGHT_TEST(TestProfile)
#include "test_profile.moc"
