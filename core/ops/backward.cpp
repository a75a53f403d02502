#include "core/ops/backward.h"

#include <cassert>
#include <cmath>

namespace headlight {
namespace {

float logistic(float x) { return 1 / (1 + std::exp(-x)); }

/// Of x · sigmoid(scale · x).
float derivativeOfSilu(float x, float scale) {
  const float s = logistic(scale * x);
  return s + scale * x * s * (1 - s);
}

float derivativeOf(Activation activation, float x) {
  switch (activation) {
    case Activation::Identity:
      break;
    case Activation::Gelu: {
      constexpr float kRootHalf = 0.707106781F, kDensity = 0.398942280F;
      return 0.5F * std::erfc(-x * kRootHalf) + x * kDensity * std::exp(-0.5F * x * x);
    }
    case Activation::GeluTanh: {  // x · sigmoid(v), as 0.5 x (1 + tanh(v / 2)).
      constexpr float kInner = 1.59576912F, kCubic = 0.044715F;
      const float s = logistic(kInner * (x + kCubic * x * x * x));
      return s + x * s * (1 - s) * kInner * (1 + 3 * kCubic * x * x);
    }
    case Activation::QuickGelu:
      return derivativeOfSilu(x, 1.702F);
    case Activation::Relu:
      return x > 0 ? 1.0F : 0.0F;
    case Activation::Relu2:
      return x > 0 ? 2 * x : 0;
    case Activation::Silu:
      return derivativeOfSilu(x, 1);
    case Activation::Tanh: {
      const float t = std::tanh(x);
      return 1 - t * t;
    }
    case Activation::Sigmoid: {
      const float s = logistic(x);
      return s * (1 - s);
    }
  }
  return 1;
}

template <class Rows>
void throughNorm(const Norm& norm, Index heads, MatrixView in, Rows& gradient) {
  assert(in.rows() == gradient.rows() && in.cols() == gradient.cols());
  if (!norm || in.cols() == 0) return;
  const Index width = in.cols() / heads;
  const auto count = static_cast<double>(width);
  Eigen::ArrayXd x(width), g(width);
  for (Index i = 0; i < in.rows(); ++i)
    for (Index h = 0; h < heads; ++h) {
      auto out = gradient.row(i).segment(h * width, width);
      g = out.transpose().array().template cast<double>();
      if (norm.gain.size() > 0)
        g *= norm.gain.segment(norm.gain.size() > width ? h * width : 0, width).array().cast<double>();
      if (norm.kind != NormKind::Affine) {
        // y = f · (x - mean) with f = (variance + epsilon)^(-1/2): dx = f · (g - y · mean(g y)), without its mean.
        x = in.row(i).segment(h * width, width).transpose().array().cast<double>();
        if (norm.kind == NormKind::LayerNorm) x -= x.mean();
        const double factor = 1 / std::sqrt(x.square().sum() / count + norm.epsilon);
        x *= factor;
        if (norm.kind == NormKind::LayerNorm) g -= g.mean();
        g = factor * (g - x * ((g * x).sum() / count));
      }
      out = g.matrix().transpose().template cast<typename Rows::Scalar>();
    }
}

}  // namespace

void backThrough(const Linear& linear, MatrixView gradient, MatrixOut out) {
  // The map of the transposed weight: what is stored as [out, in] is read as [in, out], and the other way round.
  const Linear transposed{linear.weight, !linear.inOut, {}, linear.scale};
  apply(transposed, gradient, out);
}

void backThrough(const Norm& norm, Index heads, MatrixView in, MatrixOut gradient) {
  throughNorm(norm, heads, in, gradient);
}

void backThrough(const Norm& norm, MatrixView in, Eigen::MatrixXd& gradient) { throughNorm(norm, 1, in, gradient); }

void backThrough(Activation activation, MatrixView in, MatrixOut gradient) {
  if (activation == Activation::Identity) return;
  for (Index i = 0; i < in.rows(); ++i)
    for (Index j = 0; j < in.cols(); ++j) gradient(i, j) *= derivativeOf(activation, in(i, j));
}

void backThrough(const Xielu& f, MatrixView in, MatrixOut gradient) {
  for (Index i = 0; i < in.rows(); ++i)
    for (Index j = 0; j < in.cols(); ++j) {
      const float x = in(i, j);
      gradient(i, j) *=
          x > 0 ? 2 * f.alphaPositive * x + f.beta : ((x < f.epsilon ? std::exp(x) : 0) - 1) * f.alphaNegative + f.beta;
    }
}

void rotateBack(const RotaryTable& table, Index heads, MatrixOut gradient, Index first, Index from) {
  // The transposed rotation turns the other way; a factor in cosine and sine stays.
  RotaryTable back = table;
  back.sin = -back.sin;
  rotate(back, heads, gradient, first, from);
}

}  // namespace headlight
