#include <QtTest>
#include <cmath>

#include "core/attention/lenses/combined_maps.h"
#include "core/attention/lenses/grouped_maps.h"
#include "core/attention/lenses/row_lenses.h"
#include "core/attention/lenses/subset_maps.h"
#include "core/attention/matrix_maps.h"
#include "core/base/error.h"
#include "core/io/stored_tokens.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;

namespace {

using Maps = std::shared_ptr<const AttentionMaps>;

const std::vector<std::string> kText = {"[CLS]", "The", " cat", "s",     " sat", ".",    " \"",
                                        "Oh",    "!\"", " he",  " said", ".",    "[SEP]"};

/// Largest distance of a row's sum from 1, over all heads.
double worstRowSum(const AttentionMaps& maps) {
  double worst = 0;
  for (int l = 0; l < maps.layers(); ++l)
    for (int h = 0; h < maps.heads(); ++h)
      for (const float sum : Vector(maps.weights({l, h}).rowwise().sum()))
        worst = std::max(worst, std::abs(1.0 - static_cast<double>(sum)));
  return worst;
}

std::vector<std::string> displays(const std::vector<Token>& tokens) {
  std::vector<std::string> texts;
  for (const Token& token : tokens) texts.push_back(token.display);
  return texts;
}

/// Every rectangle of a map is the same part of its whole.
void compareRectangles(const AttentionMaps& maps) {
  const HeadId head{maps.layers() - 1, maps.heads() - 1};
  const Matrix whole = maps.weights(head);
  std::mt19937 random(3);
  for (int i = 0; i < 40; ++i) {
    const auto below = [&](Index n) { return std::uniform_int_distribution<Index>(0, n - 1)(random); };
    const Index row = below(maps.queries()), col = below(maps.keys());
    const Rect rect{row, col, 1 + below(maps.queries() - row), 1 + below(maps.keys() - col)};
    const Matrix part = maps.weights(head, rect);
    const Matrix expected = whole.block(rect.row, rect.col, rect.rows, rect.cols);
    for (Index c = 0; c < part.size(); ++c) {
      const float x = part.data()[c], y = expected.data()[c];
      QVERIFY((std::isnan(x) && std::isnan(y)) || std::abs(x - y) <= 1e-6F);
    }
  }
}

}  // namespace

class TestLenses : public QObject {
  Q_OBJECT
  Maps m_maps = randomMaps(2, 3, makeTokens(kText), false);

