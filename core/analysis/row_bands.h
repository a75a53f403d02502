#pragma once

#include <algorithm>
#include <cmath>

#include "core/attention/attention_maps.h"

namespace headlight {

/// Calls `each(query, row)` for every query in order, with its weights as a row [keys]; memory is a band of rows.
template <class Each>
void forEachRow(const AttentionMaps& maps, HeadId head, const Each& each, const Progress& progress = {}) {
  constexpr Index kBandCells = 1 << 18;
  const Index keys = maps.keys(), queries = maps.queries();
  const Index band = std::clamp<Index>(kBandCells / std::max<Index>(keys, 1), 1, std::max<Index>(queries, 1));
  Matrix rows;
  for (Index from = 0; from < queries; from += band) {
    rows.resize(std::min(band, queries - from), keys);
    maps.weights(head, {from, 0, rows.rows(), keys}, rows);
    for (Index i = 0; i < rows.rows(); ++i) each(from + i, rows.row(i));
    progress(static_cast<double>(from + rows.rows()) / static_cast<double>(queries));
  }
}

/// -Σ A ln A of one row in nats, 0 ln 0 = 0.
template <class Row>
double entropyOf(const Row& row) {
  double sum = 0;
  for (Index k = 0; k < row.size(); ++k)
    if (row(k) > 0) sum -= static_cast<double>(row(k)) * std::log(static_cast<double>(row(k)));
  return sum;
}

}  // namespace headlight
