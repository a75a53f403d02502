#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <fstream>

#include "core/base/error.h"
#include "core/io/attention_export.h"
#include "core/model/model_locations.h"
#include "tests/support/suite.h"
#include "ui/reading/engine.h"

using namespace headlight;

namespace {

std::shared_ptr<const Source> builtIn(const std::string& name) {
  return std::make_shared<const Source>(coreEngine().open(findModel(name), {}));
}

std::string repeated(const std::string& word, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += word;
  return text;
}

}  // namespace

class TestEngine : public QObject {
  Q_OBJECT
 private slots:
  void aFileThatIsNoGgufIsCalledThat() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("model.gguf").toStdString();
    std::ofstream(file) << "something else";
    try {
      coreEngine().open(file, {});
      QFAIL("it opened");
    } catch (const Error& error) {
      QVERIFY2(std::string(error.what()).find("not a GGUF file") != std::string::npos, error.what());
    }
  }

  void aCausalModelPredictsTheNextToken() {
    const auto model = builtIn("gpt");
    const RunResult result = coreEngine().run({model, {TextInput{"The cat sat on the"}}}, {}, {});
    QVERIFY(result.maps->queries() > 4);
    QCOMPARE(result.context.sinkColumns, std::vector<Index>{0});
    QCOMPARE(result.predictions.size(), std::size_t(1));
    const auto& answers = result.predictions.front().answers;
    QVERIFY(answers.size() > 1);
    for (std::size_t i = 1; i < answers.size(); ++i) QVERIFY(answers[i - 1].probability >= answers[i].probability);
    QVERIFY(answers.front().probability > 0 && answers.front().probability < 1);
    QVERIFY(result.warning.empty());
  }

  void aMaskedModelFillsEachMask() {
    const auto model = builtIn("bert");
    const RunResult result = coreEngine().run({model, {TextInput{"the [MASK] sat on the [MASK]."}}}, {}, {});
    QCOMPARE(result.predictions.size(), std::size_t(2));
    QCOMPARE(result.context.sinkColumns.size(), std::size_t(2));
    const RunResult pair = coreEngine().run({model, {TextInput{"one", "two"}}}, {}, {});
    QVERIFY(pair.predictions.empty());
    QCOMPARE(pair.maps->queryTokens()[3].sequence, std::optional<int>(1));
  }

  void tooManyLearnedPositionsAreAnErrorWithTheNumbers() {
    const auto model = builtIn("bert");
    QVERIFY(model->info.positionsAreLearned);
    try {
      coreEngine().run({model, {TextInput{repeated("the ", 200)}}}, {}, {});  // Two more are added.
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains("128") && QString(error.what()).contains("202"), error.what());
    }
  }

  void untrainedRotaryPositionsAreAWarningWithTheNumbers() {
    const auto model = builtIn("gpt");
    QVERIFY(!model->info.positionsAreLearned);
    const RunResult result = coreEngine().run({model, {TextInput{repeated(" the", 300)}}}, {}, {});
    const QString limit = QString::number(model->info.maxPositions);
    QVERIFY2(QString::fromStdString(result.warning).contains(limit), result.warning.c_str());
    QVERIFY(QString::fromStdString(result.warning).contains(QString::number(result.maps->queries())));
  }

  void aRunCanBeStopped() {
    const auto model = builtIn("gpt");
    const Progress stop([](double, std::string_view) { return false; });
    QVERIFY_THROWS_EXCEPTION(Cancelled, coreEngine().run({model, {TextInput{"The cat"}}}, {}, stop));
  }

  void attentionFromAFileIsAReading() {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("far.npz").toStdString();
    const auto model = builtIn("gpt");
    const RunResult read = coreEngine().run({model, {TextInput{"The cat sat on the mat"}}}, {}, {});
    exportAttention(file, read.trace, {});
    const auto far = std::make_shared<const Source>(coreEngine().open(file, {}));
    QVERIFY(far->stored && !far->model && !far->tokenizer);
    QCOMPARE(far->info.layers, model->info.layers);
    QCOMPARE(far->info.heads, model->info.heads);
    RunRequest request{far, {TextInput{"whatever"}}};
    request.changes = {Uniform{}};
    request.methods = {Method::Norm};
    const RunResult result = readingOf(coreEngine(), request, {}, {});
    QVERIFY(result.maps->weights({1, 2}) == read.maps->weights({1, 2}));
    QCOMPARE(result.context.sinkColumns, read.context.sinkColumns);
    QCOMPARE(result.context.text, QString("The cat sat on the mat"));
    QVERIFY(!result.trace && result.predictions.empty());
    QCOMPARE(result.misfits.size(), std::size_t(1));
    QVERIFY2(result.misfits.front().why.find("no model to change") != std::string::npos, "said");
    QVERIFY(!result.methods.at(Method::Norm).maps);
    std::filesystem::resize_file(file, 600);
    QVERIFY_THROWS_EXCEPTION(Error, readingOf(coreEngine(), request, {}, {}));
  }

  void aWrongFolderIsAnError() { QVERIFY_THROWS_EXCEPTION(Error, coreEngine().open("/nowhere", {})); }
};

HEADLIGHT_TEST(TestEngine)
#include "test_engine.moc"
