#include <QtTest>
#include <cmath>
#include <random>

#include "core/attention/attend.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/model/model.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

namespace {

HeadSet one(std::int64_t layer, std::int64_t head) {
  const auto l = static_cast<int>(layer), h = static_cast<int>(head);
  return {{{l, l}, {h, h}}};
}
HeadSet layerOf(std::int64_t layer) { return {{{static_cast<int>(layer), static_cast<int>(layer)}, {}}}; }
TokenSet token(std::int64_t number) {
  return {{TokenPick::Kind::Span, static_cast<Index>(number), static_cast<Index>(number)}};
}
TokenSet kind(TokenPick::Kind k) { return {{k, 0, 0}}; }

Encoding numbered(Index count) {
  Encoding encoding;
  for (Index i = 0; i < count; ++i) {
    Token t;
    t.id = 3 + i * 5 % 50;
    t.display = "w";
    encoding.tokens.push_back(t);
  }
  return encoding;
}

double largestDifference(const Matrix& a, const Matrix& b) {
  return static_cast<double>((a - b).cwiseAbs().maxCoeff());
}

}  // namespace

class TestInterventions : public QObject {
  Q_OBJECT
  TensorTable m_expected;
  std::shared_ptr<const Model> m_model;
  Encoding m_input;

  bool open(const std::string& name) {
    m_expected = readSafetensors(fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/analysis" / (name + ".safetensors"));
    const auto folder = reference::folderOf(name);
    if (!folder) return false;
    m_model = Model::open(*folder);
    m_input = reference::encodingOf(readSafetensors(*folder / "expected.safetensors"), 0);
    return true;
  }

  std::shared_ptr<const Trace> run(std::vector<Intervention> interventions, std::shared_ptr<const Trace> from = {},
                                   int draw = 0, OtherRuns others = {}) {
    RunOptions options;
    options.interventions = std::move(interventions);
    options.others = std::move(others);
    options.resumeFrom = std::move(from);
    options.draw = draw;
    return m_model->run(m_input, options);
  }

  std::vector<std::int64_t> whole(const std::string& key) { return integersOf(m_expected.at(key), key); }

  /// `found` against the numbers of an expected tensor from `first` on.
  void compare(const std::string& key, const Matrix& found, Index first = 0) {
    const auto numbers = floatsOf(m_expected.at(key));
    QVERIFY(static_cast<Index>(numbers.size()) >= first + found.size());
    const Matrix expected = Eigen::Map<const Matrix>(numbers.data() + first, found.rows(), found.cols());
    const double scale = std::max(1.0, static_cast<double>(expected.cwiseAbs().maxCoeff()));
    const double worst = largestDifference(found, expected);
    QVERIFY2(worst <= reference::kTolerance * scale,
             qPrintable(QString("%1: largest difference %2").arg(key.c_str()).arg(worst)));
  }

  void compareAttention(const std::string& key, const std::shared_ptr<const Trace>& trace) {
    const TraceMaps maps(trace);
    const Index n = maps.queries();
    for (int l = 0; l < maps.layers(); ++l)
      for (int h = 0; h < maps.heads(); ++h) compare(key, maps.weights({l, h}), (l * maps.heads() + h) * n * n);
  }

 private slots:
  void equalsTheReference_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"bert-mlm", "gpt2", "llama-gqa"}) QTest::newRow(qPrintable(model)) << model;
  }
  void equalsTheReference() {
    QFETCH(QString, model);
    if (!open(model.toStdString())) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const ModelInfo& info = m_model->info();
    const auto clean = run({});
    const Index size = clean->logits.size();
    for (int l = 0; l < info.layers; ++l)
      for (int h = 0; h < info.heads; ++h)
        compare("head_ablation.0", run({Ablate{one(l, h)}}, clean)->logits.all(), (l * info.heads + h) * size);
    HeadSet set;
    const auto pairs = whole("head_ablation_set.heads");
    for (std::size_t i = 0; i < pairs.size(); i += 2) set.push_back(one(pairs[i], pairs[i + 1]).front());
    compare("head_ablation_set.0", run({Ablate{set}})->logits.all());

    for (const std::int64_t key : whole("mask_key.keys")) {
      const auto masked = run({Mask{{}, token(key), {}}});
      const std::string name = "mask_key.0." + std::to_string(key);
      compare(name + ".logits", masked->logits.all());
      compareAttention(name + ".attentions", masked);
    }
    auto where = whole("mask_key_head.where");
    compare("mask_key_head.0.logits", run({Mask{{}, token(where[2]), one(where[0], where[1])}})->logits.all());
    where = whole("mask_edge.where");
    compare("mask_edge.0.logits", run({Mask{token(where[1]), token(where[2]), layerOf(where[0])}})->logits.all());
    for (const auto& [t, name] : {std::pair{0.5, "temperature.0.0.5"}, std::pair{2.0, "temperature.0.2.0"}}) {
      const auto changed = run({Temperature{t, {}}});
      compare(std::string(name) + ".logits", changed->logits.all());
      compareAttention(std::string(name) + ".attentions", changed);
    }
    where = whole("temperature_head.where");
    compare("temperature_head.0.0.5.logits", run({Temperature{0.5, one(where[0], where[1])}})->logits.all());
    where = whole("uniform_head.where");
    compare("uniform_head.0.logits", run({Uniform{one(where[0], where[1])}})->logits.all());
  }

  /// What the maps show is what the model used: weights times values give the head's output for any rectangle.
  void mapsShowWhatWasUsed_data() { equalsTheReference_data(); }
  void mapsShowWhatWasUsed() {
    QFETCH(QString, model);
    if (!open(model.toStdString())) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    m_input = numbered(33);
    const auto clean = run({});
    const ActivationPatch patch{ActivationPatch::What::Pattern, one(1, 2), "other"};
    const auto trace =
        run({Temperature{1.7, {}}, Mask{token(9), token(3), {}}, Cap{kind(TokenPick::Kind::First), 0.1, {}},
             Scale{token(5), 3, layerOf(1)}, Dropout{0.3, 7, 1, one(2, 1)}, patch, Ablate{one(0, 1)},
             Ablate{one(2, 3), Ablate::By::Mean, {}}},
            {}, 0, {{"other", clean}});
    const TraceMaps maps(trace);
    for (int l = 0; l < maps.layers(); ++l) {
      AttentionRecord again = trace->layers[static_cast<std::size_t>(l)];
      const Index dHead = again.rule->dHead;
      Matrix out(again.queries(), maps.heads() * dHead), fromMaps(again.queries(), dHead);
      attend(again, out);
      for (int h = 0; h < maps.heads(); ++h) {
        headOutput(trace->layers[static_cast<std::size_t>(l)], h, fromMaps);
        QVERIFY(largestDifference(out.middleCols(h * dHead, dHead), fromMaps) < 1e-5);
        const Matrix all = maps.weights({l, h});
        QVERIFY(largestDifference(maps.weights({l, h}, {4, 7, 20, 11}), all.block(4, 7, 20, 11)) < 1e-5);
      }
    }
    QVERIFY(maps.weights({0, 1}).isZero(0));
    QVERIFY(maps.weights({2, 3}).isZero(0));
    QVERIFY(largestDifference(maps.weights({1, 2}), TraceMaps(clean).weights({1, 2})) < 1e-5);
    for (int h = 0; h < maps.heads(); ++h) QVERIFY(maps.weights({1, h})(20, 3) > 0);
    QCOMPARE(maps.weights({0, 0})(9, 3), 0.0F);
  }

  void layersBeforeTheFirstChangedAreKept_data() { equalsTheReference_data(); }
  void layersBeforeTheFirstChangedAreKept() {
    QFETCH(QString, model);
    if (!open(model.toStdString())) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const auto clean = run({});
    for (int layer = 0; layer < 3; ++layer) {
      const std::vector<Intervention> change{Temperature{0.5, layerOf(layer)}};
      const auto alone = run(change), reused = run(change, clean);
      for (std::size_t l = 0; l < 3; ++l) {
        QVERIFY(alone->layers[l].q == reused->layers[l].q);
        QVERIFY(alone->hiddenStates[l] == reused->hiddenStates[l]);
        const bool before = static_cast<int>(l) < layer;
        QCOMPARE(clean->layers[l].logSumExp == alone->layers[l].logSumExp && l <= alone->layers.size() &&
                     !alone->layers[l].edits,
                 before);
        if (static_cast<int>(l) <= layer) QVERIFY(clean->hiddenStates[l] == alone->hiddenStates[l]);
      }
      QVERIFY(alone->hiddenStates.back() == reused->hiddenStates.back());
      QVERIFY(alone->logits == reused->logits.all());
      QVERIFY(clean->logits != alone->logits.all());
      // From a changed run back to the clean one, and from one change to another.
      QVERIFY(run({}, alone)->logits == clean->logits.all());
      QVERIFY(run({Uniform{layerOf(2)}}, alone)->logits == run({Uniform{layerOf(2)}})->logits.all());
    }
    // Nothing of a run over other tokens fits when they differ from the first one on.
    Encoding other = m_input;
    other.tokens.front().id += 1;
    RunOptions options;
    options.resumeFrom = clean;
    QVERIFY(m_model->run(other, options)->logits == m_model->run(other)->logits);
    auto foreign = std::make_shared<Trace>(*clean);
    foreign->ranBy = std::make_shared<int>();  // Another model, whatever its name.
    options.resumeFrom = foreign;
    QVERIFY_THROWS_EXCEPTION(Error, m_model->run(m_input, options));
  }

  void oneLayerAgainIsTheSame_data() { equalsTheReference_data(); }
  void oneLayerAgainIsTheSame() {
    QFETCH(QString, model);
    if (!open(model.toStdString())) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const auto changed = run({Cap{kind(TokenPick::Kind::First), 0.05, {}}});
    QVERIFY(m_model->layerOutput(*changed, 1, changed->layers[1].edits) == changed->hiddenStates[2]);
    QVERIFY(m_model->layerOutput(*changed, 1, nullptr) != changed->hiddenStates[2]);
  }

  void capHandsTheRestOnInProportion() {
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    m_input = numbered(20);
    const Matrix before = TraceMaps(run({})).weights({0, 1});
    const Matrix after = TraceMaps(run({Cap{kind(TokenPick::Kind::Sink), 0.02, one(0, 1)}})).weights({0, 1});
    QCOMPARE(after(0, 0), before(0, 0));  // No other key to hand it to.
    int capped = 0;
    for (Index q = 1; q < 20; ++q) {
      capped += before(q, 0) > 0.02F;
      QVERIFY(std::abs(after(q, 0) - std::min(before(q, 0), 0.02F)) < 1e-6F);
      QVERIFY(std::abs(after.row(q).sum() - 1) < 1e-5F);
      for (Index k = 1; k < q; ++k) {
        const float ratio = before(q, k) / before(q, q);
        QVERIFY(std::abs(after(q, k) / after(q, q) - ratio) < 1e-4F * ratio);
      }
    }
    QVERIFY(capped > 5);
  }

  void scalingIsAFactorAgainstTheOtherKeys() {
    if (!open("bert-mlm")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const Matrix before = TraceMaps(run({})).weights({0, 0});
    const Matrix lower = TraceMaps(run({Scale{token(2), 0.25, {}}})).weights({0, 0});
    for (Index q = 0; q < before.rows(); ++q) {
      QVERIFY(std::abs(lower.row(q).sum() - 1) < 1e-5F);
      QVERIFY(std::abs(lower(q, 2) / lower(q, 1) / (before(q, 2) / before(q, 1)) - 0.25F) < 1e-4F);
    }
    QCOMPARE(run({Scale{token(2), 0, {}}})->logits.all(), run({Mask{{}, token(2), {}}})->logits.all());
  }

  void aMaskedRowReadsNothing() {
    if (!open("bert-mlm")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const Matrix w = TraceMaps(run({Mask{token(3), {}, {}}})).weights({1, 1});
    QVERIFY(w.row(3).isZero(0));
    QVERIFY(std::abs(w.row(2).sum() - 1) < 1e-5F);
  }

  /// A mask must hold where the other keys have weights too small for a float.
  void maskingAnOverwhelmingKeyKeepsTheOthersOrder() {
    Matrix scores(1, 4);
    scores << 0, -200, -201, -300;
    WeightEdit mask;
    mask.kind = WeightEdit::Kind::Factor;
    mask.keys = {true, false, false, false};
    editedWeights({mask}, {0, 0, 1, 4}, rowLogSumExp(scores), kHiddenScore, scores);
    QCOMPARE(scores(0, 0), 0.0F);
    QVERIFY(std::abs(scores(0, 1) - 1 / (1 + std::exp(-1.0F))) < 1e-6F);
  }

  /// A sink is one more key, which no edit is about: its share grows and shrinks with those of the other keys.
  void aSinkKeepsItsShare() {
    const float sink = std::log(4.0F);
    const auto edited = [sink](WeightEdit::Kind kind, double amount) {
      Matrix scores(1, 3);
      scores << 0, std::log(2.0F), std::log(3.0F);
      WeightEdit edit;
      edit.kind = kind;
      edit.keys = {false, false, true};
      edit.amount = amount;
      editedWeights({edit}, {0, 0, 1, 3}, rowLogSumExp(scores, sink), sink, scores);
      return scores;
    };
    const auto near = [](const Matrix& row, std::vector<double> expected) {
      for (Index j = 0; j < row.cols(); ++j)
        QVERIFY(std::abs(static_cast<double>(row(0, j)) - expected[static_cast<std::size_t>(j)]) < 1e-6);
    };
    near(edited(WeightEdit::Kind::Factor, 1), {0.1, 0.2, 0.3});
    near(edited(WeightEdit::Kind::Factor, 0), {1.0 / 7, 2.0 / 7, 0});
    near(edited(WeightEdit::Kind::Cap, 0.1), {0.9 / 7, 1.8 / 7, 0.1});
    near(edited(WeightEdit::Kind::Clear, 0), {0.1, 0.2, 0});
    near(edited(WeightEdit::Kind::Temperature, 0.5), {1.0 / 30, 4.0 / 30, 9.0 / 30});
    near(edited(WeightEdit::Kind::Uniform, 0), {1.0 / 3, 1.0 / 3, 1.0 / 3});
  }

  void dropoutKeepsTheMeanAndTheSeed() {
    if (!open("bert-mlm")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    m_input = numbered(33);
    const Intervention dropout = Dropout{0.4, 11, 50, one(0, 2)};
    const Matrix before = TraceMaps(run({})).weights({0, 2});
    Eigen::ArrayXXd mean = Eigen::ArrayXXd::Zero(33, 33);
    Index zeros = 0;
    for (int draw = 0; draw < 50; ++draw) {
      const Matrix w = TraceMaps(run({dropout}, {}, draw)).weights({0, 2});
      zeros += (w.array() == 0).count();
      mean += w.cast<double>().array() / 50;
      for (Index i = 0; i < w.size(); ++i)
        QVERIFY(w.data()[i] == 0 || std::abs(w.data()[i] / before.data()[i] - 1 / 0.6F) < 1e-4F);
    }
    // 54,450 draws: three standard deviations of the share are 0.0063.
    QVERIFY(std::abs(static_cast<double>(zeros) / (50 * 33 * 33) - 0.4) < 0.0063);
    QVERIFY(std::abs((mean - before.cast<double>().array()).rowwise().sum().mean()) < 0.02);
    QVERIFY(run({dropout}, {}, 3)->logits == run({dropout}, {}, 3)->logits.all());
    QVERIFY(run({dropout}, {}, 3)->logits != run({dropout}, {}, 4)->logits.all());
    QVERIFY(run({dropout})->logits != run({Dropout{0.4, 12, 50, one(0, 2)}})->logits.all());
    QCOMPARE(drawsOf({dropout}), 50);
  }

  void meansAndPatchesReplaceTheOutput() {
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const auto clean = run({});
    const AttentionRecord& record = clean->layers[1];
    Matrix own(record.queries(), record.rule->dHead), found = own;
    headOutput(record, 2, own);
    const auto mean = run({Ablate{one(1, 2), Ablate::By::Mean, {}}}, clean);
    headOutput(mean->layers[1], 2, found);
    QVERIFY(largestDifference(found, own.colwise().mean().replicate(own.rows(), 1)) < 1e-6);

    // A text of another length lends its mean; one of the same length its outputs or weights.
    const Encoding input = m_input;
    m_input = numbered(12);
    const auto longer = run({});
    Matrix theirs(12, record.rule->dHead);
    headOutput(longer->layers[1], 2, theirs);
    m_input = input;
    const auto lent = run({Ablate{one(1, 2), Ablate::By::MeanOfOther, "longer"}}, {}, 0, {{"longer", longer}});
    headOutput(lent->layers[1], 2, found);
    QVERIFY(largestDifference(found, theirs.colwise().mean().replicate(own.rows(), 1)) < 1e-6);
    const auto patchFrom = [&](const char* text, const std::shared_ptr<const Trace>& other,
                               ActivationPatch::What what) {
      return run({ActivationPatch{what, {}, text}}, {}, 0, {{"longer", other}, {"same", other}});
    };
    QVERIFY_THROWS_EXCEPTION(Error, patchFrom("longer", longer, ActivationPatch::What::Output));
    QVERIFY_THROWS_EXCEPTION(Error, patchFrom("not run", longer, ActivationPatch::What::Output));
    QVERIFY_THROWS_EXCEPTION(Error, run({ActivationPatch{ActivationPatch::What::Output, {}, "longer"}}));

    for (Token& t : m_input.tokens) t.id = 60 - t.id;
    const auto other = run({});
    QVERIFY(other->logits != clean->logits.all());
    m_input = input;
    // Every head's output from the other text, in every layer: only the embeddings are still the own ones.
    const auto patched =
        run({ActivationPatch{ActivationPatch::What::Output, one(2, 1), "other"}}, clean, 0, {{"other", other}});
    headOutput(other->layers[2], 1, own);
    headOutput(patched->layers[2], 1, found);
    QVERIFY(found == own);
    QVERIFY(patched->logits != clean->logits.all());
    // From the text itself nothing changes.
    for (const auto what : {ActivationPatch::What::Output, ActivationPatch::What::Pattern})
      QVERIFY(largestDifference(patchFrom("same", clean, what)->logits.all(), clean->logits.all()) < 1e-4);
  }

  void refusesWhatDoesNotFit_data() {
    QTest::addColumn<int>("which");
    for (int i = 0; i < 10; ++i) QTest::addRow("%d", i) << i;
  }
  void refusesWhatDoesNotFit() {
    QFETCH(int, which);
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const std::vector<Intervention> wrong{
        Ablate{one(3, 0)},    Ablate{one(0, 4)},     Mask{{}, token(7), {}}, Mask{token(-1), token(0), {}},
        Temperature{0, {}},   Temperature{NAN, {}},  Cap{{}, 1.5, {}},       Scale{{}, -1, {}},
        Dropout{1, 0, 1, {}}, Dropout{0.1, 0, 0, {}}};
    QVERIFY_THROWS_EXCEPTION(Error, run({wrong[static_cast<std::size_t>(which)]}));
  }
};

HEADLIGHT_TEST(TestInterventions)
#include "test_interventions.moc"
