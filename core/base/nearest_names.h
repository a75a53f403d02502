#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headlight {

/// Steps (a letter put in, left out or changed) from one name to the other (Levenshtein 1966).
std::size_t stepsBetween(std::string_view a, std::string_view b);

/// Those of `names` that somebody who typed `wanted` may have meant, nearest first, at most `most`: a third of the
/// letters or fewer differ whatever their case, or one name is part of the other. Names with an owner ("owner/name")
/// are also compared without it.
std::vector<std::string> nearestNames(std::string_view wanted, const std::vector<std::string>& names,
                                      std::size_t most = 3);

/// "'a', 'b' or 'c'"; empty for none.
std::string inQuotesOr(const std::vector<std::string>& names);

}  // namespace headlight
