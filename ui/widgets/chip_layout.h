#pragma once

#include <QRectF>
#include <optional>
#include <vector>

namespace headlight {

/// What chips in lines need to know; lengths in pixels.
struct ChipSpec {
  std::vector<double> widths;  ///< Of each chip.
  double width = 0;            ///< Of a line; a wider chip has a line of its own and is cut.
  double height = 0;           ///< Of a chip.
  double gap = 4;
};

/// Where each chip is: from left to right, line after line.
struct ChipLayout {
  std::vector<QRectF> chips;
  int lines = 0;
  double height = 0;

  /// The chip at `point`; none between chips.
  std::optional<std::size_t> at(QPointF point) const;
};

ChipLayout layoutChips(const ChipSpec& spec);

}  // namespace headlight
