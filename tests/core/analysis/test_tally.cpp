#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/analysis/metrics.h"
#include "core/analysis/similarity.h"
#include "core/analysis/tally.h"
#include "core/attention/lenses/row_lenses.h"
#include "core/attention/lenses/subset_maps.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;

namespace {

bool equal(double a, double b) { return std::abs(a - b) <= 1e-12 * std::max(1.0, std::abs(a)); }

std::shared_ptr<const MatrixMaps> text(unsigned seed, int words) {
  std::vector<std::string> displays{"[CLS]"};
  for (int i = 0; i < words; ++i) displays.push_back(" w" + std::to_string(i * i % 7));
  displays.emplace_back(",");
  return randomMaps(1, 1, makeTokens(displays), seed % 2 == 0, seed);
}

/// Every number of the metrics that is a mean, with the number of rows first.
std::vector<double> numbersOf(const HeadMetrics& m) {
  return {static_cast<double>(m.rows), m.entropy,       m.normalisedEntropy, m.confidence, m.meanDistance,
          m.previousToken,             m.nextToken,     m.sameToken,       m.firstToken, m.firstTokenRest,
          m.specialTokens,             m.punctuation,   m.sink,            m.local,      m.longRange,
          m.diversity,                 *m.duplicateToken, *m.induction};
}

}  // namespace

/// Accumulators give the same whether one saw everything or several saw parts and were merged.
class TestTally : public QObject {
  Q_OBJECT

 private slots:
  void meansMerge() {
    const std::vector<double> numbers{0.1, 3, -2.5, 1e6, 7, 0, 0.3, 1e-9};
    Mean whole;
    for (const double number : numbers) whole.add(number);
    for (std::size_t cut = 0; cut <= numbers.size(); ++cut) {
      Mean first, second;
      for (std::size_t i = 0; i < numbers.size(); ++i) (i < cut ? first : second).add(numbers[i]);
      Mean there = first, back = second;
      there.merge(second);
      back.merge(first);
      QCOMPARE(there.count, whole.count);
      QCOMPARE(back.count, whole.count);
      QVERIFY(equal(there.value(), whole.value()) && equal(back.value(), whole.value()));
    }
    QCOMPARE(Mean().value(), 0.0);
  }

  void talliesMerge() {
    Tally whole, first, second;
    for (int i = 0; i < 11; ++i) {
      const double score = std::fmod(i * 0.37, 1), chance = 1.0 / (i + 2);
      whole.add(score, chance);
      (i % 3 == 0 ? first : second).add(score, chance);
    }
    // By the definition: the standard error of the differences.
    double mean = 0, squares = 0;
    for (int i = 0; i < 11; ++i) mean += (std::fmod(i * 0.37, 1) - 1.0 / (i + 2)) / 11;
    for (int i = 0; i < 11; ++i) squares += std::pow(std::fmod(i * 0.37, 1) - 1.0 / (i + 2) - mean, 2);
    QVERIFY(equal(whole.error(), std::sqrt(squares / 10 / 11)));
    for (auto [a, b] : {std::pair(first, second), std::pair(second, first)}) {
      a.merge(b);
      QCOMPARE(a.count, whole.count);
      QVERIFY(equal(a.meanScore(), whole.meanScore()) && equal(a.meanChance(), whole.meanChance()));
      QVERIFY(equal(a.error(), whole.error()));
    }
    QCOMPARE(Tally().error(), 0.0);
  }

  /// Three texts of other lengths: one tally for all, or three that are merged in any order.
  void metricsOfSeveralTextsMerge() {
    const std::vector<std::shared_ptr<const MatrixMaps>> texts{text(1, 9), text(2, 23), text(3, 14)};
    MetricsTally whole;
    double rows = 0, entropy = 0;
    for (const auto& maps : texts) {
      whole.add(*maps, {0, 0});
      const HeadMetrics one = computeMetrics(*maps, {0, 0});
      rows += static_cast<double>(one.rows);
      entropy += static_cast<double>(one.rows) * one.entropy;
    }
    const std::vector<double> expected = numbersOf(whole.result());
    QCOMPARE(expected[0], rows);
    QVERIFY(equal(expected[1], entropy / rows));
    std::vector<std::size_t> order{0, 1, 2};
    do {
      MetricsTally merged;
      for (const std::size_t i : order) {
        MetricsTally part;
        part.add(*texts[i], {0, 0});
        merged.merge(part);
      }
      const std::vector<double> found = numbersOf(merged.result());
      QCOMPARE(found[0], expected[0]);
      for (std::size_t i = 0; i < found.size(); ++i)
        QVERIFY2(equal(found[i], expected[i]),
                 qPrintable(QString("number %1: %2, %3").arg(i).arg(found[i]).arg(expected[i])));
    } while (std::next_permutation(order.begin(), order.end()));
    // What saw nothing changes nothing.
    MetricsTally same = whole;
    same.merge({});
    QVERIFY(numbersOf(same.result()) == expected);
  }

