#include "core/ops/activations.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "core/base/error.h"
#include "core/base/vectorised.h"

namespace headlight {
namespace {

constexpr std::array<std::pair<std::string_view, Activation>, 14> kNames{{{"gelu", Activation::Gelu},
                                                                          {"gelu_python", Activation::Gelu},
                                                                          {"gelu_new", Activation::GeluTanh},
                                                                          {"gelu_fast", Activation::GeluTanh},
                                                                          {"gelu_pytorch_tanh", Activation::GeluTanh},
                                                                          {"quick_gelu", Activation::QuickGelu},
                                                                          {"relu", Activation::Relu},
                                                                          {"relu2", Activation::Relu2},
                                                                          {"silu", Activation::Silu},
                                                                          {"swish", Activation::Silu},
                                                                          {"tanh", Activation::Tanh},
                                                                          {"sigmoid", Activation::Sigmoid},
                                                                          {"linear", Activation::Identity},
                                                                          {"identity", Activation::Identity}}};

/// e^x in steps that vectorise: x = n ln 2 + r with |r| <= ln 2 / 2, a Taylor polynomial of e^r, and n into the
/// exponent. Relative error below 2e-7; 0 below -87.3, infinity above 88.7.
inline float expOf(float x) {
  const float inside = std::min(std::max(x, -87.33F), 88.72F);
  constexpr float kRound = 12582912.0F;  // 1.5 · 2^23: adding it leaves a whole number in the lowest bits.
  const float shifted = inside * 1.44269504F + kRound;
  const float n = shifted - kRound;
  const float r = (inside - n * 0.693359375F) + n * 2.12194440e-4F;
  float p = 1.0F / 5040;
  p = p * r + 1.0F / 720;
  p = p * r + 1.0F / 120;
  p = p * r + 1.0F / 24;
  p = p * r + 1.0F / 6;
  p = p * r + 0.5F;
  p = p * r * r + r + 1.0F;
  // 2^n in two factors, since n = 128 alone does not fit into an exponent.
  const auto whole = static_cast<std::int32_t>(std::bit_cast<std::uint32_t>(shifted) - 0x4B400000u);
  const std::int32_t half = whole >> 1;
  const auto a = std::bit_cast<float>(static_cast<std::uint32_t>(half + 127) << 23);
  const auto b = std::bit_cast<float>(static_cast<std::uint32_t>(whole - half + 127) << 23);
  const float y = p * a * b;
  return x < -87.33F ? 0.0F : (x > 88.72F ? std::bit_cast<float>(0x7f800000u) : y);
}

inline float sigmoidOf(float x) { return 1.0F / (1.0F + expOf(-x)); }

/// erfc(x) for x >= 0 as exp(-x²) t P(t), t = 1 / (1 + x/2): P interpolates erfc(x) exp(x²) / t at the Chebyshev points
/// of x in [0, 10], where t lies in [1/6, 1]; absolute error of the polynomial 2e-9.
inline float erfcOf(float x) {
  const float inside = std::min(x, 10.0F);
  const float t = 1.0F / (1.0F + 0.5F * inside);
  const float s = t * 2.4F - 1.4F;
  float p = 5.109924811e-6F;
  p = p * s + 6.572483327e-6F;
  p = p * s - 6.575380713e-5F;
  p = p * s + 4.922416678e-6F;
  p = p * s + 5.959617760e-4F;
  p = p * s - 6.198360968e-4F;
  p = p * s - 6.154095536e-3F;
  p = p * s + 5.962867642e-3F;
  p = p * s + 1.020297802e-1F;
  p = p * s + 3.262224972e-1F;
  p = p * s + 5.720119758e-1F;
  return t * p * expOf(-inside * inside);
}

HEADLIGHT_VECTORISED void gelu(float* v, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    const float x = v[i];
    const float tail = 0.5F * x * erfcOf(std::abs(x) * 0.707106781F);
    v[i] = x < 0 ? tail : x - tail;
  }
}

/// 0.5 x (1 + tanh u) = x / (1 + e^(-2u)).
HEADLIGHT_VECTORISED void geluTanh(float* v, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    const float x = v[i];
    v[i] = x * sigmoidOf(1.59576912F * (x + 0.044715F * x * x * x));
  }
}

HEADLIGHT_VECTORISED void scaledSilu(float* v, std::size_t n, float scale) {
  for (std::size_t i = 0; i < n; ++i) v[i] = v[i] * sigmoidOf(scale * v[i]);
}

HEADLIGHT_VECTORISED void sigmoid(float* v, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) v[i] = sigmoidOf(v[i]);
}

HEADLIGHT_VECTORISED void expAll(float* v, std::size_t n, float shift) {
  for (std::size_t i = 0; i < n; ++i) v[i] = expOf(v[i] + shift);
}

constexpr std::size_t kSumLanes = 32;

