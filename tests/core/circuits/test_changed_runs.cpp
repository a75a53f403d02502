#include <QtTest>
#include <cmath>

#include "core/analysis/logit_lens.h"
#include "core/base/error.h"
#include "core/circuits/edges.h"
#include "core/circuits/patching.h"
#include "core/circuits/score_writers.h"
#include "core/circuits/source_attribution.h"
#include "core/circuits/token_removal.h"
#include "core/model/predictions.h"
#include "tests/support/message_of.h"
#include "tests/support/named_tensor.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::shownMessageOf;
using headlight::test::tensorNamed;

namespace {

Encoding encoded(std::initializer_list<std::int64_t> ids) {
  Encoding encoding;
  for (const std::int64_t id : ids) encoding.tokens.emplace_back().id = id;
  return encoding;
}

TokenSet at(Index token) { return {{TokenPick::Kind::Span, token, token}}; }

constexpr double kRounding = 2e-5;

}  // namespace

/// What methods say of runs that are changed already: what they put in comes on top of the changes, as one run with
/// both has it, or they refuse.
class TestChangedRuns : public QObject {
  Q_OBJECT

  const std::string m_otherText = "B";
  std::shared_ptr<const Model> m_model;
  Encoding m_a = encoded({5, 17, 40, 8, 23, 5, 17}), m_b = encoded({5, 17, 40, 8, 31, 5, 17});

  std::shared_ptr<const Trace> run(const Encoding& text, const std::vector<Intervention>& changes,
                                   const OtherRuns& others = {}) const {
    RunOptions options;
    options.interventions = changes;
    options.others = others;
    return m_model->run(text, options);
  }
  double metric(const Trace& trace) const {
    return static_cast<double>(trace.logits.row(6)[3] - trace.logits.row(6)[9]);
  }
  AnalysisQuestion question(const std::vector<Intervention>& changes,
                            const std::vector<Intervention>& changesOfB) const {
    AnalysisQuestion q{m_model, run(m_a, changes), run(m_b, changesOfB)};
    q.metric = {6, 3, 9};
    return q;
  }
  AnalysisQuestion question(const std::vector<Intervention>& changes) const { return question(changes, changes); }

  /// What a grid of heads says is what one run with the changes and the patch behind them comes to.
  void compareHeads(const std::vector<Intervention>& changes, const std::vector<Intervention>& changesOfB,
                    ActivationPatch::What what, const std::string& value) const {
    AnalysisQuestion q = question(changes, changesOfB);
    q.settings.values = {value};
    const Findings found = patchingGrids(q);
    const NamedTensor& grid = tensorNamed(found, "patch." + value);
    const double a = metric(*q.a), b = metric(*q.b);
    double largest = 0;
    for (Index layer = 0; layer < grid.axes[0].size; ++layer)
      for (Index head = 0; head < grid.axes[1].size; ++head) {
        std::vector<Intervention> both = changes;
        both.push_back(ActivationPatch{what, oneHead({static_cast<int>(layer), static_cast<int>(head)}), m_otherText});
        const double expected = (metric(*run(m_a, both, {{m_otherText, OtherRun(q.b)}})) - a) / (b - a);
        largest = std::max(largest, std::abs(expected));
        const double difference = std::abs(grid({layer, head}) - expected) * std::abs(b - a);
        QVERIFY2(
            difference < kRounding,
            qPrintable(
                QString("head %1.%2: %3 instead of %4").arg(layer).arg(head).arg(grid({layer, head})).arg(expected)));
      }
    QVERIFY(largest > 1e-3);
  }

