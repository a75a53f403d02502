#include <QtTest>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/intervention/grammar.h"
#include "core/io/steering_file.h"
#include "core/model/model_folder.h"
#include "core/reading/draws.h"
#include "tests/support/message_of.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

namespace {

const fs::path kData = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/interventions";

/// A run of the model with the values at all its sites, as interventions take them.
OtherRun watched(const Model& model, const Encoding& text) {
  OtherRun run;
  RunOptions options;
  options.watch = [&](const ValuePlace& place, MatrixView rows) { run.values[place] = rows; };
  run.trace = model.run(text, options);
  return run;
}

}  // namespace

/// Values inside layers that are changed, against what the reference library computes with hooks
/// (tests/data/interventions/make.py).
class TestValues : public QObject {
  Q_OBJECT
  std::shared_ptr<const Model> m_model;
  nlohmann::json m_cases;
  TensorTable m_expected;
  OtherRuns m_others;
  Encoding m_text;

  bool open(const std::string& name) {
    const auto folder = reference::folderOf(name);
    if (!folder) return false;
    m_model = Model::open(*folder);
    m_cases = parseJson(readFile(kData / (name + ".json")), name);
    m_expected = readSafetensors(kData / (name + ".safetensors"));
    const auto text = [&](const char* key) {
      return reference::encodingOf(m_cases["texts"][key].get<std::vector<std::int64_t>>());
    };
    m_text = text("A");
    m_others.clear();
    for (const char* key : {"B", "C"}) m_others[key] = watched(*m_model, text(key));
    return true;
  }

  std::shared_ptr<const Trace> run(const std::string& changes, std::shared_ptr<const Trace> from = {}) {
    RunOptions options;
    if (!changes.empty()) options.interventions = parseInterventions(changes);
    options.others = m_others;
    options.resumeFrom = std::move(from);
    return m_model->run(m_text, options);
  }

