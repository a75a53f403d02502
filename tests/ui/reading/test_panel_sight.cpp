#include <QTest>
#include <cmath>

#include "core/attention/lenses/combined_maps.h"
#include "core/attention/lenses/row_lenses.h"
#include "core/model/model_locations.h"
#include "tests/support/fake_engine.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"
#include "ui/figures/cell_words.h"
#include "ui/figures/links/links_figure.h"
#include "ui/panels/export/workspace_figure.h"
#include "ui/panels/panel_pictures.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/reading/panel_sight.h"
#include "ui/reading/readings.h"

using namespace headlight;
using headlight::test::FakeEngine;
using headlight::test::makeTokens;
using headlight::test::randomMaps;

namespace {

constexpr RunId kTextB{0, 1}, kModelB{1, 0};

/// Models "small" and "large" over "the cat sat on it" and the same with a word put in.
RunResults fakeResults(const std::string& other = "the black cat sat on it") {
  static FakeEngine fake;
  const Engine engine = fake.engine();
  const auto small = std::make_shared<const Source>(engine.open("/m/small", {}));
  const auto large = std::make_shared<const Source>(engine.open("/m/large", {}));
  RunResults results;
  for (std::size_t i = 0; i < kRuns; ++i) {
    const RunRequest request{runAt(i).model ? large : small, {TextInput{runAt(i).text ? other : "the cat sat on it"}}};
    results.all[i] = std::make_shared<const RunResult>(readingOf(engine, request, {}, {}));
  }
  return results;
}

Matrix weightsOf(const RunResults& results, RunId run, HeadId head) { return results[run]->maps->weights(head); }

/// The result of tokens of another tokenizer: random weights.
std::shared_ptr<const RunResult> madeResult(const std::vector<std::string>& tokens, const std::string& text,
                                            unsigned seed) {
  auto result = std::make_shared<RunResult>();
  result->maps = randomMaps(2, 2, makeTokens(tokens), true, seed);
  result->request = {std::make_shared<const Source>(), {TextInput{text}}};
  return result;
}

void compareExactly(const Matrix& found, const Matrix& expected) {
  QCOMPARE(found.rows(), expected.rows());
  QCOMPARE(found.cols(), expected.cols());
  for (Index i = 0; i < found.size(); ++i) {
    const float a = found.data()[i], b = expected.data()[i];
    QVERIFY(a == b || (std::isnan(a) && std::isnan(b)));
  }
}

}  // namespace

class TestPanelSight : public QObject {
  Q_OBJECT
 private slots:
  void aPanelShowsItsSource() {
    const RunResults results = fakeResults();
    PanelState panel;
    for (std::size_t i = 0; i < kRuns; ++i) {
      panel.source = runAt(i);
      compareExactly(resolvePanel(panel, results).maps->weights(HeadId{1, 2}), weightsOf(results, runAt(i), {1, 2}));
    }
    // A model of other sizes shows its nearest head.
    panel.pinned = HeadId{11, 11};
    panel.source = {};
    QVERIFY(shownHead(panel, {}, resolvePanel(panel, results).maps.get()) == (HeadId{3, 7}));
  }

  void withoutItsReadingThereIsNothing() {
    RunResults results = fakeResults();
    results.all[indexOf(kTextB)] = nullptr;
    PanelState panel;
    panel.minus = PanelMinus{kTextB, {}};
    QVERIFY(!resolvePanel(panel, results).maps);
    panel.minus.reset();
    QVERIFY(resolvePanel(panel, results).maps);
  }

  void twoHeadsDifferCellForCell() {
    const RunResults results = fakeResults();
    PanelState panel;
    panel.minus = PanelMinus{{}, HeadId{2, 5}};
    const LensResult seen = resolvePanel(panel, results);
    for (const HeadId head : {HeadId{0, 0}, HeadId{3, 7}, HeadId{2, 5}})
      compareExactly(seen.maps->weights(head), weightsOf(results, {}, head) - weightsOf(results, {}, {2, 5}));
    QVERIFY(seen.context.difference);
    QCOMPARE(sideNames(seen.context, {0, 0}).second, QString("layer 2, head 5"));
    QVERIFY(seen.context.sinkColumns.empty());
    QVERIFY(!seen.context.isVisible(1, 1, 3, 6));
  }

