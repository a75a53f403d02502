#include <QtTest>

#include "core/analysis/alignment.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;

namespace {

/// "a=a" for a pair, "a-" for a deletion, "+b" for an insertion.
QString described(const std::vector<Token>& a, const std::vector<Token>& b, const std::vector<AlignedPair>& pairs) {
  QStringList parts;
  for (const AlignedPair& pair : pairs) {
    const auto text = [](const std::vector<Token>& tokens, Index i) {
      return QString::fromStdString(tokens[static_cast<std::size_t>(i)].display).trimmed();
    };
    if (pair.a && pair.b)
      parts << text(a, *pair.a) + "=" + text(b, *pair.b);
    else if (pair.a)
      parts << text(a, *pair.a) + "-";
    else
      parts << "+" + text(b, *pair.b);
  }
  return parts.join(' ');
}

std::vector<Token> tokensOf(const std::vector<TokenGroup>& groups) {
  std::vector<Token> tokens;
  for (const TokenGroup& group : groups) tokens.push_back(group.token);
  return tokens;
}

}  // namespace

class TestAlignment : public QObject {
  Q_OBJECT
 private slots:
  void findsKnownEdits_data() {
    QTest::addColumn<QStringList>("a");
    QTest::addColumn<QStringList>("b");
    QTest::addColumn<QString>("expected");
    QTest::newRow("same") << QStringList{"x", "y"} << QStringList{"x", "y"} << "x=x y=y";
    QTest::newRow("both empty") << QStringList{} << QStringList{} << "";
    QTest::newRow("all new") << QStringList{} << QStringList{"x", "y"} << "+x +y";
    QTest::newRow("all gone") << QStringList{"x", "y"} << QStringList{} << "x- y-";
    QTest::newRow("inserted") << QStringList{"the", "cat", "sat"} << QStringList{"the", "old", "cat", "sat"}
                              << "the=the +old cat=cat sat=sat";
    QTest::newRow("deleted") << QStringList{"the", "old", "cat"} << QStringList{"the", "cat"} << "the=the old- cat=cat";
    QTest::newRow("replaced") << QStringList{"the", "cat", "sat"} << QStringList{"the", "dog", "sat"}
                              << "the=the cat- +dog sat=sat";
    QTest::newRow("nothing common") << QStringList{"a", "b"} << QStringList{"c"} << "a- b- +c";
    QTest::newRow("repeats") << QStringList{"a", "b", "a", "b"} << QStringList{"a", "b", "a", "b", "a", "b"}
                             << "a=a b=b a=a b=b +a +b";
  }
  void findsKnownEdits() {
    QFETCH(QStringList, a);
    QFETCH(QStringList, b);
    QFETCH(QString, expected);
    const auto make = [](const QStringList& words) {
      std::vector<std::string> texts;
      for (const QString& word : words) texts.push_back(word.toStdString());
      return makeTokens(texts);
    };
    const auto tokensA = make(a), tokensB = make(b);
    QCOMPARE(described(tokensA, tokensB, alignTokens(tokensA, tokensB)), expected);
  }

  void everyAlignmentIsCompleteAndInOrder() {
    std::mt19937 random(7);
    const std::vector<std::string> words = {"a", "b", "c", "d"};
    for (int round = 0; round < 300; ++round) {
      const auto make = [&] {
        std::vector<std::string> texts(random() % 12);
        for (auto& text : texts) text = words[random() % words.size()];
        return makeTokens(texts);
      };
      const auto a = make(), b = make();
      Index nextA = 0, nextB = 0, equal = 0;
      for (const AlignedPair& pair : alignTokens(a, b)) {
        if (pair.a) QCOMPARE(*pair.a, nextA++);
        if (pair.b) QCOMPARE(*pair.b, nextB++);
        if (pair.a && pair.b) {
          QCOMPARE(a[static_cast<std::size_t>(*pair.a)].text, b[static_cast<std::size_t>(*pair.b)].text);
          ++equal;
        }
      }
      QCOMPARE(nextA, static_cast<Index>(a.size()));
      QCOMPARE(nextB, static_cast<Index>(b.size()));
      // As many pairs as the longest common subsequence, found the slow way.
      std::vector<std::vector<Index>> best(a.size() + 1, std::vector<Index>(b.size() + 1, 0));
      for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j)
          best[i + 1][j + 1] = a[i].text == b[j].text ? best[i][j] + 1 : std::max(best[i][j + 1], best[i + 1][j]);
      QCOMPARE(equal, best[a.size()][b.size()]);
    }
  }

  void longTextsThatHaveLittleInCommon() {
    std::vector<std::string> a, b;
    for (int i = 0; i < 6000; ++i) {
      a.push_back("a" + std::to_string(i));
      b.push_back((i / 100) % 20 == 19 ? a.back() : "b" + std::to_string(i));
    }
    Index nextA = 0, nextB = 0, equal = 0;
    for (const AlignedPair& pair : alignTokens(makeTokens(a), makeTokens(b))) {
      if (pair.a) QCOMPARE(*pair.a, nextA++);
      if (pair.b) QCOMPARE(*pair.b, nextB++);
      if (!pair.a || !pair.b) continue;
      QCOMPARE(a[static_cast<std::size_t>(*pair.a)], b[static_cast<std::size_t>(*pair.b)]);
      ++equal;
    }
    QCOMPARE(nextA, Index(6000));
    QCOMPARE(nextB, Index(6000));
    QCOMPARE(equal, Index(300));
  }

  void differentTokenizersMeetAtCommonCharacters() {
    const auto a = makeTokens({"[CLS]", "un", "believ", "able", " cats", "[SEP]"});
    const auto b = makeTokens({"unbel", "ievable", " cat", "s"});
    const CommonGroups common = alignCharacters(a, b);
    QCOMPARE(described(tokensOf(common.a), tokensOf(common.b), common.pairs),
             QString("[CLS]- unbelievable=unbelievable cats=cats [SEP]-"));
    // The groups cover each side.
    QCOMPARE(common.a.back().end, static_cast<Index>(a.size()));
    QCOMPARE(common.b.back().end, static_cast<Index>(b.size()));
  }

  void sameTokenizationStaysAsItIs() {
    const auto tokens = makeTokens({"a", " b", "c", " d"});
    QCOMPARE(alignCharacters(tokens, tokens).pairs.size(), tokens.size());
  }
};

HEADLIGHT_TEST(TestAlignment)
#include "test_alignment.moc"
