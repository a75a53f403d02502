#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/chat/value.h"

namespace headlight {

/// What is said in turns, and how it is to end.
struct Conversation {
  chat::Value messages;               ///< A list of dictionaries, oldest first.
  chat::Value tools, documents;       ///< None when not given.
  std::string templateName = {};      ///< Empty for the one that fits.
  chat::Value variables = chat::dictValue({});  ///< Further names that the template sees.
  bool generatePrompt = false;        ///< Whether the beginning of the next answer follows.
  std::string continued = {};  ///< The field of the last message that is to be continued, "content"; empty for none.
};

/// The conversation in a JSON text: a list of messages, or {"messages": …, "tools", "documents", "template",
/// "variables", "add_generation_prompt", "continue_final_message"}. Throws Error, which begins with `place`.
Conversation conversationOfJson(std::string_view json, const std::string& place);

/// The chat templates of a tokenizer: Jinja, of which this runs what chat templates use (chat/template_run.h), and
/// gives the same text as the reference library.
class ChatTemplates {
 public:
  /// Formats the present time as strftime does.
  using Now = std::function<std::string(const std::string&)>;

  /// Those of a folder: chat_template.jinja and additional_chat_templates/NAME.jinja, else chat_template of
  /// tokenizer_config.json, one or a list of named ones. Throws Error for files that are wrong.
  static ChatTemplates open(const std::filesystem::path& folder);
  /// A template alone; `tokens` are the names of special tokens, such as bos_token.
  ChatTemplates(std::string source, std::string place, std::map<std::string, std::string> tokens = {});

  bool isEmpty() const { return m_templates.empty(); }
  /// The text that a model reads of a conversation. Throws Error with what the template raises, or with the file and
  /// line of what in it cannot be done, or with what is wrong with the conversation.
  std::string text(const Conversation& conversation, const Now& now = presentTime) const;

  static std::string presentTime(const std::string& format);

 private:
  struct Source {
    std::string text, place;
  };

  ChatTemplates() = default;
  const Source& chosen(const Conversation& conversation) const;

  std::string m_place;
  std::map<std::string, Source> m_templates;  ///< By name; that of a tokenizer with one has none.
  std::map<std::string, std::string> m_tokens;
};

}  // namespace headlight
