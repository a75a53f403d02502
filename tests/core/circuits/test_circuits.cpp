#include <QtTest>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>

#include "core/base/error.h"
#include "core/circuits/edges.h"
#include "core/circuits/lens/lens.h"
#include "core/circuits/patching.h"
#include "core/circuits/score_writers.h"
#include "core/circuits/source_attribution.h"
#include "core/circuits/token_flow.h"
#include "core/circuits/token_removal.h"
#include "core/circuits/weight_circuits.h"
#include "core/image/rgb_image.h"
#include "core/model/model_locations.h"
#include "core/reading/reader.h"
#include "tests/support/message_of.h"
#include "tests/support/named_tensor.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;
using Json = nlohmann::json;
using headlight::test::shownMessageOf;
using headlight::test::tensorNamed;

namespace {

const char* const kModels[] = {"gpt2", "llama-gqa", "gpt-neox", "qwen3", "gemma2", "bert-mlm"};

fs::path dataFolder() { return fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/circuits"; }

/// A model of the reference with its expected tensors, and what is asked of it.
struct Case {
  std::shared_ptr<const Model> model;
  fs::path folder;
  TensorTable expected;
  Json notes;

  std::shared_ptr<const Trace> read(const Encoding& encoding) const { return model->run(encoding); }
  std::shared_ptr<const Trace> text(const std::string& letter) const {
    return read(reference::encodingOf(integersOf(expected.at("input_ids." + letter), "input_ids")));
  }
  /// Input 2 of the model.
  std::shared_ptr<const Trace> longer() const {
    return read(reference::encodingOf(readSafetensors(folder / "expected.safetensors"), 2));
  }

  AnalysisQuestion question() const {
    AnalysisQuestion q;
    q.model = model;
    q.a = text("A");
    q.b = text("B");
    const Json& metric = notes.at("metric");
    q.metric = {metric.at("row").get<Index>(), metric.at("target").get<std::int64_t>(),
                metric.at("against").get<std::int64_t>()};
    return q;
  }
  AnalysisQuestion longerQuestion(const Json& of) const {
    AnalysisQuestion q;
    q.model = model;
    q.a = longer();
    q.metric.row = of.at("position").get<Index>();
    q.metric.target = of.at(of.contains("target") ? "target" : "answer").get<std::int64_t>();
    if (of.contains("against")) q.metric.against = of.at("against").get<std::int64_t>();
    return q;
  }
};

ScoreCell cellOf(const Json& cell) {
  return {{cell.at("layer").get<int>(), cell.at("head").get<int>()},
          cell.at("query").get<Index>(),
          cell.at("key").get<Index>()};
}

Json jsonIn(const fs::path& file) {
  std::ifstream in(file);
  return Json::parse(in);
}

Case caseOf(const std::string& name) {
  Case c;
  const bool toy = name == "induction" || name == "copy";
  c.folder = toy ? dataFolder() / "toys" / name : *reference::folderOf(name);
  c.model = Model::open(c.folder);
  c.expected = readSafetensors(toy ? c.folder / "circuit.safetensors" : dataFolder() / (name + ".safetensors"));
  c.notes = jsonIn(toy ? c.folder / "circuit.json" : dataFolder() / (name + ".json"));
  return c;
}

/// Largest differences of groups of tensors, in parts of the tolerance.
struct Differences {
  static constexpr double kTolerance = 5e-5;
  std::map<std::string, double> groups;
  std::vector<std::string> compared;
  std::string firstWrong;

  void note(const std::string& name, const std::string& group, double difference, double scale,
            const std::string& where) {
    const double part = difference / (kTolerance * scale);
    double& largest = groups[group];
    if (!(part <= largest)) largest = part;
    if (!(part <= 1) && firstWrong.empty())
      firstWrong = name + ": difference " + std::to_string(difference) + " (allowed " +
                   std::to_string(kTolerance * scale) + ") at " + where;
  }
};

std::string groupOf(const std::string& name) {
  // "patch.z" and "remove.hide" are groups of their own; numbers and letters of texts are not.
  std::string group = name.substr(0, name.find('.'));
  for (const char* two : {"patch", "ablate", "remove", "edges", "lens"})
    if (group == two) group = name.substr(0, name.find('.', group.size() + 1));
  return group;
}

std::vector<double> sortedMagnitudes(const std::vector<double>& numbers) {
  std::vector<double> magnitudes;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) magnitudes.push_back(std::hypot(numbers[i], numbers[i + 1]));
  return magnitudes;
}

/// Compares what was found with the expected tensors of those names. `letter` is that of the text in their names.
void compare(const Findings& found, const TensorTable& expected, const std::string& letter, Differences& differences) {
  std::map<std::string, const NamedTensor*> byName;
  for (const NamedTensor& tensor : found) byName[tensor.name] = &tensor;
  for (const NamedTensor& tensor : found) {
    std::string name = tensor.name;
    if (letter != "A")
      if (const auto at = name.find(".A"); at != std::string::npos) name.replace(at, 2, "." + letter);
    if (name == "composition_baseline") continue;
    const auto stored = expected.find(name);
    if (stored == expected.end()) {
      if (differences.firstWrong.empty()) differences.firstWrong = name + ": not expected";
      continue;
    }
    differences.compared.push_back(name);
    std::vector<Index> shape;
    for (const TensorAxis& axis : tensor.axes) shape.push_back(axis.size);
    std::vector<Index> wanted(stored->second.shape.begin(), stored->second.shape.end());
    if (shape != wanted) {
      if (differences.firstWrong.empty()) differences.firstWrong = name + ": another shape";
      continue;
    }
    std::vector<double> numbers;
    if (tensor.whole)
      for (const std::int64_t id : integersOf(stored->second, name)) numbers.push_back(static_cast<double>(id));
    else
      for (const float value : floatsOf(stored->second)) numbers.push_back(static_cast<double>(value));
    double scale = 1;
    for (const double value : numbers) scale = std::max(scale, std::abs(value));
    if (name.starts_with("ov_eigenvalues")) {
      // As a set: magnitudes in order, and sums of real parts.
      const std::vector<double> a = sortedMagnitudes(tensor.values), b = sortedMagnitudes(numbers);
      for (std::size_t i = 0; i < a.size(); ++i)
        differences.note(name, groupOf(name), std::abs(a[i] - b[i]), scale, "number " + std::to_string(i));
      continue;
    }
    // Ids of lists count where neighbouring values are apart.
    const NamedTensor* values = nullptr;
    std::size_t each = 1;  // Ids to a value.
    if (tensor.whole) {
      std::string of = tensor.name;
      if (of == "lens.top")
        of = "lens.top_logprob";
      else if (of.starts_with("head_lens."))
        of += "_values";
      else if (of.ends_with(".pairs"))
        of = of.substr(0, of.size() - 6) + ".values", each = 2;
      if (byName.count(of) && of != tensor.name) values = byName.at(of);
    }
    const std::size_t length = values ? static_cast<std::size_t>(values->axes.back().size) : 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (values) {
        const std::size_t at = i / each, rank = at % length;
        const auto near = [&](std::size_t other) {
          return std::abs(values->values[at] - values->values[other]) < 2e-4;
        };
        if ((rank > 0 && near(at - 1)) || (rank + 1 < length && near(at + 1)) || rank + 1 == length) continue;
      }
      if (std::isnan(numbers[i]) && std::isnan(tensor.values[i])) continue;
      differences.note(name, groupOf(name), std::abs(tensor.values[i] - numbers[i]), tensor.whole ? 1e-9 : scale,
                       "number " + std::to_string(i));
    }
  }
}

