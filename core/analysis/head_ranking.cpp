#include "core/analysis/head_ranking.h"

#include <algorithm>

#include "core/analysis/similarity.h"

namespace headlight {
namespace {

/// The distance of each of `heads`, as `compare` tells it.
template <class Compare>
std::vector<HeadDistance> distances(const std::vector<HeadId>& heads, const Progress& progress,
                                    const Compare& compare) {
  std::vector<HeadDistance> all;
  const double each = 1.0 / static_cast<double>(heads.size());
  for (const HeadId head : heads) {
    const double done = static_cast<double>(all.size()) * each;
    const Comparison apart = compare(head, progress.slice(done, done + each));
    all.push_back({head, apart.divergence, apart.totalVariation, apart.largestDifference});
    progress(done + each, "comparing heads");
  }
  return all;
}

}  // namespace

std::vector<HeadDistance> rankDifferences(const AttentionMaps& a, const AttentionMaps& b, const Progress& progress) {
  std::vector<HeadId> both = a.allHeads();
  std::erase_if(both, [&b](HeadId head) { return !b.has(head); });
  std::vector<HeadDistance> ranked =
      distances(both, progress, [&](HeadId head, const Progress& part) {
        return compareHeads(a, head, b, head, part);
      });
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const HeadDistance& x, const HeadDistance& y) { return x.divergence > y.divergence; });
  return ranked;
}

std::vector<HeadDistance> rankLikeness(const AttentionMaps& maps, HeadId head, const Progress& progress) {
  std::vector<HeadId> others = maps.allHeads();
  std::erase(others, head);
  std::vector<HeadDistance> ranked = distances(others, progress, [&](HeadId other, const Progress& part) {
    return compareHeads(maps, head, maps, other, part);
  });
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const HeadDistance& x, const HeadDistance& y) { return x.divergence < y.divergence; });
  return ranked;
}

}  // namespace headlight
