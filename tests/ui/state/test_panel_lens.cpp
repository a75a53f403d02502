#include <QTest>
#include <cmath>

#include "core/attention/matrix_maps.h"
#include "tests/support/suite.h"
#include "ui/reading/linked_selection.h"
#include "ui/state/panel_lens.h"

using namespace headlight;

namespace {

using Kind = PanelLens::Kind;

PanelLens lensOf(Kind kind) {
  PanelLens lens;
  lens.kind = kind;
  return lens;
}

/// "<s>| trans|form|ers| see|.|<e>" as a tokenizer leaves it.
std::vector<Token> madeTokens() {
  const std::vector<const char*> texts = {"<s>", " trans", "form", "ers", " see", ".", "<e>"};
  std::vector<Token> tokens;
  std::int64_t place = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Token token;
    token.id = static_cast<std::int64_t>(i);
    token.text = token.display = texts[i];
    token.special = i == 0 || i + 1 == texts.size();
    if (!token.special) {
      const auto length = static_cast<std::int64_t>(token.text.size());
      token.range = {place + (token.text[0] == ' ' ? 1 : 0), place + length};
      place += length;
      token.word = i < 4 ? 0 : i < 5 ? 1 : 2;
    }
    tokens.push_back(token);
  }
  return tokens;
}

/// 2 × 3 causal heads with a window of 4 keys and rows that sum to 1.
std::shared_ptr<const AttentionMaps> madeMaps() {
  const std::vector<Token> tokens = madeTokens();
  const auto n = static_cast<Index>(tokens.size());
  std::vector<std::vector<Matrix>> maps(2);
  for (int layer = 0; layer < 2; ++layer)
    for (int head = 0; head < 3; ++head) {
      Matrix map = Matrix::Zero(n, n);
      for (Index q = 0; q < n; ++q) {
        for (Index k = std::max<Index>(0, q - 3); k <= q; ++k)
          map(q, k) = 1.5F + static_cast<float>(std::sin(static_cast<double>(3 * q + 5 * k + 7 * head + 11 * layer)));
        map.row(q) /= map.row(q).sum();
      }
      maps[static_cast<std::size_t>(layer)].push_back(map);
    }
  return std::make_shared<MatrixMaps>(std::move(maps), tokens, tokens);
}

AttentionContext madeContext() {
  AttentionContext context;
  context.sinkColumns = {0};
  Visibility visibility;
  visibility.causal = true;
  visibility.before = 3;
  context.visibility.assign(2, visibility);
  return context;
}

LensResult seenThrough(const std::vector<PanelLens>& lenses) {
  return applyLenses(madeMaps(), madeContext(), lenses);
}

constexpr HeadId kHead{1, 2};

void compareNear(double found, double expected) {
  QVERIFY2(std::abs(found - expected) < 1e-6, qPrintable(QString("%1, expected %2").arg(found).arg(expected)));
}

std::vector<std::string> namesOf(const std::vector<Token>& tokens) {
  std::vector<std::string> names;
  for (const Token& token : tokens) names.push_back(token.display);
  return names;
}

}  // namespace

class TestPanelLens : public QObject {
  Q_OBJECT
 private slots:
  void withoutLensesNothingChanges() {
    const LensResult seen = seenThrough({});
    QVERIFY(seen.maps->weights(kHead) == madeMaps()->weights(kHead));
    QVERIFY(seen.context.lenses.isEmpty());
    QCOMPARE(seen.tokens.toRun(6), std::optional<Index>(6));
    QVERIFY(!seen.tokens.toRun(7));
  }

  void wordsKeepRowsAndSinks() {
    const LensResult seen = seenThrough({lensOf(Kind::Words)});
    QCOMPARE(namesOf(seen.maps->keyTokens()), (std::vector<std::string>{"<s>", " transformers", " see", ".", "<e>"}));
    const Matrix words = seen.maps->weights(kHead), pieces = madeMaps()->weights(kHead);
    for (Index row = 0; row < words.rows(); ++row) compareNear(words.row(row).sum(), 1);
    compareNear(words(2, 1), pieces.row(4).segment(1, 3).sum());
    compareNear(words(1, 1), pieces.block(1, 1, 3, 3).sum() / 3);
    QCOMPARE(seen.context.sinkColumns, std::vector<Index>{0});
    QVERIFY(!seen.context.isVisible(1, 1, 2, 5));
    QVERIFY(seen.context.isVisible(1, 4, 0, 5));  // A window in tokens says nothing of words.
    QCOMPARE(seen.tokens.toShown(3), std::optional<Index>(1));
    QCOMPARE(seen.tokens.toRun(2), std::optional<Index>(4));
  }

