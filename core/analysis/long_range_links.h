#pragma once

#include <vector>

#include "core/attention/attention_maps.h"

namespace headlight {

/// A weight between two tokens.
struct LongRangeLink {
  Index query = 0, key = 0;
  float weight = 0;
  bool operator==(const LongRangeLink&) const = default;
};

/// Which links are looked for.
struct FarLinksRequest {
  HeadId head;
  Index distance = 32;         ///< The tokens are at least so far apart.
  std::size_t most = 100;      ///< The strongest so many.
  std::vector<Index> leftOut;  ///< Key columns that do not count (sinks), ascending.
  bool operator==(const FarLinksRequest&) const = default;
};

/// The strongest links of a head between tokens far apart, the strongest first (of equals the earlier query, then the
/// earlier key); links of weight 0 and gaps are none. Reads the whole head row by row; memory is a band of rows.
std::vector<LongRangeLink> farLinks(const AttentionMaps& maps, const FarLinksRequest& request,
                                    const Progress& progress = {});

}  // namespace headlight
