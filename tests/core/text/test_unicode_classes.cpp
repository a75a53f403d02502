#include <QTest>
#include <functional>
#include <set>

#include "core/text/files/tokenizer_json.h"
#include "core/text/regex/pattern.h"
#include "core/text/unicode/normalization_form.h"
#include "core/text/unicode/unicode.h"
#include "reference_data.h"
#include "tests/support/suite.h"
#include "whole_text.h"

using namespace headlight;
using nlohmann::json;

namespace {

json readReference(const char* name) {
  std::ifstream stream(referenceFolder() / "tokenizers" / "unicode" / name);
  return stream ? json::parse(stream) : json();
}

bool isScalar(char32_t c) { return c < 0xD800 || c > 0xDFFF; }

std::set<char32_t> rangesOf(const std::string& text) {
  std::set<char32_t> set;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const std::size_t dash = word.find('-');
    const auto first = static_cast<char32_t>(std::stoul(word, nullptr, 16));
    const auto last =
        dash == std::string::npos ? first : static_cast<char32_t>(std::stoul(word.substr(dash + 1), nullptr, 16));
    for (char32_t c = first; c <= last; ++c) set.insert(c);
  }
  return set;
}

std::string utf8Of(char32_t c) {
  std::string text;
  utf8::append(text, c);
  return text;
}

std::string normalized(const Normalizer& steps, const std::string& text) {
  TextArena arena;
  return std::string(normalize(steps, wholeOf(text), arena).text);
}

/// Code points that a regular expression matches, found in one go over all of them.
std::set<char32_t> matchesOf(const std::string& expression) {
  static const std::string all = [] {
    std::string text;
    for (char32_t c = 0; c < 0x110000; ++c) {
      if (isScalar(c)) utf8::append(text, c);
    }
    return text;
  }();
  std::vector<ByteRange> matches;
  Pattern::regex(expression).find(all, matches);
  std::set<char32_t> set;
  for (const ByteRange& match : matches) {
    for (std::size_t at = match.start; at < match.end;) set.insert(utf8::next(all, at));
  }
  return set;
}

std::string difference(const std::set<char32_t>& expected, const std::set<char32_t>& found) {
  std::string text;
  for (const char32_t c : expected) {
    if (!found.contains(c) && text.size() < 200) text += " missing U+" + QString::number(c, 16).toStdString();
  }
  for (const char32_t c : found) {
    if (!expected.contains(c) && text.size() < 400) text += " extra U+" + QString::number(c, 16).toStdString();
  }
  return text;
}

}  // namespace

/// What the engine does with every single code point.
class TestUnicodeClasses : public QObject {
  Q_OBJECT

  json m_classes, m_mappings;

 private slots:
  void initTestCase() {
    m_classes = readReference("classes.json");
    m_mappings = readReference("mappings.json");
    if (m_classes.is_null() || m_mappings.is_null()) {
      QSKIP("NO UNICODE REFERENCE: set HEADLIGHT_REFERENCE to the folder that holds tokenizers/unicode/");
    }
  }

