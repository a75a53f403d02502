#include <QtTest>
#include <cmath>

#include "core/analysis/agreement.h"
#include "core/analysis/effect.h"
#include "core/analysis/effective_attention.h"
#include "core/analysis/head_values.h"
#include "core/analysis/norm_maps.h"
#include "core/analysis/value_zeroing.h"
#include "core/attention/attend.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/model/weights.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

class TestNormMaps : public QObject {
  Q_OBJECT
  TensorTable m_expected;
  std::shared_ptr<const Model> m_model;
  std::shared_ptr<const Trace> m_trace;

  bool open(const QString& name, int input, std::vector<Intervention> interventions = {}) {
    m_expected =
        readSafetensors(fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/analysis" / (name.toStdString() + ".safetensors"));
    const auto run = reference::run(name.toStdString(), input, std::move(interventions));
    if (!run) return false;
    m_model = run->model;
    m_trace = run->trace;
    return true;
  }

  void compare(const std::string& key, const AttentionMaps& maps) {
    const auto expected = floatsOf(m_expected.at(key));
    std::size_t i = 0;
    double worst = 0, largest = 1;  // Norms are as large as the states; single precision is relative to them.
    for (const float value : expected) largest = std::max(largest, static_cast<double>(value));
    for (int l = 0; l < maps.layers(); ++l)
      for (int h = 0; h < maps.heads(); ++h) {
        const Matrix map = maps.weights({l, h});
        for (Index c = 0; c < map.size(); ++c)
          worst = std::max(worst, std::abs(static_cast<double>(map.data()[c]) - static_cast<double>(expected[i++])));
      }
    QCOMPARE(i, expected.size());
    QVERIFY2(worst < 1e-5 * largest, qPrintable(QString("%1: largest difference %2").arg(key.c_str()).arg(worst)));
  }

  void everyRectangleIsAPartOfTheWhole(const AttentionMaps& maps) {
    const Rect rect{2, 1, 3, 4};
    for (int l = 0; l < maps.layers(); ++l) {
      const Matrix whole = maps.weights({l, 0}), part = maps.weights({l, 0}, rect);
      QVERIFY((part - whole.block(2, 1, 3, 4)).cwiseAbs().maxCoeff() < 1e-5F * std::max(1.0F, whole.maxCoeff()));
    }
  }

 private slots:
  void models_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("input");
    for (const QString model : {"bert-mlm", "gpt2", "llama-gqa"})
      for (int input = 0; input < 3; ++input)
        QTest::newRow(qPrintable(QString("%1 input %2").arg(model).arg(input))) << model << input;
  }

