#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// HunYuan dense (Tencent 2025): norms of queries and keys behind the rotation.
Architecture describeHunYuan(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.epsilon = 1e-5;
  s.headNorms = true;
  s.names.queryNorm = "self_attn.query_layernorm";
  s.names.keyNorm = "self_attn.key_layernorm";
  s.rope.alpha = true;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  Architecture d = decoderDescription(in, s);
  for (LayerSpec& layer : d.layers) layer.attention.normAfterRotation = true;
  return d;
}

}  // namespace

Family hunYuanFamily() {
  return {"hunyuan_v1_dense",
          {"hunyuan_v1_dense"},
          describeHunYuan,
          {{"attention_head_dim"},
           {"eod_token_id"},
           {"pretraining_tp"},
           {"use_qk_norm", {"true"}},
           {"use_cla", {"false"}},
           {"cla_share_factor"},
           {"mlp_bias", {"false"}},
           {"use_rotary_pos_emb", {"true"}},
           {"norm_type", {R"("rms")"}}}};
}

}  // namespace headlight
