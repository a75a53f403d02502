#pragma once

#include <cstdint>
#include <vector>

#include "core/analysis/logit_lens.h"
#include "core/model/predictions.h"

namespace headlight {

/// The logit lens of several tokens: the likeliest token in each hidden state, with its probability.
struct LensGrid {
  struct Cell {
    std::int64_t id = 0;     ///< Of equal ones the lowest.
    double probability = 0;  ///< Softmax over the vocabulary.
  };
  Index first = 0;  ///< The first of its tokens, by number in the run.
  Index rows = 0;   ///< Tokens.
  int depths = 0;   ///< Hidden states of each: before the first layer and after every layer.
  std::vector<Cell> cells;  ///< [depths, rows].

  const Cell& at(int depth, Index token) const {
    return cells[static_cast<std::size_t>(depth * rows + token - first)];
  }
};

/// Computes the logit lens (nostalgebraist 2020) of the tokens [first, first + count) of a run. Throws Error for a
/// model that does not predict tokens and for tokens that there are not; Cancelled.
LensGrid logitLensGrid(const Model& model, const Trace& trace, Index first, Index count, const Progress& progress = {});

/// The `count` likeliest tokens at a row of the logits in each hidden state, likeliest first: [layers + 1]. Throws
/// Error as logitLens() does, and for a model that does not predict tokens.
std::vector<std::vector<Prediction>> lensPredictions(const ModelFolder& model, const Trace& trace, Index row,
                                                     int count);

}  // namespace headlight
