#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/checkpoint/safetensors.h"
#include "tests/support/command_run.h"
#include "tests/support/suite.h"
#include "ui/state/figure_views.h"

using namespace headlight;
using headlight::test::idList;
using headlight::test::Outcome;
using headlight::test::run;
using headlight::test::with;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

const fs::path kModels = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models";

/// `command` about input 0 of a reference model.
std::vector<std::string> about(const std::string& command, const std::string& model, bool target) {
  const TensorTable table = readSafetensors(kModels / model / "expected.safetensors");
  std::vector<std::string> arguments{command, "--model", (kModels / model).string(), "--ids",
                                     idList(integersOf(table.at("input_ids.0"), "ids"))};
  if (target) {
    arguments.push_back("--decoder-ids");
    arguments.push_back(idList(integersOf(table.at("decoder_input_ids.0"), "ids")));
  }
  return arguments;
}

}  // namespace

class TestTranslatorCommands : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  std::string at(const std::string& name) const {
    return m_folder.filePath(QString::fromStdString(name)).toStdString();
  }

 private slots:
  void attentionEqualsTheReference_data() {
    QTest::addColumn<QString>("model");
    for (const char* model : {"t5", "bart", "marian", "pegasus"}) QTest::newRow(model) << QString(model);
  }

  void attentionEqualsTheReference() {
    QFETCH(QString, model);
    const std::string file = at("all.safetensors");
    const Outcome outcome =
        run(with(about("attention", model.toStdString(), true), {"--with", "hidden,logits", "-o", file}));
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    const TensorTable found = readSafetensors(file),
                      expected = readSafetensors(kModels / model.toStdString() / "expected.safetensors");
    int compared = 0;
    for (const auto& [name, tensor] : found) {
      if (name.ends_with("input_ids")) {
        QVERIFY(integersOf(tensor, name) == integersOf(expected.at(name + ".0"), name));
        continue;
      }
      const auto dot = name.find('.');
      const StoredTensor& same =
          expected.at(dot == std::string::npos ? name + ".0" : name.substr(0, dot) + ".0" + name.substr(dot));
      QVERIFY2(tensor.shape == same.shape, name.c_str());
      const auto a = floatsOf(tensor), b = floatsOf(same);
      double scale = 1;
      for (const float value : b) scale = std::max(scale, std::abs(static_cast<double>(value)));
      for (std::size_t i = 0; i < a.size(); ++i)
        QVERIFY2(std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])) <= 5e-5 * scale, name.c_str());
      ++compared;
    }
    QVERIFY(compared >= 2 + 2 + 2 + 3 + 3 + 1);
    QVERIFY(found.contains("decoder_input_ids") && found.contains("cross_attentions.1"));
  }

  void oneAttentionAlone() {
    const std::string csv = at("cross.csv"), json = at("all.json");
    QVERIFY(run(with(about("attention", "t5", true), {"--attention", "cross", "--layer", "2", "-o", csv})).code == 0);
    std::ifstream in(csv);
    std::string line;
    int lines = 0;
    while (std::getline(in, line)) ++lines;
    QCOMPARE(lines, 1 + 4 * 5 * 7);  // Heads, target, source.
    const Outcome several = run(with(about("attention", "t5", true), {"-o", csv}));
    QCOMPARE(several.code, std::optional(1));
    QVERIFY2(several.err.find("--attention") != std::string::npos, several.err.c_str());
    QVERIFY(run(with(about("attention", "t5", true), {"--with", "hidden", "-o", json})).code == 0);
    const Json all = Json::parse(std::ifstream(json));
    QCOMPARE(all["cross_attentions"]["2"]["3"].size(), std::size_t(5));
    QCOMPARE(all["cross_attentions"]["2"]["3"][0].size(), std::size_t(7));
    QCOMPARE(all["encoder_attentions"].size(), std::size_t(2));
    QCOMPARE(all["decoder_hidden_states"].size(), std::size_t(4));
    QCOMPARE(all["input_ids"].size(), std::size_t(7));
    QCOMPARE(all["decoder_input_ids"].size(), std::size_t(5));
  }

  /// A model with two tokenizers answers in the words of the language that it writes: "sat" is a token there, and two
  /// of the source's.
  void answersAreNamedInTheTargetsWords() {
    const fs::path folder = at("translator"),
                   tokenizers = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/tokenizers/classes";
    fs::copy(kModels / "marian", folder);
    for (const char* name : {"source.spm", "target.spm"}) fs::copy(tokenizers / "marian-files" / name, folder / name);
    std::ofstream(folder / "vocab.json")
        << R"({"</s>": 0, "<unk>": 1, "▁sat": 2, "▁sa": 3, "t": 4, "▁the": 5, "▁": 6, "<pad>": 7})";
    const std::vector<std::string> reading{"--model", folder.string(), "--text", "the", "--decoder-ids", "60,2"};
    const auto ablated = [&](const char* target) { return run(with({"ablate"}, with(reading, {"--target", target}))); };
    const Outcome named = ablated("sat");
    QVERIFY2(named.code == 0, named.err.c_str());
    QCOMPARE(named.out, ablated("2").out);
    QVERIFY(named.out != ablated("5").out);
    const Outcome attributed = run(with({"predict"}, with(reading, {"--attribute", "sat"})));
    QVERIFY(attributed.code != 0);
    QVERIFY2(attributed.err.find("expected a causal model of one stack") != std::string::npos, attributed.err.c_str());
  }

  void generatesTheReferencesTokens() {
    for (const char* model : {"t5-gated-untied", "mbart"}) {
      const Json expected = Json::parse(std::ifstream(kModels / model / "generated.json"))[0];
      const Outcome greedy = run(with(about("predict", model, false), {"--generate", "24", "--top", "3"}));
      QVERIFY2(greedy.code == 0, greedy.err.c_str());
      const Json answer = Json::parse(greedy.out);
      QVERIFY(answer["ids"] == expected["greedy"]);
      QCOMPARE(answer["kind"].get<std::string>(), std::string("generation"));
      QCOMPARE(answer["steps"].size(), expected["greedy"].size());
      for (const Json& step : answer["steps"]) {
        QCOMPARE(step["alternatives"].size(), std::size_t(3));
        QVERIFY(step["probability"].get<double>() > 0 && step["probability"].get<double>() <= 1);
      }
      const Outcome beams = run(with(about("predict", model, false), {"--generate", "24", "--beams", "3"}));
      QVERIFY(Json::parse(beams.out)["ids"] == expected["beams 3"]);
    }
  }

  void causalModelsGoOn() {
    const std::vector<std::string> text{"predict", "--text", "The king went to the", "--generate", "6"};
    const Outcome greedy = run(text);
    QVERIFY2(greedy.code == 0, greedy.err.c_str());
    const Json answer = Json::parse(greedy.out);
    QCOMPARE(answer["steps"].size(), std::size_t(6));
    QCOMPARE(answer["end"].get<std::string>(), std::string("length"));
    QVERIFY(!answer["text"].get<std::string>().empty());
    const Json first = Json::parse(run({"predict", "--text", "The king went to the"}).out);
    QVERIFY(first["predictions"][0]["id"] == answer["steps"][0]["id"]);
    const auto drawn = [&](const char* seed) { return run(with(text, {"--temperature", "1.5", "--seed", seed})).out; };
    QCOMPARE(drawn("1"), drawn("1"));
    QVERIFY(drawn("1") != drawn("2"));
    const Json changed = Json::parse(run(with(text, {"--intervene", "ablate 0-1.*"})).out);
    QVERIFY(changed["ids"] != answer["ids"]);
    QCOMPARE(changed["interventions"].get<std::string>(), std::string("ablate 0-1.*"));
  }

  void figuresOfEveryAttention_data() {
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("attention");
    for (const char* attention : {"encoder", "decoder", "cross"})
      for (const char* view : {"heatmap", "links", "atlas", "similarity", "ablation"})
        QTest::addRow("%s of %s", std::string(view).c_str(), attention) << QString(view) << QString(attention);
    for (const char* attention : {"encoder", "decoder"})
      for (const char* view : {"text", "profile", "arcs", "flow", "methods"})
        QTest::addRow("%s of %s", std::string(view).c_str(), attention) << QString(view) << QString(attention);
  }

  void figuresOfEveryAttention() {
    QFETCH(QString, view);
    QFETCH(QString, attention);
    const std::string file = at("figure.svg");
    std::vector<std::string> arguments{"--view", view.toStdString(), "--attention", attention.toStdString(), "-o",
                                       file};
    if (usesOption(view.toStdString(), "--head") && view != "flow") arguments.insert(arguments.end(), {"--head", "1"});
    const Outcome outcome = run(with(about("figure", "t5", true), arguments));
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    QFile drawn(QString::fromStdString(file));
    QVERIFY(drawn.open(QIODevice::ReadOnly));
    const QString svg = drawn.readAll();
    QVERIFY(svg.size() > 2000);
    drawn.close();
    fs::remove(file);
    if (view != "heatmap" && view != "links") return;
    QCOMPARE(svg.contains("Layer 0, head 1 (" + attention + ")"), attention != "decoder");
    // The tokens that only the source has, and those that only the target has, are there when they look or are looked
    // at.
    const TensorTable table = readSafetensors(kModels / "t5" / "expected.safetensors");
    const auto source = integersOf(table.at("input_ids.0"), "ids"),
               target = integersOf(table.at("decoder_input_ids.0"), "ids");
    const auto check = [&](const std::vector<std::int64_t>& ids, const std::vector<std::int64_t>& others,
                           bool expected) {
      for (const std::int64_t id : ids) {
        if (std::find(others.begin(), others.end(), id) != others.end()) continue;
        const QRegularExpression label(QStringLiteral(">\\s*%1\\s*<").arg(id));
        QVERIFY2(svg.contains(label) == expected, qPrintable(QString::number(id)));
      }
    };
    check(source, target, attention != "decoder");
    check(target, source, attention != "encoder");
  }

  /// The one token that takes attention without meaning is named as what it is: here the end of the source.
  void theSinkHasItsName() {
    const std::string file = at("sink.svg");
    for (const char* attention : {"cross", "encoder"})
      for (const char* view : {"heatmap", "links", "atlas"}) {
        const Outcome outcome = run({"figure", "--model", "translator", "--text", "to French: forty-two", "--attention",
                                     attention, "--view", view, "-o", file});
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        QFile drawn(QString::fromStdString(file));
        QVERIFY(drawn.open(QIODevice::ReadOnly));
        const QString svg = drawn.readAll();
        QVERIFY2(svg.contains("weight on “&lt;/s&gt;”") && !svg.contains("first token"), view);
      }
  }

  void figuresOfWhatWasGenerated() {
    const std::string file = at("generated.svg");
    const Outcome outcome =
        run(with(about("figure", "bart", false), {"--generate", "8", "--attention", "cross", "--intervene",
                                                  "ablate cross 0.*", "--lens", "transpose", "-o", file}));
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    QVERIFY(run({"figure", "--text", "Once upon a", "--generate", "5", "-o", file}).code == 0);
  }

  void headsOfBothStacks() {
    for (const auto& [attention, heads] : {std::pair{"encoder", 8}, std::pair{"decoder", 12}}) {
      const std::string file = at("heads.json");
      const Outcome outcome =
          run(with(about("heads", "t5", true), {"--attention", attention, "--methods", "raw,norm", "-o", file}));
      QVERIFY2(outcome.code == 0, outcome.err.c_str());
      QCOMPARE(Json::parse(std::ifstream(file)).size(), static_cast<std::size_t>(2 * heads));
    }
    for (const auto& [attention, heads] : {std::pair{"encoder", 8}, std::pair{"decoder", 12}, std::pair{"cross", 12}}) {
      const std::string file = at("ablation.json");
      QVERIFY(run(with(about("ablate", "t5", true), {"--attention", attention, "-o", file})).code == 0);
      const Json rows = Json::parse(std::ifstream(file));
      QCOMPARE(rows.size(), static_cast<std::size_t>(heads));
      QVERIFY(rows[1]["kl"].get<double>() > 1e-6);
      // The same as without that head by hand.
      const std::string heads1 = std::string(attention) == "decoder" ? "0.1" : std::string(attention) + " 0.1";
      const Json one = Json::parse(run(with(about("predict", "t5", true), {"--intervene", "ablate " + heads1})).out);
      QVERIFY(std::abs(one["kl_from_before"].get<double>() - rows[1]["kl"].get<double>()) < 1e-6);
    }
  }

  void refusesWhatDoesNotFit_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("code");
    const QString t5 = QString::fromStdString((kModels / "t5").string());
    const QStringList model{"--model", t5, "--ids", "5,6,7"};
    QTest::newRow("target for one stack") << QStringList{"predict", "--text", "a", "--decoder-ids", "1"}
                                          << "decoder ids: expected an encoder–decoder model" << 1;
    QTest::newRow("cross for one stack") << QStringList{"attention", "--text", "a",    "--attention",
                                                        "cross",     "-o",     "x.npz"}
                                         << "--attention cross: expected an encoder–decoder model" << 1;
    QTest::newRow("cross heads of one stack")
        << QStringList{"predict", "--text", "a", "--intervene", "ablate cross 0.0"}
        << "heads of cross-attention: expected an encoder–decoder model" << 1;
    QTest::newRow("text without a tokenizer") << QStringList{"predict"} + model + QStringList{"--decoder-text", "x"}
                                              << "expected a tokenizer to read a target text" << 1;
    QTest::newRow("target outside the vocabulary")
        << QStringList{"predict"} + model + QStringList{"--decoder-ids", "0,99"}
        << "token 1: expected an id from 0 to 60, found 99" << 1;
    QTest::newRow("head of the encoder") << QStringList{"predict"} + model +
                                                QStringList{"--intervene", "ablate encoder 2.0"}
                                         << "layer 2: expected 0 to 1" << 1;
    QTest::newRow("arcs of cross") << QStringList{"figure"} + model +
                                          QStringList{"--view", "arcs", "--attention", "cross", "-o", "x.svg"}
                                   << "expected self-attention" << 2;
    QTest::newRow("figure of one stack") << QStringList{"figure", "--text", "a b",  "--attention",
                                                        "cross",  "-o",     "x.svg"}
                                         << "--attention cross: expected an encoder–decoder model" << 1;
    QTest::newRow("norms of the encoder in a figure")
        << QStringList{"figure"} + model + QStringList{"--method", "norm", "--attention", "encoder", "-o", "x.svg"}
        << "expected --attention decoder, found encoder" << 2;
    QTest::newRow("table of cross") << QStringList{"heads"} + model + QStringList{"--attention", "cross"}
                                    << "expected encoder or decoder" << 2;
    QTest::newRow("norms of cross") << QStringList{"attention"} + model +
                                           QStringList{"--attention", "cross", "--method", "norm", "-o", "x.npz"}
                                    << "expected self-attention, found cross-attention" << 1;
    QTest::newRow("lens of a generation") << QStringList{"predict", "--text", "a", "--generate", "2", "--lens"}
                                          << "--generate: cannot be combined with --lens" << 2;
    QTest::newRow("beams and draws") << QStringList{"predict", "--text", "a",      "--generate", "2",
                                                    "--beams", "2",      "--seed", "1"}
                                     << "expected a beam search or drawn tokens, found both" << 2;
    QTest::newRow("masked model") << QStringList{"predict", "--model", "bert", "--text", "a", "--generate", "2"}
                                  << "expected a model that predicts the next token" << 1;
    QTest::newRow("attribution") << QStringList{"predict"} + model + QStringList{"--attribute", "3"}
                                 << "expected a causal model of one stack" << 1;
  }

  void refusesWhatDoesNotFit() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    QFETCH(int, code);
    std::vector<std::string> list;
    for (const QString& argument : arguments) list.push_back(argument.toStdString());
    const Outcome outcome = run(list);
    QCOMPARE(outcome.code, std::optional(code));
    QVERIFY2(outcome.err.find(message.toStdString()) != std::string::npos, outcome.err.c_str());
  }
};

HEADLIGHT_TEST(TestTranslatorCommands)
#include "test_translator_commands.moc"
