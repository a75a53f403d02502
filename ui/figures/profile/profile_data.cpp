#include "ui/figures/profile/profile_data.h"

#include <algorithm>
#include <cmath>

namespace headlight {

ProfileData computeProfile(const AttentionMaps& maps, const AttentionContext& context, const ProfileRequest& request,
                           const Progress& progress) {
  ProfileData out;
  out.request = request;
  const Index keys = maps.keys();
  out.weights = Matrix::Zero(static_cast<Index>(request.heads.size()), keys);
  out.barred.assign(static_cast<std::size_t>(keys), false);
  for (std::size_t s = 0; s < request.heads.size(); ++s) {
    const HeadId head = request.heads[s];
    const auto series = static_cast<Index>(s);
    out.weights.row(series) = maps.weights(head, {request.query, 0, 1, keys}).row(0);
    double mass = 0;
    for (Index key = 0; key < keys; ++key) {
      const bool none = !std::isfinite(out.weights(series, key));
      out.numberless += none ? 1 : 0;
      if (std::count(request.sinks.begin(), request.sinks.end(), key)) {
        mass += none ? 0 : out.weights(series, key);
      } else if (context.isVisible(head.layer, request.query, key, keys)) {
        out.barred[static_cast<std::size_t>(key)] = true;
        if (!none) out.largest = std::max(out.largest, out.weights(series, key));
      }
    }
    out.sinkMass.push_back(mass);
    if (maps.hasNoTokenShare())
      out.noToken.push_back(std::max(0.0, 1 - out.weights.row(series).cast<double>().sum()));
    progress(static_cast<double>(s + 1) / static_cast<double>(request.heads.size()));
  }
  return out;
}

}  // namespace headlight
