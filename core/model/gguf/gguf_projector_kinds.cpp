#include "core/model/gguf/gguf_projector_kinds.h"

namespace headlight {
namespace {

using Names = std::vector<std::pair<std::string_view, std::string_view>>;

/// CLIP's tower and SigLIP's.
const Names kClipNames = {
    {"class_embd", "embeddings.class_embedding"},
    {"patch_embd", "embeddings.patch_embedding"},
    {"position_embd", "embeddings.position_embedding"},
    {"pre_ln", "pre_layrnorm"},
    {"post_ln", "post_layernorm"},
    {"attn_q", "self_attn.q_proj"},
    {"attn_k", "self_attn.k_proj"},
    {"attn_v", "self_attn.v_proj"},
    {"attn_out", "self_attn.out_proj"},
    {"ln1", "layer_norm1"},
    {"ln2", "layer_norm2"},
    {"ffn_up", "mlp.fc1"},
    {"ffn_down", "mlp.fc2"},
};

/// Qwen2-VL's and Qwen2.5-VL's, whose feed-forward maps are called `in` and `out`. Queries, keys and values, and the
/// two frames of a patch, are tensors of their own in the file.
Names mergingNames(std::string_view in, std::string_view out) {
  return {{"patch_embd", "patch_embed.proj"},
          {"patch_embd.weight.1", "patch_embed.proj.weight.1"},
          {"post_ln", "merger.ln_q"},
          {"attn_q", "attn.q"},
          {"attn_k", "attn.k"},
          {"attn_v", "attn.v"},
          {"attn_qkv", "attn.qkv"},
          {"attn_out", "attn.proj"},
          {"ln1", "norm1"},
          {"ln2", "norm2"},
          {"ffn_gate", "mlp.gate_proj"},
          {"ffn_up", in},
          {"ffn_down", out}};
}

const std::vector<GgufName> kMergerNames = {{"mm.0", "visual.merger.mlp.0"}, {"mm.2", "visual.merger.mlp.2"}};

}  // namespace

const std::vector<ProjectorKind>& projectorKinds() {
  static const std::vector<ProjectorKind> all = {
      {.type = "mlp",
       .modelType = "llava",
       .hubClass = "LlavaForConditionalGeneration",
       .visionType = "clip_vision_model",
       .textStem = "language_model.",
       .textAs = "",
       .token = "<image>",
       .tower = "vision_tower.vision_model.",
       .towerLayers = "encoder.layers.",
       .towerNames = kClipNames,
       .names = {{"mm.0", "multi_modal_projector.linear_1"}, {"mm.2", "multi_modal_projector.linear_2"}},
       .resampling = Resampling::Bicubic},
      {.type = "gemma3",
       .modelType = "gemma3",
       .hubClass = "Gemma3ForConditionalGeneration",
       .visionType = "siglip_vision_model",
       .textStem = "language_model.",
       .textAs = "",
       .token = "<image_soft_token>",
       .tower = "vision_tower.vision_model.",
       .towerLayers = "encoder.layers.",
       .towerNames = kClipNames,
       .names = {{"mm.input_projection.weight", "multi_modal_projector.mm_input_projection_weight", GgufChange::None,
                  true},
                 {"mm.soft_emb_norm", "multi_modal_projector.mm_soft_emb_norm", GgufChange::LessOne}},
       .resampling = Resampling::Bilinear},
      {.type = "idefics3",
       .modelType = "idefics3",
       .hubClass = "Idefics3ForConditionalGeneration",
       .visionType = "siglip_vision_model",
       .textStem = "model.text_model.",
       .textAs = "model.",
       .token = "<image>",
       .tower = "model.vision_model.",
       .towerLayers = "encoder.layers.",
       .towerNames = kClipNames,
       .names = {{"mm.model.fc", "model.connector.modality_projection.proj"}},
       .resampling = Resampling::Lanczos},
      {.type = "qwen2vl_merger",
       .modelType = "qwen2_vl",
       .hubClass = "Qwen2VLForConditionalGeneration",
       .visionType = "qwen2_vl",
       .textStem = "",
       .textAs = "",
       .token = "<|image_pad|>",
       .tower = "visual.",
       .towerLayers = "blocks.",
       .towerNames = mergingNames("mlp.fc1", "mlp.fc2"),
       .names = kMergerNames,
       .resampling = Resampling::Bicubic,
       .merges = true},
      {.type = "qwen2.5vl_merger",
       .modelType = "qwen2_5_vl",
       .hubClass = "Qwen2_5_VLForConditionalGeneration",
       .visionType = "qwen2_5_vl",
       .textStem = "",
       .textAs = "",
       .token = "<|image_pad|>",
       .tower = "visual.",
       .towerLayers = "blocks.",
       .towerNames = mergingNames("mlp.up_proj", "mlp.down_proj"),
       .names = kMergerNames,
       .resampling = Resampling::Bicubic,
       .merges = true}};
  return all;
}

std::string listOfProjectors() {
  std::string names;
  for (const ProjectorKind& each : projectorKinds()) names += (names.empty() ? "" : ", ") + std::string(each.type);
  return names;
}

}  // namespace headlight