HEADLIGHT_VECTORISED void addExp(const float* v, std::size_t n, float shift, float* lanes) {
  for (std::size_t i = 0; i + kSumLanes <= n; i += kSumLanes)
    for (std::size_t j = 0; j < kSumLanes; ++j) lanes[j] += expOf(v[i + j] + shift);
}

HEADLIGHT_VECTORISED void makeAndAddExp(float* v, std::size_t n, float shift, float* lanes) {
  for (std::size_t i = 0; i + kSumLanes <= n; i += kSumLanes)
    for (std::size_t j = 0; j < kSumLanes; ++j) {
      v[i + j] = expOf(v[i + j] + shift);
      lanes[j] += v[i + j];
    }
}

HEADLIGHT_VECTORISED void keepLargest(const float* v, std::size_t n, float* lanes) {
  for (std::size_t i = 0; i + kSumLanes <= n; i += kSumLanes)
    for (std::size_t j = 0; j < kSumLanes; ++j) lanes[j] = lanes[j] < v[i + j] ? v[i + j] : lanes[j];
}

}  // namespace

Activation activationOf(std::string_view name, const std::string& where) {
  for (const auto& [known, activation] : kNames)
    if (known == name) return activation;
  throw Error(where + ": unsupported activation '" + std::string(name) + "'");
}

void activate(Activation activation, std::span<float> values) {
  Eigen::Map<Eigen::ArrayXf> v(values.data(), static_cast<Index>(values.size()));
  switch (activation) {
    case Activation::Identity:
      break;
    case Activation::Gelu:
      gelu(values.data(), values.size());
      break;
    case Activation::GeluTanh:
      geluTanh(values.data(), values.size());
      break;
    case Activation::QuickGelu:
      scaledSilu(values.data(), values.size(), 1.702F);
      break;
    case Activation::Relu:
      v = v.max(0.0F);
      break;
    case Activation::Relu2:
      v = v.max(0.0F).square();
      break;
    case Activation::Silu:
      scaledSilu(values.data(), values.size(), 1.0F);
      break;
    case Activation::Tanh:
      v = v.tanh();
      break;
    case Activation::Sigmoid:
      sigmoid(values.data(), values.size());
      break;
  }
}

void activate(Activation activation, MatrixOut values) {
  for (Index i = 0; i < values.rows(); ++i)
    activate(activation, {values.row(i).data(), static_cast<std::size_t>(values.cols())});
}

Xielu Xielu::ofParameters(float alphaPositive, float alphaNegative, float beta, float epsilon) {
  const auto softplus = [](float x) { return x > 20 ? x : std::log1p(std::exp(x)); };
  return {softplus(alphaPositive), beta + softplus(alphaNegative), beta, epsilon};
}

void activate(const Xielu& f, MatrixOut values) {
  const auto of = [&f](float x) {
    if (x > 0) return f.alphaPositive * x * x + f.beta * x;
    return (std::expm1(std::min(x, f.epsilon)) - x) * f.alphaNegative + f.beta * x;
  };
  for (Index i = 0; i < values.rows(); ++i) values.row(i) = values.row(i).unaryExpr(of);
}

void expShifted(std::span<float> values, float shift) { expAll(values.data(), values.size(), shift); }

double sumExpShifted(std::span<const float> values, float shift) {
  std::array<float, kSumLanes> lanes{};
  addExp(values.data(), values.size(), shift, lanes.data());
  std::array<float, kSumLanes> rest{};
  const std::size_t whole = values.size() / kSumLanes * kSumLanes;
  std::copy(values.begin() + static_cast<std::ptrdiff_t>(whole), values.end(), rest.begin());
  expAll(rest.data(), values.size() - whole, shift);
  double sum = 0;
  for (std::size_t j = 0; j < kSumLanes; ++j) sum += static_cast<double>(lanes[j]) + static_cast<double>(rest[j]);
  return sum;
}

double sumOfExpShifted(std::span<float> values, float shift) {
  std::array<float, kSumLanes> lanes{};
  makeAndAddExp(values.data(), values.size(), shift, lanes.data());
  const std::span<float> rest = values.subspan(values.size() / kSumLanes * kSumLanes);
  expAll(rest.data(), rest.size(), shift);
  double sum = 0;
  for (const float lane : lanes) sum += static_cast<double>(lane);
  for (const float value : rest) sum += static_cast<double>(value);
  return sum;
}

float largestOf(std::span<const float> values) {
  std::array<float, kSumLanes> lanes;
  lanes.fill(-std::numeric_limits<float>::infinity());
  keepLargest(values.data(), values.size(), lanes.data());
  for (std::size_t half = kSumLanes / 2; half > 0; half /= 2)
    for (std::size_t i = 0; i < half; ++i) lanes[i] = std::max(lanes[i], lanes[i + half]);
  float largest = lanes.front();
  for (const float value : values.subspan(values.size() / kSumLanes * kSumLanes)) largest = std::max(largest, value);
  return largest;
}

}  // namespace headlight
