// How much is computed, read and kept for an answer, whatever the clock says.

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <functional>
#include <map>

#include "core/analysis/effect.h"
#include "core/analysis/head_ranking.h"
#include "core/analysis/head_table.h"
#include "core/analysis/logit_lens.h"
#include "core/analysis/metrics.h"
#include "core/analysis/norm_maps.h"
#include "core/analysis/rollout.h"
#include "core/analysis/similarity.h"
#include "core/attention/lenses/combined_maps.h"
#include "core/attention/lenses/grouped_maps.h"
#include "core/attention/lenses/row_lenses.h"
#include "core/attention/lenses/subset_maps.h"
#include "core/attention/row_bands.h"
#include "core/base/error.h"
#include "core/io/attention_export.h"
#include "core/model/predictions.h"
#include "core/reading/draws.h"
#include "tests/bench/process_memory.h"
#include "tests/support/counted_maps.h"
#include "tests/support/guarded_rows.h"
#include "tests/support/made_maps.h"
#include "tests/support/reference.h"
#include "tests/support/rule_maps.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;

namespace {

constexpr Index kLength = 1000;

std::shared_ptr<const CountedMaps> counted(Index tokens = kLength, int layers = 1, int heads = 2) {
  return std::make_shared<CountedMaps>(std::make_shared<RuleMaps>(tokens, layers, heads, scattered));
}

/// How often `cells` are read where bands of rows are.
Index bandsOf(Index cells) { return (cells + kBandCells - 1) / kBandCells; }

/// A progress that stops at the `calls`th report.
Progress stopAt(int calls, int& made) {
  return Progress([calls, &made](double, std::string_view) { return ++made < calls; });
}

Encoding numbered(Index count) {
  Encoding encoding;
  for (Index i = 0; i < count; ++i) {
    Token token;
    token.id = 3 + i * 5 % 40;
    token.display = token.text = "w";
    encoding.tokens.push_back(token);
  }
  return encoding;
}

}  // namespace

class TestWork : public QObject {
  Q_OBJECT

