#pragma once

#include <vector>

#include "core/attention/attention_maps.h"

namespace headlight {

/// A token and the weight between it and a chosen one.
struct TokenWeight {
  Index token = 0;
  float weight = 0;
  bool operator==(const TokenWeight&) const = default;
};

/// The keys that `query` looks at most, largest weight first, at most `count`; exact weights above 0.
std::vector<TokenWeight> strongestKeys(const AttentionMaps& maps, HeadId head, Index query, std::size_t count);
/// The queries that look most at `key`.
std::vector<TokenWeight> strongestQueries(const AttentionMaps& maps, HeadId head, Index key, std::size_t count);

}  // namespace headlight
