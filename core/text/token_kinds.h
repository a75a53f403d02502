#pragma once

#include <string_view>
#include <vector>

#include "core/base/index.h"
#include "core/text/encoding.h"

namespace headlight {

/// Whether a text (UTF-8) has a letter or a digit.
bool hasLetterOrDigit(std::string_view text);

/// Whether a token of the text has neither letter nor digit; added tokens are no punctuation.
bool isPunctuation(const Token& token);

/// The numbers of the tokens where heads park attention that they have no use for: the first one and those that the
/// tokenizer added (Clark et al. 2019; Xiao et al. 2023).
std::vector<Index> sinkTokens(const std::vector<Token>& tokens);

}  // namespace headlight
