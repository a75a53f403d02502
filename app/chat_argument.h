#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "core/chat/conversation.h"

namespace headlight {

/// A conversation in place of a text: `--chat FILE.json [--generate-prompt] [--continue-final[=FIELD]]`.
struct ChatArgument {
  std::string file;
  bool generatePrompt = false;
  std::string continued;

  /// Adds --chat to `one`, of which one is chosen, and the others to `command`.
  void addTo(CLI::App& command, CLI::Option_group& one);
  bool given() const { return !file.empty(); }
  /// What the file says, or the JSON that is given in place of its name; throws Error.
  const Conversation& conversation() const;

 private:
  mutable std::optional<Conversation> m_conversation;  ///< Read once, since standard input can be read once.
};

}  // namespace headlight
