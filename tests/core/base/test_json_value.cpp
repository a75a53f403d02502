#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_depth.h"
#include "core/base/json_value.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;
using nlohmann::json;

namespace {

/// What reading a value of `text` under the place "'a.json'" says.
template <class Read>
QString said(const char* text, const Read& read) {
  const json value = json::parse(text);
  return shownMessageOf([&] { read(JsonValue(value, "'a.json'")); });
}

}  // namespace

class TestJsonValue : public QObject {
  Q_OBJECT

 private slots:
  void everyMessageNamesThePlace() {
    QCOMPARE(said(R"({"a": {"b": [1, "x"]}})", [](const JsonValue& v) { v.at("a").at("b").list()[1].number(); }),
             "'a.json': 'a': 'b'[1]: expected a number, found \"x\"");
    QCOMPARE(said(R"({"a": null})", [](const JsonValue& v) { v.at("a"); }), "'a.json': 'a' is missing");
    QCOMPARE(said("[1]", [](const JsonValue& v) { v.at("a"); }), "'a.json': expected an object, found [1]");
    QCOMPARE(said("[1, 2, 3]", [](const JsonValue& v) { v.list("a list of layers", 2); }),
             "'a.json': expected a list of layers of at most 2, found 3");
    QCOMPARE(said("1", [](const JsonValue& v) { v.flag(); }), "'a.json': expected true or false, found 1");
    QCOMPARE(said("true", [](const JsonValue& v) { v.text(); }), "'a.json': expected a text, found true");
  }

  void wholeNumbersAreOfSixtyFourBits() {
    const auto whole = [](const char* text) {
      const json value = json::parse(text);
      return JsonValue(value, "x").integer();
    };
    QCOMPARE(whole("9223372036854775807"), std::int64_t{INT64_MAX});
    QCOMPARE(whole("-9223372036854775808"), std::int64_t{INT64_MIN});
    for (const char* text : {"9223372036854775808", "18446744073709551615", "1.5", "1.0", "1e3", "\"1\"", "true"})
      QVERIFY2(said(text, [](const JsonValue& v) { v.integer(); }).contains("expected a whole number"), text);
  }

  void rangesIncludeTheirEnds() {
    const json one = 1;
    QCOMPARE(JsonValue(one, "x").number(1, 1, "one"), 1.0);
    for (const char* text : {"0", "1.0000001", "\"1\"", "true", "null"})
      QVERIFY2(said(text, [](const JsonValue& v) { v.number(1, 1, "one"); }).contains("expected one"), text);
  }

  /// A value in a message is short, and no character of it is cut in two.
  void longValuesAreCutBetweenCharacters() {
    QCOMPARE(shortText("abc"), std::string("\"abc\""));
    for (std::size_t begin = 50; begin < 64; ++begin) {
      const std::string text = shortText(std::string(begin, 'a') + std::string(20, 'b') + "äöü€😀äöü");
      QVERIFY(text.size() <= 63 && QString::fromUtf8(text.c_str()).toUtf8().toStdString() == text);
      const std::string letters = shortText(std::string(begin, 'a') + "😀😀😀😀");
      QVERIFY(!QString::fromUtf8(letters.c_str()).contains(QChar::ReplacementCharacter));
    }
    QVERIFY(shortText("\xff\xfe").find("\xef\xbf\xbd") != std::string::npos);
  }

  void depthIsThatOfBrackets() {
    QVERIFY(!isNestedDeeperThan("[[1], {\"a\": [2]}]", 3));
    QVERIFY(isNestedDeeperThan("[[1], {\"a\": [2]}]", 2));
    QVERIFY(!isNestedDeeperThan("[\"[[[[\", \"\\\"[[[[\"]", 1));
    QVERIFY(!isNestedDeeperThan("[\"a\\\\\", \"[[\"]", 1));
    QVERIFY(isNestedDeeperThan(std::string(1'000'000, '['), 100));
    QVERIFY(!isNestedDeeperThan("]]]][", 1));
  }
};

HEADLIGHT_TEST(TestJsonValue)
#include "test_json_value.moc"
