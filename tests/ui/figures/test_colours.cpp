#include <QtTest>
#include <array>
#include <cmath>

#include "tests/support/suite.h"
#include "ui/figures/colours/colour_maps.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/figure_style.h"

using namespace headlight;

class TestColours : public QObject {
  Q_OBJECT
 private slots:
  void mapsAreEven();
  void sequentialMapsGoOneWay();
  void indigoStartsAtThePaper();
  void nothingIsNotHidden();
  void divergingMapIsThePaperInItsMiddle();
  void seriesStayApartForEveryEye();
  void scaleInverts_data();
  void scaleInverts();
  void scaleSurvivesOddWeights();
  void ticksCoverTheScale();
  void percentTexts();
};

namespace {

double decode(double u) { return u <= 0.04045 ? u / 12.92 : std::pow((u + 0.055) / 1.055, 2.4); }
double encode(double u) { return u <= 0.0031308 ? 12.92 * u : 1.055 * std::pow(u, 1 / 2.4) - 0.055; }

/// What someone without one kind of cone sees, as a matrix on linear RGB (Viénot, Brettel and Mollon 1999).
QColor seenWithout(const std::array<double, 9>& m, const QColor& c) {
  const std::array<double, 3> rgb = {decode(c.redF()), decode(c.greenF()), decode(c.blueF())};
  std::array<double, 3> seen{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) seen[i] += m[3 * i + j] * rgb[j];
    seen[i] = encode(std::clamp(seen[i], 0.0, 1.0));
  }
  return QColor::fromRgbF(static_cast<float>(seen[0]), static_cast<float>(seen[1]), static_cast<float>(seen[2]));
}

constexpr std::array<double, 9> kProtan = {0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1};
constexpr std::array<double, 9> kDeutan = {0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1};

}  // namespace

void TestColours::mapsAreEven() {
  for (const ColourMapId id : allColourMaps())
    for (const bool dark : {false, true}) {
      const ColourMap map(id, dark);
      double least = 1e9, most = 0;
      for (int i = 0; i < 16; ++i) {
        // The steps across the middle of a diverging map turn back.
        if (id == ColourMapId::Diverging && (i == 7 || i == 8)) continue;
        const double step = perceivedDistance(map.colour(i / 16.0), map.colour((i + 1) / 16.0));
        least = std::min(least, step);
        most = std::max(most, step);
      }
      QVERIFY2(most / least < 1.35,
               qPrintable(
                   QStringLiteral("%1 %2: steps from %3 to %4").arg(colourMapName(id)).arg(dark).arg(least).arg(most)));
    }
}

void TestColours::sequentialMapsGoOneWay() {
  for (const ColourMapId id : allColourMaps()) {
    if (id == ColourMapId::Diverging) continue;
    for (const bool dark : {false, true}) {
      const ColourMap map(id, dark);
      const double sign = perceivedLightness(map.colour(1)) > perceivedLightness(map.colour(0)) ? 1 : -1;
      for (int i = 0; i < 64; ++i) {
        const double rise = perceivedLightness(map.colour((i + 1) / 64.0)) - perceivedLightness(map.colour(i / 64.0));
        QVERIFY2(sign * rise > 0, qPrintable(QStringLiteral("%1 at %2").arg(colourMapName(id)).arg(i)));
      }
    }
  }
}

void TestColours::indigoStartsAtThePaper() {
  for (const Theme theme : {Theme::Light, Theme::Dark}) {
    const ColourMap map(ColourMapId::Indigo, theme == Theme::Dark);
    const double start = perceivedDistance(map.colour(0), palette(theme).paper);
    QVERIFY2(start < 0.12, qPrintable(QString::number(start)));
    QVERIFY(perceivedDistance(map.colour(1), palette(theme).paper) > 0.6);
  }
}

void TestColours::nothingIsNotHidden() {
  for (const ColourMapId id : allColourMaps())
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
      const ColourMap map(id, theme == Theme::Dark);
      const double apart = perceivedDistance(map.colour(id == ColourMapId::Diverging ? 0.5 : 0), palette(theme).paper);
      // Dark colours look nearer to one another than light ones.
      QVERIFY2(apart > (theme == Theme::Dark ? 0.075 : 0.025),
               qPrintable(QStringLiteral("%1 %2").arg(colourMapName(id)).arg(apart)));
    }
}

