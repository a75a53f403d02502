#include <QTest>

#include "core/analysis/head_ranking.h"
#include "core/analysis/similarity.h"
#include "core/attention/matrix_maps.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::makeTokens;
using headlight::test::randomMaps;

namespace {

/// The same maps with some heads mixed with the uniform one: the larger the part, the further away.
std::shared_ptr<const AttentionMaps> moved(const AttentionMaps& maps,
                                           const std::vector<std::pair<HeadId, float>>& parts) {
  std::vector<std::vector<Matrix>> weights(static_cast<std::size_t>(maps.layers()));
  for (int layer = 0; layer < maps.layers(); ++layer)
    for (int head = 0; head < maps.heads(); ++head)
      weights[static_cast<std::size_t>(layer)].push_back(maps.weights(HeadId{layer, head}));
  for (const auto& [head, part] : parts) {
    Matrix& map = weights[static_cast<std::size_t>(head.layer)][static_cast<std::size_t>(head.head)];
    map = map * (1 - part) + Matrix::Constant(map.rows(), map.cols(), part / static_cast<float>(map.cols()));
  }
  return std::make_shared<MatrixMaps>(std::move(weights), maps.queryTokens(), maps.keyTokens());
}

}  // namespace

class TestHeadRanking : public QObject {
  Q_OBJECT
 private slots:
  void plantedDifferencesComeFirst() {
    const auto maps = randomMaps(3, 4, makeTokens({"a", "b", "c", "d", "e", "f"}), true);
    const auto other = moved(*maps, {{{1, 2}, 0.9F}, {{0, 3}, 0.5F}, {{2, 0}, 0.2F}});
    const std::vector<HeadDistance> ranked = rankDifferences(*maps, *other);
    QCOMPARE(ranked.size(), std::size_t(12));
    QVERIFY(ranked[0].head == (HeadId{1, 2}));
    QVERIFY(ranked[1].head == (HeadId{0, 3}));
    QVERIFY(ranked[2].head == (HeadId{2, 0}));
    // Those that are the same keep the order of heads.
    QVERIFY(ranked[3].head == (HeadId{0, 0}) && ranked[3].divergence < 1e-9);
    QVERIFY(ranked[11].head == (HeadId{2, 3}));
    QCOMPARE(ranked[0].divergence, compareHeads(*maps, {1, 2}, *other, {1, 2}).divergence);
  }

  void onlyHeadsThatBothHave() {
    const auto tokens = makeTokens({"a", "b", "c"});
    QCOMPARE(rankDifferences(*randomMaps(3, 2, tokens, true), *randomMaps(2, 5, tokens, true)).size(), std::size_t(4));
  }

  void theLikestComesFirst() {
    const auto maps = randomMaps(2, 3, makeTokens({"a", "b", "c", "d"}), true);
    // Head 1.1 becomes nearly head 0.0.
    std::vector<std::vector<Matrix>> weights(2);
    for (int layer = 0; layer < 2; ++layer)
      for (int head = 0; head < 3; ++head)
        weights[static_cast<std::size_t>(layer)].push_back(maps->weights(HeadId{layer, head}));
    weights[1][1] = weights[0][0] * 0.99F + weights[1][1] * 0.01F;
    const MatrixMaps planted(std::move(weights), maps->queryTokens(), maps->keyTokens());
    const std::vector<HeadDistance> ranked = rankLikeness(planted, {0, 0});
    QCOMPARE(ranked.size(), std::size_t(5));
    QVERIFY(ranked[0].head == (HeadId{1, 1}));
    for (std::size_t i = 1; i < ranked.size(); ++i) QVERIFY(ranked[i - 1].divergence <= ranked[i].divergence);
    for (const HeadDistance& each : ranked) QVERIFY(!(each.head == HeadId{0, 0}));
  }

  void canBeStopped() {
    const auto maps = randomMaps(2, 2, makeTokens({"a", "b"}), true);
    int steps = 0;
    const Progress progress([&steps](double, std::string_view) { return ++steps < 2; });
    QVERIFY_THROWS_EXCEPTION(Cancelled, rankDifferences(*maps, *maps, progress));
    QCOMPARE(steps, 2);
  }
};

HEADLIGHT_TEST(TestHeadRanking)
#include "test_head_ranking.moc"