  /// Entropy is that of a distribution; a mass is a part of the whole attention, wherever the rest of it lies.
  void rowsThatDoNotSumToOne() {
    const auto maps = text(4, 12);
    const auto tokens = maps->keyTokens();
    const auto halves = std::make_shared<MatrixMaps>(std::vector<std::vector<Matrix>>{{0.5F * maps->weights({0, 0})}},
                                                     tokens, tokens, false);
    const HeadMetrics whole = computeMetrics(*maps, {0, 0}), half = computeMetrics(*halves, {0, 0});
    QVERIFY(std::abs(half.entropy - whole.entropy) < 1e-6 && whole.entropy > 0.5);
    QVERIFY(std::abs(half.normalisedEntropy - whole.normalisedEntropy) < 1e-6);
    QVERIFY(std::abs(half.diversity - whole.diversity) < 1e-6 && whole.diversity > 0.1);
    QVERIFY(std::abs(half.sink - whole.sink / 2) < 1e-6 && whole.sink > 0.01);
    QVERIFY(std::abs(half.confidence - whole.confidence / 2) < 1e-6);
    const auto a = rowEntropies(*maps, {0, 0}), b = rowEntropies(*halves, {0, 0});
    for (std::size_t i = 0; i < a.size(); ++i) QVERIFY(std::abs(a[i] - b[i]) < 1e-6);
  }

  /// Cells below 0, as effective attention has, are no part of a distribution.
  void cellsBelowZeroCountAsNothing() {
    const auto tokens = makeTokens({"a", "b", "c"});
    Matrix mixed(3, 3), kept(3, 3);
    mixed << 1.5F, -0.75F, 0.25F, 0.5F, 0.5F, -1, 0, 2, -1;
    kept << 6.0F / 7, 0, 1.0F / 7, 0.5F, 0.5F, 0, 0, 1, 0;
    const MatrixMaps below({{mixed, kept}}, tokens, tokens, false), above({{kept, kept}}, tokens, tokens);
    const HeadMetrics found = computeMetrics(below, {0, 0}), expected = computeMetrics(above, {0, 0});
    QVERIFY(std::abs(found.entropy - expected.entropy) < 1e-6 && expected.entropy > 0.3);
    QVERIFY(std::abs(found.normalisedEntropy - expected.normalisedEntropy) < 1e-6);
    QVERIFY(std::abs(found.diversity - expected.diversity) < 1e-6 && expected.diversity > 0.1);
    QVERIFY(headDivergences(below)(0, 1) < 1e-6);
    QVERIFY(compareHeads(below, {0, 0}, above, {0, 0}).divergence < 1e-6);
  }

  void divergencesOfRowsThatDoNotSumToOne() {
    const auto maps = randomMaps(1, 2, makeTokens({"a", "b", "c", "d", "e"}), false, 9);
    const auto tokens = maps->keyTokens();
    std::vector<Matrix> heads{0.25F * maps->weights({0, 0}), maps->weights({0, 1})};
    const MatrixMaps parts({heads}, tokens, tokens, false);
    QVERIFY((headDivergences(*maps) - headDivergences(parts)).cwiseAbs().maxCoeff() < 1e-6);
    QVERIFY(headDivergences(*maps)(0, 1) > 0.01);
  }

  /// Lenses say what becomes of the sums of rows, and it is so.
  void lensesKnowTheirRowSums() {
    const auto base = text(2, 9);
    const auto check = [](const AttentionMaps& maps, bool expected) {
      const Matrix rows = maps.weights({0, 0});
      bool full = true;
      for (Index i = 0; i < rows.rows(); ++i) {
        const float sum = rows.row(i).sum();
        full = full && (std::abs(sum - 1) < 1e-4F || sum == 0);
      }
      QCOMPARE(maps.rowsSumToOne(), expected);
      QCOMPARE(full, expected);
    };
    check(*base, true);
    check(ThresholdMaps(base, 0.2F), false);
    check(RowMaximumMaps(base), false);
    check(RowSumMaps(std::make_shared<RowMaximumMaps>(base)), true);
    check(TransposedMaps(base), false);
    check(*withoutSpecialTokens(base, RemovedMass::Missing), false);
    check(*withoutSpecialTokens(base, RemovedMass::Renormalised), true);
  }
};

HEADLIGHT_TEST(TestTally)
#include "test_tally.moc"