  void anInsertedWordIsAGap() {
    const RunResults results = fakeResults();
    PanelState panel;
    panel.minus = PanelMinus{kTextB, {}};
    const LensResult seen = resolvePanel(panel, results);
    // <s> the [black] cat sat on it: "black" has place 2, which A does not have.
    QCOMPARE(seen.maps->queries(), Index(7));
    QCOMPARE(seen.maps->keyTokens()[2].display, std::string(" black"));
    const Matrix a = weightsOf(results, {}, {1, 2}), b = weightsOf(results, kTextB, {1, 2});
    const Matrix found = seen.maps->weights(HeadId{1, 2});
    const auto placeInA = [](Index place) { return place < 2 ? place : place - 1; };
    for (Index q = 0; q < 7; ++q)
      for (Index k = 0; k < 7; ++k) {
        if (q == 2 || k == 2)
          QVERIFY(std::isnan(found(q, k)));
        else
          QCOMPARE(found(q, k), a(placeInA(q), placeInA(k)) - b(q, k));
      }
    QCOMPARE(seen.tokens.toShown(2), std::optional<Index>(3));
    QVERIFY(!seen.tokens.toRun(2));
    QCOMPARE(seen.context.text, QString("the cat sat on it” − “the black cat sat on it"));
  }

  void aDeletedWordIsAGapToo() {
    const RunResults results = fakeResults("the sat on it");
    PanelState panel;
    panel.minus = PanelMinus{kTextB, {}};
    const LensResult seen = resolvePanel(panel, results);
    QCOMPARE(seen.maps->queries(), Index(6));
    QCOMPARE(seen.maps->keyTokens()[2].display, std::string(" cat"));
    const Matrix found = seen.maps->weights(HeadId{0, 1});
    QVERIFY(found.row(2).array().isNaN().all() && found.col(2).array().isNaN().all());
    QCOMPARE(found(4, 3), weightsOf(results, {}, {0, 1})(4, 3) - weightsOf(results, kTextB, {0, 1})(3, 2));
  }

  void tokensOfTheOtherTextAreLinked() {
    const RunResults results = fakeResults();
    PanelState panel;
    panel.source = kTextB;
    const LensResult seen = resolvePanel(panel, results);
    QCOMPARE(seen.tokens.toShown(2), std::optional<Index>(3));  // "cat" stands one place later.
    QCOMPARE(seen.tokens.toRun(3), std::optional<Index>(2));
    QVERIFY(!seen.tokens.toRun(2));
  }

  void otherTokensOverTheSameTextMeetInGroups() {
    RunResults results;
    results.all[0] = madeResult({"[x]", "trans", "form", "ers", " see"}, "transformers see", 1);
    results.all[indexOf(kModelB)] = madeResult({"[x]", "transform", "ers", " s", "ee"}, "transformers see", 2);
    QVERIFY(kinshipOf(*results[RunId{}], *results[kModelB]) == AlignmentBasis::SameText);
    PanelState panel;
    panel.minus = PanelMinus{kModelB, {}};
    const LensResult seen = resolvePanel(panel, results);
    // [x] transform ers see
    QCOMPARE(seen.maps->queries(), Index(4));
    const Matrix a = weightsOf(results, {}, {1, 1}), b = weightsOf(results, kModelB, {1, 1});
    const Matrix found = seen.maps->weights(HeadId{1, 1});
    // The weight to a group is the sum over its keys, from a group the mean over its queries.
    QVERIFY(std::abs(found(2, 1) - ((a(3, 1) + a(3, 2)) - b(2, 1))) < 1e-6F);
    QVERIFY(std::abs(found(3, 2) - (a(4, 3) - (b(3, 2) + b(4, 2)) / 2)) < 1e-6F);
    QVERIFY(std::abs(found(1, 1) - ((a(1, 1) + a(1, 2) + a(2, 1) + a(2, 2)) / 2 - b(1, 1))) < 1e-6F);
    QVERIFY(found.allFinite());
    // Rows of both sum to 1, so those of their difference sum to 0.
    for (Index row = 0; row < 4; ++row) QVERIFY(std::abs(found.row(row).sum()) < 1e-5F);
    QCOMPARE(seen.tokens.toShown(2), std::optional<Index>(1));
  }

