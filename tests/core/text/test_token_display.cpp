#include <QTest>

#include "core/text/display.h"
#include "core/text/token_groups.h"
#include "core/text/tokenizer.h"
#include "tests/support/suite.h"
#include "reference_data.h"

using namespace headlight;

namespace {

std::vector<std::string> displays(const Tokenizer& tokenizer, std::string_view text) {
  std::vector<std::string> all;
  for (const Token& token : tokenizer.encode(text).tokens) all.push_back(token.display);
  return all;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += "[" + part + "]";
  return all;
}

std::shared_ptr<const Tokenizer> synthetic(const char* name) {
  return Tokenizer::open(tokenizerData() / "synthetic" / name);
}

std::shared_ptr<const Tokenizer> builtIn(const char* name) {
  return Tokenizer::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "resources" / "models" / name);
}

}  // namespace

/// What a person reads for a token.
class TestTokenDisplay : public QObject {
  Q_OBJECT

 private slots:
  void invisibleCharactersAreShown() {
    QCOMPARE(visibleText("a\tb\nc\r"), std::string("a⇥b↵c␍"));
    QCOMPARE(visibleText(std::string("\0\x7F", 2)), std::string("␀␡"));
    QCOMPARE(visibleText("\xE2\x80\x8B"
                         "a\xEF\xBB\xBF"),
             std::string("⟨200B⟩a⟨FEFF⟩"));
    QCOMPARE(visibleText("\xCC\x81"), std::string("◌\xCC\x81"));
    QCOMPARE(visibleText("e\xCC\x81"), std::string("e\xCC\x81"));
    const std::string family = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB";  // with a joiner inside
    QCOMPARE(visibleText(family), family);
    QCOMPARE(visibleText(" a "), std::string(" a "));
  }

  void wordPieceLosesItsPrefix() {
    const auto bert = builtIn("bert");
    QCOMPARE(joined(displays(*bert, "Hello [MASK]")), std::string("[[CLS]][hel][lo][[MASK]][[SEP]]"));
    QCOMPARE(bert->displayOf(*bert->idOf("##lo")), std::string("lo"));
  }

  void byteLevelReadsAsText() {
    const auto gpt = builtIn("gpt");
    std::string all;
    for (const std::string& part : displays(*gpt, "The caf\xC3\xA9, twice\n")) all += part;
    QVERIFY2(all.starts_with("<|endoftext|>The caf"), all.c_str());
    QVERIFY2(all.find("\xC4\xA0") == std::string::npos, all.c_str());  // Ġ
    QVERIFY2(all.ends_with(" twice↵"), all.c_str());
  }

  void partsOfACharacterAreCounted() {
    const auto gpt = builtIn("gpt");
    const std::vector<std::string> parts = displays(*gpt, "\xF0\x9F\x98\x80");
    std::string all = joined(parts);
    QVERIFY2(parts.size() >= 3, all.c_str());
    const std::string count = std::to_string(parts.size() - 1);
    for (std::size_t i = 1; i < parts.size(); ++i) {
      QCOMPARE(parts[i], "\xF0\x9F\x98\x80 " + std::to_string(i) + "/" + count);
    }
  }

  /// A token says which part of a character it begins and ends with, and a group of all is the text again.
  void tokensCarryPartsOfCharacters() {
    const auto gpt = builtIn("gpt");
    for (const char* text : {"a \xF0\x9F\x98\x80\xF0\x9F\x98\x81 b", "\u4ECA\u5929 1/2", "x 1/2 2/2"}) {
      const std::vector<Token> tokens = gpt->encode(text).tokens;
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        QVERIFY(!token.begins || (token.begins.number <= token.begins.of && token.begins.of >= 2));
        if (token.ends && token.ends.number < token.ends.of) {
          QVERIFY(i + 1 < tokens.size());
          QCOMPARE(int{tokens[i + 1].begins.number}, token.ends.number + 1);
          QCOMPARE(int{tokens[i + 1].begins.of}, int{token.ends.of});
        }
      }
      const std::size_t first = tokens.front().special ? 1 : 0;
      const auto groups = spanGroups(tokens, {{static_cast<Index>(first), static_cast<Index>(tokens.size())}});
      QCOMPARE(QString::fromStdString(groups.back().token.display), QString(text));
      QVERIFY(!groups.back().token.ends);
    }
  }

  void loneBytesAreShownByNumber() {
    const auto gpt = builtIn("gpt");
    const auto id = gpt->idOf("\xC3\x83");  // the character that stands for byte C3
    QVERIFY(id.has_value());
    QCOMPARE(gpt->displayOf(*id), std::string("⟨C3⟩"));
    QVERIFY(gpt->displayOf(-1).empty());
    QVERIFY(gpt->displayOf(gpt->vocabularySize()).empty());
  }

  void marksReadAsBlanksAndFallbackBytesAsCharacters() {
    const auto llama = synthetic("llama-legacy-normalized-specials");
    const std::string all = joined(displays(*llama, "She sells"));
    QVERIFY2(all.find("\xE2\x96\x81") == std::string::npos, all.c_str());
    QVERIFY2(all.starts_with("[<s>][ ]") || all.starts_with("[<s>][ S"), all.c_str());
    const auto fallback = synthetic("unigram-bytefallback");
    const std::vector<std::string> parts = displays(*fallback, "\xF0\x9F\x98\x80");
    QVERIFY2(joined(parts).find("\xF0\x9F\x98\x80 1/4") != std::string::npos, joined(parts).c_str());
    QVERIFY2(joined(parts).find("\xF0\x9F\x98\x80 4/4") != std::string::npos, joined(parts).c_str());
  }

  void unknownTextOfUnigramIsShownItself() {
    const auto unigram = synthetic("unigram-fuse-unk");
    const std::string all = joined(displays(*unigram, "\xE2\x98\x83"));
    QVERIFY2(all.find("\xE2\x98\x83") != std::string::npos, all.c_str());
  }
};

HEADLIGHT_TEST(TestTokenDisplay)
#include "test_token_display.moc"
