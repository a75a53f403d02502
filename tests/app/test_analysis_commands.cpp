#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/analysis/methods.h"
#include "core/model/model_folder.h"
#include "core/model/model_locations.h"
#include "core/text/tokenizer.h"
#include "tests/support/command_run.h"
#include "tests/support/suite.h"
#include "ui/export/exporter.h"
#include "ui/export/provenance_reader.h"
#include "ui/panels/export/exports.h"
#include "ui/state/session_file.h"

using namespace headlight;
using headlight::test::Outcome;
using headlight::test::run;
using Json = nlohmann::json;

namespace {

const char* const kRepeat = "The password is blue river. I repeat: the password is blue";

/// Lines of a table, by the names of its columns.
std::vector<std::map<std::string, std::string>> tableOf(const std::string& csv) {
  std::istringstream lines(csv);
  std::string line, cell;
  std::vector<std::string> names;
  std::vector<std::map<std::string, std::string>> rows;
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    const bool heading = names.empty();
    if (!heading) rows.emplace_back();
    for (std::size_t i = 0; std::getline(cells, cell, ','); ++i) {
      for (std::string more; cell.starts_with('"') && !cell.ends_with('"') && std::getline(cells, more, ',');)
        cell += "," + more;
      if (heading)
        names.push_back(cell);
      else
        rows.back()[names.at(i)] = cell;
    }
  }
  return rows;
}

}  // namespace

