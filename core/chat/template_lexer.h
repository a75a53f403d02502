#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headlight::chat {

/// A part of a template. A tag, or an expression to be written, is what is between its Begin and End.
struct Lexeme {
  enum class Kind { Text, BlockBegin, BlockEnd, OutputBegin, OutputEnd, Name, String, Digits, Real, Operator, End };
  Kind kind;
  std::string text;  ///< Of a string, what it means.
  int line;          ///< From 1.
};

/// The parts of a template, with what its tags take away of the white space around them: the line end after a tag and
/// the space before one that begins its line, or all up to the next text where the tag has a minus; comments are gone.
/// Throws Error.
std::vector<Lexeme> lexemesOf(std::string_view source);

}  // namespace headlight::chat
