#include <QtTest>

#include "core/base/error.h"
#include "core/base/nearest_names.h"
#include "core/model/model_folder.h"
#include "core/text/pipeline/pipeline.h"
#include "core/text/token_names.h"
#include "core/text/tokenizer.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::testing::messageOf;

namespace {

std::vector<Token> tokensOf(const std::string& text, const char* model = "gpt") {
  return Tokenizer::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "resources/models" / model)->encode(text).tokens;
}

}  // namespace

/// The tokens of a text as people name them.
class TestTokenNames : public QObject {
  Q_OBJECT

 private slots:
  void aWordIsAllItsTokens() {
    for (const char* model : {"gpt", "bert"}) {
      const std::vector<Token> tokens = tokensOf("The unfathomable cat sat.", model);
      const NamedTokens word = tokensNamed("unfathomable", tokens);
      QVERIFY(word.end - word.begin > 1);
      std::string text;
      for (Index i = word.begin; i < word.end; ++i) text += tokens[static_cast<std::size_t>(i)].display;
      QCOMPARE(QString::fromStdString(text).trimmed(), QString("unfathomable"));
      const std::string last = tokens[static_cast<std::size_t>(word.end - 1)].display;
      QCOMPARE(tokensNamed("piece:" + last, tokens), (NamedTokens{word.end - 1, word.end}));
      const std::string refused = messageOf<Error>([&] { tokensNamed(last, tokens); });
      QVERIFY2(refused.find("piece:" + last) != std::string::npos, refused.c_str());
    }
  }

  void severalAreToldApart() {
    const std::vector<Token> tokens = tokensOf("the cat and the dog and The end");
    const std::string several = messageOf<Error>([&] { tokensNamed("the", tokens); });
    QVERIFY2(several.find("the#1 (token 1") != std::string::npos &&
                 several.find("the#2 (token 4, after 'and')") != std::string::npos,
             several.c_str());
    QCOMPARE(tokensNamed("the#1", tokens), (NamedTokens{1, 2}));
    QCOMPARE(tokensNamed("the#2", tokens), (NamedTokens{4, 5}));
    QCOMPARE(tokensNamed("The", tokens), (NamedTokens{7, 8}));
    QCOMPARE(tokensNamed("DOG", tokens), (NamedTokens{5, 6}));
    const std::string third = messageOf<Error>([&] { tokensNamed("the#3", tokens); });
    QVERIFY2(third.find("2 times") != std::string::npos, third.c_str());
    QVERIFY(!messageOf<Error>([&] { tokensNamed("the#0", tokens); }).empty());
    QVERIFY(!messageOf<Error>([&] { tokensNamed("the#-1", tokens); }).empty());
  }

  void wordsNextToEachOther() {
    const std::vector<Token> tokens = tokensOf("Harry Potter saw Harry Potter's owl.");
    QCOMPARE(tokensNamed("Harry Potter#1", tokens).begin, Index(1));
    QCOMPARE(tokensNamed("owl.", tokens).end, static_cast<Index>(tokens.size()));
    const NamedTokens saw = tokensNamed("saw Harry", tokens);
    QCOMPARE(tokensNamed("saw", tokens).begin, saw.begin);
    QCOMPARE(tokensNamed("Harry#2", tokens).end, saw.end);
  }

  void numbersAreTokensFirst() {
    const std::vector<Token> tokens = tokensOf("in 1987 or 2 years");
    QCOMPARE(tokensNamed("2", tokens), (NamedTokens{2, 3}));
    const NamedTokens year = tokensNamed("1987", tokens);
    QVERIFY(year.begin == 2 && year.end > year.begin);
    QVERIFY(tokensNamed("2#1", tokens).begin > 2);
    const std::string far = messageOf<Error>([&] { tokensNamed("99", tokens); });
    QVERIFY2(far.find("expected 0 to " + std::to_string(tokens.size() - 1)) != std::string::npos, far.c_str());
    QVERIFY(!messageOf<Error>([&] { tokensNamed("99999999999999999999", tokens); }).empty());
    QVERIFY(!messageOf<Error>([&] { tokensNamed("", tokens); }).empty());
  }

  void specialTokensHaveTheirNames() {
    QCOMPARE(tokensNamed("[CLS]", tokensOf("a cat", "bert")), (NamedTokens{0, 1}));
    QCOMPARE(tokensNamed("<|endoftext|>", tokensOf("a cat")), (NamedTokens{0, 1}));
  }

  void nearWordsAreNamed() {
    const std::string near = messageOf<Error>([&] { tokensNamed("chsed", tokensOf("a dog chased a cat")); });
    QVERIFY2(near.find("did you mean 'chased'?") != std::string::npos, near.c_str());
    QVERIFY(messageOf<Error>([&] { tokensNamed("zebra", tokensOf("a dog")); }).find("did you mean") ==
            std::string::npos);
  }

  /// A token that a model wrote has no place in a text: the vocabulary says where words begin.
  void tokensOfIdsAreWordsToo() {
    Vocabulary vocabulary;
    for (const char* word : {"the", "star", "of", "night", "[UNK]"})
      vocabulary.add(word, static_cast<std::uint32_t>(vocabulary.size()));
    PipelineParts words{.model = WordLevel(std::move(vocabulary), "[UNK]")};
    words.preTokenizer.emplace_back(WhitespaceSplit{});
    const auto whole = Tokenizer::of(std::move(words));
    std::vector<Token> tokens = whole->encode("the star").tokens;
    for (const std::int64_t id : {2, 1, 3}) appendId(id, whole.get(), tokens);
    QCOMPARE(tokensNamed("of", tokens), (NamedTokens{2, 3}));
    QCOMPARE(tokensNamed("star#2", tokens), (NamedTokens{3, 4}));
    QCOMPARE(tokensNamed("star night", tokens), (NamedTokens{3, 5}));

    for (const char* model : {"gpt", "bert"}) {
      const auto pieces = Tokenizer::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "resources/models" / model);
      const std::vector<Token> read = pieces->encode("The unfathomable cat sat.").tokens;
      std::vector<Token> written;
      for (const Token& token : read) appendId(token.id, pieces.get(), written);
      for (const char* name : {"The", "unfathomable", "cat", "unfathomable cat sat"})
        QCOMPARE(tokensNamed(name, written), tokensNamed(name, read));
    }
    // Without a tokenizer every id is a word.
    std::vector<Token> numbers;
    for (const std::int64_t id : {30, 41, 52}) appendId(id, nullptr, numbers);
    QCOMPARE(tokensNamed("41", numbers), (NamedTokens{1, 2}));
  }

  void nearestNamesComeFirst() {
    const std::vector<std::string> names{"gpt", "bert", "openai-community/gpt2", "sentiment"};
    QCOMPARE(nearestNames("gpt2", names), (std::vector<std::string>{"openai-community/gpt2", "gpt"}));
    QCOMPARE(nearestNames("BRET", names), std::vector<std::string>());
    QCOMPARE(nearestNames("bret", {"bert", "brt"}), (std::vector<std::string>{"brt"}));
    QCOMPARE(nearestNames("sentimnt", names), (std::vector<std::string>{"sentiment"}));
    QCOMPARE(inQuotesOr({"a", "b", "c"}), std::string("'a', 'b' or 'c'"));
    QCOMPARE(stepsBetween("kitten", "sitting"), std::size_t(3));
  }
};

HEADLIGHT_TEST(TestTokenNames)
#include "test_token_names.moc"
