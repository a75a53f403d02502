#include <QtTest>

#include "core/base/error.h"
#include "core/corpus/patterns/token_pattern.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;

namespace {

using Keys = std::vector<std::vector<Index>>;

Keys keys(const std::string& pattern, const std::vector<std::string>& words, const CorpusText& text = {}) {
  return keysOf(parsePattern(pattern), text, makeTokens(words));
}

}  // namespace

/// Which keys a pattern names.
class TestTokenPattern : public QObject {
  Q_OBJECT

 private slots:
  void byPlace() {
    const std::vector<std::string> words{"a", " b", " c"};
    QCOMPARE(keys("previous", words), (Keys{{}, {0}, {1}}));
    QCOMPARE(keys("next", words), (Keys{{1}, {2}, {}}));
    QCOMPARE(keys("own", words), (Keys{{0}, {1}, {2}}));
    QCOMPARE(keys("offset:-2", words), (Keys{{}, {}, {0}}));
    QCOMPARE(keys("offset:+2", words), (Keys{{2}, {}, {}}));
  }

  void byRepetition() {
    const std::vector<std::string> words{"[CLS]", " a", " b", " a", " c", " a", "[CLS]"};
    QCOMPARE(keys("duplicate", words), (Keys{{}, {3, 5}, {}, {1, 5}, {}, {1, 3}, {}}));
    QCOMPARE(keys("induction", words), (Keys{{}, {}, {}, {2}, {}, {2, 4}, {}}));
  }

  void bySentenceAndBracket() {
    const std::vector<std::string> words{"[CLS]", "Oh", ".", " No", " (", "it", " [", "is", "]", "))", "."};
    const Keys first = keys("first-of-sentence", words);
    QCOMPARE(first[0], (std::vector<Index>{}));
    QCOMPARE(first[2], (std::vector<Index>{1}));
    QCOMPARE(first[10], (std::vector<Index>{3}));
    QCOMPARE(keys("brackets", words), (Keys{{}, {}, {}, {}, {}, {}, {}, {}, {6}, {4}, {}}));
  }

  void bySpanAndToken() {
    CorpusText text;
    text.text = "Ann saw Bob";
    text.spans = {{"A", {0, 3}}, {"B", {8, 11}}};
    const std::vector<std::string> words{"An", "n", " saw", " Bob"};
    QCOMPARE(keys("span:B>A", words, text), (Keys{{}, {}, {}, {0, 1}}));
    QCOMPARE(keys("token:Bob>saw", words), (Keys{{}, {}, {}, {2}}));
    QCOMPARE(keys("token:*>saw", words), (Keys{{2}, {2}, {2}, {2}}));
  }

  void byColumnAndDependency() {
    CorpusText text;
    text.text = "Ann saw old Bob";
    const auto word = [&](const char* id, TextRange range, const char* tag, const char* head, const char* relation) {
      text.words.push_back({range, {id, "_", "_", tag, "_", "_", head, relation, "_", "_", "own"}});
    };
    word("1", {0, 3}, "PROPN", "2", "nsubj");
    word("2", {4, 7}, "VERB", "0", "root");
    word("3", {8, 11}, "ADJ", "4", "amod");
    word("4", {12, 15}, "PROPN", "2", "obj:x");
    const std::vector<std::string> words{"Ann", " saw", " old", " Bob"};
    QCOMPARE(keys("same:upos", words, text), (Keys{{3}, {}, {}, {0}}));
    QCOMPARE(keys("same:11", words, text)[0], (std::vector<Index>{1, 2, 3}));
    QCOMPARE(keys("tag:upos=PROPN>VERB", words, text), (Keys{{1}, {}, {}, {1}}));
    QCOMPARE(keys("head", words, text), (Keys{{1}, {}, {3}, {1}}));
    QCOMPARE(keys("dependent", words, text), (Keys{{}, {0, 3}, {}, {2}}));
    QCOMPARE(keys("deprel:obj", words, text), (Keys{{}, {}, {}, {1}}));
  }

  void whatIsNoPatternIsRefused() {
    for (const char* wrong : {"", "prev", "offset:x", "offset:", "span:A", "span:>B", "tag:upos", "tag:none=A>B", "same:0",
                              "unknown:thing"})
      QVERIFY_THROWS_EXCEPTION(Error, parsePattern(wrong));
  }
};

HEADLIGHT_TEST(TestTokenPattern)
#include "test_token_pattern.moc"
