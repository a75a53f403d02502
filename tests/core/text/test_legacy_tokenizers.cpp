#include <QTest>

#include "core/base/error.h"
#include "core/text/models/sentencepiece_model.h"
#include "core/text/tokenizer.h"
#include "reference_data.h"
#include "tests/support/suite.h"
#include "tokenizer_folder.h"

using namespace headlight;
using nlohmann::json;

namespace {

std::filesystem::path published(const char* name) { return referenceFolder() / "tokenizers" / name; }

json tokenizerJson(const std::filesystem::path& folder) {
  std::ifstream stream(folder / "tokenizer.json");
  return json::parse(stream);
}

/// vocab.txt of a WordPiece tokenizer.json.
std::string vocabTxt(const json& tokenizer) {
  std::vector<std::string> lines(tokenizer["model"]["vocab"].size());
  for (const auto& [token, id] : tokenizer["model"]["vocab"].items()) lines.at(id.get<std::size_t>()) = token;
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

/// merges.txt of a BPE tokenizer.json.
std::string mergesTxt(const json& tokenizer) {
  std::string text = "#version: 0.2\n";
  for (const json& merge : tokenizer["model"]["merges"]) {
    text += (merge.is_string() ? merge.get<std::string>()
                               : merge[0].get<std::string>() + " " + merge[1].get<std::string>()) +
            "\n";
  }
  return text;
}

struct Spec {
  int kind = 1;
  std::uint64_t unknown = 0;
  bool byteFallback = false, addDummyPrefix = true, removeExtraWhitespaces = true;
  std::string charsmap;
};

/// The SentencePiece model with these pieces.
std::string sentencePiece(const std::vector<std::pair<std::string, float>>& pieces,
                          const std::map<std::string, int>& types, const Spec& spec) {
  MessageWriter model;
  for (const auto& [text, score] : pieces) {
    MessageWriter piece;
    piece.bytes(1, text).real(2, score);
    if (const auto type = types.find(text); type != types.end())
      piece.varint(3, static_cast<std::uint64_t>(type->second));
    model.bytes(1, piece.text());
  }
  MessageWriter trainer, normalizer;
  trainer.varint(3, static_cast<std::uint64_t>(spec.kind)).varint(35, spec.byteFallback).varint(40, spec.unknown);
  normalizer.bytes(2, spec.charsmap).varint(3, spec.addDummyPrefix).varint(4, spec.removeExtraWhitespaces);
  model.bytes(2, trainer.text()).bytes(3, normalizer.text());
  return model.text();
}

/// Compares what the folder gives with the records of the tokenizer.json that it was made from. `skip` leaves records
/// out by their text; classes take an empty second text for none.
void compare(const std::filesystem::path& folder, const std::filesystem::path& golden,
             const std::function<bool(const std::string&)>& skip = {}, bool decodes = true) {
  const auto tokenizer = Tokenizer::open(folder);
  std::size_t compared = 0;
  for (const json& record : readLines(golden / "golden.jsonl")) {
    const std::string text = record["text"];
    if (record.contains("error") || (record.contains("pair") && record["pair"] == "") ||
        (skip && skip(text + (record.contains("pair") ? record["pair"].get<std::string>() : ""))))
      continue;
    std::optional<std::string> pair;
    if (record.contains("pair")) pair = record["pair"].get<std::string>();
    const Encoding encoding = tokenizer->encode(text, pair, record["add_special_tokens"]);
    json ids = json::array(), offsets = json::array(), types = json::array();
    std::vector<std::int64_t> numbers;
    for (const Token& token : encoding.tokens) {
      ids.push_back(token.id);
      numbers.push_back(token.id);
      offsets.push_back({token.range.start, token.range.end});
      types.push_back(token.typeId);
    }
    const auto same = [&](const char* field, const json& found) {
      QVERIFY2(record[field] == found, (shown(record["text"]) + " " + field + "\n  expected " + shown(record[field]) +
                                        "\n  found    " + shown(found))
                                           .c_str());
    };
    same("ids", ids);
    same("offsets", offsets);
    same("type_ids", types);
    if (decodes) same("decoded", tokenizer->decode(numbers, false));
    if (QTest::currentTestFailed()) return;
    ++compared;
  }
  QVERIFY(compared > 40);
}

#define REQUIRE_PUBLISHED(name)                                                                     \
  if (!std::filesystem::exists(published(name) / "tokenizer.json")) {                               \
    QSKIP("NO REFERENCE TOKENIZERS: set HEADLIGHT_REFERENCE to the folder that holds tokenizers/"); \
  }

}  // namespace

/// Folders without tokenizer.json give what the tokenizer.json made of the same vocabulary gives.
class TestLegacyTokenizers : public QObject {
  Q_OBJECT

