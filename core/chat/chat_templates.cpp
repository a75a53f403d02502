#include "core/chat/chat_templates.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <optional>

#include "core/base/files.h"
#include "core/chat/dictionary.h"
#include "core/chat/template_parser.h"
#include "core/chat/template_run.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;
using chat::Value;
using Members = std::vector<std::pair<Value, Value>>;

constexpr std::uintmax_t kMostTemplate = std::uintmax_t{1} << 20, kMostSettings = std::uintmax_t{1} << 26;
constexpr std::string_view kMark = "CONTINUE_FINAL_MESSAGE_TAG ";
constexpr std::array kThoughts = {"reasoning_content", "thinking", "reasoning"};

std::string readTemplate(const fs::path& file) {
  std::string text = readFile(file, kMostTemplate);
  if (!utf8::isValid(text)) throw Error("'" + file.string() + "': expected text in UTF-8, found other bytes");
  return text;
}

/// A message as templates see it: without keys that have no value, and with its thought under every name.
Value messageFor(const Value& message) {
  Members members;
  const Value* thought = nullptr;
  for (const char* name : kThoughts)
    if (!thought) thought = memberOf(message, name);
  if (thought) members.emplace_back(chat::textValue("thinking"), *thought);
  for (const auto& [key, value] : message.dict()->items)
    if (!value.isNone()) members.emplace_back(key, value);
  if (thought) members.emplace_back(chat::textValue("reasoning_content"), *thought);
  return chat::dictValue(std::move(members));
}

/// Marks the end of what is to be continued in the last message, and gives its text.
std::string markContinued(Value& message, const std::string& field, const std::string& source) {
  const Value* held = memberOf(message, field);
  if (!held) throw Error("the last message has no '" + field + "' that could be continued");
  const Value last = *held;
  std::vector<std::string> fields{field};
  if (std::find(kThoughts.begin(), kThoughts.end(), field) != kThoughts.end()) {
    fields.clear();
    for (const char* name : kThoughts)
      if (const Value* other = memberOf(message, name); other && chat::areEqual(*other, last))
        fields.emplace_back(name);
  }
  if (std::none_of(fields.begin(), fields.end(),
                   [&](const std::string& name) { return source.find(name) != std::string::npos; }))
    throw Error("the chat template does not read '" + field + "', which is to be continued");
  if (const auto* parts = last.list()) {
    std::vector<Value> items = parts->items;
    for (auto item = items.rbegin(); item != items.rend(); ++item)
      if (const Value* text = memberOf(*item, "text"); text && text->text()) {
        std::string said = *text->text();
        *item = withMember(*item, "text", chat::textValue(said + std::string(kMark)));
        message = withMember(message, field, chat::listValue(std::move(items)));
        return said;
      }
    throw Error("the last message has no text that could be continued");
  }
  if (!last.text())
    throw Error("the last message's '" + field + "': expected a text to continue, found a " + typeName(last));
  for (const std::string& name : fields)
    message = withMember(message, name, chat::textValue(*last.text() + std::string(kMark)));
  return *last.text();
}

/// The text up to the mark.
std::string upToMark(std::string text, const std::string& said) {
  const std::string mark = chat::stripped(kMark, nullptr);
  if (text.find(chat::stripped(said, nullptr)) == std::string::npos || text.find(mark) == std::string::npos)
    throw Error("the last message cannot be continued: the chat template does not write it as it is");
  const std::size_t at = text.rfind(mark);
  const bool asItIs = text.compare(at, kMark.size(), kMark) == 0;
  text.resize(at);
  return asItIs ? text : chat::stripped(text, nullptr, false);
}

const std::vector<Value>& messagesIn(const Conversation& conversation) {
  if (!conversation.messages.list() || conversation.messages.list()->items.empty())
    throw Error("conversation: expected at least one message, found none");
  return conversation.messages.list()->items;
}

}  // namespace

ChatTemplates ChatTemplates::open(const fs::path& folder, std::map<std::string, std::string> tokens) {
  ChatTemplates all("'" + folder.string() + "'", std::move(tokens));
  const fs::path settings = folder / "tokenizer_config.json", own = folder / "chat_template.jinja",
                 more = folder / "additional_chat_templates";
  if (isFile(own)) all.m_templates["default"] = {readTemplate(own), "'" + own.string() + "'"};
  if (isFolder(more)) {
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(more, failed))
      if (entry.path().extension() == ".jinja" && isFile(entry.path()))
        all.m_templates[entry.path().stem().string()] = {readTemplate(entry.path()), "'" + entry.path().string() + "'"};
    if (failed) throw Error("'" + more.string() + "': cannot be read: " + failed.message());
  }
  if (all.m_templates.size() == 1 && all.m_templates.contains("default")) {
    all.m_templates[""] = std::move(all.m_templates["default"]);
    all.m_templates.erase("default");
  }
  if (all.m_templates.empty() && isFile(settings)) {
    const std::string place = "'" + settings.string() + "'";
    const Value root = chat::valueOfJson(readFile(settings, kMostSettings), place);
    if (const Value* said = memberOf(root, "chat_template")) {
      if (const std::string* one = said->text()) {
        all.m_templates[""] = {*one, place + ", chat_template"};
      } else if (const auto* several = said->list()) {
        for (const Value& each : several->items) {
          const Value *name = memberOf(each, "name"), *text = memberOf(each, "template");
          if (!name || !name->text() || !text || !text->text())
            throw Error(place + ": chat_template: expected objects of 'name' and 'template', found others");
          all.m_templates[*name->text()] = {*text->text(), place + ", chat_template '" + *name->text() + "'"};
        }
      } else {
        throw Error(place + ": chat_template: expected a text or a list, found a " + typeName(*said));
      }
    }
  }
  return all;
}

