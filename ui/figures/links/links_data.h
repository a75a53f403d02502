#pragma once

#include <vector>

#include "core/attention/attention_maps.h"

namespace headlight {

/// One weight to be drawn as a curve.
struct Link {
  int series = 0;  ///< Number of its head in the request.
  Index query = 0, key = 0;
  float weight = 0;
};

/// At most so many links are drawn: the strongest.
inline constexpr std::size_t kMaxLinks = 4000;
/// How many can be told apart in a picture of so many tokens: fewer where they lie closer.
std::size_t mostLinks(Index tokens);

/// What a links picture needs to know; a value, so that a job can compute it elsewhere.
struct LinksRequest {
  std::vector<HeadId> heads;
  std::vector<Index> sinks;      ///< Key columns that have bars instead of links.
  double threshold = 0;          ///< Smaller weights are left out.
  std::size_t most = kMaxLinks;  ///< The strongest so many links are kept.
  bool operator==(const LinksRequest&) const = default;
};

/// The links of some heads, and what went to the sinks.
struct LinksData {
  LinksRequest request;
  std::vector<Link> links;  ///< Weakest first, so that strong ones lie on top.
  std::size_t weaker = 0;   ///< Links above the threshold that are left out because there are too many.
  Matrix sinkMass;          ///< [heads, queries].
  Matrix noToken;           ///< [heads, queries]: the share of no token; [0, 0] without a learned sink.
  float largest = 0;        ///< The largest weight that is not on a sink.
  Index numberless = 0;     ///< Cells without a number: no link, and no part of a bar.
};

/// Reads the maps row by row; heads that the maps do not have are passed over.
LinksData computeLinks(const AttentionMaps& maps, const LinksRequest& request, const Progress& progress = {});

}  // namespace headlight