  void otherTextsOfOtherTokenizersMeetInWords() {
    RunResults results;
    results.all[0] = madeResult({"[a]", "The", " cat", " sat"}, "The cat sat", 1);
    results.all[3] = madeResult({"the", " big", " ca", "t", " sat"}, "the big cat sat", 2);
    results.all[3] = [&] {
      auto changed = std::make_shared<RunResult>(*results.all[3]);
      std::vector<Token> tokens = changed->maps->queryTokens();
      tokens[3].word = tokens[2].word;
      changed->maps = randomMaps(2, 2, tokens, true, 3);
      return changed;
    }();
    const SideBySide sides = alignSides(results.all[0]->maps->queryTokens(), results.all[3]->maps->queryTokens(),
                                       kinshipOf(*results.all[0], *results.all[3]));
    std::vector<std::string> places;
    for (const AlignedPair& pair : sides.pairs)
      places.push_back((pair.a ? sides.a[static_cast<std::size_t>(*pair.a)].token.display : std::string("-")) + "/" +
                       (pair.b ? sides.b[static_cast<std::size_t>(*pair.b)].token.display : std::string("-")));
    QCOMPARE(places, (std::vector<std::string>{"[a]/-", "The/the", "-/ big", " cat/ cat", " sat/ sat"}));
  }

  /// A head that the other model lacks is compared with none, not with the nearest.
  void whatOnlyOneModelHasIsComparedWithNothing() {
    const RunResults results = fakeResults();
    PanelState panel;
    panel.source = kModelB;
    panel.minus = PanelMinus{{}, {}};
    const LensResult seen = resolvePanel(panel, results);
    compareExactly(seen.maps->weights(HeadId{3, 7}),
                   weightsOf(results, kModelB, {3, 7}) - weightsOf(results, {}, {3, 7}));
    for (const HeadId lacking : {HeadId{11, 9}, HeadId{3, 8}, HeadId{4, 7}})
      QVERIFY(seen.maps->weights(lacking).array().isNaN().all());
    panel.minus->head = HeadId{2, 5};
    compareExactly(resolvePanel(panel, results).maps->weights(HeadId{11, 9}),
                   weightsOf(results, kModelB, {11, 9}) - weightsOf(results, {}, {2, 5}));
    panel.minus->head.reset();
    panel.use = HeadCombination::Mean;
    panel.heads = {{0, 1}, {11, 9}};
    QVERIFY(resolvePanel(panel, results).maps->weights(HeadId{0, 1}).array().isNaN().all());
    panel.heads = {{0, 1}, {3, 7}};
    QVERIFY(!resolvePanel(panel, results).maps->weights(HeadId{0, 1}).array().isNaN().any());
  }

  void chosenHeadsAsOne() {
    const RunResults results = fakeResults();
    PanelState panel;
    panel.heads = {{0, 1}, {2, 3}, {3, 3}};
    panel.use = HeadCombination::Mean;
    const Matrix a = weightsOf(results, {}, {0, 1}), b = weightsOf(results, {}, {2, 3}),
                 c = weightsOf(results, {}, {3, 3});
    LensResult seen = resolvePanel(panel, results);
    QVERIFY(seen.headsCombined);
    QVERIFY((seen.maps->weights(HeadId{0, 1}) - (a + b + c) / 3).cwiseAbs().maxCoeff() < 1e-6F);
    panel.use = HeadCombination::Max;
    seen = resolvePanel(panel, results);
    compareExactly(seen.maps->weights(HeadId{3, 3}), a.cwiseMax(b).cwiseMax(c));
    QCOMPARE(seen.context.heads, QString("maximum of 3 heads"));
    panel.use = HeadCombination::Overlay;
    panel.kind = PanelKind::Links;
    seen = resolvePanel(panel, results);
    compareExactly(seen.maps->weights(HeadId{2, 3}), b);
    LinksFigure links;
    links.setMaps(seen.maps, seen.context);
    showPanel(links, panel, seen, {3, 3}, {}, FigureStyle());
    QVERIFY(links.heads() == panel.heads);
  }