 private slots:
  void vocabTxtOfOurOwn() {
    const auto source = tokenizerData() / "synthetic" / "post-bert";
    const json tokenizer = tokenizerJson(source);
    TokenizerFolder folder;
    folder.write("vocab.txt", vocabTxt(tokenizer));
    folder.writeJson("tokenizer_config.json", json{{"do_lower_case", tokenizer["normalizer"]["lowercase"]},
                                                   {"strip_accents", tokenizer["normalizer"]["strip_accents"]}});
    compare(folder.path(), source);
  }

  void vocabTxtOfBert() {
    REQUIRE_PUBLISHED("bert-base-uncased");
    TokenizerFolder folder;
    folder.write("vocab.txt", vocabTxt(tokenizerJson(published("bert-base-uncased"))));
    compare(folder.path(), published("bert-base-uncased"));
  }

  void vocabTxtWithOptions() {
    TokenizerFolder folder;
    folder.write("vocab.txt", ("[PAD]\r\n[UNK]\r\n[CLS]\r\n[SEP]\r\n<gap>\r\nHello\r\nhello\r\n\xC3\x89t\xC3\xA9"));
    folder.writeJson("tokenizer_config.json",
                     json{{"do_lower_case", false}, {"mask_token", {{"content", "<gap>"}, {"lstrip", true}}}});
    const auto tokenizer = Tokenizer::open(folder.path());
    std::vector<std::int64_t> ids;
    for (const Token& token : tokenizer->encode("Hello <gap> \xC3\x89t\xC3\xA9").tokens) ids.push_back(token.id);
    QCOMPARE(ids, (std::vector<std::int64_t>{2, 5, 4, 7, 3}));
    QCOMPARE(tokenizer->maskId(), std::optional<std::int64_t>(4));
  }

  void vocabAndMergesOfOurOwn() {
    const auto source = tokenizerData() / "synthetic" / "post-roberta-prefix";
    const json tokenizer = tokenizerJson(source);
    TokenizerFolder folder;
    folder.writeJson("vocab.json", tokenizer["model"]["vocab"]);
    folder.write("merges.txt", mergesTxt(tokenizer));
    folder.writeJson("tokenizer_config.json", json{{"tokenizer_class", "RobertaTokenizer"},
                                                   {"add_prefix_space", true},
                                                   {"mask_token", {{"content", "<mask>"}, {"lstrip", true}}}});
    compare(folder.path(), source);
  }

  void vocabAndMerges_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("config");
    QTest::newRow("gpt2") << "gpt2"
                          << "{}";
    QTest::newRow("roberta") << "roberta-base"
                             << "{}";
    QTest::newRow("clip") << "clip-vit-base-patch32"
                          << "{}";
    QTest::newRow("qwen2") << "qwen2.5"
                           << R"({"tokenizer_class": "Qwen2Tokenizer"})";
  }
  void vocabAndMerges() {
    QFETCH(QString, name);
    QFETCH(QString, config);
    const std::string key = name.toStdString();
    REQUIRE_PUBLISHED(key.c_str());
    const json tokenizer = tokenizerJson(published(key.c_str()));
    json settings = json::parse(config.toStdString());
    for (const json& token : tokenizer["added_tokens"])
      settings["added_tokens_decoder"][std::to_string(token["id"].get<int>())] = token;
    TokenizerFolder folder;
    folder.writeJson("vocab.json", tokenizer["model"]["vocab"]);
    folder.write("merges.txt", mergesTxt(tokenizer));
    folder.writeJson("tokenizer_config.json", settings);
    // CLIP's class ends words with a space in decoded text, and not with "</w>".
    compare(folder.path(), published(key.c_str()), {}, name != "clip-vit-base-patch32");
  }

