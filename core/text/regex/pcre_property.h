#pragma once

#include <unicode/uniset.h>

#include <optional>
#include <string>

namespace headlight {

/// What must be added to PCRE2's \p{name} ("Lu", "sc:Han") to get `wanted`; nothing when PCRE2 does not know the name
/// or matches more. PCRE2's tables are those of the Unicode that it was built with, so they are tried out, once for
/// each name.
std::optional<icu::UnicodeSet> lackingInPcre(const std::string& name, const icu::UnicodeSet& wanted);

}  // namespace headlight
