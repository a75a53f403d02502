#include <QTemporaryDir>
#include <QtTest>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/checkpoint/safetensors.h"
#include "core/findings/steering.h"
#include "core/reading/draws.h"
#include "tests/support/message_of.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

/// Directions between sets of texts, and what a model says with them, against the reference library
/// (tests/data/interventions/make.py).
class TestSteering : public QObject {
  Q_OBJECT
 private slots:
  void equalsTheReference_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"gpt2", "llama-gqa", "bert-mlm"}) QTest::newRow(qPrintable(model)) << model;
  }
  void equalsTheReference() {
    QFETCH(QString, model);
    const std::string name = model.toStdString();
    const auto run = reference::run(name, 0);
    if (!run) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const fs::path data = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/interventions";
    const nlohmann::json cases = parseJson(readFile(data / (name + ".json")), name);
    const TensorTable expected = readSafetensors(data / ("steering-" + name + ".safetensors"));
    const auto ids = [&](const char* text) { return cases["texts"][text].get<std::vector<std::int64_t>>(); };
    std::vector<std::int64_t> backwards = ids("A");
    std::reverse(backwards.begin(), backwards.end());
    const std::vector<Encoding> from = {reference::encodingOf(ids("A")), reference::encodingOf(ids("B"))},
                                to = {reference::encodingOf(ids("C")), reference::encodingOf(backwards)};
    const QTemporaryDir folder;
    const std::string file = folder.filePath("direction.safetensors").toStdString();
    ModelFolder opened;
    opened.model = run->model;
    for (const int layer : {1, 3})
      for (const auto& [tokens, word] :
           {std::pair{SteeringTokens::Last, "last"}, std::pair{SteeringTokens::All, "all"}}) {
        const std::string key = "." + std::to_string(layer) + "." + word;
        const SteeringVector vector = steeringVector(*run->model, from, to, layer, tokens);
        const std::vector<float> direction = floatsOf(expected.at("direction" + key));
        const Vector wanted = Eigen::Map<const Vector>(direction.data(), static_cast<Index>(direction.size()));
        QVERIFY2(
            (vector.direction - wanted).cwiseAbs().maxCoeff() < 5e-5F * std::max(1.0F, wanted.cwiseAbs().maxCoeff()),
            key.c_str());
        writeSteering(file, vector);
        RunOptions options;
        options.interventions = {Steer{file, 2, {}}};
        options.others = runOtherTexts(options.interventions, opened);
        const Matrix found = run->model->run(from[0], options)->logits.all();
        const std::vector<float> steered = floatsOf(expected.at("steered" + key));
        const Matrix logits = Eigen::Map<const Matrix>(steered.data(), found.rows(), found.cols());
        QVERIFY2((found - logits).cwiseAbs().maxCoeff() <
                     reference::kTolerance * std::max(1.0F, logits.cwiseAbs().maxCoeff()),
                 key.c_str());
      }
  }

  void refusesWhatDoesNotFit() {
    const auto run = reference::run("gpt2", 0);
    if (!run) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const std::vector<Encoding> some = {run->trace->encoding};
    const auto message = [&](const std::vector<Encoding>& from, int layer) {
      return headlight::test::shownMessageOf(
          [&] { steeringVector(*run->model, from, some, layer, SteeringTokens::Last); });
    };
    QVERIFY(message({}, 1).contains("expected at least one, found none"));
    QVERIFY(message(some, 4).contains("layer 4: expected 0 to 3"));
    QVERIFY(message(some, -1).contains("layer -1"));
  }
};

HEADLIGHT_TEST(TestSteering)
#include "test_steering.moc"
