#include "core/model/rotary_frequencies.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace headlight {
namespace {

using Frequencies = Eigen::ArrayXd;

/// theta^(-2i/dims): radians for one step of position.
Frequencies plain(const RotarySpec& part, double theta) {
  Frequencies out(part.dims / 2);
  for (Index i = 0; i < out.size(); ++i)
    out[i] = std::pow(theta, -2.0 * static_cast<double>(i) / static_cast<double>(part.dims));
  return out;
}

/// "NTK-aware" scaling of the base by the length of this text.
Frequencies dynamic(const RotarySpec& part, Index positions) {
  const auto trained = static_cast<double>(part.maxPositions), dims = static_cast<double>(part.dims);
  const double length = std::max(static_cast<double>(positions), trained);
  const double stretch = part.scaling.factor * length / trained - (part.scaling.factor - 1);
  return plain(part, dims > 2 ? part.theta * std::pow(stretch, dims / (dims - 2)) : part.theta);
}

/// Long waves are stretched, short ones kept, those between interpolated (Llama 3.1).
Frequencies llama3(const RotarySpec& part) {
  const RopeScaling& s = part.scaling;
  Frequencies out = plain(part, part.theta);
  for (double& frequency : out) {
    const double turns = s.originalPositions * frequency / (2 * std::numbers::pi);
    const double keep = std::clamp((turns - s.lowFrequency) / (s.highFrequency - s.lowFrequency), 0.0, 1.0);
    frequency *= (1 - keep) / s.factor + keep;
  }
  return out;
}

/// Peng et al. 2023, "YaRN".
Frequencies yarn(const RotarySpec& part) {
  const RopeScaling& s = part.scaling;
  const auto dims = static_cast<double>(part.dims);
  const auto dimensionOf = [&](double turns) {
    return dims * std::log(s.originalPositions / (turns * 2 * std::numbers::pi)) / (2 * std::log(part.theta));
  };
  double low = dimensionOf(s.betaFast), high = dimensionOf(s.betaSlow);
  if (s.truncate) {
    low = std::floor(low);
    high = std::ceil(high);
  }
  low = std::max(low, 0.0);
  high = std::min(high, dims - 1);
  if (low == high) high += 0.001;
  Frequencies out = plain(part, part.theta);
  for (Index i = 0; i < out.size(); ++i) {
    const double ramp = std::clamp((static_cast<double>(i) - low) / (high - low), 0.0, 1.0);
    out[i] *= ramp / s.factor + (1 - ramp);
  }
  return out;
}

/// Ding et al. 2024, "LongRoPE": a factor for each frequency, other ones for long texts.
Frequencies longRope(const RotarySpec& part, Index positions) {
  const RopeScaling& s = part.scaling;
  const auto& factors = static_cast<double>(positions) > s.originalPositions ? s.longFactors : s.shortFactors;
  Frequencies out = plain(part, part.theta);
  for (Index i = 0; i < out.size(); ++i) out[i] /= factors[static_cast<std::size_t>(i)];
  return out;
}

/// Which coordinate turns pair `pair` of `pairs`.
Index axisOf(const RotarySpec& part, Index pair, Index pairs) {
  switch (part.axes) {
    case RotaryAxes::Token:
      break;
    case RotaryAxes::Cells:
    case RotaryAxes::Centres:
      return pair < pairs / 2 ? 0 : 1;
    case RotaryAxes::Sections:
      for (Index axis = 0, end = 0; axis < static_cast<Index>(part.sections.size()); ++axis) {
        end += part.sections[static_cast<std::size_t>(axis)];
        if (pair < end) return axis;
      }
      break;
    case RotaryAxes::Woven:
      return pair % 3 > 0 && pair < 3 * part.sections[static_cast<std::size_t>(pair % 3)] ? pair % 3 : 0;
  }
  return 0;
}

}  // namespace

Eigen::ArrayXd rotaryFrequencies(const RotarySpec& part, Index positions) {
  if (part.axes == RotaryAxes::Cells || part.axes == RotaryAxes::Centres) {
    // As many for the row as for the column.
    RotarySpec half = part;
    half.axes = RotaryAxes::Token;
    half.dims /= 2;
    const Frequencies each = plain(half, part.theta);
    Frequencies both(2 * each.size());
    both << each, each;
    return both;
  }
  switch (part.scaling.kind) {
    case RopeScaling::Kind::None:
      break;
    case RopeScaling::Kind::Linear:
      return plain(part, part.theta) / part.scaling.factor;
    case RopeScaling::Kind::Dynamic:
      return dynamic(part, positions);
    case RopeScaling::Kind::Llama3:
      return llama3(part);
    case RopeScaling::Kind::Yarn:
      return yarn(part);
    case RopeScaling::Kind::LongRope:
      return longRope(part, positions);
  }
  return plain(part, part.theta);
}

RotaryTable rotaryTable(const RotarySpec& part, Index positions, Index first, const Matrix* coordinates) {
  const Frequencies frequencies = rotaryFrequencies(part, positions);
  const RopeScaling& scaling = part.scaling;
  const bool isLong = static_cast<double>(positions) > scaling.originalPositions && scaling.longAttentionFactor > 0;
  const double size = isLong ? scaling.longAttentionFactor : scaling.attentionFactor;
  RotaryTable table;
  table.first = first;
  table.interleaved = part.interleaved;
  table.cos.resize(positions - first, frequencies.size());
  table.sin.resize(positions - first, frequencies.size());
  for (Index i = 0; i < table.cos.rows(); ++i)
    for (Index j = 0; j < frequencies.size(); ++j) {
      const double place = coordinates
                               ? static_cast<double>((*coordinates)(first + i, axisOf(part, j, frequencies.size())))
                               : static_cast<double>(first + i);
      const double angle = place * frequencies[j];
      table.cos(i, j) = static_cast<float>(std::cos(angle) * size);
      table.sin(i, j) = static_cast<float>(std::sin(angle) * size);
    }
  return table;
}

bool turnAlike(const RotarySpec& part, Index positions, Index others) {
  return (rotaryFrequencies(part, positions) == rotaryFrequencies(part, others)).all();
}

}  // namespace headlight
