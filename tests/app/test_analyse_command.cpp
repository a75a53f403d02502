#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/terminal_progress.h"
#include "core/checkpoint/safetensors.h"
#include "core/findings/analysis_methods.h"
#include "tests/support/command_run.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::Outcome;
using headlight::test::run;
using headlight::test::with;
using Json = nlohmann::json;

namespace {

const std::string kToy = HEADLIGHT_SOURCE_DIR "/tests/data/circuits/toys/induction";
const char* const kA = "0,11,14,2,13,6,3,11,14,2,13,5";
const char* const kB = "0,11,14,2,13,5,3,11,14,2,13,5";

}  // namespace

/// The command `analyse`; the numbers of its methods are those of core, which test_circuits compares with the
/// reference.
class TestAnalyseCommand : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  std::string file(const char* name) { return m_folder.filePath(name).toStdString(); }

  QByteArray contentOf(const char* name) {
    QFile in(m_folder.filePath(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
  }

  static std::vector<std::string> twoTexts(const char* method) {
    return {"analyse", method, "--model", kToy, "--ids", kA, "--other-ids", kB, "--target", "3", "--against", "11"};
  }

 private slots:
  void listsMethods() {
    const Outcome outcome = run({"analyse"});
    QCOMPARE(outcome.code, 0);
    for (const AnalysisMethod& method : analysisMethods()) QVERIFY(outcome.out.find(method.name) != std::string::npos);
    const Outcome unknown = run({"analyse", "lenz", "--text", "one"});
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.said("did you mean 'lens'"));
  }

  /// The same numbers in each kind of file.
  void writesEachKind() {
    for (const char* name : {"out.safetensors", "out.csv", "out.json"}) {
      const Outcome outcome = run(with(twoTexts("patch"), {"--values", "z", "-o", file(name)}));
      QCOMPARE(outcome.err, std::string());
      QCOMPARE(outcome.code, 0);
    }
    const TensorTable tensors = readSafetensors(file("out.safetensors"));
    const std::vector<float> z = floatsOf(tensors.at("patch.z"));
    QCOMPARE(z.size(), std::size_t{8});
    QVERIFY(std::abs(z[1] - 1) < 0.01F && std::abs(z[6] - 1) < 0.01F && std::abs(z[0]) < 0.01F);
    const Json json = Json::parse(contentOf("out.json").toStdString());
    QCOMPARE(json["method"].get<std::string>(), std::string("patch"));
    QCOMPARE(json["target"].get<std::string>(), std::string("3"));
    const Json& values = json["tensors"]["patch.z"]["values"];
    QCOMPARE(values[0][1].get<float>(), z[1]);
    QCOMPARE(json["tensors"]["patch.z"]["axes"][1]["name"].get<std::string>(), std::string("head"));
    const QByteArray csv = contentOf("out.csv");
    QVERIFY(csv.startsWith("tensor,layer,head,value\n"));
    QCOMPARE(csv.count('\n'), 1 + 8 + 2);
    const auto metadata = safetensorsMetadata(file("out.safetensors"));
    QCOMPARE(Json::parse(metadata.at("axes"))["patch.z"][0]["name"].get<std::string>(), std::string("layer"));
    QCOMPARE(run(with(twoTexts("patch"), {"-o", file("out.npz")})).code, 1);
  }

  /// Without a choice the most likely tokens are watched.
  void choosesTheMetric() {
    const auto notes = [](std::vector<std::string> more) {
      const Outcome outcome = run(with({"analyse", "attribution", "--model", kToy}, more));
      if (outcome.code != 0) throw std::runtime_error(outcome.err);
      return Json::parse(outcome.out);
    };
    const Json both = notes({"--ids", kB, "--other-ids", kA});
    QCOMPARE(both["target"].get<std::string>(), std::string("3"));  // What followed is copied.
    QVERIFY(both["against"] != both["target"]);
    QVERIFY(both["tensors"].contains("attribution.B"));
    const Json one = notes({"--ids", kB, "--against", "none"});
    QVERIFY(!one.contains("against") && !one["tensors"].contains("attribution.B"));
    const Json earlier = notes({"--ids", kB, "--position", "8"});
    QCOMPARE(earlier["position"].get<std::string>(), std::string("8"));
  }

  /// Both texts are read with the changes: without its first head the pair tells them apart no more.
  void changesActOnBothTexts() {
    const auto difference = [](const std::vector<std::string>& more) {
      const Outcome outcome = run(with(twoTexts("ablate-parts"), more));
      if (outcome.code != 0) throw std::runtime_error(outcome.err);
      const Json zero = Json::parse(outcome.out);
      const Outcome patch = run(with(twoTexts("patch"), with({"--values", "z"}, more)));
      const Json both = Json::parse(patch.out)["tensors"];
      if (zero.contains("interventions") == more.empty()) throw std::runtime_error("interventions are not noted");
      return std::abs(both["metric.B"]["values"][0].get<double>() - both["metric.A"]["values"][0].get<double>());
    };
    QVERIFY(difference({"--intervene", "ablate 0.1"}) < 0.05 * difference({}));
    const Outcome weights = run({"analyse", "copying", "--model", kToy, "--intervene", "ablate 0.1"});
    QCOMPARE(weights.code, 1);
    QVERIFY(weights.said("--intervene: method 'copying' reads the weights alone"));
  }

  void textsOfOtherLengths() {
    const std::vector<std::string> texts = {"--model", kToy, "--ids", kA, "--other-ids", "0,11,14,2"};
    for (const char* method : {"patch", "edges", "path", "circuit", "attribution-patching", "edge-attribution"})
      QVERIFY2(run(with({"analyse", method}, texts)).said("as many tokens, found 12 and 4"), method);
    // A mean is over texts of any length.
    QCOMPARE(run(with({"analyse", "ablate-parts", "--values", "mean_other"}, texts)).code, 0);
  }

  void lensesFromFiles() {
    const std::string data = HEADLIGHT_SOURCE_DIR "/tests/data/", tuned = data + "circuits/lenses/tuned";
    const std::vector<std::string> lens = {"analyse", "lens", "--model", data + "models/gpt2", "--ids", "5,17,40"};
    const Outcome mapped = run(with(lens, {"--lens-file", tuned}));
    QCOMPARE(mapped.err, std::string());
    const Json found = Json::parse(mapped.out);
    QCOMPARE(found["lens"].get<std::string>(), std::string("tuned lens"));
    const Json& points = found["tensors"]["lens.entropy"]["axes"][0]["labels"];
    QCOMPARE(points.dump(), std::string(R"(["before layer 0","before layer 1","before layer 2","end"])"));
    QVERIFY(!found["tensors"].contains("head_lens.top"));
    QVERIFY(run({"analyse", "flow", "--model", kToy, "--ids", kA, "--lens-file", tuned}).said("does not read it"));
  }

  void cellsAndEdges() {
    const Outcome score =
        run({"analyse", "score", "--model", kToy, "--ids", kB, "--cell", "1.2:11,6", "--cell", "0.1:6,5"});
    QCOMPARE(score.err, std::string());
    const Json scores = Json::parse(score.out)["tensors"];
    QVERIFY(scores.contains("score.0") && scores.contains("score_parts.1"));
    QCOMPARE(scores["score_parts.1"]["axes"][0]["labels"][0].get<std::string>(), std::string("embedding"));
    const Outcome edges =
        run(with(twoTexts("edges"), {"--sender", "head 0.1", "--receiver", "k 1.2", "--values", "exact"}));
    QCOMPARE(edges.err, std::string());
    const Json matrix = Json::parse(edges.out)["tensors"]["edges.exact"];
    int numbers = 0;
    for (const Json& row : matrix["values"])
      for (const Json& value : row) numbers += value.is_number() && std::abs(value.get<double>()) > 1;
    QCOMPARE(numbers, 1);
  }

  /// Ids come with what a person reads.
  void outcomesHaveTexts() {
    const Outcome causal = run({"analyse", "lens", "--text", "one two", "--top", "1", "-o", file("lens.csv")});
    QCOMPARE(causal.err, std::string());
    QVERIFY(contentOf("lens.csv").startsWith("tensor,point,token,rank,layer,head,value,text\n"));
    // A masked model shows every token; it needs no mask.
    const Outcome masked = run({"analyse", "lens", "--model", "bert", "--text", "one two", "--top", "1"});
    QCOMPARE(masked.err, std::string());
    const Json json = Json::parse(masked.out);
    QVERIFY(!json["tensors"]["lens.answer"]["texts"][1].get<std::string>().empty());
    QVERIFY(!json["tensors"].contains("head_lens.top"));
  }

  void gradients() {
    const auto tensorsOf = [&](const std::vector<std::string>& arguments) {
      const Outcome outcome = run(arguments);
      if (outcome.code != 0) throw std::runtime_error(outcome.err);
      return Json::parse(outcome.out);
    };
    const std::vector<std::string> one = {"--model", kToy, "--ids", kB, "--target", "3"};
    const Json all = tensorsOf(with({"analyse", "gradients", "--values", "q,hidden_states"}, one))["tensors"];
    QVERIFY(all.contains("grad.q.1") && all.contains("grad.hidden_states.2") && !all.contains("grad.k.0"));
    const Json edges = tensorsOf(with(twoTexts("edge-attribution"), {"--values", "eap"}))["tensors"]["edges.eap"];
    QCOMPARE(edges["axes"][0]["labels"][2].get<std::string>(), std::string("head 0.1"));
    const Json integrated = tensorsOf(with({"analyse", "integrated-gradients", "--log-probability"}, one));
    QCOMPARE(integrated["metric"].get<std::string>(), std::string("log probability"));
    QVERIFY(integrated["tensors"]["metric"]["values"][0].get<double>() < 0);
    for (const auto& [method, tensor] :
         {std::pair{"token-gradients", "grad_x_input"}, std::pair{"relevance", "chefer"},
          std::pair{"gradient-attention", "grad_x_attention"}, std::pair{"head-importance", "head_importance"}})
      QVERIFY2(tensorsOf(with({"analyse", method}, one))["tensors"].contains(tensor), method);
    QVERIFY(tensorsOf(twoTexts("attribution-patching"))["tensors"].contains("atp.pattern"));
  }

  void weightsNeedNoText() {
    const std::string copy = HEADLIGHT_SOURCE_DIR "/tests/data/circuits/toys/copy";
    const Outcome outcome = run({"analyse", "copying", "--model", copy, "--values", "raw"});
    QCOMPARE(outcome.err, std::string());
    const Json values = Json::parse(outcome.out)["tensors"]["ov_copying.raw"]["values"];
    QVERIFY(std::abs(values[0][0].get<double>() - 1) < 1e-5 && std::abs(values[0][1].get<double>() + 1) < 1e-5);
  }

  void refusals_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const QString toy = QString::fromStdString(kToy);
    const auto row = [&](const char* name, QStringList arguments, const char* words) {
      QTest::newRow(name) << (QStringList{"analyse", arguments.takeFirst(), "--model", toy} + arguments) << words;
    };
    row("an option that the method does not read", {"lens", "--ids", "1,2", "--target", "3"},
        "--target: method 'lens'");
    row("a probability of two", {"relevance", "--ids", "1,2", "--against", "3", "--log-probability"},
        "--log-probability");
    row("a probability of a patch", {"patch", "--ids", "1,2", "--log-probability"}, "does not read it");
    row("a text for weights", {"copying", "--ids", "1,2"}, "weights alone");
    row("a decoder's text for weights", {"copying", "--decoder-ids", "1,2"}, "weights alone");
    row("no text", {"lens"}, "expected an input");
    row("one text", {"patch", "--ids", "1,2"}, "expected two texts");
    row("another length", {"patch", "--ids", "1,2", "--other-ids", "1,2,3"}, "2 and 3");
    row("the same text", {"patch", "--ids", "1,2", "--other-ids", "1,2"}, "the same");
    row("an unknown value", {"patch", "--ids", "1,2", "--other-ids", "1,3", "--values", "y"}, "'stream'");
    row("a head that there is not", {"score", "--ids", "1,2", "--cell", "7.0:1,0"}, "heads");
    row("a cell that is none", {"score", "--ids", "1,2", "--cell", "1.2"}, "LAYER.HEAD:QUERY,KEY");
    row("no cell", {"score", "--ids", "1,2"}, "--cell");
    row("a node that there is not", {"edges", "--ids", "1,2", "--other-ids", "1,3", "--sender", "head 9.9"},
        "head 9.9");
    row("an outcome twice", {"attribution", "--ids", "1,2", "--target", "3", "--against", "3"}, "the same");
    row("a position that there is not", {"attribution", "--ids", "1,2", "--position", "7"}, "--position");
  }
  void refusals() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    std::vector<std::string> all;
    for (const QString& argument : arguments) all.push_back(argument.toStdString());
    const Outcome outcome = run(all);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.said(words.toStdString()), outcome.err.c_str());
    QVERIFY(outcome.out.empty());
  }

  void progressIsALineThatGoesAway() {
    std::ostringstream watched, unwatched;
    {
      const TerminalProgress line(watched, true), silent(unwatched, false);
      const Progress progress = line.progress();
      for (int i = 0; i <= 1000; ++i) progress(i / 1000.0, "patching");
      silent.progress()(0.5, "patching");
    }
    QVERIFY(unwatched.str().empty());
    const std::string text = watched.str();
    QVERIFY(text.find("\rheadlight: 50 % patching") != std::string::npos);
    // Written once for each percent, on one line, which is empty at the end.
    QCOMPARE(std::count(text.begin(), text.end(), '%'), std::ptrdiff_t(101));
    QVERIFY(text.find('\n') == std::string::npos);
    const std::size_t last = text.rfind('\r', text.size() - 2);
    QVERIFY(text.back() == '\r' && text.find_first_not_of(' ', last + 1) == text.size() - 1);
  }
};

HEADLIGHT_TEST(TestAnalyseCommand)
#include "test_analyse_command.moc"