void addAll(Findings& all, Findings some) {
  for (NamedTensor& tensor : some) all.push_back(std::move(tensor));
}

/// Everything that the reference has of two texts; without what a family does not have.
Findings ofTwoTexts(const Case& c) {
  const bool sum = c.expected.count("attribution.A") > 0, edges = c.expected.count("edges.exact") > 0;
  AnalysisQuestion q = c.question();
  Findings all;
  for (const Json& cell : c.notes.value("score_cells", Json::array())) q.settings.cells.push_back(cellOf(cell));
  if (!q.settings.cells.empty()) addAll(all, scoreWriters(q));
  if (sum) addAll(all, sourceAttribution(q));
  addAll(all, patchingGrids(q));
  Findings ablated = ablations(q);
  std::erase_if(ablated, [](const NamedTensor& tensor) { return tensor.name == "metric.A"; });
  addAll(all, std::move(ablated));
  if (edges) {
    for (Findings some : {exactEdges(q), pathPatching(q)}) {
      std::erase_if(some, [](const NamedTensor& tensor) { return tensor.name.starts_with("metric."); });
      addAll(all, std::move(some));
    }
  }
  return all;
}

}  // namespace

class TestCircuits : public QObject {
  Q_OBJECT

  static void report(const std::string& model, const Differences& differences) {
    for (const auto& [group, part] : differences.groups)
      qInfo("%-12s %-28s %6.1f %% of the tolerance", model.c_str(), group.c_str(), 100 * part);
  }