 private slots:
  void initTestCase() { m_model = Model::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models/gpt2"); }

  /// The other heads of the layer stay changed as well.
  void patternsKeepTheChanges() {
    compareHeads({Ablate{oneHead({0, 1})}, Temperature{0.3, oneHead({1, 0})}},
                 {Ablate{oneHead({0, 1})}, Temperature{0.3, oneHead({1, 0})}}, ActivationPatch::What::Pattern,
                 "pattern");
  }
  void outputsKeepTheChanges() {
    compareHeads({Ablate{oneHead({0, 1})}, Temperature{0.3, oneHead({1, 0})}},
                 {Ablate{oneHead({0, 1})}, Temperature{0.3, oneHead({1, 0})}}, ActivationPatch::What::Output, "z");
  }

  /// Where the texts are not changed alike, they differ before their first other token, too.
  void changesMayDifferBeforeTheTextsDo() {
    compareHeads({Mask{{}, at(1)}}, {Mask{{}, at(2)}}, ActivationPatch::What::Output, "z");
    AnalysisQuestion q = question({Mask{{}, at(1)}}, {Mask{{}, at(2)}});
    q.settings.values = {"stream"};
    const Findings found = patchingGrids(q);
    QVERIFY(std::abs(tensorNamed(found, "patch.stream")({1, 2})) > 1e-4);
  }

  void tokensAreTakenAwayOnTop() {
    const std::vector<Intervention> changes = {Ablate{oneHead({0, 1})}, Scale{at(3), 3, oneHead({1, 0})}};
    AnalysisQuestion q = question(changes);
    q.settings.values = {"hide"};
    const NamedTensor delta = tensorNamed(tokenRemoval(q), "remove.hide.A.delta");
    const double before = logProbabilities(q.a->logits, 6)[3];
    for (const Index token : {1, 3, 5}) {
      std::vector<Intervention> both = changes;
      both.push_back(Mask{{}, at(token)});
      const double expected = logProbabilities(run(m_a, both)->logits, 6)[3] - before;
      QVERIFY2(std::abs(delta({token}) - expected) < kRounding,
               qPrintable(QString("token %1: %2 instead of %3").arg(token).arg(delta({token})).arg(expected)));
    }
  }

  /// Sums of a stream that is changed on the way are no sums of what its parts write.
  void sumsOfChangedStreamsAreRefused() {
    ChangeValues attention, stream, query;
    attention.site = LayerSite::AttentionOutput;
    attention.places = oneHead({0, 0});
    stream.places = {{{1, 1}, {}}};
    stream.tokens = at(4);
    query.site = LayerSite::Query;
    query.places = oneHead({1, 0});
    const auto refused = [](const auto& asked) {
      const QString message = shownMessageOf(asked);
      QVERIFY2(message.contains("changed"), qPrintable(message));
    };
    for (const ChangeValues& change : {attention, stream}) {
      AnalysisQuestion q = question({change});
      q.settings.cells = {{{1, 0}, 6, 2}};
      refused([&] { sourceAttribution(q); });
      refused([&] { exactEdges(q); });
      refused([&] { scoreWriters(q); });
      refused([&] { attributeLogit(*m_model, *q.a, 6, 3, std::nullopt); });
    }
    AnalysisQuestion q = question({query});
    q.settings.cells = {{{1, 0}, 6, 2}};
    refused([&] { scoreWriters(q); });
    refused([&] { exactEdges(q); });
  }

  /// Weights that are changed are seen as they are: the sums hold.
  void sumsOfChangedWeightsHold() {
    AnalysisQuestion q = question({Ablate{oneHead({0, 1})}, Temperature{0.3, oneHead({1, 0})}});
    const Findings found = sourceAttribution(q);
    QVERIFY(std::abs(tensorNamed(found, "attribution_total.A").values.front() - metric(*q.a)) < kRounding);
    double sum = 0;
    const LogitAttribution parts = attributeLogit(*m_model, *q.a, 6, 3, 9);
    for (const LogitPart& part : parts.parts) sum += part.value;
    QVERIFY(std::abs(sum - metric(*q.a)) < kRounding);
  }
};

HEADLIGHT_TEST(TestChangedRuns)
#include "test_changed_runs.moc"
