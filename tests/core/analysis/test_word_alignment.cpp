#include <QtTest>
#include <cmath>
#include <numeric>

#include "core/analysis/word_alignment.h"
#include "core/attention/lenses/grouped_maps.h"
#include "core/attention/trace_maps.h"
#include "tests/support/made_maps.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

/// "das rote Haus" looks at "the red house .", one head.
std::shared_ptr<const AttentionMaps> made(Matrix weights) {
  return std::make_shared<MatrixMaps>(std::vector<std::vector<Matrix>>{{std::move(weights)}},
                                      test::makeTokens({"das", " rote", " Haus"}),
                                      test::makeTokens({"the", " red", " house", "[end]"}));
}

std::vector<std::pair<Index, Index>> pairsOf(const std::vector<AlignedToken>& aligned) {
  std::vector<std::pair<Index, Index>> pairs;
  for (const AlignedToken& one : aligned) pairs.emplace_back(one.query, one.key);
  return pairs;
}

using Pairs = std::vector<std::pair<Index, Index>>;

}  // namespace

class TestWordAlignment : public QObject {
  Q_OBJECT

 private slots:
  void alignsWithTheLargestWeight() {
    const auto maps = made(Matrix{{0.7F, 0.1F, 0.1F, 0.1F}, {0.2F, 0.3F, 0.1F, 0.4F}, {0, 0.25F, 0.5F, 0.25F}});
    const auto aligned = hardAlignment(*maps, {0, 0});
    QVERIFY((pairsOf(aligned) == Pairs{{0, 0}, {1, 3}, {2, 2}}));
    QCOMPARE(aligned[0].weight, static_cast<double>(0.7F));
    // Without the end of the sentence.
    QVERIFY((pairsOf(hardAlignment(*maps, {0, 0}, {false, false, false, true})) == Pairs{{0, 0}, {1, 1}, {2, 2}}));
  }

  void firstOfEqualsAndNothingForNoWeight() {
    const auto maps = made(Matrix{{0.25F, 0.25F, 0.25F, 0.25F}, {0, 0, 0, 0}, {0, 0.5F, 0.5F, 0}});
    QVERIFY((pairsOf(hardAlignment(*maps, {0, 0})) == Pairs{{0, 0}, {2, 1}}));
    QVERIFY(hardAlignment(*maps, {0, 0}, {true, true, true, true}).empty());
  }

  void coverageSumsColumns() {
    const auto maps = made(Matrix{{0.5F, 0.5F, 0, 0}, {0.25F, 0.25F, 0.5F, 0}, {0, 0, 0.125F, 0.875F}});
    QVERIFY((coverage(*maps, {0, 0}) == std::vector<double>{0.75, 0.75, 0.625, 0.875}));
    QVERIFY((coverage(*maps, {0, 0}, {false, false, true}) == std::vector<double>{0.75, 0.75, 0.5, 0}));
  }

  /// Two pieces of one word: their weights together may be the largest.
  void wordsAlignAsWholes() {
    const auto queries = test::makeTokens({"das", " Haus"});
    auto keys = test::makeTokens({"the", " ho", "use"});
    keys[2].word = keys[1].word;
    const auto maps = std::make_shared<MatrixMaps>(
        std::vector<std::vector<Matrix>>{{Matrix{{0.5F, 0.25F, 0.25F}, {0.4F, 0.3F, 0.3F}}}}, queries, keys);
    QVERIFY((pairsOf(hardAlignment(*maps, {0, 0})) == Pairs{{0, 0}, {1, 0}}));
    const GroupedMaps words(maps, wordGroups(queries), wordGroups(keys));
    QCOMPARE(words.keys(), Index(2));
    QVERIFY((pairsOf(hardAlignment(words, {0, 0})) == Pairs{{0, 0}, {1, 1}}));
  }

  void readsCrossAttention() {
    const auto run = reference::run("marian", 1);
    QVERIFY(run);
    const TraceMaps cross(run->trace, AttentionType::Cross);
    QVERIFY(cross.queries() == 21 && cross.keys() == 33);
    for (int head = 0; head < cross.heads(); ++head) {
      const auto covered = coverage(cross, {1, head});
      QVERIFY(std::abs(std::accumulate(covered.begin(), covered.end(), 0.0) - 21) < 1e-4);
      const Matrix weights = cross.weights({1, head});
      for (const AlignedToken& one : hardAlignment(cross, {1, head}))
        QCOMPARE(one.weight, static_cast<double>(weights.row(one.query).maxCoeff()));
    }
  }
};

HEADLIGHT_TEST(TestWordAlignment)
#include "test_word_alignment.moc"