  void lensesLieOnBothSides() {
    const RunResults results = fakeResults();
    PanelState panel;
    panel.minus = PanelMinus{kTextB, {}};
    panel.lenses.resize(1);
    panel.lenses[0].kind = PanelLens::Kind::WithoutSink;
    const Matrix found = resolvePanel(panel, results).maps->weights(HeadId{1, 0});
    const Matrix a = weightsOf(results, {}, {1, 0}), b = weightsOf(results, kTextB, {1, 0});
    QCOMPARE(found.rows(), Index(6));
    // Without <s>: the [black] cat …; both sides are shares of what is left.
    QVERIFY(std::abs(found(3, 2) - (a(3, 2) / (1 - a(3, 0)) - b(4, 3) / (1 - b(4, 0)))) < 1e-6F);
  }

  void spansFollowTheirWordsIntoTheOtherText() {
    const RunResults results = fakeResults();
    PanelState panel;
    panel.lenses.resize(1);
    panel.lenses[0].kind = PanelLens::Kind::Spans;
    panel.lenses[0].spans = {{2, 4}};  // " cat sat"
    LensResult seen = resolvePanel(panel, results);
    QCOMPARE(seen.maps->queries(), Index(5));
    QCOMPARE(seen.maps->keyTokens()[2].display, std::string(" cat sat"));
    const Matrix a = weightsOf(results, {}, {0, 0});
    QVERIFY(std::abs(seen.maps->weights(HeadId{0, 0})(4, 2) - (a(5, 2) + a(5, 3))) < 1e-6F);
    panel.source = kTextB;
    seen = resolvePanel(panel, results);
    QCOMPARE(seen.maps->queries(), Index(6));
    QCOMPARE(seen.maps->keyTokens()[3].display, std::string(" cat sat"));
  }

  void otherMethodsAreSeenAsTheWeightsAre() {
    const Engine engine = coreEngine();
    const auto gpt = std::make_shared<const Source>(engine.open(findModel("gpt"), {}));
    RunRequest request{gpt, {TextInput{"The old man of the sea saw the old man"}}};
    const auto weights = std::make_shared<const RunResult>(readingOf(engine, request, {}, {}));
    RunResults results;
    results.all[0] = weights;
    PanelState panel;
    panel.pinned = HeadId{2, 1};
    panel.method = Method::Norm;
    // Not known yet.
    QVERIFY(lacksReading(panel, results));
    QVERIFY(!resolvePanel(panel, results).maps);

    request.methods = {Method::Norm, Method::Contributions};
    results.all[0] = std::make_shared<const RunResult>(readingOf(engine, request, {{}, weights}, {}));
    QCOMPARE(results.all[0]->trace, weights->trace);  // Nothing was read again.
    const auto norms = RowSumMaps(attentionBy(Method::Norm, gpt->model, weights->trace)).weights(HeadId{2, 1});
    LensResult seen = resolvePanel(panel, results);
    compareExactly(seen.maps->weights(HeadId{2, 1}), norms);
    QCOMPARE(seen.context.lenses, QString("value-weighted norm"));
    QVERIFY(!seen.headsCombined);
    for (Index q = 0; q < norms.rows(); ++q) QVERIFY(std::abs(norms.row(q).sum() - 1) < 1e-5F);
    // Lenses lie on top, and a head less another one is by the same method.
    PanelLens top;
    top.kind = PanelLens::Kind::Top;
    top.count = 1;
    panel.lenses = {top};
    seen = resolvePanel(panel, results);
    QCOMPARE(seen.context.lenses, QString("value-weighted norm, top 1"));
    QVERIFY((seen.maps->weights(HeadId{2, 1}).array() > 0).count() <= norms.rows());
    panel.lenses.clear();
    panel.minus = PanelMinus{{}, HeadId{1, 3}};
    const auto other = RowSumMaps(attentionBy(Method::Norm, gpt->model, weights->trace)).weights(HeadId{1, 3});
    compareExactly(resolvePanel(panel, results).maps->weights(HeadId{2, 1}), norms - other);

    PanelState whole;
    whole.method = Method::Contributions;
    whole.heads = {{1, 0}, {1, 1}};
    whole.use = HeadCombination::Mean;  // Means nothing to a map of a whole layer.
    seen = resolvePanel(whole, results);
    QVERIFY(seen.headsCombined);
    QCOMPARE(seen.context.heads, QString("all heads"));
    compareExactly(seen.maps->weights(HeadId{1, 0}),
                   attentionBy(Method::Contributions, gpt->model, weights->trace)->weights(HeadId{1, 0}));
    // What is not asked for any more is given up.
    request.methods = {Method::Contributions};
    const RunResult fewer = readingOf(engine, request, {{}, results.all[0]}, {});
    QCOMPARE(fewer.methods.size(), std::size_t(1));
    QCOMPARE(fewer.methods.begin()->second.maps, results.all[0]->methods.at(Method::Contributions).maps);
  }

