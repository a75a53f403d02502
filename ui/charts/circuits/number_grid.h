#pragma once

#include <optional>
#include <vector>

#include "ui/charts/circuits/findings_report.h"

namespace headlight {

/// Numbers of findings in rows and columns.
struct NumberGrid {
  /// What a row or a column is about.
  struct Line {
    QString label, name;              ///< At the grid, and in a sentence.
    Index token = -1;                 ///< Of text A; −1 for none.
    std::optional<HeadId> head = {};
    double sum = 0;                   ///< Where the grid has sums: of all its numbers, those left out too.
  };
  std::vector<Line> rows, columns;
  std::vector<double> values;   ///< Row by row; infinity where there is nothing to fill.
  std::vector<QString> words;   ///< In the cells in place of numbers; empty for these.
  bool rowSums = false, columnSums = false;
  Index leftOut = 0;            ///< Rows and columns with sums that are smaller than those shown.

  double at(Index row, Index column) const { return values[static_cast<std::size_t>(row) * columns.size() + static_cast<std::size_t>(column)]; }
};

/// So many rows or columns there are at most where they are sorted by strength.
inline constexpr std::size_t kMostSortedLines = 24;

/// The painted tensor of a report whose shape is a grid: the strongest rows first where they are sorted.
NumberGrid numberGridOf(const FindingsReport& report);

}  // namespace headlight
