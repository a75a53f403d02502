#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/head_labels.h"
#include "core/analysis/metrics.h"
#include "core/attention/matrix_maps.h"
#include "core/base/error.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

constexpr Index kTokens = 24;

/// A text whose words repeat from the middle on, with a comma now and then; the first token is added.
std::vector<Token> text() {
  std::vector<Token> tokens(kTokens);
  for (Index i = 0; i < kTokens; ++i) {
    Token& token = tokens[static_cast<std::size_t>(i)];
    const Index word = i == 0 ? 99 : 1 + (i - 1) % 12;
    token.id = word;
    token.special = i == 0;
    token.display = i == 0 ? "[CLS]" : word == 5 || word == 10 ? "," : "w" + std::to_string(word);
  }
  return tokens;
}

std::shared_ptr<const AttentionMaps> mapsOf(Matrix map) {
  return std::make_shared<MatrixMaps>(std::vector<std::vector<Matrix>>{{std::move(map)}}, text(), text());
}

/// Each query gives `mass` to the key that `choose` names (the first token where that is none) and the rest to the
/// sink.
template <class Choose>
Matrix pure(const Choose& choose, float mass = 1) {
  Matrix map = Matrix::Zero(kTokens, kTokens);
  for (Index q = 0; q < kTokens; ++q) {
    const Index k = choose(q);
    map(q, k < 0 ? 0 : k) += mass;
    map(q, 0) += 1 - mass;
  }
  return map;
}

Matrix uniform(bool causal) {
  Matrix map = Matrix::Zero(kTokens, kTokens);
  for (Index q = 0; q < kTokens; ++q) {
    const Index end = causal ? q + 1 : kTokens;
    map.row(q).head(end).setConstant(1 / static_cast<float>(end));
  }
  return map;
}

Visibility causal() {
  Visibility v;
  v.causal = true;
  return v;
}

HeadLabel labelOf(const Matrix& map, const Visibility& visibility = causal()) {
  return labelHead(*mapsOf(map), {0, 0}, visibility).label;
}

const LabelScore& scoreOf(const HeadLabelling& labelling, HeadLabel label) {
  for (const LabelScore& s : labelling.scores)
    if (s.label == label) return s;
  throw Error("no such score");
}

}  // namespace

class TestHeadLabels : public QObject {
  Q_OBJECT

 private slots:
  void plantedTruth() {
    const auto previous = [](Index q) { return q - 1; };
    QCOMPARE(labelOf(pure(previous)), HeadLabel::PreviousToken);
    QCOMPARE(labelOf(pure(previous, 0.3F)), HeadLabel::PreviousToken);  // The sink's 70 % are taken out.
    const HeadLabelling exact = labelHead(*mapsOf(pure(previous, 0.5F)), {0, 0}, causal());
    const LabelScore& score = scoreOf(exact, HeadLabel::PreviousToken);
    QCOMPARE(score.score, 1.0);
    // Query 1 sees itself alone beside the sink and is left out: the mean of 1/2, 1/3, …, 1/23.
    double chance = 0;
    for (Index n = 2; n < kTokens; ++n) chance += 1 / static_cast<double>(n) / (kTokens - 2);
    QVERIFY(std::abs(score.chance - chance) < 1e-12);
    QVERIFY(std::abs(exact.sinkMass - (0.5 * 22 + 1) / 23) < 1e-6);

    QCOMPARE(labelOf(pure([](Index q) { return q; })), HeadLabel::Itself);
    QCOMPARE(labelOf(pure([](Index q) { return q + 1 < kTokens ? q + 1 : -1; }), {}), HeadLabel::NextToken);
    const auto induction = [](Index q) { return q > 12 ? q - 11 : Index{-1}; };
    QCOMPARE(labelOf(pure(induction)), HeadLabel::Induction);
    QCOMPARE(scoreOf(labelHead(*mapsOf(pure(induction)), {0, 0}, causal()), HeadLabel::Induction).score, 1.0);
    QCOMPARE(labelOf(pure([](Index q) { return q > 12 ? q - 12 : Index{-1}; })), HeadLabel::DuplicateToken);
    QCOMPARE(labelOf(pure([](Index q) { return q >= 11  ? Index{10}
                                               : q >= 6 ? Index{5}
                                                        : Index{-1}; })),
             HeadLabel::Punctuation);
    QCOMPARE(labelOf(uniform(true)), HeadLabel::Broad);
    QCOMPARE(labelOf(uniform(false), {}), HeadLabel::Broad);
    QVERIFY(std::abs(scoreOf(labelHead(*mapsOf(uniform(true)), {0, 0}, causal()), HeadLabel::Broad).score - 1) < 1e-6);
    // As much on the token as on the two before it; the same to both sides.
    const auto around = [](Index from, Index to) {
      Matrix map = Matrix::Zero(kTokens, kTokens);
      for (Index q = 0; q < kTokens; ++q)
        for (Index k = std::max(Index{0}, q + from); k <= std::min(q + to, kTokens - 1); ++k) map(q, k) = 1;
      for (Index q = 0; q < kTokens; ++q) map.row(q) /= map.row(q).sum();
      return map;
    };
    QCOMPARE(labelOf(around(-2, 0)), HeadLabel::Local);
    QCOMPARE(labelOf(around(-2, 2), {}), HeadLabel::Local);
    QCOMPARE(scoreOf(labelHead(*mapsOf(around(-2, 0)), {0, 0}, causal()), HeadLabel::Local).score, 1.0);
    // Narrower labels come first, although whoever looks at the token before is local, too; five tokens back is far.
    QVERIFY(scoreOf(exact, HeadLabel::Local).passes());
    QCOMPARE(labelOf(pure([](Index q) { return q - 5; })), HeadLabel::None);
    QCOMPARE(labelOf(pure([](Index) { return Index{0}; })), HeadLabel::Sink);
    // What little a parked head does beside the sink names it only on the probe.
    QCOMPARE(labelOf(pure(previous, 0.05F)), HeadLabel::Sink);
    LabelScore probe{HeadLabel::Induction, 0.9, 0.05, 0.01, 96};
    QCOMPARE(labelHead(*mapsOf(pure(previous, 0.05F)), {0, 0}, causal(), probe).label, HeadLabel::Induction);
    probe.score = 0.1;
    QCOMPARE(labelHead(*mapsOf(pure(previous, 0.05F)), {0, 0}, causal(), probe).label, HeadLabel::Sink);
  }

