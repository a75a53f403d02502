#pragma once

#include <Eigen/Core>

namespace headlight {

using Index = Eigen::Index;

/// A matrix of single-precision numbers, one row after the other: [rows, columns].
using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::VectorXf;

/// Any block of a Matrix (rows may lie apart), to read.
using MatrixView = Eigen::Ref<const Matrix, 0, Eigen::OuterStride<>>;
/// Any block of a Matrix (rows may lie apart), to write.
using MatrixOut = Eigen::Ref<Matrix, 0, Eigen::OuterStride<>>;

/// A rectangle of a matrix: `rows` × `cols` entries from (`row`, `col`) on.
struct Rect {
  Index row = 0, col = 0, rows = 0, cols = 0;
  bool operator==(const Rect&) const = default;
};

}  // namespace headlight
