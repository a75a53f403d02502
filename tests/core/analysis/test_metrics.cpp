#include <QtTest>
#include <cmath>

#include "core/analysis/agreement.h"
#include "core/analysis/head_table.h"
#include "core/analysis/metrics.h"
#include "core/analysis/rollout.h"
#include "core/analysis/row_sums.h"
#include "core/analysis/similarity.h"
#include "core/base/error.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;

namespace {

constexpr Index N = 8;

std::shared_ptr<const MatrixMaps> oneHead(const Matrix& map, const std::vector<std::string>& words = {
                                                                 "a", "b", "c", "d", "a", "b", "c", "d"}) {
  const auto tokens = makeTokens(words);
  return std::make_shared<MatrixMaps>(std::vector<std::vector<Matrix>>{{map}}, tokens, tokens);
}

/// Every query puts all its weight on the key that `target` names.
template <class Target>
Matrix allOn(const Target& target) {
  Matrix map = Matrix::Zero(N, N);
  for (Index q = 0; q < N; ++q) map(q, target(q)) = 1;
  return map;
}

}  // namespace

/// Heads whose numbers are known because they were built by hand.
class TestMetrics : public QObject {
  Q_OBJECT
 private slots:
  void previousTokenHead() {
    const HeadMetrics m = computeMetrics(*oneHead(allOn([](Index q) { return q > 0 ? q - 1 : 0; })), {0, 0});
    QCOMPARE(m.previousToken, 1.0);
    QCOMPARE(m.entropy, 0.0);
    QCOMPARE(m.confidence, 1.0);
    QCOMPARE(m.meanDistance, 7.0 / 8);
    QCOMPARE(m.firstToken, 2.0 / 8);
    QCOMPARE(m.firstTokenRest, 1.0 / 7);
    QCOMPARE(m.nextToken, 0.0);
    QCOMPARE(m.longRange, 0.0);
  }

  /// Rows that are no numbers, of imported attention, are left out; of nothing but such rows nothing is said.
  void rowsWithoutNumbersAreLeftOut() {
    Matrix map = allOn([](Index q) { return q > 0 ? q - 1 : 0; });
    map(3, 5) = NAN;
    map.row(6).setConstant(NAN);
    const auto maps = oneHead(map);
    const HeadMetrics m = computeMetrics(*maps, {0, 0});
    QCOMPARE(m.rows, N - 2);
    QCOMPARE(m.previousToken, 1.0);
    QCOMPARE(m.entropy, 0.0);
    QCOMPARE(m.confidence, 1.0);
    QVERIFY(std::isfinite(m.diversity) && std::isfinite(symmetricShare(*maps, {0, 0})));
    QCOMPARE(rowEntropies(*maps, {0, 0}).size(), static_cast<std::size_t>(N - 2));
    const auto none = oneHead(Matrix::Constant(N, N, NAN));
    const std::vector<HeadFacts> facts = computeHeadTable(*none, std::vector<Visibility>(1));
    for (const HeadColumn& column : headColumns()) QVERIFY2(!column.value(facts[0]), std::string(column.name).c_str());
    QVERIFY(facts[0].labelling.label == HeadLabel::None);
    QVERIFY_THROWS_EXCEPTION(Error, headDivergences(*none));
    QCOMPARE(headDivergences(*maps).norm(), 0.0);
    QCOMPARE(compareHeads(*maps, {0, 0}, *maps, {0, 0}).divergence, 0.0);
  }

  /// As the plain sums, for rows of every length with zeros, numbers below 0 and some that are barely there.
  void sumsOfRowsAreThePlainOnes() {
    for (const std::size_t length : {0, 1, 15, 16, 17, 100}) {
      std::vector<float> row(length);
      for (std::size_t i = 0; i < length; ++i)
        row[i] = i % 7 == 3    ? 0
                 : i % 11 == 5 ? -0.25F
                 : i % 13 == 8 ? 1e-38F
                               : std::abs(std::sin(static_cast<float>(i))) / 50 + (i == 1 ? 1 : 0);
      double sum = 0, above = 0, logs = 0, first = 0;
      std::vector<double> added(length, 0.5), expected(length, 0.5);
      for (std::size_t i = 0; i < length; ++i) {
        const double x = static_cast<double>(row[i]);
        sum += x;
        first += static_cast<double>(i) * x;
        if (x <= 0) continue;
        above += x;
        logs += x * std::log(x);
        expected[i] += 0.25 * x;
      }
      const LogSums found = logSumsOf(row);
      const Moments moments = momentsOf(row);
      addAboveZero(row, 0.25, added);
      const auto near = [](double a, double b) { return std::abs(a - b) < 1e-12 * std::max(1.0, std::abs(b)); };
      QVERIFY(near(found.sum, sum) && near(found.above, above) && near(moments.sum, sum) && near(moments.first, first));
      QVERIFY2(near(found.logs, logs), qPrintable(QString("%1 numbers: %2, %3").arg(length).arg(found.logs).arg(logs)));
      QCOMPARE(added, expected);
      // The entropy of the cells above 0 brought to sum 1.
      double entropy = 0;
      for (const float x : row)
        if (x > 0) entropy -= static_cast<double>(x) / above * std::log(static_cast<double>(x) / above);
      if (above > 0) QVERIFY(near(found.entropy(above), entropy));
    }
  }

