#include "core/ops/gemm.h"

#include <cblas.h>

#include <atomic>
#include <cassert>

namespace headlight {
namespace {

/// The library's own threads stay out of it: work is spread by parallelFor, which knows what else is going on.
void useOneThread() {
  static const bool once = [] {
    openblas_set_num_threads(1);
    return true;
  }();
  (void)once;
}

std::atomic<std::uint64_t> counted{0};

void sgemm(CBLAS_TRANSPOSE transposeB, MatrixView a, MatrixView b, float scale, float keep, MatrixOut out, Index n) {
  if (out.size() == 0) return;
  if (a.cols() == 0) {
    if (keep == 0) out.setZero();
    return;
  }
  useOneThread();
  counted.fetch_add(static_cast<std::uint64_t>(a.rows() * a.cols() * n), std::memory_order_relaxed);
  cblas_sgemm(CblasRowMajor, CblasNoTrans, transposeB, static_cast<int>(a.rows()), static_cast<int>(n),
              static_cast<int>(a.cols()), scale, a.data(), static_cast<int>(a.outerStride()), b.data(),
              static_cast<int>(b.outerStride()), keep, out.data(), static_cast<int>(out.outerStride()));
}

}  // namespace

void multiplyTransposed(MatrixView a, MatrixView b, float scale, MatrixOut out) {
  assert(a.cols() == b.cols() && out.rows() == a.rows() && out.cols() == b.rows());
  sgemm(CblasTrans, a, b, scale, 0, out, b.rows());
}

void multiply(MatrixView a, MatrixView b, bool add, MatrixOut out) {
  assert(a.cols() == b.rows() && out.rows() == a.rows() && out.cols() == b.cols());
  sgemm(CblasNoTrans, a, b, 1, add ? 1.0F : 0.0F, out, b.cols());
}

std::uint64_t countedMultiplyAdds() { return counted.load(std::memory_order_relaxed); }

}  // namespace headlight