ChatTemplates ChatTemplates::unusable(std::string why) {
  ChatTemplates none({}, {});
  none.m_fault = std::move(why);
  return none;
}

std::vector<std::string> ChatTemplates::roles() const {
  std::vector<std::string> roles = {"system", "user", kAssistant};
  for (const std::string role : {"developer", "tool", "function", "ipython", "observation"})
    if (std::any_of(m_templates.begin(), m_templates.end(), [&role](const auto& each) {
          const std::string& text = each.second.text;
          return text.find("'" + role + "'") != std::string::npos || text.find('"' + role + '"') != std::string::npos;
        }))
      roles.push_back(role);
  return roles;
}

const ChatTemplates::Source& ChatTemplates::chosen(const Conversation& conversation) const {
  if (!m_fault.empty()) throw Error(m_fault);
  if (m_templates.empty()) throw Error(m_place + ": expected a chat template, which a conversation needs, found none");
  std::string names;
  for (const auto& [name, source] : m_templates) names += (names.empty() ? "" : ", ") + name;
  const auto named = [&](const std::string& name) -> const Source* {
    const auto found = m_templates.find(name);
    return found == m_templates.end() ? nullptr : &found->second;
  };
  if (!conversation.templateName.empty()) {
    if (const Source* source = named(conversation.templateName)) return *source;
    throw Error(m_place + ": expected a chat template '" + conversation.templateName + "', found " +
                (names.empty() ? "one without a name" : names));
  }
  if (const Source* alone = named("")) return *alone;
  const Source* tools = conversation.tools.isNone() ? nullptr : named("tool_use");
  if (const Source* source = tools ? tools : named("default")) return *source;
  throw Error(m_place + ": expected the name of one of the chat templates " + names + ", of which none is the default");
}

std::string ChatTemplates::text(const Conversation& conversation, const Now& now) const {
  const std::vector<Value>& messages = messagesIn(conversation);
  return writer(conversation, now)(messages);
}

ChatText ChatTemplates::read(const Conversation& conversation, const Now& now) const {
  std::map<std::string, std::string> times;  // The same however often the template is run.
  const Now once = [&](const std::string& format) {
    const auto known = times.find(format);
    return known != times.end() ? known->second : times.emplace(format, now(format)).first->second;
  };
  const std::vector<Value>& messages = messagesIn(conversation);
  const auto write = writer(conversation, once);
  ChatText read{write(messages), {}};
  read.turns = turnRanges(messages, read.text, write);
  return read;
}

std::function<std::string(std::vector<Value>)> ChatTemplates::writer(const Conversation& conversation,
                                                                     const Now& now) const {
  const Source& source = chosen(conversation);
  if (conversation.generatePrompt && !conversation.continued.empty())
    throw Error("conversation: the last message is to be continued and the next one to be begun; expected one of both");
  Members others;  // Names that the template sees besides the messages.
  for (const auto& [role, token] : m_tokens) others.emplace_back(chat::textValue(role), chat::textValue(token));
  for (const auto& variable : conversation.variables.dict()->items) others.push_back(variable);
  // It is parsed when it is first needed: what is wrong with the messages is told first.
  std::optional<std::vector<chat::Statement>> tree;
  return [&conversation, &source, now, others = std::move(others), tree](std::vector<Value> messages) mutable {
    for (Value& message : messages) message = messageFor(message);
    std::string said;
    if (!conversation.continued.empty()) said = markContinued(messages.back(), conversation.continued, source.text);

    Members names = others;
    names.emplace_back(chat::textValue("messages"), chat::listValue(std::move(messages)));
    names.emplace_back(chat::textValue("tools"), conversation.tools);
    names.emplace_back(chat::textValue("documents"), conversation.documents);
    names.emplace_back(chat::textValue("add_generation_prompt"), conversation.generatePrompt);
    const Value all = chat::dictValue(std::move(names));
    std::string text;
    try {
      if (!tree) tree = chat::parseTemplate(source.text);
      text = chat::TemplateRun(*all.dict(), now).run(*tree);
    } catch (const chat::Raised& raised) {
      throw Error("the chat template refuses the conversation: " + std::string(raised.what()));
    } catch (const Error& error) {
      throw Error(source.place + ", " + error.what());
    }
    return conversation.continued.empty() ? text : upToMark(std::move(text), said);
  };
}

std::string ChatTemplates::presentTime(const std::string& format) {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
#ifdef _WIN32
  localtime_s(&local, &now);
#else
  localtime_r(&now, &local);
#endif
  std::string text(1024, '\0');
  text.resize(format.size() > 256 ? 0 : std::strftime(text.data(), text.size(), format.c_str(), &local));
  return text;
}

}  // namespace headlight
