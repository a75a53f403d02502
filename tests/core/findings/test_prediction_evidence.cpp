#include <QtTest>
#include <cmath>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/circuits/token_removal.h"
#include "core/findings/prediction_evidence.h"
#include "core/gradients/gradient_findings.h"
#include "core/model/predictions.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

const NamedTensor& tensor(const Findings& found, const std::string& name) {
  for (const NamedTensor& each : found)
    if (each.name == name) return each;
  qFatal("no %s", name.c_str());
}

const std::vector<double>& row(const PredictionEvidence& found, Evidence evidence) {
  for (const auto& [which, numbers] : found.rows)
    if (which == evidence) return numbers;
  qFatal("no such row");
}

constexpr double kRounding = 1e-6;

}  // namespace

/// What a prediction owes to tokens is what the methods say by themselves, which are tested against other programs.
class TestPredictionEvidence : public QObject {
  Q_OBJECT

  std::shared_ptr<const Model> m_model;
  std::shared_ptr<const Trace> m_trace;
  Encoding m_encoding;

 private slots:
  void initTestCase() {
    m_model = Model::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/circuits/toys/induction");
    for (const std::int64_t id : {0, 11, 14, 2, 13, 6, 3, 11, 14, 2, 13, 6, 3, 11, 14, 2, 13})
      m_encoding.tokens.emplace_back().id = id;
    m_trace = m_model->run(m_encoding);
  }

  void rowsAreThoseOfTheMethods() {
    const Index query = 14, n = static_cast<Index>(m_encoding.size());
    const PredictionEvidence found = predictionEvidence(m_model, m_trace, AttentionType::Self, query,
                                                        {Evidence::Hiding, Evidence::Relevance, Evidence::GradientInput,
                                                         Evidence::IntegratedGradients, Evidence::GradientAttention});
    QVERIFY(found.missing.empty());
    AnalysisQuestion q{m_model, m_trace};
    q.metric = found.metric;
    q.settings.logProbability = true;
    QCOMPARE(found.metric.row, query);
    Index likeliest = 0;
    m_trace->logits.row(query).maxCoeff(&likeliest);
    QCOMPARE(found.metric.target, static_cast<std::int64_t>(likeliest));
    const Findings removed = tokenRemoval(q), relevance = relevanceFindings(q), gradients = tokenGradientFindings(q),
                   integral = integratedGradientFindings(q), cells = gradientAttentionFindings(q);
    double largest = 0;
    for (Index key = 0; key < n; ++key) {
      const auto k = static_cast<std::size_t>(key);
      const double effect = row(found, Evidence::Hiding)[k];
      QVERIFY(std::abs(effect + tensor(removed, "remove.hide.A.delta")({key})) < kRounding);
      if (key > query) QCOMPARE(effect, 0.0);
      largest = std::max(largest, effect);
      QVERIFY(std::abs(row(found, Evidence::Relevance)[k] - tensor(relevance, "chefer")({query, key})) < kRounding);
      QVERIFY(std::abs(row(found, Evidence::GradientInput)[k] - tensor(gradients, "grad_x_input")({key})) < kRounding);
      QVERIFY(std::abs(row(found, Evidence::IntegratedGradients)[k] - tensor(integral, "integrated_gradients")({key})) <
              kRounding);
    }
    QVERIFY(largest > 1e-3);  // The planted pair copies a token that it sees twice.
    const HeadId head{1, 2};
    const std::vector<MethodAgainstRaw> rows = found.rowsFor(head, {3, 8, 14});
    QCOMPARE(rows.size(), std::size_t{5});
    QVERIFY(rows[0].is(Evidence::GradientAttention) && rows[0].scope == RowScope::Head);
    QVERIFY(std::abs(rows[0].row[1] - tensor(cells, "grad_x_attention")({1, 2, query, 8})) < kRounding);
    QVERIFY(rows[1].is(Evidence::Hiding) && rows[1].scope == RowScope::Model);
    QCOMPARE(rows[1].row[2], row(found, Evidence::Hiding)[14]);
  }

  /// A token is hidden from a run that is changed already, not from the run as it was.
  void hidingActsOnTopOfChanges() {
    RunOptions options;
    options.interventions = {Ablate{oneHead({1, 2})}};
    const auto changed = m_model->run(m_encoding, options);
    AnalysisQuestion q{m_model, changed};
    q.metric = {14, 3};
    const std::vector<double> effects = hidingEffects(q);
    for (const Index token : {2, 8, 13}) {
      RunOptions both = options;
      both.interventions.push_back(Mask{{}, {{TokenPick::Kind::Span, token, token}}});
      const auto after = m_model->run(m_encoding, both);
      const double expected = logProbabilities(after->logits, 14)[3] - logProbabilities(changed->logits, 14)[3];
      QVERIFY(std::abs(effects[static_cast<std::size_t>(token)] - expected) < 1e-5);
    }
    // There is no way back through a changed run; what is measured is there all the same.
    const PredictionEvidence found =
        predictionEvidence(m_model, changed, AttentionType::Self, 14, {Evidence::Hiding, Evidence::Relevance});
    QCOMPARE(found.rows.size(), std::size_t{1});
    QCOMPARE(found.missing.size(), std::size_t{1});
    QVERIFY(found.missing.front().first == Evidence::Relevance && !found.missing.front().second.empty());
  }

  void whatCannotBeAskedIsSaid() {
    QVERIFY_THROWS_EXCEPTION(Error, predictionEvidence(m_model, m_trace, AttentionType::Self, 17, {Evidence::Hiding}));
    RunOptions options;
    options.logits = false;
    const PredictionEvidence none = predictionEvidence(m_model, m_model->run(m_encoding, options), AttentionType::Self,
                                                       3, {Evidence::Hiding, Evidence::Relevance});
    QVERIFY(none.rows.empty() && !none.gradientAttention);
    QCOMPARE(none.missing.size(), std::size_t{2});
  }
};

HEADLIGHT_TEST(TestPredictionEvidence)
#include "test_prediction_evidence.moc"
