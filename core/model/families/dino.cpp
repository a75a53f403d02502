#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/vision_towers.h"

namespace headlight {
namespace {

/// Learned gains of what a sublayer gives (Touvron et al. 2021, "LayerScale").
NormSpec layerScale(const std::string& name) { return {NormKind::Affine, 0, name + ".lambda1", "", 0}; }

/// Oquab et al. 2023, "DINOv2", and with registers (Darcet et al. 2023).
Architecture describeDinov2(const FamilyInput& in, bool registers) {
  const Config& c = in.config;
  const std::string prefix = in.prefix(registers ? "dinov2_with_registers." : "dinov2.");
  EncoderSizes sizes{768, 0, 12, 12, Activation::Gelu, 1e-6};
  sizes.width = c.size("hidden_size", 768);
  sizes.layers = layerCount(c, "num_hidden_layers", 12);
  sizes.heads = headCount(c, "num_attention_heads", 12);
  sizes.epsilon = epsilonOf(c, "layer_norm_eps", 1e-6);
  sizes.inner = sizes.width * c.size("mlp_ratio", 4);
  const bool gated = c.flag("use_swiglu_ffn", false);
  if (c.has("hidden_act")) sizes.activation = activationOf(c.text("hidden_act"), c.where("hidden_act"));
  Architecture d;
  d.width = sizes.width;
  d.embedding =
      patchEmbedding(c, sizes.width, registers ? 16 : 14, linearPart(prefix + "embeddings.patch_embeddings.projection"),
                     {prefix + "embeddings.cls_token"}, prefix + "embeddings.position_embeddings");
  PatchesSpec& patches = *d.embedding.patches;
  patches.resize = registers ? GridResize::BicubicAntialias : GridResize::Bicubic;
  if (registers) {
    patches.registerCount = c.size("num_register_tokens", 4);
    patches.registers = prefix + "embeddings.register_tokens";
  }
  d.maxPositions = d.embedding.positions->rows + patches.registerCount;
  EncoderNames names = vitNames(in.checkpoint.has(prefix + "encoder.layer.0.attention.q_proj.weight"));
  names.attentionNorm = "norm1";
  names.in = "mlp.fc1";
  names.out = "mlp.fc2";
  names.feedForwardNorm = "norm2";
  if (gated) {
    // Two thirds of the width, in eights.
    sizes.inner = (sizes.inner * 2 / 3 + 7) / 8 * 8;
    sizes.activation = Activation::Silu;
    const bool parts = in.checkpoint.has(prefix + "encoder.layer.0.mlp.gate_proj.weight");
    if (parts) {
      names.gate = "mlp.gate_proj";
      names.in = "mlp.up_proj";
    } else {
      names.gateIn = "mlp.weights_in";
    }
    names.out = parts ? "mlp.down_proj" : "mlp.weights_out";
  }
  for (int i = 0; i < sizes.layers; ++i) {
    const std::string at = prefix + "encoder.layer." + std::to_string(i) + ".";
    LayerSpec layer = vitLayer(c, sizes, at, names);
    layer.attentionNorms.inside = layerScale(at + "layer_scale1");
    layer.feedForwardNorms.inside = layerScale(at + "layer_scale2");
    d.layers.push_back(std::move(layer));
  }
  d.finalNorm = layerNorm(prefix + "layernorm", sizes.epsilon);
  d.finalInHiddenStates = false;
  d.head = taskHead(
      in,
      {{OutputHeadKind::SequenceClassification, {}, linearPart("classifier"), OutputHeadSpec::Pooling::FirstAndMean}});
  if (d.head.kind == OutputHeadKind::None) d.pooler = Architecture::Pooler::First;
  return d;
}

/// Siméoni et al. 2025, "DINOv3": positions turn the patches, registers.
Architecture describeDinov3(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("dinov3_vit.");
  const std::string inner = in.checkpoint.hasPrefix(prefix + "model.layer.") ? prefix + "model." : prefix;
  EncoderSizes sizes = encoderSizes(c, {.width = 384, .inner = 1536, .layers = 12, .heads = 6, .epsilon = 1e-5});
  Architecture d;
  d.width = sizes.width;
  d.embedding = patchEmbedding(c, sizes.width, 16, linearPart(prefix + "embeddings.patch_embeddings"),
                               {prefix + "embeddings.cls_token"}, "");
  d.embedding.positions.reset();
  PatchesSpec& patches = *d.embedding.patches;
  patches.resize = GridResize::Bicubic;  // Any size, since there are no learned positions.
  patches.registerCount = c.integer("num_register_tokens", 0) > 0 ? c.size("num_register_tokens") : 0;
  if (patches.registerCount > 0) patches.registers = prefix + "embeddings.register_tokens";
  const bool gated = c.flag("use_gated_mlp", false), networkBias = c.flag("mlp_bias", true);
  EncoderNames names{"attention.q_proj",
                     "attention.k_proj",
                     "attention.v_proj",
                     "attention.o_proj",
                     "norm1",
                     "mlp.up_proj",
                     "mlp.down_proj",
                     "norm2"};
  if (gated) names.gate = "mlp.gate_proj";
  names.inBias = names.outBias = networkBias;
  RotarySpec rotary;
  rotary.theta = positiveOf(c, "rope_theta", 100);
  rotary.axes = RotaryAxes::Centres;
  if (const auto newer = c.object("rope_parameters")) rotary.theta = positiveOf(*newer, "rope_theta", rotary.theta);
  for (int i = 0; i < sizes.layers; ++i) {
    const std::string at = inner + "layer." + std::to_string(i) + ".";
    LayerSpec layer = encoderLayer(c, sizes, at, names);
    normBefore(layer);
    AttentionSpec& a = layer.attention;
    if (!c.flag("query_bias", true)) a.query.bias.clear();
    if (!c.flag("key_bias", false)) a.key.bias.clear();
    if (!c.flag("value_bias", true)) a.value.bias.clear();
    if (!c.flag("proj_bias", true)) a.output.bias.clear();
    a.rotary = 0;
    layer.attentionNorms.inside = layerScale(at + "layer_scale1");
    layer.feedForwardNorms.inside = layerScale(at + "layer_scale2");
    d.layers.push_back(std::move(layer));
  }
  rotary.dims = d.layers.front().attention.dHead;
  if (rotary.dims % 4 != 0)
    throw Error(c.where("num_attention_heads") + ": expected heads of a multiple of 4 numbers, found " +
                std::to_string(rotary.dims));
  d.rotaries = {rotary};
  d.finalNorm = layerNorm(prefix + "norm", sizes.epsilon);
  d.finalInHiddenStates = false;
  d.pooler = Architecture::Pooler::First;
  return d;
}

const std::vector<UnreadKey> kDino{
    {"apply_layernorm"},       {"layerscale_value"}, {"out_features"},   {"out_indices"},
    {"reshape_hidden_states"}, {"stage_names"},      {"use_mask_token"}, {"pos_embed_jitter"},
    {"pos_embed_rescale"},     {"pos_embed_shift"},  {"hidden_act"},     {"return_class_token"}};

}  // namespace

Family dinov2Family() {
  return {"dinov2", {"dinov2"}, [](const FamilyInput& in) { return describeDinov2(in, false); }, kDino};
}
Family dinov2RegistersFamily() {
  return {"dinov2-registers",
          {"dinov2_with_registers"},
          [](const FamilyInput& in) { return describeDinov2(in, true); },
          kDino};
}
Family dinov3Family() { return {"dinov3", {"dinov3_vit"}, describeDinov3, kDino}; }

}  // namespace headlight
