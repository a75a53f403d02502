#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/base/error.h"
#include "core/model/task_prefixes.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::testing::messageOf;

/// What a model is told by the beginning of its text.
class TestTaskPrefixes : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  std::filesystem::path folder() const { return m_folder.path().toStdString(); }
  void write(const char* name, const std::string& content) const {
    std::ofstream(folder() / name, std::ios::binary) << content;
  }

 private slots:
  void init() {
    std::filesystem::remove_all(folder());
    std::filesystem::create_directories(folder());
  }

  void t5NamesItsTasks() {
    write("config.json", R"({"task_specific_params":{"summarization":{"prefix":"summarize: ","num_beams":4},
      "translation_en_to_de":{"prefix":"translate English to German: "},"translation_en_to_fr":{"prefix":"translate English to French: "},
      "other":{"num_beams":1}}})");
    const std::vector<TaskPrefix> known = taskPrefixes(folder(), nullptr);
    QCOMPARE(known.size(), std::size_t(3));
    QCOMPARE(prefixed("A house.", "fr", known).text, std::string("translate English to French: A house."));
    QCOMPARE(prefixed("A house.", "summarization", known).text, std::string("summarize: A house."));
    QCOMPARE(prefixed("A house.", "summarize:", known).text, std::string("summarize: A house."));
    const PrefixedText kept = prefixed("summarize: A house.", "summarization", known);
    QCOMPARE(kept.text, std::string("summarize: A house."));
    QVERIFY(kept.remark.empty());
    const PrefixedText without = prefixed("A house.", "", known);
    QCOMPARE(without.text, std::string("A house."));
    QVERIFY2(without.remark.find("translation_en_to_fr") != std::string::npos, without.remark.c_str());
    QVERIFY(prefixed("translate English to German: A house.", "", known).remark.empty());
    const std::string unknown = messageOf<Error>([&] { prefixed("A house.", "es", known); });
    QVERIFY2(unknown.find("expected one of summarization, translation_en_to_de") != std::string::npos, unknown.c_str());
    const std::string other = messageOf<Error>([&] { prefixed("summarize: A house.", "de", known); });
    QVERIFY2(other.find("the text begins with 'summarize:'") != std::string::npos, other.c_str());
  }

  void marianHasThemAmongItsTokens() {
    write("config.json", "{}");
    write("tokenizer.json", R"({"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,
      "pre_tokenizer":{"type":"Whitespace"},"post_processor":null,"decoder":null,
      "model":{"type":"WordLevel","vocab":{"<unk>":0,">>fra<<":1,">>deu<<":2,"cat":3,">><<":4},"unk_token":"<unk>"}})");
    const std::vector<TaskPrefix> known = taskPrefixes(folder(), Tokenizer::open(folder()).get());
    QCOMPARE(known.size(), std::size_t(2));
    QCOMPARE(prefixed("cat", "fra", known).text, std::string(">>fra<< cat"));
    QCOMPARE(prefixed("cat", ">>deu<<", known).text, std::string(">>deu<< cat"));
    QCOMPARE(prefixed(">>fra<< cat", "", known).text, std::string(">>fra<< cat"));
    QVERIFY(prefixed("cat", "", known).remark.find("fra, deu") != std::string::npos);
    const std::string unknown = messageOf<Error>([&] { prefixed(">>xyz<< cat", "", known); });
    QVERIFY2(unknown.find("fra, deu") != std::string::npos && unknown.find("'>>xyz<<'") != std::string::npos,
             unknown.c_str());
    QVERIFY(!messageOf<Error>([&] { prefixed("cat", "fr", known); }).empty());
  }

  void theDefaultIsPutThere() {
    write("config_sentence_transformers.json",
          R"({"prompts":{"query":"query: ","document":"", "passage":"passage: "}})");
    QCOMPARE(prefixed("a cat", "", taskPrefixes(folder(), nullptr)).text, std::string("a cat"));
    QVERIFY(prefixed("a cat", "", taskPrefixes(folder(), nullptr)).remark.find("passage, query") != std::string::npos);
    write("config_sentence_transformers.json",
          R"({"prompts":{"query":"query: ","document":"", "passage":"passage: "},"default_prompt_name":"query"})");
    const std::vector<TaskPrefix> known = taskPrefixes(folder(), nullptr);
    QCOMPARE(known.size(), std::size_t(2));
    const PrefixedText put = prefixed("a cat", "", known);
    QCOMPARE(put.text, std::string("query: a cat"));
    QVERIFY(put.remark.find("'query:'") != std::string::npos);
    QVERIFY(prefixed(put.text, "", known).remark.empty());
  }

  void withoutAnyNothingChanges() {
    QCOMPARE(prefixed(">>fr<< a", "", taskPrefixes(folder(), nullptr)).text, std::string(">>fr<< a"));
    QVERIFY(messageOf<Error>([&] { prefixed("a", "fr", {}); }).find("name no prefixes") != std::string::npos);
  }

  void wrongFilesAreRefused() {
    write("config.json", R"({"task_specific_params":{"a":{"prefix":3}}})");
    const std::string message = messageOf<Error>([&] { taskPrefixes(folder(), nullptr); });
    QVERIFY2(message.find("prefix") != std::string::npos, message.c_str());
  }
};

HEADLIGHT_TEST(TestTaskPrefixes)
#include "test_task_prefixes.moc"
