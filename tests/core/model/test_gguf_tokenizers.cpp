#include <QtTest>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/checkpoint/gguf/gguf_file.h"
#include "core/model/gguf/gguf_tokenizer.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

class TestGgufTokenizers : public QObject {
  Q_OBJECT

 private slots:
  void asLlamaCpp_data();
  void asLlamaCpp();
  void brokenFilesSayWhatIsWrong_data();
  void brokenFilesSayWhatIsWrong();
};

void TestGgufTokenizers::asLlamaCpp_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QString>("golden");
  for (const fs::path& root : reference::ggufRoots()) {
    const fs::path folder = root / "tokenizers";
    if (!fs::exists(folder / "tokenizers.json")) continue;
    for (const auto& each : parseJson(readFile(folder / "tokenizers.json"), "tokenizers.json"))
      QTest::addRow("%s, %s", each["name"].get<std::string>().c_str(), root.filename().c_str())
          << QString::fromStdString((folder / each["file"].get<std::string>()).string())
          << QString::fromStdString((folder / each["golden"].get<std::string>()).string());
  }
}

/// The ids that llama.cpp makes of each text, with and without the tokens that it adds.
void TestGgufTokenizers::asLlamaCpp() {
  QFETCH(QString, file);
  QFETCH(QString, golden);
  std::shared_ptr<const Tokenizer> tokenizer;
  try {
    tokenizer = ggufTokenizer(GgufFile::open(file.toStdString()).metadata);
  } catch (const Error& error) {
    QFAIL(error.what());
  }
  QVERIFY(tokenizer);
  const auto idsOf = [&](const std::string& text, bool add) {
    std::vector<std::int64_t> ids;
    for (const Token& token : tokenizer->encode(text, {}, add).tokens) ids.push_back(token.id);
    return ids;
  };
  std::istringstream lines(readFile(golden.toStdString()));
  int wrong = 0, count = 0;
  std::string first;
  for (std::string line; std::getline(lines, line);) {
    const auto each = parseJson(line, golden.toStdString());
    const auto text = each["text"].get<std::string>();
    const auto check = [&](const char* key, bool add) {
      const auto expected = each[key].get<std::vector<std::int64_t>>();
      const auto found = idsOf(text, add);
      ++count;
      if (found == expected) return;
      if (++wrong == 1)
        first = nlohmann::json(text).dump() + (add ? "" : " without added tokens") + ": expected " +
                nlohmann::json(expected).dump() + ", found " + nlohmann::json(found).dump();
    };
    check("ids", true);
    if (each.contains("ids_no_add")) check("ids_no_add", false);
  }
  QVERIFY(count > 0);
  QVERIFY2(wrong == 0, (std::to_string(wrong) + " of " + std::to_string(count) + ": " + first).c_str());
}

void TestGgufTokenizers::brokenFilesSayWhatIsWrong_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QStringList>("says");
  QTest::addColumn<bool>("mayWork");
  for (const fs::path& root : reference::ggufRoots())
    for (const auto& each : parseJson(readFile(root / "bad/bad.json"), "bad.json")) {
      if (each["stage"] != "tokenize") continue;
      QStringList says;
      for (const auto& word : each["says"]) says << QString::fromStdString(word.get<std::string>());
      QTest::addRow("%s, %s", each["file"].get<std::string>().c_str(), root.filename().c_str())
          << QString::fromStdString((root / "bad" / each["file"].get<std::string>()).string()) << says
          << each["may_work"].get<bool>();
    }
}

void TestGgufTokenizers::brokenFilesSayWhatIsWrong() {
  QFETCH(QString, file);
  QFETCH(QStringList, says);
  QFETCH(bool, mayWork);
  try {
    ggufTokenizer(GgufFile::open(file.toStdString()).metadata)->encode("Hello");
  } catch (const Error& error) {
    QString without = error.what();
    without.replace(file, "");
    QVERIFY2(std::any_of(says.begin(), says.end(),
                         [&](const QString& word) { return without.contains(word, Qt::CaseInsensitive); }),
             error.what());
    return;
  }
  QVERIFY2(mayWork, "worked");
}

HEADLIGHT_TEST(TestGgufTokenizers)
#include "test_gguf_tokenizers.moc"
