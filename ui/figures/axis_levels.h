#pragma once

#include <vector>

#include "core/text/encoding.h"
#include "ui/figures/heatmap/heatmap_layout.h"

namespace headlight {

/// The levels of labels of an axis of `tokens` beyond the tokens: words, sentences and sections, as far as each is
/// coarser than the one before and cuts the text at all. None for few tokens.
std::vector<AxisLevel> axisLevels(const std::vector<Token>& tokens);

}  // namespace headlight
