#pragma once

#include <vector>

#include "ui/figures/figure_frame.h"

namespace headlight {

/// Tokens side by side on one line of text: as a sentence where it fits, else at equal distances with their labels
/// upright, else with some of their labels.
struct LineAxis {
  std::vector<double> x;  ///< The middle of each token.
  double pitch = 0;       ///< The smallest distance between two neighbours.
  double size = 0;        ///< Of the labels.
  bool upright = false;   ///< Turned by 90°: read from below.
  int stride = 1;         ///< Above 1 not every label is shown: they would need so many times the room.
  double height = 0;      ///< From the top of the labels to their end.
  std::vector<PlacedLabel> labels;

  /// The column of a token, from `top` to `bottom`.
  QRectF column(Index token, double top, double bottom) const;
  /// Moves the labels, which are placed at y = 0 before it is known how high they are.
  void moveDown(double by);
};

/// Places labels with their tops at y = `top` between `left` and `right`; upright ones are at most `longest` long.
/// `largest` is the size of type for few tokens, `least` the smallest; flat ones stand at most `widestGap` of their
/// sizes apart. Where not all have room, the labels of the `wanted` tokens come first.
LineAxis layoutLineAxis(const std::vector<QString>& labels, double left, double right, double top, double longest,
                        double largest, double least, const TextMetrics& metrics, double widestGap = 2.6,
                        const std::vector<Index>& wanted = {});

}  // namespace headlight