 private slots:
  void farWeightsAlone();
  void cellsWithoutNumbersStayWithout();
  void sections();
  void charactersInSeveralTokensBecomeWhole_data() {
    QTest::addColumn<QStringList>("tokens");
    QTest::addColumn<QString>("whole");
    const auto add = [](const char* name, const QString& tokens, const QString& whole) {
      QTest::newRow(name) << tokens.split('|') << whole;
    };
    add("Chinese", " 今 1/3|今 2/3|今 3/3|天 1/2|天 2/2|好", " 今天好");
    add("an end and a begin", "é 1/2|é 2/2 ü 1/2|ü 2/2 x", "éüx");
    add("a vowel sign", "ब|◌ि 1/3|◌ि 2/3|◌ि 3/3|ल", "बिल");
    add("a family", "👨 1/2|👨 2/2|⟨200D⟩ 1/3|⟨200D⟩ 2/3|⟨200D⟩ 3/3|👩", "👨\u200D👩");
    add("a flag", "🇩 1/4|🇩 2/4|🇩 3/4|🇩 4/4|🇪", "🇩🇪");
    add("cut at its end", "今 1/3|今 2/3", "今 2/3");
    add("no part", "a 1/2|b 2/2", "a 1/2b 2/2");
    add("a number", " 1/3|2/3", " 1/32/3");
  }
  void charactersInSeveralTokensBecomeWhole() {
    QFETCH(QStringList, tokens);
    QFETCH(QString, whole);
    std::vector<std::string> shown;
    for (const QString& token : tokens) shown.push_back(token.toStdString());
    std::vector<Token> parts = makeTokens(shown);
    findParts(parts);
    const auto group = spanGroups(parts, {{0, static_cast<Index>(parts.size())}});
    QCOMPARE(QString::fromStdString(group.front().token.display), whole);
  }
  void rectanglesArePartsOfTheWhole_data() {
    QTest::addColumn<int>("lens");
    const char* names[] = {"words",      "sentences", "no special", "no special, renormalised",
                           "no sink",    "threshold", "top 2",      "row maximum",
                           "transposed", "mean",      "max",        "aligned",
                           "difference", "stacked"};
    for (int i = 0; i < 14; ++i) QTest::newRow(names[i]) << i;
  }
  void rectanglesArePartsOfTheWhole() {
    QFETCH(int, lens);
    const auto words = wordGroups(m_maps->keyTokens()), sentences = sentenceGroups(m_maps->keyTokens());
    const AlignedMaps::Axis axis = {0, std::nullopt, 2, 3, std::nullopt, 9};
    const std::vector<HeadId> heads = {{0, 1}, {1, 2}, {1, 0}};
    const Maps lenses[] = {
        std::make_shared<GroupedMaps>(m_maps, words, words),
        std::make_shared<GroupedMaps>(m_maps, sentences, words),
        withoutSpecialTokens(m_maps, RemovedMass::Missing),
        withoutSpecialTokens(m_maps, RemovedMass::Renormalised),
        withoutSinks(m_maps, {0, 12}),
        std::make_shared<ThresholdMaps>(m_maps, 0.1F),
        std::make_shared<TopMaps>(m_maps, 2),
        std::make_shared<RowMaximumMaps>(m_maps),
        std::make_shared<TransposedMaps>(m_maps),
        std::make_shared<CombinedMaps>(m_maps, heads, Combine::Mean),
        std::make_shared<CombinedMaps>(m_maps, heads, Combine::Max),
        std::make_shared<AlignedMaps>(m_maps, axis, axis),
        std::make_shared<DifferenceMaps>(m_maps, std::make_shared<TransposedMaps>(m_maps)),
        std::make_shared<TopMaps>(withoutSinks(std::make_shared<GroupedMaps>(m_maps, words, words), {0}), 3),
    };
    compareRectangles(*lenses[lens]);
  }

  void wordsJoinPiecesAndKeepRowsWhole() {
    const auto groups = wordGroups(m_maps->keyTokens());
    const GroupedMaps words(m_maps, groups, groups);
    QCOMPARE(displays(words.keyTokens()), (std::vector<std::string>{"[CLS]", "The", " cat", "s", " sat", ".", " \"",
                                                                    "Oh", "!\"", " he", " said", ".", "[SEP]"}));
    // The same pieces, now said by the tokenizer to be parts of one word.
    std::vector<Token> tokens = m_maps->keyTokens();
    tokens[3].word = tokens[2].word;
    const auto joined = wordGroups(tokens);
    QCOMPARE(joined.size(), std::size_t{12});
    QCOMPARE(QString::fromStdString(joined[2].token.display), QString(" cats"));
    const GroupedMaps merged(m_maps, joined, joined);
    QVERIFY(worstRowSum(merged) < 1e-6);
    const Matrix base = m_maps->weights({1, 1}), out = merged.weights({1, 1});
    QCOMPARE(out(2, 2), static_cast<float>((base.block(2, 2, 2, 2).cast<double>().sum()) / 2));
    QCOMPARE(out(0, 2), base(0, 2) + base(0, 3));
    QCOMPARE(out(2, 0), (base(2, 0) + base(3, 0)) / 2);
  }

  void partsOfOneCharacterStayTogether() {
    std::vector<Token> tokens = makeTokens({"a", " é 1/2", "é 2/2", "b"});
    tokens[1].range = tokens[2].range = {2, 3};
    tokens[3].range = {3, 4};
    tokens[1].word = tokens[2].word = tokens[3].word = 1;
    const auto groups = wordGroups(tokens);
    QCOMPARE(groups.size(), std::size_t{2});
    QCOMPARE(groups[1].end, Index{4});
  }

  void sentencesEndAfterClosingQuotes() {
    const auto groups = sentenceGroups(makeTokens(kText));
    QCOMPARE(displays([&] {
               std::vector<Token> tokens;
               for (const auto& group : groups) tokens.push_back(group.token);
               return tokens;
             }()),
             (std::vector<std::string>{"[CLS]", "The cats sat.", " \"Oh!\"", " he said.", "[SEP]"}));
    QVERIFY(worstRowSum(GroupedMaps(m_maps, groups, groups)) < 1e-6);
  }