 private slots:
  void equalTheReference_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"gpt2", "llama-gqa", "bert-mlm"}) QTest::newRow(qPrintable(model)) << model;
  }
  void equalTheReference() {
    QFETCH(QString, model);
    if (!open(model.toStdString())) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const auto clean = run("");
    std::size_t at = 0;
    for (const nlohmann::json& each : m_cases["changes"]) {
      const auto change = each.get<std::string>();
      const std::string key = "logits." + std::to_string(at++);
      QCOMPARE(textOf(parseInterventions(change)), change);
      const std::vector<float> numbers = floatsOf(m_expected.at(key));
      // Alone, and from a run without it: layers before the change are then taken from that.
      for (const auto& from : {std::shared_ptr<const Trace>(), clean}) {
        const Matrix found = run(change, from)->logits.all();
        QCOMPARE(static_cast<std::size_t>(found.size()), numbers.size());
        const Matrix expected = Eigen::Map<const Matrix>(numbers.data(), found.rows(), found.cols());
        const float scale = std::max(1.0F, expected.cwiseAbs().maxCoeff());
        const float worst = (found - expected).cwiseAbs().maxCoeff();
        QVERIFY2(worst <= reference::kTolerance * scale,
                 qPrintable(QString("%1, %2: largest difference %3").arg(model, change.c_str()).arg(worst)));
      }
    }
    QVERIFY(at > 15);
  }

  /// Going back from a change to none, and from one to another, is as if nothing had been before.
  void runsBeginFromChangedOnes_data() { equalTheReference_data(); }
  void runsBeginFromChangedOnes() {
    QFETCH(QString, model);
    if (!open(model.toStdString())) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const Matrix clean = run("")->logits.all();
    for (const char* change : {"ablate stream 0 at 2", "scale stream 1 by 2", "ablate mlp 0 mean", "ablate q 1.1",
                               "ablate output 0.1 at 3"}) {
      const auto changed = run(change);
      QVERIFY2(changed->logits.all() != clean, change);
      QVERIFY2(run("", changed)->logits.all() == clean, change);
      QVERIFY2(run("scale stream 2 by 2", changed)->logits.all() == run("scale stream 2 by 2")->logits.all(), change);
    }
  }

  /// A text goes on under a change as if it had been read at once.
  void textsGoOnUnderAChange() {
    for (const char* name : {"gpt2", "llama-gqa"}) {
      if (!open(name)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
      const Encoding whole = m_text;
      for (const char* change : {"scale stream 1 by 1.5", "ablate stream 0 at 1", "ablate mlp 0 mean",
                                 "scale k 1.0 by 2", "scale output 1.1 at last by 2", "ablate attention 1 at first"}) {
        m_text.tokens.resize(whole.size() - 2);
        const auto begun = run(change);
        m_text = whole;
        const Matrix on = run(change, begun)->logits.all(), once = run(change)->logits.all();
        QVERIFY2((on - once).cwiseAbs().maxCoeff() < 1e-5F, change);
      }
    }
  }

  /// In their order: what is put last stands.
  void changesActInTheirOrder() {
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const auto logits = [&](const char* changes) { return run(changes)->logits.all(); };
    QVERIFY(logits("scale mlp 1 by 3; ablate mlp 1") == logits("ablate mlp 1"));
    QVERIFY(logits("ablate mlp 1; scale mlp 1 by 3") == logits("ablate mlp 1"));
    QVERIFY(logits("patch output 1.2 from \"B\"; ablate 1.2") == logits("ablate 1.2"));
    QVERIFY(logits("ablate 1.2 mean; scale output 1.2 by 0") == logits("ablate output 1.2 at 0-6"));
    QVERIFY(logits("ablate 1.2 mean; scale output 1.2 by 2") != logits("ablate 1.2 mean"));
  }

  /// The maps show the weights that were used: none where the head's output is another.
  void mapsShowWhatWasUsed() {
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const Matrix before = TraceMaps(run("")).weights({1, 2});
    const Matrix after = TraceMaps(run("ablate output 1.2 at 3 mean of \"C\"")).weights({1, 2});
    for (Index row = 0; row < before.rows(); ++row)
      QVERIFY(row == 3 ? after.row(row).isZero(0) : after.row(row) == before.row(row));
    QVERIFY(TraceMaps(run("scale output 1.2 by 2")).weights({1, 2}) == before);
    // Queries that are changed are what the map shows.
    const Matrix queries = TraceMaps(run("ablate q 1.2 at 3")).weights({1, 2});
    for (Index key = 0; key <= 3; ++key) QVERIFY(std::abs(queries(3, key) - 0.25F) < 1e-6F);
    QVERIFY(queries.row(2) == before.row(2));
  }

  void directionsAreAddedToTheStream() {
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "direction.safetensors";
    SteeringVector vector{1, Vector::LinSpaced(32, -1, 1), {{"from", "a"}}};
    writeSteering(file, vector);
    const SteeringVector again = readSteering(file);
    QVERIFY(again.layer == 1 && again.direction == vector.direction && again.notes.at("from") == "a");
    ModelFolder model;
    model.model = m_model;
    const std::vector<Intervention> steer = {Steer{file.string(), 2, {}}};
    m_others = runOtherTexts(steer, model);
    const auto clean = run("");
    const auto steered = run(textOf(steer));
    const Matrix added = Matrix(steered->hiddenStates[1]) - Matrix(clean->hiddenStates[1]);
    QVERIFY((added.rowwise() - 2 * vector.direction.transpose()).cwiseAbs().maxCoeff() < 1e-6F);
    QVERIFY(steered->logits.all() != clean->logits.all());

    vector.layer = 4;
    writeSteering(file, vector);
    m_others = runOtherTexts(steer, model);
    QVERIFY(headlight::test::messageOf([&] { run(textOf(steer)); }).find("a layer from 0 to 3, found 4") !=
            std::string::npos);
    vector.layer = 3;  // What the final norm reads.
    vector.direction = Vector::Ones(31);
    writeSteering(file, vector);
    m_others = runOtherTexts(steer, model);
    QVERIFY(headlight::test::messageOf([&] { run(textOf(steer)); }).find("32 numbers") != std::string::npos);
    QVERIFY_THROWS_EXCEPTION(Error, readSteering(kData / "gpt2.safetensors"));
  }

  void refusesWhatDoesNotFit_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* model, const char* change, const char* message) {
      QTest::newRow(change) << model << change << message;
    };
    row("gpt2", "ablate stream 4", "stream 4: expected 0 to 3 (3 is what the final norm reads)");
    row("gpt2", "ablate mlp 3", "layer 3: expected 0 to 2");
    row("gpt2", "ablate q 0.4", "head 4: expected 0 to 3");
    row("llama-gqa", "ablate k 0.2", "key/value head 2: expected 0 to 1 (the model has 2 key/value heads)");
    row("gpt2", "ablate mlp 0 at 7", "token 7: expected 0 to 6");
    row("gpt2", "ablate mlp 0 at \"cat\"", "token \"cat\": expected a number, or a word of the text");
    row("gpt2", "patch mlp 0 from \"C\"", "expected 7 tokens as in the text itself, found 12");
    row("gpt2", "patch mlp 0 from \"D\"", "the other text 'D' was not run");
    row("gpt2", "ablate mlp 0 mean of file \"x\"", "the file 'x' was not read");
    row("gpt2", "ablate stream encoder 0", "expected an encoder–decoder model");
    row("gpt2", "ablate q cross 0.0", "expected an encoder–decoder model");
    row("gpt2", "ablate mlp vision 0", "expected a model that reads pictures");
  }
  void refusesWhatDoesNotFit() {
    QFETCH(QString, model);
    QFETCH(QString, change);
    QFETCH(QString, message);
    if (!open(model.toStdString())) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const std::string found = headlight::test::messageOf([&] { run(change.toStdString()); });
    QVERIFY2(found.find(message.toStdString()) != std::string::npos, found.c_str());
  }
};

HEADLIGHT_TEST(TestValues)
#include "test_values.moc"