  void randomAttentionHasNoLabel_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"even", "soft", "sharp"}) QTest::newRow(kind) << QString(kind);
  }
  /// Rows drawn evenly from all distributions, and softmax of normal scores with deviations 1.5 and 5; 200 heads each.
  void randomAttentionHasNoLabel() {
    QFETCH(QString, kind);
    int labelled = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
      std::mt19937 random(seed);
      std::exponential_distribution<float> exponential(1);
      std::normal_distribution<float> normal(0, kind == "soft" ? 1.5F : 5.0F);
      const bool isCausal = seed % 2;
      Matrix map = Matrix::Zero(kTokens, kTokens);
      for (Index q = 0; q < kTokens; ++q) {
        for (Index k = 0; k < (isCausal ? q + 1 : kTokens); ++k)
          map(q, k) = kind == "even" ? exponential(random) : std::exp(normal(random));
        map.row(q) /= map.row(q).sum();
      }
      labelled += labelOf(map, isCausal ? causal() : Visibility{}) != HeadLabel::None;
    }
    QCOMPARE(labelled, 0);
  }

  void metricsOfPlantedHeads() {
    const auto near = [](double a, double b) { return std::abs(a - b) < 1e-6; };
    const HeadMetrics previous = computeMetrics(*mapsOf(pure([](Index q) { return q - 1; })), {0, 0});
    QCOMPARE(previous.previousToken, 1.0);
    QCOMPARE(previous.local, 1.0);
    QVERIFY(near(previous.sink, 2.0 / kTokens));
    // Rows are one key each: the mean row has 1/12 on the first token and 1/24 on 22 others.
    const double n = kTokens;
    QVERIFY(near(previous.diversity, -(2 / n * std::log(2 / n) + (n - 2) / n * std::log(1 / n))));
    const HeadMetrics even = computeMetrics(*mapsOf(uniform(false)), {0, 0});
    QVERIFY(near(even.diversity, 0));
    QVERIFY(near(even.sink, 1.0 / kTokens));
    const double inside = 5 * kTokens - 2 * (2 + 1);  // Cells at most 2 from the diagonal.
    QVERIFY(near(even.local, inside / kTokens / kTokens));
    QVERIFY(near(symmetricShare(*mapsOf(uniform(false)), {0, 0}), 1));
    QVERIFY(near(symmetricShare(*mapsOf(uniform(true)), {0, 0}), 0));
    Matrix half = Matrix::Identity(kTokens, kTokens);
    half(1, 2) = 0.75F;
    half(2, 1) = 0.25F;
    QVERIFY(near(symmetricShare(*mapsOf(half), {0, 0}), 0.5));
    Matrix scaled = uniform(false) * 7;
    scaled.row(3).setZero();
    QVERIFY(near(shareEntropy(*mapsOf(scaled), {0, 0}), std::log(n)));
  }

  void refusesAnotherShape() {
    const auto maps = std::make_shared<MatrixMaps>(std::vector<std::vector<Matrix>>{{Matrix::Ones(2, 3)}},
                                                   std::vector<Token>(2), std::vector<Token>(3));
    QVERIFY_THROWS_EXCEPTION(Error, labelHead(*maps, {0, 0}, {}));
    QVERIFY_THROWS_EXCEPTION(Error, symmetricShare(*maps, {0, 0}));
  }
};

HEADLIGHT_TEST(TestHeadLabels)
#include "test_head_labels.moc"