void TestColours::divergingMapIsThePaperInItsMiddle() {
  for (const bool dark : {false, true}) {
    const ColourMap map(ColourMapId::Diverging, dark);
    const QColor paper = palette(dark ? Theme::Dark : Theme::Light).paper;
    QVERIFY(perceivedDistance(map.colour(0.5), paper) < 0.12);
    for (const double away : {0.1, 0.3, 0.5}) {
      const double one = perceivedDistance(map.colour(0.5 - away), map.colour(0.5));
      const double other = perceivedDistance(map.colour(0.5 + away), map.colour(0.5));
      QVERIFY2(std::abs(one - other) < 0.25 * std::max(one, other),
               qPrintable(QStringLiteral("%1 %2").arg(one).arg(other)));
    }
  }
}

void TestColours::seriesStayApartForEveryEye() {
  for (const bool dark : {false, true})
    for (int i = 0; i < 9; ++i)
      for (int j = 0; j < i; ++j) {
        const QColor a = seriesColour(i, dark), b = seriesColour(j, dark);
        const QByteArray which = QStringLiteral("%1 and %2, dark %3").arg(i).arg(j).arg(dark).toUtf8();
        QVERIFY2(perceivedDistance(a, b) > 0.1, which);
        QVERIFY2(perceivedDistance(seenWithout(kProtan, a), seenWithout(kProtan, b)) > 0.045, which);
        QVERIFY2(perceivedDistance(seenWithout(kDeutan, a), seenWithout(kDeutan, b)) > 0.045, which);
      }
}

void TestColours::scaleInverts_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<double>("max");
  for (const double max : {1.0, 0.37, 0.004})
    for (int kind = 0; kind < 3; ++kind) QTest::addRow("%d %g", kind, max) << kind << max;
}

void TestColours::scaleInverts() {
  QFETCH(int, kind);
  QFETCH(double, max);
  const ColourScale scale{static_cast<ScaleKind>(kind), max};
  double before = -1;
  for (int i = 1; i <= 20; ++i) {
    const double position = i / 20.0, weight = scale.weight(position);
    QVERIFY(std::abs(scale.position(weight) - position) < 1e-9);
    QVERIFY(weight > before);
    before = weight;
  }
  QCOMPARE(scale.position(0), 0.0);
  QCOMPARE(scale.position(max), 1.0);
  QCOMPARE(scale.position(2 * max), 1.0);
}

void TestColours::scaleSurvivesOddWeights() {
  for (const ScaleKind kind : {ScaleKind::Linear, ScaleKind::Sqrt, ScaleKind::Log}) {
    const ColourScale scale{kind, 1};
    QCOMPARE(scale.position(-1), 0.0);
    QCOMPARE(scale.position(std::nan("")), 0.0);
    const ColourScale empty{kind, 0};
    QCOMPARE(empty.position(0.5), 0.0);
    QCOMPARE(empty.ticks().size(), std::size_t{1});
  }
}

void TestColours::ticksCoverTheScale() {
  for (const ScaleKind kind : {ScaleKind::Linear, ScaleKind::Sqrt, ScaleKind::Log})
    for (const double max : {1.0, 0.83, 0.37, 0.1, 0.004}) {
      const ColourScale scale{kind, max};
      const std::vector<double> ticks = scale.ticks();
      QVERIFY(ticks.size() >= 3 && ticks.size() <= 7);
      QCOMPARE(ticks.back(), max);
      QCOMPARE(scale.position(ticks.front()), 0.0);
      for (std::size_t i = 1; i < ticks.size(); ++i)
        QVERIFY(scale.position(ticks[i]) - scale.position(ticks[i - 1]) > 0.1);
    }
  QCOMPARE((ColourScale{ScaleKind::Log, 1}.ticks()), (std::vector<double>{0.001, 0.01, 0.1, 1}));
}

void TestColours::percentTexts() {
  QCOMPARE(percentText(1), QStringLiteral("100%"));
  QCOMPARE(percentText(0), QStringLiteral("0%"));
  QCOMPARE(percentText(0.05), QStringLiteral("5%"));
  QCOMPARE(percentText(0.001), QStringLiteral("0.1%"));
  QCOMPARE(percentText(0.025), QStringLiteral("2.5%"));
  QCOMPARE(percentText(0.37), QStringLiteral("37%"));
  QCOMPARE(percentText(0.1234, 2), QStringLiteral("12.34%"));
  QCOMPARE(percentText(-0.1, 0), QString(QChar(0x2212)) + QStringLiteral("10%"));
}

HEADLIGHT_TEST(TestColours)
#include "test_colours.moc"
