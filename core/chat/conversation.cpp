#include "core/chat/conversation.h"

#include <algorithm>
#include <array>

#include "core/chat/dictionary.h"

namespace headlight {
namespace {

using chat::Value;
using Members = std::vector<std::pair<Value, Value>>;

const std::vector<Value>& messagesOf(const Conversation& conversation) {
  static const std::vector<Value> none;
  return conversation.messages.list() ? conversation.messages.list()->items : none;
}

Conversation withMessages(Conversation conversation, std::vector<Value> messages) {
  conversation.messages = chat::listValue(std::move(messages));
  return conversation;
}

Conversation withMemberAt(Conversation conversation, std::size_t at, const std::string& key, const std::string& text) {
  std::vector<Value> messages = messagesOf(conversation);
  messages.at(at) = withMember(messages.at(at), key, chat::textValue(text));
  return withMessages(std::move(conversation), std::move(messages));
}

}  // namespace

bool Conversation::operator==(const Conversation& other) const { return jsonOf(*this) == jsonOf(other); }

Conversation conversationOfJson(std::string_view json, const std::string& place) {
  return conversationOf(chat::valueOfJson(json, place), place);
}

Conversation conversationOf(const Value& root, const std::string& place) {
  Conversation conversation;
  const auto fail = [&](const std::string& expected, const Value& found) {
    throw Error(place + ": expected " + expected + ", found a " + typeName(found));
  };
  const auto listAt = [&](const char* key) -> Value {
    const Value* value = memberOf(root, key);
    if (value && !value->list()) fail("a list of '" + std::string(key) + "'", *value);
    return value ? *value : Value();
  };
  if (root.list()) {
    conversation.messages = root;
  } else if (root.dict()) {
    static constexpr std::array kKeys = {"messages",  "tools",     "documents",
                                         "template",  "variables", "add_generation_prompt",
                                         "continue_final_message"};
    for (const auto& [key, value] : root.dict()->items)
      if (std::find(kKeys.begin(), kKeys.end(), *key.text()) == kKeys.end())
        throw Error(place + ": unknown key '" + *key.text() + "' of a conversation");
    if (!memberOf(root, "messages")) throw Error(place + ": expected 'messages', found none");
    conversation.messages = listAt("messages");
    conversation.tools = listAt("tools");
    conversation.documents = listAt("documents");
    if (const Value* name = memberOf(root, "template")) {
      if (!name->text()) fail("the name of a template", *name);
      conversation.templateName = *name->text();
    }
    if (const Value* variables = memberOf(root, "variables")) {
      if (!variables->dict()) fail("an object of 'variables'", *variables);
      conversation.variables = *variables;
    }
    if (const Value* prompt = memberOf(root, "add_generation_prompt")) {
      if (!prompt->as<bool>()) fail("true or false as 'add_generation_prompt'", *prompt);
      conversation.generatePrompt = *prompt->as<bool>();
    }
    if (const Value* field = memberOf(root, "continue_final_message")) {
      if (!field->as<bool>() && !field->text()) fail("true, false or a field as 'continue_final_message'", *field);
      conversation.continued = field->text() ? *field->text() : *field->as<bool>() ? "content" : "";
    }
  } else {
    fail("a list of messages, or an object with 'messages'", root);
  }
  const std::vector<Value>& messages = messagesOf(conversation);
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const std::string at = place + ": messages[" + std::to_string(i) + "]: expected ";
    if (!messages[i].dict()) throw Error(at + "an object with a role, found a " + typeName(messages[i]));
    if (const Value* role = memberOf(messages[i], "role"); role && !role->text())
      throw Error(at + "a text as its 'role', found a " + typeName(*role));
  }
  return conversation;
}

