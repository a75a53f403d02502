#include "core/model/sound_frames.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/pixel_input.h"
#include "core/ops/activations.h"

namespace headlight {
namespace {

/// Frames [frames, in] become what stands under a kernel, from frame `first` of the result on: [count, in · kernel].
Matrix underKernel(const Matrix& frames, Index kernel, Index stride, Index padding, Index first, Index count) {
  const Index in = frames.cols();
  Matrix out = Matrix::Zero(count, in * kernel);
  for (Index i = 0; i < count; ++i)
    for (Index k = 0; k < kernel; ++k) {
      const Index at = (first + i) * stride + k - padding;
      if (at < 0 || at >= frames.rows()) continue;
      for (Index channel = 0; channel < in; ++channel) out(i, channel * kernel + k) = frames(at, channel);
    }
  return out;
}

/// Each channel brought to mean 0 and variance 1 over all frames.
void normaliseChannels(const Norm& norm, Matrix& frames) {
  for (Index channel = 0; channel < frames.cols(); ++channel) {
    const Eigen::VectorXd values = frames.col(channel).cast<double>();
    const double mean = values.mean(), variance = (values.array() - mean).square().mean();
    const double size = 1 / std::sqrt(variance + norm.epsilon);
    const double gain = norm.gain.size() > 0 ? static_cast<double>(norm.gain[channel]) : 1;
    const double bias = norm.bias.size() > 0 ? static_cast<double>(norm.bias[channel]) : 0;
    frames.col(channel) = ((values.array() - mean) * (size * gain) + bias).cast<float>();
  }
}

Index lengthAfter(const ConvolutionSpec& part, Index length) {
  const Index room = length + 2 * part.padding - part.kernel;
  return room < 0 ? 0 : room / part.stride + 1;
}

/// Adds what the convolution of places makes of the frames.
void addPlaces(const PlaceConvolutionSpec& part, const std::vector<Linear>& groups, Matrix& frames) {
  const Index n = frames.rows(), each = frames.cols() / part.groups;
  Matrix places(n, frames.cols());
  for (Index g = 0; g < part.groups; ++g) {
    const Matrix own = frames.middleCols(g * each, each);
    Matrix out(n, each);
    // An even kernel gives one more, which is left out.
    apply(groups[static_cast<std::size_t>(g)], underKernel(own, part.kernel, 1, part.kernel / 2, 0, n), out);
    places.middleCols(g * each, each) = out;
  }
  activate(part.activation, MatrixOut(places));
  frames += places;
}

}  // namespace

Index framesOf(const SoundSpec& part, Index length) {
  for (const ConvolutionSpec& step : part.convolutions) length = lengthAfter(step, length);
  return length;
}

Matrix soundFrames(const SoundSpec& part, const SoundWeights& weights, const PixelInput& sound) {
  const Index length = sound.values.cols();
  if (sound.values.rows() != part.channels || (part.length > 0 && length != part.length))
    throw Error("sound: expected [" + std::to_string(part.channels) + ", " +
                (part.length > 0 ? std::to_string(part.length) : std::string("any")) + "] numbers, found [" +
                std::to_string(sound.values.rows()) + ", " + std::to_string(length) + "]");
  if (framesOf(part, length) < 1)
    throw Error("sound: expected more than " + std::to_string(length) +
                " samples, which are too few for a frame of this model");
  Matrix frames = sound.values.transpose();
  constexpr Index kBand = 4096;  // Rows of what stands under a kernel that are in memory at a time.
  for (std::size_t i = 0; i < part.convolutions.size(); ++i) {
    const ConvolutionSpec& step = part.convolutions[i];
    Matrix next(lengthAfter(step, frames.rows()), step.out);
    for (Index first = 0; first < next.rows(); first += kBand) {
      const Index count = std::min(kBand, next.rows() - first);
      apply(weights.convolutions[i], underKernel(frames, step.kernel, step.stride, step.padding, first, count),
            next.middleRows(first, count));
    }
    if (step.norm && step.normOverTime)
      normaliseChannels(weights.norms[i], next);
    else if (step.norm)
      apply(weights.norms[i], next);
    activate(step.activation, MatrixOut(next));
    frames = std::move(next);
  }
  apply(weights.norm, frames);
  if (!weights.projection.empty()) {
    Matrix projected(frames.rows(), weights.projection.out());
    apply(weights.projection, frames, projected);
    frames = std::move(projected);
  }
  if (part.place) addPlaces(*part.place, weights.place, frames);
  return frames;
}

}  // namespace headlight
