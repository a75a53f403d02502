#include <QTest>

#include "core/base/error.h"
#include "core/text/tokenizer.h"
#include "tests/support/suite.h"
#include "reference_data.h"
#include "tokenizer_folder.h"

using namespace headlight;
using nlohmann::json;

namespace {

std::filesystem::path classData() { return tokenizerData() / "classes"; }

json idsOf(const Tokenizer& tokenizer, const std::string& text) {
  json ids = json::array();
  for (const Token& token : tokenizer.encode(text).tokens) ids.push_back(token.id);
  return ids;
}

/// Copies the files of one of the classes' folders, with `changes` of its tokenizer_config.json.
void copyWith(const TokenizerFolder& changed, const QString& folder, const json& changes) {
  for (const auto& file : std::filesystem::directory_iterator(classData() / folder.toStdString()))
    std::filesystem::copy_file(file.path(), changed.path() / file.path().filename());
  std::ifstream stream(changed.path() / "tokenizer_config.json");
  json settings = stream ? json::parse(stream) : json::object();
  settings.update(changes);
  changed.writeJson("tokenizer_config.json", settings);
}

/// The fields of a record as the tokenizer gives them.
json fieldsOf(const Tokenizer& tokenizer, const json& record) {
  std::optional<std::string> pair;
  if (record.contains("pair")) pair = record["pair"].get<std::string>();
  const Encoding encoding = tokenizer.encode(record["text"].get<std::string>(), pair);
  json ids = json::array(), tokens = ids, offsets = ids, types = ids, special = ids;
  std::vector<std::int64_t> numbers;
  for (const Token& token : encoding.tokens) {
    ids.push_back(token.id);
    tokens.push_back(token.text);
    offsets.push_back({token.range.start, token.range.end});
    types.push_back(token.typeId);
    special.push_back(token.special ? 1 : 0);
    numbers.push_back(token.id);
  }
  return {{"ids", ids},
          {"tokens", tokens},
          {"offsets", offsets},
          {"type_ids", types},
          {"special_tokens_mask", special},
          {"decoded", tokenizer.decode(numbers, false)},
          {"decoded_skip_special", tokenizer.decode(numbers, true)}};
}

/// Compares all records of a folder; with `either` the values of the earlier version count, too.
void compareFolder(const std::filesystem::path& folder, bool either) {
  const auto tokenizer = Tokenizer::open(folder);
  const std::vector<json> records = readLines(folder / "auto.jsonl");
  QVERIFY(!records.empty());
  std::size_t wrong = 0;
  std::string first;
  for (const json& record : records) {
    const json has = fieldsOf(*tokenizer, record);
    bool right = true;
    for (const auto& [field, value] : has.items()) {
      const json& expected = record[field];
      const bool same = expected.is_null() || expected == value ||
                        (either && record.contains("differs_in_4.57") && record["differs_in_4.57"].contains(field) &&
                         record["differs_in_4.57"][field] == value);
      if (!same && first.empty())
        first = record["id"].get<std::string>() + " " + shown(record["text"]) + " " + field + "\n  expected " +
                shown(expected) + "\n  found    " + shown(value);
      right = right && same;
    }
    wrong += right ? 0 : 1;
  }
  QVERIFY2(
      wrong == 0,
      (std::to_string(wrong) + " of " + std::to_string(records.size()) + " records, the first:\n" + first).c_str());
}

std::string remarksOf(const std::filesystem::path& folder) {
  std::string all;
  const auto tokenizer = Tokenizer::open(folder);
  for (const std::string& remark : tokenizer->remarks()) all += remark + "\n";
  return all;
}

}  // namespace

/// What the tokenizer class of a folder gives for a call with default arguments, whatever its tokenizer.json says.
class TestTokenizerClasses : public QObject {
  Q_OBJECT

  void addFolders(const std::filesystem::path& root) {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("either");
    std::ifstream stream(root / "manifest.json");
    if (!stream) {
      QTest::newRow("none") << QString() << false;
      return;
    }
    const json manifest = json::parse(stream);
    for (const json& folder : manifest["folders"]) {
      const std::string name = folder["name"];
      QTest::newRow(name.c_str()) << QString::fromStdString((root / name).string()) << folder.contains("either");
    }
  }
  void check() {
    QFETCH(QString, folder);
    QFETCH(bool, either);
    if (folder.isEmpty())
      QSKIP("NO REFERENCE TOKENIZERS: set HEADLIGHT_REFERENCE to the folder that holds tokenizers/");
    compareFolder(folder.toStdString(), either);
  }

