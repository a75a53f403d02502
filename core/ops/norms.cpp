#include "core/ops/norms.h"

#include <array>
#include <cmath>

#include "core/base/vectorised.h"

namespace headlight {
namespace {

constexpr Index kMomentLanes = 16;

/// Σ (v - shift)^power in double precision, power 1 or 2, in lanes that vectorise.
HEADLIGHT_VECTORISED double sumOf(const float* v, Index n, double shift, bool squared) {
  std::array<double, kMomentLanes> lanes{};
  Index i = 0;
  if (squared) {
    for (; i + kMomentLanes <= n; i += kMomentLanes)
      for (Index j = 0; j < kMomentLanes; ++j) {
        const double d = static_cast<double>(v[i + j]) - shift;
        lanes[static_cast<std::size_t>(j)] += d * d;
      }
  } else {
    for (; i + kMomentLanes <= n; i += kMomentLanes)
      for (Index j = 0; j < kMomentLanes; ++j) lanes[static_cast<std::size_t>(j)] += static_cast<double>(v[i + j]);
  }
  double sum = 0;
  for (const double lane : lanes) sum += lane;
  for (; i < n; ++i) {
    const double d = static_cast<double>(v[i]) - shift;
    sum += squared ? d * d : d;
  }
  return sum;
}

/// The mean that a norm takes off, and the factor that it multiplies with then.
struct Scale {
  double mean, factor;
};

Scale scaleOf(const Norm& norm, const float* v, Index n) {
  if (norm.kind == NormKind::Affine) return {0, 1};
  const auto count = static_cast<double>(n);
  const double mean = norm.kind == NormKind::LayerNorm ? sumOf(v, n, 0, false) / count : 0;
  const double variance = sumOf(v, n, mean, true) / count;
  return {mean, 1.0 / std::sqrt(variance + norm.epsilon)};
}

HEADLIGHT_VECTORISED void scaleInto(const float* in, Index n, float mean, float factor, const float* gain,
                                    const float* bias, float* out) {
  if (gain && bias)
    for (Index i = 0; i < n; ++i) out[i] = (in[i] - mean) * factor * gain[i] + bias[i];
  else if (gain)
    for (Index i = 0; i < n; ++i) out[i] = (in[i] - mean) * factor * gain[i];
  else
    for (Index i = 0; i < n; ++i) out[i] = (in[i] - mean) * factor + (bias ? bias[i] : 0.0F);
}

/// With the gains from number `at` on.
void normalise(const Norm& norm, const float* in, Index n, float* out, Index at = 0) {
  const auto [mean, factor] = scaleOf(norm, in, n);
  scaleInto(in, n, static_cast<float>(mean), static_cast<float>(factor),
            norm.gain.size() > 0 ? norm.gain.data() + at : nullptr, norm.bias.size() > 0 ? norm.bias.data() : nullptr,
            out);
}

}  // namespace

void apply(const Norm& norm, MatrixOut rows) { applyPerHead(norm, 1, rows); }

void apply(const Norm& norm, MatrixView in, MatrixOut out) {
  if (!norm) {
    out = in;
    return;
  }
  for (Index i = 0; i < in.rows(); ++i) normalise(norm, in.row(i).data(), in.cols(), out.row(i).data());
}

void applyPerHead(const Norm& norm, Index heads, MatrixOut rows) {
  if (!norm || rows.cols() == 0) return;
  const Index width = rows.cols() / heads;
  for (Index i = 0; i < rows.rows(); ++i)
    for (Index h = 0; h < heads; ++h) {
      float* v = rows.row(i).data() + h * width;
      normalise(norm, v, width, v, norm.gain.size() > width ? h * width : 0);
    }
}

double factorOf(const Norm& norm, MatrixView row) { return norm ? scaleOf(norm, row.data(), row.cols()).factor : 1; }

void applyLinearPart(const Norm& norm, MatrixOut rows) {
  if (!norm) return;
  for (Index i = 0; i < rows.rows(); ++i) {
    auto row = rows.row(i).array();
    if (norm.kind == NormKind::LayerNorm)
      row -= static_cast<float>(scaleOf(norm, rows.row(i).data(), rows.cols()).mean);
    if (norm.gain.size() > 0) row *= norm.gain.array().transpose();
  }
}

}  // namespace headlight
