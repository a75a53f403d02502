#pragma once

#include <cstdint>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "app/command_line.h"

namespace headlight::test {

/// What came of a command line.
struct Outcome {
  std::optional<int> code;  ///< None where a window is to be opened.
  std::string out, err;
  WindowRequest window;

  /// Whether `words` are among what was written as errors and remarks.
  bool said(const std::string& words) const { return err.find(words) != std::string::npos; }
};

/// Runs a command line in this program, with `input` as its standard input.
inline Outcome run(const std::vector<std::string>& arguments, const std::string& input = {}) {
  std::istringstream in(input);
  std::streambuf* const before = std::cin.rdbuf(in.rdbuf());
  std::ostringstream out, err;
  Outcome outcome;
  outcome.code = runCommandLine(arguments, out, err, outcome.window);
  std::cin.rdbuf(before);
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

/// `arguments` and `more` behind them.
inline std::vector<std::string> with(std::vector<std::string> arguments, const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

/// Ids as an option takes them: "5,17,3".
inline std::string idList(const std::vector<std::int64_t>& ids) {
  std::string text;
  for (const std::int64_t id : ids) text += (text.empty() ? "" : ",") + std::to_string(id);
  return text;
}

}  // namespace headlight::test
