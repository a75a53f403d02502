#include "core/ops/linear.h"

#include <algorithm>
#include <cassert>

#include "core/ops/gemm.h"
#include "core/ops/parallel.h"

namespace headlight {
namespace {

/// Numbers in a piece of weights: converted it takes 512 KiB, which the cache of a core holds.
constexpr Index kPiece = 128 * 1024;
/// Below this many multiplications a second thread costs more than it brings.
constexpr Index kWorthAThread = 1 << 20;
/// Pieces begin at multiples of the widest kernel, so that how a product is cut does not change its rounding.
constexpr Index kStep = 64;

Index roundUp(Index value, Index step) { return (value + step - 1) / step * step; }

}  // namespace

void apply(const Linear& linear, MatrixView x, MatrixOut out) {
  assert(x.cols() == linear.in() && out.rows() == x.rows() && out.cols() == linear.out());
  if (out.size() == 0) return;
  const Index in = linear.in(), width = linear.out();
  // Each task makes some columns of the output; with few rows one task for each thread, else as many as keep them busy.
  const Index threads = x.rows() * in * width >= kWorthAThread ? threadCount() : 1;
  const Index columns = std::min(roundUp((width + threads - 1) / threads, kStep), width);
  parallelFor((width + columns - 1) / columns, [&](Index task) {
    thread_local std::vector<float> buffer;
    const Index begin = task * columns, count = std::min(columns, width - begin);
    auto y = out.middleCols(begin, count);
    const Index piece = std::max(roundUp(kPiece / (linear.inOut ? width : in), kStep), kStep);
    if (linear.inOut) {
      for (Index i = 0; i < in; i += piece) {
        const Index rows = std::min(piece, in - i);
        const auto w = linear.weight.rowsAsFloats(i, rows, buffer);
        multiply(x.middleCols(i, rows), w.middleCols(begin, count), i > 0, y);
      }
    } else {
      for (Index i = 0; i < count; i += piece) {
        const Index rows = std::min(piece, count - i);
        const auto w = linear.weight.rowsAsFloats(begin + i, rows, buffer);
        multiplyTransposed(x, w, 1, y.middleCols(i, rows));
      }
    }
    if (linear.bias.size() > 0) y.rowwise() += linear.bias.segment(begin, count).transpose();
  });
}

}  // namespace headlight
