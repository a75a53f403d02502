#include <QTest>

#include "core/base/error.h"
#include "core/text/files/tokenizer_json.h"
#include "core/text/tokenizer.h"
#include "reference_data.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"
#include "tokenizer_folder.h"

using namespace headlight;
using headlight::test::messageOf;
using nlohmann::json;

namespace {

json small() {
  return json::parse(
      R"({"version": "1.0", "model": {"type": "WordLevel", "unk_token": "u", "vocab": {"u": 0, "a": 1}}})");
}

std::string deep(int levels, const std::string& open, const std::string& inner, const std::string& close) {
  std::string text;
  for (int i = 0; i < levels; ++i) text += open;
  text += inner;
  for (int i = 0; i < levels; ++i) text += close;
  return text;
}

}  // namespace

/// Every way to break a tokenizer file that we could think of gives one clear message.
class TestBrokenTokenizers : public QObject {
  Q_OBJECT

  void open(const std::map<std::string, std::string>& files, const char* expected) {
    TokenizerFolder folder;
    for (const auto& [name, text] : files) folder.write(name, std::string_view(text));
    const std::string found = messageOf([&] { Tokenizer::open(folder.path())->encode("a b"); });
    QVERIFY2(found.find(expected) != std::string::npos,
             ("expected '" + std::string(expected) + "', found '" + found + "'").c_str());
    QVERIFY2(found.find('\n') == std::string::npos, found.c_str());
  }

 private slots:
  void theSmallOneIsFine() {
    TokenizerFolder folder;
    folder.writeJson("tokenizer.json", small());
    QVERIFY(Tokenizer::isIn(folder.path()));
    QCOMPARE(Tokenizer::open(folder.path())->encode("a").tokens.at(0).id, 1);
  }

  void folders() {
    TokenizerFolder empty;
    QVERIFY(!Tokenizer::isIn(empty.path()));
    QVERIFY(!Tokenizer::isIn("/nowhere/at/all"));
    open({}, "expected tokenizer files");
    open({{"vocab.json", "{}"}}, "expected merges.txt beside vocab.json");
    const std::string missing = messageOf([] { Tokenizer::open("/nowhere/at/all"); });
    QVERIFY2(missing.find("/nowhere/at/all") != std::string::npos, missing.c_str());
  }

  void notJson() {
    open({{"tokenizer.json", ""}}, "tokenizer.json: expected JSON");
    open({{"tokenizer.json", "{\"model\": "}}, "tokenizer.json: expected JSON");
    open({{"tokenizer.json", "[1]"}}, "tokenizer.json: expected an object, found an array");
    open({{"tokenizer.json", "\xFF\xFE{}"}}, "tokenizer.json: expected JSON");
    open({{"tokenizer.json", deep(5000, "[", "", "]")}}, "tokenizer.json: expected JSON");
    open({{"tokenizer.json", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"}}, "Git LFS pointer");
  }

  void recorded_data() {
    QTest::addColumn<int>("number");
    const auto cases = readLines(tokenizerData() / "broken.jsonl");
    QVERIFY(cases.size() > 35);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      QTest::newRow(cases[i]["expected"].get<std::string>().c_str()) << static_cast<int>(i);
    }
  }
  /// Each line is a whole file, or a change (a JSON merge patch) of a small file that is right.
  void recorded() {
    QFETCH(int, number);
    const json record = readLines(tokenizerData() / "broken.jsonl").at(static_cast<std::size_t>(number));
    json tokenizer = small();
    if (record.contains("patch")) tokenizer.merge_patch(record["patch"]);
    open({{"tokenizer.json", record.contains("file") ? record["file"].get<std::string>() : tokenizer.dump()}},
         record["expected"].get<std::string>().c_str());
  }

  void otherFiles() {
    open({{"vocab.txt", ""}}, "vocab.txt: expected tokens, the file is empty");
    open({{"vocab.txt", "\xFF\n"}}, "vocab.txt: expected UTF-8");
    open({{"vocab.json", "{\"a\": 0}"}, {"merges.txt", "a\n"}}, "merges.txt: line 1: expected two tokens");
    open({{"vocab.json", "{\"a\": 0}"}, {"merges.txt", "a b\n"}},
         "merges.txt: merge [0]: expected tokens of the vocabulary, found 'b'");
    open({{"vocab.json", "{\"a\": -1}"}, {"merges.txt", "a b\n"}}, "vocab.json: a: expected an id from 0 to");
    open({{"spiece.model", ""}}, "spiece.model: no SentencePiece model");
    open({{"spiece.model", "hello"}}, "spiece.model: no SentencePiece model");
    MessageWriter piece, cut;
    piece.bytes(1, "x").real(2, 0);
    cut.bytes(1, piece.text());
    open({{"tokenizer.model", cut.text().substr(0, 4)}}, "claims");
    MessageWriter trainer, outside;
    trainer.varint(40, 9);
    outside.bytes(1, piece.text()).bytes(2, trainer.text());
    open({{"tokenizer.model", outside.text()}}, "expected unk_id among the 1 pieces, found 9");
  }

  void everyCutOfAModelFileIsRefusedOrRead() {
    MessageWriter piece, trainer, model;
    piece.bytes(1, "abc").real(2, -1);
    trainer.varint(3, 1).varint(40, 0);
    for (int i = 0; i < 3; ++i) model.bytes(1, piece.text());
    model.bytes(2, trainer.text());
    for (std::size_t length = 0; length <= model.text().size(); ++length) {
      TokenizerFolder folder;
      folder.write("tokenizer.model", std::string_view(model.text()).substr(0, length));
      const std::string found = messageOf([&] { Tokenizer::open(folder.path())->encode("abc"); });
      QVERIFY2(found.find('\n') == std::string::npos, found.c_str());
    }
  }
};

HEADLIGHT_TEST(TestBrokenTokenizers)
#include "test_broken_tokenizers.moc"
