#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/analysis/ablation.h"
#include "core/analysis/agreement.h"
#include "core/analysis/cost.h"
#include "core/analysis/head_table.h"
#include "core/analysis/methods.h"
#include "core/analysis/walkthrough.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "core/model/architecture.h"
#include "core/model/predictions.h"
#include "core/model/stack.h"
#include "core/model/weights.h"
#include "core/ops/gemm.h"
#include "tests/support/reference.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::testing::messageOf;

namespace {

double largestDifference(const Matrix& a, const Matrix& b) {
  return static_cast<double>((a - b).cwiseAbs().maxCoeff());
}

}  // namespace

/// Encoder–decoder models beyond the numbers of test_reference_models.
class TestTwoStacks : public QObject {
  Q_OBJECT

  reference::Run m_run;

  static void addModels() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"bart", "marian", "mbart", "pegasus", "t5", "t5-gated-untied"})
      QTest::newRow(name) << QString(name);
  }
  void open() {
    QFETCH(QString, name);
    m_run = *reference::run(name.toStdString(), 1);
  }
  std::shared_ptr<const Trace> changed(const char* text, bool from = false) const {
    RunOptions options;
    options.interventions = parseInterventions(text);
    if (from) options.resumeFrom = m_run.trace;
    return m_run.model->runAgain(*m_run.trace, options);
  }
  static Matrix weights(const std::shared_ptr<const Trace>& trace, AttentionType type, HeadId head) {
    return TraceMaps(trace, type).weights(head);
  }
  static bool same(const Trace& a, const Trace& b) {
    for (std::size_t i = 0; i < a.hiddenStates.size(); ++i)
      if (a.hiddenStates[i] != b.hiddenStates[i]) return false;
    return a.logits.all() == b.logits.all();
  }

 private slots:
  void theEncoderIsAModel_data() { addModels(); }
  void theEncoderIsAModel() {
    open();
    const auto encoder = m_run.model->encoder();
    QVERIFY(encoder && !encoder->encoder());
    const Trace& source = *m_run.trace->source;
    QVERIFY(same(*encoder->run(source.encoding), source));
    QCOMPARE(encoder->info().layers, m_run.model->info().encoderLayers);
    for (int layer = 0; layer + 1 < encoder->info().layers; ++layer)
      QVERIFY(encoder->layerOutput(source, layer, nullptr) == source.hiddenStates[static_cast<std::size_t>(layer) + 1]);
    const auto stack = [this](AttentionType type) { return stackOf(m_run.model, m_run.trace, type); };
    const Stack reads = stack(AttentionType::Encoder), writes = stack(AttentionType::Self);
    QVERIFY(reads.model == encoder && reads.trace == m_run.trace->source);
    QVERIFY(writes.model == m_run.model && writes.trace == m_run.trace);
    QVERIFY_THROWS_EXCEPTION(Error, stack(AttentionType::Cross));
    QVERIFY_THROWS_EXCEPTION(Error, stackOf(reads.model, reads.trace, AttentionType::Encoder));
    const Trace& target = *m_run.trace;
    for (int layer = 0; layer + 1 < m_run.model->info().layers; ++layer)
      QVERIFY(m_run.model->layerOutput(target, layer, nullptr) ==
              target.hiddenStates[static_cast<std::size_t>(layer) + 1]);
  }

  /// Each attention of the list has the shape of the run's maps.
  void aModelListsItsAttentions_data() { addModels(); }
  void aModelListsItsAttentions() {
    open();
    const std::vector<ModelAttention> all = m_run.model->attentions();
    QCOMPARE(all.size(), std::size(kAttentions));
    for (std::size_t i = 0; i < all.size(); ++i) {
      QVERIFY(all[i].type == kAttentions[i].type);
      const TraceMaps maps(m_run.trace, all[i].type);
      QCOMPARE(all[i].heads, std::vector<int>(static_cast<std::size_t>(maps.layers()), maps.heads()));
      QCOMPARE(all[i].queries == AttentionType::Encoder ? Index(33) : Index(21), maps.queries());
      QCOMPARE(all[i].keys == AttentionType::Encoder ? Index(33) : Index(21), maps.keys());
    }
    QCOMPARE(m_run.model->encoder()->attentions().size(), std::size_t(1));
    QVERIFY(m_run.model->encoder()->attentions().front().type == AttentionType::Self);
  }

  /// A walk takes the model with its whole run, and goes where the head says.
  void aWalkGoesThroughTheHeadsAttention_data() { addModels(); }
  void aWalkGoesThroughTheHeadsAttention() {
    open();
    const Model& model = *m_run.model;
    for (const auto& [type, name] : kAttentions) {
      const HeadId head{1, 1, type};
      const Walkthrough walk = walkThrough(model, *m_run.trace, head, 5);
      QVERIFY(walk.head == head);
      const Matrix row = TraceMaps(m_run.trace, type).weights(head, {5, 0, 1, walk.weights.size()});
      QVERIFY2(walk.weights.transpose() == row, name.data());
      QCOMPARE(walk.weights.size(), type == AttentionType::Self ? Index(21) : Index(33));
      QVERIFY((walk.values.transpose() * walk.weights - walk.headOutput).cwiseAbs().maxCoeff() < 1e-5F);
    }
    const Walkthrough encoder = walkThrough(model, *m_run.trace, {0, 1, AttentionType::Encoder}, 7);
    QVERIFY(encoder.residualUpdate == walkThrough(*model.encoder(), *m_run.trace->source, {0, 1}, 7).residualUpdate);
    // What all heads write, of the values that cross-attention mixes.
    const AttentionWeights& cross = model.weights().layers[1].cross;
    const AttentionRecord& record = m_run.trace->cross[1];
    Matrix mixed(1, record.rule->heads * record.dValue());
    Vector written = Vector::Zero(model.info().width);
    for (int head = 0; head < record.rule->heads; ++head) {
      const Walkthrough walk = walkThrough(model, *m_run.trace, {1, head, AttentionType::Cross}, 5);
      mixed.middleCols(head * record.dValue(), record.dValue()) = walk.headOutput.transpose();
      written += walk.residualUpdate;
    }
    Matrix whole(1, model.info().width), bias(1, model.info().width);
    apply(cross.output, mixed, whole);
    apply(cross.output, Matrix::Zero(1, mixed.cols()), bias);
    QVERIFY(largestDifference(whole - bias, written.transpose()) < 1e-5);
    QVERIFY_THROWS_EXCEPTION(Error, walkThrough(model, *m_run.trace, {9, 0, AttentionType::Encoder}, 5));
    QVERIFY_THROWS_EXCEPTION(Error, walkThrough(model, *m_run.trace, {0, 0, AttentionType::Encoder}, 33));
    QVERIFY_THROWS_EXCEPTION(Error,
                             walkThrough(*model.encoder(), *m_run.trace->source, {0, 0, AttentionType::Cross}, 5));
  }

  /// The same numbers as of the encoder asked alone, under heads that say whose they are.
  void tablesAndRankingsReadTheEncoder() {
    for (const char* name : {"marian", "t5"}) {
      m_run = *reference::run(name, 1);
      ModelFolder whole, encoder;
      whole.model = m_run.model;
      encoder.model = m_run.model->encoder();
      const auto type = AttentionType::Encoder;
      const TraceMaps maps(m_run.trace, type);
      const auto probe = probeHeads(whole, type);
      QCOMPARE(probe.size(), static_cast<std::size_t>(maps.layers()));
      const auto facts = computeHeadTable(whole, m_run.trace, type, maps, probe),
                 alone = computeHeadTable(encoder, m_run.trace->source, AttentionType::Self, maps,
                                          probeInduction(*encoder.model, probeSetup(encoder)));
      QCOMPARE(facts.size(), alone.size());
      for (std::size_t i = 0; i < facts.size(); ++i) {
        QVERIFY(facts[i].head == alone[i].head.of(type));
        for (const HeadColumn& column : headColumns())
          QVERIFY2(column.value(facts[i]) == column.value(alone[i]), column.name.data());
        QVERIFY(facts[i].labelling.label == alone[i].labelling.label);
      }
      QVERIFY(probeHeads(whole).empty());
      QCOMPARE(computeHeadTable(whole, m_run.trace, AttentionType::Self, TraceMaps(m_run.trace)).size(),
               static_cast<std::size_t>(m_run.model->info().layers * m_run.model->info().heads));
      QVERIFY_THROWS_EXCEPTION(Error, computeHeadTable(whole, m_run.trace, AttentionType::Cross,
                                                       TraceMaps(m_run.trace, AttentionType::Cross)));

      const std::vector<MethodMaps> norm{
          {Method::Norm, attentionBy(Method::Norm, type, m_run.model, m_run.trace)}};
      const WeightAgreement one = methodsAgainstRaw(m_run.trace, {1, 1, type}, 30, norm),
                       same = methodsAgainstRaw(m_run.trace->source, {1, 1}, 30, norm);
      QVERIFY(one.keys == same.keys && one.rows.size() == same.rows.size() && one.rows.size() > 2);
      for (std::size_t i = 0; i < one.rows.size(); ++i)
        QVERIFY(one.rows[i].row == same.rows[i].row && one.rows[i].agreement == same.rows[i].agreement);
      const WeightAgreement cross = methodsAgainstRaw(m_run.trace, {1, 1, AttentionType::Cross}, 20, {});
      const Matrix row = TraceMaps(m_run.trace, AttentionType::Cross).weights({1, 1}, {20, 0, 1, 33});
      QVERIFY(cross.rows.front().row == std::vector<double>(row.data(), row.data() + row.size()));
      QVERIFY_THROWS_EXCEPTION(Error, methodsAgainstRaw(m_run.trace->source, {0, 0, AttentionType::Cross}, 5, {}));
    }
  }

  /// An ablation names the heads of the attention that was asked for, and does what their names say.
  void ablationsNameTheirHeads() {
    m_run = *reference::run("t5", 1);
    const auto at = m_run.trace->encoding.size() - 1;
    for (const auto& [type, name] : kAttentions) {
      AblationQuestion question{{static_cast<Index>(at), likeliestOutcome(*m_run.trace, static_cast<Index>(at))}};
      question.attention = type;
      const auto effects = ablateEveryHead(*m_run.model, m_run.trace, question);
      QCOMPARE(effects.size(), TraceMaps(m_run.trace, type).allHeads().size());
      const AblationEffect& last = effects.back();
      QVERIFY(last.head.attention == type);
      const auto without = changed(("ablate " + nameOf(last.head)).c_str());
      const auto p = [&](const Trace& trace) {
        return logProbabilities(trace.logits, question.outcome.row)[static_cast<std::size_t>(question.outcome.id)];
      };
      QVERIFY(std::abs(p(*without) - p(*m_run.trace) - last.logProbabilityChange) < 1e-6);
      QVERIFY(last.divergence > 0);
    }
  }

  void everyMethodReadsBothStacks_data() { addModels(); }
  void everyMethodReadsBothStacks() {
    open();
    for (const MethodInfo& method : methods())
      for (const AttentionType type : {AttentionType::Encoder, AttentionType::Self}) {
        const auto maps = attentionBy(method.method, type, m_run.model, m_run.trace);
        const Matrix map = maps->weights({maps->layers() - 1, 0});
        QCOMPARE(map.rows(), type == AttentionType::Encoder ? Index(33) : Index(21));
        QVERIFY2(map.allFinite() && map.cwiseAbs().maxCoeff() > 0, method.name.data());
      }
    const auto cross = attentionBy(Method::Raw, AttentionType::Cross, m_run.model, m_run.trace);
    QVERIFY((cross->weights({0, 0}).rowwise().sum().array() - 1).abs().maxCoeff() < 1e-5F);
    QVERIFY(messageOf<Error>([&] {
              attentionBy(Method::Norm, AttentionType::Cross, m_run.model, m_run.trace);
            }).starts_with("method 'norm': expected self-attention"));
  }

  void aRunBeginsFromAnother_data() { addModels(); }
  void aRunBeginsFromAnother() {
    open();
    // The same again: the encoder's run itself, and equal numbers.
    RunOptions options;
    options.resumeFrom = m_run.trace;
    const auto again = m_run.model->runAgain(*m_run.trace, options);
    QVERIFY(again->source == m_run.trace->source);
    QVERIFY(same(*again, *m_run.trace));
    // Another target of the same source.
    options.target = m_run.trace->encoding;
    std::swap(options.target->tokens[7], options.target->tokens[9]);
    const auto other = m_run.model->run(m_run.trace->source->encoding, options);
    options.resumeFrom.reset();
    const auto plain = m_run.model->run(m_run.trace->source->encoding, options);
    QVERIFY(other->source == m_run.trace->source);
    QVERIFY(largestDifference(other->logits.all(), plain->logits.all()) < 1e-4);
    QVERIFY(weights(other, AttentionType::Cross, {1, 0}).isApprox(weights(plain, AttentionType::Cross, {1, 0}), 1e-4F));
    // Another source.
    options.resumeFrom = m_run.trace;
    Encoding source = m_run.trace->source->encoding;
    std::swap(source.tokens[2], source.tokens[20]);
    const auto third = m_run.model->run(source, options);
    options.resumeFrom.reset();
    QVERIFY(same(*third, *m_run.model->run(source, options)));
    QVERIFY(third->source != m_run.trace->source);
    // Changes, begun from the unchanged run and from nothing.
    for (const char* text : {"ablate cross 1.0", "uniform encoder 1.*", "mask key 3 in 1.*", "ablate encoder 0.0 mean"})
      QVERIFY2(same(*changed(text, true), *changed(text)), text);
    QVERIFY(changed("ablate cross 1.0", true)->source == m_run.trace->source);
  }

  void changesActWhereTheySay_data() { addModels(); }
  void changesActWhereTheySay() {
    open();
    const auto clean = m_run.trace;
    const auto ablated = changed("ablate cross 0.1");
    QVERIFY(weights(ablated, AttentionType::Cross, {0, 1}).isZero(0));
    QVERIFY(weights(ablated, AttentionType::Cross, {0, 0}) == weights(clean, AttentionType::Cross, {0, 0}));
    QVERIFY(weights(ablated, AttentionType::Self, {0, 1}) == weights(clean, AttentionType::Self, {0, 1}));
    QVERIFY(ablated->source->hiddenStates.back() == clean->source->hiddenStates.back());
    QVERIFY(largestDifference(ablated->logits.all(), clean->logits.all()) > 1e-3);

    // Keys of cross-attention are tokens of the source, queries those of the target.
    const auto masked = changed("mask key 30 in cross *.*; mask row 2 in cross 1.*");
    for (int head = 0; head < 2; ++head) {
      const Matrix map = weights(masked, AttentionType::Cross, {0, head});
      QVERIFY(map.col(30).isZero(0));
      QVERIFY((map.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-5F);
      QVERIFY(weights(masked, AttentionType::Cross, {1, head}).row(2).isZero(0));
    }

    const auto encoder = changed("uniform encoder 0.0");
    QVERIFY((weights(encoder, AttentionType::Encoder, {0, 0}).array() - 1.0F / 33).abs().maxCoeff() < 1e-6F);
    QVERIFY(weights(encoder, AttentionType::Self, {0, 0}) == weights(clean, AttentionType::Self, {0, 0}));
    QVERIFY(largestDifference(encoder->logits.all(), clean->logits.all()) > 1e-3);

    // Without a word for it the decoder's self-attention is meant.
    const auto self = changed("ablate 0.0");
    QVERIFY(weights(self, AttentionType::Self, {0, 0}).isZero(0));
    QVERIFY(self->source->hiddenStates.back() == clean->source->hiddenStates.back());

    // Another text is read by the encoder.
    RunOptions patch;
    patch.interventions = parseInterventions("patch pattern encoder 0.0 from \"x\"");
    Encoding turned = clean->source->encoding;
    std::reverse(turned.tokens.begin(), turned.tokens.end());
    const auto other = m_run.model->run(turned);
    patch.others["x"] = other;
    const auto patched = m_run.model->runAgain(*clean, patch);
    QVERIFY(largestDifference(weights(patched, AttentionType::Encoder, {0, 0}),
                              weights(other, AttentionType::Encoder, {0, 0})) < 1e-5);
    QVERIFY(weights(patched, AttentionType::Encoder, {0, 1}) == weights(clean, AttentionType::Encoder, {0, 1}));
  }

  void refusesWhatIsNotThere() {
    m_run = *reference::run("t5", 1);
    const auto refusal = [&](const char* text) { return messageOf<Error>([&] { changed(text); }); };
    QVERIFY(refusal("ablate encoder 2.0").find("layer 2: expected 0 to 1") != std::string::npos);
    QVERIFY(refusal("ablate cross 3.0").find("layer 3: expected 0 to 2") != std::string::npos);
    QVERIFY(refusal("mask key 33 in cross 0.0").find("token 33: expected 0 to 32") != std::string::npos);
    QVERIFY(refusal("mask row 21 in cross 0.0").find("token 21: expected 0 to 20") != std::string::npos);
    QVERIFY(refusal("mask key 21").find("token 21: expected 0 to 20") != std::string::npos);
    QVERIFY(refusal("patch output cross 0.0 from \"x\"").find("was not run") != std::string::npos);
    const auto gpt = *reference::run("gpt2", 0);
    QVERIFY(messageOf<Error>([&] { TraceMaps(gpt.trace, AttentionType::Cross); }).find("no encoder") !=
            std::string::npos);
    RunOptions target;
    target.target = gpt.trace->encoding;
    QVERIFY(messageOf<Error>([&] { gpt.model->run(gpt.trace->encoding, target); }).find("encoder–decoder") !=
            std::string::npos);
    target.target = Encoding();
    QCOMPARE(messageOf<Error>([&] { m_run.model->run(m_run.trace->source->encoding, target); }),
             std::string("input: expected at least one token, found none"));
  }

  void paddingOfTheSourceIsNotSeen_data() { addModels(); }
  void paddingOfTheSourceIsNotSeen() {
    open();
    Encoding padded = m_run.trace->source->encoding;
    for (int i = 0; i < 3; ++i) {
      padded.tokens.emplace_back();
      padded.tokens.back().id = 1;
      padded.tokens.back().attended = false;
    }
    RunOptions options;
    options.target = m_run.trace->encoding;
    const auto trace = m_run.model->run(padded, options);
    QVERIFY(largestDifference(trace->logits.all(), m_run.trace->logits.all()) < 1e-3);
    QVERIFY(weights(trace, AttentionType::Cross, {0, 0}).rightCols(3).isZero(0));
  }

  /// As many tokens on both sides.
  void costIsWhatIsComputed_data() { addModels(); }
  void costIsWhatIsComputed() {
    open();
    RunOptions options;
    options.target = m_run.trace->encoding;
    while (options.target->size() < 33) options.target->tokens.push_back(options.target->tokens.back());
    const std::uint64_t before = countedMultiplyAdds();
    m_run.model->run(m_run.trace->source->encoding, options)->logits.all();
    const auto counted = static_cast<double>(countedMultiplyAdds() - before);
    QCOMPARE(costOf(*m_run.model, 33, AttentionKind::Streamed).multiplyAdds(), counted);
  }
};

HEADLIGHT_TEST(TestTwoStacks)
#include "test_two_stacks.moc"
