#include <QTest>

#include "core/base/error.h"
#include "core/chat/chat_templates.h"
#include "core/chat/template_parser.h"
#include "core/chat/template_run.h"
#include "core/text/tokenizer.h"
#include "tests/core/text/reference_data.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::messageOf;
using nlohmann::ordered_json;
namespace fs = std::filesystem;

namespace {

fs::path chatData() { return fs::path(HEADLIGHT_SOURCE_DIR) / "tests" / "data" / "chat"; }

/// The objects of a .jsonl file with their keys in order, as templates see them.
std::vector<ordered_json> orderedLines(const fs::path& file) {
  std::vector<ordered_json> lines;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) lines.push_back(ordered_json::parse(line));
  return lines;
}

/// What a template writes, with the names of `names`; throws Error.
std::string rendered(const std::string& source, const std::string& names = "{}") {
  const chat::Value all = chat::valueOfJson(names, "names");
  return chat::TemplateRun(*all.dict(), [](const std::string& format) { return format; })
      .run(chat::parseTemplate(source));
}

}  // namespace

/// Chat templates against the reference library.
class TestChatTemplates : public QObject {
  Q_OBJECT
 private slots:
  void conversations_data();
  void conversations();
  void snippets_data();
  void snippets();
  void mistakesNameTheLine_data();
  void mistakesNameTheLine();
  void conversationsThatAreNone_data();
  void conversationsThatAreNone();
  void endlessWorkStops_data();
  void endlessWorkStops();
};

void TestChatTemplates::conversations_data() {
  QTest::addColumn<QString>("folder");
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(chatData()))
    if (entry.is_directory()) folders.push_back(entry.path());
  const fs::path reference = referenceFolder() / "tokenizers" / "chat";
  if (fs::is_directory(reference)) {
    for (const auto& entry : fs::directory_iterator(reference))
      if (entry.is_directory()) folders.push_back(entry.path());
  } else {
    qWarning("no %s: only the conversations in tests/data are read", reference.c_str());
  }
  for (const fs::path& folder : folders)
    QTest::newRow((folder.parent_path() == chatData() ? "own " : "reference ") + QByteArray(folder.filename().c_str()))
        << QString::fromStdString(folder.string());
}

void TestChatTemplates::conversations() {
  QFETCH(QString, folder);
  const fs::path path = folder.toStdString();
  const std::vector<ordered_json> records = orderedLines(path / "chat.jsonl");
  QVERIFY(!records.empty());
  const auto tokenizer = Tokenizer::open(path);
  const ChatTemplates templates = ChatTemplates::open(path, tokenizer->specialTokens());
  for (const ordered_json& record : records) {
    const std::string id = record["id"];
    std::string text, message;
    message = messageOf([&] {
      Conversation conversation = conversationOfJson(record["chat"].dump(), id);
      conversation.generatePrompt = record.value("add_generation_prompt", false);
      if (record.contains("continue_final_message")) {
        const auto& field = record["continue_final_message"];
        conversation.continued = field.is_string() ? field.get<std::string>() : "content";
      }
      text = templates.text(conversation, [](const std::string& format) { return "⟦now:" + format + "⟧"; });
    });
    if (record.contains("error")) {
      QVERIFY2(!message.empty(), id.c_str());
      const bool saysIt = message.find(record["error"].get<std::string>()) != std::string::npos;
      if (record["error_kind"] == "raised") QVERIFY2(saysIt, (id + ": " + message).c_str());
      if (record["error_kind"] == "template")
        QVERIFY2(message.find("line ") != std::string::npos, (id + ": " + message).c_str());
      continue;
    }
    QVERIFY2(message.empty(), (id + ": " + message).c_str());
    QVERIFY2(text == record["rendered"].get<std::string>(), (id + "\n" + text).c_str());
    if (record["ids"].is_null()) continue;
    std::vector<std::int64_t> ids;
    for (const Token& token : tokenizer->encode(text, {}, false).tokens) ids.push_back(token.id);
    QVERIFY2(ids == record["ids"].get<std::vector<std::int64_t>>(), id.c_str());
  }
}

void TestChatTemplates::snippets_data() {
  QTest::addColumn<QByteArray>("names");
  QTest::addColumn<QByteArray>("source");
  QTest::addColumn<bool>("fails");
  QTest::addColumn<QByteArray>("text");
  QByteArray names;
  for (const ordered_json& line : orderedLines(chatData() / "snippets.jsonl")) {
    if (line.contains("names")) {
      names = QByteArray::fromStdString(line["names"].dump());
      continue;
    }
    const auto source = QByteArray::fromStdString(line["template"].get<std::string>());
    QTest::newRow(source.constData()) << names << source << line.contains("fails")
                                      << QByteArray::fromStdString(line.value("text", ""));
  }
}

