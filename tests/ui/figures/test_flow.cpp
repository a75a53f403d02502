#include <qcustomplot.h>

#include <QtTest>
#include <cmath>

#include "core/analysis/rollout.h"
#include "core/attention/lenses/subset_maps.h"
#include "core/base/error.h"
#include "tests/support/fixed_metrics.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/figures/flow/flow_figure.h"

using namespace headlight;
using namespace headlight::test;

/// Token flow: shares of the chosen token are products of weights.
class TestFlow : public QObject {
  Q_OBJECT
 private slots:
  void sharesOfRolloutAreTheRollout();
  void sharesOfAHeadAreProducts();
  void linksAreTheStrongest();
  void sinksGetNoLinks();
  void refusesOtherKeys();
  void nodesAreInTheirRows_data();
  void nodesAreInTheirRows();
  void theChosenNameStandsBesideTheHeadingOfTheBars();
  void stops();
  void nodesTellTheirShares();
};

namespace {

/// A flow with bars, whose last token is chosen at its top.
FlowLayout topmostChosen(double width) {
  FlowSpec spec;
  spec.size = {width, 400};
  spec.labels = {"The", "cat", "chased", "the", "unbelievable"};
  spec.layers = spec.chosenLevel = 3;
  spec.chosen = 4;
  spec.sinkBars = true;
  spec.sinkTitle = "on first token";
  spec.samples = {1, 0.5};
  return layoutFlow(spec, FixedMetrics());
}

std::shared_ptr<SyntheticMaps> layeredMaps(std::size_t tokens, int layers = 3) {
  return std::make_shared<SyntheticMaps>(wordTokens(tokens), layers, 2, true);
}

FlowRequest requestOf(FlowWeights weights, int level, Index token) {
  FlowRequest request;
  request.weights = weights;
  request.level = level;
  request.token = token;
  request.perLayer = 1000;
  return request;
}

}  // namespace

void TestFlow::sharesOfRolloutAreTheRollout() {
  const auto maps = layeredMaps(14, 4);
  const auto rolled = rollout(*maps);
  for (const int level : {1, 3, 4}) {
    const FlowData data = computeFlow(*maps, requestOf(FlowWeights::Rollout, level, 11));
    const Matrix expected = rolled->weights({level - 1, 0}, {11, 0, 1, 14});
    QVERIFY((data.share.row(0) - expected.row(0)).cwiseAbs().maxCoeff() < 1e-5F);
    for (int l = 0; l <= level; ++l) QVERIFY(std::abs(data.share.row(l).sum() - 1) < 1e-5F);
    for (int l = level + 1; l <= 4; ++l) QCOMPARE(data.share.row(l).sum(), 0.0F);
  }
}

void TestFlow::sharesOfAHeadAreProducts() {
  const auto maps = layeredMaps(9);
  FlowRequest request = requestOf(FlowWeights::Head, 3, 8);
  request.head = 1;
  const FlowData data = computeFlow(*maps, request);
  const Matrix product = maps->weights({2, 1}) * maps->weights({1, 1}) * maps->weights({0, 1});
  QVERIFY((data.share.row(0) - product.row(8)).cwiseAbs().maxCoeff() < 1e-5F);
  // What flows along the links into a node is the node's share.
  for (int layer = 0; layer < 3; ++layer) {
    Matrix into = Matrix::Zero(1, 9);
    for (const FlowLink& link : data.links[static_cast<std::size_t>(layer)]) {
      QCOMPARE(link.weight, maps->weights(HeadId{layer, 1})(link.query, link.key));
      into(0, link.key) += link.share;
    }
    // Links below a hundredth are not kept.
    QVERIFY((into.row(0) - data.share.row(layer)).cwiseAbs().maxCoeff() < 0.01F);
  }
}

void TestFlow::linksAreTheStrongest() {
  const auto maps = layeredMaps(20);
  FlowRequest request = requestOf(FlowWeights::Mean, 3, 19);
  const FlowData all = computeFlow(*maps, request);
  QCOMPARE(all.weaker, std::size_t{0});
  request.perLayer = 20;
  const FlowData few = computeFlow(*maps, request);
  std::size_t left = 0;
  for (std::size_t layer = 0; layer < 3; ++layer) {
    QCOMPARE(few.links[layer].size(), std::size_t{20});
    left += all.links[layer].size() - 20;
    float weakestKept = 1, leastShare = 1;
    std::vector<FlowLink> kept = few.links[layer];
    for (const FlowLink& link : kept) weakestKept = std::min(weakestKept, link.weight);
    for (std::size_t i = 10; i < 20; ++i) leastShare = std::min(leastShare, kept[i].share);
    // Whatever is left out is weaker than what was kept for its weight, and a smaller part than what was for its share.
    for (const FlowLink& link : all.links[layer]) {
      const bool in = std::any_of(kept.begin(), kept.end(),
                                  [&](const FlowLink& k) { return k.query == link.query && k.key == link.key; });
      if (in) continue;
      QVERIFY(link.share <= leastShare + 1e-6F);
      const auto stronger =
          std::count_if(kept.begin(), kept.end(), [&](const FlowLink& k) { return k.weight >= link.weight; });
      QVERIFY(stronger >= 10);
    }
  }
  QCOMPARE(few.weaker, left);
}

