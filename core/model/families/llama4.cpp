#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"
#include "core/model/families/expert_layers.h"

namespace headlight {
namespace {

/// Whether each layer rotates (no_rope_layers, where 1 means that it does).
std::vector<bool> rotatingLayers(const Config& c, std::size_t layers) {
  const std::vector<std::int64_t> said = c.integers("no_rope_layers");
  const Index every = c.size("no_rope_layer_interval", 4);
  if (!said.empty() && said.size() != layers)
    throw Error(c.where("no_rope_layers") + ": expected " + std::to_string(layers) + " numbers, found " +
                std::to_string(said.size()));
  std::vector<bool> rotating;
  for (std::size_t i = 0; i < layers; ++i)
    rotating.push_back(said.empty() ? (static_cast<Index>(i) + 1) % every != 0 : said[i] != 0);
  return rotating;
}

/// The layers with experts: moe_layers, or every interleave_moe_layer_step-th.
std::vector<bool> expertLayers(const Config& c, std::size_t layers) {
  std::vector<bool> out(layers);
  if (c.has("moe_layers")) {
    for (const std::int64_t layer : c.integers("moe_layers"))
      if (layer >= 0 && layer < static_cast<std::int64_t>(layers)) out[static_cast<std::size_t>(layer)] = true;
    return out;
  }
  const auto step = static_cast<std::size_t>(c.size("interleave_moe_layer_step", 1));
  for (std::size_t i = step - 1; i < layers; i += step) out[i] = true;
  return out;
}

/// The text model of Llama 4 (Meta 2025): layers that rotate see their own stretch of tokens, the others see all, with
/// queries that grow; experts that all have the same input but for a factor.
Architecture describeLlama4(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 5120, .inner = 8192, .layers = 48, .heads = 40, .kvHeads = 8, .positions = 131072};
  s.epsilon = 1e-5;
  s.dHead = 128;
  s.rope.theta = 500000;
  s.rope.interleaved = true;
  s.names.gate = "feed_forward.gate_proj";
  s.names.in = "feed_forward.up_proj";
  s.names.output = "feed_forward.down_proj";
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  Architecture d = decoderDescription(in, s);
  const auto rotating = rotatingLayers(c, d.layers.size()), sparse = expertLayers(c, d.layers.size());
  const std::vector<std::string> types = c.texts("layer_types");
  if (!types.empty() && types.size() != d.layers.size())
    throw Error(c.where("layer_types") + ": expected " + std::to_string(d.layers.size()) + " layers, found " +
                std::to_string(types.size()));
  const Index chunk = c.has("attention_chunk_size") || !c.declares("attention_chunk_size")
                          ? c.size("attention_chunk_size", 8192)
                          : 0;
  ExpertNames names;
  names.router = "feed_forward.router";
  names.fusedIn = "feed_forward.experts.gate_up_proj";
  names.fusedOutput = "feed_forward.experts.down_proj";
  names.inOut = true;
  ExpertRule rule;
  rule.scores = ExpertRule::Scores::Sigmoid;
  rule.chosen = c.size("num_experts_per_tok", 1);
  const bool norms = c.flag("use_qk_norm", true), grows = c.flag("attn_temperature_tuning", true);
  const QueryGrowthSpec growth{c.number("attn_scale", 0.1), positiveOf(c, "floor_scale", 8192), 1};
  const Index denseInner = c.size("intermediate_size_mlp", 16384);
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    LayerSpec& layer = d.layers[i];
    AttentionSpec& a = layer.attention;
    const std::string at = in.prefix("model.") + "layers." + std::to_string(i) + ".";
    if (!types.empty() && types[i] != "chunked_attention" && types[i] != "full_attention")
      throw Error(c.where("layer_types") + ": unsupported '" + types[i] +
                  "'; supported: chunked_attention, full_attention");
    if (types.empty() ? rotating[i] : types[i] == "chunked_attention") a.chunk = chunk;
    if (!rotating[i]) {
      a.rotary = -1;
      if (grows) a.queryGrowth = growth;
    } else if (norms) {
      // A norm without gains.
      a.queryNorm = a.keyNorm = {NormKind::RmsNorm, layer.attentionNorms.before.epsilon, "", "", 0};
      a.normAfterRotation = true;
    }
    if (!sparse[i]) {
      layer.feedForward.inner = denseInner;
      continue;
    }
    const FeedForwardSpec dense = layer.feedForward;
    layer.experts = expertsPart(in, at, names, rule, {c.size("num_local_experts", 16), dense.inner, dense.activation});
    layer.experts->scalesInput = true;
    layer.feedForward = sharedExpert(at + "feed_forward.shared_expert.", dense.inner, dense.activation);
  }
  return d;
}

}  // namespace

Family llama4Family() {
  return {"llama4_text",
          {"llama4_text"},
          describeLlama4,
          routerUnread({{"no_rope_layer_interval"}, {"interleave_moe_layer_step"}, {"for_llm_compressor"}})};
}

}  // namespace headlight
