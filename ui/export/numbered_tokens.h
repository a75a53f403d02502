#pragma once

#include <memory>

#include "ui/figures/attention_figure.h"

namespace headlight {

/// The same weights with the place of each token ("1", "2", …) instead of what it says.
std::shared_ptr<const AttentionMaps> numberedTokens(std::shared_ptr<const AttentionMaps> maps);

/// Makes `figure` show its weights without anything of the text, for confidential work.
void leaveTextOut(AttentionFigure& figure);

/// `figure` in another style, with or without what it says of the text.
std::unique_ptr<AttentionFigure> copyOf(const AttentionFigure& figure, const FigureStyle& style, bool withText);

}  // namespace headlight
