#include "core/image/blur.h"

#include <algorithm>
#include <cmath>

namespace headlight {
namespace {

/// The taps of a Gaussian, from -reach to reach; they sum to 1.
Eigen::VectorXf taps(double sigma) {
  const auto reach = static_cast<Index>(std::ceil(3 * sigma));
  Eigen::VectorXd weights(2 * reach + 1);
  for (Index i = 0; i < weights.size(); ++i) {
    const auto away = static_cast<double>(i - reach);
    weights[i] = std::exp(-away * away / (2 * sigma * sigma));
  }
  return (weights / weights.sum()).cast<float>();
}

/// The middle of `padded`, which is larger by the reach of the taps on each side.
Matrix blurredMiddle(const Matrix& padded, const Eigen::VectorXf& weights) {
  const Index rows = padded.rows() - weights.size() + 1, cols = padded.cols() - weights.size() + 1;
  Matrix across = Matrix::Zero(padded.rows(), cols), out = Matrix::Zero(rows, cols);
  for (Index i = 0; i < weights.size(); ++i) across += weights[i] * padded.middleCols(i, cols);
  for (Index i = 0; i < weights.size(); ++i) out += weights[i] * across.middleRows(i, rows);
  return out;
}

/// `box` with `reach` more pixels on each side, each of which `valueAt(y, x)` gives.
template <class ValueAt>
Matrix padded(const PixelBox& box, Index reach, Index height, Index width, ValueAt valueAt) {
  Matrix out(box.bottom - box.top + 2 * reach, box.right - box.left + 2 * reach);
  for (Index i = 0; i < out.rows(); ++i)
    for (Index j = 0; j < out.cols(); ++j)
      out(i, j) = valueAt(std::clamp<Index>(box.top - reach + i, 0, height - 1),
                          std::clamp<Index>(box.left - reach + j, 0, width - 1));
  return out;
}

}  // namespace

double blurWidth(Index height, Index width) { return 10.0 / 224 * static_cast<double>(std::min(height, width)); }

Matrix blurredPart(MatrixView plane, const PixelBox& box, double sigma) {
  const Eigen::VectorXf weights = taps(sigma);
  return blurredMiddle(
      padded(box, weights.size() / 2, plane.rows(), plane.cols(), [&](Index y, Index x) { return plane(y, x); }),
      weights);
}

RgbImage blurredPart(const RgbImage& image, const PixelBox& box, double sigma) {
  const Eigen::VectorXf weights = taps(sigma);
  RgbImage out{box.right - box.left, box.bottom - box.top, {}};
  out.bytes.resize(static_cast<std::size_t>(3 * out.width * out.height));
  for (Index c = 0; c < 3; ++c) {
    const Matrix colour = blurredMiddle(padded(box, weights.size() / 2, image.height, image.width,
                                               [&](Index y, Index x) {
                                                 const Index at = 3 * (y * image.width + x) + c;
                                                 return static_cast<float>(image.bytes[static_cast<std::size_t>(at)]);
                                               }),
                                        weights);
    for (Index i = 0; i < colour.size(); ++i)
      out.bytes[static_cast<std::size_t>(3 * i + c)] =
          static_cast<std::uint8_t>(std::clamp(std::lround(colour.data()[i]), 0L, 255L));
  }
  return out;
}

}  // namespace headlight
