#pragma once

#include <QString>

#include "ui/figures/attention_figure.h"

namespace headlight {

/// The weights of the figure's head as an HTML table, queries down and keys across, as spreadsheets take it; empty when
/// there are more than `most` cells.
QString weightTableHtml(const AttentionFigure& figure, Index most);

/// The same as lines of cells with tabs between.
QString weightTableText(const AttentionFigure& figure, Index most);

/// More cells than that do not go onto a clipboard.
inline constexpr Index kMostTableCells = 250'000;

}  // namespace headlight