std::string jsonOf(const Conversation& conversation) {
  Members members;
  const auto add = [&](const char* key, const Value& value) { members.emplace_back(chat::textValue(key), value); };
  add("messages", conversation.messages);
  if (!conversation.tools.isNone()) add("tools", conversation.tools);
  if (!conversation.documents.isNone()) add("documents", conversation.documents);
  if (!conversation.templateName.empty()) add("template", chat::textValue(conversation.templateName));
  if (conversation.variables.dict() && !conversation.variables.dict()->items.empty())
    add("variables", conversation.variables);
  if (conversation.generatePrompt) add("add_generation_prompt", true);
  if (!conversation.continued.empty()) add("continue_final_message", chat::textValue(conversation.continued));
  return chat::jsonText(chat::dictValue(std::move(members)), {});
}

std::vector<Turn> turnsOf(const Conversation& conversation) {
  std::vector<Turn> turns;
  for (const Value& message : messagesOf(conversation)) {
    Turn& turn = turns.emplace_back();
    if (const Value* role = memberOf(message, "role"); role && role->text()) turn.role = *role->text();
    for (const auto& [key, value] : message.dict()->items)
      turn.hasMore = turn.hasMore || (!value.isNone() && *key.text() != "role" && *key.text() != "content");
    const Value* content = memberOf(message, "content");
    if (!content) continue;
    turn.isText = content->text() != nullptr;
    if (turn.isText) turn.text = *content->text();
    if (const auto* parts = content->list())
      for (const Value& part : parts->items)
        if (const Value* text = memberOf(part, "text"); text && text->text())
          turn.text += (turn.text.empty() ? "" : "\n") + *text->text();
  }
  return turns;
}

Conversation withRole(Conversation conversation, std::size_t at, const std::string& role) {
  return withMemberAt(std::move(conversation), at, "role", role);
}

Conversation withText(Conversation conversation, std::size_t at, const std::string& text) {
  return withMemberAt(std::move(conversation), at, "content", text);
}

Conversation withNewTurn(Conversation conversation, std::size_t at, const std::string& role, const std::string& text) {
  std::vector<Value> messages = messagesOf(conversation);
  messages.insert(messages.begin() + static_cast<std::ptrdiff_t>(std::min(at, messages.size())),
                  chat::dictValue({{chat::textValue("role"), chat::textValue(role)},
                                   {chat::textValue("content"), chat::textValue(text)}}));
  return withMessages(std::move(conversation), std::move(messages));
}

Conversation withoutTurn(Conversation conversation, std::size_t at) {
  std::vector<Value> messages = messagesOf(conversation);
  messages.erase(messages.begin() + static_cast<std::ptrdiff_t>(at));
  return withMessages(std::move(conversation), std::move(messages));
}

Conversation withSwapped(Conversation conversation, std::size_t at, std::size_t with) {
  std::vector<Value> messages = messagesOf(conversation);
  std::swap(messages.at(at), messages.at(with));
  return withMessages(std::move(conversation), std::move(messages));
}

std::string nextRole(const Conversation& conversation) {
  const std::vector<Turn> turns = turnsOf(conversation);
  return turns.empty() || turns.back().role == kAssistant || turns.back().role == "system" ? "user" : kAssistant;
}

Conversation withWritten(Conversation conversation, const std::string& written) {
  const std::size_t turns = messagesOf(conversation).size();
  if (!conversation.continued.empty() && turns > 0) {
    const Value* begun = memberOf(messagesOf(conversation).back(), conversation.continued);
    const std::string before = begun && begun->text() ? *begun->text() : std::string();
    return withMemberAt(conversation, turns - 1, conversation.continued, before + written);
  }
  conversation.generatePrompt = false;
  return withNewTurn(std::move(conversation), turns, kAssistant, written);
}

Conversation answered(Conversation conversation) {
  if (conversation.generatePrompt || !conversation.continued.empty()) return conversation;
  const std::vector<Turn> turns = turnsOf(conversation);
  const bool own =
      !turns.empty() && turns.back().role == kAssistant && turns.back().isText && !turns.back().text.empty();
  if (own)
    conversation.continued = "content";
  else
    conversation.generatePrompt = true;
  return conversation;
}

}  // namespace headlight
