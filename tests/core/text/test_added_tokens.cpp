#include <QTest>

#include "core/text/pipeline/added_tokens.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

struct Found {
  std::string text;
  std::int64_t id;
  bool operator==(const Found&) const = default;
};

std::vector<Found> extract(const AddedTokens& tokens, const std::string& text, const Normalizer& normalizer = {}) {
  TextArena arena;
  std::vector<Piece> pieces;
  tokens.extract({text, nullptr, 0, {0, static_cast<std::uint32_t>(text.size())}}, normalizer, arena, pieces);
  std::vector<Found> found;
  for (const Piece& piece : pieces) found.push_back({std::string(piece.text.text), piece.addedId});
  return found;
}

AddedToken raw(const std::string& content) {
  AddedToken token;
  token.content = content;
  token.normalized = false;
  return token;
}

}  // namespace

class TestAddedTokens : public QObject {
  Q_OBJECT

  Vocabulary m_vocabulary;

 private slots:
  void initTestCase() {
    m_vocabulary.add("a", 0);
    m_vocabulary.add("<m>", 1);
  }

  void idsComeFromTheVocabularyAndThenFollowIt() {
    AddedToken wished = raw("<w>");
    wished.id = 7;
    const AddedTokens tokens({raw("<m>"), raw("<n>"), wished, raw("<o>"), raw("")}, m_vocabulary, {});
    QCOMPARE(tokens.idOf("<m>"), std::optional<std::uint32_t>(1));
    QCOMPARE(tokens.idOf("<n>"), std::optional<std::uint32_t>(2));
    QCOMPARE(tokens.idOf("<w>"), std::optional<std::uint32_t>(7));
    QCOMPARE(tokens.idOf("<o>"), std::optional<std::uint32_t>(8));
    QVERIFY(!tokens.idOf(""));
    QCOMPARE(tokens.idBound(), 9U);
  }

  void theLongestTokenAtTheLeftmostPlaceWins() {
    const AddedTokens tokens({raw("<m>"), raw("<m>x"), raw("m>xy")}, m_vocabulary, {});
    QCOMPARE(extract(tokens, "a<m>xy"), (std::vector<Found>{{"a", -1}, {"<m>x", 2}, {"y", -1}}));
  }

  void stripsTakeTheBlanks() {
    AddedToken left = raw("<l>"), right = raw("<r>");
    left.lstrip = true;
    right.rstrip = true;
    const AddedTokens tokens({left, right}, m_vocabulary, {});
    QCOMPARE(extract(tokens, "a \t<l> b"), (std::vector<Found>{{"a", -1}, {" \t<l>", 2}, {" b", -1}}));
    QCOMPARE(extract(tokens, "a <r>\n b"), (std::vector<Found>{{"a ", -1}, {"<r>\n ", 3}, {"b", -1}}));
    // What one token took is not taken again by the next.
    QCOMPARE(extract(tokens, "<r>  <l>"), (std::vector<Found>{{"<r>  ", 3}, {"<l>", 2}}));
  }

  void singleWordsNeedNoWordBesideThem() {
    AddedToken word = raw("cat");
    word.singleWord = true;
    const AddedTokens tokens({word}, m_vocabulary, {});
    QCOMPARE(extract(tokens,
                     "cat, concat cats \xC3\xA9"
                     "cat")
                 .size(),
             2U);
    QCOMPARE(extract(tokens, "(cat)"), (std::vector<Found>{{"(", -1}, {"cat", 2}, {")", -1}}));
  }

  void normalizedTokensAreFoundInTheNormalizedText() {
    AddedToken token;
    token.content = "Yesterday";
    const Normalizer lower{Lowercase{}};
    const AddedTokens tokens({token}, m_vocabulary, lower);
    QCOMPARE(extract(tokens, "A YESTERDAY", lower), (std::vector<Found>{{"a ", -1}, {"yesterday", 2}}));
    QCOMPARE(tokens.tokenOf(2), std::optional<std::string_view>("yesterday"));
    QCOMPARE(tokens.contentOf(2), std::optional<std::string_view>("Yesterday"));
  }

  void rawTokensAreFoundBeforeTheNormalizerRuns() {
    const Normalizer lower{Lowercase{}};
    const AddedTokens tokens({raw("[MASK]")}, m_vocabulary, lower);
    QCOMPARE(extract(tokens, "A[MASK][mask]", lower), (std::vector<Found>{{"a", -1}, {"[MASK]", 2}, {"[mask]", -1}}));
  }
};

HEADLIGHT_TEST(TestAddedTokens)
#include "test_added_tokens.moc"
