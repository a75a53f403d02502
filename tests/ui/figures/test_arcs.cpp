#include <qcustomplot.h>

#include <QtTest>
#include <cmath>

#include "tests/support/fixed_metrics.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/figures/arcs/arcs_figure.h"
#include "ui/figures/painting.h"

using namespace headlight;
using namespace headlight::test;

/// Arcs over a line of text: every arc is one weight.
class TestArcs : public QObject {
  Q_OBJECT
 private slots:
  void arcsAreTheWeights_data();
  void arcsAreTheWeights();
  void headsStandSideBySide();
  void sinksHangBelow();
  void labelsFit_data();
  void labelsFit();
  void opacityIsTheWeight();
  void wordsTellTheirStrongestArcs();
};

namespace {

std::shared_ptr<SyntheticMaps> arcsMaps(std::size_t tokens) {
  return std::make_shared<SyntheticMaps>(wordTokens(tokens), 2, 3, true);
}

AttentionContext arcsContext() {
  AttentionContext context;
  context.modelName = QStringLiteral("gpt");
  context.sinkColumns = {0};
  context.visibility.assign(2, Visibility{true});
  return context;
}

ArcsFigure figureOf(std::size_t tokens, ScaleKind scale = ScaleKind::Linear) {
  ArcsFigure figure;
  figure.setMaps(arcsMaps(tokens), arcsContext());
  figure.setHead({1, 0});
  FigureStyle style;
  style.scale = scale;
  figure.setStyle(style);
  return figure;
}

}  // namespace

void TestArcs::arcsAreTheWeights_data() {
  QTest::addColumn<int>("tokens");
  QTest::addColumn<QSize>("size");
  for (const int tokens : {2, 12, 120})
    for (const QSize size : {QSize(640, 400), QSize(1600, 900)})
      QTest::addRow("%d in %dx%d", tokens, size.width(), size.height()) << tokens << size;
}

void TestArcs::arcsAreTheWeights() {
  QFETCH(int, tokens);
  QFETCH(QSize, size);
  ArcsFigure figure = figureOf(static_cast<std::size_t>(tokens));
  figure.setThreshold(0.02);
  const ArcsLayout layout = figure.layout(size);
  const Matrix weights = figure.maps()->weights({1, 0});
  std::size_t expected = 0;
  for (Index query = 0; query < tokens; ++query)
    for (Index key = 1; key <= query; ++key) expected += weights(query, key) >= 0.02F ? 1 : 0;
  QCOMPARE(layout.arcs.size(), std::min(expected, mostLinks(tokens)));
  const double pitch = std::max(8.0, layout.line.pitch), thinnest = linkWidth(0, pitch), widest = linkWidth(1, pitch);
  for (const ArcsLayout::Arc& arc : layout.arcs) {
    const float weight = weights(arc.link.query, arc.link.key);
    QCOMPARE(arc.link.weight, weight);
    // On a linear scale the part of the width above the thinnest line is the weight.
    QVERIFY(std::abs((arc.width - thinnest) / (widest - thinnest) - weight) < 1e-6);
    QCOMPARE(arc.from, QPointF(layout.line.x[static_cast<std::size_t>(arc.link.query)], layout.lineY));
    QCOMPARE(arc.to, QPointF(layout.line.x[static_cast<std::size_t>(arc.link.key)], layout.lineY));
    QVERIFY(arc.height > 0 && layout.lineY - arc.height >= layout.legend.bottom - 1);
  }
  // Longer arcs pass over shorter ones.
  for (const ArcsLayout::Arc& a : layout.arcs)
    for (const ArcsLayout::Arc& b : layout.arcs) {
      const double spanA = std::abs(a.from.x() - a.to.x()), spanB = std::abs(b.from.x() - b.to.x());
      if (spanB > 0 && spanA > spanB + 1e-6) QVERIFY(a.height >= b.height - 1e-6);
    }
}

void TestArcs::headsStandSideBySide() {
  ArcsFigure figure = figureOf(12);
  figure.setHeads({{0, 0}, {1, 0}});
  const ArcsLayout layout = figure.layout({1000, 500});
  QCOMPARE(layout.legend.heads.size(), std::size_t{2});
  QCOMPARE(layout.legend.heads[1].text.text, QStringLiteral("L1 H0"));
  for (const ArcsLayout::Arc& arc : layout.arcs) {
    // The weight is not divided by the number of heads.
    QCOMPARE(arc.link.weight, figure.maps()->weights(HeadId{arc.link.series, 0})(arc.link.query, arc.link.key));
    const double shift = arc.from.x() - layout.line.x[static_cast<std::size_t>(arc.link.query)];
    QVERIFY(arc.link.series == 0 ? shift < 0 : shift > 0);
  }
}

