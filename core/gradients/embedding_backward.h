#pragma once

#include "core/model/architecture.h"
#include "core/model/embedding.h"
#include "core/model/weights.h"
#include "core/text/encoding.h"

namespace headlight {

/// From the derivative `gradient` [N, width] with respect to the input of the first layer to that with respect to the
/// tokens' vectors (of an image its patches', of a picture in a text the rows that stand for it), of which
/// embedVectors() made that input. In double precision: where a norm follows, a gradient is nearly at right angles to
/// its vector, and what is left of their product is the rounding.
Eigen::MatrixXd backThroughEmbedding(const Architecture& description, const Weights& weights, const Encoding& encoding,
                                     const Matrix& vectors, const Matrix& gradient);

}  // namespace headlight
