#include "app/chat_argument.h"

#include "app/arguments.h"
#include "core/base/files.h"
#include "core/chat/chat_templates.h"
#include "core/text/tokenizer.h"

namespace headlight {

void ChatArgument::addTo(CLI::App& command, CLI::Option_group& one) {
  const auto chat =
      one.add_option("--chat", file,
                     "A conversation, which the model's chat template makes a text of: a JSON list of messages, or "
                     "{\"messages\": …, \"tools\": …, \"documents\": …, \"template\": NAME, \"variables\": …} (- reads "
                     "standard input)")
          ->type_name("FILE.json");
  command.add_flag("--generate-prompt", generatePrompt, "End with the beginning of the model's next answer")
      ->needs(chat);
  command
      .add_flag("--continue-final{content}", continued,
                "End within the last message, which the model goes on with; of several fields, in FIELD")
      ->type_name("[=FIELD]")
      ->needs(chat);
}

std::string ChatArgument::text(const std::filesystem::path& folder) const {
  constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 26;
  Conversation conversation =
      conversationOfJson(file == "-" ? orStandardInput(file) : readFile(file, kMostBytes), "'" + file + "'");
  if (generatePrompt) conversation.generatePrompt = true;
  if (!continued.empty()) conversation.continued = continued;
  return ChatTemplates::open(folder).text(conversation);
}

Encoding ChatArgument::tokensOf(const Tokenizer& tokenizer, const std::string& text) {
  return tokenizer.encode(text, std::nullopt, false);
}

}  // namespace headlight