void TestArcs::sinksHangBelow() {
  const ArcsFigure figure = figureOf(12);
  const ArcsLayout layout = figure.layout({1000, 500});
  const Matrix weights = figure.maps()->weights({1, 0});
  QCOMPARE(layout.sinkBars.size(), std::size_t{12});
  for (const ArcsLayout::SinkBar& bar : layout.sinkBars) {
    QCOMPARE(static_cast<float>(bar.share), weights(bar.place, 0));
    QVERIFY(bar.whole.top() > layout.lineY + layout.line.height);
  }
  for (const ArcsLayout::Arc& arc : layout.arcs) QVERIFY(arc.link.key != 0);
}

void TestArcs::labelsFit_data() {
  QTest::addColumn<int>("count");
  QTest::addColumn<double>("width");
  for (const int count : {1, 5, 20, 60, 120, 1000})
    for (const double width : {200.0, 600.0, 1500.0}) QTest::addRow("%d in %g", count, width) << count << width;
}

void TestArcs::labelsFit() {
  QFETCH(int, count);
  QFETCH(double, width);
  std::vector<QString> labels;
  for (int i = 0; i < count; ++i) labels.push_back(QString(1 + i * 5 % 9, u'n'));
  const LineAxis axis = layoutLineAxis(labels, 10, 10 + width, 50, 80, 20, kSmallestLabel, FixedMetrics());
  QCOMPARE(axis.x.size(), labels.size());
  for (std::size_t i = 0; i < axis.labels.size(); ++i) {
    const QRectF box = axis.labels[i].outline.boundingRect();
    QVERIFY(box.left() >= 9.9 && box.right() <= 10.1 + width);
    QVERIFY(box.top() >= 49.9 && box.bottom() <= 50 + axis.height + 1);
    if (i > 0) QVERIFY(box.left() >= axis.labels[i - 1].outline.boundingRect().right() - 0.01);
    const double at = axis.x[static_cast<std::size_t>(axis.labels[i].token)];
    for (Index token = 0; token < count; ++token)
      QCOMPARE(axis.column(token, 0, 2).contains(QPointF(at, 1)), token == axis.labels[i].token);
  }
  QVERIFY(axis.labels.size() * static_cast<std::size_t>(axis.stride) + 1 > labels.size());
}

void TestArcs::opacityIsTheWeight() {
  // One wide arc in an empty picture: its top has the head's colour over paper, by the weight.
  const auto maps = arcsMaps(6);
  maps->at({0, 0}).setZero();
  maps->at({0, 0})(5, 1) = 0.5F;
  ArcsFigure figure;
  figure.setMaps(maps, arcsContext());
  FigureStyle style;
  style.scale = ScaleKind::Linear;
  style.sinksApart = false;
  style.legend = LegendPlace::None;
  figure.setStyle(style);
  const QSize size(900, 600);
  QImage image(size, QImage::Format_RGB32);
  QCPPainter painter(&image);
  figure.paint(painter, QRectF(QPointF(0, 0), QSizeF(size)));
  painter.end();
  const ArcsLayout layout = figure.layout(size);
  QCOMPARE(layout.arcs.size(), std::size_t{1});
  const ArcsLayout::Arc& arc = layout.arcs.front();
  const int x = qRound((arc.from.x() + arc.to.x()) / 2), y = qRound(layout.lineY - arc.height);
  // The darkest pixel across the line at its top.
  int darkest = 255;
  for (int dy = -6; dy <= 6; ++dy) darkest = std::min(darkest, qRed(image.pixel(x, y + dy)));
  const int ink = seriesColour(0, false).red();
  const int expected = qRound(255 + (ink - 255) * 0.5);
  QVERIFY2(std::abs(darkest - expected) < 12, qPrintable(QStringLiteral("%1, not %2").arg(darkest).arg(expected)));
}

void TestArcs::wordsTellTheirStrongestArcs() {
  const ArcsFigure figure = figureOf(9);
  const Matrix weights = figure.maps()->weights({1, 0});
  const std::vector<FigureSpot> spots = figure.spots({900, 500});
  QCOMPARE(spots.size(), std::size_t{9});
  const auto label = [&](Index i) {
    return QString::fromStdString(figure.maps()->keyTokens()[static_cast<std::size_t>(i)].display).trimmed();
  };
  for (Index query = 0; query < 9; ++query) {
    const FigureSpot& spot = spots[static_cast<std::size_t>(query)];
    QCOMPARE(spot.query, query);
    QVERIFY(QRectF(0, 0, 900, 500).contains(spot.rect));
    if (query > 0) QVERIFY(spot.rect.center().x() > spots[static_cast<std::size_t>(query - 1)].rect.center().x());
    Index best = 1;  // The sink, 0, has a bar.
    for (Index key = 1; key <= query; ++key)
      if (weights(query, key) > weights(query, best)) best = key;
    if (query > 0 && weights(query, best) >= static_cast<float>(figure.threshold()))
      QVERIFY2(spot.text.contains(
                   QStringLiteral("attends to “%1” %2").arg(label(best), percentText(weights(query, best), 2))),
               qPrintable(spot.text));
    QVERIFY2(spot.text.contains(percentText(weights(query, 0), 2) + QStringLiteral(" on ")), qPrintable(spot.text));
  }
}

HEADLIGHT_TEST(TestArcs)
#include "test_arcs.moc"
