#include <QtTest>
#include <algorithm>
#include <cmath>
#include <random>

#include "core/analysis/ablation.h"
#include "core/base/error.h"
#include "core/circuits/two_texts.h"
#include "core/findings/asked_metric.h"
#include "core/findings/smallest_circuit.h"
#include "core/model/model_folder.h"
#include "core/model/model_locations.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

using Kept = CircuitRuns::Kept;

Encoding encodingOf(const std::vector<std::int64_t>& ids) {
  Encoding encoding;
  for (const std::int64_t id : ids) encoding.tokens.emplace_back().id = id;
  return encoding;
}

/// A small model of a family over two texts that differ in the second token.
AnalysisQuestion questionOf(const std::string& name) {
  AnalysisQuestion q;
  q.model = Model::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data" / name);
  q.a = q.model->run(encodingOf({3, 7, 12, 5, 7, 9}));
  q.b = q.model->run(encodingOf({3, 11, 12, 5, 7, 9}));
  q.metric = settledMetric({5}, *q.a, q.b.get());
  return q;
}

Kept all(const CircuitRuns& runs, bool kept) {
  return Kept(runs.sources().size(), std::vector<bool>(runs.targets().size(), kept));
}

}  // namespace

class TestSmallestCircuit : public QObject {
  Q_OBJECT

