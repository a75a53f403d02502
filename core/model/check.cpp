#include "core/model/check.h"

#include "core/base/error.h"

namespace headlight {
namespace {

constexpr Index kMaxLayers = 4096;
constexpr Index kMaxHeads = 65536;
constexpr Index kMaxWidth = Index{1} << 24;

void within(const Config& config, const char* what, Index value, Index limit) {
  if (value < 1 || value > limit)
    throw Error(config.where(what) + ": expected a number from 1 to " + std::to_string(limit) + ", found " +
                std::to_string(value));
}

}  // namespace

void check(const Description& d, const Config& config) {
  within(config, "number of layers", static_cast<Index>(d.layers.size()), kMaxLayers);
  within(config, "width of the layers", d.width, kMaxWidth);
  for (const LayerPart& layer : d.layers) {
    within(config, "number of heads", layer.attention.heads, kMaxHeads);
    within(config, "width of a head", layer.attention.dHead, kMaxWidth);
    within(config, "width of all heads", layer.attention.heads * layer.attention.dHead, kMaxWidth);
    within(config, "width of the feed-forward network", layer.feedForward.inner, kMaxWidth);
  }
  if (d.relativeBias && (d.relativeBias->buckets < 4 || d.relativeBias->maxDistance <= d.relativeBias->buckets / 4))
    throw Error(config.where("relative_attention_num_buckets") + ": expected from 4 to " +
                std::to_string(4 * d.relativeBias->maxDistance - 4) + ", found " +
                std::to_string(d.relativeBias->buckets));
  if (d.disentangled && d.disentangled->buckets > 0 &&
      (d.disentangled->buckets < 2 || d.disentangled->maxDistance - 1 <= d.disentangled->buckets / 2))
    throw Error(config.where("position_buckets") + ": expected from 2 to " +
                std::to_string(2 * d.disentangled->maxDistance - 4) + ", found " +
                std::to_string(d.disentangled->buckets));
}

}  // namespace headlight
