#include <qcustomplot.h>

#include <QtTest>
#include <cmath>

#include "core/analysis/similarity.h"
#include "tests/support/fixed_metrics.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/figures/similarity/similarity_figure.h"

using namespace headlight;
using namespace headlight::test;

/// The map of heads: distances, their picture and what is said about it.
class TestSimilarityFigure : public QObject {
  Q_OBJECT
 private slots:
  void distancesAreRootsOfDivergences();
  void equalHeadsLieTogether();
  void stressIsWhatThePlaneLoses();
  void labelsDoNotOverlap_data();
  void labelsDoNotOverlap();
  void coincidingDotsAreToldApart();
  void pointsFillTheirBox();
  void dotsHaveTheColoursOfTheirLayers();
  void anotherHeadKeepsTheNumbers();
  void dotsTellTheirNearest();
};

namespace {

std::shared_ptr<SyntheticMaps> mapsOfHeads(int layers, int heads) {
  return std::make_shared<SyntheticMaps>(wordTokens(12), layers, heads, true);
}

}  // namespace

void TestSimilarityFigure::distancesAreRootsOfDivergences() {
  const auto maps = mapsOfHeads(3, 4);
  const SimilarityData data = computeSimilarity(*maps);
  const Eigen::MatrixXd divergences = headDivergences(*maps);
  QCOMPARE(data.count(), Index{12});
  for (Index i = 0; i < 12; ++i)
    for (Index j = 0; j < 12; ++j) {
      QVERIFY(std::abs(data.distances(i, j) * data.distances(i, j) - divergences(i, j)) < 1e-9);
      // Distances obey the triangle inequality, divergences need not.
      for (Index k = 0; k < 12; ++k)
        QVERIFY(data.distances(i, j) <= data.distances(i, k) + data.distances(k, j) + 0.02);
    }
  const std::vector<Index> near = data.nearest(5);
  QCOMPARE(near.size(), std::size_t{11});
  for (std::size_t i = 1; i < near.size(); ++i) QVERIFY(data.distances(5, near[i]) >= data.distances(5, near[i - 1]));
  QCOMPARE(data.headOf(data.indexOf({2, 3})), (HeadId{2, 3}));
}

void TestSimilarityFigure::equalHeadsLieTogether() {
  const auto maps = mapsOfHeads(2, 3);
  maps->at({1, 2}) = maps->at({0, 1});
  const SimilarityData data = computeSimilarity(*maps);
  const Index a = data.indexOf({0, 1}), b = data.indexOf({1, 2});
  QVERIFY(data.distances(a, b) < 1e-6);
  QVERIFY((data.points.row(a) - data.points.row(b)).norm() < 1e-6);
  QCOMPARE(data.nearest(a).front(), b);
}

void TestSimilarityFigure::stressIsWhatThePlaneLoses() {
  // Three heads always lie in a plane.
  const SimilarityData plane = computeSimilarity(*mapsOfHeads(1, 3));
  QVERIFY(plane.stress < 1e-6);
  for (Index i = 0; i < 3; ++i)
    for (Index j = 0; j < i; ++j)
      QVERIFY(std::abs((plane.points.row(i) - plane.points.row(j)).norm() - plane.distances(i, j)) < 1e-6);
  const SimilarityData many = computeSimilarity(*mapsOfHeads(3, 5));
  QVERIFY(many.stress > 0.001 && many.stress < 1);
  // A single head has nothing to be compared with.
  const SimilarityData one = computeSimilarity(*mapsOfHeads(1, 1));
  QCOMPARE(one.points.rows(), Index{1});
  QCOMPARE(one.stress, 0.0);
}

void TestSimilarityFigure::labelsDoNotOverlap_data() {
  QTest::addColumn<int>("layers");
  QTest::addColumn<int>("heads");
  QTest::addColumn<QSize>("size");
  for (const auto& [layers, heads] : {std::pair(1, 1), std::pair(4, 4), std::pair(12, 12), std::pair(32, 32)})
    for (const QSize size : {QSize(640, 400), QSize(1600, 900)})
      QTest::addRow("%dx%d in %dx%d", layers, heads, size.width(), size.height()) << layers << heads << size;
}

void TestSimilarityFigure::labelsDoNotOverlap() {
  QFETCH(int, layers);
  QFETCH(int, heads);
  QFETCH(QSize, size);
  SimilaritySpec spec;
  spec.size = size;
  spec.layers = layers;
  spec.heads = heads;
  for (int i = 0; i < layers * heads; ++i) {
    spec.points.emplace_back(std::sin(i * 12.9898) * (1 + i % 3), std::cos(i * 78.233) * (1 + i % 2));
    spec.labels.push_back(QStringLiteral("L%1 H%2").arg(i / heads).arg(i % heads));
  }
  const SimilarityLayout layout = layoutSimilarity(spec, FixedMetrics());
  QVERIFY(!layout.labels.empty());
  for (std::size_t i = 0; i < layout.labels.size(); ++i) {
    const QRectF box = layout.labels[i].text.box.adjusted(0.01, 0.01, -0.01, -0.01);
    QVERIFY(layout.plot.contains(box));
    for (std::size_t j = 0; j < i; ++j) QVERIFY(!box.intersects(layout.labels[j].text.box));
    for (std::size_t k = 0; k < layout.centres.size(); ++k) QVERIFY(!box.intersects(layout.dot(static_cast<Index>(k))));
  }
  for (std::size_t i = 0; i < layout.centres.size(); ++i) {
    QVERIFY(layout.plot.contains(layout.dot(static_cast<Index>(i))));
    QVERIFY(layout.reach(static_cast<Index>(i)).contains(layout.centres[i]));
  }
  // Left-out labels are counted.
  const std::size_t missing = spec.labels.size() - layout.labels.size();
  QString notes;
  for (const PlacedText& note : layout.frame.notes) notes += note.text;
  QCOMPARE(missing > 0, notes.contains(QStringLiteral("unlabelled (no room)")));
  // One unit is as long across as it is up.
  if (layout.centres.size() > 3 && !layout.movedApart) {
    const QPointF a = layout.centres[1] - layout.centres[0], b = layout.centres[2] - layout.centres[0];
    const QPointF pa = spec.points[1] - spec.points[0], pb = spec.points[2] - spec.points[0];
    QVERIFY(std::abs(std::hypot(a.x(), a.y()) * std::hypot(pb.x(), pb.y()) -
                     std::hypot(b.x(), b.y()) * std::hypot(pa.x(), pa.y())) < 1e-6 * size.width());
  }
}