 private slots:
  void bandsHaveOneSize() {
    QCOMPARE(bandRows(10, 5), Index{10});
    QCOMPARE(bandRows(1000, 1000), kBandCells / 1000);
    QCOMPARE(bandRows(1 << 20, 1 << 17), kBandRows);                   // Wide rows, but not few.
    QCOMPARE(bandRows(1 << 20, 1 << 20), kMostBandCells / (1 << 20));  // Nor without end.
    QCOMPARE(bandRows(1 << 20, Index{1} << 30), Index{1});
    QCOMPARE(bandRows(0, 0), Index{1});
    QCOMPARE(bandRows(1000, 1000, 12), Index{1000});
    QCOMPARE(bandRows(5000, 5000, 12), kMostBandCells / 60'000);
  }

  /// A lens that was made row by row asked for 1,000 products of one row each in place of some of many.
  void lensesReadBands_data() {
    QTest::addColumn<QString>("lens");
    for (const char* lens : {"top", "row maximum", "row sum", "groups", "subset", "aligned"})
      QTest::newRow(lens) << lens;
  }
  void lensesReadBands() {
    QFETCH(QString, lens);
    const auto base = counted();
    std::vector<Index> all, most;
    std::vector<std::pair<Index, Index>> pairs;
    AlignedMaps::Axis axis;
    for (Index i = 0; i < kLength; ++i) {
      all.push_back(i);
      if (i > 0) most.push_back(i);
      if (i % 2 == 0) pairs.emplace_back(i, i + 2);
      if (i == 500) axis.emplace_back();
      axis.emplace_back(i);
    }
    const auto groups = spanGroups(base->queryTokens(), pairs);
    const std::map<QString, std::shared_ptr<const AttentionMaps>> lenses = {
        {"top", std::make_shared<TopMaps>(base, 5)},
        {"row maximum", std::make_shared<RowMaximumMaps>(base)},
        {"row sum", std::make_shared<RowSumMaps>(base)},
        {"groups", std::make_shared<GroupedMaps>(base, groups, groups)},
        {"subset", std::make_shared<SubsetMaps>(base, all, most, RemovedMass::Renormalised)},
        {"aligned", std::make_shared<AlignedMaps>(base, axis, axis)}};
    const Matrix whole = lenses.at(lens)->weights({0, 1});
    QVERIFY(whole.rows() >= kLength / 2);
    QCOMPARE(Index{base->cells}, kLength * kLength);
    QVERIFY2(base->calls <= bandsOf(kLength * kLength) + 2, qPrintable(QString::number(base->calls)));
  }

  void tablesReadBands_data() {
    QTest::addColumn<QString>("format");
    QTest::newRow("JSON") << "json";
    QTest::newRow("CSV") << "csv";
    QTest::newRow("safetensors") << "safetensors";
  }
  void tablesReadBands() {
    QFETCH(QString, format);
    QTemporaryDir folder;
    const auto base = counted(kLength, 1, 1);
    auto trace = std::make_shared<Trace>();
    trace->encoding.tokens = base->queryTokens();
    ExportChoice choice;
    choice.attention = {{AttentionType::Self, base}};
    int reports = 0;
    exportAttention(folder.filePath("attention").toStdString(), trace, choice, format.toStdString(),
                    Progress([&](double, std::string_view) { return ++reports > 0; }));
    QCOMPARE(Index{base->cells}, kLength * kLength);
    QVERIFY2(base->calls <= bandsOf(kLength * kLength) + 1, qPrintable(QString::number(base->calls)));
    QVERIFY(format == "safetensors" || reports >= base->calls);  // A table can be stopped within a head.
  }

  void comparisonsReadBands() {
    const auto a = counted(), b = counted();
    compareHeads(*a, {0, 0}, *b, {0, 1});
    for (const auto& side : {a, b}) {
      QCOMPARE(Index{side->cells}, kLength * kLength);
      QVERIFY(side->calls <= bandsOf(kLength * kLength) + 1);
    }
    const auto heads = counted(300, 2, 2);
    headDivergences(*heads);
    QVERIFY(heads->calls < 300);
    QCOMPARE(Index{heads->cells}, Index{4 * 300 * 300});
  }

  /// Metrics and labels of a head are made of one reading of it.
  void tablesReadAHeadOnce() {
    const auto maps = counted(kLength, 1, 3);
    Visibility causal;
    causal.causal = true;
    QCOMPARE(computeHeadTable(*maps, {causal}).size(), std::size_t{3});
    QCOMPARE(Index{maps->cells}, 3 * kLength * kLength);
  }

  /// Work on one head of a long text stops within the head.
  void aHeadCanBeStopped_data() {
    QTest::addColumn<int>("which");
    QTest::newRow("comparison") << 0;
    QTest::newRow("ranking") << 1;
    QTest::newRow("likeness") << 2;
    QTest::newRow("rollout") << 3;
  }
  void aHeadCanBeStopped() {
    QFETCH(int, which);
    const auto maps = counted();
    int reports = 0;
    const Progress stop = stopAt(2, reports);
    const std::function<void()> works[] = {[&] { compareHeads(*maps, {0, 0}, *maps, {0, 1}, stop); },
                                           [&] { rankDifferences(*maps, *counted(), stop); },
                                           [&] { rankLikeness(*maps, {0, 0}, stop); }, [&] { rollout(*maps, stop); }};
    QVERIFY_THROWS_EXCEPTION(Cancelled, works[which]());
    // A comparison reads two heads, a ranking and a rollout more.
    QVERIFY2(maps->cells < 3 * kLength * kLength / 2, qPrintable(QString::number(maps->cells)));
  }

  /// Earlier occurrences of the same token are no list for each query.
  void oneTokenRepeatedTakesNoMore() {
    constexpr Index kMany = 6000;
    class Same final : public Lens {
     public:
      explicit Same(std::shared_ptr<const AttentionMaps> base) : Lens(std::move(base)) {
        m_tokens = this->base().queryTokens();
        for (Token& token : m_tokens) token.id = 7;
      }
      const std::vector<Token>& queryTokens() const override { return m_tokens; }
      const std::vector<Token>& keyTokens() const override { return m_tokens; }
      using AttentionMaps::weights;
      void weights(HeadId, const Rect&, MatrixOut out) const override { out.setConstant(1.0F / kMany); }

     private:
      std::vector<Token> m_tokens;
    };
    const Same maps(std::make_shared<RuleMaps>(kMany, 1, 1, scattered));
    bench::forgetPeak();
    const double before = bench::memory("VmHWM");
    if (before - bench::memory("VmRSS") > 16) QSKIP("the system does not let the most memory so far begin again");
    const HeadMetrics metrics = computeMetrics(maps, {0, 0});
    QVERIFY2(bench::memory("VmHWM") - before < 48, qPrintable(QString::number(bench::memory("VmHWM") - before)));
    // Query q has q earlier occurrences, from 1 on: the mean of q / N, and of what follows each as much.
    QVERIFY(std::abs(*metrics.duplicateToken - 0.5) < 1e-3);
    QVERIFY(std::abs(*metrics.induction - 0.5) < 1e-3);
  }

  void rolloutRefusesWhatNeedsTooMuch() {
    const int layers = 400;
    const Index most = mostRolloutTokens(layers);
    const RuleMaps maps(most + 1, layers, 1, scattered);
    try {
      rollout(maps);
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QCOMPARE(QString(error.what()), QString("rollout: expected at most %1 tokens of 400 layers (2.1 GB of memory), "
                                              "found %2").arg(most).arg(most + 1));
    }
    QCOMPARE(Index{maps.cellsRead}, Index{0});
    QVERIFY(mostRolloutTokens(12) > 5000);
  }

  /// In bands and up to the diagonal it is the product that the paper writes.
  void rolloutIsTheProduct_data() {
    QTest::addColumn<bool>("causal");
    QTest::newRow("causal") << true;
    QTest::newRow("both ways") << false;
  }
  void rolloutIsTheProduct() {
    QFETCH(bool, causal);
    const auto maps = randomMaps(3, 2, makeTokens(std::vector<std::string>(150, " a")), causal);
    const auto rolled = rollout(*maps);
    Eigen::MatrixXd expected;
    for (int layer = 0; layer < 3; ++layer) {
      const Eigen::MatrixXd mixing = mixingMatrix(*maps, layer);
      expected = layer == 0 ? mixing : Eigen::MatrixXd(mixing * expected);
      const Matrix found = rolled->weights({layer, 0});
      QVERIFY((found.cast<double>() - expected).cwiseAbs().maxCoeff() < 1e-7);
      QVERIFY((found.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-5F);
    }
  }

  /// Draws of a dropout keep no row that nobody looks at.
  void drawsMakeTheRowsAskedFor() {
    constexpr Index kRows = 50, kOutcomes = 40;
    Index made = 0;
    std::vector<Logits> draws;
    for (int draw = 0; draw < 4; ++draw)
      draws.emplace_back(kRows, kOutcomes, [&made, draw](Index first, Index count) -> Matrix {
        made += count;
        return Matrix::NullaryExpr(count, kOutcomes, [&](Index i, Index j) {
          return std::sin(static_cast<float>((first + i) * 7 + j * 3 + draw));
        });
      });
    const auto [mean, deviation] = meanAndDeviation(draws);
    QCOMPARE(made, Index{0});
    QCOMPARE(mean.rows(), kRows);
    const Logits::Row row = mean.row(17), spread = deviation.row(17);
    QCOMPARE(made, Index{8});
    double sum = 0, squares = 0;
    for (const Logits& draw : draws) {
      const double p = std::exp(logProbabilities(draw, 17)[5]);
      sum += p / 4;
      squares += p * p / 4;
    }
    QVERIFY(std::abs(std::exp(static_cast<double>(row[5])) - sum) < 1e-6);
    QVERIFY(std::abs(static_cast<double>(spread[5]) - std::sqrt((squares - sum * sum) * 4 / 3)) < 1e-6);
  }

  /// What a logit is made of at one place is read at that place: the queries before it may not even be looked at.
  void attributionReadsOneQuery() {
    const auto folder = reference::folderOf("llama-gqa");
    if (!folder) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const auto model = Model::open(*folder);
    const auto trace = model->run(numbered(600));
    const LogitAttribution whole = attributeLogit(*model, *trace, 599, 7);
    std::size_t guarded = 0;
    {
      std::vector<std::unique_ptr<GuardedRows>> guards;
      for (std::size_t layer = 0; layer + 1 < trace->layers.size(); ++layer) {
        const CachedRows& q = trace->layers[layer].q;
        guards.push_back(std::make_unique<GuardedRows>(Eigen::Map<const Matrix>(q.data(), 599, q.cols())));
        guarded += guards.back()->size();
      }
      const LogitAttribution again = attributeLogit(*model, *trace, 599, 7);
      QCOMPARE(again.logit, whole.logit);
    }
    QVERIFY(guarded > 0);
    QVERIFY(std::abs(whole.logit - static_cast<double>(trace->logits(599, 7))) < 1e-4);
  }

  void attributionCanBeStopped() {
    const auto folder = reference::folderOf("gpt2");
    if (!folder) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const auto model = Model::open(*folder);
    const auto trace = model->run(numbered(10));
    int reports = 0;
    QVERIFY_THROWS_EXCEPTION(Cancelled, attributeLogit(*model, *trace, 9, 7, {}, stopAt(2, reports)));
    QCOMPARE(reports, 2);
  }

  /// One layer again from a token on is the end of the whole layer.
  void aLayerAgainFromATokenOn_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("changed");
    for (const char* model : {"gpt2", "llama-gqa", "bert-mlm", "deberta-v2-mlm", "bloom", "mistral-window"})
      for (const bool changed : {false, true}) QTest::addRow("%s %d", model, changed) << QString(model) << changed;
  }
  void aLayerAgainFromATokenOn() {
    QFETCH(QString, model);
    QFETCH(bool, changed);
    const auto folder = reference::folderOf(model.toStdString());
    if (!folder) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const auto opened = Model::open(*folder);
    RunOptions options;
    if (changed)
      options.interventions = {Temperature{2, {{{0, 0}, {0, 0}}}}, Ablate{{{{0, 0}, {1, 1}}}, Ablate::By::Mean, {}}};
    const auto trace = opened->run(numbered(20), options);
    for (int layer = 0; layer < opened->info().layers; ++layer) {
      const auto& edits = trace->layers[static_cast<std::size_t>(layer)].edits;
      const Matrix whole = opened->layerOutput(*trace, layer, edits);
      const Matrix some = opened->layerOutput(*trace, layer, edits, 13);
      QCOMPARE(some.rows(), Index{7});
      QVERIFY((whole.bottomRows(7) - some).cwiseAbs().maxCoeff() < 2e-5F);
    }
  }

  /// What depends on the weights alone is made once for a model, what depends on the length once for a run.
  void positionsAreMadeOnce() {
    for (const std::string name : {"deberta-v2-mlm", "deberta-v2-seqcls"}) {
      const auto folder = reference::folderOf(name);
      if (!folder) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
      const auto model = Model::open(*folder);
      const auto one = model->run(numbered(9)), other = model->run(numbered(14));
      for (std::size_t layer = 0; layer < one->layers.size(); ++layer) {
        const PositionTerm &a = one->layers[layer].rule->position, &b = other->layers[layer].rule->position;
        QVERIFY(a.positionKey.size() > 0 && a.positionQuery.size() > 0);
        QCOMPARE(a.positionKey.data(), b.positionKey.data());
        QCOMPARE(a.positionQuery.data(), b.positionQuery.data());
        QVERIFY(layer == 0 || a.positionKey.data() != one->layers[0].rule->position.positionKey.data());
      }
    }
    for (const std::string name : {"t5", "mpnet-mlm"}) {
      const auto folder = reference::folderOf(name);
      if (!folder) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
      const auto model = Model::open(*folder);
      RunOptions options;
      if (name == "t5") options.target = numbered(6);
      const auto trace = model->run(numbered(9), options);
      QVERIFY(trace->layers[0].rule->position.byDistance.size() > 0);
      for (const AttentionRecord& layer : trace->layers)
        QCOMPARE(layer.rule->position.byDistance.data(), trace->layers[0].rule->position.byDistance.data());
    }
  }
};

HEADLIGHT_TEST(TestWork)
#include "test_work.moc"
