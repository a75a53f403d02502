#pragma once

#include <Eigen/Core>

#include "core/model/model.h"

namespace headlight {

/// The matrices of one head of self-attention, row vectors times a matrix: queries, keys and values of what the layer
/// reads, and what its output writes.
struct HeadWeights {
  Eigen::MatrixXd query, key;             ///< [width, dHead]
  Eigen::MatrixXd value;                  ///< [width, dValue]
  Eigen::MatrixXd output;                 ///< [dValue, width]
  Eigen::RowVectorXd queryBias, keyBias;  ///< [dHead], or empty for none.
};

/// Whether weights are as stored, or with what belongs to them folded in: the gain of the norm before the attention
/// (and, for LayerNorm, the mean over the width taken out of what is read and written), the gains of norms of queries
/// and keys, and the gain of a norm behind the sublayer in what is written (TransformerLens's fold_ln with
/// center_writing_weights).
enum class Folding { Raw, Folded };

/// The matrices of head `head` of `layer`; query heads of a group share keys and values. Biases are those as stored.
/// Throws Error for latent attention, whose queries and keys are no one product, and for layers with a narrower stream.
HeadWeights headWeights(const Model& model, int layer, int head, Folding folding);

}  // namespace headlight
