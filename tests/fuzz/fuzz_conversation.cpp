#include "core/chat/chat_templates.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

ChatTemplates templates() {
  ChatTemplates all("templates", {{"bos_token", "<s>"}});
  all.add("",
          "{{ bos_token }}{% for m in messages %}<{{ m.role }}>{{ m.content | trim }}{% for c in m.tool_calls %}{{ c | "
          "tojson }}"
          "{% endfor %}</>{% endfor %}{% if add_generation_prompt %}<assistant>{% endif %}",
          "template");
  return all;
}

std::string read(std::string_view input) {
  return fuzz::messageOf([&] {
    const Conversation conversation = conversationOfJson(input, "conversation");
    fuzz::require(conversationOfJson(jsonOf(conversation), "conversation") == conversation,
                  "what is written reads as the same");
    turnsOf(conversation);
    static const ChatTemplates all = templates();
    std::int64_t last = 0;
    for (const TurnRange& range : all.read(conversation).turns.ranges) {
      fuzz::require(range.range.start >= last && range.range.start < range.range.end, "ranges ascend");
      last = range.range.end;
    }
  });
}

std::vector<std::string> seeds() {
  return {R"([{"role": "user", "content": "Hi"}, {"role": "assistant", "content": " Hello "}])",
          R"({"messages": [{"role": "system", "content": [{"type": "text", "text": "é\n😀"}]},
              {"role": "assistant", "content": null, "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": {"x": [1, 2.5]}}}]}],
              "tools": [{"a": 1}], "documents": [], "template": "", "variables": {"x": true}, "add_generation_prompt": true})",
          R"({"messages": [{"role": "assistant", "content": "A"}], "continue_final_message": "content"})"};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(conversation)
