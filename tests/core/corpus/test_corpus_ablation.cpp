#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/corpus/corpus_ablation.h"
#include "core/model/predictions.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

const std::filesystem::path kSources = HEADLIGHT_SOURCE_DIR;

CorpusLosses lossesOf(const std::filesystem::path& texts, const char* model, std::int64_t limit, Ablate::By by) {
  CorpusSpec spec;
  spec.files = {texts};
  spec.limit = limit;
  Corpus corpus(spec);
  return ablateOver(openModelSource(kSources / "resources/models" / model), corpus, {}, by);
}

}  // namespace

/// What many texts lose without each head.
class TestCorpusAblation : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  CorpusLosses lossesOf(const char* model, std::int64_t limit, Ablate::By by) const {
    return ::lossesOf(kSources / "resources/samples/sentences.txt", model, limit, by);
  }

 private slots:
  /// tests/data/corpus/ablation_reference.py computes them by PyTorch with hooks.
  void equalsPyTorch() {
    std::ifstream file(kSources / "tests/data/corpus/ablation.json");
    const auto expected = nlohmann::json::parse(file);
    const std::filesystem::path texts = m_folder.filePath("texts.txt").toStdString();
    {
      std::ofstream lines(texts);
      for (const std::string text : expected["texts"]) lines << text << '\n';
    }
    for (const Ablate::By by : {Ablate::By::Zero, Ablate::By::Mean}) {
      const CorpusLosses losses = ::lossesOf(texts, "sentiment", 5, by);
      const auto& changes = expected[by == Ablate::By::Zero ? "zero" : "mean"];
      QCOMPARE(losses.texts, std::int64_t{5});
      QCOMPARE(losses.heads.size(), changes.size());
      double largest = 0;
      std::string where;
      const auto compare = [&](double wanted, double found, const std::string& what) {
        if (std::abs(wanted - found) <= largest) return;
        largest = std::abs(wanted - found);
        where = what;
      };
      const auto meanOf = [](const nlohmann::json& values) {
        double sum = 0;
        for (const double value : values) sum += value;
        return sum / static_cast<double>(values.size());
      };
      compare(meanOf(expected["clean"]), losses.clean.mean, "clean");
      for (std::size_t head = 0; head < losses.heads.size(); ++head) {
        const MeanInterval& change = losses.heads[head].change;
        const std::string name = nameOf(losses.heads[head].head);
        const double mean = meanOf(changes[head]);
        compare(mean, change.mean, "mean of head " + name);
        double squares = 0;
        for (const double value : changes[head]) squares += (value - mean) * (value - mean);
        compare(std::sqrt(squares / 4 / 5), change.error, "error of head " + name);
        QVERIFY(change.low <= change.mean && change.mean <= change.high);
      }
      QVERIFY2(largest < 2e-5, (where + " differs by " + std::to_string(largest)).c_str());
    }
  }

  /// Of a causal model it is the mean over the tokens after the first.
  void meansTokensOfACausalModel() {
    const Source gpt = openModelSource(kSources / "resources/models/gpt");
    const std::filesystem::path file = m_folder.filePath("one.txt").toStdString();
    std::ofstream(file) << "The cat sat on the mat and slept.\n";
    const CorpusLosses losses = ::lossesOf(file, "gpt", 1, Ablate::By::Zero);
    const Encoding tokens = gpt.tokenizer->encode("The cat sat on the mat and slept.");
    const auto meanOf = [&](const Trace& run) {
      double sum = 0;
      int count = 0;
      for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens.tokens[i + 1].special) continue;
        sum += logProbabilities(run.logits, static_cast<Index>(i))[static_cast<std::size_t>(tokens.tokens[i + 1].id)];
        ++count;
      }
      return sum / count;
    };
    const double clean = meanOf(*gpt.model->run(tokens, {}));
    QVERIFY(std::abs(losses.clean.mean - clean) < 1e-6);
    for (const std::size_t head : {std::size_t{0}, losses.heads.size() / 2, losses.heads.size() - 1}) {
      RunOptions options;
      options.interventions = {Ablate{oneHead(losses.heads[head].head), Ablate::By::Zero, {}}};
      const double change = meanOf(*gpt.model->run(tokens, options)) - clean;
      QVERIFY2(std::abs(losses.heads[head].change.mean - change) < 1e-5, nameOf(losses.heads[head].head).c_str());
    }
  }

  void doesNotDependOnThreads() {
    const CorpusLosses many = lossesOf("gpt", 3, Ablate::By::Zero);
    setThreadCount(1);
    const CorpusLosses one = lossesOf("gpt", 3, Ablate::By::Zero);
    setThreadCount(0);
    for (std::size_t head = 0; head < one.heads.size(); ++head)
      QCOMPARE(one.heads[head].change.mean, many.heads[head].change.mean);
    const Table table = lossesTable(one);
    QCOMPARE(table.rows.size(), one.heads.size());
    QVERIFY(remarksOn(one).front().find("95% interval") != std::string::npos);
  }

  /// Between two heads of a text too; whole texts alone count.
  void stopsWithinTexts() {
    CorpusSpec spec;
    spec.files = {kSources / "resources/samples/sentences.txt"};
    Corpus corpus(spec);
    std::atomic<int> asked = 0;
    bool first = true;
    const CorpusLosses losses = ablateOver(
        openModelSource(kSources / "resources/models/gpt"), corpus, {}, Ablate::By::Zero,
        [&](const CorpusProgress&, const CorpusLosses&) {
          first = false;
          return true;
        },
        [&] { return !first && ++asked > 3; });
    QVERIFY(losses.stopped && losses.texts > 0 && losses.skipped == 0);
    for (const HeadLoss& head : losses.heads) {
      QCOMPARE(head.texts.count, losses.texts);
      QCOMPARE(std::accumulate(head.texts.bins.begin(), head.texts.bins.end(), std::int64_t{0}), losses.texts);
      const Exemplar strongest = head.exemplars.strongest().front(), weakest = head.exemplars.weakest().front();
      QVERIFY(strongest.value == head.texts.most && weakest.value == head.texts.least);
      QVERIFY(losses.keptTexts.contains(strongest.text) && losses.keptTexts.contains(weakest.text));
    }
  }

  void changesHaveBinsAroundNothing() {
    for (std::size_t bin = 0; bin < kBins; ++bin) {
      const double from = beginOf(bin, MetricScale::Change), to = beginOf(bin + 1, MetricScale::Change);
      QVERIFY(from < to);
      QCOMPARE(binOf((from + to) / 2, MetricScale::Change), bin);
    }
    QCOMPARE(beginOf(kBins / 2, MetricScale::Change), 0.0);
    QCOMPARE(binOf(-100, MetricScale::Change), std::size_t{0});
    QCOMPARE(binOf(100, MetricScale::Change), kBins - 1);
  }

  void tellsWhatIsDoneAndStopsWithIt() {
    CorpusSpec spec;
    spec.files = {kSources / "resources/samples/sentences.txt"};
    Corpus corpus(spec);
    std::int64_t told = 0;
    const CorpusLosses losses = ablateOver(openModelSource(kSources / "resources/models/gpt"), corpus, {},
                                           Ablate::By::Zero, [&](const CorpusProgress& now, const CorpusLosses& soFar) {
                                             told = soFar.texts;
                                             return now.counted < 4;
                                           });
    QVERIFY(told >= 4 && losses.texts == told);
    QCOMPARE(losses.heads.front().change.texts, told);
  }

  void whatPredictsNothingIsRefused() {
    QVERIFY_THROWS_EXCEPTION(Error, lossesOf("bert", 1, Ablate::By::Zero));
    QVERIFY_THROWS_EXCEPTION(Error, lossesOf("translator", 1, Ablate::By::Zero));
    QCOMPARE(lossesOf("sentiment", 1, Ablate::By::Zero).texts, std::int64_t{1});
  }
};

HEADLIGHT_TEST(TestCorpusAblation)
#include "test_corpus_ablation.moc"
