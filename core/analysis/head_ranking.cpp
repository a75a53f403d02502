#include "core/analysis/head_ranking.h"

#include <algorithm>

#include "core/analysis/similarity.h"

namespace headlight {
namespace {

/// The distance of every head of a `layers` × `heads` grid, as `distance` tells it, in the order of heads.
template <class Distance>
std::vector<HeadDistance> distances(int layers, int heads, const Progress& progress, const Distance& distance) {
  std::vector<HeadDistance> all;
  for (int layer = 0; layer < layers; ++layer)
    for (int head = 0; head < heads; ++head) {
      all.push_back({{layer, head}, distance(HeadId{layer, head})});
      progress(static_cast<double>(all.size()) / (layers * heads), "comparing heads");
    }
  return all;
}

}  // namespace

std::vector<HeadDistance> rankDifferences(const AttentionMaps& a, const AttentionMaps& b, const Progress& progress) {
  std::vector<HeadDistance> ranked =
      distances(std::min(a.layers(), b.layers()), std::min(a.heads(), b.heads()), progress,
                [&](HeadId head) { return compareHeads(a, head, b, head).divergence; });
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const HeadDistance& x, const HeadDistance& y) { return x.divergence > y.divergence; });
  return ranked;
}

std::vector<HeadDistance> rankLikeness(const AttentionMaps& maps, HeadId head, const Progress& progress) {
  std::vector<HeadDistance> ranked = distances(maps.layers(), maps.heads(), progress, [&](HeadId other) {
    return other == head ? 0 : compareHeads(maps, head, maps, other).divergence;
  });
  ranked.erase(ranked.begin() + static_cast<std::ptrdiff_t>(head.layer) * maps.heads() + head.head);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const HeadDistance& x, const HeadDistance& y) { return x.divergence < y.divergence; });
  return ranked;
}

}  // namespace headlight
