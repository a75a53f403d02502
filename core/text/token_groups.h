#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "core/base/index.h"
#include "core/text/encoding.h"

namespace headlight {

/// Neighbouring tokens that are shown as one: tokens [begin, end) under one label.
struct TokenGroup {
  Index begin = 0, end = 0;
  Token token;  ///< What stands for the group on an axis.
};

/// Whether a text has a space between two pieces that do not say so: not in Chinese, before a closing mark or behind an
/// opening one.
bool isSpaceBetween(std::string_view before, std::string_view after);

/// Cuts tokens into words: the pieces of one word together, every added token alone. A piece that begins with a space,
/// and a piece of another pre-tokenized word, begins a new word unless it continues a word without a space between (as
/// "'s" or a hyphen do not).
std::vector<TokenGroup> wordGroups(const std::vector<Token>& tokens);

/// Cuts tokens into sentences: one ends after ".", "!", "?" or "…" (and closing quotes), or at a line's end; added
/// tokens stay alone. The parts of a picture in a text are one.
std::vector<TokenGroup> sentenceGroups(const std::vector<Token>& tokens);

/// Puts the parts of each picture in a text together, and leaves all other tokens alone.
std::vector<TokenGroup> pictureGroups(const std::vector<Token>& tokens);

/// Cuts tokens into sections: one ends at an empty line. A text without any is one section.
std::vector<TokenGroup> sectionGroups(const std::vector<Token>& tokens);

/// Puts the tokens of each span (half-open ranges of token numbers, ascending, not overlapping) together and leaves the
/// others alone.
std::vector<TokenGroup> spanGroups(const std::vector<Token>& tokens, const std::vector<std::pair<Index, Index>>& spans);

}  // namespace headlight
