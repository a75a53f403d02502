#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/base/index.h"
#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// Some rows of a matrix as codes: a number is scale · (value of its code - zero).
struct CodedRows {
  std::vector<std::uint8_t> codes;  ///< [rows, cols].
  std::vector<float> scales;        ///< [rows, groups]: number j of a row belongs to group j / CodedMatrix::group.
  std::vector<std::int16_t> zeros;  ///< [rows, groups].
};

/// A quantised matrix, whose numbers are codes with a scale and a zero point for each group in a row.
struct CodedMatrix {
  Dtype blocks = Dtype::INT4;  ///< The format in blocks that these codes have: INT8, INT4, FP8, NF4 or MXFP4.
  Shape shape;                 ///< [..., rows, cols]; rows are counted through all axes in front.
  Index group = 0;             ///< Numbers of a row that share a scale; 1 where each has its own, in any order.
  std::vector<float> values = {};    ///< Of codes, where they are others than those of `blocks`.
  /// Writes rows [first, first + count) into `rows`, whose sizes are right and whose zeros are 0; called by several
  /// threads.
  std::function<void(Index first, Index count, CodedRows& rows)> read;
  std::vector<StoredTensor> parts;  ///< What `read` reads.
};

/// The value of each code of `format`: 16 of a format of 4 bits, else 256.
std::span<const float> codeValues(Dtype format);

/// The matrix as a tensor that is made when it is used: in blocks where groups and rows are a whole number of blocks,
/// with exactly the numbers of the codes, else in F32.
StoredTensor tensorOf(CodedMatrix matrix);

}  // namespace headlight
