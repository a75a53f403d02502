#pragma once

#include <string>

#include "core/circuits/layer_values.h"
#include "core/model/model.h"
#include "core/ops/norms.h"

namespace headlight {

/// Why logits are not sums over the parts of a model; empty where they are: causal models of one stack in which the
/// stream is a sum (norms before its layers or inside them) and the head is one map.
std::string reasonAgainstSums(const Model& model);

/// What is written into the stream of one token, as the output matrix sees it: through the norms on the way, each
/// dividing by what it divides by in the run. Only for models without a reason against sums.
class DirectDirections {
 public:
  DirectDirections(const Model& model, const Trace& trace, const RunValues& values, Index row);

  /// Rows that are added to the stream [count, width], behind the final norm without its bias, times the head's scale.
  Matrix throughEnd(Matrix rows) const;
  /// The same of what each head of a layer writes, without the output's bias: [heads, width].
  Matrix writtenByHeads(int layer) const;

 private:
  const Model& m_model;
  const Trace& m_trace;
  const RunValues& m_values;
  Index m_row;
};

/// Rows through `norm` (none: as they are) without its bias, divided by what it divides `row` by.
void passNorm(const Norm& norm, MatrixView row, MatrixOut rows);

/// The norm of queries or keys as one head has it, [dHead], where it goes over each head by itself.
Norm normOfHead(const Norm& norm, Index head, Index dHead);

/// What each head of a layer writes for one token, from its output [1, heads · dValue]: [heads, width], without the
/// bias.
Matrix headsWritten(const Linear& output, int heads, MatrixView context);

}  // namespace headlight
