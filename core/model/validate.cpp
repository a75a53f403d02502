#include "core/model/validate.h"

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

void validate(const AttentionSpec& attention, const Config& config) {
  within(config, "number of heads", attention.heads, kMaxHeads);
  within(config, "width of a head", attention.dHead, kMaxWidth);
  within(config, "width of all heads", attention.heads * attention.dHead, kMaxWidth);
  within(config, "width of a value", attention.valueNumbers(), kMaxWidth);
  within(config, "width of all values", attention.heads * attention.valueNumbers(), kMaxWidth);
  if (attention.latent) within(config, "kv_lora_rank", attention.latent->rank, kMaxWidth);
}

void validate(const ExpertsSpec& part, const Config& config) {
  const auto experts = static_cast<Index>(part.experts.size());
  within(config, "number of experts", experts, kMaxHeads);
  within(config, "number of experts of a token", part.rule.chosen, experts);
  within(config, "number of groups of experts", part.rule.groups, experts);
  within(config, "number of groups of a token", part.rule.chosenGroups, part.rule.groups);
  if (experts % part.rule.groups != 0 || part.rule.chosen > experts / part.rule.groups * part.rule.chosenGroups)
    throw Error(config.where("number of groups of experts") + ": " + std::to_string(part.rule.groups) +
                " groups do not fit " + std::to_string(experts) + " experts, of which a token has " +
                std::to_string(part.rule.chosen));
  for (const FeedForwardSpec& expert : part.experts) within(config, "width of an expert", expert.inner, kMaxWidth);
}

}  // namespace

void validate(const Architecture& d, const Config& config) {
  within(config, "number of layers", static_cast<Index>(d.layers.size()), kMaxLayers);
  within(config, "width of the layers", d.width, kMaxWidth);
  for (const auto& stack : {d.encoder, d.tower, d.earlier})
    if (stack) validate(*stack, config);
  for (const LayerSpec& layer : d.layers) {
    validate(layer.attention, config);
    if (layer.bottleneck) within(config, "intra_bottleneck_size", layer.bottleneck->width, kMaxWidth);
    if (layer.cross) validate(*layer.cross, config);
    if (layer.experts) validate(*layer.experts, config);
    if (!layer.experts || layer.feedForward.inner != 0)
      within(config, "width of the feed-forward network", layer.feedForward.inner, kMaxWidth);
  }
  if (d.relativeBias && d.relativeBias->grid[0] == 0) {
    const Index parts = d.relativeBias->bothWays ? 4 : 2, buckets = d.relativeBias->buckets;
    if (buckets < parts || d.relativeBias->maxDistance <= buckets / parts)
      throw Error(config.where("relative_attention_num_buckets") + ": expected from " + std::to_string(parts) + " to " +
                  std::to_string(parts * d.relativeBias->maxDistance - parts) + ", found " + std::to_string(buckets));
  }
  if (d.disentangled && d.disentangled->buckets > 0 &&
      (d.disentangled->buckets < 2 || d.disentangled->maxDistance - 1 <= d.disentangled->buckets / 2))
    throw Error(config.where("position_buckets") + ": expected from 2 to " +
                std::to_string(2 * d.disentangled->maxDistance - 4) + ", found " +
                std::to_string(d.disentangled->buckets));
}

}  // namespace headlight
