#include <QtTest>
#include <cmath>
#include <random>

#include "core/base/error.h"
#include "core/gradients/backward.h"
#include "core/gradients/known_switches.h"
#include "core/gradients/rerun.h"
#include "core/gradients/token_attribution.h"
#include "tests/support/message_of.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

/// Of a derivative along one direction, relative to the gradient's length along the direction's: what rounding in single
/// precision leaves of a difference.
constexpr double kMostSlopeDifference = 2e-3;

/// The two likeliest outcomes of the middle of the text; without a head a number of its hidden state.
Metric metricFor(const Trace& trace) {
  Metric metric;
  if (trace.logits.size() == 0) {
    metric.kind = Metric::Kind::HiddenState;
    metric.position = static_cast<Index>(trace.encoding.size()) / 2;
    metric.target = 3;
    return metric;
  }
  metric.position = trace.logits.rows() > 1 ? trace.logits.rows() - 2 : 0;
  Logits::Row row = trace.logits.row(metric.position);
  row.maxCoeff(&metric.target);
  if (row.size() == 1) {
    metric.kind = Metric::Kind::Logit;
    return metric;
  }
  row[metric.target] = -1e30F;
  row.maxCoeff(&metric.against);
  return metric;
}

/// Central differences with one step of Richardson's extrapolation along `direction`.
template <class ValueAt>
double slope(const ValueAt& at, double step) {
  const auto central = [&](double h) { return (at(h) - at(-h)) / (2 * h); };
  return (4 * central(step / 2) - central(step)) / 3;
}

Matrix randomLike(const Matrix& rows, std::mt19937& random) {
  std::normal_distribution<float> normal;
  Matrix direction(rows.rows(), rows.cols());
  for (Index i = 0; i < direction.size(); ++i) direction.data()[i] = normal(random);
  return direction;
}

/// The smallest relative difference between the slopes of the metric and the gradient along a direction, over steps; a
/// kink or the border of an expert's tokens lies in some of the steps alone.
template <class ValueOf>
double differenceAlong(const Matrix& at, const Matrix& gradient, Matrix direction, const ValueOf& valueOf) {
  direction *= at.norm() / direction.norm();
  const double expected = gradient.cast<double>().cwiseProduct(direction.cast<double>()).sum();
  const double scale = static_cast<double>(gradient.norm()) * static_cast<double>(direction.norm());
  if (scale == 0) return 0;
  double best = INFINITY;
  for (const double step : {3e-2, 1e-2, 3e-3, 1e-3}) {
    const double found = slope([&](double h) { return valueOf(at + static_cast<float>(h) * direction); }, step);
    best = std::min(best, std::abs(found - expected) / scale);
  }
  return best;
}

}  // namespace

class TestFiniteDifferences : public QObject {
  Q_OBJECT

 private slots:
  void everyModel_data() {
    QTest::addColumn<QString>("folder");
    for (const auto& [name, folder] : reference::models()) QTest::newRow(name.c_str()) << QString::fromStdString(folder.string());
  }

  /// Of each model either the gradients are what differences say, for its embeddings and for what each of its layers
  /// reads, or it is refused with a reason.
  void everyModel() {
    QFETCH(QString, folder);
    const auto run = reference::runIn(folder.toStdString(), 0);
    const Model& model = *run.model;
    const Trace& trace = *run.trace;
    const Metric metric = metricFor(trace);
    try {
      checkWayBack(model.description());
    } catch (const Error& error) {
      QVERIFY(std::string(error.what()).size() > 20);
      std::printf("%s is refused: %s\n", QTest::currentDataTag(), error.what());
      return;
    }
    BackwardOptions options;
    options.streams = true;
    const Gradients gradients = backward(model, trace, metric, options);
    std::mt19937 random(1);
    double worst = 0;
    const auto check = [&](const std::string& what, const Matrix& at, const Matrix& gradient, const auto& valueOf) {
      QCOMPARE(gradient.rows(), at.rows());
      QVERIFY2(gradient.norm() > 0, what.c_str());
      for (const Matrix& direction : {gradient, randomLike(at, random), randomLike(at, random)}) {
        const double difference = differenceAlong(at, gradient, direction, valueOf);
        worst = std::max(worst, difference);
        QVERIFY2(difference < kMostSlopeDifference, (what + ": differs by " + std::to_string(difference)).c_str());
      }
    };
    const auto checkStack = [&](const std::string& name, const StackGradients& stack, const Model& own,
                                const Trace& read, const auto& valueOf) {
      check(name + "embeddings", embeddingsOf(own, read), stack.embeddings.cast<float>(),
            [&](const Matrix& rows) { return valueOf(runFromEmbeddings(own, read, rows)); });
      for (std::size_t layer = 0; layer < read.layers.size() && !QTest::currentTestFailed(); ++layer)
        check(name + "layer " + std::to_string(layer), read.hiddenStates[layer], stack.streams[layer],
              [&](const Matrix& rows) { return valueOf(runFromStream(own, read, layer, rows)); });
    };
    checkStack("", gradients.stack, model, trace,
               [&](const std::shared_ptr<const Trace>& changed) { return metricOf(model, *changed, metric); });
    if (trace.source)
      checkStack("encoder ", gradients.source.value(), *model.encoder(), *trace.source,
                 [&](const std::shared_ptr<const Trace>& changed) {
                   return metricOf(model, *runFromStream(model, trace, 0, trace.hiddenStates.front(), changed), metric);
                 });
    std::printf("%-32s %.1e\n", QTest::currentDataTag(), worst);
    std::fflush(stdout);
  }

  void refusesRunsWithInterventions() {
    const auto run = reference::run("gpt2", 0, {Temperature{2}});
    const std::string message = test::messageOf([&] { backward(*run->model, *run->trace, {}); });
    QVERIFY2(message.find("layer 0: gradients: expected a run without interventions") != message.npos, message.c_str());
  }

  void refusesMetricsThatDoNotFit() {
    const auto run = reference::run("gpt2", 0);
    const auto message = [&](const Metric& metric) {
      return test::messageOf([&] { backward(*run->model, *run->trace, metric); });
    };
    QCOMPARE(message({Metric::Kind::Logit, 99, 0, 0}), "metric: position 99: expected 0 to 6");
    const std::string outcomes = std::to_string(run->model->info().vocabulary - 1);
    QCOMPARE(message({Metric::Kind::LogitDifference, 0, 0, -1}), "metric: against -1: expected 0 to " + outcomes);
    const auto without = reference::run("llama-base", 0);
    const std::string refused = test::messageOf([&] { backward(*without->model, *without->trace, {}); });
    QVERIFY2(refused.find("expected a model with a head") != refused.npos, refused.c_str());
  }
};

HEADLIGHT_TEST(TestFiniteDifferences)
#include "test_finite_differences.moc"
