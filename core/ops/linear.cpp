#include "core/ops/linear.h"

#include <algorithm>
#include <cassert>

#include "core/ops/gemm.h"
#include "core/ops/parallel.h"

namespace headlight {
namespace {

/// Numbers in a piece of 16-bit weights: converted it takes 2 MiB. Smaller pieces would stay nearer in the cache, but
/// every piece makes the library arrange the input anew, which costs more.
constexpr Index kPiece = 512 * 1024;
/// Columns of the output that a task makes at least, for the same reason.
constexpr Index kTask = 512;
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
  // Each task makes some columns of the output. Wide outputs have several tasks for each thread, so that a thread that
  // has to share its core does not keep the others waiting.
  const Index threads = x.rows() * in * width >= kWorthAThread ? threadCount() : 1;
  // Sixteen-bit [in, out] weights are converted whole by every task, so there are no more than threads.
  const bool convertsAll = linear.inOut && !linear.weight.isSinglePrecision();
  const Index share = convertsAll ? 1 : std::clamp<Index>(width / (threads * kTask), 1, 8);
  const Index tasks = threads > 1 ? threads * share : 1;
  const Index columns = std::min(roundUp((width + tasks - 1) / tasks, kStep), width);
  parallelFor((width + columns - 1) / columns, [&](Index task) {
    thread_local std::vector<float> buffer;
    const Index begin = task * columns, count = std::min(columns, width - begin);
    auto y = out.middleCols(begin, count);
    const Index fits = linear.weight.isSinglePrecision() ? std::max(in, width) : kPiece / (linear.inOut ? width : in);
    const Index piece = std::max(roundUp(fits, kStep), kStep);
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