  void spansMergeWhatTheUserDrew() {
    const auto groups = spanGroups(m_maps->keyTokens(), {{1, 4}, {9, 11}});
    QCOMPARE(groups.size(), std::size_t{10});
    QCOMPARE(QString::fromStdString(groups[1].token.display), QString("The cats"));
    QVERIFY(worstRowSum(GroupedMaps(m_maps, groups, groups)) < 1e-6);
  }

  void specialTokensHiddenWithOrWithoutRescaling() {
    const Maps missing = withoutSpecialTokens(m_maps, RemovedMass::Missing),
               whole = withoutSpecialTokens(m_maps, RemovedMass::Renormalised);
    QCOMPARE(missing->keys(), m_maps->keys() - 2);
    const Matrix base = m_maps->weights({0, 0});
    QCOMPARE(missing->weights({0, 0})(3, 4), base(4, 5));
    QVERIFY(worstRowSum(*missing) > 0.01);
    QVERIFY(worstRowSum(*whole) < 1e-6);
    QVERIFY(std::abs(whole->weights({0, 0})(3, 4) - base(4, 5) / (1 - base(4, 0) - base(4, 12))) < 1e-6F);
  }

  void aRowThatSawOnlyTheSinkStaysZero() {
    const Maps causal = randomMaps(1, 1, makeTokens({"a", " b", " c"}), true);
    const Matrix out = withoutSinks(causal, {0})->weights({0, 0});
    QCOMPARE(out.row(0).sum(), 0.0F);
    QVERIFY(std::abs(out.row(1).sum() - 1) < 1e-6F);
  }

  void thresholdAndTopKeepTheRestExactly() {
    const Matrix base = m_maps->weights({0, 2}), thresholded = ThresholdMaps(m_maps, 0.1F).weights({0, 2}),
                 top = TopMaps(m_maps, 3).weights({0, 2});
    for (Index i = 0; i < base.rows(); ++i) {
      int kept = 0;
      float smallestKept = 1, largestDropped = 0;
      for (Index j = 0; j < base.cols(); ++j) {
        QCOMPARE(thresholded(i, j), base(i, j) < 0.1F ? 0.0F : base(i, j));
        if (top(i, j) != 0) {
          ++kept;
          QCOMPARE(top(i, j), base(i, j));
          smallestKept = std::min(smallestKept, base(i, j));
        } else {
          largestDropped = std::max(largestDropped, base(i, j));
        }
      }
      QCOMPARE(kept, 3);
      QVERIFY(smallestKept >= largestDropped);
    }
  }

  void transposedTwiceIsTheSame() {
    const auto back = std::make_shared<TransposedMaps>(std::make_shared<TransposedMaps>(m_maps));
    QVERIFY(back->weights({1, 2}) == m_maps->weights({1, 2}));
    QVERIFY(TransposedMaps(m_maps).weights({1, 2}) == m_maps->weights({1, 2}).transpose());
  }

  void meanAndMaximumOfHeads() {
    const std::vector<HeadId> heads = {{0, 1}, {1, 2}};
    const CombinedMaps mean(m_maps, heads, Combine::Mean), max(m_maps, heads, Combine::Max);
    QCOMPARE(mean.layers() * mean.heads(), 1);
    QVERIFY(worstRowSum(mean) < 1e-6);
    const Matrix a = m_maps->weights(heads[0]), b = m_maps->weights(heads[1]);
    QVERIFY((mean.weights({0, 0}) - (a + b) / 2).cwiseAbs().maxCoeff() < 1e-7F);
    QVERIFY(max.weights({0, 0}) == a.cwiseMax(b));
    QVERIFY(CombinedMaps(m_maps, {{1, 1}}, Combine::Mean).weights({0, 0}) == m_maps->weights({1, 1}));
  }

