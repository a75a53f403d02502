#include <QtTest>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "core/gradients/gradient_tensors.h"
#include "tests/core/gradients/tensor_comparison.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

constexpr double kMostDifference = 1e-4;

Metric metricFrom(const nlohmann::json& input) {
  Metric metric;
  const std::string kind = input.at("kind");
  metric.kind = kind == "logit" ? Metric::Kind::Logit
                : kind == "log_probability" ? Metric::Kind::LogProbability
                                            : Metric::Kind::LogitDifference;
  if (!input.at("position").is_null()) metric.position = input.at("position").get<Index>();
  metric.target = input.at("target").get<Index>();
  if (input.contains("against")) metric.against = input.at("against").get<Index>();
  return metric;
}

/// The name in the reference file, which has the number of the input in it: before that of a layer, or at the end.
std::string withInput(const std::string& name, const std::string& input) {
  const auto dot = name.rfind('.');
  const bool layer = dot != name.npos && name.find_first_not_of("0123456789", dot + 1) == name.npos;
  return layer ? name.substr(0, dot) + "." + input + name.substr(dot) : name + "." + input;
}

/// What a tensor is in the table: "q" for "grad.encoder_q.0", "chefer" for all of these.
std::string kindOf(std::string name) {
  const bool gradient = name.starts_with("grad.");
  if (gradient) name = name.substr(5);
  name = name.substr(0, name.find('.'));
  for (const char* prefix : {"encoder_", "decoder_", "cross_"})
    if (name.starts_with(prefix)) name = name.substr(std::string(prefix).size());
  return name.starts_with("chefer") ? "chefer" : name;
}

}  // namespace

class TestGradients : public QObject {
  Q_OBJECT
  nlohmann::json m_metrics;
  std::map<std::string, std::map<std::string, double>> m_table;  // Model and kind to the largest difference.

 private slots:
  void initTestCase() {
    std::ifstream file(reference::fileOf("gradients/metrics.json").value());
    m_metrics = nlohmann::json::parse(file);
  }

  void equalTheReference_data() {
    QTest::addColumn<QString>("name");
    for (const auto& [name, entry] : m_metrics.items())
      if (entry.is_object() && entry.contains("inputs")) QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }
  void equalTheReference() {
    QFETCH(QString, name);
    const std::string model = name.toStdString();
    const auto file = reference::fileOf("gradients/" + model + ".safetensors");
    if (!file) QSKIP("no reference gradients of this model: set HEADLIGHT_REFERENCE");
    const TensorTable expected = readSafetensors(*file);
    test::TensorComparison comparison(expected, kMostDifference);
    for (const nlohmann::json& input : m_metrics.at(model).at("inputs")) {
      const std::string i = std::to_string(input.at("input").get<int>());
      const auto run = reference::run(model, input.at("input"));
      if (!run) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
      const Metric metric = metricFrom(input);
      const auto sink = [&](const std::string& tensor, const std::vector<Index>& shape,
                            const std::vector<double>& values) {
        // A metric is a difference of logits, whatever is left of them.
        comparison.compare(withInput(tensor, i), shape, values, tensor.starts_with("metric") ? 1 : 0);
        double& worst = m_table[model][kindOf(tensor)];
        worst = std::max(worst, comparison.takeWorst());
      };
      BackwardOptions options;
      options.streams = options.sublayers = true;
      const Gradients gradients = backward(*run->model, *run->trace, metric, options);
      sink("metric", {1}, {gradients.metric});
      QVERIFY(std::abs(metricOf(*run->model, *run->trace, metric) - gradients.metric) < 1e-6);
      gradientTensors(run->trace, gradients, sink);
      attributionTensors(*run->model, run->trace, gradients, sink);
      relevanceTensors(relevance(*run->trace, gradients), sink);
      integratedTensors(integratedGradients(*run->model, *run->trace, metric), sink);
    }
    const std::vector<std::string> missing = comparison.missing([](const std::string&) { return true; });
    QVERIFY2(missing.empty(), ("not compared: " + (missing.empty() ? "" : missing.front())).c_str());
    QVERIFY2(comparison.firstWrong().empty(), comparison.firstWrong().c_str());
  }

  /// Derivatives of each kind of metric with respect to a row of logits.
  void metricsHaveTheirDerivatives() {
    Matrix row(1, 4);
    row << 0.3F, -1.2F, 2.1F, 0.4F;
    for (const auto kind : {Metric::Kind::LogitDifference, Metric::Kind::Logit, Metric::Kind::LogProbability})
      for (const bool independent : {false, true}) {
        const Metric metric{kind, 0, 2, 1};
        const Matrix gradient = gradientOf(metric, row, independent);
        for (Index i = 0; i < row.cols(); ++i) {
          Matrix more = row, less = row;
          more(0, i) += 0.01F;
          less(0, i) -= 0.01F;
          const double slope = (valueOf(metric, more, independent) - valueOf(metric, less, independent)) /
                               static_cast<double>(more(0, i) - less(0, i));
          QVERIFY(std::abs(slope - static_cast<double>(gradient(0, i))) < 1e-4);
        }
      }
  }

  void cleanupTestCase() {
    std::map<std::string, std::size_t> kinds;
    for (const auto& [model, differences] : m_table)
      for (const auto& [kind, difference] : differences) kinds[kind] = std::max<std::size_t>(kind.size(), 7);
    std::printf("%-16s", "model");
    for (const auto& [kind, width] : kinds) std::printf(" | %*s", static_cast<int>(width), kind.c_str());
    std::printf("\n");
    for (auto& [model, differences] : m_table) {
      std::printf("%-16s", model.c_str());
      for (const auto& [kind, width] : kinds) std::printf(" | %*.1e", static_cast<int>(width), differences[kind]);
      std::printf("\n");
    }
    std::fflush(stdout);
  }
};

HEADLIGHT_TEST(TestGradients)
#include "test_gradients.moc"
