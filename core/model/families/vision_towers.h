#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/families/encoder_layers.h"
#include "core/model/family.h"

namespace headlight {

/// The embedding of an image's patches with a learned position each; `leading` are the learned tokens before them.
EmbeddingSpec patchEmbedding(const Config& config, Index width, Index patchSize, const LinearSpec& map,
                             std::vector<std::string> leading, const std::string& positions);

/// The side of a square of so many patches. Throws Error, naming the key of that number, where there is none.
Index squareSide(const Config& config, std::string_view key, Index count);

/// Puts the norms of a post-norm layer before its sublayers.
void normBefore(LayerSpec& layer);

/// What the vision towers in CLIP's tradition have different from one another.
struct TowerSwitches {
  EncoderSizes sizes{768, 3072, 12, 12, Activation::QuickGelu, 1e-5};
  Index patch = 32;
  bool classToken = true, patchBias = false;
  bool normFirst = true;  ///< pre_layrnorm, the library's own spelling.
  EncoderNames names{"self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.out_proj",
                     "layer_norm1",      "mlp.fc1",          "mlp.fc2",          "layer_norm2"};
  std::string positions = "embeddings.position_embedding.weight";
};
/// Of CLIP (Radford et al. 2021).
TowerSwitches clipTower();
/// Of SigLIP (Zhai et al. 2023): no class token, no norm before the layers.
TowerSwitches siglipTower();

/// The whole tower whose tensors begin with `prefix`, without head or pooler; its last hidden state is without the
/// final norm.
Architecture towerDescription(const Config& config, const std::string& prefix, const TowerSwitches& switches);
/// Adds SigLIP's pooling head, where its tensors are there and vision_use_head does not take it away.
void addPoolingHead(const FamilyInput& input, const Config& config, const std::string& prefix, Architecture& tower);

/// What ViT calls the parts of a layer, in the older or the newer spelling.
EncoderNames vitNames(bool newer);
/// A layer of ViT's kind: norms before the sublayers, and the biases of query, key and value that qkv_bias says.
LayerSpec vitLayer(const Config& config, const EncoderSizes& sizes, const std::string& at, const EncoderNames& names);

/// ViT's layers (Dosovitskiy et al. 2021) under `prefix`, in the older or the newer spelling of names; `leading` are
/// the learned tokens.
Architecture describeLikeVit(const FamilyInput& input, const Config& config, const std::string& prefix,
                             std::vector<std::string> leading);
/// The same with an embedding of its own.
void addVitLayers(const FamilyInput& input, const Config& config, const std::string& prefix, const EncoderSizes& sizes,
                  Architecture& description);

/// The tower that vision_config describes, of whatever kind: CLIP's or SigLIP's. Throws Error for others.
Architecture nestedTower(const FamilyInput& input, const Config& vision, const std::string& prefix);

}  // namespace headlight
