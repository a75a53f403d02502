#pragma once

#include <optional>
#include <vector>

#include "ui/figures/figure_frame.h"

namespace headlight {

/// Tokens side by side on one line of text: as a sentence where it fits, else at equal distances with their labels
/// upright, else with every n-th label.
struct LineAxis {
  std::vector<double> x;  ///< The middle of each token.
  double pitch = 0;       ///< The smallest distance between two neighbours.
  double size = 0;        ///< Of the labels.
  bool upright = false;   ///< Turned by 90°: read from below.
  int stride = 1;         ///< Every n-th label is shown.
  double height = 0;      ///< From the top of the labels to their end.
  std::vector<PlacedLabel> labels;

  /// The column of a token, from `top` to `bottom`.
  QRectF column(Index token, double top, double bottom) const;
};

/// Places labels with their tops at y = `top` between `left` and `right`; upright ones are at most `longest` long.
/// `largest` is the size of type for few tokens; flat ones stand at most `widestGap` of their sizes apart.
LineAxis layoutLineAxis(const std::vector<QString>& labels, double left, double right, double top, double longest,
                        double largest, const TextMetrics& metrics, double widestGap = 2.6);

}  // namespace headlight