  void equalsTheReference_data() { models_data(); }
  void equalsTheReference() {
    QFETCH(QString, model);
    QFETCH(int, input);
    if (!open(model, input)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const auto norms = normWeightedAttention(m_model, m_trace);
    compare("attention_norm." + std::to_string(input), *norms);
    everyRectangleIsAPartOfTheWhole(*norms);
    const auto sum = normWeightedSum(m_model, m_trace, NormSum::Heads);
    compare("attention_norm_sum." + std::to_string(input), *sum);
    everyRectangleIsAPartOfTheWhole(*sum);
  }

  /// By the definition, vector by vector in double precision: residual and norms of Kobayashi 2021, and ALTI.
  void followsTheDefinitions_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"bert-mlm", "gpt2", "llama-gqa", "gemma2"}) QTest::newRow(qPrintable(model)) << model;
  }
  void followsTheDefinitions() {
    QFETCH(QString, model);
    const auto gemma = reference::folderOf("gemma2");
    if (model == "gemma2" && !gemma) QSKIP("no model with a norm inside");
    if (!open(model == "gemma2" ? "gpt2" : model, 0)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    if (model == "gemma2") {
      m_model = Model::open(*gemma);
      m_trace = m_model->run(reference::encodingOf(readSafetensors(*gemma / "expected.safetensors"), 0));
    }
    const auto norms = normWeightedSum(m_model, m_trace, NormSum::Residual);
    const auto alti = contributions(m_model, m_trace);
    everyRectangleIsAPartOfTheWhole(*norms);
    everyRectangleIsAPartOfTheWhole(*alti);
    const TraceMaps attention(m_trace);
    const Index n = attention.queries();
    for (int l = 0; l < attention.layers(); ++l) {
      const auto layer = static_cast<std::size_t>(l);
      const NormsWeights& w = m_model->weights().layers[layer].attentionNorms;
      Matrix sublayer = attentionOutput(*m_model, *m_trace, l, 0, n), y = sublayer;
      apply(w.inside, y);
      y += m_trace->hiddenStates[layer];
      const Matrix before = y;
      apply(w.after, y);
      std::vector<Matrix> f, maps;
      for (int h = 0; h < attention.heads(); ++h) {
        const AttentionRecord& record = m_trace->layers[layer];
        const Index dHead = record.rule->dHead, kvHead = h / (record.rule->heads / record.rule->kvHeads);
        f.push_back(record.v.middleCols(kvHead * dHead, dHead) *
                    inputRows(m_model->weights().layers[layer].attention.output, h * dHead, dHead));
        maps.push_back(attention.weights({l, h}));
      }
      const Matrix foundNorms = norms->weights({l, 0}), foundAlti = alti->weights({l, 0});
      const auto held = [](const Norm& norm, Eigen::VectorXd x, double factor) {
        if (norm.kind == NormKind::LayerNorm) x.array() -= x.mean();
        if (norm && norm.gain.size() > 0) x.array() *= norm.gain.cast<double>().array();
        return Eigen::VectorXd(x * factor);
      };
      const auto factorBy = [](const Norm& norm, const Eigen::VectorXd& x) {
        if (!norm) return 1.0;
        const double mean = norm.kind == NormKind::LayerNorm ? x.mean() : 0;
        return 1 / std::sqrt((x.array() - mean).square().mean() + norm.epsilon);
      };
      for (Index q = 0; q < n; ++q) {
        const double inner = factorBy(w.inside, sublayer.row(q).cast<double>());
        const double outer = factorBy(w.after, before.row(q).cast<double>());
        const double whole = y.row(q).cast<double>().lpNorm<1>();
        Eigen::VectorXd row(n);
        for (Index k = 0; k < n; ++k) {
          Eigen::VectorXd t = Eigen::VectorXd::Zero(y.cols());
          for (std::size_t h = 0; h < f.size(); ++h)
            t += static_cast<double>(maps[h](q, k)) * f[h].row(k).transpose().cast<double>();
          t = held(w.inside, t, inner);
          if (k == q) t += m_trace->hiddenStates[layer].row(q).transpose().cast<double>();
          t = held(w.after, t, outer);
          const double scale = std::max(1.0, t.norm());
          QVERIFY(std::abs(t.norm() - static_cast<double>(foundNorms(q, k))) < 1e-4 * scale);
          row[k] = std::max(0.0, whole - (y.row(q).transpose().cast<double>() - t).lpNorm<1>());
        }
        row /= row.sum();
        for (Index k = 0; k < n; ++k) QVERIFY(std::abs(row[k] - static_cast<double>(foundAlti(q, k))) < 1e-4);
        QVERIFY(std::abs(foundAlti.row(q).sum() - 1) < 1e-5F);
      }
    }
  }

  void zeroedValues_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"bert-mlm", "gpt2", "llama-gqa"}) QTest::newRow(qPrintable(model)) << model;
  }
  void zeroedValues() {
    QFETCH(QString, model);
    if (!open(model, 0)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const auto maps = valueZeroing(*m_model, *m_trace);
    QCOMPARE(maps->layers(), 3);
    const bool causal = m_trace->layers[0].rule->visibility.causal;
    for (int l = 0; l < 3; ++l) {
      const Matrix map = maps->weights({l, 0});
      for (Index q = 0; q < map.rows(); ++q)
        for (Index k = 0; k < map.cols(); ++k)
          if (causal && k > q)
            QCOMPARE(map(q, k), 0.0F);
          else
            QVERIFY(map(q, k) > 0 && map(q, k) < 2);
    }
    // A token that nobody reads in a layer makes no difference there, and the causal first row loses all that it reads.
    const std::vector<Intervention> nobodyReads{Mask{{}, {{TokenPick::Kind::Span, 3, 3}}, {{{1, 1}, {}}}}};
    QVERIFY(open(model, 0, nobodyReads));
    const auto masked = valueZeroing(*m_model, *m_trace);
    QVERIFY(masked->weights({1, 0}).col(3).isZero(0));
    QVERIFY(!masked->weights({0, 0}).col(3).isZero(1e-9F));
    // All other tokens without value one after the other is what the maps show; one token without is the same as its
    // attention taken away: compare with an output that is zero for a text of one token.
    Encoding alone;
    alone.tokens.push_back(m_trace->encoding.tokens.front());
    const auto single = m_model->run(alone);
    const Matrix zeroed = valueZeroing(*m_model, *single)->weights({0, 0});
    RunOptions options;
    options.interventions = {Ablate{{{{0, 0}, {}}}}};
    const auto ablated = m_model->run(alone, options);
    const Eigen::VectorXd a = single->hiddenStates[1].row(0).cast<double>(),
                          b = ablated->hiddenStates[1].row(0).cast<double>();
    QVERIFY(std::abs(static_cast<double>(zeroed(0, 0)) - (1 - a.dot(b) / a.norm() / b.norm())) < 1e-6);
  }

  void everyMethodGivesMaps() {
    if (!open("gpt2", 0)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    for (const MethodInfo& info : methods()) {
      QCOMPARE(methodNamed(info.name), info.method);
      const auto maps = attentionBy(info.method, m_model, m_trace);
      QCOMPARE(maps->heads(), info.perHead ? 4 : 1);
      QCOMPARE(maps->layers(), 3);
      QVERIFY(maps->weights({2, 0}).allFinite());
    }
    QVERIFY_THROWS_EXCEPTION(Error, methodNamed("taste"));
  }

  void rankCorrelations() {
    QCOMPARE(rankCorrelation({1, 2, 3}, {10, 20, 21}), 1.0);
    QCOMPARE(rankCorrelation({1, 2, 3}, {3, 2, 1}), -1.0);
    QCOMPARE(rankCorrelation({1, 1, 1}, {3, 2, 1}), 0.0);
    // Ranks 0 1.5 1.5 3 and 0 1 2 3: 4.5 / sqrt(4.5 · 5).
    QVERIFY(std::abs(rankCorrelation({1, 2, 2, 5}, {1, 2, 3, 4}) - 4.5 / std::sqrt(22.5)) < 1e-12);
    QVERIFY_THROWS_EXCEPTION(Error, rankCorrelation({1}, {1, 2}));
  }

  void changesOfHeads() {
    if (!open("gpt2", 0)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    RunOptions options;
    options.interventions = {Uniform{{{{1, 1}, {3, 3}}}}};
    const auto changed = m_model->run(m_trace->encoding, options);
    const auto changes = headChanges(m_trace, changed);
    QCOMPARE(changes.size(), std::size_t{12});
    QCOMPARE(changes.front().head, (HeadId{1, 3}));
    for (const HeadDistance& change : changes)
      if (change.head.layer == 0 || (change.head.layer == 1 && change.head.head != 3))
        QCOMPARE(change.divergence, 0.0);
      else
        QVERIFY(change.divergence > 0 && change.divergence <= std::log(2.0));
    QCOMPARE(divergence({std::log(0.5), std::log(0.5)}, {std::log(0.25), std::log(0.75)}),
             0.5 * std::log(2.0) + 0.5 * std::log(0.5 / 0.75));
  }

  void refusesWhatWouldTakeTooLong() {
    if (!open("gpt2", 0)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    Trace longer = *m_trace;
    longer.encoding.tokens.resize(static_cast<std::size_t>(kMostZeroingTokens) + 1);
    QVERIFY_THROWS_EXCEPTION(Error, valueZeroing(*m_model, longer));
  }

  void effectiveAttention() {
    // Values of one number, all the same: what is left of a row is its mean.
    auto trace = std::make_shared<Trace>();
    AttentionRecord record;
    ScoreRule rule;
    rule.dHead = 1;
    record.q = Matrix::Ones(3, 1);
    record.k = (Matrix(3, 1) << 0, 1, 2).finished();
    record.v = Matrix::Constant(3, 1, 2);
    record.rule = std::make_shared<const ScoreRule>(rule);
    Matrix out(3, 1);
    attend(record, out);
    trace->layers.push_back(record);
    trace->encoding.tokens.resize(3);
    const Matrix all = EffectiveAttention(trace).weights({0, 0});
    QVERIFY((all.array() - 1.0F / 3).abs().maxCoeff() < 1e-6F);

    // A causal row sees as many keys as its place says: the first has nothing to lose.
    rule.visibility.causal = true;
    record.rule = std::make_shared<const ScoreRule>(rule);
    record.v = (Matrix(3, 1) << 1, 1, 0).finished();
    attend(record, out);
    trace->layers[0] = record;
    const Matrix causal = EffectiveAttention(trace).weights({0, 0}), raw = TraceMaps(trace).weights({0, 0});
    QCOMPARE(causal(0, 0), 1.0F);
    QVERIFY(std::abs(causal(1, 0) - 0.5F) < 1e-6F && std::abs(causal(1, 1) - 0.5F) < 1e-6F);
    QVERIFY(std::abs(causal(2, 2)) < 1e-6F);  // A key without a value: its weight does nothing.
    QVERIFY(std::abs(causal(2, 0) - (raw(2, 0) + raw(2, 1)) / 2) < 1e-6F);
  }

  /// Attention inside a bottleneck does not add to the residual stream.
  void aBottleneckHasNoResidual() {
    const auto run = reference::run("mobilebert", 0);
    QVERIFY(run);
    QVERIFY(normWeightedAttention(run->model, run->trace)->weights({0, 0}).allFinite());
    QVERIFY_THROWS_EXCEPTION(Error, normWeightedSum(run->model, run->trace, NormSum::Residual));
    QVERIFY_THROWS_EXCEPTION(Error, contributions(run->model, run->trace)->weights({0, 0}));
  }

  void effectiveAttentionGivesTheSameOutput_data() { zeroedValues_data(); }
  void effectiveAttentionGivesTheSameOutput() {
    QFETCH(QString, model);
    if (!open(model, 1)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const EffectiveAttention maps(m_trace);
    for (int l = 0; l < maps.layers(); ++l)
      for (int h = 0; h < maps.heads(); ++h) {
        const AttentionRecord& record = m_trace->layers[static_cast<std::size_t>(l)];
        const ScoreRule& rule = *record.rule;
        Matrix out(record.queries(), rule.dHead);
        headOutput(record, h, out);
        const Matrix map = maps.weights({l, h}), raw = TraceMaps(m_trace).weights({l, h});
        const Matrix again = map * record.v.middleCols(h / (rule.heads / rule.kvHeads) * rule.dHead, rule.dHead);
        QVERIFY((again - out).cwiseAbs().maxCoeff() < 1e-4F);
        QVERIFY(map.row(32).norm() < raw.row(32).norm());  // 33 tokens, narrower heads: something is lost.
        everyRectangleIsAPartOfTheWhole(maps);
      }
  }
};

HEADLIGHT_TEST(TestNormMaps)
#include "test_norm_maps.moc"
