#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "core/text/encoding.h"

namespace headlight {

class Tokenizer;

/// A conversation in place of a text: `--chat FILE.json [--generate-prompt] [--continue-final[=FIELD]]`.
struct ChatArgument {
  std::string file;
  bool generatePrompt = false;
  std::string continued;

  /// Adds --chat to `one`, of which one is chosen, and the others to `command`.
  void addTo(CLI::App& command, CLI::Option_group& one);
  bool given() const { return !file.empty(); }
  /// What the chat template of the tokenizer in `folder` makes of the conversation; throws Error.
  std::string text(const std::filesystem::path& folder) const;
  /// The tokens of such a text, in which the template has written the special ones.
  static Encoding tokensOf(const Tokenizer& tokenizer, const std::string& text);
};

}  // namespace headlight
