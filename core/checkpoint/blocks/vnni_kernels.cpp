#include "core/checkpoint/blocks/vnni_kernels.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include "core/checkpoint/blocks/vnni_row_product.h"

namespace headlight::blocks {
namespace {

/// Left to the portable kernel where x cannot be split.
template <typename Block, Dtype format>
void multiplyDigits(const float* x, const std::byte* first, std::size_t stride, Index rows, Index n, float* out) {
  if (!vnni::multiply<Block>(x, first, stride, rows, n, out))
    portableKernelsOf(format).multiply(x, first, stride, rows, n, out);
}

bool multipliesDigits() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("avx512f") &&
         __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512vnni");
}

template <typename Block, Dtype format>
constexpr NumberKernels digitKernels() {
  return {nullptr, multiplyDigits<Block, format>};
}

}  // namespace

NumberKernels vnniKernels(Dtype format) {
  static const bool supported = multipliesDigits();
  if (!supported) return {};
  switch (format) {
    case Dtype::Q8_0:
      return digitKernels<avx2::Q8_0, Dtype::Q8_0>();
    case Dtype::Q4_0:
      return digitKernels<avx2::Q4_0, Dtype::Q4_0>();
    case Dtype::Q4_1:
      return digitKernels<avx2::Q4_1, Dtype::Q4_1>();
    case Dtype::Q5_0:
      return digitKernels<avx2::Q5_0, Dtype::Q5_0>();
    case Dtype::Q5_1:
      return digitKernels<avx2::Q5_1, Dtype::Q5_1>();
    case Dtype::IQ4_NL:
      return digitKernels<avx2::Iq4Nl, Dtype::IQ4_NL>();
    case Dtype::MXFP4:
      return digitKernels<avx2::Mxfp4, Dtype::MXFP4>();
    case Dtype::Q3_K:
      return digitKernels<avx2::Q3K, Dtype::Q3_K>();
    case Dtype::Q4_K:
      return digitKernels<avx2::Q4K, Dtype::Q4_K>();
    case Dtype::Q5_K:
      return digitKernels<avx2::Q5K, Dtype::Q5_K>();
    case Dtype::Q6_K:
      return digitKernels<avx2::Q6K, Dtype::Q6_K>();
    case Dtype::IQ4_XS:
      return digitKernels<avx2::Iq4Xs, Dtype::IQ4_XS>();
    case Dtype::INT8:
      return digitKernels<avx2::Int8, Dtype::INT8>();
    case Dtype::INT4:
      return digitKernels<avx2::Int4, Dtype::INT4>();
    default:
      return {};
  }
}

}  // namespace headlight::blocks

#else

namespace headlight::blocks {

NumberKernels vnniKernels(Dtype) { return {}; }

}  // namespace headlight::blocks

#endif