  void classes_data() {
    QTest::addColumn<QString>("name");
    for (const auto& [name, entry] : m_classes["classes"].items())
      QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }
  void classes() {
    QFETCH(QString, name);
    const std::string key = name.toStdString();
    const std::set<char32_t> expected = rangesOf(m_classes["classes"][key]["ranges"]);
    const std::map<std::string, std::function<bool(char32_t)>> predicates{
        {"bert clean_text removed", [](char32_t c) { return c == 0 || c == 0xFFFD || unicode::isBertControl(c); }},
        {"bert clean_text to space",
         [](char32_t c) { return c != ' ' && !unicode::isBertControl(c) && unicode::isWhitespace(c); }},
        {"bert chinese", unicode::isBertChinese},
        {"bert strip_accents removed", unicode::isBertAccent},
        {"StripAccents removed", unicode::isCombiningMark},
        {"Nmt removed", [](char32_t c) { return normalized({NmtRules{}}, utf8Of(c)).empty(); }},
        {"Nmt to space", [](char32_t c) { return c != ' ' && normalized({NmtRules{}}, utf8Of(c)) == " "; }},
        {"Strip", [](char32_t c) { return normalized({StripEnds{}}, utf8Of(c)).empty(); }},
        {"WhitespaceSplit whitespace", unicode::isWhitespace},
        {"BertPreTokenizer whitespace", unicode::isWhitespace},
        {"BertPreTokenizer punctuation", unicode::isPunctuation},
        {"Punctuation", unicode::isPunctuation},
        {"Digits", unicode::isNumeric},
        {"Whitespace word", unicode::isWord},
        {"Whitespace dropped", [](char32_t c) { return unicode::isWhitespace(c) && !unicode::isWord(c); }}};
    std::set<char32_t> found;
    if (key.starts_with("regex ")) {
      found = matchesOf(key.substr(6));
      if (key == "regex \\p{L}" || key == "regex \\p{N}") {
        // The hand-written scanner of GPT-2's words has its own idea of letters and numbers; it must be the same.
        for (char32_t c = 0; c < 0x110000; ++c) {
          if (isScalar(c))
            QCOMPARE(key == "regex \\p{L}" ? unicode::isLetter(c) : unicode::isNumber(c), expected.contains(c));
        }
      }
    } else {
      const auto predicate = predicates.find(key);
      QVERIFY2(predicate != predicates.end(), "the reference has a class that this test does not know");
      for (char32_t c = 0; c < 0x110000; ++c) {
        if (isScalar(c) && predicate->second(c)) found.insert(c);
      }
    }
    QVERIFY(!expected.empty());
    QVERIFY2(expected == found, difference(expected, found).c_str());
  }

  void mappings_data() {
    QTest::addColumn<QString>("name");
    for (const auto& [name, entry] : m_mappings["mappings"].items())
      QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }
  void mappings() {
    QFETCH(QString, name);
    const std::string key = name.toStdString();
    const std::map<std::string, Normalizer> steps{{"Lowercase", {Lowercase{}}},
                                                  {"NFC", {NormalizationForm::Nfc}},
                                                  {"NFD", {NormalizationForm::Nfd}},
                                                  {"NFKC", {NormalizationForm::Nfkc}},
                                                  {"NFKD", {NormalizationForm::Nfkd}}};
    QVERIFY2(steps.contains(key), "the reference has a mapping that this test does not know");
    const json& map = m_mappings["mappings"][key]["map"];
    // The compatibility forms list only what differs from the canonical ones.
    const json& base = key == "NFKC"   ? m_mappings["mappings"]["NFC"]["map"]
                       : key == "NFKD" ? m_mappings["mappings"]["NFD"]["map"]
                                       : map;
    const auto expectedOf = [&](char32_t c) {
      const std::string hex = QString("%1").arg(c, 4, 16, QChar('0')).toUpper().toStdString();
      const json* entry = map.contains(hex) ? &map[hex] : base.contains(hex) ? &base[hex] : nullptr;
      if (!entry) return utf8Of(c);
      std::string expected;
      std::istringstream words(entry->get<std::string>());
      for (std::string word; words >> word;)
        utf8::append(expected, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
      return expected;
    };
    int wrong = 0;
    std::string first;
    // A line for each code point, so that none meets another, and many lines at once, which is much faster.
    constexpr char32_t kBlock = 0x1000;
    for (char32_t start = 0; start < 0x110000; start += kBlock) {
      std::string text, expected;
      std::vector<char32_t> points;
      for (char32_t c = start; c < start + kBlock; ++c) {
        if (!isScalar(c) || ((key == "NFD" || key == "NFKD") && c >= 0xAC00 && c <= 0xD7A3)) continue;
        points.push_back(c);
        text += utf8Of(c) + '\n';
        expected += expectedOf(c) + '\n';
      }
      if (normalized(steps.at(key), text) == expected) continue;
      for (const char32_t c : points) {
        const std::string found = normalized(steps.at(key), utf8Of(c));
        if (expectedOf(c) == found) continue;
        ++wrong;
        if (first.empty())
          first = "U+" + QString::number(c, 16).toStdString() + ": expected " + shown(expectedOf(c)) + ", found " +
                  shown(found);
      }
      QVERIFY2(wrong > 0, "right alone, wrong among others");
    }
    QVERIFY2(wrong == 0, (std::to_string(wrong) + " wrong, " + first).c_str());
  }
};

HEADLIGHT_TEST(TestUnicodeClasses)
#include "test_unicode_classes.moc"
