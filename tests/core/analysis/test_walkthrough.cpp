#include <QtTest>
#include <cmath>

#include "core/analysis/cost.h"
#include "core/analysis/head_values.h"
#include "core/analysis/walkthrough.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/ops/gemm.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

class TestWalkthrough : public QObject {
  Q_OBJECT
  std::shared_ptr<const Model> m_model;
  std::shared_ptr<const Trace> m_trace;

  bool open(const QString& name, int input, std::vector<Intervention> interventions = {}) {
    const auto run = reference::run(name.toStdString(), input, std::move(interventions));
    if (!run) return false;
    m_model = run->model;
    m_trace = run->trace;
    return true;
  }

 private slots:
  void everyStepFollowsFromTheOneBefore_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"gpt2", "bert-mlm", "llama-gqa", "gemma2", "bloom", "mpnet-mlm", "deberta-v2-mlm",
                                "gpt-neox", "llama-rope-yarn", "gptj"})
      QTest::newRow(qPrintable(model)) << model;
  }
  void everyStepFollowsFromTheOneBefore() {
    QFETCH(QString, model);
    if (!open(model, 1)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const TraceMaps maps(m_trace);
    const Index n = maps.queries();
    for (int l = 0; l < maps.layers(); ++l) {
      Matrix written = Matrix::Zero(n, m_model->info().width);
      for (int h = 0; h < maps.heads(); ++h) {
        const Matrix map = maps.weights({l, h});
        for (const Index q : {Index{0}, Index{5}, n - 1}) {
          const Walkthrough walk = walkThrough(*m_model, *m_trace, {l, h}, q);
          double sum = 0;
          for (Index k = 0; k < n; ++k) {
            double dot = 0;
            for (Index d = 0; d < walk.query.size(); ++d)
              dot += static_cast<double>(walk.query[d]) * static_cast<double>(walk.keys(k, d));
            const double scale = std::max(1.0, std::abs(dot));
            QVERIFY(std::abs(dot - walk.products.row(k).cast<double>().sum()) < 1e-5 * scale);
            QVERIFY(std::abs(dot * static_cast<double>(walk.scale) - static_cast<double>(walk.scaled[k])) <
                    1e-5 * scale);
            if (walk.content.size() > 0)
              QVERIFY(std::abs(walk.content[k] + walk.position[k] - walk.scaled[k]) <
                      1e-5F * static_cast<float>(scale));
            QCOMPARE(walk.visible[static_cast<std::size_t>(k)], std::isfinite(walk.scores[k]));
            if (!walk.visible[static_cast<std::size_t>(k)]) {
              QCOMPARE(walk.weights[k], 0.0F);
              continue;
            }
            QVERIFY(std::abs(walk.scaled[k] + walk.added[k] - walk.scores[k]) < 1e-5F * static_cast<float>(scale));
            const double weight = std::exp(static_cast<double>(walk.scores[k]) - static_cast<double>(walk.logSumExp));
            QVERIFY(std::abs(weight - static_cast<double>(walk.weights[k])) < 1e-5);
            sum += weight;
          }
          QVERIFY(std::abs(sum - 1) < 1e-5);
          // The softmax step is the row of the heatmap, number for number.
          QVERIFY(walk.weights.transpose() == maps.weights({l, h}, {q, 0, 1, n}).row(0));
          QVERIFY((walk.weights.transpose() - map.row(q)).cwiseAbs().maxCoeff() < 5e-6F);
          QVERIFY((walk.headOutput.transpose() - walk.weights.transpose() * walk.values).cwiseAbs().maxCoeff() < 1e-5F);
          written.row(q) += walk.residualUpdate.transpose();
        }
      }
      // What all heads write, with the bias, leaves the sublayer.
      Matrix zero = Matrix::Zero(1, maps.heads() * m_trace->layers[0].rule->dHead);
      const Matrix output = attentionOutput(*m_model, *m_trace, l, 0, n);
      const Eigen::RowVectorXf bias = output.row(5) - written.row(5);
      QVERIFY((output.row(0) - written.row(0) - bias).cwiseAbs().maxCoeff() < 2e-5F);
      QVERIFY((output.row(n - 1) - written.row(n - 1) - bias).cwiseAbs().maxCoeff() < 2e-5F);
    }
  }

  /// The content of a score is the score that the pair would have if the key stood where the query stands.
  void contentDoesNotDependOnThePlace_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"llama-gqa", "gpt-neox", "gptj", "llama-rope-yarn"})
      QTest::newRow(qPrintable(model)) << model;
  }
  void contentDoesNotDependOnThePlace() {
    QFETCH(QString, model);
    if (!open(model, 0)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    // One token again and again: its first layer differs in nothing but the place.
    Encoding same = m_trace->encoding;
    for (Token& token : same.tokens) token.id = 9;
    const auto trace = m_model->run(same);
    for (int h = 0; h < m_model->info().heads; ++h) {
      const Walkthrough walk = walkThrough(*m_model, *trace, {0, h}, 6);
      QVERIFY((walk.content.array() - walk.scaled[6]).abs().maxCoeff() < 1e-4F);
      QVERIFY(std::abs(walk.position[6]) < 1e-4F);
      QVERIFY(walk.position.cwiseAbs().maxCoeff() > 1e-3F);
    }
  }

  void changedRunsShowTheChange() {
    if (!open("gpt2", 0,
              {Cap{{{TokenPick::Kind::First, 0, 0}}, 0.001, {}}, Ablate{{{{1, 1}, {2, 2}}}, Ablate::By::Mean, {}}}))
      QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const Walkthrough capped = walkThrough(*m_model, *m_trace, {0, 1}, 6);
    QVERIFY(capped.changed);
    QVERIFY(capped.weights[0] <= 0.00101F);
    QVERIFY(std::exp(capped.scores[0] - capped.logSumExp) > 0.00101F);
    const Walkthrough mean = walkThrough(*m_model, *m_trace, {1, 2}, 6);
    QVERIFY(mean.weights.isZero(0) && !mean.headOutput.isZero(0));
    QVERIFY_THROWS_EXCEPTION(Error, walkThrough(*m_model, *m_trace, {3, 0}, 0));
    QVERIFY_THROWS_EXCEPTION(Error, walkThrough(*m_model, *m_trace, {0, 4}, 0));
    QVERIFY_THROWS_EXCEPTION(Error, walkThrough(*m_model, *m_trace, {0, 0}, 7));
    const auto order = largestDimensions(capped, 2, 3);
    QCOMPARE(order.size(), std::size_t{3});
    QVERIFY(std::abs(capped.products(2, order[0])) >= std::abs(capped.products(2, order[1])));
    QCOMPARE(std::abs(capped.products(2, order[0])), capped.products.row(2).cwiseAbs().maxCoeff());
  }

  /// The estimate of the streamed kind is what this program computes, counted product by product.
  void costEqualsCountedOperations_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"gpt2", "llama-gqa", "bert-mlm", "bert-seqcls", "mistral-window", "gpt-neo", "gemma2",
                                "modernbert-mlm", "opt-postnorm-proj", "albert-mlm", "gpt2-f16"})
      QTest::newRow(qPrintable(model)) << model;
  }
  void costEqualsCountedOperations() {
    QFETCH(QString, model);
    if (!open(model, 1)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    for (const std::size_t length : {std::size_t{1}, std::size_t{33}}) {
      Encoding encoding = m_trace->encoding;
      encoding.tokens.resize(std::min(length, encoding.size()));
      const std::uint64_t before = countedMultiplyAdds();
      m_model->run(encoding)->logits.all();
      const auto counted = static_cast<double>(countedMultiplyAdds() - before);
      QCOMPARE(costOf(*m_model, static_cast<Index>(encoding.size()), AttentionKind::Streamed).multiplyAdds(), counted);
    }
    // Long texts go in several blocks; a text longer than any learned table cannot be run, so only the rule is
    // compared.
    if (model == "llama-gqa") {
      Encoding longer;
      longer.tokens.resize(700);
      const std::uint64_t before = countedMultiplyAdds();
      m_model->run(longer)->logits.all();
      QCOMPARE(costOf(*m_model, 700, AttentionKind::Streamed).multiplyAdds(),
               static_cast<double>(countedMultiplyAdds() - before));
    }
  }

  void attentionMemoryByKind() {
    if (!open("gpt2", 0)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const ModelInfo& info = m_model->info();
    const double heads = static_cast<double>(info.layers) * info.heads;
    QCOMPARE(costOf(*m_model, 100, AttentionKind::Full).attentionBytes, heads * 100 * 100 * 4);
    // A causal window of 4: the first three queries see 1, 2 and 3 keys.
    QCOMPARE(costOf(*m_model, 100, AttentionKind::Windowed, 4).attentionBytes, heads * (1 + 2 + 3 + 97 * 4) * 4);
    QCOMPARE(costOf(*m_model, 100, AttentionKind::Windowed, 4000).attentionBytes, heads * 5050 * 4);
    const double million = costOf(*m_model, 1000000, AttentionKind::Streamed).attentionBytes;
    QVERIFY(million < 2 * 10 * costOf(*m_model, 100000, AttentionKind::Streamed).attentionBytes);
    QCOMPARE(costOf(*m_model, 100, AttentionKind::Full).cacheBytes,
             2.0 * info.layers * 100 * info.kvHeads * static_cast<double>(info.dHead) * 4);
    QVERIFY(
        std::abs(costOf(*m_model, 7, AttentionKind::Full).weightBytes() - 4 * static_cast<double>(info.parameters)) <
        4 * 0.1 * static_cast<double>(info.parameters));  // Norms and biases are not counted.
  }
};

HEADLIGHT_TEST(TestWalkthrough)
#include "test_walkthrough.moc"
