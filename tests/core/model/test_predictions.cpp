#include <QtTest>
#include <cmath>

#include "core/base/error.h"
#include "core/model/model_folder.h"
#include "core/model/model_source.h"
#include "core/model/predictions.h"
#include "core/ops/amx.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::testing::messageOf;

class TestPredictions : public QObject {
  Q_OBJECT

 private slots:
  void nextTokensAreRanked();
  void masksAreFilled();
  void classesHaveNames();
  void tokensHaveLabels();
  void memoryIsEstimated();
};

void TestPredictions::nextTokensAreRanked() {
  Trace trace;
  trace.logits = Matrix{{0, 0, 0, 0}, {1000, 1001, 999, 1001}};
  const auto top = nextTokens(trace, 1, 3, nullptr);
  QCOMPARE(top.size(), std::size_t(3));
  QCOMPARE(top[0].id, std::int64_t(1));  // Equal ones by id.
  QCOMPARE(top[1].id, std::int64_t(3));
  QCOMPARE(top[2].id, std::int64_t(0));
  QCOMPARE(top[0].text, std::string("1"));
  const double sum = 2 * std::exp(0.0) + std::exp(-1.0) + std::exp(-2.0);
  QVERIFY(std::abs(top[0].probability - 1 / sum) < 1e-12);
  QVERIFY(std::abs(top[2].logProbability - (-1 - std::log(sum))) < 1e-12);
  QCOMPARE(nextTokens(trace, 0, 100, nullptr).size(), std::size_t(4));
  QCOMPARE(messageOf<Error>([&] { nextTokens(trace, 2, 1, nullptr); }),
           std::string("predictions at token 2: the run has logits for 2 tokens"));
}

void TestPredictions::masksAreFilled() {
  Trace trace;
  trace.encoding.tokens.resize(3);
  trace.encoding.tokens[1].id = 9;
  trace.logits = Matrix{{0, 0}, {0, 3}, {0, 0}};
  const auto filled = maskedTokens(trace, 9, 1, nullptr);
  QCOMPARE(filled.size(), std::size_t(1));
  QCOMPARE(filled[0].position, Index(1));
  QCOMPARE(filled[0].top[0].id, std::int64_t(1));
}

void TestPredictions::classesHaveNames() {
  ModelInfo info;
  info.name = "m";
  info.head = OutputHeadKind::SequenceClassification;
  info.labels = {"no", "yes"};
  Trace trace;
  trace.logits = Matrix{{0, static_cast<float>(std::log(3.0))}};
  const auto all = classes(trace, info);
  QCOMPARE(all[0].text, std::string("yes"));
  QVERIFY(std::abs(all[0].probability - 0.75) < 1e-6);
  QCOMPARE(all[1].text, std::string("no"));
  trace.logits = Matrix{{2.5F}};
  QCOMPARE(classes(trace, info)[0].value, std::optional<double>(2.5));
  info.head = OutputHeadKind::CausalLm;
  QCOMPARE(messageOf<Error>([&] { classes(trace, info); }), std::string("predictions: 'm' is not a text classifier"));
}

void TestPredictions::tokensHaveLabels() {
  ModelInfo info;
  info.head = OutputHeadKind::TokenClassification;
  info.labels = {"O", "PER"};
  Trace trace;
  trace.logits = Matrix{{1, 0}, {0, 1}};
  const auto labels = tokenLabels(trace, info);
  QCOMPARE(labels.size(), std::size_t(2));
  QCOMPARE(labels[1].top[0].text, std::string("PER"));
  info.head = OutputHeadKind::ReplacedTokenDetection;
  trace.logits = Matrix{{-2}, {2}};
  const auto found = tokenLabels(trace, info);
  QCOMPARE(found[0].top[0].text, std::string("original"));
  QCOMPARE(found[1].top[0].text, std::string("replaced"));
  QVERIFY(std::abs(found[1].top[0].probability - 1 / (1 + std::exp(-2.0))) < 1e-6);
}

void TestPredictions::memoryIsEstimated() {
  const std::filesystem::path models = std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models";
  const MemoryEstimate whole = estimateMemory(modelSourceAt(models / "llama-minimal-config"));
  QVERIFY(whole.weightBytes > 40000 && whole.residentBytes == whole.weightBytes);
  // Sixteen bits are kept as they are for the matrix unit, else converted to thirty-two beside the file's.
  const bool usual = amx::isUsed();
  for (const bool unit : {false, true}) {
    amx::use(unit);
    const MemoryEstimate half = estimateMemory(modelSourceAt(models / "llama-bias-bf16"));
    QCOMPARE(half.residentBytes, (amx::isUsed() ? 1 : 3) * half.weightBytes);
  }
  amx::use(usual);
  const ModelFolder folder = openModelFolder(models / "llama-base");
  QCOMPARE(folder.name, std::string("llama-base"));
  QVERIFY(folder.model && !folder.tokenizer);
}

HEADLIGHT_TEST(TestPredictions)
#include "test_predictions.moc"
