#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/gpt_layers.h"

namespace headlight {
namespace {

/// Wang and Komatsuzaki 2021, "GPT-J": rotary positions on interleaved pairs, attention and feed-forward side by side.
/// CodeGen (Nijkamp et al. 2023) is the same with one tensor for queries, values and keys, in four blocks of heads.
Architecture describeGptJ(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("transformer.");
  GptSizes s;
  s.width = c.size("n_embd", 4096);
  s.heads = headCount(c, "n_head", 16);
  s.layers = layerCount(c, "n_layer", 28);
  s.inner = c.size("n_inner", 4 * s.width);
  Architecture d = gptDescription(in, prefix, s, 0);
  d.maxPositions = c.size("n_positions", 2048);
  RotarySpec rotary;
  const Index dHead = d.layers.front().attention.dHead;
  rotary.dims = c.declares("rotary_dim") ? c.size("rotary_dim", dHead) : 64;
  if (rotary.dims > dHead || rotary.dims % 2 != 0)
    throw Error(c.where("rotary_dim") + ": expected an even number up to " + std::to_string(dHead) + ", found " +
                std::to_string(rotary.dims));
  rotary.interleaved = true;
  d.rotaries.push_back(rotary);
  for (int i = 0; i < s.layers; ++i) {
    LayerSpec& layer = d.layers[static_cast<std::size_t>(i)];
    const std::string at = prefix + "h." + std::to_string(i) + ".";
    layer.parallel = true;
    layer.attention.rotary = 0;
    if (in.modelType == "codegen") {
      layer.attention.layout = QkvLayout::Groups;
      layer.attention.qkv = linearPart(at + "attn.qkv_proj", false);
      layer.attention.qkvGroups = 4;
      layer.attention.valuesBeforeKeys = true;
      if (s.heads % 4 != 0)
        throw Error(c.where("n_head") + ": expected a multiple of 4, found " + std::to_string(s.heads));
    } else {
      layer.attention.query = linearPart(at + "attn.q_proj", false);
      layer.attention.key = linearPart(at + "attn.k_proj", false);
      layer.attention.value = linearPart(at + "attn.v_proj", false);
    }
    layer.attention.output = linearPart(at + "attn.out_proj", false);
    layer.feedForward.in = linearPart(at + "mlp.fc_in");
    layer.feedForward.output = linearPart(at + "mlp.fc_out");
  }
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", false), true);
  return d;
}

}  // namespace

Family gptJFamily() {
  return {"gptj", {"gptj"}, describeGptJ, {{"n_ctx"}, {"rotary"}, {"scale_attn_weights", {"true"}}}, gptAliases()};
}
Family codeGenFamily() { return {"codegen", {"codegen"}, describeGptJ, {{"n_ctx"}}, gptAliases()}; }

}  // namespace headlight
