#include <QtTest>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/attention/attend.h"
#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/circuits/layer_values.h"
#include "core/gradients/attribution_patching.h"
#include "core/gradients/edge_attribution.h"
#include "tests/core/gradients/tensor_comparison.h"
#include "tests/support/message_of.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

/// That of the reference data: relative to the largest value of a tensor, but at least to 1.
constexpr double kMostCircuitDifference = 5e-5;

Encoding textOf(const TensorTable& table, const std::string& name) {
  Encoding encoding;
  for (const std::int64_t id : integersOf(table.at("input_ids." + name), "input_ids")) {
    encoding.tokens.emplace_back();
    encoding.tokens.back().id = id;
  }
  return encoding;
}

/// Row by row.
std::vector<double> numbersOf(const Eigen::MatrixXd& matrix) {
  const Eigen::MatrixXd columns = matrix.transpose();
  return {columns.data(), columns.data() + columns.size()};
}

std::vector<double> numbersOf(const std::vector<Eigen::MatrixXd>& matrices) {
  std::vector<double> all;
  for (const Eigen::MatrixXd& matrix : matrices) {
    const std::vector<double> own = numbersOf(matrix);
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

/// A model, two texts and a metric of the reference data.
struct Pair {
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Trace> a, b;
  Metric metric;
  TensorTable expected;
  nlohmann::json labels;
};

std::optional<Pair> pairOf(const std::string& name) {
  // A model whose circuit is known lies in a folder with what is expected of it.
  const bool toy = name.starts_with("toys/");
  const std::string path = "circuits/" + name + (toy ? "/circuit" : "");
  const auto file = reference::fileOf(path + ".safetensors"), notes = reference::fileOf(path + ".json");
  const auto folder = toy && file ? std::optional(file->parent_path()) : reference::folderOf(name);
  if (!file || !notes || !folder) return {};
  Pair pair;
  pair.expected = readSafetensors(*file);
  pair.model = Model::open(*folder);
  pair.a = pair.model->run(textOf(pair.expected, "A"));
  pair.b = pair.model->run(textOf(pair.expected, "B"));
  std::ifstream stream(*notes);
  pair.labels = nlohmann::json::parse(stream);
  const nlohmann::json& metric = pair.labels.at("metric");
  pair.metric = {Metric::Kind::LogitDifference, metric.at("position"), metric.at("target"), metric.at("against")};
  return pair;
}

/// Compares the edges of `pair` with what is expected of them, whose ends `labels` names; `least` as
/// TensorComparison::compare() takes it.
void compareEdges(const QString& name, const Pair& pair, const nlohmann::json& labels, double least) {
  test::TensorComparison comparison(pair.expected, kMostCircuitDifference);
  const auto compare = [&](const char* tensor, const EdgePath& path) {
    const EdgeAttribution edges = edgeAttribution(*pair.model, *pair.a, *pair.b, pair.metric, path);
    QCOMPARE(edges.sources, labels.at("sources").get<std::vector<std::string>>());
    QCOMPARE(edges.targets, labels.at("targets").get<std::vector<std::string>>());
    comparison.compare(tensor, {edges.effects.rows(), edges.effects.cols()}, numbersOf(edges.effects), least);
  };
  compare("edges.eap", pathAtText());
  compare("edges.eap_ig", pathOfIntegral());
  compare("edges.eap_ig_from_0", pathOfIntegral(5, true));
  QVERIFY2(comparison.firstWrong().empty(), comparison.firstWrong().c_str());
  std::printf("%-10s edge attribution: %.1e\n", qPrintable(name), comparison.takeWorst());
  std::fflush(stdout);
}

}  // namespace

class TestCircuitGradients : public QObject {
  Q_OBJECT

  void addModels() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"gpt2", "llama-gqa", "gpt-neox", "qwen3", "gemma2", "bert-mlm", "toys/induction"})
      QTest::newRow(name) << QString(name);
  }

 private slots:
  void attributionPatchingEqualsTheReference_data() { addModels(); }
  void attributionPatchingEqualsTheReference() {
    QFETCH(QString, name);
    const auto pair = pairOf(name.toStdString());
    if (!pair) QSKIP("no reference circuits of this model: set HEADLIGHT_REFERENCE");
    const AttributionPatching atp = attributionPatching(*pair->model, *pair->a, *pair->b, pair->metric);
    test::TensorComparison comparison(pair->expected, kMostCircuitDifference);
    comparison.compare("metric.A", {1}, {atp.metric}, 1);
    const auto grid = [&](const char* value, const Eigen::MatrixXd& found) {
      comparison.compare(std::string("atp.") + value, {found.rows(), found.cols()}, numbersOf(found), 1);
    };
    const auto grids = [&](const char* value, const std::vector<Eigen::MatrixXd>& found) {
      comparison.compare(std::string("atp.") + value,
                         {static_cast<Index>(found.size()), found.front().rows(), found.front().cols()},
                         numbersOf(found), 1);
    };
    grid("stream", atp.stream);
    grid("attn_out", atp.attention);
    grid("mlp_out", atp.feedForward);
    grid("pattern", atp.pattern);
    grids("z", atp.z);
    grids("q", atp.q);
    grids("k", atp.k);
    grids("v", atp.v);
    QVERIFY2(comparison.firstWrong().empty(), comparison.firstWrong().c_str());
    QVERIFY(comparison.missing([](const std::string& tensor) { return tensor.starts_with("atp."); }).empty());
    std::printf("%-10s attribution patching: %.1e\n", qPrintable(name), comparison.takeWorst());
    std::fflush(stdout);
  }

  void edgesEqualTheReference_data() { addModels(); }
  void edgesEqualTheReference() {
    QFETCH(QString, name);
    const auto pair = pairOf(name.toStdString());
    if (!pair) QSKIP("no reference circuits of this model: set HEADLIGHT_REFERENCE");
    if (!pair->expected.contains("edges.eap")) {
      const std::string message =
          test::messageOf([&] { edgeAttribution(*pair->model, *pair->a, *pair->b, pair->metric); });
      QVERIFY2(message.find("layer 0: expected a stream") != message.npos, message.c_str());
      return;
    }
    compareEdges(name, *pair, pair->labels.at("edges"), 1);
  }

  /// The edge from the head of the previous token to what the induction head looks for is by far the largest between
  /// heads.
  void findsThePlantedCircuit() {
    const auto pair = pairOf("toys/induction");
    if (!pair) QSKIP("no reference circuits: set HEADLIGHT_REFERENCE");
    const nlohmann::json& circuit = pair->labels.at("circuit");
    const auto headOf = [&](const char* key) {
      return nameOf(HeadId{circuit.at(key).at(0).get<int>(), circuit.at(key).at(1).get<int>()});
    };
    const std::string source = "head " + headOf("previous_token_head"), target = "k " + headOf("induction_head");
    for (const EdgePath& path : {pathAtText(), pathOfIntegral(), pathOfIntegral(5, true)}) {
      const EdgeAttribution edges = edgeAttribution(*pair->model, *pair->a, *pair->b, pair->metric, path);
      double planted = 0, next = 0;
      for (Index s = 0; s < edges.effects.rows(); ++s)
        for (Index t = 0; t < edges.effects.cols(); ++t) {
          const std::string& from = edges.sources[static_cast<std::size_t>(s)];
          const std::string& to = edges.targets[static_cast<std::size_t>(t)];
          if (!from.starts_with("head") || to == "logits" || to.starts_with("mlp")) continue;
          double& value = from == source && to == target ? planted : next;
          value = std::max(value, std::abs(edges.effects(s, t)));
        }
      QVERIFY2(planted > 100 * next, qPrintable(QString("%1 beside %2").arg(planted).arg(next)));
    }
  }

  /// Of an encoder–decoder model what autograd gives (tests/data/edges/make.py).
  void edgesOfTwoStacksEqualTheReference_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"t5", "mbart"}) QTest::newRow(name) << QString(name);
  }
  void edgesOfTwoStacksEqualTheReference() {
    QFETCH(QString, name);
    const std::filesystem::path data = std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data",
                                file = data / "edges" / (name.toStdString() + ".safetensors");
    const TensorTable expected = readSafetensors(file);
    std::ifstream stream(std::filesystem::path(file).replace_extension("json"));
    const nlohmann::json labels = nlohmann::json::parse(stream), &m = labels.at("metric");
    const Metric metric{Metric::Kind::LogitDifference, m.at("position"), m.at("target"), m.at("against")};
    const auto model = Model::open(data / "models" / name.toStdString());
    const auto idsOf = [&](const std::string& tensor) {
      return reference::encodingOf(integersOf(expected.at(tensor), "ids"));
    };
    const auto runOf = [&](const std::string& text) {
      RunOptions options;
      options.target = idsOf("target_ids." + text);
      return model->run(idsOf("source_ids." + text), options);
    };
    const auto a = runOf("A"), b = runOf("B");
    QVERIFY(std::abs(metricOf(*model, *a, metric) - labels.at("metric_A").get<double>()) < 1e-5);
    compareEdges(name, {model, a, b, metric, expected, labels}, labels, 0.1);
    // Sources of other lengths have no differences.
    RunOptions options;
    options.target = idsOf("target_ids.B");
    Encoding longer = idsOf("source_ids.B");
    longer.tokens.push_back(longer.tokens.back());
    const auto other = model->run(longer, options);
    const std::string message = test::messageOf([&] { edgeAttribution(*model, *a, *other, metric); });
    QVERIFY2(message.find("expected two sources of as many tokens, found 6 and 7") != message.npos, message.c_str());
  }

  /// Of a decoder every number is (B - A) times the gradient of a pass by itself; its source may be another text.
  void ofADecoderItIsTheGradientTimesTheDifference() {
    const auto model = Model::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models/bart");
    const auto encoded = [](std::initializer_list<std::int64_t> ids) {
      Encoding encoding;
      for (const std::int64_t id : ids) encoding.tokens.emplace_back().id = id;
      return encoding;
    };
    RunOptions forA, forB;
    forA.target = encoded({2, 0, 11, 12, 13});
    forB.target = encoded({2, 0, 14, 12, 15});
    const auto a = model->run(encoded({0, 5, 6, 7, 2}), forA), b = model->run(encoded({0, 5, 9, 8, 7, 2}), forB);
    const Metric metric{Metric::Kind::LogitDifference, 4, 20, 21};
    const AttributionPatching found = attributionPatching(*model, *a, *b, metric);
    BackwardOptions options;
    options.streams = options.heads = options.sublayers = true;
    const Gradients gradients = backward(*model, *a, metric, options);
    const RunValues ofA = runValues(*model, *a), ofB = runValues(*model, *b);
    const auto expected = [](MatrixView from, MatrixView to, const Matrix& gradient) {
      return (to - from).cast<double>().cwiseProduct(gradient.cast<double>()).eval();
    };
    for (std::size_t layer = 0; layer < a->layers.size(); ++layer) {
      const auto row = static_cast<Index>(layer);
      const LayerGradients& g = gradients.stack.layers[layer];
      const auto stream = expected(a->hiddenStates[layer], b->hiddenStates[layer], gradients.stack.streams[layer]);
      const auto z = expected(ofA.layers[layer].heads, ofB.layers[layer].heads, g.attention.z);
      const int heads = a->cross[layer].rule->heads;
      const Index each = a->cross[layer].dValue();
      QVERIFY(std::abs(found.crossAttention.row(row).sum()) > 0);
      for (Index token = 0; token < 5; ++token) {
        QVERIFY(std::abs(found.stream(row, token) - stream.row(token).sum()) < 1e-5);
        for (int head = 0; head < heads; ++head) {
          QVERIFY(std::abs(found.z[layer](head, token) - z.block(token, head * each, 1, each).sum()) < 1e-5);
          Matrix from(1, each), to(1, each);
          headOutput(a->cross[layer], head, from, token);
          headOutput(b->cross[layer], head, to, token);
          const double cross = (to - from)
                                   .cast<double>()
                                   .cwiseProduct(g.cross->z.block(token, head * each, 1, each).cast<double>())
                                   .sum();
          QVERIFY(std::abs(found.crossZ[layer](head, token) - cross) < 1e-5);
        }
      }
    }
    QVERIFY_THROWS_EXCEPTION(Error, edgeAttribution(*model, *a, *b, metric, pathAtText()));
  }

  void refusesTextsOfOtherLengths() {
    const auto pair = pairOf("llama-gqa");
    if (!pair) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    Encoding shorter = textOf(pair->expected, "B");
    shorter.tokens.pop_back();
    const auto other = pair->model->run(shorter);
    const std::string message =
        test::messageOf([&] { attributionPatching(*pair->model, *pair->a, *other, pair->metric); });
    QVERIFY2(message.find("expected two texts of as many tokens, found 7 and 6") != message.npos, message.c_str());
  }
};

HEADLIGHT_TEST(TestCircuitGradients)
#include "test_circuit_gradients.moc"
