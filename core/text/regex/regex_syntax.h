#pragma once

#include <string>
#include <string_view>

namespace headlight {

/// The PCRE2 pattern (UTF, UCP, MULTILINE) that means what `pattern` means in Oniguruma's Ruby syntax, which
/// tokenizer files are written in, with the character classes of Unicode 16.
/// Throws Error for what PCRE2 cannot express and for a pattern that ends too early.
std::string toPcre(std::string_view pattern);

}  // namespace headlight
