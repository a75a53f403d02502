#include <QtTest>

#include "core/base/error.h"
#include "core/checkpoint/config.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::testing;

class TestConfig : public QObject {
  Q_OBJECT

 private slots:
  void readsValues();
  void refusesWrongValues();
};

void TestConfig::readsValues() {
  const Config c =
      Config::parse(R"({"n":3,"f":2.0,"none":null,"x":1e-5,"b":true,"t":"a","list":["u","v"],"numbers":[1,2.5],
    "o":{"k":4},"id2label":{"1":"b","0":"a"}})",
                    "c");
  QCOMPARE(c.size("n"), Index(3));
  QCOMPARE(c.size("f"), Index(2));
  QCOMPARE(c.size("none", 7), Index(7));
  QVERIFY(!c.has("none") && c.declares("none") && !c.declares("other"));
  QCOMPARE(c.number("x", 0), 1e-5);
  QCOMPARE(c.number("n", 0), 3.0);
  QVERIFY(c.flag("b", false) && c.flag("other", true));
  QCOMPARE(c.text("t"), std::string("a"));
  QCOMPARE(c.texts("list"), (std::vector<std::string>{"u", "v"}));
  QCOMPARE(c.numbers("numbers"), (std::vector<double>{1, 2.5}));
  QCOMPARE(c.object("o")->size("k"), Index(4));
  QCOMPARE(c.labels(), (std::map<std::int64_t, std::string>{{0, "a"}, {1, "b"}}));
}

void TestConfig::refusesWrongValues() {
  const Config c = Config::parse(
      R"({"n":-3,"zero":0,"big":1e300,"half":1.5,"t":4,"b":1,"l":{"a":1},"id2label":{"0":"a","2":"b"}})", "c");
  const auto size = [&](const char* key) { return messageOf<Error>([&] { c.size(key); }); };
  QCOMPARE(size("n"), std::string("c: 'n': expected a whole number from 1 to 134217728, found -3"));
  QCOMPARE(size("zero"), std::string("c: 'zero': expected a whole number from 1 to 134217728, found 0"));
  QCOMPARE(size("big"), std::string("c: 'big': expected a whole number from 1 to 134217728, found 1e+300"));
  QCOMPARE(size("half"), std::string("c: 'half': expected a whole number from 1 to 134217728, found 1.5"));
  QCOMPARE(size("other"), std::string("c: 'other' is missing"));
  QCOMPARE(messageOf<Error>([&] { c.text("t"); }), std::string("c: 't': expected a text, found 4"));
  QCOMPARE(messageOf<Error>([&] { c.flag("b", true); }), std::string("c: 'b': expected true or false, found 1"));
  QCOMPARE(messageOf<Error>([&] { c.texts("l"); }), std::string("c: 'l': expected a list of texts, found {\"a\":1}"));
  const Config lists = Config::parse(R"({"l":["a",3],"n":[1,2.5,"x"],"r":[[["g"],1],[["w"],"two"]]})", "c");
  QCOMPARE(messageOf<Error>([&] { lists.texts("l"); }), std::string("c: 'l'[1]: expected a text, found 3"));
  QCOMPARE(messageOf<Error>([&] { lists.numbers("n"); }), std::string("c: 'n'[2]: expected a number, found \"x\""));
  QCOMPARE(messageOf<Error>([&] { lists.integers("n"); }),
           std::string("c: 'n'[1]: expected a whole number, found 2.5"));
  QCOMPARE(messageOf<Error>([&] { lists.repeatedTexts("r"); }),
           std::string("c: 'r'[1][1]: expected a whole number, found \"two\""));
  QCOMPARE(c.labels(), (std::map<std::int64_t, std::string>{{0, "a"}, {2, "b"}}));
  QCOMPARE(messageOf<Error>([] { Config::parse(R"({"id2label":{"yes":1}})", "c").labels(); }),
           std::string("c: 'id2label': expected the numbers of classes as keys, found 'yes'"));
  QVERIFY(messageOf<Error>([] { Config::parse("{", "c"); }).starts_with("c: not valid JSON: "));
  QCOMPARE(messageOf<Error>([] { Config::parse("[]", "c"); }), std::string("c: expected a JSON object, found array"));
  QCOMPARE(messageOf<Error>([] { Config::open("/nowhere"); }),
           std::string("'/nowhere': not a model folder: config.json is missing"));
}

HEADLIGHT_TEST(TestConfig)
#include "test_config.moc"
