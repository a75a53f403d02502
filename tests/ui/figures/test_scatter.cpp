#include <qcustomplot.h>

#include <QTest>
#include <cmath>
#include <random>

#include "core/base/error.h"
#include "tests/support/fixed_metrics.h"
#include "tests/support/suite.h"
#include "ui/figures/scatter/scatter_figure.h"

using namespace headlight;
using headlight::test::FixedMetrics;

namespace {

/// So many heads at places that a seed chooses.
ScatterSpec someHeads(int count, unsigned seed, QSizeF size) {
  std::mt19937 random(seed);
  std::normal_distribution<double> normal(0.5, 0.2);
  ScatterSpec spec;
  spec.size = size;
  spec.series = {"no label", "induction"};
  spec.xTitle = "Induction";
  spec.yTitle = "Entropy";
  for (int i = 0; i < count; ++i)
    spec.dots.push_back(
        {{i / 12, i % 12}, normal(random), normal(random), i % 2, QString("%1.%2").arg(i / 12).arg(i % 12)});
  return spec;
}

std::shared_ptr<const HeadsReport> planted() {
  auto report = std::make_shared<HeadsReport>();
  report->model = "small";
  report->text = "a secret text";
  for (int head = 0; head < 4; ++head) {
    HeadFacts facts;
    facts.head = {1, head};
    facts.metrics.rows = 5;
    facts.metrics.entropy = 1 + head * 0.25;
    if (head < 3) facts.metrics.induction = 0.1 + 0.3 * head;
    if (head == 2) facts.labelling.label = HeadLabel::Induction;
    report->heads.push_back({"raw", facts});
  }
  return report;
}

}  // namespace

class TestScatter : public QObject {
  Q_OBJECT
 private slots:
  void axesAreRound() {
    const RoundAxis shares = roundAxis({0.1, 0.83});
    QCOMPARE(shares.least, 0.0);
    QVERIFY(std::abs(shares.most - 1.0) < 1e-9);
    QCOMPARE(shares.text(shares.ticks[1]), QString("0.2"));
    const RoundAxis signs = roundAxis({-0.3, 0.4});
    QVERIFY(signs.least <= -0.3 && signs.most >= 0.4);
    QCOMPARE(roundAxis({}).ticks.size() >= 2, true);
    QCOMPARE(roundAxis({0.0, 0.0}).most, 1.0);
    // Far from 0 the axis begins where the numbers do, where that is asked for.
    QVERIFY(roundAxis({10.2, 11.1}, false).least >= 10);
    QCOMPARE(roundAxis({10.2, 11.1}).least, 0.0);
    QCOMPARE(roundAxis({1.0, 11.1}, false).least, 0.0);
    QVERIFY(roundAxis({5.0, 5.0}, false).most >= 5);
  }

  void dotsAreWhereTheirNumbersAre() {
    ScatterSpec spec = someHeads(0, 1, {800, 600});
    spec.dots = {{{0, 0}, 0, 0, 0, "0.0"}, {{0, 1}, 1, 2, 0, "0.1"}, {{0, 2}, 0.5, 1, 0, "0.2"}};
    const ScatterLayout layout = layoutScatter(spec, FixedMetrics());
    QCOMPARE(layout.dots[0], layout.plot.bottomLeft());
    QCOMPARE(layout.dots[1], layout.plot.topRight());
    QVERIFY((layout.dots[2] - layout.plot.center()).manhattanLength() < 1e-6);
    QVERIFY(QRectF(QPointF(), spec.size).contains(layout.plot));
    for (const auto* texts : {&layout.xTicks, &layout.yTicks})
      for (const PlacedText& text : *texts) QVERIFY(QRectF(QPointF(), spec.size).contains(text.box));
  }

