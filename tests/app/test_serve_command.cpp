#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/version.h"
#include "tests/support/command_run.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::Outcome;
using headlight::test::run;

namespace {

using Json = nlohmann::json;

struct Answer {
  Json line;
  std::string output;
};

/// What the program answers to `questions`, a line each.
std::vector<Answer> ask(const std::vector<std::string>& questions) {
  std::string input;
  for (const std::string& each : questions) input += each + '\n';
  const Outcome outcome = run({"serve"}, input);
  std::istringstream out(outcome.out);
  std::string line;
  std::vector<Answer> answers;
  if (outcome.code != 0 || !std::getline(out, line) || Json::parse(line) != Json{{"headlight", kVersion}}) return {};
  while (std::getline(out, line)) {
    Answer answer{Json::parse(line), {}};
    answer.output.resize(answer.line.at("bytes").get<std::size_t>());
    out.read(answer.output.data(), static_cast<std::streamsize>(answer.output.size()));
    answers.push_back(std::move(answer));
  }
  return answers;
}

std::string question(const std::vector<std::string>& words, const std::string& input = {}) {
  return Json{{"arguments", words}, {"input", input}}.dump();
}

}  // namespace

/// Another program is answered as a person is.
class TestServeCommand : public QObject {
  Q_OBJECT
 private slots:
  void answersAreThoseOfTheCommands_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("table") << QStringList{"heads", "--text", "one two", "--columns", "all"};
    QTest::newRow("JSON") << QStringList{"predict", "--text", "one two"};
    QTest::newRow("version") << QStringList{"--version"};
    QTest::newRow("models") << QStringList{"models"};
  }
  void answersAreThoseOfTheCommands() {
    QFETCH(QStringList, words);
    std::vector<std::string> arguments;
    for (const QString& word : words) arguments.push_back(word.toStdString());
    const std::string expected = run(arguments).out;
    QVERIFY(!expected.empty());
    const auto answers = ask({question(arguments), question(arguments)});
    QCOMPARE(answers.size(), std::size_t(2));
    for (const Answer& answer : answers) {
      QCOMPARE(answer.line.at("code").get<int>(), 0);
      QVERIFY(answer.output == expected);
    }
  }

  void filesGoThroughThePipe() {
    const auto answers = ask({question({"attention", "--text", "one two", "-o", "-", "--format", "safetensors"})});
    QCOMPARE(answers.size(), std::size_t(1));
    QVERIFY(answers[0].output.size() > 1000);
    QVERIFY(answers[0].output.find("attentions.0") != std::string::npos);
  }

  void aQuestionHasItsOwnStandardInput() {
    const auto answers = ask({question({"tokenize", "--text", "-"}, "one two"), question({"tokenize", "--text", "one two"})});
    QCOMPARE(answers.size(), std::size_t(2));
    QVERIFY(!answers[0].output.empty());
    QVERIFY(answers[0].output == answers[1].output);
  }

  void whatIsWrongIsSaidAndTheNextIsAnswered_data() {
    QTest::addColumn<QString>("question");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const std::string& line, int code, const char* error) {
      QTest::newRow(name) << QString::fromStdString(line) << code << error;
    };
    row("wrong option", question({"heads", "--text", "a", "--wrong"}), 2, "--wrong");
    row("no such model", question({"heads", "--text", "a", "--model", "/none"}), 1, "/none");
    row("no command", question({}), 2, "expected a command");
    row("a window", question({"a text"}), 2, "expected a command");
    row("serve", question({"serve"}), 2, "serve within serve");
    row("no JSON", "heads", 2, "expected a line of");
    row("a list", "[]", 2, "found array");
    row("no arguments", "{}", 2, "expected 'arguments'");
    row("a number", R"({"arguments": ["heads", 1]})", 2, "found number at place 1");
    row("an input of numbers", R"({"arguments": ["heads"], "input": 1})", 2, "'input': expected a text");
  }
  void whatIsWrongIsSaidAndTheNextIsAnswered() {
    QFETCH(QString, question);
    QFETCH(int, code);
    QFETCH(QString, error);
    const auto answers = ask({question.toStdString(), ::question({"models"})});
    QCOMPARE(answers.size(), std::size_t(2));
    QCOMPARE(answers[0].line.at("code").get<int>(), code);
    const QString said = QString::fromStdString(answers[0].line.at("error").get<std::string>());
    QVERIFY2(said.contains(error), qPrintable(said));
    QVERIFY(!said.startsWith("headlight:"));
    QCOMPARE(answers[0].output.size(), std::size_t(0));
    QCOMPARE(answers[1].line.at("code").get<int>(), 0);
  }

  void remarksAreNotes() {
    const auto answers = ask({question({"attention", "--text", "a\xF0\x9F\x98\x80", "--model", "translator", "-o", "-", "--format", "json"})});
    QCOMPARE(answers.size(), std::size_t(1));
    QVERIFY(!answers[0].line.contains("error"));
    QVERIFY(answers[0].line.at("notes").at(0).get<std::string>().find("prefixes") != std::string::npos);
  }
};

HEADLIGHT_TEST(TestServeCommand)
#include "test_serve_command.moc"