  void bosIsAddedWhenAskedFor() {
    const json tokenizer = tokenizerJson(tokenizerData() / "synthetic" / "post-bytelevel-trim");
    TokenizerFolder folder;
    folder.writeJson("vocab.json", tokenizer["model"]["vocab"]);
    folder.write("merges.txt", mergesTxt(tokenizer));
    folder.writeJson("tokenizer_config.json",
                     json{{"tokenizer_class", "GPT2Tokenizer"}, {"bos_token", "</s>"}, {"add_bos_token", true}});
    const Encoding encoding = Tokenizer::open(folder.path())->encode("she");
    QVERIFY(!encoding.empty());
    QCOMPARE(encoding.tokens[0].text, std::string("</s>"));
    QVERIFY(encoding.tokens[0].special);
  }

  void unigramModel() {
    REQUIRE_PUBLISHED("t5-small");
    const json tokenizer = tokenizerJson(published("t5-small"));
    std::vector<std::pair<std::string, float>> pieces;
    for (const json& entry : tokenizer["model"]["vocab"]) pieces.emplace_back(entry[0], entry[1]);
    pieces.resize(pieces.size() - 100);  // the sentinels are not in the model file
    Spec spec;
    spec.unknown = 2;
    spec.charsmap = QByteArray::fromBase64(QByteArray::fromStdString(tokenizer["normalizer"]["precompiled_charsmap"]))
                        .toStdString();
    TokenizerFolder folder;
    folder.write("spiece.model", sentencePiece(pieces, {{"<pad>", 3}, {"</s>", 3}, {"<unk>", 2}}, spec));
    folder.writeJson("config.json", json{{"model_type", "t5"}});
    compare(folder.path(), published("t5-small"));
  }

  void albertModel() {
    REQUIRE_PUBLISHED("albert-base-v2");
    const json tokenizer = tokenizerJson(published("albert-base-v2"));
    std::vector<std::pair<std::string, float>> pieces;
    for (const json& entry : tokenizer["model"]["vocab"]) pieces.emplace_back(entry[0], entry[1]);
    Spec spec;
    spec.unknown = 1;
    TokenizerFolder folder;
    folder.write("spiece.model",
                 sentencePiece(pieces, {{"<pad>", 3}, {"<unk>", 2}, {"[CLS]", 3}, {"[SEP]", 3}, {"[MASK]", 3}}, spec));
    folder.writeJson("tokenizer_config.json", json{{"tokenizer_class", "AlbertTokenizer"}, {"do_lower_case", true}});
    // The mask takes the blank in front of it here, which the re-saved tokenizer.json has lost; it also truncates.
    compare(folder.path(), published("albert-base-v2"),
            [](const std::string& text) { return text.find("[MASK]") != std::string::npos || text.size() > 1500; });
  }

  void bpeModel() {
    REQUIRE_PUBLISHED("llama-2");
    const json tokenizer = tokenizerJson(published("llama-2"));
    // Scores fall in the order in which the merges were learned.
    std::map<std::string, float> scores;
    for (std::size_t rank = 0; rank < tokenizer["model"]["merges"].size(); ++rank) {
      std::string merged = tokenizer["model"]["merges"][rank];
      merged.erase(merged.find(' '), 1);
      scores.try_emplace(merged, -static_cast<float>(rank));
    }
    std::map<int, std::string> byId;
    for (const auto& [token, id] : tokenizer["model"]["vocab"].items()) byId[id] = token;
    std::vector<std::pair<std::string, float>> pieces;
    std::map<std::string, int> types{{"<unk>", 2}, {"<s>", 3}, {"</s>", 3}};
    for (const auto& [id, token] : byId) {
      const auto score = scores.find(token);
      pieces.emplace_back(token, score == scores.end() ? -1e6F : score->second);
      if (id >= 3 && id < 259) types[token] = 6;
    }
    Spec spec;
    spec.kind = 2;
    spec.byteFallback = true;
    spec.removeExtraWhitespaces = false;
    TokenizerFolder folder;
    folder.write("tokenizer.model", sentencePiece(pieces, types, spec));
    folder.writeJson("tokenizer_config.json",
                     json{{"tokenizer_class", "LlamaTokenizer"}, {"add_bos_token", true}, {"legacy", true}});
    // The class puts no second mark in front of one, nor behind a special token.
    compare(folder.path(), published("llama-2"), [](const std::string& text) {
      return text.starts_with(' ') || text.find('<') != std::string::npos ||
             text.find("\xE2\x96\x81") != std::string::npos;
    });
  }

