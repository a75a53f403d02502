#include "ui/figures/strongest_cells.h"

#include <algorithm>
#include <cmath>

#include "core/attention/row_bands.h"

namespace headlight {

std::vector<StrongCell> strongestCells(const AttentionMaps& maps, HeadId head, const std::vector<Index>& apart,
                                       std::size_t count, const Progress& progress) {
  std::vector<StrongCell> strongest;
  const auto addRow = [&](Index query, const auto& row) {
    for (Index key = 0; key < row.size(); ++key)
      if (!std::count(apart.begin(), apart.end(), key) && std::isfinite(row(key)))
        strongest.push_back({row(key), query, key});
    const auto keep = std::min(count, strongest.size());
    std::partial_sort(strongest.begin(), strongest.begin() + static_cast<std::ptrdiff_t>(keep), strongest.end(),
                      [](const StrongCell& a, const StrongCell& b) { return std::abs(a.weight) > std::abs(b.weight); });
    strongest.resize(keep);
  };
  forEachRow(maps, head, addRow, progress);
  return strongest;
}

}  // namespace headlight
