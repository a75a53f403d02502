#include "core/analysis/word_alignment.h"

#include "core/analysis/row_sums.h"
#include "core/attention/row_bands.h"

namespace headlight {

std::vector<AlignedToken> hardAlignment(const AttentionMaps& maps, HeadId head, const std::vector<bool>& isLeftOut,
                                        const Progress& progress) {
  std::vector<AlignedToken> aligned;
  forEachRow(
      maps, head,
      [&](Index query, const auto& row) {
        AlignedToken best{query, -1, 0};
        for (Index key = 0; key < maps.keys(); ++key) {
          const auto weight = static_cast<double>(row(key));
          if (weight > best.weight && (isLeftOut.empty() || !isLeftOut[static_cast<std::size_t>(key)]))
            best = {query, key, weight};
        }
        if (best.key >= 0) aligned.push_back(best);
      },
      progress);
  return aligned;
}

std::vector<double> coverage(const AttentionMaps& maps, HeadId head, const std::vector<bool>& isLeftOut,
                             const Progress& progress) {
  std::vector<double> sums(static_cast<std::size_t>(maps.keys()));
  forEachRow(
      maps, head,
      [&](Index query, const auto& row) {
        if ((!isLeftOut.empty() && isLeftOut[static_cast<std::size_t>(query)]) || !isWhole(cellsOf(row))) return;
        for (std::size_t key = 0; key < sums.size(); ++key)
          sums[key] += static_cast<double>(row(static_cast<Index>(key)));
      },
      progress);
  return sums;
}

}  // namespace headlight
