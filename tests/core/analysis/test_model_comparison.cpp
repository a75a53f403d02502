#include <QTest>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/analysis/model_comparison.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "tests/support/message_of.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::shownMessageOf;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// The GGUF model of that name; none without the larger reference data.
std::optional<fs::path> modelNamed(const std::string& name) {
  for (const fs::path& root : reference::ggufRoots()) {
    const fs::path file = root / "models" / name / (name + ".gguf");
    if (fs::exists(file)) return file;
  }
  return {};
}

struct Run {
  ModelFolder folder;
  std::shared_ptr<const Trace> trace;
};

Run runOf(const fs::path& file, const std::vector<std::int64_t>& ids) {
  Run run{openModelFolder(file), nullptr};
  run.trace = run.folder.model->run({encodingOfIds(ids, run.folder.tokenizer.get())});
  return run;
}

bool near(double found, double expected, double tolerance = 5e-5) {
  return std::abs(found - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

StoredTensor tensorOf(const std::vector<float>& numbers, Shape shape) {
  auto owned = std::make_shared<std::vector<float>>(numbers);
  StoredTensor tensor;
  tensor.shape = std::move(shape);
  tensor.bytes = std::as_bytes(std::span(*owned));
  tensor.owner = std::move(owned);
  return tensor;
}

}  // namespace

/// Two models of one shape over one input.
class TestModelComparison : public QObject {
  Q_OBJECT

 private slots:
  void asTheReferenceHasIt_data() {
    QTest::addColumn<QString>("pair");
    const fs::path file = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/gguf/comparison.json";
    for (const json& pair : parseJson(readFile(file), "comparison.json"))
      QTest::addRow("%s, %s", pair["one"].get<std::string>().c_str(), pair["other"].get<std::string>().c_str())
          << QString::fromStdString(pair.dump());
  }
  /// Heads and answers of what the reference library computes of both files, tensors as the package gguf unpacks them.
  void asTheReferenceHasIt() {
    QFETCH(QString, pair);
    const json expected = json::parse(pair.toStdString());
    const auto one = modelNamed(expected["one"]), other = modelNamed(expected["other"]);
    if (!one || !other) QSKIP("needs the reference data (HEADLIGHT_REFERENCE)");
    const std::vector<std::int64_t> ids = expected["ids"];
    const Run a = runOf(*one, ids), b = runOf(*other, ids);
    const ModelComparison found = compareModels(a.folder, a.trace, b.folder, b.trace, AttentionType::Self, 3);

    QCOMPARE(found.heads.size(), expected["heads"].size());
    for (const json& head : expected["heads"]) {
      const HeadId id{head["layer"], head["head"]};
      const auto at = std::find_if(found.heads.begin(), found.heads.end(),
                                   [&](const HeadDistance& each) { return each.head == id; });
      QVERIFY(at != found.heads.end());
      QVERIFY(near(at->divergence, head["divergence"]));
      QVERIFY(near(at->totalVariation, head["total_variation"]));
      QVERIFY(near(at->largestDifference, head["largest"]));
    }
    for (std::size_t i = 1; i < found.heads.size(); ++i)
      QVERIFY(found.heads[i - 1].divergence >= found.heads[i].divergence);

    QCOMPARE(found.answers.size(), expected["answers"].size());
    QCOMPARE(found.answers.empty(), !found.noAnswers.empty());
    for (std::size_t i = 0; i < found.answers.size(); ++i) {
      const json& answer = expected["answers"][i];
      const AnswerDifference& each = found.answers[i];
      QCOMPARE(each.change.row, static_cast<Index>(i));
      QCOMPARE(each.likeliest.id, answer["one"].get<std::int64_t>());
      QCOMPARE(each.others.id, answer["other"].get<std::int64_t>());
      QCOMPARE(each.differs(), answer["one"] != answer["other"]);
      QVERIFY(near(each.change.divergence, answer["divergence"]));
      QVERIFY(near(each.likeliest.before, answer["one_probability"]));
      QVERIFY(near(each.others.after, answer["other_probability"]));
    }

    QVERIFY2(found.noTensors.empty(), found.noTensors.c_str());
    QVERIFY(!found.otherIsFiner);
    QCOMPARE(found.tensors.size(), expected["tensors"].size());
    for (const TensorDifference& each : found.tensors) {
      const json& tensor = expected["tensors"].at(each.storedAs);
      QCOMPARE(each.finer, tensor["finer"].get<std::string>());
      QCOMPARE(each.other, tensor["other"].get<std::string>());
      QVERIFY(near(each.relative.value(), tensor["relative"], 1e-6));
      QVERIFY(near(each.largest.value(), tensor["largest"], 1e-6));
    }
    for (std::size_t i = 1; i < found.tensors.size(); ++i)
      QVERIFY(found.tensors[i - 1].relative >= found.tensors[i].relative);

    // From the other side the finer file stays the one that errors are of.
    const ModelComparison turned = compareModels(b.folder, b.trace, a.folder, a.trace, AttentionType::Self, 3);
    QVERIFY(turned.otherIsFiner);
    QCOMPARE(turned.tensors.front().relative, found.tensors.front().relative);
    QCOMPARE(turned.tensors.front().name, found.tensors.front().name);
  }

  void aModelDoesNotDifferFromItself() {
    const Run a = runOf(*modelNamed("llama-q40"), {5, 9, 200, 5});
    const ModelComparison same = compareModels(a.folder, a.trace, a.folder, a.trace, AttentionType::Self, 1);
    for (const HeadDistance& head : same.heads) QVERIFY(head.divergence < 1e-12 && head.totalVariation == 0);
    for (const AnswerDifference& answer : same.answers) QVERIFY(!answer.differs() && answer.change.divergence == 0);
    for (const TensorDifference& tensor : same.tensors) QVERIFY(tensor.relative == 0.0 && tensor.largest == 0.0);
  }

  void tensorsOfBothOneAndOtherShapes() {
    const auto table = [](std::vector<std::pair<std::string, StoredTensor>> tensors) {
      TensorTable all;
      for (auto& [name, tensor] : tensors) all.emplace(name, std::move(tensor));
      return Checkpoint("made", std::move(all));
    };
    StoredTensor turned = tensorOf({1, 3, 5, 2, 4, 7}, {2, 3});
    turned.outIn = true;
    const Checkpoint finer = table({{"in-out", tensorOf({1, 2, 3, 4, 5, 6}, {3, 2})},
                                    {"zeros", tensorOf({0, 0}, {2})},
                                    {"spoilt", tensorOf({1, 1}, {1, 2})},
                                    {"alone", tensorOf({1}, {1})}});
    const Checkpoint other = table({{"in-out", turned},
                                    {"zeros", tensorOf({0, 0.5F}, {2})},
                                    {"spoilt", tensorOf({1, NAN}, {2})},
                                    {"new", tensorOf({1}, {1})}});
    const std::vector<TensorDifference> found = tensorDifferences(finer, other);
    QCOMPARE(found.size(), std::size_t(5));
    QCOMPARE(found[0].name, std::string("spoilt"));
    QVERIFY(std::isnan(found[0].relative.value()) && std::isnan(found[0].largest.value()));
    QCOMPARE(found[1].name, std::string("zeros"));
    QVERIFY(!found[1].relative);
    QCOMPARE(found[1].largest.value(), 0.5);
    QCOMPARE(found[2].name, std::string("in-out"));
    QVERIFY(near(found[2].relative.value(), 1 / std::sqrt(91.0), 1e-12));
    QCOMPARE(found[3].name, std::string("alone"));
    QVERIFY(found[3].other.empty() && !found[3].largest);
    QCOMPARE(found[4].name, std::string("new"));
    QVERIFY(found[4].finer.empty() && found[4].other == "F32");

    const Checkpoint wider = table({{"in-out", tensorOf({1, 2, 3, 4, 5, 6, 7, 8}, {4, 2})}});
    QVERIFY(shownMessageOf([&] { tensorDifferences(finer, wider); })
                .startsWith("tensor 'in-out': expected the same shape in both"));
  }

  void otherShapesAreRefusedByName_data() {
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("says");
    QTest::newRow("layers") << "gemma2-q80" << "layers, as 'llama-q40' has, found";
    QTest::newRow("heads") << "gpt2-q40" << "as 'llama-q40' has, found";
  }
  void otherShapesAreRefusedByName() {
    QFETCH(QString, other);
    QFETCH(QString, says);
    const Run a = runOf(*modelNamed("llama-q40"), {5, 9}), b = runOf(*modelNamed(other.toStdString()), {5, 9});
    const QString message = shownMessageOf([&] { checkComparable({a.folder, *a.trace}, {b.folder, *b.trace}); });
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY2(message.startsWith("model '" + other), qPrintable(message));
  }

  /// The same ids that stand for other words are other tokens; other ids are too.
  void otherTokensAreRefused() {
    const Run a = runOf(*modelNamed("llama-q40"), {5, 9});
    Trace trace = *a.trace;
    trace.encoding.tokens[1].display += "x";
    const auto message = [&] {
      return shownMessageOf([&] { checkComparable({a.folder, *a.trace}, {a.folder, trace}); });
    };
    QVERIFY2(message().contains("found another at 1"), qPrintable(message()));
    trace.encoding = a.trace->encoding;
    trace.encoding.tokens[0].id = 6;
    QVERIFY2(message().contains("found another at 0"), qPrintable(message()));
    trace.encoding = a.trace->encoding;
    trace.encoding.tokens.pop_back();
    QVERIFY2(message().contains("2 of them, found 1; their tokenizers differ"), qPrintable(message()));
  }
};

HEADLIGHT_TEST(TestModelComparison)
#include "test_model_comparison.moc"