  /// Ends, whatever is ranked.
  void ranksWithoutNumbers() {
    QCOMPARE(rankCorrelation({NAN, NAN, NAN}, {1, 2, 3}), 0.0);
    QCOMPARE(rankCorrelation({1, NAN, 2, 3}, {1, 7, 2, 3}), 1.0);
    QCOMPARE(rankCorrelation({1, 2, 3, -INFINITY}, {-1, -2, NAN, INFINITY}), -1.0);
  }

  void inductionHead() {
    const auto maps = oneHead(allOn([](Index q) { return q >= 4 ? q - 3 : 0; }));
    const HeadMetrics m = computeMetrics(*maps, {0, 0});
    QCOMPARE(m.induction.value(), 1.0);
    QCOMPARE(m.duplicateToken.value(), 0.0);
    QCOMPARE(computeRepeatScores(*maps, {0, 0}, 4).induction, 1.0);
    QCOMPARE(computeRepeatScores(*maps, {0, 0}, 4).duplicateToken, 0.0);
  }

  void uniformHead() {
    Matrix map = Matrix::Zero(N, N);
    for (Index q = 0; q < N; ++q) map.row(q).head(q + 1).setConstant(1.0F / static_cast<float>(q + 1));
    const HeadMetrics m = computeMetrics(*oneHead(map), {0, 0});
    QVERIFY(std::abs(m.normalisedEntropy - 1) < 1e-6);
    double entropy = 0, firstToken = 0;
    for (int n = 1; n <= 8; ++n) {
      entropy += std::log(n) / 8;
      firstToken += 1.0 / n / 8;
    }
    QVERIFY(std::abs(m.entropy - entropy) < 1e-6);
    QVERIFY(std::abs(m.firstToken - firstToken) < 1e-6);
    QVERIFY(std::abs(m.confidence - firstToken) < 1e-6);
  }

  void sinkAndPunctuationHeads() {
    const std::vector<std::string> words = {"[CLS]", "a", ",", " b", " …", " c", ".", "[SEP]"};
    const HeadMetrics sink = computeMetrics(*oneHead(allOn([](Index) { return 0; }), words), {0, 0});
    QCOMPARE(sink.firstToken, 1.0);
    QCOMPARE(sink.specialTokens, 1.0);
    QCOMPARE(sink.punctuation, 0.0);
    QVERIFY(!sink.induction);
    const HeadMetrics marks = computeMetrics(*oneHead(allOn([](Index q) { return q % 2 ? 2 : 4; }), words), {0, 0});
    QCOMPARE(marks.punctuation, 1.0);
    QCOMPARE(marks.specialTokens, 0.0);
  }

  void repeatScoresRefuseOtherPeriods() {
    const auto maps = oneHead(allOn([](Index) { return 0; }));
    for (const Index period : {Index{0}, Index{8}})
      QVERIFY_THROWS_EXCEPTION(Error, computeRepeatScores(*maps, {0, 0}, period));
  }

  void comparisonOfAHeadWithItselfAndItsOpposite() {
    const auto a = oneHead(allOn([](Index q) { return q; })), b = oneHead(allOn([](Index q) { return (q + 1) % N; }));
    const Comparison same = compareHeads(*a, {0, 0}, *a, {0, 0}), other = compareHeads(*a, {0, 0}, *b, {0, 0});
    QCOMPARE(same.divergence, 0.0);
    QVERIFY(std::abs(same.correlation - 1) < 1e-12);
    QVERIFY(std::abs(other.divergence - std::log(2.0)) < 1e-12);
    QCOMPARE(other.largestDifference, 1.0);
    QVERIFY(std::abs(other.correlation + 1.0 / 7) < 1e-9);
    QCOMPARE(other.rowDivergence.size(), std::size_t{N});
  }

  void distancesOfAPlaneComeBack() {
    // The corners of a rectangle and its centre.
    Eigen::MatrixXd points(5, 2);
    points << 0, 0, 3, 0, 3, 1, 0, 1, 1.5, 0.5;
    Eigen::MatrixXd distances(5, 5);
    for (Index i = 0; i < 5; ++i)
      for (Index j = 0; j < 5; ++j) distances(i, j) = (points.row(i) - points.row(j)).norm();
    const Eigen::MatrixXd found = layOutByDistance(distances, 2);
    for (Index i = 0; i < 5; ++i)
      for (Index j = 0; j < 5; ++j) QVERIFY(std::abs((found.row(i) - found.row(j)).norm() - distances(i, j)) < 1e-9);
  }

  void flowRefusesLongTexts() {
    std::vector<std::string> words(static_cast<std::size_t>(kMostFlowTokens) + 1, " a");
    const auto maps = randomMaps(1, 1, makeTokens(words), true);
    try {
      attentionFlow(*maps, 0);
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QCOMPARE(QString(error.what()), QString("attention flow: expected at most 64 tokens, found 65"));
    }
  }

  void longWorkCanBeStopped() {
    const auto maps = randomMaps(2, 2, makeTokens({"a", " b", " c"}), true);
    const Progress stop([](double, std::string_view) { return false; });
    QVERIFY_THROWS_EXCEPTION(Cancelled, computeMetrics(*maps, {0, 0}, stop));
    QVERIFY_THROWS_EXCEPTION(Cancelled, headDivergences(*maps, stop));
    QVERIFY_THROWS_EXCEPTION(Cancelled, rollout(*maps, stop));
    QVERIFY_THROWS_EXCEPTION(Cancelled, attentionFlow(*maps, 1, stop));
  }
};

HEADLIGHT_TEST(TestMetrics)
#include "test_metrics.moc"
