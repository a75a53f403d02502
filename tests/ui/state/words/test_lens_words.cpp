#include <QtTest>
#include <set>

#include "core/base/error.h"
#include "tests/support/suite.h"
#include "ui/state/words/lens_words.h"

using namespace headlight;

/// What files and the command line call lenses.
class TestLensWords : public QObject {
  Q_OBJECT
 private slots:
  void wordsAreLenses();
  void wordsAreTheirOwn();
  void wrongWordsAreNamed_data();
  void wrongWordsAreNamed();
};

void TestLensWords::wordsAreLenses() {
  QCOMPARE(lensFromWord("words"), PanelLens{});
  QCOMPARE(lensFromWord("no-specials").kind, PanelLens::Kind::WithoutSpecials);
  QCOMPARE(lensFromWord("transpose").kind, PanelLens::Kind::Transposed);
  QCOMPARE(lensFromWord("top:7").count, 7);
  QCOMPARE(lensFromWord("far:128").distance, Index(128));
  QCOMPARE(lensFromWord("threshold:0.25").threshold, 0.25);
  QVERIFY(lensFromWord("spans:1-3+5-6").spans == (std::vector<std::pair<Index, Index>>{{1, 3}, {5, 6}}));
}

void TestLensWords::wordsAreTheirOwn() {
  std::set<std::string> seen;
  for (const LensWords& words : lensWords()) {
    QVERIFY(seen.insert(words.onCommandLine).second);
    const std::string value = words.kind == PanelLens::Kind::Top         ? ":1"
                              : words.kind == PanelLens::Kind::Far       ? ":9"
                              : words.kind == PanelLens::Kind::Threshold ? ":1"
                              : words.kind == PanelLens::Kind::Spans     ? ":1-3+4-5"
                                                                         : "";
    QCOMPARE(lensFromWord(words.onCommandLine + value).kind, words.kind);
  }
}

void TestLensWords::wrongWordsAreNamed_data() {
  QTest::addColumn<QString>("word");
  QTest::addColumn<QString>("message");
  QTest::newRow("unknown") << "glass"
                           << "expected one of words, sentences";
  QTest::newRow("empty") << ""
                         << "found ''";
  QTest::newRow("no count") << "top"
                            << "expected top:N";
  QTest::newRow("half") << "top:1.5"
                        << "expected top:N";
  QTest::newRow("none") << "top:0"
                        << "expected top:N";
  QTest::newRow("letters") << "top:3x"
                           << "expected top:N";
  QTest::newRow("no distance") << "far:0"
                               << "expected far:N";
  QTest::newRow("too large") << "threshold:1.5"
                             << "expected threshold:W";
  QTest::newRow("not a number") << "threshold:nan"
                                << "expected threshold:W";
  QTest::newRow("spans that overlap") << "spans:1-3+2-5"
                                      << "expected spans:B-E";
  QTest::newRow("no span") << "spans"
                           << "expected spans:B-E";
  QTest::newRow("a value too many") << "words:3"
                                    << "expected no value";
}

void TestLensWords::wrongWordsAreNamed() {
  QFETCH(QString, word);
  QFETCH(QString, message);
  try {
    lensFromWord(word.toStdString());
    QFAIL("no error");
  } catch (const Error& error) {
    QVERIFY2(QString::fromUtf8(error.what()).contains(message), error.what());
  }
}

HEADLIGHT_TEST(TestLensWords)
#include "test_lens_words.moc"
