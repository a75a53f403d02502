#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

/// Rives et al. 2021, "ESM-1b", and Lin et al. 2023, "ESM-2", which read proteins: norms before the sublayers,
/// positions learned or by rotation.
Architecture describeEsm(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("esm.");
  const EncoderSizes sizes = encoderSizes(c);
  Architecture d = encoderDescription(in, prefix, sizes);
  d.padId = padIdOf(c, -1);
  d.embedding.types.clear();
  d.embedding.norm = c.flag("emb_layer_norm_before", false) ? layerNorm(prefix + "embeddings.layer_norm", sizes.epsilon)
                                                            : NormSpec{};
  if (c.flag("token_dropout", false)) d.embedding.droppedId = c.integer("mask_token_id", -1);
  d.maxPositions = d.embedding.positions->rows = c.size("max_position_embeddings", 1026);
  const std::string kind = c.text("position_embedding_type", "absolute");
  if (kind == "rotary")
    rotatePositions(c, {}, d);
  else if (kind == "absolute")
    skipPaddingPositions(d, c);
  else
    throw Error(c.where("position_embedding_type") + ": unsupported '" + kind + "'; supported: absolute, rotary");
  for (int i = 0; i < sizes.layers; ++i) {
    LayerSpec& layer = d.layers[static_cast<std::size_t>(i)];
    const std::string at = prefix + "encoder.layer." + std::to_string(i) + ".";
    layer.attentionNorms = {layerNorm(at + "attention.LayerNorm", sizes.epsilon), {}, {}};
    layer.feedForwardNorms = {layerNorm(at + "LayerNorm", sizes.epsilon), {}, {}};
    layer.attention.causal = c.flag("is_decoder", false);
  }
  d.finalNorm = layerNorm(prefix + "encoder.emb_layer_norm_after", sizes.epsilon);
  d.head = robertaHead(in, sizes);
  if (const std::string contacts = prefix + "contact_head.regression"; in.checkpoint.hasPrefix(contacts)) {
    d.contacts = linearPart(contacts);
    d.endId = c.integer("eos_token_id", 2);
  }
  return d;
}

}  // namespace

Family esmFamily() {
  return {"esm",
          {"esm"},
          describeEsm,
          {{"esmfold_config"}, {"is_folding_model", {"false"}}, {"vocab_list"}, {"rope_theta"}}};
}

}  // namespace headlight
