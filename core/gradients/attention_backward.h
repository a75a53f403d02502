#pragma once

#include "core/attention/trace.h"
#include "core/base/progress.h"

namespace headlight {

/// What the heads of one attention gave in a finished run, weights times values: [N, heads · dValue].
Matrix headOutputs(const AttentionRecord& record);

/// Derivatives with respect to what an attention reads, as its products read them: queries and keys after their norms
/// and rotation. Of keys and values that several heads read, the sums over these.
struct AttentionReads {
  Matrix q, k, v;  ///< As in AttentionRecord.
};

/// From the derivative `gradient` [N, heads · dValue] with respect to the heads' outputs. The weights are made again in
/// bands of rows, so that memory is a band for each thread. The record must be of a run in which nothing was changed.
AttentionReads backThroughAttention(const AttentionRecord& record, MatrixView gradient, const Progress& progress = {});

/// The same of one head's weights and scores.
struct WeightGradients {
  Matrix weights;    ///< The weights themselves, [rows, M].
  Matrix toWeights;  ///< With respect to the weights as free variables, also those that a mask makes 0.
  Matrix toScores;   ///< With respect to the final scores; 0 where masked.
};
/// Of `rows` queries from `first` on, over the keys [begin, end), which must hold all that they see where toScores is
/// wanted; `gradient` [rows, dValue] is the derivative with respect to the head's outputs for these queries.
WeightGradients weightGradients(const AttentionRecord& record, int head, const Rect& rect, MatrixView gradient);

}  // namespace headlight
