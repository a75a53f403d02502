#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace headlight {

/// Appends the ends of the extended grapheme clusters of the valid `text`, in bytes: those of Unicode 17 (UAX #29), as
/// the reference engine finds them. Only regional indicators are not joined in pairs: for who looks at clusters of less
/// than 6 bytes that is the same.
void graphemeClusterEnds(std::string_view text, std::vector<std::size_t>& ends);

}  // namespace headlight