 private slots:
  void equalsTheReference_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : kModels) QTest::newRow(name) << name;
    QTest::newRow("induction") << "induction";
  }
  void equalsTheReference() {
    QFETCH(QString, name);
    const Case c = caseOf(name.toStdString());
    Differences differences;
    compare(ofTwoTexts(c), c.expected, "A", differences);
    const bool sum = c.expected.count("attribution.A") > 0;
    if (c.expected.count("lens.top")) compare(lens(c.question()), c.expected, "A", differences);
    if (c.notes.contains("removal")) {
      AnalysisQuestion q = c.longerQuestion(c.notes["removal"]["A"]);
      q.a = c.text("A");
      compare(tokenRemoval(q), c.expected, "A", differences);
      compare(tokenRemoval(c.longerQuestion(c.notes["removal"]["2"])), c.expected, "2", differences);
    }
    if (sum)
      for (const Json& of : c.notes["attribution"])
        if (of["text"] == "2") compare(sourceAttribution(c.longerQuestion(of)), c.expected, "2", differences);
    AnalysisQuestion weights;
    weights.model = c.model;
    weights.settings.top = 10;
    compare(compositionScores(weights), c.expected, "A", differences);
    if (sum) {
      const bool lists = c.expected.count("ov_eigenvalues.raw") > 0;
      Findings copying = copyingScores(weights);
      if (!lists) std::erase_if(copying, [](const NamedTensor& t) { return t.name.starts_with("ov_eigenvalues"); });
      compare(copying, c.expected, "A", differences);
      if (lists) {
        compare(ownTokens(weights), c.expected, "A", differences);
        compare(topPairs(weights), c.expected, "A", differences);
      }
    }
    report(name.toStdString(), differences);
    QVERIFY2(differences.firstWrong.empty(), differences.firstWrong.c_str());
    // Nothing of the reference is left out but what needs a backward pass.
    for (const auto& [tensor, stored] : c.expected) {
      if (tensor.starts_with("input_ids") || tensor.starts_with("atp.") || tensor.starts_with("edges.eap")) continue;
      const auto& compared = differences.compared;
      QVERIFY2(std::find(compared.begin(), compared.end(), tensor) != compared.end(), tensor.c_str());
    }
  }

  /// Parts sum to their whole.
  void partsSum_data() { equalsTheReference_data(); }
  void partsSum() {
    QFETCH(QString, name);
    const Case c = caseOf(name.toStdString());
    AnalysisQuestion q = c.question();
    const auto close = [](double a, double b) { return std::abs(a - b) <= 1e-5 * std::max(1.0, std::abs(b)); };
    for (const Json& cell : c.notes["score_cells"]) q.settings.cells.push_back(cellOf(cell));
    const Findings scores = scoreWriters(q);
    for (std::size_t cell = 0; cell < q.settings.cells.size(); ++cell) {
      const std::string number = std::to_string(cell);
      double sum = 0, turning = 0;
      for (const double value : tensorNamed(scores, "score_parts." + number).values) sum += value;
      const double score = tensorNamed(scores, "score." + number).values[0];
      QVERIFY2(close(sum, score), qPrintable(QString("cell %1: %2 instead of %3").arg(cell).arg(sum).arg(score)));
      if (!c.expected.count("rotary_pairs." + number)) continue;
      for (const double value : tensorNamed(scores, "rotary_pairs." + number).values) turning += value;
      QVERIFY(close(turning + tensorNamed(scores, "rotary_rest." + number).values[0], score));
    }
    if (!c.expected.count("attribution.A")) return;
    const Findings attribution = sourceAttribution(q);
    double logits =
        static_cast<double>(q.a->logits(q.metric.row, q.metric.target) - q.a->logits(q.metric.row, *q.metric.against));
    const double total = tensorNamed(attribution, "attribution_total.A").values[0];
    if (name != "gemma2") QVERIFY(close(total, logits));  // Its logits are capped behind the sum.
  }

  /// Heads whose circuit was built are known by their weights.
  void knownCopying() {
    const Case c = caseOf("copy");
    AnalysisQuestion q;
    q.model = c.model;
    q.settings.values = {"raw"};
    const Findings found = copyingScores(q);
    const NamedTensor& copying = tensorNamed(found, "ov_copying.raw");
    const NamedTensor& eigenvalues = tensorNamed(found, "ov_eigenvalues.raw");
    const std::vector<float> expected = floatsOf(c.expected.at("ov_copying")),
                             sums = floatsOf(c.expected.at("ov_eigenvalue_sum"));
    for (Index head = 0; head < 4; ++head) {
      QVERIFY(std::abs(copying({0, head}) - static_cast<double>(expected[static_cast<std::size_t>(head)])) < 1e-5);
      double sum = 0;
      for (Index e = 0; e < eigenvalues.axes[2].size; ++e) sum += eigenvalues({0, head, e, 0});
      QVERIFY(std::abs(sum - static_cast<double>(sums[static_cast<std::size_t>(head)])) < 1e-4);
    }
  }

  /// The planted induction circuit: patching, edges, paths and compositions name the same two heads.
  void findsThePlantedCircuit() {
    const Case c = caseOf("induction");
    const Findings patched = patchingGrids(c.question());
    const NamedTensor& z = tensorNamed(patched, "patch.z");
    const Json& circuit = c.notes["circuit"];
    const auto previous = circuit["previous_token_head"][1].get<Index>(),
               induction = circuit["induction_head"][1].get<Index>();
    for (Index layer = 0; layer < 2; ++layer)
      for (Index head = 0; head < 4; ++head) {
        const bool planted = head == (layer == 0 ? previous : induction);
        QVERIFY(planted ? std::abs(z({layer, head}) - 1) < 0.002 : std::abs(z({layer, head})) < 0.001);
      }
    const std::string from = "head 0." + std::to_string(previous), into = "k 1." + std::to_string(induction);
    for (const Findings& found : {exactEdges(c.question()), pathPatching(c.question())}) {
      const NamedTensor& edges = found.front();
      const std::vector<std::string>&rows = edges.axes[0].labels, &columns = edges.axes[1].labels;
      double best = 0, next = 0;
      for (std::size_t s = 0; s < rows.size(); ++s)
        for (std::size_t t = 0; t < columns.size(); ++t) {
          if (!rows[s].starts_with("head 0.") || columns[t] == "logits" || columns[t].starts_with("mlp")) continue;
          const double value = std::abs(edges({static_cast<Index>(s), static_cast<Index>(t)}));
          (rows[s] == from && columns[t] == into ? best : next) =
              std::max(rows[s] == from && columns[t] == into ? best : next, value);
        }
      QVERIFY2(best > 100 * next, qPrintable(QString("%1 and then %2").arg(best).arg(next)));
    }
    AnalysisQuestion weights;
    weights.model = c.model;
    const Findings composition = compositionScores(weights);
    const NamedTensor& keys = tensorNamed(composition, "composition_K.raw");
    std::vector<double> others;
    for (Index one = 0; one < 4; ++one)
      for (Index other = 0; other < 4; ++other)
        if (one != previous || other != induction) others.push_back(keys({0, one, 1, other}));
    QVERIFY(keys({0, previous, 1, induction}) > 2 * *std::max_element(others.begin(), others.end()));
    // Of a model of this width a random pair lies near 1 / sqrt(width).
    const NamedTensor& baseline = tensorNamed(composition, "composition_baseline");
    const double random = 1 / std::sqrt(96.0);
    for (Index kind = 0; kind < 3; ++kind) {
      QVERIFY(baseline({kind, 0}) > 0.7 * random && baseline({kind, 0}) < 1.4 * random);
      QVERIFY(baseline({kind, 1}) > 0 && baseline({kind, 1}) < 0.2 * random);
    }
  }

  void flowsEqualTheReference() {
    AnalysisQuestion q = caseOf("gpt2").question();
    const auto run = reference::run("gpt2", 0);
    q.a = run->trace;
    const Findings found = tokenFlow(q);
    const std::vector<float> expected =
        floatsOf(readSafetensors(fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/analysis/gpt2.safetensors").at("flow.0"));
    const NamedTensor& flows = tensorNamed(found, "flow.A");
    QCOMPARE(flows.values.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
      QVERIFY(std::abs(flows.values[i] - static_cast<double>(expected[i])) < 1e-5);
  }

  /// Nodes may be chosen; what nobody asked is no number, and what cannot be is 0.
  void someEdges() {
    AnalysisQuestion q = caseOf("gpt2").question();
    const Findings all = exactEdges(q);
    q.settings.senders = {"head 0.1", "mlp 1"};
    q.settings.receivers = {"k 2.0", "logits"};
    const Findings some = exactEdges(q);
    const NamedTensor &whole = all.front(), &part = some.front();
    int asked = 0;
    for (std::size_t i = 0; i < whole.values.size(); ++i) {
      if (std::isnan(part.values[i]) || part.values[i] == 0) continue;
      QCOMPARE(part.values[i], whole.values[i]);
      ++asked;
    }
    QCOMPARE(asked, 4);
    q.settings.senders = {"head 7.1"};
    QVERIFY(shownMessageOf([&] { exactEdges(q); }).contains("head 7.1"));
  }

  /// What a method does not cover is refused by its reason, and never computed otherwise.
  void refusals() {
    const auto question = [](const char* name) {
      const auto run = reference::run(name, 0);
      AnalysisQuestion q;
      q.model = run->model;
      q.a = q.b = run->trace;
      q.metric = {0, 1, 2};
      q.settings.cells = {{{0, 0}, 1, 0}};
      return q;
    };
    const auto says = [](const auto& run, const char* words) {
      const QString message = shownMessageOf(run);
      QVERIFY2(message.contains(words), qPrintable(message));
    };
    says([&] { sourceAttribution(question("bart")); }, "encoder");
    says([&] { sourceAttribution(question("bert-mlm")); }, "next token");
    says([&] { exactEdges(question("gemma2")); }, "norms lie behind");
    says([&] { exactEdges(question("bert-mlm")); }, "norms lie behind");
    says([&] { copyingScores(question("bert-mlm")); }, "next token");
    says([&] { copyingScores(question("bloom")); }, "token embeddings");
    says([&] { patchingGrids(question("gpt2")); }, "the same");
    says([&] { lens(question("bert-seqcls")); }, "predicts tokens");
    says([&] { lens(question("mobilebert")); }, "narrower");
    says([&] { scoreWriters(question("deepseek-v2")); }, "latent");
    says([&] { compositionScores(question("deepseek-v2")); }, "latent");
    says([&] { scoreWriters(question("mpt")); }, "cut");
  }

  /// Every other reference model is computed too: closures hold, and what is put in from the same text changes nothing.
  // Of a part of a picture its features are the embedding; what reads it counts for them like for a word.
  void partsOfPicturesCount() {
    const Source captioner = openSource(findModel("captioner"));
    std::vector<std::uint8_t> colours;
    for (int i = 0; i < 80 * 80; ++i)
      for (const int colour : {200, i / 80 < 40 ? 30 : 220, 40}) colours.push_back(static_cast<std::uint8_t>(colour));
    Input input{TextInput{"a red"}};
    input.pictures = {{"red.png", std::make_shared<const RgbImage>(RgbImage{80, 80, colours})}};
    AnalysisQuestion q;
    q.model = captioner.model;
    q.a = read(captioner, input).trace;
    const Index last = q.tokens() - 1;
    const auto parts = [&](std::size_t token) { return q.a->encoding.tokens[token].place.has_value(); };
    QVERIFY(parts(5) && !parts(static_cast<std::size_t>(last)));
    for (const Index row : {last, Index{5}}) {
      q.metric = {row, 14, 21};
      const double logits = static_cast<double>(q.a->logits.row(row)[14] - q.a->logits.row(row)[21]);
      const double total = tensorNamed(sourceAttribution(q), "attribution_total.A").values.front();
      QVERIFY2(std::abs(total - logits) < 1e-4 * std::max(1.0, std::abs(logits)),
               qPrintable(QString("%1, expected %2").arg(total).arg(logits)));
    }
    q.settings.cells = {{{1, 2}, last, 5}, {{1, 1}, 40, 5}};
    const Findings scores = scoreWriters(q);
    for (const char* cell : {"0", "1"}) {
      const NamedTensor& table = tensorNamed(scores, std::string("score_parts.") + cell);
      const double sum = std::accumulate(table.values.begin(), table.values.end(), 0.0),
                   score = tensorNamed(scores, std::string("score.") + cell).values.front();
      QVERIFY2(std::abs(sum - score) < 1e-4 * std::max(1.0, std::abs(score)),
               qPrintable(QString("%1, expected %2").arg(sum).arg(score)));
    }
  }

  void otherFamilies_data() {
    QTest::addColumn<QString>("name");
    for (const auto& [name, folder] : reference::models()) QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }
  void otherFamilies() {
    QFETCH(QString, name);
    const std::string plain = name.toStdString().substr(0, name.toStdString().find(','));
    const auto run = reference::run(plain, 0);
    if (!run) QSKIP("no reference model");
    AnalysisQuestion q;
    q.model = run->model;
    q.a = run->trace;
    const bool bottleneck = plain == "mobilebert";
    const auto n = static_cast<Index>(q.a->encoding.size());
    const int last = q.model->info().layers - 1;
    q.settings.cells = {{{last, 0}, n - 1, 0}, {{last, 0}, n - 1, n - 1}};
    bool refused = false;
    const auto allowed = [&](const Error& error) {
      const QString message = error.what();
      refused = true;
      for (const char* reason : {"narrower", "latent", "are cut", "mean over all heads"})
        if (message.contains(reason)) return true;
      qWarning("%s", error.what());
      return false;
    };
    try {
      const Findings found = scoreWriters(q);
      for (const char* cell : {"0", "1"}) {
        double sum = 0, size = 1;
        for (const double value : tensorNamed(found, std::string("score_parts.") + cell).values) {
          sum += value;
          size = std::max(size, std::abs(value));
        }
        const double score = tensorNamed(found, std::string("score.") + cell).values[0];
        QVERIFY2(std::abs(sum - score) <= 5e-5 * size, qPrintable(QString("%1 instead of %2").arg(sum).arg(score)));
      }
    } catch (const Error& error) {
      QVERIFY(allowed(error));
    }
    if (q.a->logits.size() == 0 || q.a->logits.cols() < 3 || bottleneck) return;
    q.metric = {q.a->logits.rows() - 1, 1, 2};
    try {
      const Findings attribution = sourceAttribution(q);
      const double logits =
          static_cast<double>(q.a->logits(q.metric.row, 1)) - static_cast<double>(q.a->logits(q.metric.row, 2));
      const double total = tensorNamed(attribution, "attribution_total.A").values[0];
      if (!plain.starts_with("gemma2") && !plain.starts_with("t5gemma"))
        QVERIFY2(std::abs(total - logits) < 5e-5 * std::max(1.0, std::abs(logits)),
                 qPrintable(QString("%1 instead of %2").arg(total).arg(logits)));
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).startsWith("direct logit attribution of"), error.what());
    }
    // Ablating by what a head gives by itself, its mean over one token, and the same text put into itself.
    const Findings ablated = ablations(q);
    const double clean = tensorNamed(ablated, "metric.A").values[0];
    QVERIFY2(std::abs(clean - (static_cast<double>(q.a->logits(q.metric.row, 1)) -
                               static_cast<double>(q.a->logits(q.metric.row, 2)))) < 1e-4,
             "the metric is the run's own");
    // The last point of the lens is the run's own prediction; a token that is hidden costs a distribution no less than
    // 0.
    if (q.model->info().head == OutputHeadKind::CausalLm || q.model->info().head == OutputHeadKind::MaskedLm) {
      const Findings points = lens(q);
      const NamedTensor &kl = tensorNamed(points, "lens.kl_to_end"), &rank = tensorNamed(points, "lens.answer_rank");
      const Index end = kl.axes[0].size - 1;
      for (Index token = 0; token < kl.axes[1].size; ++token) {
        QCOMPARE(kl({end, token}), 0.0);
        QCOMPARE(rank({end, token}), 0.0);
        QVERIFY(kl({0, token}) > -1e-6);
      }
      const NamedTensor answer = tensorNamed(points, "lens.answer");
      for (Index token = 0; token < answer.axes[0].size; ++token) {
        Index best = 0;
        q.a->logits.row(token).maxCoeff(&best);
        QCOMPARE(answer({token}), static_cast<double>(best));
      }
    }
    q.settings.values = {"hide"};
    const Findings hidden = tokenRemoval(q);
    q.settings.values = {};
    double most = 0;
    for (const double value : tensorNamed(hidden, "remove.hide.A.kl").values) {
      QVERIFY(value > -1e-5);
      most = std::max(most, value);
    }
    QVERIFY(most > 0);
    q.b = q.a;
    const Findings path = q.a->source ? Findings() : pathPatching(q);
    if (!path.empty())
      for (const double value : path.front().values) QVERIFY(std::abs(value) < 1e-4);
  }
};

HEADLIGHT_TEST(TestCircuits)
#include "test_circuits.moc"
