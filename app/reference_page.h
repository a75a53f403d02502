#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace headlight {

/// The manual page of a command line, in roff for man(1): what --help says, of every command.
std::string manualPage(const CLI::App& app, const std::string& version);

/// What a shell completes in a command line: commands, options, the choices of options, files elsewhere. `shell` is
/// "bash", "zsh" or "fish".
std::string shellCompletion(const CLI::App& app, const std::string& shell);

}  // namespace headlight