  void xlmRobertaMovesItsIds() {
    TokenizerFolder folder;
    const std::string mark = "\xE2\x96\x81";
    folder.write("sentencepiece.bpe.model",
                 sentencePiece({{"<unk>", 0}, {"<s>", 0}, {"</s>", 0}, {mark + "cat", -1}, {mark, -2}, {"c", -3}},
                               {{"<unk>", 2}, {"<s>", 3}, {"</s>", 3}}, {}));
    const auto tokenizer = Tokenizer::open(folder.path());
    std::vector<std::int64_t> ids;
    for (const Token& token : tokenizer->encode("cat <mask>", "c").tokens) ids.push_back(token.id);
    QCOMPARE(ids, (std::vector<std::int64_t>{0, 4, 7, 2, 2, 5, 6, 2}));
    QCOMPARE(tokenizer->maskId(), std::optional<std::int64_t>(7));
    QCOMPARE(tokenizer->vocabularySize(), 8);
  }

  /// Two SentencePiece models, one vocabulary.
  void marianReadsBothLanguages() {
    TokenizerFolder folder;
    const std::string mark = "\xE2\x96\x81";
    const std::vector<std::pair<std::string, float>> control{{"<unk>", 0}, {"<s>", 0}, {"</s>", 0}};
    const auto model = [&](std::vector<std::pair<std::string, float>> pieces) {
      pieces.insert(pieces.begin(), control.begin(), control.end());
      return sentencePiece(pieces, {{"<unk>", 2}, {"<s>", 3}, {"</s>", 3}}, {});
    };
    folder.write("source.spm",
                 model({{mark + "the", -1}, {mark + "cat", -2}, {mark, -3}, {"s", -4}, {mark + "gone", -1}}));
    folder.write("target.spm", model({{mark + "die", -1}, {mark + "Katze", -2}, {mark, -3}, {"s", -4}}));
    const json vocabulary{{"</s>", 0},       {"<unk>", 1},        {mark + "die", 2}, {mark + "the", 3}, {"s", 4},
                          {mark + "cat", 5}, {mark + "Katze", 6}, {mark, 7},         {">>deu<<", 8},    {"<pad>", 9}};
    folder.writeJson("vocab.json", vocabulary);
    folder.writeJson("config.json", json{{"model_type", "marian"}});
    const auto idsOf = [](const Tokenizer& tokenizer, const char* text) {
      std::vector<std::int64_t> ids;
      for (const Token& token : tokenizer.encode(text).tokens) ids.push_back(token.id);
      return ids;
    };
    const auto source = Tokenizer::open(folder.path()), target = Tokenizer::openTarget(folder.path());
    QVERIFY(target);
    QCOMPARE(idsOf(*source, "the cats"), (std::vector<std::int64_t>{3, 5, 4, 0}));
    QCOMPARE(idsOf(*source, ">>deu<< the cat"), (std::vector<std::int64_t>{8, 3, 5, 0}));
    QCOMPARE(idsOf(*target, "die Katze"), (std::vector<std::int64_t>{2, 6, 0}));
    QCOMPARE(idsOf(*target, "the"), (std::vector<std::int64_t>{7, 1, 0}));  // Is no word of that language.
    const std::vector<std::int64_t> written{2, 6, 0};
    QCOMPARE(target->decode(written, true), std::string("die Katze"));
    QCOMPARE(source->tokenOf(6), std::optional<std::string>(mark + "Katze"));
    folder.writeJson("vocab.json", json{{"</s>", 0}, {"<unk>", 7}});
    QVERIFY_THROWS_EXCEPTION(Error, Tokenizer::open(folder.path()));
  }

  void theReaderSkipsWhatItDoesNotKnow() {
    MessageWriter piece, trainer, model;
    piece.bytes(1, "x").real(2, 1.5F).varint(99, 7).bytes(98, "?");
    trainer.varint(3, 1).varint(43, static_cast<std::uint64_t>(-1)).real(11, 0.5F);
    model.bytes(1, piece.text()).bytes(2, trainer.text()).varint(77, 1);
    const SentencePieceModel parsed = parseSentencePieceModel(model.text(), "x.model");
    QCOMPARE(parsed.pieces.size(), 1U);
    QCOMPARE(parsed.pieces[0].score, 1.5F);
    QCOMPARE(parsed.padId, -1);
    QVERIFY(parsed.addDummyPrefix);
  }
};

HEADLIGHT_TEST(TestLegacyTokenizers)
#include "test_legacy_tokenizers.moc"
