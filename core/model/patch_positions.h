#pragma once

#include "core/model/architecture.h"
#include "core/ops/weight_matrix.h"
#include "core/text/encoding.h"

namespace headlight {

struct PixelInput;

/// Adds to the tokens of each tile, [tokens, width], the positions of `table`: those of the first learned tokens, where
/// it has any, and then the grid of its patches, brought to the picture's as PatchesSpec::resize says. Tokens of no
/// cell behind the learned ones (padding) have the first cell's.
void addPatchPositions(const EmbeddingSpec& embedding, const WeightMatrix& table, const PixelInput& pixels,
                       const Encoding& encoding, Matrix& hidden);

/// `grid` [from[0] · from[1], width] as a grid of other rows and columns, [to[0] · to[1], width].
Matrix resizedGrid(const Matrix& grid, std::array<Index, 2> from, std::array<Index, 2> to, GridResize how);

}  // namespace headlight
