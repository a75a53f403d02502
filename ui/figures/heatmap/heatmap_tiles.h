#pragma once

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <tuple>

#include "ui/figures/heatmap/heatmap_data.h"

namespace headlight {

/// The entries of large heatmaps in square tiles: computed as pictures need them, kept while there is room, the least
/// recently used forgotten first. Several threads may ask.
class HeatmapTiles {
 public:
  /// Entries along a side of a tile.
  static constexpr Index kSide = 64;
  static constexpr std::size_t kMostBytes = std::size_t(48) << 20;

  explicit HeatmapTiles(std::shared_ptr<const AttentionMaps> maps) : m_maps(std::move(maps)) {}

  const std::shared_ptr<const AttentionMaps>& maps() const { return m_maps; }
  /// Answers `request`, whose region is of whole blocks, counted from the map's first cell: with a sample at first,
  /// then with more exact tiles each time, those in the middle before those at the edge, as many as `budgetMs` allows
  /// and one at least. HeatmapData::exact says how far it got. Throws Cancelled.
  HeatmapData get(const HeatmapRequest& request, int budgetMs, const Progress& progress);
  std::size_t bytes() const;

 private:
  /// The numbers of a tile among those of its head and blocks, and what else makes its entries.
  using Key = std::tuple<HeadId, Index, Index, int, bool, std::vector<Index>, Index, Index>;
  struct Tile {
    Matrix weights;
    std::list<Key>::iterator use;
  };

  std::optional<Matrix> find(const Key& key);
  void add(const Key& key, const Matrix& weights);

  std::shared_ptr<const AttentionMaps> m_maps;
  mutable std::mutex m_mutex;  ///< Of all below.
  std::map<Key, Tile> m_tiles;
  std::list<Key> m_uses;  ///< The least recent first.
  std::size_t m_bytes = 0;
  std::optional<HeatmapData> m_sample;
};

}  // namespace headlight