  void differenceIsAMinusBAndGapsStayGaps() {
    const Maps other = randomMaps(2, 3, makeTokens(kText), false, 9);
    const DifferenceMaps difference(m_maps, other);
    QVERIFY(difference.weights({1, 0}) == m_maps->weights({1, 0}) - other->weights({1, 0}));
    const AlignedMaps::Axis axis = {0, std::nullopt, 1};
    const auto aligned = std::make_shared<AlignedMaps>(m_maps, axis, axis);
    QVERIFY(isGap(aligned->keyTokens()[1]));
    const Matrix out = DifferenceMaps(aligned, std::make_shared<AlignedMaps>(other, AlignedMaps::Axis{0, 5, 1},
                                                                             AlignedMaps::Axis{0, 5, 1}))
                           .weights({0, 0});
    QVERIFY(std::isnan(out(1, 1)) && std::isnan(out(0, 1)) && std::isnan(out(1, 2)));
    QCOMPARE(out(2, 2), m_maps->weights({0, 0})(1, 1) - other->weights({0, 0})(1, 1));
  }

  void differenceRefusesOtherShapes() {
    try {
      DifferenceMaps(m_maps, randomMaps(2, 3, makeTokens({"a", " b"}), false));
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QCOMPARE(QString(error.what()),
               QString("difference: expected as many query tokens on both sides, found 13 and 2"));
    }
  }
};

void TestLenses::farWeightsAlone() {
  for (const Index distance : {1, 2, 5, 40}) {
    const LongRangeMaps far(m_maps, distance);
    compareRectangles(far);
    const Matrix before = m_maps->weights({1, 2}), after = far.weights({1, 2});
    for (Index i = 0; i < before.rows(); ++i)
      for (Index j = 0; j < before.cols(); ++j) QCOMPARE(after(i, j), std::abs(i - j) < distance ? 0.0F : before(i, j));
  }
}

void TestLenses::sections() {
  const auto cut = [](const std::vector<std::string>& texts) {
    std::vector<Index> begins;
    for (const TokenGroup& group : sectionGroups(makeTokens(texts))) begins.push_back(group.begin);
    return begins;
  };
  QCOMPARE(cut({"One", " text", "."}), (std::vector<Index>{0}));
  QCOMPARE(cut({"One", "↵", "line", "↵", "each"}), (std::vector<Index>{0}));
  QCOMPARE(cut({"One", "↵", "↵", "Two", " here", "↵↵", "↵", "Three"}), (std::vector<Index>{0, 3, 7}));
  QCOMPARE(cut({"One", ".↵", " ", "↵", "Two"}), (std::vector<Index>{0, 4}));
}

/// What a file has no number for is none through any lens, and none of them ends by it.
void TestLenses::cellsWithoutNumbersStayWithout() {
  Matrix map(3, 4);
  map << 0.1F, NAN, 0.5F, 0.4F,  //
      NAN, NAN, NAN, NAN,        //
      0.25F, 0.25F, 0.25F, 0.25F;
  const std::vector<Token> queries(3), keys(4);
  const auto base = std::make_shared<MatrixMaps>(std::vector<std::vector<Matrix>>{{map, map}}, queries, keys);
  const auto none = [](const Matrix& row) { return bool(row.array().isNaN().all()); };
  const Matrix top = TopMaps(base, 1).weights({0, 0});
  QVERIFY(top(0, 2) == 0.5F && top(0, 0) == 0 && std::isnan(top(0, 1)) && none(top.row(1)));
  QVERIFY(top(2, 0) == 0.25F && top(2, 1) == 0);
  const Matrix most = RowMaximumMaps(base).weights({0, 0});
  QVERIFY(most(0, 2) == 1 && std::isnan(most(0, 1)) && none(most.row(1)) && most(2, 3) == 1);
  QVERIFY(none(RowSumMaps(base).weights({0, 0}).row(0)));
  QVERIFY(std::isnan(ThresholdMaps(base, 0.2F).weights({0, 0})(0, 1)));
  for (const RemovedMass leftOut : {RemovedMass::Missing, RemovedMass::Renormalised}) {
    const Matrix some = SubsetMaps(base, {0, 1, 2}, {1, 2}, leftOut).weights({0, 0});
    QVERIFY(std::isnan(some(0, 0)) && none(some.row(1)) &&
            some(2, 0) == (leftOut == RemovedMass::Missing ? 0.25F : 0.5F));
  }
  for (const Combine combine : {Combine::Mean, Combine::Max}) {
    const Matrix both = CombinedMaps(base, {{0, 0}, {0, 1}}, combine).weights({0, 0});
    QVERIFY(std::isnan(both(0, 1)) && none(both.row(1)) && both(0, 2) == 0.5F);
  }
}

HEADLIGHT_TEST(TestLenses)
#include "test_lenses.moc"
