#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <functional>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/json_text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/config.h"
#include "tests/support/suite.h"

using namespace headlight;

/// What Python's json module writes and reads, through the readers of JSON files.
class TestJson : public QObject {
  Q_OBJECT

 private slots:
  void readersAgree_data();
  void readersAgree();
  void standardTexts_data();
  void standardTexts();
  void valuesKeepTheirMeaning();
  void anIndexIsReadAlike();
  void wholeFiles_data();
  void wholeFiles();
};

namespace {

/// Text of the key "a" as each reader finds it, or the error.
std::string throughConfig(const std::string& json) { return Config::parse(json, "c").text("a", "(none)"); }
std::string throughValue(const std::string& json) { return parseJson(json, "c").value("a", "(none)"); }

struct Reader {
  const char* name;
  std::string (*read)(const std::string& json);
};

constexpr Reader kReaders[] = {{"config.json", throughConfig}, {"values", throughValue}};

}  // namespace

void TestJson::readersAgree_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<QByteArray>("a");  // Empty where the text is no JSON to Python either.
  const auto row = [](const char* name, const QByteArray& json, const char* a) {
    QTest::newRow(name) << json << QByteArray(a);
  };
  row("plain", R"({"a":"x"})", "x");
  row("a number of 31 digits", R"({"model_max_length": 1000000000000000019884624838656, "a":"x"})", "x");
  row("the same, negative", R"({"n": -1000000000000000019884624838656, "a":"x"})", "x");
  row("one beyond 64 bits", R"({"n": 18446744073709551616, "a":"x"})", "x");
  row("the largest of 64 bits", R"({"n": 18446744073709551615, "a":"x"})", "x");
  row("400 digits", R"({"n": )" + QByteArray(400, '7') + R"(, "a":"x"})", "x");
  row("beyond a double", R"({"n": 1e400, "m": -1e400, "a":"x"})", "x");
  row("below the smallest", R"({"n": 1e-400, "a":"x"})", "x");
  row("NaN", R"({"n": NaN, "a":"x"})", "x");
  row("Infinity", R"({"n": [0.0, Infinity, -Infinity], "a":"x"})", "x");
  row("negative zero", R"({"n": -0, "m": -0.0, "a":"x"})", "x");
  row("the last of two", R"({"a":"first", "b":1, "a":"x"})", "x");
  row("a lone high surrogate", R"({"a":"x\ud83d"})", "x\xEF\xBF\xBD");
  row("a lone low surrogate", R"({"a":"\ude00x"})", "\xEF\xBF\xBDx");
  row("two high ones", R"({"a":"\ud83d\ud83d\ude00"})", "\xEF\xBF\xBD\xF0\x9F\x98\x80");
  row("a pair", R"({"a":"\ud83d\ude00"})", "\xF0\x9F\x98\x80");
  row("an escaped backslash before u", R"({"n": NaN, "a":"\\ud83d"})", "\\ud83d");
  row("words in a string", R"({"n": NaN, "a":"NaN, Infinity, 1e400 \" NaN"})", "NaN, Infinity, 1e400 \" NaN");
  row("a byte-order mark", "\xEF\xBB\xBF{\"a\":\"x\"}", "x");
  row("a byte-order mark and NaN", "\xEF\xBB\xBF{\"a\":\"x\",\"n\":NaN}", "x");
  row("Windows' ends of lines", "{\r\n \"a\": \"x\"\r\n}\r\n", "x");
  row("nested", R"({"n":)" + QByteArray(20, '[') + QByteArray(20, ']') + R"(,"a":"x"})", "x");
  row("null", R"({"a":null, "a":"x"})", "x");

  row("cut off", R"({"a":"x")", "");
  row("a bare word", R"({"a":x})", "");
  row("nan in small letters", R"({"n":nan,"a":"x"})", "");
  row("a comma too many", R"({"a":"x",})", "");
  row("single quotes", "{'a':'x'}", "");
  row("a number with a zero in front", R"({"n":012345678901234567890123,"a":"x"})", "");
  row("nothing", "", "");
  row("more behind it", R"({"a":"x"} {})", "");
  row("bytes that are no UTF-8", "{\"a\":\"\xff\"}", "");
  row("a tab in a string", "{\"a\":\"x\ty\"}", "");
}

void TestJson::readersAgree() {
  QFETCH(QByteArray, json);
  QFETCH(QByteArray, a);
  for (const Reader& reader : kReaders) {
    std::string found;
    try {
      found = reader.read(json.toStdString());
      QVERIFY2(!a.isEmpty(), (std::string(reader.name) + ": read, though Python refuses it").c_str());
    } catch (const Error& error) {
      QVERIFY2(a.isEmpty(), (std::string(reader.name) + ": " + error.what()).c_str());
      continue;
    }
    QCOMPARE(QByteArray::fromStdString(found), a);
  }
}