  void namesTouchNothing() {
    for (const int count : {1, 12, 144, 600})
      for (const QSizeF size : {QSizeF(400, 300), QSizeF(800, 600), QSizeF(1600, 900)})
        for (unsigned seed = 1; seed <= 3; ++seed) {
          const ScatterSpec spec = someHeads(count, seed, size);
          const ScatterLayout layout = layoutScatter(spec, FixedMetrics());
          QVERIFY(!layout.names.empty());
          for (std::size_t i = 0; i < layout.names.size(); ++i) {
            const QRectF box = layout.names[i].text.box;
            QVERIFY(layout.plot.adjusted(-0.5, -0.5, 0.5, 0.5).contains(box));
            QCOMPARE(layout.names[i].text.text, spec.dots[layout.names[i].dot].name);
            for (std::size_t j = 0; j < i; ++j) QVERIFY(!layout.names[j].text.box.intersects(box));
            for (const QPointF& dot : layout.dots) {
              const QPointF near(std::clamp(dot.x(), box.left(), box.right()),
                                 std::clamp(dot.y(), box.top(), box.bottom()));
              QVERIFY(std::hypot(near.x() - dot.x(), near.y() - dot.y()) >= layout.radius - 1);
            }
          }
        }
  }

  void theFurthestIsNamed() {
    ScatterSpec spec = someHeads(300, 7, {700, 500});
    spec.dots.push_back({{40, 3}, 4, 0.5, 0, "40.3"});
    const ScatterLayout layout = layoutScatter(spec, FixedMetrics());
    QCOMPARE(layout.names.front().text.text, QString("40.3"));
    QVERIFY(layout.names.size() < spec.dots.size());
  }

  void spotsTellBothNumbers() {
    const ScatterFigure figure(planted(), "induction", "entropy");
    const auto spots = figure.spots({600, 400});
    QCOMPARE(spots.size(), std::size_t(3));  // One has no induction.
    QVERIFY(spots[2].head == (HeadId{1, 2}));
    QVERIFY2(spots[2].text.contains("0.700") && spots[2].text.contains("1.500") && spots[2].text.contains("induction"),
             qPrintable(spots[2].text));
    QVERIFY(spotAt(spots, spots[1].rect.center()) == std::size_t(1));
    // Upwards and to the right.
    QVERIFY(nextThatWay(spots, 0, 1, 0) == std::size_t(1));
    QVERIFY(figure.altText().contains("L1 H2"));
    const ScatterLayout layout = figure.layout({600, 400});
    QCOMPARE(layout.frame.notes.size(), std::size_t(1));
    QVERIFY(layout.frame.notes[0].text.contains("1 heads have no value"));
    QCOMPARE(ScatterFigure(planted(), "induction", "entropy", {{1, 1}}).spots({600, 400}).size(), std::size_t(1));
    QVERIFY_THROWS_EXCEPTION(Error, ScatterFigure(planted(), "nothing", "entropy"));
  }

  void withoutTextItTellsNone() {
    const auto subtitle = [](const std::shared_ptr<const HeadsReport>& report) {
      QString text;
      for (const PlacedText& line : ScatterFigure(report).layout({700, 500}).frame.subtitle) text += line.text;
      return text;
    };
    QVERIFY(subtitle(planted()).contains("secret"));
    QVERIFY(!subtitle(withoutText(planted())).contains("secret"));
  }

  void itIsPaintedInEveryTheme() {
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Contrast}) {
      FigureStyle style;
      style.theme = theme;
      const ScatterFigure figure(planted(), "induction", "entropy", {}, style);
      QImage image(600, 400, QImage::Format_RGB32);
      QCPPainter painter(&image);
      figure.paint(painter, QRectF(0, 0, 600, 400));
      painter.end();
      const ScatterLayout layout = figure.layout({600, 400});
      // Heads without a label come after those with one.
      QCOMPARE(image.pixelColor(layout.dots[2].toPoint()).rgb(), seriesColour(0, style.dark()).rgb());
      QCOMPARE(image.pixelColor(layout.dots[1].toPoint()).rgb(), seriesColour(1, style.dark()).rgb());
      QCOMPARE(image.pixelColor(2, 2).rgb(), style.inks().paper.rgb());
    }
  }
};

HEADLIGHT_TEST(TestScatter)
#include "test_scatter.moc"
