#include "ui/figures/heatmap/heatmap_tiles.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace headlight {
namespace {

/// A tile that a request needs, and where it lies among the entries of all the map.
struct NeededTile {
  Index row = 0, col = 0;    ///< Its number.
  Index top = 0, left = 0;   ///< Its first entry.
  Index rows = 0, cols = 0;  ///< Its entries.
};

/// Puts what `from`, whose first entry is (top, left), and `to`, whose first is (toTop, toLeft), have in common into
/// `to`.
void copyCommon(const Matrix& from, Index top, Index left, Matrix& to, Index toTop, Index toLeft) {
  const Index rowBegin = std::max(top, toTop), rowEnd = std::min(top + from.rows(), toTop + to.rows());
  const Index colBegin = std::max(left, toLeft), colEnd = std::min(left + from.cols(), toLeft + to.cols());
  if (rowBegin >= rowEnd || colBegin >= colEnd) return;
  to.block(rowBegin - toTop, colBegin - toLeft, rowEnd - rowBegin, colEnd - colBegin) =
      from.block(rowBegin - top, colBegin - left, rowEnd - rowBegin, colEnd - colBegin);
}

}  // namespace

std::size_t HeatmapTiles::bytes() const {
  const std::lock_guard lock(m_mutex);
  return m_bytes;
}

std::optional<Matrix> HeatmapTiles::find(const Key& key) {
  const std::lock_guard lock(m_mutex);
  const auto found = m_tiles.find(key);
  if (found == m_tiles.end()) return {};
  m_uses.splice(m_uses.end(), m_uses, found->second.use);
  return found->second.weights;
}

void HeatmapTiles::add(const Key& key, const Matrix& weights) {
  const std::lock_guard lock(m_mutex);
  if (m_tiles.count(key)) return;
  const auto bytesOf = [](const Matrix& m) { return static_cast<std::size_t>(m.size()) * sizeof(float); };
  m_bytes += bytesOf(weights);
  m_tiles.emplace(key, Tile{weights, m_uses.insert(m_uses.end(), key)});
  while (m_bytes > kMostBytes) {
    const auto oldest = m_tiles.find(m_uses.front());
    m_bytes -= bytesOf(oldest->second.weights);
    m_tiles.erase(oldest);
    m_uses.pop_front();
  }
}

HeatmapData HeatmapTiles::get(const HeatmapRequest& request, int budgetMs, const Progress& progress) {
  const auto start = std::chrono::steady_clock::now();
  const Rect& region = request.region;
  const Index top = region.row / request.rowsEach, left = region.col / request.colsEach;
  HeatmapData data = emptyHeatmapData(*m_maps, request);
  Matrix& weights = data.weights;
  const Index bottom = top + weights.rows(), right = left + weights.cols();
  const Index allRows = (m_maps->queries() + request.rowsEach - 1) / request.rowsEach;
  const Index allCols = (m_maps->keys() + request.colsEach - 1) / request.colsEach;
  const auto keyOf = [&](const NeededTile& tile) {
    return Key{request.head,      request.rowsEach, request.colsEach, static_cast<int>(request.pool),
               request.diverging, request.sinks,    tile.row,         tile.col};
  };
  std::vector<NeededTile> missing;
  std::vector<std::pair<NeededTile, Matrix>> known;
  for (Index row = top / kSide; row * kSide < bottom; ++row)
    for (Index col = left / kSide; col * kSide < right; ++col) {
      NeededTile tile{row, col, row * kSide, col * kSide, 0, 0};
      tile.rows = std::min(kSide, allRows - tile.top);
      tile.cols = std::min(kSide, allCols - tile.left);
      if (std::optional<Matrix> weightsOfTile = find(keyOf(tile)))
        known.emplace_back(tile, std::move(*weightsOfTile));
      else
        missing.push_back(tile);
    }
  const std::size_t all = known.size() + missing.size();
  std::optional<HeatmapData> sample;
  if (!missing.empty()) {
    {
      const std::lock_guard lock(m_mutex);
      if (m_sample && m_sample->request == request) sample = m_sample;
    }
    if (!sample) {
      sample = sampleHeatmapData(*m_maps, request, progress);
      const std::lock_guard lock(m_mutex);
      m_sample = sample;
    } else {
      const auto aside = [&](const NeededTile& tile) {
        const Index down = 2 * tile.top + tile.rows - top - bottom, across = 2 * tile.left + tile.cols - left - right;
        return down * down + across * across;
      };
      std::sort(missing.begin(), missing.end(),
                [&](const NeededTile& a, const NeededTile& b) { return aside(a) > aside(b); });
      const auto isOver = [&] {
        return std::chrono::steady_clock::now() - start > std::chrono::milliseconds(budgetMs);
      };
      do {
        const NeededTile tile = missing.back();
        HeatmapRequest part = request;
        part.region = {tile.top * request.rowsEach, tile.left * request.colsEach, 0, 0};
        part.region.rows = std::min(tile.rows * request.rowsEach, m_maps->queries() - part.region.row);
        part.region.cols = std::min(tile.cols * request.colsEach, m_maps->keys() - part.region.col);
        const double done = 1 - static_cast<double>(missing.size()) / static_cast<double>(all);
        Matrix found = heatmapWeights(*m_maps, part, progress.slice(done, done));
        add(keyOf(tile), found);
        known.emplace_back(tile, std::move(found));
        missing.pop_back();
      } while (!missing.empty() && !isOver());
    }
    weights = sample->weights;
  }
  for (const auto& [tile, exact] : known) copyCommon(exact, tile.top, tile.left, weights, top, left);
  data.exact = all > 0 ? 1 - static_cast<double>(missing.size()) / static_cast<double>(all) : 1;
  noteNumbers(data);
  progress(data.exact);
  return data;
}

}  // namespace headlight
