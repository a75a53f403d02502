#include "core/ops/row_product.h"

#include <algorithm>
#include <cassert>

#include "core/base/fetch.h"
#include "core/checkpoint/number_kernels.h"
#include "core/ops/gemm.h"

namespace headlight {

bool multipliesRow(const WeightMatrix& weight, bool inOut, Index from, Index n) {
  return !weight.isSinglePrecision() && (!inOut || (weight.beginsBlock(from) && weight.beginsBlock(n)));
}

void multiplyRow(MatrixView x, const WeightMatrix& weight, bool inOut, Index from, MatrixOut out) {
  const Index in = x.cols(), n = out.cols();
  const NumberKernels& kernels = kernelsOf(weight.format());
  assert(multipliesRow(weight, inOut, from, n));
  assert(x.rows() == 1 && out.rows() == 1 && in == (inOut ? weight.rows() : weight.cols()));
  countMultiplyAdds(in * n);
  if (!inOut) {
    kernels.multiply(x.data(), weight.row(from), weight.bytesOfColumns(in), n, in, out.data());
    return;
  }
  constexpr Index kAhead = 8;
  const std::size_t begin = weight.bytesOfColumns(from), bytes = weight.bytesOfColumns(n);
  out.setZero();
  for (Index i = 0; i < in; i += kRowsAdded) {
    // Behind the last row the last one stands in, times 0.
    float numbers[kRowsAdded] = {};
    const std::byte* rows[kRowsAdded];
    for (Index k = 0; k < kRowsAdded; ++k) {
      if (i + k < in) numbers[k] = x(0, i + k);
      rows[k] = weight.row(std::min(i + k, in - 1)) + begin;
      fetch(weight.row(std::min(i + k + kAhead, in - 1)) + begin, bytes);
    }
    kernels.addRows(out.data(), numbers, rows, n);
  }
}

}  // namespace headlight
