#include "core/text/regex/pattern.h"

#include <QTest>

#include "core/base/error.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

std::string errorOf(const char* expression, const std::string& text = "x") {
  try {
    std::vector<ByteRange> matches;
    Pattern::regex(expression).find(text, matches);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

/// Regular expressions in Oniguruma's syntax.
class TestPattern : public QObject {
  Q_OBJECT

 private slots:
  void hostileExpressionsGiveUp() {
    const std::string text(3000, 'a');
    const std::string found = errorOf("^(?:a|aa)+[bc]", text);
    QVERIFY2(found.find("gave up") != std::string::npos, found.c_str());
  }

  void expressionsAreTranslated() {
    const auto matches = [](const char* expression, const std::string& text) {
      std::vector<ByteRange> found;
      Pattern::regex(expression).find(text, found);
      std::vector<std::string> parts;
      for (const ByteRange& match : found) parts.push_back(text.substr(match.start, match.end - match.start));
      return parts;
    };
    using Parts = std::vector<std::string>;
    QCOMPARE(matches(R"(\h+)", "xyz0Fg"), Parts{"0F"});                  // hexadecimal digits, not blanks
    QCOMPARE(matches("a{,2}b", "aaab"), Parts{"aab"});                   // {,n} means {0,n}
    QCOMPARE(matches("[a-z&&[^aeiou]]+", "hello"), (Parts{"h", "ll"}));  // intersection
    QCOMPARE(matches(R"([^\S\n]+)", "a \t\nb"), Parts{" \t"});
    QCOMPARE(matches("a(?i)b|c", "aB AC ac"), (Parts{"aB", "ac"}));  // the option holds the alternatives, too
    QCOMPARE(matches("(?m:a.b)", "a\nb"), Parts{"a\nb"});            // m: the dot matches line feeds
    QCOMPARE(matches("^b$", "a\nb\nc"), Parts{"b"});                 // always by line
    QCOMPARE(matches("[[:digit:][:upper:]]+", "a1B2c"), Parts{"1B2"});
    QCOMPARE(matches(R"([\w&&[^\d_]]+)", "ab12_c"), (Parts{"ab", "c"}));
    QCOMPARE(matches("\\w+", "x\xC2\xBD"), Parts{"x\xC2\xBD"});  // a half is a word character alone …
    QCOMPARE(matches("[\\w]+", "x\xC2\xBD"), Parts{"x"});        // … but not within a class
    QCOMPARE(matches("\\p{InBasicLatin}+", "ab\xC3\xA9"), Parts{"ab"});
    QCOMPARE(matches("x{2}+", "xxxxx"), Parts{"xxxx"});  // repeats the interval
    QCOMPARE(matches("\\bthe\\b", "the other"), Parts{"the"});
    QCOMPARE(matches(R"(\p{^L}+)", "ab12c"), Parts{"12"});
    QCOMPARE(matches("\\x{263A}|\\u263B", "\xE2\x98\xBA\xE2\x98\xBB"), (Parts{"\xE2\x98\xBA", "\xE2\x98\xBB"}));
    // An open class; written as a number because Qt's meta-object compiler counts brackets within strings.
    QVERIFY(errorOf("\x5B"
                    "a")
                .find("expected ']'") != std::string::npos);
    QVERIFY(errorOf("(?~abc)").find("not supported") != std::string::npos);
    QVERIFY(errorOf("a)").find("expected '('") != std::string::npos);
    QVERIFY(errorOf("*a").find("in front of '*'") != std::string::npos);
  }
};

HEADLIGHT_TEST(TestPattern)
#include "test_pattern.moc"
