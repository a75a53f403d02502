#include <QtTest>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/circuits/tracing/causal_tracing.h"
#include "tests/support/message_of.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

/// Causal tracing against a computation with hooks on the reference library's models and the same noise
/// (tests/data/interventions/make.py).
class TestCausalTracing : public QObject {
  Q_OBJECT
  TensorTable m_expected;
  AnalysisQuestion m_question;

  std::vector<float> numbers(const std::string& key) { return floatsOf(m_expected.at(key)); }
  std::vector<std::int64_t> integers(const std::string& key) { return integersOf(m_expected.at(key), key); }

  bool open(const std::string& name) {
    const auto run = reference::run(name, 0);
    if (!run) return false;
    m_expected = readSafetensors(fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/interventions" /
                                 ("tracing-" + name + ".safetensors"));
    m_question = {};
    m_question.model = run->model;
    m_question.a = run->trace;
    m_question.metric = {integers("position").front(), integers("target").front(), {}};
    m_question.settings.noise.window = static_cast<int>(integers("window").front());
    return true;
  }

  CausalNoise given() {
    CausalNoise noise;
    for (const std::int64_t token : integers("subject")) noise.tokens.push_back(token);
    const std::vector<float> all = numbers("noise");
    const auto rows = static_cast<Index>(noise.tokens.size());
    const Index width = m_question.theModel().info().width;
    for (Index at = 0; at < static_cast<Index>(all.size()); at += rows * width)
      noise.draws.emplace_back(Eigen::Map<const Matrix>(all.data() + at, rows, width));
    return noise;
  }

  static const NamedTensor& tensor(const Findings& found, const std::string& name) {
    const auto at =
        std::find_if(found.begin(), found.end(), [&](const NamedTensor& each) { return each.name == name; });
    if (at == found.end()) qFatal("no tensor %s", name.c_str());
    return *at;
  }

 private slots:
  void equalsTheReference_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"gpt2", "llama-gqa", "bert-mlm"}) QTest::newRow(qPrintable(model)) << model;
  }
  void equalsTheReference() {
    QFETCH(QString, model);
    if (!open(model.toStdString())) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const Findings found = causalTraces(m_question, given());
    const auto near = [](double a, double b) { return std::abs(a - b) < 2e-6; };
    QVERIFY(near(tensor(found, "trace.clean").values.front(), static_cast<double>(numbers("clean").front())));
    const std::vector<float> corrupted = numbers("corrupted");
    double mean = 0;
    for (std::size_t draw = 0; draw < corrupted.size(); ++draw) {
      const double p = static_cast<double>(corrupted[draw]);
      mean += p / static_cast<double>(corrupted.size());
      QVERIFY(near(tensor(found, "trace.corrupted_draws").values[draw], p));
    }
    QVERIFY(near(tensor(found, "trace.corrupted").values.front(), mean));
    for (const std::string& name : tracedValues()) {
      const NamedTensor& grid = tensor(found, "trace." + name);
      const std::vector<float> expected = numbers(name);
      double largest = 0;
      for (std::size_t cell = 0; cell < grid.values.size(); ++cell) {
        double sum = 0;
        for (std::size_t draw = 0; draw < corrupted.size(); ++draw)
          sum += static_cast<double>(expected[draw * grid.values.size() + cell]);
        const double effect = sum / static_cast<double>(corrupted.size()) - mean;
        largest = std::max(largest, std::abs(effect));
        QVERIFY2(near(grid.values[cell], effect), qPrintable(QString("%1, %2 at cell %3: expected %4, found %5")
                                                                 .arg(model, name.c_str())
                                                                 .arg(cell)
                                                                 .arg(effect)
                                                                 .arg(grid.values[cell])));
      }
      QVERIFY2(largest > 1e-4, name.c_str());
    }
  }

  /// A stream that is whole again where noise was, before any layer, is the clean run.
  void everySubjectTokenRestoredIsTheCleanRun() {
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    m_question.settings.noise.tokens = {2};
    m_question.settings.noise.draws = 2;
    m_question.settings.values = {"stream"};
    const Findings found = causalTracing(m_question);
    const double whole = tensor(found, "trace.clean").values.front() - tensor(found, "trace.corrupted").values.front();
    QVERIFY(std::abs(tensor(found, "trace.stream")({0, 2}) - whole) < 1e-6);
    QCOMPARE(tensor(found, "trace.stream")({1, 0}), 0.0);
  }

  void noiseIsThatOfItsSeed() {
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const Model& model = m_question.theModel();
    SubjectNoise asked{{4, 1, 4}};
    asked.draws = 200;
    asked.seed = 3;
    const CausalNoise one = causalNoise(model, *m_question.a, asked), again = causalNoise(model, *m_question.a, asked);
    QCOMPARE(one.tokens, (std::vector<Index>{1, 4}));
    QCOMPARE(one.draws.size(), std::size_t(200));
    QVERIFY(one.draws[7] == again.draws[7] && one.draws[7] != one.draws[8]);
    asked.seed = 4;
    QVERIFY(causalNoise(model, *m_question.a, asked).draws[7] != one.draws[7]);
    double squares = 0, sum = 0, count = 0;
    for (const Matrix& draw : one.draws) {
      squares += draw.cast<double>().squaredNorm();
      sum += draw.cast<double>().sum();
      count += static_cast<double>(draw.size());
    }
    // 12,800 numbers: three standard errors.
    QVERIFY(std::abs(std::sqrt(squares / count) / one.deviation - 1) < 3 / std::sqrt(2 * count));
    QVERIFY(std::abs(sum / count) < 3 * one.deviation / std::sqrt(count));
  }

  /// What is there is shown on the way, and none of it is another number in the end.
  void partsAreShownOnTheWay() {
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    m_question.settings.noise.tokens = {1};
    m_question.settings.noise.draws = 1;
    m_question.settings.values = {"mlp_out"};
    std::vector<NamedTensor> shown;
    m_question.partial = [&](const Findings& sofar) { shown.push_back(tensor(sofar, "trace.mlp_out")); };
    setThreadCount(1);  // Parts are as large as there are threads.
    const NamedTensor whole = tensor(causalTracing(m_question), "trace.mlp_out");
    setThreadCount(0);
    QVERIFY(!shown.empty());
    std::size_t before = 0;
    for (const NamedTensor& part : shown) {
      std::size_t there = 0;
      for (std::size_t i = 0; i < part.values.size(); ++i) {
        if (std::isnan(part.values[i])) continue;
        ++there;
        QCOMPARE(part.values[i], whole.values[i]);
      }
      QVERIFY(there > before && there < whole.values.size());
      before = there;
    }
  }

  void refusesWhatDoesNotFit() {
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const auto message = [&](SubjectNoise noise) {
      m_question.settings.noise = std::move(noise);
      return headlight::test::shownMessageOf([&] { causalTracing(m_question); });
    };
    QVERIFY(message({}).contains("found none (--subject)"));
    QVERIFY(message({{7}}).contains("token 7: expected 0 to 6"));
    QVERIFY(message({{1}, 0}).contains("standard deviations above 0"));
    QVERIFY(message({{1}, 3, 0}).contains("1 to 10,000"));
    QVERIFY(message({{1}, 3, 1, 0, 0}).contains("at least 1 layer"));
  }
};

HEADLIGHT_TEST(TestCausalTracing)
#include "test_causal_tracing.moc"
