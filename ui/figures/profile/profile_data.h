#pragma once

#include <vector>

#include "ui/figures/attention_context.h"

#include "core/attention/attention_maps.h"

namespace headlight {

/// What a row profile needs to know; a value, so that a job can compute it elsewhere.
struct ProfileRequest {
  std::vector<HeadId> heads;
  Index query = 0;
  std::vector<Index> sinks;  ///< Key columns that have a bar of their own.
  bool operator==(const ProfileRequest&) const = default;
};

/// One query's weights in some heads.
struct ProfileData {
  ProfileRequest request;
  Matrix weights;                ///< [heads, keys]: exact, sinks and hidden keys included.
  std::vector<bool> barred;      ///< [keys]: has a bar: seen by the query in one of the layers, and no sink.
  std::vector<double> sinkMass;  ///< [heads].
  std::vector<double> noToken;   ///< [heads]: the share of no token; empty without a learned sink.
  float largest = 0;             ///< Of all that have a bar.
  Index numberless = 0;          ///< How many weights are no number.
};

/// Reads one row of each head; heads must be heads of the maps. `context` tells who sees whom.
ProfileData computeProfile(const AttentionMaps& maps, const AttentionContext& context, const ProfileRequest& request,
                           const Progress& progress = {});

}  // namespace headlight
