#include "core/ops/rotary.h"

#include <cassert>

namespace headlight {

void rotate(const RotaryTable& table, Index heads, MatrixOut rows) {
  const Index half = table.cos.cols(), dHead = rows.cols() / heads;
  assert(2 * half <= dHead && rows.rows() <= table.cos.rows());
  const Index step = table.interleaved ? 2 : 1, other = table.interleaved ? 1 : half;
  for (Index i = 0; i < rows.rows(); ++i) {
    const float* cos = table.cos.row(i).data();
    const float* sin = table.sin.row(i).data();
    for (Index h = 0; h < heads; ++h) {
      float* x = rows.row(i).data() + h * dHead;
      for (Index j = 0; j < half; ++j) {
        const float a = x[j * step], b = x[j * step + other];
        x[j * step] = a * cos[j] - b * sin[j];
        x[j * step + other] = b * cos[j] + a * sin[j];
      }
    }
  }
}

}  // namespace headlight