class TestAnalysisCommands : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  Json jsonOf(std::vector<std::string> arguments) {
    const std::string path = m_folder.filePath("out.json").toStdString();
    arguments.insert(arguments.end(), {"-o", path});
    const Outcome outcome = run(arguments);
    if (outcome.code != 0) throw std::runtime_error(outcome.err);
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? Json::parse(file.readAll().toStdString()) : Json();
  }

 private slots:
  void headsHaveEveryMetricAndALabel() {
    const Json heads = jsonOf({"heads", "--text", kRepeat, "--columns", "all"});
    const Json info =
        jsonOf({"heads", "--text", kRepeat, "--columns", "all", "--no-probe", "--methods", "raw,norm,effective"});
    QCOMPARE(info.size(), 3 * heads.size());
    QVERIFY(info[0]["probe_induction"].is_null());
    bool induction = false;
    for (const Json& head : heads) {
      QVERIFY(head["entropy"].is_number() && head["norm_entropy"].is_number() && head["diversity"].is_number());
      QVERIFY(head["symmetric"].is_null());  // A causal model.
      if (head["label"] != "induction") continue;
      induction = true;
      QVERIFY(head["probe_induction"].get<double>() > head["induction_chance"].get<double>());
    }
    QVERIFY(induction);
    const auto sorted = tableOf(run({"heads", "--text", kRepeat, "--sort", "probe_induction"}).out);
    QCOMPARE(sorted.size(), heads.size());
    for (std::size_t i = 1; i < sorted.size(); ++i)
      QVERIFY(std::stod(sorted[i - 1].at("probe_induction")) >= std::stod(sorted[i].at("probe_induction")));
    const Outcome wrong = run({"heads", "--text", kRepeat, "--sort", "beauty"});
    QCOMPARE(wrong.code, 2);
    QVERIFY(wrong.err.find("expected one of entropy") != std::string::npos);
  }

  /// Which heads an adapter changed: those of its own attention against that of its base.
  void headsAreRankedAgainstAnotherModel() {
    const std::string pair = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/families/lora-llama/";
    const std::vector<std::string> common{"heads",         "--model",   pair + "adapter", "--ids",
                                          "3,9,4,11,20,5", "--against", pair + "base"};
    const auto with = [&](const std::vector<std::string>& more) {
      std::vector<std::string> all = common;
      all.insert(all.end(), more.begin(), more.end());
      return all;
    };
    const auto whole = tableOf(run(common).out);
    QCOMPARE(whole.size(), std::size_t{8});
    double last = 1;
    for (const auto& row : whole) {
      const double divergence = std::stod(row.at("divergence"));
      QVERIFY(divergence <= last && divergence > 0);
      last = divergence;
    }
    // Half of the adapter changes less, and none of it nothing.
    QVERIFY(std::stod(tableOf(run(with({"--adapter-scale", "0.5"})).out).front().at("divergence")) <
            std::stod(whole.front().at("divergence")));
    QVERIFY(std::stod(tableOf(run(with({"--adapter-scale", "0"})).out).front().at("divergence")) < 1e-6);
    QVERIFY(run({"heads", "--text", kRepeat, "--against", pair + "base"}).err.find("expected") != std::string::npos);
    QVERIFY(run({"heads", "--text", kRepeat, "--adapter-scale", "0.5"}).err.find("expected an adapter's folder") !=
            std::string::npos);
  }

  /// Two quantisations: heads, predictions and tensors as tests/data/gguf/comparison.json has them.
  void twoQuantisationsAreCompared() {
    const std::string models = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/gguf/models/";
    const std::string one = models + "llama-q80/llama-q80.gguf", other = models + "llama-q40/llama-q40.gguf";
    QFile file(QStringLiteral(HEADLIGHT_SOURCE_DIR "/tests/data/gguf/comparison.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Json expected = Json::parse(file.readAll().toStdString()).at(0);
    std::string ids;
    for (const Json& id : expected["ids"]) ids += (ids.empty() ? "" : ",") + std::to_string(id.get<int>());
    const std::vector<std::string> common{"heads", "--model", one, "--ids", ids, "--against", other};
    const auto with = [&](const std::vector<std::string>& more) {
      std::vector<std::string> all = common;
      all.insert(all.end(), more.begin(), more.end());
      return all;
    };
    const Json heads = jsonOf(common);
    QCOMPARE(heads.size(), expected["heads"].size());
    for (const Json& head : expected["heads"]) {
      const auto at = std::find_if(heads.begin(), heads.end(), [&](const Json& each) {
        return each["layer"] == head["layer"] && each["head"] == head["head"];
      });
      QVERIFY(at != heads.end());
      QVERIFY(std::abs((*at)["divergence"].get<double>() - head["divergence"].get<double>()) < 5e-5);
      QVERIFY(std::abs((*at)["total_variation"].get<double>() - head["total_variation"].get<double>()) < 5e-5);
    }
    QCOMPARE(tableOf(run(with({"--where", "1.*"})).out).size(), std::size_t{4});
    QVERIFY(run(with({"--where", "induction > 0.5"})).err.find("--where: with --against expected") !=
            std::string::npos);

    const Outcome predictions = run(with({"--differences", "predictions"}));
    const auto rows = tableOf(predictions.out);
    QCOMPARE(rows.size(), expected["answers"].size());
    int changed = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Json& answer = expected["answers"][i];
      QVERIFY(std::abs(std::stod(rows[i].at("divergence")) - answer["divergence"].get<double>()) < 5e-5);
      QCOMPARE(rows[i].at("changed"), std::string(answer["one"] == answer["other"] ? "0" : "1"));
      changed += answer["one"] != answer["other"];
    }
    QVERIFY(changed > 0);
    QVERIFY(predictions.err.find("changes at " + std::to_string(changed) + " of 20 places") != std::string::npos);

    const Outcome tensors = run(with({"--differences", "tensors"}));
    QVERIFY(tensors.err.find("compared with those of 'llama-q80', which has more bits") != std::string::npos);
    const Json table = jsonOf(with({"--differences", "tensors"}));
    QCOMPARE(table.size(), expected["tensors"].size());
    for (const Json& tensor : table) {
      const Json& numbers = expected["tensors"].at(tensor["stored_as"].get<std::string>());
      QCOMPARE(tensor["dtype"], numbers["finer"]);
      QCOMPARE(tensor["other_dtype"], numbers["other"]);
      QVERIFY(std::abs(tensor["relative_error"].get<double>() - numbers["relative"].get<double>()) < 1e-6);
      QVERIFY(std::abs(tensor["largest_difference"].get<double>() - numbers["largest"].get<double>()) < 1e-6);
    }
    // Another shape and another tokenizer are refused by name.
    const std::string another = models + "gpt2-q40/gpt2-q40.gguf";
    const Outcome shape = run({"heads", "--model", one, "--ids", "5,6", "--against", another});
    QCOMPARE(shape.code, 1);
    QVERIFY(shape.err.find("model 'gpt2-q40': expected") != std::string::npos);
    const Outcome option = run({"heads", "--text", kRepeat, "--differences", "tensors"});
    QCOMPARE(option.code, 2);
  }

  void oneModelIsDescribed() {
    const std::string file =
        std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/gguf/models/llama-q40/llama-q40.gguf";
    const Outcome sheet = run({"models", file});
    QCOMPARE(sheet.code, 0);
    for (const char* line :
         {"Layers: 2\n", "File type: Q4_0\n", "Tensors: 15 Q4_0 (", "Memory for a run: ", "general."})
      QVERIFY2(sheet.out.find(line) != std::string::npos, sheet.out.c_str());
    const auto tensors = tableOf(run({"models", file, "--tensors"}).out);
    QCOMPARE(tensors.size(), std::size_t{21});
    int packed = 0;
    for (const auto& row : tensors) packed += row.at("dtype") == "Q4_0";
    QCOMPARE(packed, 15);
    QCOMPARE(run({"models", "--tensors"}).code, 2);
  }

  /// As in the other commands.
  void expertsTakeAPrefixAndSayWhatIsTooLong() {
    QVERIFY(run({"experts", "--text", "A", "--prefix", "fr"}).err.find("name no prefixes") != std::string::npos);
    std::string ids = "5";
    for (int i = 0; i < 299; ++i) ids += ",7";
    const std::string models = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/gguf/models/";
    const Outcome longer = run({"experts", "--ids", ids, "--model", models + "mixtral-q80/mixtral-q80.gguf"});
    QCOMPARE(longer.code, 0);
    QVERIFY2(longer.err.find("300 tokens; the model was trained on up to 256") != std::string::npos,
             longer.err.c_str());
  }

  void headsAreChosenByWhatTheyDo() {
    const Json all = jsonOf({"heads", "--text", kRepeat});
    const Json some =
        jsonOf({"heads", "--text", kRepeat, "--where", "probe_induction > 0.1 layer >= 1", "--sort", "entropy"});
    std::size_t fit = 0;
    for (const Json& head : all)
      fit += head["probe_induction"].get<double>() > 0.1 && head["layer"].get<int>() >= 1 ? 1 : 0;
    QVERIFY(fit > 0 && fit < all.size());
    QCOMPARE(some.size(), fit);
    for (std::size_t i = 1; i < some.size(); ++i)
      QVERIFY(some[i - 1]["entropy"].get<double>() >= some[i]["entropy"].get<double>());
    QCOMPARE(jsonOf({"heads", "--text", kRepeat, "--no-probe", "--where", "like:1.0 >= 1"}).size(), std::size_t(1));
    // Of nothing the columns stay.
    QCOMPARE(tableOf(run({"heads", "--text", kRepeat, "--no-probe", "--where", "layer > 90"}).out).size(),
             std::size_t(0));
    const Outcome wrong = run({"heads", "--text", kRepeat, "--where", "induction > high"});
    QCOMPARE(wrong.code, 2);
    QVERIFY(wrong.err.find("heads 'induction > high', character 13: expected a number, found 'high'") !=
            std::string::npos);
  }

  void twoMetricsAreAScatter() {
    const std::string svg = m_folder.filePath("scatter.svg").toStdString();
    const Outcome drawn = run({"figure", "--text", kRepeat, "--view", "scatter", "--x", "probe_induction", "--y",
                               "entropy", "--where", "layer:1", "-o", svg});
    QVERIFY2(drawn.code == 0, drawn.err.c_str());
    QFile file(QString::fromStdString(svg));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray picture = file.readAll();
    QVERIFY(picture.contains("Probe: induction") && picture.contains("Entropy of a row, nats") &&
            picture.contains(">1."));
    QCOMPARE(run({"figure", "--text", "a b", "--view", "scatter", "--x", "beauty", "-o", svg}).code, 2);
    QCOMPARE(run({"figure", "--text", "a b", "--view", "scatter", "--where", "layer > 90", "-o", svg}).code, 1);
    // An option of another view is not left aside.
    const Outcome other = run({"figure", "--text", "a b", "--x", "entropy", "-o", svg});
    QCOMPARE(other.code, 2);
    QVERIFY(other.err.find("--view scatter") != std::string::npos);
  }

  /// The heads that the probe finds, or the previous-token heads that feed them, are those that the repeat needs.
  void theRepeatNeedsTheInductionCircuit() {
    const auto heads = tableOf(run({"heads", "--text", kRepeat}).out);
    std::map<std::string, std::string> labels;
    for (const auto& head : heads) labels[head.at("layer") + "." + head.at("head")] = head.at("label");
    auto effects = tableOf(run({"ablate", "--text", kRepeat, "--target", " river"}).out);
    QCOMPARE(effects.size(), heads.size());
    std::sort(effects.begin(), effects.end(), [](const auto& a, const auto& b) {
      return std::stod(a.at("log_probability_change")) < std::stod(b.at("log_probability_change"));
    });
    bool found = false;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string head = effects[i].at("layer") + "." + effects[i].at("head"), label = labels[head];
      qInfo("%s %s: %s", head.c_str(), label.c_str(), effects[i].at("log_probability_change").c_str());
      QVERIFY(std::stod(effects[i].at("log_probability_change")) < 0);
      found = found || label == "induction";
    }
    QVERIFY2(found, "none of the three heads that the repeated token needs most is an induction head");
  }

  void ablationByZeroAndMean() {
    const Json effects = jsonOf({"ablate", "--text", kRepeat, "--by", "zero,mean", "--of", "The cat sat."});
    QVERIFY(effects.front()["ablation"] == "zero" && effects.back()["ablation"] == "mean");
    for (const Json& effect : effects) QVERIFY(effect["kl"].get<double>() > -1e-9);
    const Outcome wrong = run({"ablate", "--text", kRepeat, "--target", "river and more"});
    QCOMPARE(wrong.code, 1);
    QVERIFY(wrong.err.find("expected one token") != std::string::npos);
  }

  void predictionsBeforeAndAfter() {
    const Json same = Json::parse(run({"predict", "--text", kRepeat, "--intervene", "temperature 1"}).out);
    QVERIFY(std::abs(same["kl_from_before"].get<double>()) < 1e-6);
    const Json changed = Json::parse(run({"predict", "--text", kRepeat, "--intervene", "ablate 0.*; cap sink .1",
                                          "--intervene", "patch output 1.0 from \"" + std::string(kRepeat) + "\""})
                                         .out);
    QVERIFY(changed["interventions"] ==
            "ablate 0.*; cap sink 0.1; patch output 1.0 from \"" + std::string(kRepeat) + "\"");
    QVERIFY(changed["kl_from_before"].get<double>() > 0.01);
    for (const Json& p : changed["predictions"])
      QVERIFY(std::abs(p["log_probability"].get<double>() - p["log_probability_change"].get<double>() -
                       std::log(p["probability_before"].get<double>())) < 1e-6);
    const Json plain = Json::parse(run({"predict", "--text", kRepeat}).out);
    QVERIFY(!plain.contains("interventions") && !plain["predictions"][0].contains("probability_before"));
  }

  void draws() {
    const std::string one =
        run({"predict", "--text", kRepeat, "--top", "100000", "--intervene", "dropout 0.2 seed 3 draws 6"}).out;
    QCOMPARE(one,
             run({"predict", "--text", kRepeat, "--top", "100000", "--intervene", "dropout 0.2 seed 3 draws 6"}).out);
    const Json drawn = Json::parse(one);
    double sum = 0;
    for (const Json& p : drawn["predictions"]) sum += p["probability"].get<double>();
    QVERIFY(std::abs(sum - 1) < 1e-4);
    QVERIFY(drawn["predictions"][0]["standard_deviation"].get<double>() > 0);
  }

  void lensAttributionAndSurprise() {
    const Json answer =
        Json::parse(run({"predict", "--text", kRepeat, "--lens", "--surprise", "--attribute", " P, had"}).out);
    const auto& last = answer["lens"].back()["predictions"];
    QVERIFY(last[0]["id"] == answer["predictions"][0]["id"]);
    double sum = 0;
    for (const Json& part : answer["attribution"]["parts"]) sum += part["value"].get<double>();
    QVERIFY(std::abs(sum - answer["attribution"]["logit_difference"].get<double>()) < 1e-6);
    QVERIFY(answer["surprise"][0]["nats"].is_null());
    QVERIFY(answer["surprise"][2]["nats"].get<double>() > 0);
    QCOMPARE(run({"predict", "--text", kRepeat, "--attribute", "1,2,3"}).code, 2);
    const Json masked =
        Json::parse(run({"predict", "--model", "bert", "--text", "he [MASK] home.", "--surprise", "--lens"}).out);
    QVERIFY(masked["surprise"][1]["nats"].get<double>() > 0);
    QVERIFY(masked["surprise"].back()["nats"].is_null());
    const Json classes = Json::parse(run({"predict", "--model", "sentiment", "--text", "a fine day", "--lens"}).out);
    QVERIFY(classes["lens"].back()["predictions"][0]["outcome"] == classes["predictions"][0]["label"]);
  }

  void attentionOfAChangedRun() {
    const Json clean = jsonOf({"attention", "--text", kRepeat, "--layer", "0", "--head", "1"});
    const Json changed =
        jsonOf({"attention", "--text", kRepeat, "--layer", "0", "--head", "1", "--intervene", "mask key 3 in 0.1"});
    const auto& before = clean["attentions"]["0"]["1"];
    const auto& after = changed["attentions"]["0"]["1"];
    for (std::size_t q = 4; q < before.size(); ++q) {
      QVERIFY(before[q][3].get<double>() > 0 && after[q][3].get<double>() == 0);
      const double rest = 1 - before[q][3].get<double>();
      QVERIFY(std::abs(after[q][q].get<double>() * rest - before[q][q].get<double>()) < 3e-5);
    }
    const Outcome wrong =
        run({"attention", "--text", "a", "--intervene", "ablate 99.0", "--format", "json", "-o", "-"});
    QCOMPARE(wrong.code, 1);
    QVERIFY(wrong.err.find("layer 99: expected 0 to") != std::string::npos);
  }

  void noiseAndCost() {
    const Json noise =
        jsonOf({"noise", "--text", "The old man lived near the sea and went home", "--kind", "typos", "--seeds", "2"});
    QVERIFY(noise[0]["noise_mass"].get<double>() > 0 && noise[0]["seeds"] == 2);
    const auto cost = tableOf(run({"cost", "--tokens", "10,1000000", "--measure", "10"}).out);
    QCOMPARE(cost.size(), std::size_t{6});
    QVERIFY(std::stod(cost[2].at("seconds")) > 0);
    QVERIFY(std::stod(cost[3].at("attention_bytes")) > 1000 * std::stod(cost[5].at("attention_bytes")));
    const Outcome wrong = run({"cost", "-o", m_folder.filePath("out.txt").toStdString()});
    QCOMPARE(wrong.code, 2);
    QVERIFY(wrong.err.find("expected a name ending in .csv or .json") != std::string::npos);
  }

  /// A figure of a changed run, or of another method, keeps the session that draws the same bytes again.
  void figuresOpenAsTheyWere_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("changed") << QStringList{"--intervene", "uniform 1.*; cap sink .2", "--head", "2", "--layer", "1"};
    QTest::newRow("changed difference") << QStringList{"--intervene", "ablate 0.1", "--view",       "difference",
                                                       "--head",      "1",          "--minus-head", "2"};
    QTest::newRow("draws") << QStringList{"--intervene", "dropout 0.2 seed 3 draws 2", "--view", "atlas"};
    QTest::newRow("norm") << QStringList{"--method", "norm", "--layer", "2", "--head", "3"};
    QTest::newRow("value zeroing") << QStringList{"--method", "value-zeroing", "--view", "arcs", "--lens", "words"};
    QTest::newRow("rollout of a changed run")
        << QStringList{"--method", "rollout", "--intervene", "ablate 1.0", "--view", "text", "--layer", "3"};
  }
  void figuresOpenAsTheyWere() {
    QFETCH(QStringList, arguments);
    const std::string path = m_folder.filePath("figure.png").toStdString();
    std::vector<std::string> all = {"figure", "--text", kRepeat, "--size", "800x500", "-o", path};
    for (const QString& argument : arguments) all.push_back(argument.toStdString());
    const Outcome outcome = run(all);
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    const Session session = readSessionFile(path);
    const auto changes = std::count(arguments.begin(), arguments.end(), "--intervene") > 0;
    QCOMPARE(session.state.changes.empty(), !changes);
    if (changes) QVERIFY(session.state.panels.front().source.changed);
    if (const auto at = arguments.indexOf("--method"); at >= 0)
      QCOMPARE(session.state.panels.front().method, methodNamed(arguments[at + 1].toStdString()));
    ExportSettings settings;
    settings.size = {800, 500};
    settings.dpi = 96;
    const std::string again = m_folder.filePath("again.png").toStdString();
    exportFigure(exportableOf(session, coreEngine(), {}), settings, again);
    QFile first(QString::fromStdString(path)), second(QString::fromStdString(again));
    QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
    QVERIFY(first.readAll() == second.readAll());
  }

  void figuresOfChangedIds() {
    const std::string path = m_folder.filePath("figure.svg").toStdString();
    QCOMPARE(run({"figure", "--ids", "5,6,7,8", "--intervene", "uniform 0.0", "-o", path}).code, 0);
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QVERIFY(svg.contains("uniform 0.0") && !svg.contains("headlight-session"));
    const Outcome wrong = run({"figure", "--text", "a b", "--intervene", "ablate 99.0", "-o", path});
    QCOMPARE(wrong.code, 1);
    QVERIFY(wrong.err.find("layer 99: expected 0 to") != std::string::npos);
  }

  void attentionByOtherMethods() {
    const ModelFolder model = openModelFolder(findModel("gpt"));
    const auto trace = model.model->run(model.tokenizer->encode(kRepeat));
    for (const MethodInfo& info : methods()) {
      const Json written = jsonOf({"attention", "--text", kRepeat, "--layer", "1", "--method", std::string(info.name)});
      QVERIFY(written["method"] == info.name);
      const auto maps = attentionBy(info.method, model.model, trace);
      const Json& layer = written["attentions"]["1"];
      QCOMPARE(layer.size(), static_cast<std::size_t>(maps->heads()));
      const Matrix expected = maps->weights({1, maps->heads() - 1});
      const Json& found = layer[std::to_string(maps->heads() - 1)];
      for (Index q = 0; q < expected.rows(); ++q)
        for (Index k = 0; k < expected.cols(); ++k)
          QVERIFY2(std::abs(found[static_cast<std::size_t>(q)][static_cast<std::size_t>(k)].get<float>() -
                            expected(q, k)) < 5e-5F * (1 + std::abs(expected(q, k))),
                   qPrintable(QStringLiteral("%1 [%2, %3]: %4, expected %5")
                                  .arg(QString::fromStdString(std::string(info.name)))
                                  .arg(q)
                                  .arg(k)
                                  .arg(static_cast<double>(
                                      found[static_cast<std::size_t>(q)][static_cast<std::size_t>(k)].get<float>()))
                                  .arg(static_cast<double>(expected(q, k)))));
    }
    const Outcome wrong =
        run({"attention", "--text", kRepeat, "--method", "rollout", "--head", "1", "--format", "json", "-o", "-"});
    QCOMPARE(wrong.code, 1);  // One head a layer.
  }

  void chartsOfAnalysesAreFigures() {
    auto effects = tableOf(run({"ablate", "--text", kRepeat, "--target", " river"}).out);
    const auto most = std::min_element(effects.begin(), effects.end(), [](const auto& a, const auto& b) {
      return std::stod(a.at("log_probability_change")) < std::stod(b.at("log_probability_change"));
    });
    const QString head = QString("Layer %1, head %2").arg(most->at("layer").c_str(), most->at("head").c_str());
    const QString change = QString::number(-std::stod(most->at("log_probability_change")), 'f', 2);
    const QString page = m_folder.filePath("map.html");
    const std::vector<std::string> map = {"figure",   "--text", kRepeat, "--view",          "ablation",
                                          "--target", " river", "-o",    page.toStdString()};
    Outcome outcome = run(map);
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    QFile file(page);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString html = QString::fromUtf8(file.readAll());
    const qsizetype at = html.indexOf(head);
    QVERIFY(at > 0 && html.mid(at, 120).contains(QStringLiteral("−") + change));
    for (const char* kind : {"png", "svg", "pdf", "pptx", "html"})
      for (const char* view : {"ablation", "methods", "lens", "scatter"}) {
        const std::string path = m_folder.filePath("chart.").toStdString() + kind;
        std::vector<std::string> chart = {"figure", "--text", "one two three four five six", "--view", view,
                                          "-o",     path};
        if (std::string(view) == "ablation") chart.insert(chart.end(), {"--by", "mean"});
        outcome = run(chart);
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const Provenance made = readProvenance(path);
        QCOMPARE(made.picture, std::string(view));
        // Opened again, a panel shows what the chart is about.
        const Session session = readSessionFile(path);
        QCOMPARE(session.state.text, std::string("one two three four five six"));
        QVERIFY(
            session.state.panels.front().kind ==
            (std::string(view) == "methods" || std::string(view) == "lens" ? PanelKind::Heatmap : PanelKind::Atlas));
      }
    QCOMPARE(run({"figure", "--text", "a b", "--view", "ablation", "--by", "zero,mean", "-o", "x.png"}).code, 2);
    QCOMPARE(run({"figure", "--text", "a b", "--view", "methods", "--token", "missing", "-o", "x.png"}).code, 1);
    // Nothing of the text is left where it shall not be.
    const std::string bare = m_folder.filePath("bare.svg").toStdString();
    for (const char* view : {"ablation", "methods", "lens", "scatter"}) {
      QCOMPARE(run({"figure", "--text", "secret words of mine", "--view", view, "--no-text", "-o", bare}).code, 0);
      QFile bareFile(QString::fromStdString(bare));
      QVERIFY(bareFile.open(QIODevice::ReadOnly));
      const QByteArray svg = bareFile.readAll();
      QVERIFY(!svg.contains("secret") && !svg.contains("words"));
    }
  }

  void expertsAreATable() {
    const std::string model = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/families/mixtral";
    const auto outcome = run({"experts", "--model", model, "--ids", "3,7,12,5"});
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    const auto rows = tableOf(outcome.out);
    QCOMPARE(rows.size(), std::size_t(2 * 4 * 2));
    for (std::size_t i = 0; i < rows.size(); i += 2)
      QVERIFY(std::abs(std::stod(rows[i].at("weight")) + std::stod(rows[i + 1].at("weight")) - 1) < 1e-5);
    const auto load = tableOf(run({"experts", "--model", model, "--ids", "3,7,12,5", "--load"}).out);
    QCOMPARE(load.size(), std::size_t(2 * 4));
    double tokens = 0;
    for (const auto& row : load) tokens += std::stod(row.at("tokens"));
    QCOMPARE(tokens, 16.0);
    const auto off =
        tableOf(run({"experts", "--model", model, "--ids", "3,7,12,5", "--intervene", "expert 1.2 off"}).out);
    for (const auto& row : off) QVERIFY(row.at("layer") != "1" || row.at("expert") != "2");
    const auto ablated = tableOf(run({"ablate", "--model", model, "--ids", "3,7,12,5", "--experts"}).out);
    QCOMPARE(ablated.size(), std::size_t(8));
    const auto none = run({"experts", "--text", "a b"});
    QCOMPARE(none.code, 1);
    QVERIFY(none.err.find("expected a model with experts") != std::string::npos);
    for (const char* picture : {"grid", "load", "text"})
      for (const char* kind : {"svg", "png", "pptx"}) {
        const std::string path = m_folder.filePath("experts.").toStdString() + kind;
        const auto drawn = run({"figure", "--model", model, "--ids", "3,7,12,5", "--view", "experts", "--experts",
                                picture, "--layer", "1", "--expert", "2", "-o", path});
        QVERIFY2(drawn.code == 0, drawn.err.c_str());
        QCOMPARE(readProvenance(path).picture, std::string("experts"));
      }
    QCOMPARE(run({"figure", "--model", model, "--ids", "3,7", "--view", "experts", "--layer", "7", "-o", "x.png"}).code,
             1);
    QCOMPARE(
        run({"figure", "--model", model, "--ids", "3,7", "--view", "experts", "--expert", "4", "-o", "x.png"}).code, 1);
  }

  void contactsAreDrawn() {
    const std::string model = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/families/esm2";
    const std::string ids = "0,5,7,12,9,4,6,8,15,10,20,2", picture = m_folder.filePath("contacts.svg").toStdString();
    const auto outcome = run({"figure", "--model", model, "--ids", ids, "--view", "contacts", "-o", picture});
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    QCOMPARE(readProvenance(picture).picture, std::string("contacts"));
    const auto rows = tableOf(run({"heads", "--model", model, "--ids", ids, "--no-probe", "--columns", "all"}).out);
    QCOMPARE(rows.size(), std::size_t(12));
    for (const auto& row : rows) QVERIFY(std::stod(row.at("contacts")) > 0);
    const auto none = run({"figure", "--text", "a b", "--view", "contacts", "-o", picture});
    QCOMPARE(none.code, 1);
    QVERIFY(none.err.find("expected a protein model") != std::string::npos);
  }

  void aCellHasParts() {
    const std::string model = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/families/deepseek-v3";
    const std::vector<std::string> cell = {"attention", "--model", model,    "--ids", "3,7,12,5",
                                           "--layer",   "1",       "--head", "2"};
    const auto with = [&](std::vector<std::string> more) {
      std::vector<std::string> all = cell;
      all.insert(all.end(), more.begin(), more.end());
      return run(all);
    };
    const auto outcome = with({"--cell", "3,1"});
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    double sum = 0;
    for (const auto& row : tableOf(outcome.out))
      if (row.at("part") == "score")
        QVERIFY(std::abs(std::stod(row.at("score")) - sum) < 1e-5);
      else if (row.at("part") != "weight")
        sum += std::stod(row.at("score"));
    const std::string picture = m_folder.filePath("score.svg").toStdString();
    QCOMPARE(run({"figure", "--model", model, "--ids", "3,7,12,5", "--view", "score", "--layer", "1", "--head", "2",
                  "--token", "3", "--key", "1", "-o", picture}).code, 0);
    QCOMPARE(readProvenance(picture).picture, std::string("score"));
    QCOMPARE(run({"figure", "--model", model, "--ids", "3,7", "--view", "score", "--key", "2", "-o", picture}).code, 1);
    for (const char* wrong : {"3,x", "4,0", "0,-1"}) QCOMPARE(with({"--cell", wrong}).code, 1);
    for (const char* wrong : {"3", "3,", ",3"}) QCOMPARE(with({"--cell", wrong}).code, 2);
    QCOMPARE(run({"attention", "--model", model, "--ids", "3,7", "--cell", "1,0"}).code, 2);
    QCOMPARE(with({}).code, 2);
  }
};

HEADLIGHT_TEST(TestAnalysisCommands)
#include "test_analysis_commands.moc"