  void aMethodWithoutAnAnswerSaysWhy() {
    FakeEngine fake;
    const Engine engine = fake.engine();
    const auto small = std::make_shared<const Source>(engine.open("/m/small", {}));
    RunRequest request{small, {TextInput{"the cat sat"}}};
    request.methods = {Method::Rollout};
    const RunResult result = readingOf(engine, request, {}, {});
    QVERIFY(!result.methods.at(Method::Rollout).maps);
    QVERIFY(!result.methods.at(Method::Rollout).why.empty());
    const int runs = fake.runsStarted;
    request.methods = {Method::Norm};
    readingOf(engine, request, {{}, std::make_shared<const RunResult>(result)}, {});
    QCOMPARE(fake.runsStarted.load(), runs);
    // Each reading is asked for what the panels that show it want.
    WorkspaceState state;
    state.text = "the cat sat";
    state.otherText = TextInput{"the dog sat", {}};
    state.panels.resize(3);
    state.panels[0].method = Method::Rollout;
    state.panels[1].source = kTextB;
    state.panels[1].method = Method::Norm;
    state.panels[1].minus = PanelMinus{{}, {}};
    const WantedReadings wanted = wantedReadings(state, {small, nullptr});
    QCOMPARE(wanted[0]->methods, (std::vector<Method>{Method::Norm, Method::Rollout}));
    QCOMPARE(wanted[indexOf(kTextB)]->methods, (std::vector<Method>{Method::Norm}));
  }

  void panelsShowTheSameTokensOrNot() {
    PanelState a, b;
    b.pinned = HeadId{2, 2};
    b.lenses.resize(1);
    b.lenses[0].kind = PanelLens::Kind::Top;
    QVERIFY(showSameTokens(a, b));
    b.lenses[0].kind = PanelLens::Kind::Words;
    QVERIFY(!showSameTokens(a, b));
    b = a;
    b.minus = PanelMinus{{}, HeadId{1, 1}};
    QVERIFY(showSameTokens(a, b));
    b.minus->source = kTextB;
    QVERIFY(!showSameTokens(a, b));
  }

  void whatIsOnPaperIsWhatWasComputed() {
    const RunResults results = fakeResults();
    PanelState panel;
    panel.pinned = HeadId{1, 2};
    panel.minus = PanelMinus{kTextB, {}};
    const auto figure = panelFigure(panel, results, {}, {}, FigureStyle());
    QCOMPARE(figure->title(), QString("Layer 1, head 2: text A − text B"));
    compareExactly(figure->maps()->weights(HeadId{1, 2}), resolvePanel(panel, results).maps->weights(HeadId{1, 2}));
  }
};

HEADLIGHT_TEST(TestPanelSight)
#include "test_panel_sight.moc"
