#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "core/checkpoint/safetensors.h"
#include "tests/support/command_run.h"
#include "tests/support/suite.h"
#include "tests/support/unpacked.h"

using namespace headlight;
using headlight::test::idList;
using headlight::test::Outcome;
using headlight::test::run;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

const fs::path kCases = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/cases";

using Strings = std::vector<std::string>;
using Ids = std::vector<std::int64_t>;

}  // namespace

/// Folders and files of the kinds that people have trouble with (tests/data/cases/README.md): what the program makes of
/// each is what the reference library gives, or a message that says what is the matter.
class TestCases : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  fs::path m_case;

  std::string here(const char* name = "model") const { return (m_case / name).string(); }
  std::string scratch(const char* name) const { return m_folder.filePath(name).toStdString(); }

  /// The attention of the model equals that of the library.
  void sameAttention() {
    const TensorTable wanted = readSafetensors(m_case / "expected.safetensors");
    const Ids ids = integersOf(wanted.at("input_ids"), "input_ids");
    const Outcome outcome =
        run({"attention", "--model", here(), "--ids", idList(ids), "-o", scratch("out.safetensors")});
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    const TensorTable got = readSafetensors(scratch("out.safetensors"));
    int compared = 0;
    for (const auto& [name, tensor] : wanted) {
      if (!name.starts_with("attentions")) continue;
      QVERIFY2(got.contains(name), name.c_str());
      const std::vector<float> a = floatsOf(got.at(name)), b = floatsOf(tensor);
      QCOMPARE(a.size(), b.size());
      for (std::size_t i = 0; i < a.size(); ++i) QVERIFY2(std::abs(a[i] - b[i]) <= 5e-5F, name.c_str());
      ++compared;
    }
    QVERIFY(compared > 0);
  }

  /// The model is refused, and the message names `word`.
  void refused(const std::string& word, const char* model = "model") {
    const Outcome outcome =
        run({"attention", "--model", here(model), "--ids", "1,2,3", "-o", scratch("out.safetensors")});
    QVERIFY(outcome.code != 0);
    // Not by the name of the folder.
    std::string said = outcome.err;
    for (std::size_t at = 0; (at = said.find(m_case.string())) != std::string::npos;)
      said.erase(at, m_case.string().size());
    std::transform(said.begin(), said.end(), said.begin(), [](unsigned char c) { return std::tolower(c); });
    QVERIFY2(said.find(word) != std::string::npos, outcome.err.c_str());
  }

  void tokens(const std::string& text, const Ids& ids, const Strings& names = {}) {
    const Outcome outcome = run({"tokenize", "--model", here(), "--text", text});
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    QCOMPARE(Json::parse(outcome.out)["ids"].get<Ids>(), ids);
    if (!names.empty()) QCOMPARE(Json::parse(outcome.out)["tokens"].get<Strings>(), names);
  }

  /// Label or id → probability.
  std::map<std::string, double> probabilities(const std::string& ids) {
    const Outcome outcome = run({"predict", "--model", here(), "--ids", ids});
    std::map<std::string, double> found;
    if (outcome.code != 0) return found;
    const Json all = Json::parse(outcome.out);
    for (const Json& each : all.at("predictions"))
      found[each.value("label", each["id"].dump())] = each.value("probability", NAN);
    return found;
  }

  void someLayers() {
    const Outcome outcome = run({"attention", "--import", here("attention.npz"), "-o", scratch("out.safetensors")});
    QVERIFY2(outcome.code == 0 && outcome.said("2, 7, 11"), outcome.err.c_str());
    Strings names;
    for (const auto& [name, tensor] : readSafetensors(scratch("out.safetensors")))
      if (name.starts_with("attentions")) names.push_back(name);
    QCOMPARE(names, (Strings{"attentions.11", "attentions.2", "attentions.7"}));
    QCOMPARE(run({"figure", "--import", here("attention.npz"), "--layer", "7", "-o", scratch("out.svg")}).code, 0);
    for (const char* view : {"heatmap", "atlas", "links", "text"})
      QCOMPARE(run({"figure", "--import", here("attention.npz"), "--view", view, "-o", scratch("out.svg")}).code, 0);
    const Outcome heads =
        run({"heads", "--import", here("attention.npz"), "--columns", "all", "-o", scratch("heads.csv")});
    QVERIFY2(heads.code == 0, heads.err.c_str());
    const QByteArray table = test::contentOf(QString::fromStdString(scratch("heads.csv")));
    QVERIFY(table.contains("raw,2,0,") && table.contains("raw,11,0,") && !table.contains("raw,0,") &&
            !table.contains("raw,3,"));
    const Outcome missing =
        run({"figure", "--import", here("attention.npz"), "--layer", "3", "-o", scratch("out.svg")});
    QVERIFY2(missing.code == 1 && missing.said("2, 7, 11"), missing.err.c_str());
  }

  void nanRows() {
    const Outcome outcome = run({"attention", "--import", here("attention.npz"), "-o", scratch("out.safetensors")});
    QVERIFY2(outcome.code == 0 && outcome.said("without a value"), outcome.err.c_str());
    const TensorTable got = readSafetensors(scratch("out.safetensors"));
    const std::vector<float> kept = floatsOf(got.at("attentions.0"));
    QVERIFY(std::any_of(kept.begin(), kept.end(), [](float x) { return std::isnan(x); }));
    const Outcome heads = run({"heads", "--import", here("attention.npz")});
    QVERIFY2(heads.code == 0 && heads.said("without a value"), heads.err.c_str());
  }

  void svgIsXml() {
    for (const char* name : {"control.txt", "nul.txt", "noncharacter.txt"})
      for (const char* view : {"heatmap", "links", "atlas", "text"}) {
        const std::string text = test::contentOf(QString::fromStdString(here(name))).toStdString();
        const std::string file = scratch("out.svg");
        const Outcome outcome = run({"figure", "--text", "-", "--view", view, "-o", file}, text);
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        QXmlStreamReader xml(test::contentOf(QString::fromStdString(file)));
        while (!xml.atEnd()) xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(QString("%1 %2: %3").arg(name, view, xml.errorString())));
      }
  }

  void multiLabel() {
    const auto found = probabilities("2,40,11,37,44,33,3");
    std::vector<double> sorted;
    for (const auto& [label, probability] : found) sorted.push_back(probability);
    std::sort(sorted.begin(), sorted.end());
    const std::vector<double> wanted = {0.3912, 0.4317, 0.9478};  // Sigmoids of the library's logits.
    QCOMPARE(sorted.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) QVERIFY(std::abs(sorted[i] - wanted[i]) < 1e-4);
  }

  void lastToken() {
    const auto plain = probabilities("1,2,3"), padded = probabilities("1,2,3,5,5");
    QVERIFY(!plain.empty() && plain.size() == padded.size());
    for (const auto& [label, probability] : plain) QVERIFY(std::abs(probability - padded.at(label)) < 1e-5);
    QVERIFY(std::abs(plain.at("yes") - 0.0011335) < 1e-6);
  }

  void headOfTheFile() {
    const Outcome outcome =
        run({"predict", "--model", here(), "--ids", "21,8,4,34,25,49,31", "--top", "1"});
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    QCOMPARE(Json::parse(outcome.out)["predictions"][0]["id"].get<int>(), 18);
  }

  void noPadding() {
    const Outcome outcome = run({"attention", "--model", here(), "--text", "the cat sat.", "--layer", "0", "--head",
                                 "0", "--format", "csv", "-o", scratch("out.csv")});
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    const QByteArray cells = test::contentOf(QString::fromStdString(scratch("out.csv")));
    QVERIFY(!cells.contains("[PAD]"));
    QCOMPARE(cells.count('\n'), qsizetype{37});
  }

  void endToken() {
    const Outcome outcome = run({"tokenize", "--model", here(), "--text", "the cat"});
    QVERIFY2(outcome.code == 0 && outcome.said("add_eos_token"), outcome.err.c_str());
    const Ids ids = Json::parse(outcome.out)["ids"].get<Ids>();
    QVERIFY(ids == (Ids{1, 13, 16}) || ids == (Ids{1, 13, 16, 2}));
  }

  using Check = std::function<void(TestCases&)>;
  static const std::map<std::string, Check>& checks() {
    static const std::map<std::string, Check> all = {
        {"a04-some-layers", [](TestCases& t) { t.someLayers(); }},
        {"a05-nan-rows", [](TestCases& t) { t.nanRows(); }},
        {"f01-svg-control-characters", [](TestCases& t) { t.svgIsXml(); }},
        {"m04-rope-parameters-theta-outside", [](TestCases& t) { t.sameAttention(); }},
        {"m07-rope-factor-missing", [](TestCases& t) { t.refused("factor"); }},
        {"m10-gemma3-bidirectional", [](TestCases& t) { t.sameAttention(); }},
        {"m11-gemma3-nested", [](TestCases& t) { t.sameAttention(); }},
        {"m12-compiled-prefix", [](TestCases& t) { t.sameAttention(); }},
        {"m14-lora-folder", [](TestCases& t) { t.refused("lora"); }},
        {"m15-quantised-folder",
         [](TestCases& t) {
           t.refused("quanti", "bnb");
           t.refused("quanti", "gptq");
         }},
        {"m17-infinity-in-config", [](TestCases& t) { t.sameAttention(); }},
        {"m18-no-architectures", [](TestCases& t) { t.headOfTheFile(); }},
        {"p01-multi-label", [](TestCases& t) { t.multiLabel(); }},
        {"p03-classifier-last-token", [](TestCases& t) { t.lastToken(); }},
        {"t01-padding-in-tokenizer-json", [](TestCases& t) { t.noPadding(); }},
        {"t03-add-eos-token", [](TestCases& t) { t.endToken(); }},
        {"t05-do-lower-case",
         [](TestCases& t) {
           t.tokens("The Cat Café", {2, 5, 6, 18, 3}, {"[CLS]", "the", "cat", "cafe", "[SEP]"});
         }},
        {"t06-added-tokens-decoder", [](TestCases& t) { t.tokens("the [ENT] cat", {2, 5, 22, 6, 3}); }},
        {"t11-large-model-max-length", [](TestCases& t) { t.tokens("the cat sat.", {2, 5, 6, 7, 11, 3}); }},
    };
    return all;
  }

 private slots:
  void everyCase_data() {
    QTest::addColumn<QString>("name");
    for (const auto& entry : fs::directory_iterator(kCases))
      if (entry.is_directory())
        QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().filename().string());
  }
  void everyCase() {
    QFETCH(QString, name);
    m_case = kCases / name.toStdString();
    const auto check = checks().find(name.toStdString());
    QVERIFY2(check != checks().end(), "a folder without a check");
    check->second(*this);
  }
};

HEADLIGHT_TEST(TestCases)
#include "test_cases.moc"
