#pragma once

#include <QString>
#include <vector>

#include "core/text/encoding.h"

namespace headlight {

/// A token as a label shows it: no space around it, white space made visible ("␣", "↵", "⇥"), never empty; a part of a
/// picture in a text with a sign ("▦ r3c5").
QString tokenLabel(const Token& token);

/// The labels of all tokens.
std::vector<QString> tokenLabels(const std::vector<Token>& tokens);

/// The labels of all tokens as an axis shows them: long names of special tokens are shortened ("<|endoftext|>" to
/// "⟨eot⟩", "<|start_header_id|>" to "⟨shi⟩"), unless two of them would have the same.
std::vector<QString> axisLabels(const std::vector<Token>& tokens);

/// "⟨eot⟩ = <|endoftext|>": what axisLabels shortened, each once; at most three, with "…" behind the last where there
/// are more. Empty for none.
QString shortenedNames(const std::vector<Token>& tokens);

/// Tokens whose texts are their places ("1", "2", …). Special ones keep their names: they are no part of the text.
std::vector<Token> numberedTokens(const std::vector<Token>& tokens);

}  // namespace headlight