void TestJson::standardTexts_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<QByteArray>("standard");
  const auto row = [](const char* json, const char* standard) {
    QTest::newRow(json) << QByteArray(json) << QByteArray(standard);
  };
  row("[1, -2, 3.5, 1e3, -0, true, null]", "[1, -2, 3.5, 1e3, -0, true, null]");
  row("[9223372036854775808, -9223372036854775809]", "[9223372036854775808, -9.2233720368547758e+18]");
  row("[1e400, -1e400, 1e-400]", R"(["Infinity", "-Infinity", 1e-400])");
  row("[NaN, -Infinity]", R"(["NaN", "-Infinity"])");
  row(R"("\ud800\u0041")", R"("\uFFFD\u0041")");
  row(R"("\ud800)", R"("\uFFFD)");
  row(R"("\u12)", R"("\u12)");
  row("\"\\", "\"\\");
}

void TestJson::standardTexts() {
  QFETCH(QByteArray, json);
  QFETCH(QByteArray, standard);
  QCOMPARE(QByteArray::fromStdString(standardJson(json.toStdString())), standard);
}

void TestJson::valuesKeepTheirMeaning() {
  const Config c = Config::parse(R"({"big": 1000000000000000019884624838656, "inf": Infinity, "nan": NaN, "huge": 1e400,
    "unsigned": 18446744073709551615, "zero": -0})", "c");
  QCOMPARE(c.number("big", 0), 1e30);
  QCOMPARE(c.integer("zero", 7), std::int64_t(0));
  for (const char* key : {"inf", "nan", "huge"}) {
    QVERIFY(c.has(key));  // Never a default in place of it.
    QVERIFY_EXCEPTION_THROWN(c.number(key, 1), Error);
    QVERIFY_EXCEPTION_THROWN(c.size(key, 1), Error);
  }
  QVERIFY_EXCEPTION_THROWN(c.integer("unsigned", 1), Error);  // Not -1.
  QVERIFY_EXCEPTION_THROWN(c.integer("big", 1), Error);
  QVERIFY_EXCEPTION_THROWN(Config::parse(std::string(64, '[') + std::string(64, ']'), "c"), Error);
}

void TestJson::anIndexIsReadAlike() {
  const QTemporaryDir folder;
  const auto file = std::filesystem::path(folder.path().toStdString()) / "model.safetensors.index.json";
  std::ofstream(file)
      << "\xEF\xBB\xBF{\"metadata\": {\"total_size\": NaN}, \"weight_map\": {\"x\": \"none.safetensors\"}}";
  try {
    Checkpoint::open(file.parent_path());
    QFAIL("opened without its shard");
  } catch (const Error& error) {
    QVERIFY2(std::string(error.what()).find("'none.safetensors' is missing") != std::string::npos, error.what());
  }
}

void TestJson::wholeFiles_data() {
  QTest::addColumn<QByteArray>("content");
  QTest::addColumn<QString>("message");  // Behind the name of the file; empty where it is read.
  QTest::newRow("some bytes") << QByteArray("a\0\r\n", 4) << "";
  QTest::newRow("as many as may be") << QByteArray(60, 'x') << "";
  QTest::newRow("one more") << QByteArray(61, 'x') << "expected at most 60 bytes, found 61";
  QTest::newRow("none") << QByteArray("") << "";
  QTest::newRow("a pointer") << QByteArray("version https://git-lfs.github.com/spec/v1\n")
                             << "only a Git LFS pointer is here, not the file itself; fetch it with 'git lfs pull'";
}

void TestJson::wholeFiles() {
  QFETCH(QByteArray, content);
  QFETCH(QString, message);
  const QTemporaryDir folder;
  const auto at = std::filesystem::path(folder.path().toStdString());
  std::ofstream(at / "file", std::ios::binary) << content.toStdString();
  const auto refusal = [](const std::filesystem::path& file) -> QString {
    try {
      readFile(file, 60);
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  };
  const auto named = [&](const char* name, const QString& what) {
    return QString("'%1': %2").arg(QString::fromStdString((at / name).string()), what);
  };
  if (message.isEmpty())
    QCOMPARE(QByteArray::fromStdString(readFile(at / "file", 60)), content);
  else
    QCOMPARE(refusal(at / "file"), named("file", message));
  QCOMPARE(refusal(at / "nowhere"), named("nowhere", "file not found"));
  QCOMPARE(refusal(at),
           QString("'%1': expected a file, found something else").arg(QString::fromStdString(at.string())));
}

HEADLIGHT_TEST(TestJson)
#include "test_json.moc"
