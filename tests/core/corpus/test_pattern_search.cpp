#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/corpus/corpus_run.h"
#include "core/corpus/head_likeness.h"
#include "core/corpus/patterns/pattern_search.h"
#include "core/reading/input_tokens.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;

/// Cells that somebody draws: how heads score on them, and which pattern they are.
class TestPatternSearch : public QObject {
  Q_OBJECT
  const Source m_gpt = openModelSource(HEADLIGHT_SOURCE_DIR "/resources/models/gpt");

 private slots:
  /// What is drawn as a pattern scores as that pattern does over a corpus of the one text.
  void scoresAsAPatternDoes() {
    CorpusText text;
    text.text = "The password is blue river. I repeat: the password is blue";
    const InputTokens tokens = tokensOf(m_gpt, {TextInput{text.text, std::nullopt}, std::nullopt});
    RunOptions options;
    options.logits = false;
    const auto trace = m_gpt.model->run(tokens.read, options);
    const TraceMaps maps(trace, AttentionType::Self);
    std::vector<Visibility> visibility;
    for (const AttentionRecord& layer : trace->records(AttentionType::Self))
      visibility.push_back(layer.rule->visibility);
    for (const char* name : {"previous", "induction", "first-of-sentence"}) {
      const TokenPattern pattern = parsePattern(name);
      const KeysOfQueries keys = keysOf(pattern, text, maps.keyTokens());
      const CellScores scores = scorePattern(maps, visibility, pattern);
      const TextStats whole = measureText(maps, visibility, text, {pattern});
      QCOMPARE(scores.scores.size(), whole.heads.size());
      QVERIFY(!scores.withSinks);
      for (std::size_t head = 0; head < scores.scores.size(); ++head) {
        const Tally& tally = whole.heads[head].patterns.front();
        QCOMPARE(scores.scores[head].queries, tally.count);
        QVERIFY(std::abs(scores.scores[head].score - tally.meanScore()) < 1e-12);
        QVERIFY(std::abs(scores.scores[head].chance - tally.meanChance()) < 1e-12);
      }
      QCOMPARE(scores.rankOf(scores.order.front()), std::size_t{1});
      // Of the cells, drawn, it is one that describes them best.
      const std::vector<PatternFit> fits = patternsLike(keys, maps.keyTokens(), visibility.front());
      const auto same =
          std::find_if(fits.begin(), fits.end(), [&](const PatternFit& fit) { return fit.pattern == pattern; });
      QVERIFY2(same != fits.end() && same->agreement() == fits.front().agreement(), name);
    }
  }

  void aSinkIsScoredWithTheWholeRow() {
    const auto words = makeTokens({"[CLS]", " a", " b", " c"});
    Matrix weights(4, 4);
    weights << 1, 0, 0, 0, 0.5, 0.5, 0, 0, 0.6, 0.2, 0.2, 0, 0.7, 0.1, 0.1, 0.1;
    const auto maps = std::make_shared<MatrixMaps>(std::vector<std::vector<Matrix>>{{weights}}, words, words);
    Visibility causal;
    causal.causal = true;
    const CellScores scores = scoreCells(*maps, {causal}, {{}, {}, {0}, {0}});
    QVERIFY(scores.withSinks);
    QCOMPARE(scores.scores.front().queries, Index{2});
    QVERIFY(std::abs(scores.scores.front().score - 0.65) < 1e-6);
    QVERIFY(std::abs(scores.scores.front().chance - (1 / 3.0 + 1 / 4.0) / 2) < 1e-9);
    // Without one the rest of the row is all that there is.
    const CellScores rest = scoreCells(*maps, {causal}, {{}, {}, {1}, {}});
    QVERIFY(!rest.withSinks);
    QVERIFY(std::abs(rest.scores.front().score - 0.5) < 1e-6);
    QVERIFY_THROWS_EXCEPTION(Error, scoreCells(*maps, {causal}, {{}, {}, {4}, {}}));
    QVERIFY_THROWS_EXCEPTION(Error, scoreCells(*maps, {causal}, {{}}));
  }

  /// A few examples are enough, and what repeats the tokens is told from what stands beside them.
  void namesWhatIsDrawn() {
    const auto tokens = makeTokens({"[CLS]", " a", " b", " a", " c", " b"});
    const auto best = [&](const KeysOfQueries& keys) {
      return patternsLike(keys, tokens, Visibility()).front().pattern.name;
    };
    QCOMPARE(best({{}, {}, {1}, {2}, {}, {}}), std::string("previous"));
    QCOMPARE(best({{}, {}, {}, {}, {2}, {3}}), std::string("offset:-2"));
    QCOMPARE(best({{}, {3}, {5}, {1}, {}, {}}), std::string("duplicate"));
    QCOMPARE(best({{}, {4}, {4}, {4}, {}, {4}}), std::string("token:*>c"));
    const PatternFit fit = patternsLike({{}, {}, {1}, {}, {}, {}}, tokens, Visibility()).front();
    QCOMPARE(fit.both, Index{1});
    QCOMPARE(fit.inText, Index{4});  // The first token, a sink, has no part in it.
    QVERIFY(patternsLike(KeysOfQueries(6), tokens, Visibility()).empty());
  }

  void likeHeadsAreNear() {
    CorpusSpec spec;
    spec.files = {HEADLIGHT_SOURCE_DIR "/resources/samples/sentences.txt"};
    spec.limit = 6;
    Corpus corpus(spec);
    CorpusStats stats = emptyStats(m_gpt, corpus, {});
    runCorpus(m_gpt, corpus, stats);
    stats.heads[7] = stats.heads[2];
    const std::vector<LikeHead> like = headsLike(stats, 2);
    QCOMPARE(like.size(), stats.heads.size() - 1);
    QCOMPARE(like.front().head, std::size_t{7});
    QCOMPARE(like.front().distance, 0.0);
    QVERIFY(like[1].distance > 0 && like.back().distance > like[1].distance);
  }
};

HEADLIGHT_TEST(TestPatternSearch)
#include "test_pattern_search.moc"