  void aWordWithASinkIsOne() {
    AttentionContext context = madeContext();
    context.sinkColumns = {1};
    QCOMPARE(applyLenses(madeMaps(), context, {lensOf(Kind::Words)}).context.sinkColumns, std::vector<Index>{1});
    QVERIFY(applyLenses(madeMaps(), context, {lensOf(Kind::Sentences)}).context.sinkColumns.empty());
  }

  void withoutSinkRowsSumToOneAgain() {
    const LensResult seen = seenThrough({lensOf(Kind::WithoutSink)});
    QCOMPARE(seen.maps->keys(), Index(6));
    const Matrix rest = seen.maps->weights(kHead), whole = madeMaps()->weights(kHead);
    for (Index row = 0; row < 6; ++row) {
      compareNear(rest.row(row).sum(), 1);
      for (Index key = 0; key < 6; ++key)
        compareNear(rest(row, key), whole(row + 1, key + 1) / (1 - whole(row + 1, 0)));
    }
    QVERIFY(seen.context.sinkColumns.empty());
    // A window keeps its width where neighbours stay neighbours.
    QVERIFY(seen.context.isVisible(1, 5, 2, 6) && !seen.context.isVisible(1, 5, 1, 6));
    QVERIFY(!seen.tokens.toShown(0));
    QCOMPARE(seen.tokens.toShown(1), std::optional<Index>(0));
  }

  void specialTokensGoWithTheirMassOrWithout() {
    PanelLens lens = lensOf(Kind::WithoutSpecials);
    LensResult seen = seenThrough({lens});
    QCOMPARE(seen.maps->queries(), Index(5));
    compareNear(seen.maps->weights(kHead).row(4).sum(), 1);
    lens.renormalise = false;
    seen = seenThrough({lens});
    compareNear(seen.maps->weights(kHead).row(4).sum(), madeMaps()->weights(kHead).row(5).segment(1, 5).sum());
    QVERIFY(seen.context.lenses.contains("not renormalised"));
  }

  void thresholdTopAndRowMaximum() {
    const Matrix whole = madeMaps()->weights(kHead);
    PanelLens lens = lensOf(Kind::Threshold);
    lens.threshold = 0.2;
    Matrix seen = seenThrough({lens}).maps->weights(kHead);
    for (Index i = 0; i < whole.size(); ++i) QCOMPARE(seen.data()[i], whole.data()[i] < 0.2F ? 0.0F : whole.data()[i]);
    lens = lensOf(Kind::Top);
    lens.count = 2;
    seen = seenThrough({lens}).maps->weights(kHead);
    QCOMPARE((seen.row(6).array() > 0).count(), Index(2));
    compareNear(seen.row(6).maxCoeff(), whole.row(6).maxCoeff());
    const LensResult maximum = seenThrough({lensOf(Kind::RowMaximum)});
    for (Index row = 0; row < 7; ++row) compareNear(maximum.maps->weights(kHead).row(row).maxCoeff(), 1);
    QVERIFY(maximum.context.sinkColumns.empty());
    QVERIFY(maximum.context.lenses.contains("row maximum"));
  }

  void transposedHidesWhatCannotBeSeen() {
    const LensResult seen = seenThrough({lensOf(Kind::Transposed)});
    QVERIFY(seen.maps->weights(kHead) == madeMaps()->weights(kHead).transpose());
    QVERIFY(seen.context.sinkColumns.empty());
    const AttentionContext before = madeContext();
    for (Index i = 0; i < 7; ++i)
      for (Index j = 0; j < 7; ++j) QCOMPARE(seen.context.isVisible(0, i, j, 7), before.isVisible(0, j, i, 7));
  }

  void allHeadsOfTheLayerAsOne() {
    const LensResult mean = seenThrough({lensOf(Kind::MeanOfHeads)});
    QVERIFY(mean.headsCombined);
    const auto maps = madeMaps();
    const Matrix expected =
        (maps->weights(HeadId{1, 0}) + maps->weights(HeadId{1, 1}) + maps->weights(HeadId{1, 2})) / 3.0F;
    QVERIFY((mean.maps->weights(kHead) - expected).cwiseAbs().maxCoeff() < 1e-6F);
    const LensResult largest = seenThrough({lensOf(Kind::MaxOfHeads)});
    compareNear(largest.maps->weights(HeadId{0, 1})(6, 3),
                std::max({maps->weights(HeadId{0, 0})(6, 3), maps->weights(HeadId{0, 1})(6, 3),
                          maps->weights(HeadId{0, 2})(6, 3)}));
    QCOMPARE(largest.context.heads, QString("maximum of all heads"));
  }

