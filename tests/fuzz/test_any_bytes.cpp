#include <QTest>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>

#include "tests/fuzz/fuzz_target.h"
#include "tests/support/suite.h"

using namespace headlight::fuzz;
namespace fs = std::filesystem;

namespace {

/// `input` with some bytes changed, taken out, doubled or replaced by what breaks sizes and nesting.
std::string changed(std::string input, std::mt19937& random) {
  static const std::vector<std::string> kPieces = {"\xff\xff\xff\xff",
                                                   std::string(4, '\0'),
                                                   "[[[[[[[[",
                                                   "{\"a\":",
                                                   "-1",
                                                   "9223372036854775807",
                                                   "1e999",
                                                   "\"",
                                                   "null",
                                                   "../",
                                                   "\xc3\x28"};
  const auto below = [&random](std::size_t end) {
    return end == 0 ? std::size_t{0} : std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
  };
  for (std::size_t times = 1 + below(4); times > 0; --times) {
    const std::size_t at = below(input.size()), length = std::min(1 + below(32), input.size() - at);
    switch (below(5)) {
      case 0:
        if (!input.empty()) input[at] = static_cast<char>(below(256));
        break;
      case 1:
        input.erase(at, length);
        break;
      case 2:
        input.insert(below(input.size()), input.substr(at, length));
        break;
      case 3:
        input.replace(at, std::min<std::size_t>(length, 4), kPieces[below(kPieces.size())]);
        break;
      default:
        input.resize(at);
    }
  }
  return input;
}

Target targetNamed(const std::string& name) {
  for (const Target& target : targets())
    if (name == target.name) return target;
  qFatal("no target %s", name.c_str());
}

}  // namespace

/// The fuzz targets under an ordinary compiler.
class TestAnyBytes : public QObject {
  Q_OBJECT

  void eachTarget() {
    QTest::addColumn<QString>("target");
    QVERIFY(targets().size() >= 12);
    for (const Target& target : targets()) QTest::newRow(target.name) << target.name;
  }

 private slots:
  void theFirstSeedIsRead_data() { eachTarget(); }
  /// Or the other tests would only see what is refused at once.
  void theFirstSeedIsRead() {
    QFETCH(QString, target);
    const Target tested = targetNamed(target.toStdString());
    QCOMPARE(QString::fromStdString(tested.run(tested.seeds().at(0))), QString());
  }

  void changedSeedsAreReadOrRefused_data() { eachTarget(); }
  void changedSeedsAreReadOrRefused() {
    QFETCH(QString, target);
    const Target tested = targetNamed(target.toStdString());
    const std::vector<std::string> seeds = tested.seeds();
    const int inputs = std::max(qEnvironmentVariableIntValue("HEADLIGHT_ANY_BYTES"), 400);
    std::mt19937 random(7);
    int refused = 0;
    for (int i = 0; i < inputs; ++i)
      refused += !tested.run(changed(seeds[static_cast<std::size_t>(i) % seeds.size()], random)).empty();
    tested.run({});
    if (target != "text") QVERIFY2(refused > inputs / 20, "hardly anything was broken");
  }

  void brokenFiles_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("message");
    // One object a line: what is wrong, the target, the file (or the text itself, or a piece and how often), the
    // message.
    std::ifstream lines(fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/broken/broken.jsonl");
    for (std::string line; std::getline(lines, line);) {
      const auto record = nlohmann::json::parse(line);
      const auto field = [&](const char* key) { return QString::fromStdString(record.value(key, std::string())); };
      QTest::newRow(field("name").toUtf8())
          << field("target") << QString::fromStdString(record.dump()) << field("message");
    }
  }
  /// What fuzzing found, and the limits: each has its message.
  void brokenFiles() {
    QFETCH(QString, target);
    QFETCH(QString, file);
    QFETCH(QString, message);
    const auto record = nlohmann::json::parse(file.toStdString());
    std::string input;
    if (record.contains("file")) {
      input = sourceFile("tests/data/broken/" + record["file"].get<std::string>());
    } else {
      for (const auto& [piece, times] : record["repeat"].get<std::vector<std::pair<std::string, int>>>())
        for (int i = 0; i < times; ++i) input += piece;
    }
    const std::string found = targetNamed(target.toStdString()).run(input);
    QVERIFY2(message.isEmpty() ? found.empty() : found.find(message.toStdString()) != std::string::npos,
             ("expected '" + message.toStdString() + "', found '" + found + "'").c_str());
  }
};

HEADLIGHT_TEST(TestAnyBytes)
#include "test_any_bytes.moc"
