#include <QTest>
#include <algorithm>
#include <functional>

#include "core/base/error.h"
#include "core/chat/chat_templates.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"
#include "tests/core/text/reference_data.h"
#include "tests/support/suite.h"

using namespace headlight;
using nlohmann::ordered_json;
namespace fs = std::filesystem;

namespace {

fs::path ownData() { return fs::path(HEADLIGHT_SOURCE_DIR) / "tests" / "data" / "chat"; }

std::string part(const std::string& text, TextRange range) {
  const std::size_t from = utf8::bytesOf(text, range.start);
  return text.substr(from, utf8::bytesOf(text, range.end) - from);
}

/// Whether a text within `value` has `said` in it.
bool says(const ordered_json& value, const std::string& said) {
  if (value.is_string()) return value.get<std::string>().find(said) != std::string::npos;
  return value.is_structured() &&
         std::any_of(value.begin(), value.end(), [&](const auto& each) { return says(each, said); });
}

ChatText read(const std::string& source, const std::string& conversation) {
  ChatTemplates templates("x", {});
  templates.add("", source, "x");
  return templates.read(conversationOfJson(conversation, "x"));
}

/// What each turn says in the text, as "0:Hi 1:Hello".
QString told(const ChatText& read) {
  std::string out;
  for (const TurnRange& range : read.turns.ranges)
    out += (out.empty() ? "" : " ") + std::to_string(range.turn) + ":" + part(read.text, range.range);
  for (const int turn : read.turns.missed) out += " missed " + std::to_string(turn);
  return QString::fromStdString(out);
}

}  // namespace

/// Where a chat template writes what is said.
class TestTurnRanges : public QObject {
  Q_OBJECT
 private slots:
  void referenceConversations_data() {
    QTest::addColumn<QString>("folder");
    std::vector<fs::path> folders;
    for (const fs::path& where : {ownData(), referenceFolder() / "tokenizers" / "chat"}) {
      if (!fs::is_directory(where)) {
        qWarning("no %s: only the conversations in tests/data are read", where.c_str());
        continue;
      }
      for (const auto& entry : fs::directory_iterator(where))
        if (entry.is_directory()) folders.push_back(entry.path());
    }
    for (const fs::path& folder : folders)
      QTest::newRow((folder.parent_path() == ownData() ? "own " : "reference ") + QByteArray(folder.filename().c_str()))
          << QString::fromStdString(folder.string());
  }

  /// Every range is a part of what its turn says; a turn that is written has one.
  void referenceConversations() {
    QFETCH(QString, folder);
    const fs::path path = folder.toStdString();
    const ChatTemplates templates = ChatTemplates::open(path, Tokenizer::open(path)->specialTokens());
    std::ifstream stream(path / "chat.jsonl");
    int conversations = 0;
    for (std::string line; std::getline(stream, line);) {
      const ordered_json record = ordered_json::parse(line);
      const std::string id = record["id"];
      if (record.contains("error")) continue;
      ++conversations;
      Conversation conversation = conversationOfJson(record["chat"].dump(), id);
      conversation.generatePrompt = record.value("add_generation_prompt", false);
      if (record.contains("continue_final_message")) {
        const auto& field = record["continue_final_message"];
        conversation.continued = field.is_string() ? field.get<std::string>() : "content";
      }
      const ChatText chat =
          templates.read(conversation, [](const std::string& format) { return "⟦now:" + format + "⟧"; });
      QVERIFY2(chat.text == record["rendered"].get<std::string>(), id.c_str());
      const ordered_json& messages = record["chat"].is_array() ? record["chat"] : record["chat"]["messages"];
      std::int64_t last = 0;
      for (const TurnRange& range : chat.turns.ranges) {
        QVERIFY2(range.range.start >= last && range.range.end > range.range.start, id.c_str());
        last = range.range.end;
        const std::string said = part(chat.text, range.range);
        QVERIFY2(says(messages[static_cast<std::size_t>(range.turn)], said), (id + ": " + said).c_str());
      }
      for (std::size_t i = 0; i < messages.size(); ++i) {
        const auto content = messages[i].value("content", ordered_json());
        if (!content.is_string() || content.get<std::string>().find_first_not_of(" \n\t") == std::string::npos)
          continue;
        const std::string said = content;
        const std::size_t from = said.find_first_not_of(" \n\t"), to = said.find_last_not_of(" \n\t");
        // Where the template wrote it as it is, it is known. One writes all kinds of pieces, so that a text is in it by
        // chance.
        if (std::string_view(QTest::currentDataTag()).ends_with("everything")) continue;
        if (chat.text.find(said.substr(from, to - from + 1)) == std::string::npos) continue;
        const auto found = std::find(chat.turns.missed.begin(), chat.turns.missed.end(), static_cast<int>(i));
        QVERIFY2(found == chat.turns.missed.end(), (id + ": turn " + std::to_string(i) + "\n" + chat.text).c_str());
      }
    }
    if (conversations == 0) QSKIP("this tokenizer has refused conversations alone");
  }

