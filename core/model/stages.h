#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/attention/scores.h"
#include "core/attention/trace.h"
#include "core/model/architecture.h"
#include "core/model/weights.h"

namespace headlight {

// Stages of fewer and fewer patches, whose attention goes over windows of a grid (Liu et al. 2021, "Swin Transformer").

/// The grid in which the tokens of a stage stand, row by row.
struct StageGrid {
  Index rows = 0, cols = 0;        ///< Of patches.
  Index allRows = 0, allCols = 0;  ///< With those that fill it up to whole windows.
};
StageGrid gridOf(const Encoding& encoding);

/// Whether a token of a stage fills its grid up: its vector is 0 whenever a layer's attention reads it, and nothing
/// else does.
bool fillsGrid(const Token& token);

/// The tokens of the stage that `stage` describes, made of those before it: of an image's patches for the first stage,
/// for others of the tokens of the stage before, 2 · 2 of which become one. Their boxes go on beyond the picture where
/// they fill the grid up. Throws Error for a grid with fewer rows or columns than a window.
Encoding stageTokens(const Architecture& stage, const Encoding& before);

/// The tokens of each stage of a model, first stage first, of those of an image's patches.
std::vector<Encoding> tokensOfStages(const Architecture& last, const Encoding& image);
/// The tokens of the patches of the image that a run of stages read.
Encoding imageTokens(const Trace& last);
/// The stage as an attention: AttentionType::Self for the last one, as for a stack without stages.
AttentionType attentionOf(const Architecture& stage);

/// Throws Error, beginning with `what`, for a model of several stages.
void refuseStages(const std::string& what, const Architecture& last);

/// What the first layer of a stage reads, [tokens, width]: the patches of the image that `trace` keeps, or the merged
/// ones of the stage before it.
Matrix stageInput(const Architecture& stage, const Weights& weights, const Trace& trace);

/// The windows of a layer over the grid of `encoding`. Where they are shifted, those at the edges of the picture hold
/// less: the library joins what is left at opposite edges, and hides each from the other.
struct GridWindows {
  std::shared_ptr<const std::vector<Visibility::Range>> ranges;  ///< Of whole rows of windows.
  std::shared_ptr<const std::vector<Index>> windows;             ///< As Visibility::windows.
  std::vector<Index> cells;                                      ///< As PositionTerm::cells.
};
GridWindows gridWindows(const AttentionSpec& attention, const Encoding& encoding);

}  // namespace headlight
