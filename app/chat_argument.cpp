#include "app/chat_argument.h"

#include "app/arguments.h"
#include "core/base/files.h"

namespace headlight {

void ChatArgument::addTo(CLI::App& command, CLI::Option_group& one) {
  const auto chat =
      one.add_option("--chat", file,
                     "A conversation, which the model's chat template makes a text of: a JSON list of messages, or "
                     "{\"messages\": …, \"tools\": …, \"documents\": …, \"template\": NAME, \"variables\": …}, in a "
                     "file, as it is, or from standard input (-)")
          ->type_name("FILE.json");
  command.add_flag("--generate-prompt", generatePrompt, "End with the beginning of the model's next answer")
      ->needs(chat);
  command
      .add_flag("--continue-final{content}", continued,
                "End within the last message, which the model goes on with; of several fields, in FIELD")
      ->type_name("[=FIELD]")
      ->needs(chat);
}

const Conversation& ChatArgument::conversation() const {
  if (m_conversation) return *m_conversation;
  constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 26;
  const bool isJson = file.starts_with('[') || file.starts_with('{');
  const std::string place = isJson ? "--chat" : "'" + file + "'";
  Conversation conversation =
      conversationOfJson(isJson ? file : file == "-" ? orStandardInput(file) : readFile(file, kMostBytes), place);
  if (generatePrompt) conversation.generatePrompt = true;
  if (!continued.empty()) conversation.continued = continued;
  return m_conversation.emplace(std::move(conversation));
}

}  // namespace headlight
