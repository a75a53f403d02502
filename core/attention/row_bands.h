#pragma once

#include <algorithm>

#include "core/attention/attention_maps.h"

namespace headlight {

/// Cells of a band, rows of a map that are in memory together: 1 MiB, so that they stay in a processor's cache.
inline constexpr Index kBandCells = 1 << 18;
/// Rows of a band at least, however wide: products of few rows are slow.
inline constexpr Index kBandRows = 64;
/// Cells of a band at most: 64 MiB.
inline constexpr Index kMostBandCells = 1 << 24;

/// How many of `rows` rows with `cols` cells each are read together, at least one: a band.
inline Index bandRows(Index rows, Index cols) {
  cols = std::max<Index>(cols, 1);
  const Index wanted = std::min(std::max(kBandCells / cols, kBandRows), kMostBandCells / cols);
  return std::clamp<Index>(wanted, 1, std::max<Index>(rows, 1));
}

/// The same of `maps` maps at once, for a band that costs as much however few its rows: the highest.
inline Index bandRows(Index rows, Index cols, Index maps) {
  return std::clamp<Index>(kMostBandCells / std::max<Index>(cols * maps, 1), 1, std::max<Index>(rows, 1));
}

/// Calls each(i, row) for the rows i of `rect` from 0 on, with their weights [rect.cols]; memory is a band of rows.
template <class Each>
void forEachRow(const AttentionMaps& maps, HeadId head, const Rect& rect, const Each& each,
                const Progress& progress = {}) {
  const Index band = bandRows(rect.rows, rect.cols);
  Matrix rows;
  for (Index from = 0; from < rect.rows; from += band) {
    rows.resize(std::min(band, rect.rows - from), rect.cols);
    maps.weights(head, {rect.row + from, rect.col, rows.rows(), rect.cols}, rows);
    for (Index i = 0; i < rows.rows(); ++i) each(from + i, rows.row(i));
    progress(static_cast<double>(from + rows.rows()) / static_cast<double>(rect.rows));
  }
}

/// The same of the whole map: each(query, row).
template <class Each>
void forEachRow(const AttentionMaps& maps, HeadId head, const Each& each, const Progress& progress = {}) {
  forEachRow(maps, head, maps.whole(), each, progress);
}

/// Calls each(i, row) for i in [0, count), where `row` is row rowOf(i) of the map, its columns [col, col + cols);
/// numbers that follow one another are read together. Below 0 there is no such row, and `each` is not called.
template <class RowOf, class Each>
void forEachPickedRow(const AttentionMaps& maps, HeadId head, Index count, Index col, Index cols, const RowOf& rowOf,
                      const Each& each) {
  for (Index from = 0, to = 0; from < count; from = to) {
    const Index first = rowOf(from);
    to = from + 1;
    if (first < 0) continue;
    while (to < count && rowOf(to) == first + (to - from)) ++to;
    forEachRow(maps, head, Rect{first, col, to - from, cols},
               [&](Index i, const auto& row) { each(from + i, row); });
  }
}

}  // namespace headlight
