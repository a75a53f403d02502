#pragma once

#include <string>
#include <vector>

#include "core/circuits/layer_values.h"
#include "core/model/model.h"

namespace headlight {

/// What wrote the stream of one token: rows [writers, width] whose sum is the stream.
struct StreamWriters {
  std::vector<std::string> names;  ///< "embedding", "position", "head 0.1", "attention bias 0", "mlp 0", …
  Matrix rows;

  void add(std::string name, MatrixView row);
};

/// The writers of what layer `layer` of a finished run reads at `token`: the tables of the embedding, each earlier
/// head without the bias of the output, these biases, and feed-forward networks. What goes through a norm on the way
/// is divided by what the norm divides by in the run, and the norm's bias is a writer ("attention norm bias 0"). Biases
/// that are 0 are left out. Of an encoder–decoder model, the decoder's, with "cross head 0.1". Throws Error for layers
/// with a narrower stream.
StreamWriters streamWriters(const Model& model, const Trace& trace, const RunValues& values, int layer, Index token);

}  // namespace headlight