 private slots:
  void own_data() { addFolders(classData()); }
  void own() { check(); }
  void reference_data() { addFolders(referenceFolder() / "tokenizers" / "auto"); }
  void reference() { check(); }

  /// The tokens that a translator writes are cut by the second SentencePiece model.
  void targets_data() {
    QTest::addColumn<QString>("folder");
    for (const auto& folder : std::filesystem::directory_iterator(classData())) {
      if (std::filesystem::exists(folder.path() / "target.jsonl"))
        QTest::newRow(folder.path().filename().c_str()) << QString::fromStdString(folder.path().string());
    }
  }
  void targets() {
    QFETCH(QString, folder);
    const auto tokenizer = Tokenizer::openTarget(folder.toStdString());
    QVERIFY(tokenizer);
    for (const json& record : readLines(std::filesystem::path(folder.toStdString()) / "target.jsonl")) {
      const json ids = idsOf(*tokenizer, record["text"].get<std::string>());
      QVERIFY2(ids == record["ids"],
               (shown(record["text"]) + "\n  expected " + shown(record["ids"]) + "\n  found    " + shown(ids)).c_str());
    }
  }

  /// Roles that the settings say not to be there (null): what transformers 5.24 gives for one text, a remark where a
  /// class takes a token by its number all the same; a refusal where it has none to put around a text.
  void rolesThatAreNotThere_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QByteArray>("ids");
    QTest::addColumn<bool>("told");
    const auto row = [](const char* folder, const char* role, const char* ids, bool told = false) {
      QTest::addRow("%s %s", folder, role) << QString(folder) << QString(role) << QByteArray(ids) << told;
    };
    row("bert-json", "cls_token", "[2,70,3]", true);
    row("bert-json", "sep_token", "[2,70,3]", true);
    row("bert-json", "mask_token", "[2,70,3]");
    row("bert-old", "sep_token", "[2,70,3]", true);
    row("deberta-v2-pieces", "cls_token", "[0,69,76]", true);
    row("deberta-v2-pieces", "sep_token", "[75,69,0]", true);
    row("pegasus-pieces", "mask_token", "[76,1]");
    for (const char* role : {"cls_token", "sep_token"})
      for (const char* folder : {"roberta-files", "albert-pieces", "xlnet-pieces"}) row(folder, role, "");
    for (const char* folder : {"camembert-pieces", "t5-pieces", "xlm-roberta-pieces", "clip-files", "mbart-pieces",
                               "marian-files", "m2m100-files", "nllb-pieces"})
      row(folder, "eos_token", "");
  }
  void rolesThatAreNotThere() {
    QFETCH(QString, folder);
    QFETCH(QString, role);
    QFETCH(QByteArray, ids);
    QFETCH(bool, told);
    const TokenizerFolder changed;
    copyWith(changed, folder, {{role.toStdString(), nullptr}});
    try {
      const json found = idsOf(*Tokenizer::open(changed.path()), "cat");
      QCOMPARE(QByteArray::fromStdString(found.dump()), ids);
      QCOMPARE(remarksOf(changed.path()).find(role.toStdString()) != std::string::npos, told);
    } catch (const Error& error) {
      QVERIFY2(ids.isEmpty() && std::string(error.what()).find(role.toStdString()) != std::string::npos, error.what());
    }
  }

  /// Settings that are null, a number or a text: what transformers 5.24 gives for "cat  Café sat".
  void settingsThatAreNoFlags_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QByteArray>("ids");
    const auto row = [](const char* folder, const char* settings, const char* ids) {
      QTest::addRow("%s %s", folder, settings) << QString(folder) << QByteArray(settings) << QByteArray(ids);
    };
    row("albert-pieces", "{\"add_prefix_space\": null}", "[2,75,28,75,30,23,66,8,28,3]");
    row("albert-pieces", "{\"add_bos_token\": null}", "[71,52,23,66,51,14]");
    row("albert-pieces", "{\"add_eos_token\": null}", "[71,52,23,66,51,14]");
    row("albert-pieces", "{\"add_eos_token\": 1}", "[71,52,23,66,51,14,3]");
    row("camembert-pieces", "{\"add_prefix_space\": null}", "[5,77,30,3,32,25,68,10,30,6]");
    row("xlm-roberta-pieces", "{\"add_prefix_space\": 0}", "[0,74,27,3,29,22,65,7,27,2]");
    row("llama-pieces", "{\"add_prefix_space\": null}", "[273,358,358,70,323,265,261,2]");
    row("llama-pieces", "{\"add_prefix_space\": \"\"}", "[373,261,358,358,70,323,265,261,2]");
    row("t5-pieces", "{\"add_prefix_space\": null}", "[69,3,2,28,21,64,49,12,1]");
    row("albert-pieces", "{\"keep_accents\": \"no\"}", "[2,71,52,23,66,51,14,3]");
    row("albert-pieces", "{\"do_lower_case\": null}", "[2,71,5,1,30,23,66,51,14,3]");
    row("xlnet-pieces", "{\"do_lower_case\": 1}", "[69,50,21,4,49,12,75,77]");
    row("qwen2-files", "{\"add_prefix_space\": null}", "[67,258,221,221,35,294,128,103,264,258]");
    row("bert-old", "{\"strip_accents\": null}", "[2,70,1,114,3]");
  }
  void settingsThatAreNoFlags() {
    QFETCH(QString, folder);
    QFETCH(QByteArray, settings);
    QFETCH(QByteArray, ids);
    const TokenizerFolder changed;
    copyWith(changed, folder, json::parse(settings.toStdString()));
    const json found = idsOf(*Tokenizer::open(changed.path()), "cat  Caf\xC3\xA9 sat");
    QCOMPARE(QByteArray::fromStdString(found.dump()), ids);
  }

  /// Where two files of a folder contradict each other it is said.
  void contradictionsAreSaid_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("a flag against a frame") << "llama-json-eos" << QStringList{"add_eos_token: true", "</s>"};
    QTest::newRow("a setting against a normalizer") << "bert-json-lower" << QStringList{"do_lower_case: true"};
    QTest::newRow("a pipeline that is not the class's")
        << "gpt2-json-replaced" << QStringList{"GPT2Tokenizer", "tokenizer.json cuts texts otherwise"};
    QTest::newRow("nothing") << "bert-json" << QStringList{};
  }
  void contradictionsAreSaid() {
    QFETCH(QString, folder);
    QFETCH(QStringList, words);
    const std::string remarks = remarksOf(classData() / folder.toStdString());
    if (words.isEmpty()) QCOMPARE(remarks, std::string());
    for (const QString& word : words)
      QVERIFY2(remarks.find(word.toStdString()) != std::string::npos, ("'" + remarks + "'").c_str());
  }

  void otherIdsAreSaid() {
    TokenizerFolder folder;
    std::filesystem::copy_file(classData() / "bert-json" / "tokenizer.json", folder.path() / "tokenizer.json");
    folder.writeJson("tokenizer_config.json", json{{"tokenizer_class", "BertTokenizer"},
                                                   {"added_tokens_decoder", {{"900", {{"content", "[NEW]"}}}}}});
    QVERIFY(remarksOf(folder.path()).find("gives '[NEW]' the id 900") != std::string::npos);
  }

  void classesThatAreNotBuiltAreSaid() {
    TokenizerFolder folder;
    std::filesystem::copy_file(classData() / "bert-json" / "tokenizer.json", folder.path() / "tokenizer.json");
    folder.writeJson("tokenizer_config.json", json{{"tokenizer_class", "EsmTokenizer"}});
    QVERIFY(remarksOf(folder.path()).find("EsmTokenizer") != std::string::npos);
    std::filesystem::remove(folder.path() / "tokenizer.json");
    folder.write("vocab.txt", "[UNK]\na\n");
    QVERIFY_THROWS_EXCEPTION(Error, Tokenizer::open(folder.path()));
  }

  /// Of a pair the longer text is cut, by what both would be: ids as tokenizers 0.23.3 gives them.
  void truncationCutsTheLongerText_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("direction");
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("ids");
    const auto row = [](const char* folder, const char* direction, int length, const char* ids) {
      QTest::addRow("%s %s %d", folder, direction, length)
          << QString(folder) << QString(direction) << length << QByteArray(ids);
    };
    row("bert-json", "Left", 4, "[2,8,3,3]");
    row("bert-json", "Left", 6, "[2,73,8,3,143,3]");
    row("bert-json", "Right", 4, "[2,65,3,3]");
    row("bert-json", "Right", 6, "[2,65,70,3,16,3]");
    row("gpt2-json-replaced", "Right", 5, "[261,271,262,269,221]");
  }
  void truncationCutsTheLongerText() {
    QFETCH(QString, folder);
    QFETCH(QString, direction);
    QFETCH(int, length);
    QFETCH(QByteArray, ids);
    json tokenizer = json::parse(std::ifstream(classData() / folder.toStdString() / "tokenizer.json"));
    tokenizer["truncation"] = {
        {"max_length", length}, {"strategy", "LongestFirst"}, {"stride", 0}, {"direction", direction.toStdString()}};
    const TokenizerFolder bare;
    bare.writeJson("tokenizer.json", tokenizer);
    json found = json::array();
    for (const Token& token :
         Tokenizer::open(bare.path())->encode("the cat sat on the mat.", "a dog ran to the caf\u00e9").tokens)
      found.push_back(token.id);
    QCOMPARE(QByteArray::fromStdString(found.dump()), ids);
  }

  /// Padding and truncation count only for a tokenizer.json without settings beside it, and not without a word.
  void paddingIsNotInForce() {
    std::ifstream stream(classData() / "bert-json" / "tokenizer.json");
    json tokenizer = json::parse(stream);
    tokenizer["padding"] = {{"strategy", {{"Fixed", 12}}}, {"direction", "Right"}, {"pad_to_multiple_of", nullptr},
                            {"pad_id", 0},                 {"pad_type_id", 0},     {"pad_token", "[PAD]"}};
    tokenizer["truncation"] = {{"max_length", 3}, {"strategy", "LongestFirst"}, {"stride", 0}, {"direction", "Right"}};
    TokenizerFolder folder;
    folder.writeJson("tokenizer.json", tokenizer);
    QCOMPARE(Tokenizer::open(folder.path())->encode("the cat sat on the mat").size(), 12U);
    QVERIFY(remarksOf(folder.path()).find("cuts texts to 3 tokens") != std::string::npos);
    folder.writeJson("config.json", json{{"model_type", "bert"}});
    QCOMPARE(Tokenizer::open(folder.path())->encode("the cat sat on the mat").size(), 8U);
    QCOMPARE(remarksOf(folder.path()), std::string());
  }

  /// Every number, string and word that Python writes in a settings file.
  void settingsMayBePythons_data() {
    QTest::addColumn<QString>("value");
    for (const char* value :
         {"1000000000000000019884624838656", "-1000000000000000019884624838656", "1e30", "1e400", "-1e400", "NaN",
          "Infinity", "-Infinity", "-0", "0.0", "null", "true", "\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83d\\ude00\"",
          "[]", "{\"a\": [1, {\"b\": 12345678901234567890123}]}", "18446744073709551616",
          "\"NaN 123456789012345678901 \\\"\""})
      QTest::newRow(value) << value;
  }
  void settingsMayBePythons() {
    QFETCH(QString, value);
    TokenizerFolder folder;
    std::filesystem::copy_file(classData() / "bert-json" / "tokenizer.json", folder.path() / "tokenizer.json");
    for (const char* begin : {"", "\xEF\xBB\xBF"}) {
      for (const char* end : {"\n", "\r\n"}) {
        folder.write("tokenizer_config.json", std::string(begin) + "{" + end +
                                                  "\"tokenizer_class\": \"BertTokenizer\"," + end +
                                                  "\"model_max_length\": " + value.toStdString() + "," + end +
                                                  "\"model_max_length\": " + value.toStdString() + end + "}");
        QCOMPARE(Tokenizer::open(folder.path())->encode("the cat").size(), 4U);
      }
    }
  }
};

HEADLIGHT_TEST(TestTokenizerClasses)
#include "test_tokenizer_classes.moc"
