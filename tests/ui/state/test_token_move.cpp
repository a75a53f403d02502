#include <QTest>

#include "tests/support/suite.h"
#include "ui/state/token_move.h"

using namespace headlight;

namespace {

using Range = std::optional<std::pair<Index, Index>>;

/// A special first token, then one for each word.
std::vector<Token> words(const QString& text) {
  std::vector<Token> tokens(1);
  tokens[0].special = true;
  std::int64_t at = 0;
  for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
    Token token;
    token.text = word.toStdString();
    token.sequence = 0;
    token.range = {at, at + word.size()};
    at = token.range.end + 1;
    tokens.push_back(token);
  }
  return tokens;
}

}  // namespace

class TestTokenMove : public QObject {
  Q_OBJECT
 private slots:
  void aRangeFollowsAnEdit_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("nowBegin");
    QTest::addColumn<int>("nowEnd");
    const auto row = [](const char* name, const char* a, const char* b, int begin, int end, int nowBegin, int nowEnd) {
      QTest::newRow(name) << a << b << begin << end << nowBegin << nowEnd;
    };
    row("the same", "a b c d", "a b c d", 2, 4, 2, 4);
    row("a word before", "a b c d", "a x b c d", 2, 4, 3, 5);
    row("a word right before", "a b c d", "a x b c d", 2, 3, 3, 4);
    row("a word right behind", "a b c d", "a b x c d", 2, 3, 2, 3);
    row("a word within", "a b c d", "a b x c d", 2, 4, 2, 5);
    row("a word at the end", "a b c d", "a b c d x", 2, 4, 2, 4);
    row("a word before is gone", "a b c d", "b c d", 2, 4, 1, 3);
    row("its first word is gone", "a b c d", "a c d", 2, 4, 2, 3);
    row("its only word is gone", "a b c d", "a c d", 2, 3, -1, -1);
    row("its only word is another", "a b c d", "a x c d", 2, 3, 2, 3);
    row("its only word is two", "a b c d", "a x y c d", 2, 3, 2, 4);
    row("a word within is another", "a b c d", "a b x d", 2, 5, 2, 5);
    row("an edit over its end", "a b c d e", "a b x e", 2, 4, 2, 3);
    row("an edit over its beginning", "a b c d e", "a x d e", 3, 5, 3, 4);
    row("an edit over all of it", "a b c d e", "a x e", 3, 4, -1, -1);
    row("another text", "a b c", "x y", 1, 4, 1, 3);
    row("an empty text", "a b c", "", 1, 4, -1, -1);
  }
  void aRangeFollowsAnEdit() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(int, nowBegin);
    QFETCH(int, nowEnd);
    const Range now = TokenMove::byEdit(words(before), words(after)).of(begin, end);
    QCOMPARE(now ? now->first : -1, Index(nowBegin));
    QCOMPARE(now ? now->second : -1, Index(nowEnd));
  }

  void anotherTokenizerHasTheSameCharacters() {
    const std::vector<Token> whole = words("unhappy cats sleep");
    std::vector<Token> pieces(5);
    const std::int64_t ends[][2] = {{0, 2}, {2, 7}, {8, 12}, {13, 16}, {16, 18}};
    for (std::size_t i = 0; i < 5; ++i) {
      pieces[i].range = {ends[i][0], ends[i][1]};
      pieces[i].sequence = 0;
    }
    const TokenMove apart = TokenMove::byCharacters(whole, pieces);
    QVERIFY(apart.of(1, 2) == Range({0, 2}));
    QVERIFY(apart.of(2, 4) == Range({2, 5}));
    QVERIFY(!apart.of(0));
    const TokenMove together = TokenMove::byCharacters(pieces, whole);
    QVERIFY(together.of(1, 3) == Range({1, 3}));
    QVERIFY(together.of(4) == std::optional<Index>(3));
  }

  void aStateKeepsWhatIsLeft() {
    WorkspaceState state;
    state.panels.resize(2);
    PanelLens spans;
    spans.kind = PanelLens::Kind::Spans;
    spans.spans = {{1, 3}, {4, 5}};
    state.panels[0].lenses = {PanelLens(), spans};
    spans.spans = {{4, 5}};
    state.panels[1].lenses = {spans};
    state.token = 5;
    const auto span = [](Index first, Index last) { return TokenPick{TokenPick::Kind::Span, first, last}; };
    state.changes = {{Cap{{span(4, 4)}, 0.5, {}}},
                     {Mask{{span(4, 5)}, {{TokenPick::Kind::Sink}}, {}}},
                     {Mask{{}, {span(1, 1), span(4, 4)}, {}}}};
    const WorkspaceState now = moved(state, TokenMove::byEdit(words("a b c d e"), words("x a b c e")));
    // Two edits at once are one: "x" came, "d" went, and what lies between is new.
    const WorkspaceState gone = moved(state, TokenMove::byEdit(words("a b c d e"), words("a b c e")));
    QVERIFY(gone.token == std::optional<Index>(4));
    QCOMPARE(gone.panels[0].lenses.size(), std::size_t(2));
    QVERIFY((gone.panels[0].lenses[1].spans == std::vector<std::pair<Index, Index>>{{1, 3}}));
    QVERIFY(gone.panels[1].lenses.empty());
    QVERIFY(gone.changes[0] == state.changes[0]);
    QVERIFY((std::get<Mask>(gone.changes[1].what).queries == TokenSet{span(4, 4)}));
    QVERIFY((std::get<Mask>(gone.changes[1].what).keys == TokenSet{{TokenPick::Kind::Sink}}));
    QVERIFY((std::get<Mask>(gone.changes[2].what).keys == TokenSet{span(1, 1)}));
    QVERIFY(now.token == std::optional<Index>(5));
  }
};

HEADLIGHT_TEST(TestTokenMove)
#include "test_token_move.moc"
