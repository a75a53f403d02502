#include <QtTest>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <random>

#include "core/base/error.h"
#include "core/gradients/backward.h"
#include "core/gradients/block_tape.h"
#include "core/gradients/known_switches.h"
#include "core/gradients/rerun.h"
#include "core/gradients/token_attribution.h"
#include "core/reading/reader.h"
#include "tests/support/message_of.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

namespace {

/// Of a derivative along one direction, relative to the gradient's length along the direction's: what rounding in
/// single precision leaves of a difference.
constexpr double kMostSlopeDifference = 3e-3;
/// How far slopes over several steps may differ, relative to the same, where they say something.
constexpr double kSameSlope = 1e-3;

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

/// The relative difference between the gradient along a direction and the slope of the metric there; none where slopes
/// over steps of several sizes do not agree with each other: a kink or a border between two experts' tokens is near.
template <class ValueOf>
std::optional<double> differenceAlong(const Matrix& at, const Matrix& gradient, const Matrix& direction,
                                      const ValueOf& valueOf) {
  const double expected = gradient.cast<double>().cwiseProduct(direction.cast<double>()).sum();
  const double scale = static_cast<double>(gradient.norm()) * static_cast<double>(direction.norm());
  if (scale == 0) return {};
  std::vector<double> slopes;
  for (double change = 1; change > 1e-4; change /= 2)  // Of the metric, at most.
    slopes.push_back(slope([&](double h) { return valueOf(at + static_cast<float>(h) * direction); }, change / scale));
  // Three that agree with one another: over larger steps there are kinks, and smaller ones are rounded away.
  std::optional<double> nearest;
  for (std::size_t i = 1; i + 1 < slopes.size(); ++i) {
    const double spread = std::max(std::abs(slopes[i] - slopes[i - 1]), std::abs(slopes[i + 1] - slopes[i]));
    if (!(spread < kSameSlope * scale)) continue;
    const double difference = std::abs(slopes[i] - expected) / scale;
    nearest = std::min(difference, nearest.value_or(difference));
  }
  return nearest;
}

/// `rows` with one row alone, the others 0.
Matrix oneRow(const Matrix& rows, Index row) {
  Matrix one = Matrix::Zero(rows.rows(), rows.cols());
  one.row(row) = rows.row(row);
  return one;
}

}  // namespace

class TestFiniteDifferences : public QObject {
  Q_OBJECT

 private slots:
  void everyModel_data() {
    QTest::addColumn<QString>("folder");
    const auto models = reference::models();
    for (const auto& [name, folder] : models) {
      // What has only one input here may have all of them in the larger data.
      const std::string plain = name.substr(0, name.find(", one input"));
      if (plain == name || !models.contains(plain))
        QTest::newRow(name.c_str()) << QString::fromStdString(folder.string());
    }
  }

  /// Of each model either the gradients are what differences say, for its embeddings and for what each of its layers
  /// reads, or it is refused with a reason.
  void everyModel() {
    QFETCH(QString, folder);
    const auto run = reference::runIn(folder.toStdString(), 0);
    compare(*run.model, *run.trace);
  }

  void picturesInTexts_data() {
    QTest::addColumn<QString>("model");
    const fs::path data = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data";
    QTest::newRow("llava-next") << QString::fromStdString((data / "multimodal/llava-next").string());
    for (const std::string name : {"llava", "gemma3", "smolvlm"})
      QTest::newRow(name.c_str()) << QString::fromStdString(
          (data / "gguf/projectors" / name / (name + ".gguf")).string());
    for (const fs::path& root : reference::multimodalRoots())
      for (const char* name : {"qwen2-vl", "qwen3-vl", "paligemma", "clip"})
        if (fs::exists(root / name)) QTest::newRow(name) << QString::fromStdString((root / name).string());
  }

  /// The same of a text with a picture: the rows that stand for it are what embeddings are of words.
  void picturesInTexts() {
    QFETCH(QString, model);
    const Source source = openModelSource(model.toStdString());
    RgbImage picture{52, 36, {}};
    for (Index i = 0; i < 52 * 36 * 3; ++i) picture.bytes.push_back(static_cast<std::uint8_t>(i * 37 % 251));
    const std::int64_t id = source.model->description().imageId;
    Input input{IdsInput{"1 34 " + (id < 0 ? std::string("7") : std::to_string(id)) + " 36 43"}};
    input.pictures = {{"a.png", std::make_shared<const RgbImage>(std::move(picture))}};
    compare(*source.model, *read(source, input).trace);
  }

  void refusesRunsWithInterventions() {
    const auto run = reference::run("gpt2", 0, {Temperature{2}});
    const std::string message = test::messageOf([&] { backward(*run->model, *run->trace, {}); });
    QVERIFY2(message.find("layer 0: gradients: expected a run without interventions") != message.npos, message.c_str());
  }

  void refusesScoresThatItDoesNotKnow() {
    const auto run = reference::run("gpt2", 0);
    Trace trace = *run->trace;
    auto rule = std::make_shared<ScoreRule>(*trace.layers[1].rule);
    rule->kvHeads = 1;
    rule->position.positionQuery = CachedRows(Matrix::Ones(2, 2));
    trace.layers[1].rule = std::move(rule);
    const std::string message = test::messageOf([&] { backward(*run->model, trace, {}); });
    QVERIFY2(message.find("layer 1: gradients: expected keys of each head's own") != message.npos, message.c_str());
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

 private:
  void compare(const Model& model, const Trace& trace) {
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
        // Fewer numbers change where one token's do: there are fewer kinks.
        std::optional<double> difference = differenceAlong(at, gradient, direction, valueOf);
        for (Index row = 0; row < at.rows() && !difference; ++row)
          difference = differenceAlong(at, gradient, oneRow(direction, row), valueOf);
        QVERIFY2(difference.has_value(), (what + ": no direction is smooth").c_str());
        worst = std::max(worst, *difference);
        QVERIFY2(*difference < kMostSlopeDifference, (what + ": differs by " + std::to_string(*difference)).c_str());
      }
    };
    const auto checkStack = [&](const std::string& name, const StackGradients& stack, const Model& own,
                                const Trace& read, const auto& valueOf) {
      check(name + "embeddings", embeddingsOf(own, read), stack.embeddings.cast<float>(),
            [&](const Matrix& rows) { return valueOf(runFromEmbeddings(own, read, rows)); });
      const TapedStack taped(own.description(), own.weights(), read);
      for (std::size_t layer = 0; layer + 1 < read.layers.size(); ++layer) {
        Tape tape;
        const Tape::Node out = layLayer(tape, taped, layer, read.hiddenStates[layer]).out;
        const double off = (tape.value(out) - read.hiddenStates[layer + 1]).cast<double>().cwiseAbs().maxCoeff();
        QVERIFY2(off < 1e-5 * read.hiddenStates[layer + 1].cast<double>().cwiseAbs().maxCoeff(),
                 (name + "layer " + std::to_string(layer) + " is another on the tape").c_str());
      }
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
};

HEADLIGHT_TEST(TestFiniteDifferences)
#include "test_finite_differences.moc"
