#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/chat/conversation.h"
#include "core/chat/turn_ranges.h"

namespace headlight {

/// What a model reads of a conversation.
struct ChatText {
  std::string text;  ///< UTF-8.
  TurnRanges turns;  ///< Where in it is what the turns say; all else the template wrote.
};

/// The chat templates of a tokenizer: Jinja, of which this runs what chat templates use (chat/template_run.h), and
/// gives the same text as the reference library.
class ChatTemplates {
 public:
  /// Formats the present time as strftime does.
  using Now = std::function<std::string(const std::string&)>;

  /// Those of a folder: chat_template.jinja and additional_chat_templates/NAME.jinja, else chat_template of
  /// tokenizer_config.json, one or a list of named ones. `tokens` are the names of special tokens, such as bos_token.
  /// Throws Error for files that are wrong.
  static ChatTemplates open(const std::filesystem::path& folder, std::map<std::string, std::string> tokens);
  /// Those of files that are wrong: a conversation gets to know `why`.
  static ChatTemplates unusable(std::string why);
  /// None yet; `place` is what messages call where they come from.
  ChatTemplates(std::string place, std::map<std::string, std::string> tokens)
      : m_place(std::move(place)), m_tokens(std::move(tokens)) {}
  /// Adds a template; the only one of a tokenizer has no name.
  void add(const std::string& name, std::string source, std::string place) {
    m_templates[name] = {std::move(source), std::move(place)};
  }

  /// Whether there is none, nor one that is wrong.
  bool isEmpty() const { return m_templates.empty() && m_fault.empty(); }
  /// Who may speak: system, user, assistant, and what other roles are named in a template.
  std::vector<std::string> roles() const;
  /// The text that a model reads of a conversation. Throws Error with what the template raises, or with the file and
  /// line of what in it cannot be done, or with what is wrong with the conversation.
  std::string text(const Conversation& conversation, const Now& now = presentTime) const;

  /// The same with the places of the turns; throws likewise.
  ChatText read(const Conversation& conversation, const Now& now = presentTime) const;

  static std::string presentTime(const std::string& format);

 private:
  struct Source {
    std::string text, place;
  };

  const Source& chosen(const Conversation& conversation) const;
  /// What writes the messages of `conversation`, or others in their place; throws Error.
  std::function<std::string(std::vector<chat::Value>)> writer(const Conversation& conversation, const Now& now) const;

  std::string m_place;
  std::string m_fault;  ///< Why none of them can be used; empty where they can.
  std::map<std::string, Source> m_templates;  ///< By name; that of a tokenizer with one has none.
  std::map<std::string, std::string> m_tokens;
};

}  // namespace headlight
