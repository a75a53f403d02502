#include "core/ops/gemm.h"

#ifdef HEADLIGHT_ONEDNN
#include <omp.h>
#include <oneapi/dnnl/dnnl.h>
#else
#include <cblas.h>
#endif

#include <atomic>
#include <cassert>
#include <new>
#include <string>

#include "core/base/error.h"

namespace headlight {
namespace {

std::atomic<std::uint64_t> counted{0};

/// The library's own threads stay out of it: work is spread by parallelFor, which knows what else is going on.
void useOneThread() {
#ifdef HEADLIGHT_ONEDNN
  thread_local const bool once = [] {
    omp_set_num_threads(1);
    return true;
  }();
#else
  static const bool once = [] {
    openblas_set_num_threads(1);
    return true;
  }();
#endif
  (void)once;
}

void sgemm(bool transposeB, MatrixView a, MatrixView b, float scale, float keep, MatrixOut out, Index n) {
  if (out.size() == 0) return;
  if (a.cols() == 0) {
    if (keep == 0) out.setZero();
    return;
  }
  useOneThread();
  countMultiplyAdds(a.rows() * a.cols() * n);
#ifdef HEADLIGHT_ONEDNN
  const dnnl_status_t status =
      dnnl_sgemm('N', transposeB ? 'T' : 'N', a.rows(), n, a.cols(), scale, a.data(), a.outerStride(), b.data(),
                 b.outerStride(), keep, out.data(), out.outerStride());
  if (status == dnnl_out_of_memory) throw std::bad_alloc();
  if (status != dnnl_success) throw Error("oneDNN: a product failed with status " + std::to_string(status));
#else
  cblas_sgemm(CblasRowMajor, CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans, static_cast<int>(a.rows()),
              static_cast<int>(n), static_cast<int>(a.cols()), scale, a.data(), static_cast<int>(a.outerStride()),
              b.data(), static_cast<int>(b.outerStride()), keep, out.data(), static_cast<int>(out.outerStride()));
#endif
}

}  // namespace

void multiplyTransposed(MatrixView a, MatrixView b, float scale, MatrixOut out, bool add) {
  assert(a.cols() == b.cols() && out.rows() == a.rows() && out.cols() == b.rows());
  sgemm(true, a, b, scale, add ? 1.0F : 0.0F, out, b.rows());
}

void multiply(MatrixView a, MatrixView b, bool add, MatrixOut out) {
  assert(a.cols() == b.rows() && out.rows() == a.rows() && out.cols() == b.cols());
  sgemm(false, a, b, 1, add ? 1.0F : 0.0F, out, b.cols());
}

const char* multiplierName() {
#ifdef HEADLIGHT_ONEDNN
  return "oneDNN";
#else
  return "OpenBLAS";
#endif
}

void countMultiplyAdds(Index count) { counted.fetch_add(static_cast<std::uint64_t>(count), std::memory_order_relaxed); }

std::uint64_t countedMultiplyAdds() { return counted.load(std::memory_order_relaxed); }

}  // namespace headlight
