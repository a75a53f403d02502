#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

/// Song et al. 2020, "MPNet": positions as RoBERTa, and one relative bias that all layers add.
Architecture describeMpnet(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("mpnet.");
  const EncoderSizes sizes = encoderSizes(c);
  const EncoderNames names{"attention.attn.q",    "attention.attn.k",   "attention.attn.v", "attention.attn.o",
                           "attention.LayerNorm", "intermediate.dense", "output.dense",     "output.LayerNorm"};
  Architecture d = encoderDescription(in, prefix, sizes, names);
  d.embedding.types.clear();
  d.padId = 1;  // The model's own constant: positions begin behind it whatever pad_token_id says.
  d.embedding.positions->counting = PositionsSpec::Counting::SkipPaddingId;
  d.embedding.positions->offset = 2;
  d.maxPositions -= 2;
  d.relativeBias = RelativeBiasSpec{prefix + "encoder.relative_attention_bias.weight", 32, 128};
  for (LayerSpec& layer : d.layers) layer.attention.relativeBias = true;
  d.head = taskHead(in, {{OutputHeadKind::MaskedLm,
                          {{linearPart("lm_head.dense"), sizes.width, Activation::Gelu,
                            layerNorm("lm_head.layer_norm", sizes.epsilon)}},
                          {"lm_head.decoder.weight", "lm_head.bias", false}},
                         {OutputHeadKind::SequenceClassification,
                          {{linearPart("classifier.dense"), sizes.width, Activation::Tanh, {}}},
                          linearPart("classifier.out_proj"),
                          OutputHeadSpec::Pooling::First},
                         {OutputHeadKind::TokenClassification, {}, linearPart("classifier")}});
  return d;
}

}  // namespace

Family mpnetFamily() {
  // The model's own constant, however many rows the table has.
  return {"mpnet", {"mpnet"}, describeMpnet, {{"relative_attention_num_buckets", {"32"}}}};
}

}  // namespace headlight
