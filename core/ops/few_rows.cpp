#include "core/ops/few_rows.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

#include "core/ops/gemm.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HEADLIGHT_FEW_ROWS
#endif

namespace headlight {

#ifdef HEADLIGHT_FEW_ROWS
namespace {

/// Rows that lie apart.
template <class Number>
struct Lines {
  Number* numbers;
  Index stride;
  Number* row(Index i) const { return numbers + i * stride; }
};

/// What a block does beside its product: the next rows of b, which are wanted in the cache by the time the block ends.
struct Ahead {
  const float* first;
  Index stride, rows;
};

template <class Lanes>
constexpr Index kLanesOf = sizeof(Lanes) / sizeof(float);

using Lanes4 = float __attribute__((vector_size(16)));
using Lanes8 = float __attribute__((vector_size(32)));
using Lanes16 = float __attribute__((vector_size(64)));

/// Lanes become four: sums of every fourth.
inline __attribute__((always_inline)) void foldInto(Lanes4& to, const Lanes8& lanes) {
  to = __builtin_shufflevector(lanes, lanes, 0, 1, 2, 3) + __builtin_shufflevector(lanes, lanes, 4, 5, 6, 7);
}
inline __attribute__((always_inline)) void foldInto(Lanes4& to, const Lanes16& lanes) {
  const Lanes8 half = __builtin_shufflevector(lanes, lanes, 0, 1, 2, 3, 4, 5, 6, 7) +
                      __builtin_shufflevector(lanes, lanes, 8, 9, 10, 11, 12, 13, 14, 15);
  foldInto(to, half);
}

/// The sums of the lanes of up to four vectors.
template <class Lanes, Index count>
inline __attribute__((always_inline)) void sumLanes(const Lanes* const (&lanes)[count], float (&sums)[4]) {
  static_assert(count <= 4);
  Lanes4 four[4] = {};
#pragma GCC unroll 4
  for (Index i = 0; i < count; ++i) foldInto(four[i], *lanes[i]);
  const Lanes4 low =
      __builtin_shufflevector(four[0], four[1], 0, 4, 1, 5) + __builtin_shufflevector(four[0], four[1], 2, 6, 3, 7);
  const Lanes4 high =
      __builtin_shufflevector(four[2], four[3], 0, 4, 1, 5) + __builtin_shufflevector(four[2], four[3], 2, 6, 3, 7);
  const Lanes4 all = __builtin_shufflevector(low, high, 0, 1, 4, 5) + __builtin_shufflevector(low, high, 2, 3, 6, 7);
  std::memcpy(sums, &all, sizeof sums);
}

/// `rows` rows of a with `columns` rows of b, whose sums all stay in registers.
template <class Lanes, Index rows, Index columns>
inline __attribute__((always_inline)) void multiplyBlock(Lines<const float> a, Lines<const float> b, Index k, bool add,
                                                         Lines<float> out, Ahead ahead) {
  constexpr Index kLanesHere = kLanesOf<Lanes>;
  Lanes sums[rows][columns] = {};
  const Index whole = k - k % kLanesHere;
  for (Index d = 0; d < whole; d += kLanesHere) {
    for (Index r = 0; r < ahead.rows; ++r) __builtin_prefetch(ahead.first + r * ahead.stride + d);
    Lanes x[rows];
#pragma GCC unroll 8
    for (Index i = 0; i < rows; ++i) std::memcpy(&x[i], a.row(i) + d, sizeof x[i]);
#pragma GCC unroll 8
    for (Index j = 0; j < columns; ++j) {
      Lanes weights;
      std::memcpy(&weights, b.row(j) + d, sizeof weights);
#pragma GCC unroll 8
      for (Index i = 0; i < rows; ++i) sums[i][j] += x[i] * weights;
    }
  }
#pragma GCC unroll 8
  for (Index j = 0; j < columns; ++j) {
    const Lanes* own[rows];
#pragma GCC unroll 8
    for (Index i = 0; i < rows; ++i) own[i] = &sums[i][j];
    float products[4];
    sumLanes(own, products);
#pragma GCC unroll 8
    for (Index i = 0; i < rows; ++i) {
      for (Index d = whole; d < k; ++d) products[i] += a.row(i)[d] * b.row(j)[d];
      float& to = out.row(i)[j];
      to = add ? to + products[i] : products[i];
    }
  }
}

using Block = void (*)(Lines<const float> a, Lines<const float> b, Index k, bool add, Lines<float> out, Ahead ahead);

/// The blocks of one kind of processor: of 1 … `rows` rows, with `columns` rows of b or with one.
struct Blocks {
  Index rows, columns;
  const Block* wide;
  const Block* narrow;
};

template <Index rows, Index columns>
__attribute__((target("avx512f"))) void blockAvx512(Lines<const float> a, Lines<const float> b, Index k, bool add,
                                                    Lines<float> out, Ahead ahead) {
  multiplyBlock<Lanes16, rows, columns>(a, b, k, add, out, ahead);
}
template <Index rows, Index columns>
__attribute__((target("avx2,fma"))) void blockAvx2(Lines<const float> a, Lines<const float> b, Index k, bool add,
                                                   Lines<float> out, Ahead ahead) {
  multiplyBlock<Lanes8, rows, columns>(a, b, k, add, out, ahead);
}

constexpr Block kWide512[] = {blockAvx512<1, 6>, blockAvx512<2, 6>, blockAvx512<3, 6>, blockAvx512<4, 6>};
constexpr Block kNarrow512[] = {blockAvx512<1, 1>, blockAvx512<2, 1>, blockAvx512<3, 1>, blockAvx512<4, 1>};
constexpr Block kWide256[] = {blockAvx2<1, 4>, blockAvx2<2, 4>, blockAvx2<3, 4>};
constexpr Block kNarrow256[] = {blockAvx2<1, 1>, blockAvx2<2, 1>, blockAvx2<3, 1>};

/// Those that fit the processor; without rows where none do.
const Blocks& blocks() {
  static const Blocks found = []() -> Blocks {
    if (__builtin_cpu_supports("avx512f")) return {4, 6, kWide512, kNarrow512};
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return {3, 4, kWide256, kNarrow256};
    return {0, 0, nullptr, nullptr};
  }();
  return found;
}

}  // namespace

bool multipliesFewRows(Index rows) {
  // Fewer wait for memory either way; of more, a copy of b pays for itself.
  constexpr Index kLeast = 4, kMost = 24;
  return rows >= kLeast && rows <= kMost && blocks().rows > 0;
}

void multiplyFewRows(MatrixView a, MatrixView b, MatrixOut out, bool add) {
  assert(a.cols() == b.cols() && out.rows() == a.rows() && out.cols() == b.rows());
  countMultiplyAdds(a.rows() * a.cols() * b.rows());
  const Blocks& use = blocks();
  const Index m = a.rows(), n = b.rows(), k = a.cols();
  // Passes over the same rows of b, of nearly as many rows of a each.
  const Index passes = (m + use.rows - 1) / use.rows;
  for (Index j = 0; j < n;) {
    const bool wide = j + use.columns <= n;
    const Index columns = wide ? use.columns : 1;
    const Index behind = std::min(columns, n - j - columns), each = (behind + passes - 1) / passes;
    for (Index pass = 0; pass < passes; ++pass) {
      const Index i = m * pass / passes, rows = m * (pass + 1) / passes - i;
      const Index fetched = std::min(pass * each, behind);
      const Ahead ahead{b.data() + (j + columns + fetched) * b.outerStride(), b.outerStride(),
                        std::min(each, behind - fetched)};
      (wide ? use.wide : use.narrow)[rows - 1]({a.data() + i * a.outerStride(), a.outerStride()},
                                               {b.data() + j * b.outerStride(), b.outerStride()}, k, add,
                                               {out.data() + i * out.outerStride() + j, out.outerStride()}, ahead);
    }
    j += columns;
  }
}
#else
bool multipliesFewRows(Index) { return false; }
void multiplyFewRows(MatrixView a, MatrixView b, MatrixOut out, bool add) { multiplyTransposed(a, b, 1, out, add); }
#endif

}  // namespace headlight
