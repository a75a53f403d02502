#include "core/image/resample.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "core/base/error.h"

namespace headlight {
namespace {

constexpr Index kLongestSide = 1 << 15;
/// Bits after the point of a weight: eight for the value and two for the sum of negative lobes are left of 32.
constexpr int kFraction = 22;

double sinc(double x) { return x == 0 ? 1 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x); }

/// A filter: half its width, and its value at a distance.
struct Filter {
  double support;
  double (*at)(double x);
};

Filter filterOf(Resampling resampling) {
  switch (resampling) {
    case Resampling::Lanczos:
      return {3, [](double x) { return std::abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0; }};
    case Resampling::Bicubic:  // Keys 1981, with a = -1/2.
      return {2, [](double x) {
                constexpr double a = -0.5;
                x = std::abs(x);
                if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
                return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
              }};
    case Resampling::Box:
      return {0.5, [](double x) { return x > -0.5 && x <= 0.5 ? 1.0 : 0.0; }};
    case Resampling::Hamming:
      return {1,
              [](double x) { return std::abs(x) < 1 ? sinc(x) * (0.54 + 0.46 * std::cos(std::numbers::pi * x)) : 0; }};
    default:
      return {1, [](double x) { return std::max(0.0, 1 - std::abs(x)); }};
  }
}

/// The weights with which one pixel of the new size sees `weights.size()` pixels of the old one, from `first` on.
struct Taps {
  Index first = 0;
  std::vector<std::int32_t> weights;
};

std::vector<Taps> tapsOf(Index from, Index to, Resampling resampling) {
  std::vector<Taps> all;
  for (const auto& [first, weights] : filterWeights(from, to, resampling)) {
    Taps& taps = all.emplace_back();
    taps.first = first;
    for (const double w : weights) taps.weights.push_back(static_cast<std::int32_t>(std::round(w * (1 << kFraction))));
  }
  return all;
}

/// One line of pixels that lie `inStep` bytes apart becomes a line of taps.size() pixels.
void resample(const std::vector<Taps>& taps, const std::uint8_t* in, Index inStep, std::uint8_t* out, Index outStep) {
  for (std::size_t i = 0; i < taps.size(); ++i, out += outStep)
    for (int colour = 0; colour < 3; ++colour) {
      std::int32_t sum = 1 << (kFraction - 1);
      const std::uint8_t* at = in + taps[i].first * inStep + colour;
      for (const std::int32_t weight : taps[i].weights) {
        sum += *at * weight;
        at += inStep;
      }
      out[colour] = static_cast<std::uint8_t>(std::clamp(sum >> kFraction, 0, 255));
    }
}

RgbImage nearest(const RgbImage& image, Index width, Index height) {
  RgbImage out{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 3))};
  // Step by step, so that places are rounded as Pillow rounds them.
  const auto places = [](Index old, Index now) {
    const double step = static_cast<double>(old) / static_cast<double>(now);
    std::vector<Index> all;
    for (double at = step * 0.5; static_cast<Index>(all.size()) < now; at += step)
      all.push_back(std::min(old - 1, static_cast<Index>(at)));
    return all;
  };
  const std::vector<Index> rows = places(image.height, height), cols = places(image.width, width);
  auto to = out.bytes.begin();
  for (const Index row : rows)
    for (const Index col : cols) {
      const Index at = (row * image.width + col) * 3;
      to = std::copy_n(image.bytes.begin() + at, 3, to);
    }
  return out;
}

}  // namespace

std::vector<std::pair<Index, std::vector<double>>> filterWeights(Index from, Index to, Resampling resampling) {
  const Filter filter = filterOf(resampling);
  const double scale = static_cast<double>(from) / static_cast<double>(to), stretch = std::max(scale, 1.0);
  const double support = filter.support * stretch;
  std::vector<std::pair<Index, std::vector<double>>> all(static_cast<std::size_t>(to));
  for (Index i = 0; i < to; ++i) {
    auto& [first, weights] = all[static_cast<std::size_t>(i)];
    const double centre = (static_cast<double>(i) + 0.5) * scale;
    first = std::max(Index{0}, static_cast<Index>(std::floor(centre - support + 0.5)));
    const Index end = std::min(from, static_cast<Index>(std::floor(centre + support + 0.5)));
    double sum = 0;
    for (Index x = first; x < end; ++x) {
      weights.push_back(filter.at((static_cast<double>(x) - centre + 0.5) * (1 / stretch)));
      sum += weights.back();
    }
    if (sum != 0)
      for (double& w : weights) w /= sum;
  }
  return all;
}

Matrix resizedValues(const Matrix& channels, Index height, Index width, Index newHeight, Index newWidth,
                     Resampling resampling) {
  const auto across = filterWeights(width, newWidth, resampling), down = filterWeights(height, newHeight, resampling);
  Matrix out = Matrix::Zero(channels.rows(), newHeight * newWidth);
  for (Index channel = 0; channel < channels.rows(); ++channel) {
    const Eigen::Map<const Matrix> old(channels.row(channel).data(), height, width);
    Matrix wide = Matrix::Zero(height, newWidth);
    for (Index x = 0; x < newWidth; ++x) {
      const auto& [first, weights] = across[static_cast<std::size_t>(x)];
      for (std::size_t i = 0; i < weights.size(); ++i)
        wide.col(x) += static_cast<float>(weights[i]) * old.col(first + static_cast<Index>(i));
    }
    Eigen::Map<Matrix> now(out.row(channel).data(), newHeight, newWidth);
    for (Index y = 0; y < newHeight; ++y) {
      const auto& [first, weights] = down[static_cast<std::size_t>(y)];
      for (std::size_t i = 0; i < weights.size(); ++i)
        now.row(y) += static_cast<float>(weights[i]) * wide.row(first + static_cast<Index>(i));
    }
  }
  return out;
}

RgbImage resized(const RgbImage& image, Index width, Index height, Resampling resampling) {
  for (const Index side : {image.width, image.height, width, height})
    if (side < 1 || side > kLongestSide)
      throw Error("image: expected sides of 1 to " + std::to_string(kLongestSide) + " pixels, found " +
                  std::to_string(side));
  if (width == image.width && height == image.height) return image;
  if (resampling == Resampling::Nearest) return nearest(image, width, height);
  RgbImage wide = image;
  if (width != image.width) {
    const auto taps = tapsOf(image.width, width, resampling);
    wide = {width, image.height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * image.height * 3))};
    for (Index y = 0; y < image.height; ++y)
      resample(taps, &image.bytes[static_cast<std::size_t>(y * image.width * 3)], 3,
               &wide.bytes[static_cast<std::size_t>(y * width * 3)], 3);
  }
  if (height == image.height) return wide;
  const auto taps = tapsOf(image.height, height, resampling);
  RgbImage out{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 3))};
  for (Index x = 0; x < width; ++x)
    resample(taps, &wide.bytes[static_cast<std::size_t>(x * 3)], width * 3, &out.bytes[static_cast<std::size_t>(x * 3)],
             width * 3);
  return out;
}

}  // namespace headlight
