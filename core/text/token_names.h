#pragma once

#include <string>
#include <vector>

#include "core/base/index.h"
#include "core/text/encoding.h"

namespace headlight {

/// What files and messages call a token: the vocabulary's string of a special one, else what a person reads (" cat").
inline const std::string& nameOf(const Token& token) {
  return token.special || token.display.empty() ? token.text : token.display;
}

/// The tokens [begin, end) that somebody named.
struct NamedTokens {
  Index begin = 0, end = 0;
  bool operator==(const NamedTokens&) const = default;
};

/// The tokens of a text that `wanted` names:
///
///   4             the token of that number, from 0
///   chased        a word, or several next to each other ("Harry Potter"), with all its tokens
///   the#2         the second of several
///   piece:ased    one token, whatever word it belongs to; piece:ased#2
///   id:448        the token of that id in the vocabulary; id:448#2
///
/// Upper and lower case are told apart where that finds one. Throws Error for what is not there, naming what is near,
/// and for a name that several have, listing them.
NamedTokens tokensNamed(const std::string& wanted, const std::vector<Token>& tokens);

/// The tokens of several such names, or of ranges of numbers ("3-5"), separated by commas: each once, in the order of
/// the text. Throws Error likewise.
std::vector<Index> allTokensNamed(const std::string& wanted, const std::vector<Token>& tokens);

}  // namespace headlight
