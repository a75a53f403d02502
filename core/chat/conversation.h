#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/chat/value.h"

namespace headlight {

/// The role of the turns that a model writes.
inline constexpr const char* kAssistant = "assistant";

/// What is said in turns, and how it is to end.
struct Conversation {
  chat::Value messages = chat::listValue({});   ///< A list of dictionaries, oldest first.
  chat::Value tools, documents;                 ///< None when not given.
  std::string templateName = {};                ///< Empty for the one that fits.
  chat::Value variables = chat::dictValue({});  ///< Further names that the template sees.
  bool generatePrompt = false;                  ///< Whether the beginning of the next answer follows.
  std::string continued = {};  ///< The field of the last message that is to be continued, "content"; empty for none.

  /// Whether both are written alike.
  bool operator==(const Conversation& other) const;
};

/// The conversation in a JSON text: a list of messages, or {"messages": …, "tools", "documents", "template",
/// "variables", "add_generation_prompt", "continue_final_message"}. Throws Error, which begins with `place`.
Conversation conversationOfJson(std::string_view json, const std::string& place);
/// The same of what was read of it.
Conversation conversationOf(const chat::Value& root, const std::string& place);
/// The other way round, an object of what is not as it begins.
std::string jsonOf(const Conversation& conversation);

/// What a person reads of a message.
struct Turn {
  std::string role, text;
  bool isText = true;  ///< Whether its content is a text; of one in parts `text` joins those that are texts.
  bool hasMore = false;  ///< Whether it has more than a role and a content: calls of tools, a thought.
  bool operator==(const Turn&) const = default;
};

std::vector<Turn> turnsOf(const Conversation& conversation);

// The conversation with another list of turns; what else the other messages say stays. `at` is the number of a turn.

Conversation withRole(Conversation conversation, std::size_t at, const std::string& role);
Conversation withText(Conversation conversation, std::size_t at, const std::string& text);
/// The new turn has number `at`, at most the number of turns.
Conversation withNewTurn(Conversation conversation, std::size_t at, const std::string& role, const std::string& text);
Conversation withoutTurn(Conversation conversation, std::size_t at);
/// Both turns change places.
Conversation withSwapped(Conversation conversation, std::size_t at, std::size_t with);

/// A role that may follow: what a person says after an answer, an answer after anything else.
std::string nextRole(const Conversation& conversation);
/// The conversation with what a model wrote behind it: as a turn of its own, or at the end of the one that it
/// continued.
Conversation withWritten(Conversation conversation, const std::string& written);
/// The conversation as a model goes on with it: with the beginning of its answer, or within its own last turn.
Conversation answered(Conversation conversation);

}  // namespace headlight