  void templates_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("conversation");
    QTest::addColumn<QString>("expected");
    const char* plain = "{% for m in messages %}<{{ m.role }}>{{ m.content }}</>{% endfor %}";
    const char* hi = R"([{"role": "user", "content": "user"}, {"role": "assistant", "content": "user"}])";
    QTest::newRow("a text like its role") << plain << hi << "0:user 1:user";
    QTest::newRow("stripped") << "{% for m in messages %}<{{ m.role }}>\n{{ m.content | trim }}\n</>{% endfor %}"
                              << R"([{"role": "user", "content": "\n a \n"}])" << "0:a";
    QTest::newRow("white space that stays") << plain << R"([{"role": "user", "content": " a "}])" << "0: a ";
    QTest::newRow("left out") << "{% for m in messages[1:] %}{{ m.content }}{% endfor %}" << hi << "1:user missed 0";
    QTest::newRow("changed") << "{% for m in messages %}{{ m.content | upper }}{% endfor %}"
                             << R"([{"role": "user", "content": "abc"}])" << "0:ABC";
    QTest::newRow("told otherwise") << "{% for m in messages %}{{ m.content | length }} letters{% endfor %}"
                                    << R"([{"role": "user", "content": "abc"}])" << " missed 0";
    QTest::newRow("looked into")
        << "{% for m in messages %}{% if m.content.startswith('#') and m.content.endswith('#') %}!{{ m.content }}"
           "{% else %}?{{ m.content }}{% endif %}{% endfor %}"
        << R"([{"role": "user", "content": "#a#"}, {"role": "user", "content": "b"}])"
        << "0:#a# 1:b";
    QTest::newRow("a thought before the answer")
        << "{% for m in messages %}{% set t = m.content.split('</think>') %}[{{ t[0].split('<think>')[-1] }}]({{ t[-1] "
           "}}){% endfor %}"
        << R"([{"role": "assistant", "content": "<think>a long thought</think>yes"}])"
        << "0:a long thought 0:yes";
    QTest::newRow("parts")
        << "{% for m in messages %}{% for p in m.content %}{% if p.type == 'text' %}{{ p.text }};{% else %}<img>{% "
           "endif %}{% endfor %}{% endfor %}"
        << R"([{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "one"}, {"type": "text", "text": "two"}]}])"
        << "0:one 0:two";
    QTest::newRow("calls of tools")
        << "{% for m in messages %}{{ m.content }}{% for c in m.tool_calls %}{{ c | tojson }}{% endfor %}{% endfor %}"
        << R"([{"role": "assistant", "content": "", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": {"x": "one"}}}]}])"
        << "0:f 0:one";
    QTest::newRow("letters like the marks")
        << plain << QString::fromUtf8("[{\"role\": \"user\", \"content\": \"\xF0\x90\x98\x80 a\"}]")
        << QString::fromUtf8("0:\xF0\x90\x98\x80 a");
    QTest::newRow("the time is asked once")
        << "{{ strftime_now('%f') }}{% for m in messages %}{{ m.content }}{% endfor %}"
        << R"([{"role": "user", "content": "a"}])"
        << "0:a";
  }

  void templates() {
    QFETCH(QString, source);
    QFETCH(QString, conversation);
    QFETCH(QString, expected);
    QCOMPARE(told(read(source.toStdString(), conversation.toStdString())), expected);
  }

  void continuedTurnsEndWhereTheyAreWritten() {
    const ChatText chat =
        read("{% for m in messages %}<{{ m.role }}>{{ m.content }}</>{% endfor %}",
             R"({"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b c"}],
                                   "continue_final_message": true})");
    QCOMPARE(QString::fromStdString(chat.text), QString("<user>a</><assistant>b c"));
    QCOMPARE(told(chat), QString("0:a 1:b c"));
  }
};

HEADLIGHT_TEST(TestTurnRanges)
#include "test_turn_ranges.moc"