  void addModels() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"models/gpt2", "models/gpt-neox", "models/llama-gqa", "models/qwen3", "models/gptj",
                             "models/bert-mlm", "models/bloom", "models/phi3", "models/falcon-new-decoder",
                             "families/stablelm", "families/qwen2-moe", "families/codegen", "families/gpt-bigcode",
                             "families/gpt-oss", "families/olmoe", "families/minimax-m2", "families/deepseek-v2"})
      QTest::newRow(name) << QString(name);
  }

 private slots:
  // Every edge of A makes A, none B, and one edge less what the edge does.
  void allEdgesAreAAndNoneIsB_data() { addModels(); }
  void allEdgesAreAAndNoneIsB() {
    QFETCH(QString, name);
    AnalysisQuestion q = questionOf(name.toStdString());
    if (!reasonAgainstEdges(*q.model).empty()) {
      const TwoTexts texts("test", q);
      QVERIFY(test::messageOf<Error>([&] { CircuitRuns runs(texts); }).find("smallest circuit") != std::string::npos);
      return;
    }
    const TwoTexts texts("test", q);
    const CircuitRuns runs(texts);
    const double a = texts.metricOfA(), b = texts.metricOfB(), range = std::max(1e-3, std::abs(a - b));
    const CircuitRuns::Run whole = runs.run(all(runs, true));
    const double nothing = runs.run(all(runs, false)).metric;
    QVERIFY2(std::abs(whole.metric - a) < 1e-3 * range,
             qPrintable(QString("%1, expected %2").arg(whole.metric).arg(a)));
    QVERIFY2(std::abs(nothing - b) < 1e-3 * range, qPrintable(QString("%1, expected %2").arg(nothing).arg(b)));
    // Without one edge it is that edge patched from B, which edges computes on a way of its own.
    q.settings.values = {"exact"};
    const NamedTensor exact = exactEdges(q).front();
    int tried = 0;
    for (std::size_t s = 0; s < runs.sources().size(); s += 3)
      for (std::size_t t = s % 5; t < runs.targets().size(); t += 7) {
        if (!comesBefore(*q.model, runs.sources()[s], runs.targets()[t])) continue;
        Kept kept = all(runs, true);
        kept[s][t] = false;
        // From the layer on that reads otherwise.
        const double expected = a + exact({static_cast<Index>(s), static_cast<Index>(t)}),
                     found = runs.run(kept, &whole).metric;
        QVERIFY2(std::abs(found - expected) < 2e-3 * range,
                 qPrintable(QString("%1 -> %2: %3, expected %4")
                                .arg(QString::fromStdString(nameOf(runs.sources()[s])),
                                     QString::fromStdString(nameOf(runs.targets()[t])))
                                .arg(found)
                                .arg(expected)));
        ++tried;
      }
    QVERIFY(tried > 3);
  }

  // Many edges at random: a run that goes on from another is the run, and edges on no way do nothing.
  void circuitsOfSomeEdges_data() { addModels(); }
  void circuitsOfSomeEdges() {
    QFETCH(QString, name);
    const AnalysisQuestion q = questionOf(name.toStdString());
    if (!reasonAgainstEdges(*q.model).empty()) return;
    const TwoTexts texts("test", q);
    const CircuitRuns runs(texts);
    const double range = std::max(1e-3, std::abs(texts.metricOfA() - texts.metricOfB()));
    std::mt19937 draw(7);
    const auto some = [&](unsigned of) {
      Kept kept = all(runs, false);
      for (std::vector<bool>& from : kept)
        for (std::size_t t = 0; t < from.size(); ++t) from[t] = draw() % of == 0;
      return kept;
    };
    CircuitRuns::Run last = runs.run(all(runs, true));
    std::size_t idle = 0;
    for (const unsigned of : {2U, 3U, 6U, 10U, 20U, 40U}) {
      const Kept kept = some(of), ways = runs.onWays(kept);
      const double alone = runs.run(kept).metric;
      last = runs.run(kept, &last);
      QVERIFY2(std::abs(last.metric - alone) < 1e-4 * range, qPrintable(QString::number(last.metric - alone)));
      const double onWays = runs.run(ways, &last).metric;
      QVERIFY2(std::abs(onWays - alone) < 1e-3 * range, qPrintable(QString::number(onWays - alone)));
      for (std::size_t s = 0; s < kept.size(); ++s)
        for (std::size_t t = 0; t < kept[s].size(); ++t) {
          QVERIFY(kept[s][t] || !ways[s][t]);
          if (kept[s][t] && !ways[s][t] && comesBefore(*q.model, runs.sources()[s], runs.targets()[t])) ++idle;
        }
    }
    QVERIFY(idle > 0);
  }

  // A trained model: what is found reaches what was asked, and does without no edge of it.
  void theCircuitIsEnoughAndNoEdgeIsIdle() {
    const ModelFolder model = openModelFolder(findModel("gpt"));
    AnalysisQuestion q;
    q.model = model.model;
    q.a = model.model->run(model.tokenizer->encode("The password is blue garden. I repeat: the password is blue"));
    q.b = model.model->run(model.tokenizer->encode("The password is blue river. I repeat: the password is blue"));
    q.metric = {static_cast<Index>(q.a->encoding.size()) - 1, outcomeNamed(model, " river"),
                outcomeNamed(model, " garden")};
    const Findings found = smallestCircuit(q);
    const auto tensor = [&](const char* name) -> const NamedTensor& {
      return *std::find_if(found.begin(), found.end(), [&](const NamedTensor& each) { return each.name == name; });
    };
    const TwoTexts texts("test", q);
    const CircuitRuns runs(texts);
    const double a = texts.metricOfA(), b = texts.metricOfB();
    const NamedTensor& edges = tensor("circuit.edges");
    Kept kept = all(runs, false);
    int size = 0;
    for (std::size_t s = 0; s < kept.size(); ++s)
      for (std::size_t t = 0; t < kept[s].size(); ++t)
        if (edges({static_cast<Index>(s), static_cast<Index>(t)}) != 0) {
          kept[s][t] = true;
          ++size;
        }
    QCOMPARE(tensor("circuit.size").values.front(), static_cast<double>(size));
    const double reached = (runs.run(kept).metric - b) / (a - b);
    QVERIFY(std::abs(reached - tensor("circuit.reached").values.front()) < 1e-6);
    QVERIFY(reached >= 0.85);
    QVERIFY(size > 0 && size < static_cast<int>(kept.size() * kept.front().size() / 4));
    const NamedTensor &sizes = tensor("circuit.sizes"), &faithfulness = tensor("circuit.faithfulness");
    QCOMPARE(sizes.values.size(), faithfulness.values.size());
    QVERIFY(std::is_sorted(sizes.values.begin(), sizes.values.end()));
    QVERIFY(sizes.values.back() >= size);
    for (std::size_t s = 0; s < kept.size(); ++s)
      for (std::size_t t = 0; t < kept[s].size(); ++t) {
        if (!kept[s][t]) continue;
        Kept without = kept;
        without[s][t] = false;
        QVERIFY2((runs.run(without).metric - b) / (a - b) < 0.85 + 1e-6,
                 qPrintable(QString::fromStdString(nameOf(runs.sources()[s]) + " -> " + nameOf(runs.targets()[t]))));
      }
  }

  // Head 0.1 writes who stands before, which head 1.2 looks for with its keys.
  void thePlantedPairIsFound() {
    AnalysisQuestion q;
    q.model = Model::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/circuits/toys/induction");
    q.a = q.model->run(encodingOf({0, 11, 14, 2, 13, 6, 3, 11, 14, 2, 13, 5}));
    q.b = q.model->run(encodingOf({0, 11, 14, 2, 13, 5, 3, 11, 14, 2, 13, 5}));
    q.metric = {11, 3, 11};
    const NamedTensor edges = smallestCircuit(q).front();
    const auto has = [&](const EdgeNode& from, const EdgeNode& to) {
      const auto &sources = edges.axes[0].labels, &targets = edges.axes[1].labels;
      const auto s = std::find(sources.begin(), sources.end(), nameOf(from)) - sources.begin(),
                 t = std::find(targets.begin(), targets.end(), nameOf(to)) - targets.begin();
      return edges({static_cast<Index>(s), static_cast<Index>(t)}) != 0;
    };
    QVERIFY(has({EdgeNode::Kind::Head, 0, 1}, {EdgeNode::Kind::Key, 1, 2}));
    QVERIFY(has({EdgeNode::Kind::Head, 1, 2}, {EdgeNode::Kind::Logits, 2}));
  }

  void sameMetricsHaveNoCircuit() {
    AnalysisQuestion q = questionOf("models/gpt2");
    q.b = q.a;
    QVERIFY_THROWS_EXCEPTION(Error, smallestCircuit(q));
  }
};

HEADLIGHT_TEST(TestSmallestCircuit)
#include "test_smallest_circuit.moc"
