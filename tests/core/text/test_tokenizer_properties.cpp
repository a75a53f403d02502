#include <QTest>
#include <random>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"
#include "tests/support/suite.h"
#include "reference_data.h"

using namespace headlight;

namespace {

/// Texts of characters that are treated in special ways somewhere, and of any others.
class TextMaker {
 public:
  explicit TextMaker(unsigned seed) : m_random(seed) {}

  std::string text() {
    static const char32_t kOdd[] = {0,       9,       10,      13,       ' ',    '\'',   '.',    0x85,   0xA0,
                                    0xAD,    0x130,   0x301,   0x323,    0x3C3,  0x5D0,  0x600,  0x61C,  0x939,
                                    0x93F,   0xAC00,  0x1100,  0x1161,   0x11A8, 0x200B, 0x200D, 0x2028, 0x2581,
                                    0x3000,  0x30FC,  0x4E00,  0xFB01,   0xFE0F, 0xFEFF, 0xFFFD, 0xFFFF, 0x1F3FB,
                                    0x1F468, 0x1F1E9, 0x2F800, 0x10FFFF, 0x1FA0, 0x0345, 0x1E9E, 0xDF};
    std::string text;
    const std::size_t length = below(40);
    for (std::size_t i = 0; i < length; ++i) {
      switch (below(4)) {
        case 0:
          utf8::append(text, kOdd[below(std::size(kOdd))]);
          break;
        case 1: {
          char32_t c = static_cast<char32_t>(below(0x110000));
          if (c >= 0xD800 && c <= 0xDFFF) c = 'x';
          utf8::append(text, c);
          break;
        }
        case 2:
          text += std::array{"the ", "ing", "<s>", "[MASK]", "  ", "don't", "12345", "<mask>", "</s>"}[below(9)];
          break;
        default:
          text.push_back(static_cast<char>(below(128)));
      }
    }
    return text;
  }

  std::string bytes() {
    std::string text(below(60), '\0');
    for (char& byte : text) byte = static_cast<char>(below(256));
    return text;
  }

  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(m_random); }

 private:
  std::mt19937 m_random;
};

void checkRanges(const Encoding& encoding, std::int64_t length, const std::string& text) {
  std::int64_t last = 0;
  for (const Token& token : encoding.tokens) {
    if (token.special) {
      QVERIFY(token.range == TextRange{});
      continue;
    }
    const bool within = 0 <= token.range.start && token.range.start <= token.range.end && token.range.end <= length;
    QVERIFY2(within, shown(text).c_str());
    QVERIFY2(utf8::isValid(token.display) && utf8::isValid(token.text), shown(text).c_str());
    // A trimmed blank leaves an empty range, which may stand behind the next token's.
    if (token.range.start == token.range.end) continue;
    QVERIFY2(token.range.start >= last, shown(text).c_str());
    last = token.range.start;
  }
}

}  // namespace

/// Whatever comes in: nothing crashes, ranges lie within the text and in order, a batch equals one by one.
class TestTokenizerProperties : public QObject {
  Q_OBJECT

 private slots:
  void any_data() {
    QTest::addColumn<QString>("folder");
    for (const char* name : {"gpt", "bert"}) {
      QTest::newRow(name) << QString(HEADLIGHT_SOURCE_DIR "/resources/models/") + name;
    }
    for (const auto& entry : std::filesystem::directory_iterator(tokenizerData() / "synthetic")) {
      QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }
  }
  void any() {
    QFETCH(QString, folder);
    // A model that loses characters gives ranges that are too small; one that truncates may refuse.
    const bool losesCharacters = folder.endsWith("bpe-no-unk");
    const auto tokenizer = Tokenizer::open(folder.toStdString());
    TextMaker maker(20240607);
    std::vector<std::string> texts;
    for (int i = 0; i < 150; ++i) {
      const std::string text = i % 5 == 4 ? maker.bytes() : maker.text();
      std::string valid;
      utf8::appendLossy(valid, text);
      try {
        const Encoding encoding = tokenizer->encode(text, {}, i % 2 == 0);
        if (!losesCharacters) checkRanges(encoding, static_cast<std::int64_t>(utf8::count(valid)), text);
        if (QTest::currentTestFailed()) return;
        std::vector<std::int64_t> ids;
        for (const Token& token : encoding.tokens) ids.push_back(token.id);
        QVERIFY(utf8::isValid(tokenizer->decode(ids, true)));
        tokenizer->encode(text, std::string_view(valid), true);
        texts.push_back(text);
      } catch (const Error&) {
        QVERIFY2(folder.contains("truncation"), shown(text).c_str());
      }
    }
    if (folder.contains("truncation")) return;
    std::vector<Encoding> together(texts.size());
    parallelFor(static_cast<Index>(texts.size()), [&](Index i) {
      together[static_cast<std::size_t>(i)] = tokenizer->encode(texts[static_cast<std::size_t>(i)]);
    });
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const Encoding alone = tokenizer->encode(texts[i]);
      QCOMPARE(together[i].size(), alone.size());
      for (std::size_t k = 0; k < alone.size(); ++k) QCOMPARE(together[i].tokens[k].id, alone.tokens[k].id);
    }
  }

  void byteLevelGivesTheTextBack() {
    const auto gpt = Tokenizer::open(HEADLIGHT_SOURCE_DIR "/resources/models/gpt");
    TextMaker maker(7);
    for (int i = 0; i < 300; ++i) {
      const std::string text = maker.text();
      std::vector<std::int64_t> ids;
      for (const Token& token : gpt->encode(text, {}, false).tokens) ids.push_back(token.id);
      QCOMPARE(gpt->decode(ids, false), text);
    }
  }

  void unknownIdsAreLeftOut() {
    const auto gpt = Tokenizer::open(HEADLIGHT_SOURCE_DIR "/resources/models/gpt");
    const std::int64_t the = *gpt->idOf("the");
    const std::vector<std::int64_t> ids{-1, the, std::int64_t{1} << 40, gpt->vocabularySize(), the};
    QCOMPARE(gpt->decode(ids, false), std::string("thethe"));
  }

  void textsArePadded() {
    const auto tokenizer =
        Tokenizer::open(tokenizerData() / "synthetic" / "truncation-left-stride");  // pads to multiples of 4
    const Encoding padded = tokenizer->encode("a");
    QCOMPARE(padded.size() % 4, 0U);
    QVERIFY(!padded.tokens.back().attended);
    QVERIFY(padded.tokens.back().special);
  }

  void aLongWordTakesTheSamePathAsShortOnes() {
    // Past some length merging uses a heap instead of scanning; both must find the same pairs.
    const auto gpt = Tokenizer::open(HEADLIGHT_SOURCE_DIR "/resources/models/gpt");
    std::string word;
    for (int i = 0; i < 40; ++i) word += "therefore";
    std::vector<std::int64_t> ids;
    for (const Token& token : gpt->encode(word, {}, false).tokens) ids.push_back(token.id);
    QCOMPARE(gpt->decode(ids, false), word);
    QVERIFY(ids.size() < word.size() / 2);
  }
};

HEADLIGHT_TEST(TestTokenizerProperties)
#include "test_tokenizer_properties.moc"