void TestSimilarityFigure::coincidingDotsAreToldApart() {
  SimilaritySpec spec;
  spec.size = {900, 600};
  spec.layers = 2;
  spec.heads = 6;
  // Eight in one place, four elsewhere.
  for (int i = 0; i < 12; ++i) {
    spec.points.emplace_back(i < 8 ? 0.0 : i * 0.1, i < 8 ? 0.0 : (i % 3) * 0.2);
    spec.labels.push_back(QStringLiteral("L%1 H%2").arg(i / 6).arg(i % 6));
  }
  const SimilarityLayout layout = layoutSimilarity(spec, FixedMetrics());
  QVERIFY(layout.movedApart);
  QCOMPARE(layout.labels.size(), std::size_t{12});
  for (std::size_t i = 0; i < 12; ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const QPointF between = layout.centres[i] - layout.centres[j];
      QVERIFY(std::hypot(between.x(), between.y()) >= 2 * layout.radius - 0.01);
    }
  QString notes;
  for (const PlacedText& note : layout.frame.notes) notes += note.text;
  QVERIFY(notes.contains(QStringLiteral("moved apart")));
}

void TestSimilarityFigure::pointsFillTheirBox() {
  // A line of heads along a diagonal: whatever the shape of the box, it reaches from one of its ends to the other.
  for (const QSize size : {QSize(640, 400), QSize(900, 600), QSize(1280, 800), QSize(480, 700)}) {
    SimilaritySpec spec;
    spec.size = size;
    spec.layers = 1;
    spec.heads = 8;
    for (int i = 0; i < 8; ++i) {
      spec.points.emplace_back(i * 0.1, i * 0.07 + 0.01 * (i % 2));
      spec.labels.push_back(QStringLiteral("L0 H%1").arg(i));
    }
    const SimilarityLayout layout = layoutSimilarity(spec, FixedMetrics());
    QRectF used(layout.centres.front(), QSizeF(0.01, 0.01));
    for (const QPointF& centre : layout.centres) used |= QRectF(centre, QSizeF(0.01, 0.01));
    QVERIFY(std::max(used.width() / layout.plot.width(), used.height() / layout.plot.height()) >= 0.7);
    QVERIFY(std::hypot(used.width(), used.height()) >= 0.8 * std::max(layout.plot.width(), layout.plot.height()));
    QCOMPARE(layout.labels.size(), std::size_t{8});
  }
}

void TestSimilarityFigure::dotsHaveTheColoursOfTheirLayers() {
  SimilarityFigure figure;
  figure.setMaps(mapsOfHeads(3, 4), {});
  const QSize size(900, 600);
  QImage image(size, QImage::Format_RGB32);
  QCPPainter painter(&image);
  figure.paint(painter, QRectF(QPointF(0, 0), QSizeF(size)));
  painter.end();
  const SimilarityLayout layout = figure.layout(size);
  // Of dots that lie over one another the last one is on top.
  for (Index i = 0; i < 12; ++i) {
    bool covered = false;
    for (Index j = i + 1; j < 12; ++j) covered = covered || layout.dot(j).intersects(layout.dot(i));
    if (!covered)
      QCOMPARE(image.pixelColor(layout.centres[static_cast<std::size_t>(i)].toPoint()),
               figure.layerColour(figure.data().headOf(i).layer));
  }
}

void TestSimilarityFigure::anotherHeadKeepsTheNumbers() {
  SimilarityFigure figure;
  figure.setMaps(mapsOfHeads(2, 2), {});
  const SimilarityData* before = &figure.data();
  figure.setHead({1, 1});
  FigureStyle dark;
  dark.theme = Theme::Dark;
  figure.setStyle(dark);
  QCOMPARE(&figure.data(), before);
  figure.setMaps(mapsOfHeads(2, 3), {});
  QVERIFY(!figure.hasData());
  QCOMPARE(figure.data().count(), Index{6});
}

void TestSimilarityFigure::dotsTellTheirNearest() {
  const auto maps = mapsOfHeads(2, 3);
  maps->at({1, 2}) = maps->at({0, 1});
  SimilarityFigure figure;
  figure.setMaps(maps, {});
  const std::vector<FigureSpot> spots = figure.spots({800, 600});
  QCOMPARE(spots.size(), std::size_t{6});
  QVERIFY2(spots[1].text.startsWith(QStringLiteral("Layer 0, head 1; nearest: L1 H2 (0.000)")),
           qPrintable(spots[1].text));
  const SimilarityLayout layout = figure.layout({800, 600});
  for (std::size_t i = 0; i < spots.size(); ++i) QCOMPARE(spots[i].rect, layout.dot(static_cast<Index>(i)));
}

HEADLIGHT_TEST(TestSimilarityFigure)
#include "test_similarity_figure.moc"
