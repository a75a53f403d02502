#include "core/model/families/vision_towers.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "core/base/error.h"

namespace headlight {
namespace {

/// Side of an image or a patch in pixels: a number, or [height, width].
std::pair<Index, Index> sides(const Config& config, std::string_view key, Index otherwise) {
  constexpr Index kMost = 1 << 14;
  std::pair<Index, Index> found;
  if (!config.has(key) || config.isNumber(key)) {
    found.first = found.second = config.size(key, otherwise);
  } else {
    const auto both = config.numbers(key);
    for (const double side : both)
      if (both.size() != 2 || side < 1 || side > static_cast<double>(kMost) || side != std::floor(side))
        throw Error(config.where(key) + ": expected a whole number or two, height and width");
    if (both.empty()) throw Error(config.where(key) + ": expected a whole number or two, found none");
    found = {static_cast<Index>(both.front()), static_cast<Index>(both.back())};
  }
  if (found.first > kMost || found.second > kMost)
    throw Error(config.where(key) + ": expected at most " + std::to_string(kMost) + " pixels, found " +
                std::to_string(std::max(found.first, found.second)));
  return found;
}

}  // namespace

EmbeddingSpec patchEmbedding(const Config& config, Index width, Index patchSize, const LinearSpec& map,
                             std::vector<std::string> leading, const std::string& positions) {
  const Index channels = config.size("num_channels", 3);
  if (channels != 3) throw Error(config.where("num_channels") + ": expected 3, found " + std::to_string(channels));
  PatchesSpec patches;
  std::tie(patches.height, patches.width) = sides(config, "image_size", 224);
  std::tie(patches.patchHeight, patches.patchWidth) = sides(config, "patch_size", patchSize);
  if (patches.patches() < 1)
    throw Error(config.where("patch_size") + ": expected at most the image's size, found a larger patch");
  patches.map = map;
  patches.leading = std::move(leading);
  EmbeddingSpec e;
  e.width = width;
  e.positions = PositionsSpec{};
  e.positions->table = positions;
  e.positions->rows = static_cast<Index>(patches.leading.size()) + patches.patches();
  e.patches = std::move(patches);
  return e;
}

Index squareSide(const Config& config, std::string_view key, Index count) {
  const auto side = static_cast<Index>(std::lround(std::sqrt(static_cast<double>(count))));
  if (side * side != count)
    throw Error(config.where(key) + ": expected a square number, found " + std::to_string(count));
  return side;
}

void normBefore(LayerSpec& layer) {
  for (NormsSpec* norms : {&layer.attentionNorms, &layer.feedForwardNorms}) std::swap(norms->before, norms->after);
}

TowerSwitches clipTower() { return {}; }

TowerSwitches siglipTower() {
  TowerSwitches s;
  s.sizes.activation = Activation::GeluTanh;
  s.sizes.epsilon = 1e-6;
  s.patch = 16;
  s.classToken = s.normFirst = false;
  s.patchBias = true;
  return s;
}

Architecture towerDescription(const Config& c, const std::string& prefix, const TowerSwitches& s) {
  const EncoderSizes sizes = encoderSizes(c, s.sizes);
  Architecture d;
  d.width = sizes.width;
  std::vector<std::string> leading;
  if (s.classToken) leading.push_back(prefix + "embeddings.class_embedding");
  d.embedding = patchEmbedding(c, sizes.width, s.patch, linearPart(prefix + "embeddings.patch_embedding", s.patchBias),
                               std::move(leading), prefix + s.positions);
  if (s.normFirst) d.embedding.norm = layerNorm(prefix + "pre_layrnorm", sizes.epsilon);
  d.maxPositions = d.embedding.positions->rows;
  for (int i = 0; i < sizes.layers; ++i) {
    LayerSpec layer = encoderLayer(c, sizes, prefix + "encoder.layers." + std::to_string(i) + ".", s.names);
    normBefore(layer);
    d.layers.push_back(std::move(layer));
  }
  d.finalNorm = layerNorm(prefix + "post_layernorm", sizes.epsilon);
  d.finalInHiddenStates = false;
  return d;
}

void addPoolingHead(const FamilyInput& in, const Config& c, const std::string& prefix, Architecture& d) {
  if (!c.flag("vision_use_head", true) || !in.checkpoint.has(prefix + "head.probe")) return;
  const std::string at = prefix + "head.";
  PoolingSpec part;
  part.probe = at + "probe";
  part.attention = d.layers.front().attention;
  part.attention.query = part.attention.key = part.attention.value = {};
  part.attention.layout = QkvLayout::Parts;
  part.attention.qkv = {at + "attention.in_proj_weight", at + "attention.in_proj_bias"};
  part.attention.output = linearPart(at + "attention.out_proj");
  part.norm = layerNorm(at + "layernorm", d.finalNorm.epsilon);
  part.network = d.layers.front().feedForward;
  part.network.in = linearPart(at + "mlp.fc1");
  part.network.output = linearPart(at + "mlp.fc2");
  d.pooling = std::move(part);
}

EncoderNames vitNames(bool newer) {
  EncoderNames names{"attention.attention.query",
                     "attention.attention.key",
                     "attention.attention.value",
                     "attention.output.dense",
                     "layernorm_before",
                     "intermediate.dense",
                     "output.dense",
                     "layernorm_after"};
  if (newer) {
    names.query = "attention.q_proj";
    names.key = "attention.k_proj";
    names.value = "attention.v_proj";
    names.output = "attention.o_proj";
    names.in = "mlp.fc1";
    names.out = "mlp.fc2";
  }
  return names;
}

LayerSpec vitLayer(const Config& c, const EncoderSizes& sizes, const std::string& at, const EncoderNames& names) {
  LayerSpec layer = encoderLayer(c, sizes, at, names);
  normBefore(layer);
  if (!c.flag("qkv_bias", true))
    for (LinearSpec* part : {&layer.attention.query, &layer.attention.key, &layer.attention.value}) part->bias.clear();
  return layer;
}

void addVitLayers(const FamilyInput& in, const Config& c, const std::string& prefix, const EncoderSizes& sizes,
                  Architecture& d) {
  // Newer files may have the library's newer names.
  const bool newer = in.checkpoint.hasPrefix(prefix + "layers.0.");
  const EncoderNames names = vitNames(newer);
  const std::string layers = prefix + (newer ? "layers." : "encoder.layer.");
  for (int i = 0; i < sizes.layers; ++i)
    d.layers.push_back(vitLayer(c, sizes, layers + std::to_string(i) + ".", names));
  d.finalNorm = layerNorm(prefix + "layernorm", sizes.epsilon);
  d.finalInHiddenStates = false;
}

Architecture describeLikeVit(const FamilyInput& in, const Config& c, const std::string& prefix,
                             std::vector<std::string> leading) {
  const EncoderSizes sizes = encoderSizes(c);
  Architecture d;
  d.width = sizes.width;
  d.embedding = patchEmbedding(c, sizes.width, 16, linearPart(prefix + "embeddings.patch_embeddings.projection"),
                               std::move(leading), prefix + "embeddings.position_embeddings");
  d.maxPositions = d.embedding.positions->rows;
  addVitLayers(in, c, prefix, sizes, d);
  return d;
}

Architecture nestedTower(const FamilyInput& in, const Config& vision, const std::string& prefix) {
  const std::string type = vision.text("model_type", "clip_vision_model");
  const std::string inner = in.checkpoint.hasPrefix(prefix + "vision_model.") ? prefix + "vision_model." : prefix;
  Architecture d;
  if (type == "clip_vision_model") {
    d = towerDescription(vision, inner, clipTower());
  } else if (type == "siglip_vision_model") {
    d = towerDescription(vision, inner, siglipTower());
    vision.flag("vision_use_head", true);
  } else {
    throw Error(vision.where("model_type") + ": unsupported vision tower '" + type +
                "'; supported: clip_vision_model, siglip_vision_model");
  }
  for (LayerSpec& layer : d.layers) layer.attention.sight = Sight::OwnTile;
  return d;
}

}  // namespace headlight
