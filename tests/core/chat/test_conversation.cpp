#include <QTest>

#include "core/base/error.h"
#include "core/chat/conversation.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

Conversation of(const std::string& json) { return conversationOfJson(json, "x"); }

}  // namespace

class TestConversation : public QObject {
  Q_OBJECT
 private slots:
  void jsonGoesThereAndBack() {
    for (
        const char* json :
        {R"([{"role": "user", "content": "Hi ↵\n"}])", R"([])",
         R"([{"role": "user", "content": [{"type": "text", "text": "a"}]}, {"role": "assistant", "content": null}])",
         R"({"messages": [{"role": "a", "content": "b", "n": 1, "x": 1.5, "y": true, "z": 123456789012345678901234567}],
              "tools": [{"type": "function"}], "documents": [], "template": "rag", "variables": {"date": "today"},
              "add_generation_prompt": true, "continue_final_message": "thinking"})"}) {
      const Conversation once = of(json);
      QVERIFY(of(jsonOf(once)) == once);
      QCOMPARE(jsonOf(of(jsonOf(once))), jsonOf(once));
    }
    QCOMPARE(jsonOf(of(R"([{"role":"user","content":"a"}])")),
             std::string(R"({"messages": [{"role": "user", "content": "a"}]})"));
  }

  void areEqualByWhatTheySay() {
    const Conversation one = of(R"([{"role": "user", "content": "a"}])");
    QVERIFY(one == of(R"({"messages": [{"role": "user", "content": "a"}]})"));
    for (const char* other :
         {R"([{"role": "user", "content": "b"}])", R"([{"role": "system", "content": "a"}])", "[]",
          R"({"messages": [{"role": "user", "content": "a"}], "add_generation_prompt": true})",
          R"({"messages": [{"role": "user", "content": "a"}], "continue_final_message": true})",
          R"({"messages": [{"role": "user", "content": "a"}], "template": "x"})",
          R"({"messages": [{"role": "user", "content": "a"}], "tools": []})",
          R"({"messages": [{"role": "user", "content": "a"}], "variables": {"a": 1}})"})
      QVERIFY2(!(one == of(other)), other);
    // Python calls these equal, and templates write them otherwise.
    QVERIFY(!(of(R"([{"content": 1}])") == of(R"([{"content": true}])")));
    QVERIFY(!(of(R"([{"content": 1}])") == of(R"([{"content": 1.0}])")));
  }

  void turnsAreWhatAPersonReads() {
    const std::vector<Turn> turns = turnsOf(of(
        R"([{"role": "system", "content": "s"}, {"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "image"},
               {"type": "text", "text": "b"}]}, {"role": "assistant", "tool_calls": [{}]}, {"content": 5}])"));
    QCOMPARE(turns.size(), std::size_t(4));
    QVERIFY((turns[0] == Turn{"system", "s"}));
    QVERIFY((turns[1] == Turn{"user", "a\nb", false}));
    QVERIFY((turns[2] == Turn{"assistant", "", true, true}));
    QVERIFY((turns[3] == Turn{"", "", false}));
  }

  void editsLeaveTheRest() {
    const Conversation begun =
        of(R"({"messages": [{"role": "user", "name": "Ann", "content": "a"}, {"role": "assistant", "content": "b"}],
                                      "tools": [1], "add_generation_prompt": true})");
    QCOMPARE(
        jsonOf(withText(begun, 0, "c")),
        std::string(
            R"({"messages": [{"role": "user", "name": "Ann", "content": "c"}, {"role": "assistant", "content": "b"}], "tools": [1], "add_generation_prompt": true})"));
    QVERIFY((turnsOf(withRole(begun, 1, "tool"))[1] == Turn{"tool", "b"}));
    QVERIFY((turnsOf(withSwapped(begun, 0, 1))[0] == Turn{"assistant", "b"}));
    QVERIFY((turnsOf(withNewTurn(begun, 1, "system", "s"))[1] == Turn{"system", "s"}));
    QVERIFY(withoutTurn(withNewTurn(begun, 2, "user", ""), 2) == begun);
    QVERIFY(withoutTurn(withoutTurn(begun, 0), 0) ==
            of(R"({"messages": [], "tools": [1], "add_generation_prompt": true})"));
  }

  void theModelGoesOnWithItsOwnTurnOrBeginsOne() {
    QCOMPARE(nextRole(Conversation()), std::string("user"));
    QCOMPARE(nextRole(of(R"([{"role": "system", "content": "s"}])")), std::string("user"));
    QCOMPARE(nextRole(of(R"([{"role": "user", "content": "s"}])")), std::string("assistant"));
    QCOMPARE(nextRole(of(R"([{"role": "assistant", "content": "s"}])")), std::string("user"));
    QVERIFY(answered(of(R"([{"role": "user", "content": "s"}])")).generatePrompt);
    QCOMPARE(answered(of(R"([{"role": "assistant", "content": "s"}])")).continued, std::string("content"));
    QVERIFY(answered(of(R"([{"role": "assistant", "content": ""}])")).generatePrompt);
    const Conversation asked =
        of(R"({"messages": [{"role": "assistant", "content": "s"}], "add_generation_prompt": true})");
    QVERIFY(answered(asked) == asked);
    // What it wrote is a turn of its own, or the end of the one that it went on with.
    const Conversation kept = withWritten(asked, "A pet.");
    QVERIFY((turnsOf(kept) == std::vector<Turn>{{"assistant", "s"}, {"assistant", "A pet."}}));
    QVERIFY(!kept.generatePrompt);
    const Conversation begun = answered(of(R"([{"role": "assistant", "content": "A "}])"));
    QVERIFY((turnsOf(withWritten(begun, "pet.")) == std::vector<Turn>{{"assistant", "A pet."}}));
  }
};

HEADLIGHT_TEST(TestConversation)
#include "test_conversation.moc"