  void lensesStackInTheirOrder() {
    PanelLens top = lensOf(Kind::Top);
    top.count = 1;
    const Matrix a = seenThrough({lensOf(Kind::Words), top}).maps->weights(kHead);
    for (Index row = 0; row < a.rows(); ++row) QCOMPARE((a.row(row).array() > 0).count(), Index(1));
    const LensResult b = seenThrough({lensOf(Kind::WithoutSink), lensOf(Kind::Words), lensOf(Kind::Transposed)});
    QCOMPARE(namesOf(b.maps->queryTokens()), (std::vector<std::string>{" transformers", " see", ".", "<e>"}));
    QCOMPARE(b.tokens.toRun(1), std::optional<Index>(4));
    QCOMPARE(b.tokens.toShown(2), std::optional<Index>(0));
    QCOMPARE(b.context.lenses, QString("without sink, words, transposed"));
  }

  void everyPairOfLensesLeavesMapsThatCanBeRead() {
    for (int i = 0; i < PanelLens::kKinds; ++i)
      for (int j = 0; j < PanelLens::kKinds; ++j) {
        const std::vector<PanelLens> lenses = {lensOf(static_cast<Kind>(i)), lensOf(static_cast<Kind>(j))};
        const LensResult seen = seenThrough(lenses);
        const Matrix weights = seen.maps->weights(kHead);
        QCOMPARE(weights.rows(), static_cast<Index>(seen.tokens.first.size()));
        QCOMPARE(weights.cols(), weights.rows());
        QVERIFY(weights.allFinite() && weights.minCoeff() >= 0);
        // What cannot be seen has no weight.
        for (Index q = 0; q < weights.rows(); ++q)
          for (Index k = 0; k < weights.cols(); ++k)
            if (!seen.context.isVisible(1, q, k, weights.cols())) QCOMPARE(weights(q, k), 0.0F);
        for (std::size_t token = 0; token < seen.tokens.first.size(); ++token)
          QCOMPARE(seen.tokens.toShown(seen.tokens.first[token]), std::optional(static_cast<Index>(token)));
      }
  }

  void nothingLeftIsNoError() {
    std::vector<Token> tokens(1);
    tokens[0].special = true;
    const auto maps =
        std::make_shared<MatrixMaps>(std::vector<std::vector<Matrix>>{{Matrix::Ones(1, 1)}}, tokens, tokens);
    std::vector<PanelLens> lenses = {lensOf(Kind::WithoutSpecials)};
    for (int i = 0; i < PanelLens::kKinds; ++i) lenses.push_back(lensOf(static_cast<Kind>(i)));
    QCOMPARE(applyLenses(maps, {}, lenses).maps->queries(), Index(0));
  }

  void selectionsAreLinkedThroughLenses() {
    Selection shared;
    LinkedSelection words(&shared), rest(&shared);
    words.setLink(seenThrough({lensOf(Kind::Words)}).tokens);
    rest.setLink(seenThrough({lensOf(Kind::WithoutSink)}).tokens);
    shared.setToken(3);
    QCOMPARE(words.token(), std::optional<Index>(1));
    QCOMPARE(rest.token(), std::optional<Index>(2));
    words.setToken(2);
    QCOMPARE(shared.token(), std::optional<Index>(4));
    QCOMPARE(rest.token(), std::optional<Index>(3));
    shared.setToken(0);
    QVERIFY(!rest.token());
    QCOMPARE(shared.token(), std::optional<Index>(0));
    words.setCell(Cell{2, 1});
    QVERIFY(shared.cell() == (Cell{4, 1}));
    QVERIFY(rest.cell() == (Cell{3, 0}));
    words.setCell({});
    QVERIFY(!shared.cell() && !rest.cell());
    rest.setHoveredToken(0);
    QCOMPARE(words.hoveredToken(), std::optional<Index>(1));
  }
};

HEADLIGHT_TEST(TestPanelLens)
#include "test_panel_lens.moc"
