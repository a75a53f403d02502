#include "core/analysis/head_ranking.h"

#include <algorithm>

#include "core/analysis/similarity.h"

namespace headlight {
namespace {

/// The distance of each of `heads`, as `distance` tells it.
template <class Distance>
std::vector<HeadDistance> distances(const std::vector<HeadId>& heads, const Progress& progress,
                                    const Distance& distance) {
  std::vector<HeadDistance> all;
  for (const HeadId head : heads) {
    all.push_back({head, distance(head)});
    progress(static_cast<double>(all.size()) / static_cast<double>(heads.size()), "comparing heads");
  }
  return all;
}

}  // namespace

std::vector<HeadDistance> rankDifferences(const AttentionMaps& a, const AttentionMaps& b, const Progress& progress) {
  std::vector<HeadId> both = a.allHeads();
  std::erase_if(both, [&b](HeadId head) { return !b.has(head); });
  std::vector<HeadDistance> ranked =
      distances(both, progress, [&](HeadId head) { return compareHeads(a, head, b, head).divergence; });
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const HeadDistance& x, const HeadDistance& y) { return x.divergence > y.divergence; });
  return ranked;
}

std::vector<HeadDistance> rankLikeness(const AttentionMaps& maps, HeadId head, const Progress& progress) {
  std::vector<HeadId> others = maps.allHeads();
  std::erase(others, head);
  std::vector<HeadDistance> ranked =
      distances(others, progress, [&](HeadId other) { return compareHeads(maps, head, maps, other).divergence; });
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const HeadDistance& x, const HeadDistance& y) { return x.divergence < y.divergence; });
  return ranked;
}

}  // namespace headlight
