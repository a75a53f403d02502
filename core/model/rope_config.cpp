#include "core/model/rope_config.h"

#include <cmath>
#include <string>

#include "core/base/error.h"

namespace headlight {
namespace {

double positive(const Config& config, std::string_view key, double otherwise) {
  const double value = config.number(key, otherwise);
  if (!(value > 0 && value < 1e15))
    throw Error(config.where(key) + ": expected a positive number, found " + std::to_string(value));
  return value;
}

/// Yarn's correction of the size of the scores for a stretch by `factor`.
double yarnSize(double factor, double weight = 1) { return factor <= 1 ? 1 : 0.1 * weight * std::log(factor) + 1; }

std::vector<double> factorsOf(const Config& scaling, std::string_view key, Index count) {
  auto factors = scaling.numbers(key);
  if (static_cast<Index>(factors.size()) != count)
    throw Error(scaling.where(key) + ": expected " + std::to_string(count) + " numbers, found " +
                std::to_string(factors.size()));
  for (const double factor : factors)
    if (!(factor > 0)) throw Error(scaling.where(key) + ": expected positive numbers");
  return factors;
}

RopeScaling scalingOf(const Config& config, const Config& scaling, Index dims, Index maxPositions) {
  RopeScaling out;
  const std::string type = scaling.text("rope_type", scaling.text("type", "default"));
  const auto longest = static_cast<double>(maxPositions);
  out.originalPositions = positive(scaling, "original_max_position_embeddings",
                                   positive(config, "original_max_position_embeddings", longest > 0 ? longest : 2048));
  if (type == "default") return out;
  const double stretch = std::max(longest / out.originalPositions, 1.0);
  if (type == "linear") {
    out.kind = RopeScaling::Kind::Linear;
    out.factor = positive(scaling, "factor", 1);
  } else if (type == "dynamic") {
    out.kind = RopeScaling::Kind::Dynamic;
    out.factor = positive(scaling, "factor", 1);
  } else if (type == "llama3") {
    out.kind = RopeScaling::Kind::Llama3;
    out.factor = positive(scaling, "factor", 8);
    out.lowFrequency = positive(scaling, "low_freq_factor", 1);
    out.highFrequency = positive(scaling, "high_freq_factor", 4);
    if (!(out.highFrequency > out.lowFrequency))
      throw Error(scaling.where("high_freq_factor") + ": expected more than low_freq_factor");
  } else if (type == "yarn") {
    out.kind = RopeScaling::Kind::Yarn;
    out.factor = positive(scaling, "factor", stretch);
    out.betaFast = positive(scaling, "beta_fast", 32);
    out.betaSlow = positive(scaling, "beta_slow", 1);
    out.truncate = scaling.flag("truncate", true);
    double size = yarnSize(out.factor);
    const double one = scaling.number("mscale", 0), all = scaling.number("mscale_all_dim", 0);
    if (one != 0 && all != 0) size = yarnSize(out.factor, one) / yarnSize(out.factor, all);
    out.attentionFactor = positive(scaling, "attention_factor", size);
  } else if (type == "longrope" || type == "su") {
    out.kind = RopeScaling::Kind::LongRope;
    out.shortFactors = factorsOf(scaling, "short_factor", dims / 2);
    out.longFactors = factorsOf(scaling, "long_factor", dims / 2);
    out.factor = scaling.has("factor") && !config.has("original_max_position_embeddings")
                     ? positive(scaling, "factor", 1)
                     : stretch;
    const double size = out.factor <= 1 ? 1 : std::sqrt(1 + std::log(out.factor) / std::log(out.originalPositions));
    out.attentionFactor = positive(scaling, "attention_factor", size);
  } else {
    throw Error(scaling.where("rope_type") + ": '" + type +
                "' is not known (known: default, linear, dynamic, llama3, yarn, longrope)");
  }
  return out;
}

}  // namespace

RotaryPart rotaryPart(const Config& config, Index dHead, const RopeDefaults& defaults, std::string_view layerType) {
  auto newer = config.object("rope_parameters");
  if (newer && !layerType.empty())
    if (auto own = newer->object(layerType)) newer = own;
  RotaryPart part;
  part.maxPositions = config.size("max_position_embeddings", 2048);
  const Config& source = newer ? *newer : config;
  part.theta = positive(source, "rope_theta", positive(source, defaults.thetaKey, defaults.theta));
  const double partial =
      positive(source, "partial_rotary_factor",
               positive(config, "partial_rotary_factor", positive(config, defaults.partialKey, defaults.partial)));
  part.dims = static_cast<Index>(static_cast<double>(dHead) * partial);
  if (part.dims < 2 || part.dims > dHead || part.dims % 2 != 0)
    throw Error(config.where(defaults.partialKey) + ": expected an even number of rotated dimensions from 2 to " +
                std::to_string(dHead) + ", found " + std::to_string(part.dims));
  if (newer)
    part.scaling = scalingOf(config, *newer, part.dims, part.maxPositions);
  else if (const auto scaling = config.object("rope_scaling"))
    part.scaling = scalingOf(config, *scaling, part.dims, part.maxPositions);
  return part;
}

}  // namespace headlight
