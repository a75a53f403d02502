#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

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

/// The embedding of an image's patches with a learned position each.
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

/// ViT and DeiT: pre-norm layers called nearly as in BERT; `leading` are the learned tokens.
Architecture describeLikeVit(const FamilyInput& in, const std::string& prefix, std::vector<std::string> leading) {
  const Config& c = in.config;
  const EncoderSizes sizes = encoderSizes(c);
  Architecture d;
  d.width = sizes.width;
  d.embedding = patchEmbedding(c, sizes.width, 16, linearPart(prefix + "embeddings.patch_embeddings.projection"),
                               std::move(leading), prefix + "embeddings.position_embeddings");
  d.maxPositions = d.embedding.positions->rows;
  const EncoderNames names{"attention.attention.query",
                           "attention.attention.key",
                           "attention.attention.value",
                           "attention.output.dense",
                           "layernorm_before",
                           "intermediate.dense",
                           "output.dense",
                           "layernorm_after"};
  for (int i = 0; i < sizes.layers; ++i) {
    LayerSpec layer = encoderLayer(c, sizes, prefix + "encoder.layer." + std::to_string(i) + ".", names);
    for (NormsSpec* norms : {&layer.attentionNorms, &layer.feedForwardNorms}) std::swap(norms->before, norms->after);
    if (!c.flag("qkv_bias", true))
      for (LinearSpec* part : {&layer.attention.query, &layer.attention.key, &layer.attention.value})
        part->bias.clear();
    d.layers.push_back(std::move(layer));
  }
  d.finalNorm = layerNorm(prefix + "layernorm", sizes.epsilon);
  d.finalInHiddenStates = false;
  return d;
}

/// Dosovitskiy et al. 2021, "ViT".
Architecture describeVit(const FamilyInput& in) {
  const std::string prefix = in.prefix("vit.");
  Architecture d = describeLikeVit(in, prefix, {prefix + "embeddings.cls_token"});
  d.head = taskHead(
      in, {{OutputHeadKind::SequenceClassification, {}, linearPart("classifier"), OutputHeadSpec::Pooling::First}});
  return d;
}

/// Touvron et al. 2021, "DeiT": a second learned token, which a teacher's answers were distilled into.
Architecture describeDeit(const FamilyInput& in) {
  const std::string prefix = in.prefix("deit.");
  Architecture d =
      describeLikeVit(in, prefix, {prefix + "embeddings.cls_token", prefix + "embeddings.distillation_token"});
  const bool teacher = in.architecture.ends_with("WithTeacher");
  d.head = taskHead(in, {{OutputHeadKind::SequenceClassification,
                          {},
                          linearPart(teacher ? "cls_classifier" : "classifier"),
                          OutputHeadSpec::Pooling::First}});
  if (teacher) d.head.second = linearPart("distillation_classifier");
  return d;
}

/// The vision tower of CLIP (Radford et al. 2021), by itself or out of a whole CLIP.
Architecture describeClipVision(const FamilyInput& in) {
  const std::optional<Config> nested = in.config.object("vision_config");
  const Config& c = nested ? *nested : in.config;
  const std::string prefix = in.prefix("vision_model.");
  const Index width = c.size("hidden_size", 768);
  const double epsilon = epsilonOf(c, "layer_norm_eps", 1e-5);
  Architecture d;
  d.width = width;
  d.embedding =
      patchEmbedding(c, width, 32, linearPart(prefix + "embeddings.patch_embedding", false),
                     {prefix + "embeddings.class_embedding"}, prefix + "embeddings.position_embedding.weight");
  d.embedding.norm = layerNorm(prefix + "pre_layrnorm", epsilon);  // The library's own spelling.
  d.maxPositions = d.embedding.positions->rows;
  EncoderSizes sizes;
  sizes.width = width;
  sizes.inner = c.size("intermediate_size", 3072);
  sizes.layers = layerCount(c, "num_hidden_layers", 12);
  sizes.heads = headCount(c, "num_attention_heads", 12);
  sizes.activation = activationOf(c.text("hidden_act", "quick_gelu"), c.where("hidden_act"));
  sizes.epsilon = epsilon;
  const EncoderNames names{"self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.out_proj",
                           "layer_norm1",      "mlp.fc1",          "mlp.fc2",          "layer_norm2"};
  for (int i = 0; i < sizes.layers; ++i) {
    LayerSpec layer = encoderLayer(c, sizes, prefix + "encoder.layers." + std::to_string(i) + ".", names);
    for (NormsSpec* norms : {&layer.attentionNorms, &layer.feedForwardNorms}) std::swap(norms->before, norms->after);
    d.layers.push_back(std::move(layer));
  }
  d.finalNorm = layerNorm(prefix + "post_layernorm", epsilon);
  d.finalInHiddenStates = false;
  if (nested) d.remarks.emplace_back("Of this CLIP model only the vision tower is read.");
  return d;
}

const std::vector<UnreadKey> kVit{{"encoder_stride"}, {"pooler_act"}, {"pooler_output_size"}};

}  // namespace

Family vitFamily() { return {"vit", {"vit"}, describeVit, kVit}; }
Family deitFamily() { return {"deit", {"deit"}, describeDeit, kVit}; }
Family clipVisionFamily() {
  return {"clip",
          {"clip_vision_model", "clip"},
          describeClipVision,
          {{"projection_dim"}, {"logit_scale_init_value"}, {"text_config"}, {"text_config_dict"},
           {"vision_config_dict"}}};
}

}  // namespace headlight
