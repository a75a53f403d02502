#include <QtTest>
#include <cmath>

#include "core/analysis/metrics.h"
#include "core/analysis/rollout.h"
#include "core/analysis/similarity.h"
#include "core/attention/matrix_maps.h"
#include "core/checkpoint/safetensors.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

namespace {

/// Expected values are doubles; the attention they were made from is used in single precision.
constexpr double kTolerance = 1e-5;

std::vector<Token> numbered(std::size_t count) {
  std::vector<Token> tokens(count);
  for (std::size_t i = 0; i < count; ++i) {
    tokens[i].id = static_cast<std::int64_t>(i);
    tokens[i].text = tokens[i].display = std::to_string(i);
  }
  return tokens;
}

/// Maps [layers][heads] of [n, n] from their numbers, one layer after the other.
std::shared_ptr<const MatrixMaps> mapsOf(const std::vector<std::vector<float>>& layers, Index heads, Index n) {
  std::vector<std::vector<Matrix>> maps;
  for (const auto& numbers : layers) {
    maps.emplace_back();
    for (Index h = 0; h < heads; ++h) maps.back().push_back(Eigen::Map<const Matrix>(numbers.data() + h * n * n, n, n));
  }
  return std::make_shared<MatrixMaps>(std::move(maps), numbered(static_cast<std::size_t>(n)),
                                      numbered(static_cast<std::size_t>(n)));
}

}  // namespace

class TestAnalysisReference : public QObject {
  Q_OBJECT
  fs::path m_data = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/analysis";
  TensorTable m_expected;

  std::shared_ptr<const AttentionMaps> open(const std::string& model, int input) {
    m_expected = readSafetensors(m_data / (model + ".safetensors"));
    if (model == "toy") {
      const StoredTensor& tensor = m_expected.at("attention");
      const auto numbers = floatsOf(tensor);
      const Index heads = tensor.shape[1], n = tensor.shape[2], size = heads * n * n;
      std::vector<std::vector<float>> layers;
      for (Index l = 0; l < tensor.shape[0]; ++l)
        layers.emplace_back(numbers.begin() + l * size, numbers.begin() + (l + 1) * size);
      return mapsOf(layers, heads, n);
    }
    for (const fs::path& root : reference::roots()) {
      if (!fs::exists(root / model / "expected.safetensors")) continue;
      const TensorTable table = readSafetensors(root / model / "expected.safetensors");
      std::vector<std::vector<float>> layers;
      Index heads = 0, n = 0;
      for (int l = 0;; ++l) {
        const auto found = table.find("attentions." + std::to_string(input) + "." + std::to_string(l));
        if (found == table.end()) break;
        heads = found->second.shape[0];
        n = found->second.shape[1];
        layers.push_back(floatsOf(found->second));
      }
      return mapsOf(layers, heads, n);
    }
    return nullptr;
  }

  /// Compares `actual`, all numbers in order, with the expected tensor of that name.
  void compare(const std::string& key, const std::vector<double>& actual) {
    const auto found = m_expected.find(key);
    QVERIFY2(found != m_expected.end(), key.c_str());
    const std::vector<float> expected = floatsOf(found->second);
    QCOMPARE(actual.size(), expected.size());
    double worst = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < expected.size(); ++i)
      if (const double d = std::abs(actual[i] - static_cast<double>(expected[i])); !(d <= worst)) {
        worst = d;
        at = i;
      }
    QVERIFY2(worst <= kTolerance,
             qPrintable(QString("%1: largest difference %2 at number %3").arg(key.c_str()).arg(worst).arg(at)));
  }

  template <class Value>
  std::vector<double> ofEveryHead(const AttentionMaps& maps, const Value& value) {
    std::vector<double> values;
    for (int l = 0; l < maps.layers(); ++l)
      for (int h = 0; h < maps.heads(); ++h) values.push_back(value(HeadId{l, h}));
    return values;
  }

 private slots:
  void equalsTheReference_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("input");
    QTest::newRow("toy") << "toy" << 0;
    for (const QString model : {"bert-mlm", "gpt2", "llama-gqa"})
      for (int input = 0; input < 3; ++input)
        QTest::newRow(qPrintable(QString("%1 input %2").arg(model).arg(input))) << model << input;
  }
  void equalsTheReference() {
    QFETCH(QString, model);
    QFETCH(int, input);
    const auto maps = open(model.toStdString(), input);
    if (!maps) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const std::string i = "." + std::to_string(input);

    std::vector<double> entropies;
    for (int l = 0; l < maps->layers(); ++l)
      for (int h = 0; h < maps->heads(); ++h)
        for (const double e : rowEntropies(*maps, {l, h})) entropies.push_back(e);
    compare("entropy" + i, entropies);
    compare("mean_distance" + i, ofEveryHead(*maps, [&](HeadId h) { return computeMetrics(*maps, h).meanDistance; }));
    compare("previous_token" + i, ofEveryHead(*maps, [&](HeadId h) { return computeMetrics(*maps, h).previousToken; }));
    compare("first_token" + i, ofEveryHead(*maps, [&](HeadId h) { return computeMetrics(*maps, h).firstToken; }));
    compare("first_token_rest" + i,
            ofEveryHead(*maps, [&](HeadId h) { return computeMetrics(*maps, h).firstTokenRest; }));
    if (m_expected.count("induction" + i)) {
      const Index period = maps->queries() / 2;
      compare("induction" + i,
              ofEveryHead(*maps, [&](HeadId h) { return computeRepeatScores(*maps, h, period).induction; }));
      compare("duplicate" + i,
              ofEveryHead(*maps, [&](HeadId h) { return computeRepeatScores(*maps, h, period).duplicateToken; }));
    }

    const Eigen::MatrixXd js = headDivergences(*maps);
    compare("js_divergence" + i, std::vector<double>(js.data(), js.data() + js.size()));
    // Two heads compared one to one give the same number, but for rows of floats that do not sum to exactly 1.
    QVERIFY(std::abs(compareHeads(*maps, {0, 0}, *maps, {1, 1}).divergence - js(0, maps->heads() + 1)) < 1e-6);

    std::vector<double> rolled;
    const auto rollouts = rollout(*maps);
    for (int l = 0; l < maps->layers(); ++l) {
      const Matrix r = rollouts->weights({l, 0});
      rolled.insert(rolled.end(), r.data(), r.data() + r.size());
    }
    compare("rollout" + i, rolled);

    if (m_expected.count("flow" + i)) {
      std::vector<double> flows;
      for (int l = 0; l < maps->layers(); ++l) {
        const Eigen::MatrixXd flow = attentionFlow(*maps, l).transpose();  // Eigen keeps columns together.
        flows.insert(flows.end(), flow.data(), flow.data() + flow.size());
      }
      compare("flow" + i, flows);
    }
  }
};

HEADLIGHT_TEST(TestAnalysisReference)
#include "test_analysis_reference.moc"