void TestFlow::sinksGetNoLinks() {
  const auto maps = layeredMaps(10);
  FlowRequest request = requestOf(FlowWeights::Mean, 3, 9);
  request.sinks = {0};
  const FlowData data = computeFlow(*maps, request);
  for (int layer = 0; layer < 3; ++layer) {
    for (const FlowLink& link : data.links[static_cast<std::size_t>(layer)]) QVERIFY(link.key != 0);
    double mean = 0;
    for (int head = 0; head < 2; ++head)
      mean += static_cast<double>(maps->weights(HeadId{layer, head}).col(0).mean()) / 2;
    QVERIFY(std::abs(data.sinkMass[static_cast<std::size_t>(layer)] - mean) < 1e-6);
  }
  // Shares still count what went there.
  QVERIFY(std::abs(data.share.row(0).sum() - 1) < 1e-5F);
}

void TestFlow::refusesOtherKeys() {
  const auto maps = layeredMaps(6);
  const auto part = std::make_shared<SubsetMaps>(maps, std::vector<Index>{0, 1, 2, 3, 4, 5},
                                                 std::vector<Index>{1, 2, 3}, RemovedMass::Missing);
  QVERIFY_THROWS_EXCEPTION(Error, computeFlow(*part, requestOf(FlowWeights::Mean, 1, 0)));
  // The figure says so instead.
  FlowFigure figure;
  figure.setMaps(part, {});
  QVERIFY(!figure.hasFlow());
  QImage image(400, 300, QImage::Format_RGB32);
  QCPPainter painter(&image);
  figure.paint(painter, QRectF(0, 0, 400, 300));
}

void TestFlow::nodesAreInTheirRows_data() {
  QTest::addColumn<int>("tokens");
  QTest::addColumn<int>("layers");
  QTest::addColumn<QSize>("size");
  for (const int tokens : {1, 12, 120})
    for (const int layers : {1, 4, 24})
      for (const QSize size : {QSize(640, 400), QSize(1600, 900)})
        QTest::addRow("%d, %d layers in %dx%d", tokens, layers, size.width(), size.height())
            << tokens << layers << size;
}

void TestFlow::nodesAreInTheirRows() {
  QFETCH(int, tokens);
  QFETCH(int, layers);
  QFETCH(QSize, size);
  FlowFigure figure;
  AttentionContext context;
  context.sinkColumns = {0};
  figure.setMaps(layeredMaps(static_cast<std::size_t>(tokens), layers), context);
  const FlowLayout layout = figure.layout(size);
  QCOMPARE(layout.levelY.size(), static_cast<std::size_t>(layers + 1));
  const std::vector<FigureSpot> places = figure.places(size);
  for (int level = 0; level <= layers; ++level)
    for (Index token = 0; token < tokens; ++token) {
      const QRectF node = layout.nodeRect(level, token);
      QVERIFY(node.left() >= layout.frame.body.left() && node.right() <= layout.frame.body.right());
      QVERIFY(node.top() >= layout.legend.bottom - 1 && node.bottom() <= layout.frame.body.bottom());
      const auto hit = spotAt(places, node.center());
      QVERIFY(hit && places[*hit].id == figure.numberOf({level, token}));
      if (level > 0) QVERIFY(node.bottom() < layout.nodeRect(level - 1, token).top());  // the input is at the bottom
    }
  QVERIFY(layout.nodeRect(layers + 1, 0).isNull() && layout.nodeRect(0, tokens).isNull());
}

void TestFlow::theChosenNameStandsBesideTheHeadingOfTheBars() {
  for (const double width : {360.0, 480.0, 900.0}) {
    const FlowLayout layout = topmostChosen(width);
    QCOMPARE(layout.chosenName->text, QString("unbelievable"));
    QVERIFY(!layout.chosenName->box.intersects(layout.sinkTitle->box));
    QVERIFY(QRectF(0, 0, width, 400).contains(layout.chosenName->box));
  }
}

void TestFlow::stops() {
  const auto maps = layeredMaps(10);
  QVERIFY_THROWS_EXCEPTION(Cancelled, computeFlow(*maps, requestOf(FlowWeights::Mean, 3, 9),
                                                  Progress([](double, std::string_view) { return false; })));
}

void TestFlow::nodesTellTheirShares() {
  FlowFigure figure;
  figure.setMaps(layeredMaps(7), {});
  figure.setWeights(FlowWeights::Rollout);
  figure.setToken(5);
  const std::vector<FigureSpot> spots = figure.spots({900, 600});
  QCOMPARE(spots.size(), std::size_t{7 * 4});
  const Matrix rolled = rollout(*figure.maps())->weights({2, 0});
  const FlowLayout layout = figure.layout({900, 600});
  Index inputs = 0, outputs = 0;
  for (const FigureSpot& spot : spots) {
    outputs += spot.query >= 0 ? 1 : 0;
    if (spot.key < 0) continue;
    ++inputs;
    QCOMPARE(spot.rect, layout.nodeRect(0, spot.key));
    QVERIFY2(spot.text.startsWith(percentText(rolled(5, spot.key), 2)), qPrintable(spot.text));
  }
  QCOMPARE(inputs, Index{7});
  QCOMPARE(outputs, Index{7});
  QVERIFY(spots.front().text.contains(QStringLiteral("takes from")));
}

HEADLIGHT_TEST(TestFlow)
#include "test_flow.moc"
