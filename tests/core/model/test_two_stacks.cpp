#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/analysis/cost.h"
#include "core/analysis/methods.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "core/model/model_run.h"
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
    if (from) options.from = m_run.trace;
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
    const ModelRun whole{m_run.model, m_run.trace};
    const ModelRun reads = stackOf(whole, AttentionType::Source), writes = stackOf(whole, AttentionType::Self);
    QVERIFY(reads.model == encoder && reads.trace == m_run.trace->source);
    QVERIFY(writes.model == m_run.model && writes.trace == m_run.trace);
    QVERIFY_THROWS_EXCEPTION(Error, stackOf(whole, AttentionType::Cross));
    QVERIFY_THROWS_EXCEPTION(Error, stackOf(reads, AttentionType::Source));
    const Trace& target = *m_run.trace;
    for (int layer = 0; layer + 1 < m_run.model->info().layers; ++layer)
      QVERIFY(m_run.model->layerOutput(target, layer, nullptr) ==
              target.hiddenStates[static_cast<std::size_t>(layer) + 1]);
  }

  void everyMethodReadsBothStacks_data() { addModels(); }
  void everyMethodReadsBothStacks() {
    open();
    for (const MethodInfo& method : methods())
      for (const AttentionType type : {AttentionType::Source, AttentionType::Self}) {
        const auto maps = attentionBy(method.method, type, m_run.model, m_run.trace);
        const Matrix map = maps->weights({maps->layers() - 1, 0});
        QCOMPARE(map.rows(), type == AttentionType::Source ? Index(33) : Index(21));
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
    options.from = m_run.trace;
    const auto again = m_run.model->runAgain(*m_run.trace, options);
    QVERIFY(again->source == m_run.trace->source);
    QVERIFY(same(*again, *m_run.trace));
    // Another target of the same source.
    options.target = m_run.trace->encoding;
    std::swap(options.target->tokens[7], options.target->tokens[9]);
    const auto other = m_run.model->run(m_run.trace->source->encoding, options);
    options.from.reset();
    const auto plain = m_run.model->run(m_run.trace->source->encoding, options);
    QVERIFY(other->source == m_run.trace->source);
    QVERIFY(largestDifference(other->logits.all(), plain->logits.all()) < 1e-4);
    QVERIFY(weights(other, AttentionType::Cross, {1, 0}).isApprox(weights(plain, AttentionType::Cross, {1, 0}), 1e-4F));
    // Another source.
    options.from = m_run.trace;
    Encoding source = m_run.trace->source->encoding;
    std::swap(source.tokens[2], source.tokens[20]);
    const auto third = m_run.model->run(source, options);
    options.from.reset();
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
    QVERIFY((weights(encoder, AttentionType::Source, {0, 0}).array() - 1.0F / 33).abs().maxCoeff() < 1e-6F);
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
    QVERIFY(largestDifference(weights(patched, AttentionType::Source, {0, 0}),
                              weights(other, AttentionType::Source, {0, 0})) < 1e-5);
    QVERIFY(weights(patched, AttentionType::Source, {0, 1}) == weights(clean, AttentionType::Source, {0, 1}));
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
