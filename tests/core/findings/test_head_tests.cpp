#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/analysis/head_labels.h"
#include "core/analysis/head_values.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/circuits/direct_direction.h"
#include "core/circuits/layer_values.h"
#include "core/circuits/metric_reader.h"
#include "core/findings/copying_test.h"
#include "core/findings/head_tests.h"
#include "core/findings/needle_test.h"
#include "core/model/weights.h"
#include "tests/support/suite.h"

using namespace headlight;

/// The numbers of every head are those that its label is given by.
class TestHeadTests : public QObject {
  Q_OBJECT

 private slots:
  void numbersAreThoseOfTheLabels() {
    AnalysisQuestion q;
    q.model = Model::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/circuits/toys/induction");
    Encoding encoding;
    for (const std::int64_t id : {0, 11, 14, 2, 13, 6, 3, 11, 14, 2, 13, 6, 3, 9, 14, 2, 13})
      encoding.tokens.emplace_back().id = id;
    q.a = q.model->run(encoding);
    const Findings found = headTests(q);
    const auto tensor = [&](const std::string& name) -> const NamedTensor& {
      for (const NamedTensor& each : found)
        if (each.name == name) return each;
      qFatal("no %s", name.c_str());
    };
    // Nine labels, copying and retrieval with four numbers each, all of them together, and what the model says.
    QCOMPARE(found.size(), std::size_t{46});
    for (const HeadId head : allHeads(*q.model)) {
      const HeadLabelling labelling =
          labelHead(TraceMaps(q.a), head, q.a->layers[static_cast<std::size_t>(head.layer)].rule->visibility);
      for (const LabelScore& score : labelling.scores) {
        std::string name = std::string("test.") + nameOf(score.label);
        std::replace(name.begin(), name.end(), ' ', '_');
        const double mass = tensor(name + ".score")({head.layer, head.head});
        if (score.queries == 0) {
          QVERIFY(std::isnan(mass));
          continue;
        }
        QCOMPARE(mass, score.score);
        QCOMPARE(tensor(name + ".chance")({head.layer, head.head}), score.chance);
        QCOMPARE(tensor(name + ".error")({head.layer, head.head}), score.error);
        QCOMPARE(tensor(name + ".kappa")({head.layer, head.head}), score.kappa());
      }
    }
    // The planted pair: a head that looks back, and one of induction.
    QVERIFY(tensor("test.previous_token.kappa")({0, 1}) > 0.9);
    QVERIFY(tensor("test.induction.kappa")({1, 2}) > 0.9);
    QVERIFY(std::abs(tensor("test.induction.kappa")({1, 0})) < 0.3);
    // It copies, and finds what is planted; in test.kappa they lie beside each other.
    QVERIFY(tensor("test.copying.kappa")({1, 2}) > 0.8);
    QVERIFY(tensor("test.retrieval.score")({1, 2}) > 0.7);
    QVERIFY(tensor("test.retrieval.score")({0, 1}) < 0.2);
    QVERIFY(tensor("retrieval.said")({0}) > 0.5);
    const NamedTensor& all = tensor("test.kappa");
    const auto place = std::find(all.axes[2].labels.begin(), all.axes[2].labels.end(), "retrieval");
    QVERIFY(place != all.axes[2].labels.end());
    QCOMPARE(all({1, 2, place - all.axes[2].labels.begin()}), tensor("test.retrieval.kappa")({1, 2}));
    for (const HeadId head : allHeads(*q.model)) {
      const double chance = tensor("test.retrieval.chance")({head.layer, head.head});
      QVERIFY(chance > 1.0 / 24 && chance < 1.0 / 8);  // One of the tokens that are there.
      QCOMPARE(tensor("test.copying.chance")({head.layer, head.head}), 0.0);
    }
  }

  /// Of the same numbers worked out the long way: what each head writes from a token, through the output.
  void copyingIsTheRankOfTheTokenItself() {
    const auto model = Model::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/circuits/toys/induction");
    Encoding encoding;
    for (const std::int64_t id : {0, 11, 14, 2, 13, 6, 3, 11}) encoding.tokens.emplace_back().id = id;
    const auto trace = model->run(encoding);
    const auto found = copyingTest(*model, trace);
    const TraceMaps maps(trace);
    const Weights& weights = model->weights();
    const RunValues values = runValues(*model, *trace);
    for (int head = 0; head < 2; ++head) {
      const AttentionRecord& record = trace->layers[1];
      const Index d = record.dValue();
      const Matrix w = inputRows(weights.layers[1].attention.output, head * d, d);
      Matrix written = record.values(head) * w;
      passNorm(weights.finalNorm, values.end.bottomRows(1), written);
      double sum = 0;
      Index queries = 0;
      for (Index query = 2; query < 8; ++query) {
        double mass = 0, ranks = 0;
        for (Index key = 1; key <= query; ++key) {
          const auto token = static_cast<std::int64_t>(encoding.tokens[static_cast<std::size_t>(key)].id);
          const Eigen::VectorXd row = written.row(key).cast<double>();
          const double own = row.dot(outputDirection(*model, token));
          int lower = 0, higher = 0;
          for (std::int64_t other = 0; other < model->info().vocabulary; ++other) {
            const double its = row.dot(outputDirection(*model, other));
            lower += other != token && its < own;
            higher += other != token && its > own;
          }
          const auto weight = static_cast<double>(maps.weights({1, head})(query, key));
          mass += weight;
          ranks += weight * (lower - higher) / static_cast<double>(model->info().vocabulary - 1);
        }
        sum += ranks / mass;
        ++queries;
      }
      const Tally& tally = found[1][static_cast<std::size_t>(head)];
      QCOMPARE(tally.count, queries);
      QVERIFY2(std::abs(tally.meanScore() - sum / static_cast<double>(queries)) < 0.02,
               qPrintable(QString::number(tally.meanScore())));
    }
  }

  void needlesAreRefusedWhereTheyCannotBe() {
    const auto model = Model::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/circuits/toys/induction");
    Encoding few;
    for (const std::int64_t id : {0, 11, 14, 11, 14, 11, 14, 11}) few.tokens.emplace_back().id = id;
    QVERIFY_THROWS_EXCEPTION(Error, needleTest(*model, *model->run(few)));
    Encoding encoding;
    for (const std::int64_t id : {0, 11, 14, 2, 13, 6, 3, 9, 5, 7}) encoding.tokens.emplace_back().id = id;
    RunOptions options;
    options.interventions = {Ablate{oneHead({1, 2})}};
    QVERIFY_THROWS_EXCEPTION(Error, needleTest(*model, *model->run(encoding, options)));
    const NeedleTest once = needleTest(*model, *model->run(encoding)),
                     again = needleTest(*model, *model->run(encoding));
    QCOMPARE(once.heads[1][2].score, again.heads[1][2].score);
    QCOMPARE(once.heads[1][2].count, Index{32});
  }
};

HEADLIGHT_TEST(TestHeadTests)
#include "test_head_tests.moc"
