#include "core/ops/rotary.h"

#include <cassert>

#include "core/base/vectorised.h"

namespace headlight {
namespace {

HEADLIGHT_VECTORISED void rotateHalves(float* x, const float* cos, const float* sin, Index half) {
  for (Index j = 0; j < half; ++j) {
    const float a = x[j], b = x[j + half];
    x[j] = a * cos[j] - b * sin[j];
    x[j + half] = b * cos[j] + a * sin[j];
  }
}

HEADLIGHT_VECTORISED void rotatePairs(float* x, const float* cos, const float* sin, Index half) {
  for (Index j = 0; j < half; ++j) {
    const float a = x[2 * j], b = x[2 * j + 1];
    x[2 * j] = a * cos[j] - b * sin[j];
    x[2 * j + 1] = b * cos[j] + a * sin[j];
  }
}

}  // namespace

void rotate(const RotaryTable& table, Index heads, MatrixOut rows, Index first, Index from) {
  const Index half = table.cos.cols(), dHead = rows.cols() / heads;
  assert(from + 2 * half <= dHead && first >= table.first && first + rows.rows() <= table.first + table.cos.rows());
  const Index at = first - table.first;
  const auto turn = table.interleaved ? rotatePairs : rotateHalves;
  for (Index i = 0; i < rows.rows(); ++i)
    for (Index h = 0; h < heads; ++h)
      turn(rows.row(i).data() + h * dHead + from, table.cos.row(at + i).data(), table.sin.row(at + i).data(), half);
}

}  // namespace headlight
