#pragma once

#include <string_view>
#include <vector>

#include "core/text/unicode/aligned_text.h"

namespace headlight {

/// The matches, end to end, of GPT-2's expression
/// 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+ in `text`.
void byteLevelWords(std::string_view text, std::vector<ByteRange>& words);

}  // namespace headlight