void TestChatTemplates::snippets() {
  QFETCH(QByteArray, names);
  QFETCH(QByteArray, source);
  QFETCH(bool, fails);
  QFETCH(QByteArray, text);
  std::string found;
  const std::string message = messageOf([&] { found = rendered(source.toStdString(), names.toStdString()); });
  QVERIFY2(message.empty() != fails, message.empty() ? found.c_str() : message.c_str());
  if (!fails) QCOMPARE(QByteArray::fromStdString(found), text);
}

void TestChatTemplates::mistakesNameTheLine_data() {
  QTest::addColumn<QString>("source");
  QTest::addColumn<QString>("message");
  const auto row = [](const char* source, const char* message) { QTest::newRow(source) << source << message; };
  row("a\n{% for x in y %}\n{{ x }", "line 3: unexpected '}'");
  row("\n{% fro x in y %}", "line 2: unknown tag 'fro'");
  row("\n\n{% include 'x' %}", "line 3: the tag 'include' is not known in chat templates here");
  row("{% for x in [] %}\n", "line 1: expected {% endfor %} for 'for' of line 1, found the end of the template");
  row("\n{{ 'a' | shout }}", "line 2: the filter 'shout' is not known");
  row("\n{{ 'a' is loud }}", "line 2: the test 'loud' is not known");
  row("{% if 1 %}\n{{ x.y }}\n{% endif %}", "line 2: 'x' is undefined");
  row("{{ [] | pprint }}", "line 1: the filter 'pprint' is not known");
  row("{{ raise_exception('no <b>') }}", "no <b>");
}

void TestChatTemplates::mistakesNameTheLine() {
  QFETCH(QString, source);
  QFETCH(QString, message);
  QCOMPARE(QString::fromStdString(messageOf([&] { rendered(source.toStdString()); })), message);
}

void TestChatTemplates::conversationsThatAreNone_data() {
  QTest::addColumn<QString>("json");
  QTest::addColumn<QString>("message");
  const auto row = [](const char* json, const char* message) { QTest::newRow(json) << json << message; };
  row("5", "x: expected a list of messages, or an object with 'messages', found a int");
  row("{}", "x: expected 'messages', found none");
  row("[5]", "x: messages[0]: expected an object with a role, found a int");
  row(R"([{"role": "user", "content": "a"}, {"role": 3}])",
      "x: messages[1]: expected a text as its 'role', found a int");
  row(R"({"messages": [], "tool": []})", "x: unknown key 'tool' of a conversation");
  row(R"({"messages": [], "tools": {}})", "x: expected a list of 'tools', found a dict");
}

void TestChatTemplates::conversationsThatAreNone() {
  QFETCH(QString, json);
  QFETCH(QString, message);
  QCOMPARE(QString::fromStdString(messageOf([&] { conversationOfJson(json.toStdString(), "x"); })), message);
}

void TestChatTemplates::endlessWorkStops_data() {
  QTest::addColumn<QString>("source");
  QTest::newRow("loops") << "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}";
  QTest::newRow("recursion") << "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}";
  QTest::newRow("doubling")
      << "{% set ns = namespace(x='ab') %}{% for a in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}";
  QTest::newRow("lists in lists")
      << "{% set ns = namespace(x=[]) %}{% for a in range(9999) %}{% set ns.x = [ns.x] %}{% endfor %}";
  QTest::newRow("lists twice in lists")
      << "{% set ns = namespace(x=[1]) %}{% for a in range(90) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}";
  QTest::newRow("repetition") << "{{ 'abc' * 999999999999 }}";
  QTest::newRow("power") << "{{ 9 ** 9999999999 }}";
  QTest::newRow("width") << "{{ '%999999999d' % 1 }}";
  QTest::newRow("brackets") << "{{ " + QString(5000, '(') + " }}";
  QTest::newRow("nots") << "{{ " + QString("not ").repeated(5000) + "1 }}";
  QTest::newRow("pluses") << "{{ 1" + QString("+1").repeated(5000) + " }}";
  QTest::newRow("maps of maps") << "{{ 'a' | map(" + QString("'map',").repeated(50'000) + " 'upper') | list }}";
  QTest::newRow("ifs") << QString("{% if 1 %}").repeated(5000);
  QTest::newRow("elifs") << "{% if 1 %}" + QString("{% elif 1 %}").repeated(5000) + "{% endif %}";
}

void TestChatTemplates::endlessWorkStops() {
  QFETCH(QString, source);
  QVERIFY(!messageOf([&] { rendered(source.toStdString()); }).empty());
}

HEADLIGHT_TEST(TestChatTemplates)
#include "test_chat_templates.moc"
