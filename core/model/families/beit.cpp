#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/vision_towers.h"

namespace headlight {
namespace {

/// Bao et al. 2022, "BEiT": a bias for each step from patch to patch, of each layer or of all, in place of positions or
/// beside them.
Architecture describeBeit(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("beit.");
  const EncoderSizes sizes = encoderSizes(c);
  Architecture d;
  d.width = sizes.width;
  d.embedding = patchEmbedding(c, sizes.width, 16, linearPart(prefix + "embeddings.patch_embeddings.projection"),
                               {prefix + "embeddings.cls_token"}, prefix + "embeddings.position_embeddings");
  d.maxPositions = d.embedding.positions->rows;
  if (!c.flag("use_absolute_position_embeddings", false)) d.embedding.positions.reset();
  addVitLayers(in, c, prefix, sizes, d);

  const PatchesSpec& patches = *d.embedding.patches;
  const bool own = c.flag("use_relative_position_bias", false),
             shared = c.flag("use_shared_relative_position_bias", false);
  if (own && shared)
    throw Error(c.where("use_shared_relative_position_bias") + ": expected a bias of each layer or of all, found both");
  if ((own || shared) && patches.rows() != patches.cols())
    throw Error(c.where("image_size") + ": expected as many rows as columns of patches for a bias by steps, found " +
                std::to_string(patches.rows()) + " and " + std::to_string(patches.cols()));
  const std::string table = "relative_position_bias.relative_position_bias_table";
  if (own || shared) {
    d.relativeBias.emplace();
    d.relativeBias->grid = {patches.rows(), patches.cols()};
    d.relativeBias->buckets = (2 * patches.rows() - 1) * (2 * patches.cols() - 1) + 3;
    if (shared)
      d.relativeBias->table =
          in.firstOf({prefix + "encoder." + table, prefix + "shared_position_bias.relative_position_bias_table"});
  }
  const bool scaled = c.number("layer_scale_init_value", 0.1) > 0;
  const bool newer = in.checkpoint.hasPrefix(prefix + "layers.0.");
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    const std::string at = prefix + (newer ? "layers." : "encoder.layer.") + std::to_string(i) + ".";
    LayerSpec& layer = d.layers[i];
    layer.attention.key.bias.clear();
    layer.attention.relativeBias = own || shared;
    if (own) layer.attention.ownBias = at + (newer ? "" : "attention.attention.") + table;
    if (!scaled) continue;
    layer.attentionNorms.inside = {NormKind::Affine, 0, at + "lambda_1", "", 0};
    layer.feedForwardNorms.inside = {NormKind::Affine, 0, at + "lambda_2", "", 0};
  }

  using Pooling = OutputHeadSpec::Pooling;
  const bool mean = c.flag("use_mean_pooling", true);
  const NormSpec poolerNorm = layerNorm(prefix + "pooler.layernorm", sizes.epsilon);
  if (mean) d.finalNorm = {};
  d.head = taskHead(in, {{OutputHeadKind::SequenceClassification,
                          {},
                          linearPart("classifier"),
                          mean ? Pooling::PatchMean : Pooling::First}});
  if (d.head.kind != OutputHeadKind::None) {
    if (mean) d.head.norm = poolerNorm;
  } else if (mean && in.checkpoint.has(poolerNorm.weight)) {
    d.pooler = Architecture::Pooler::PatchMean;
    d.poolerNorm = poolerNorm;
  } else if (!mean) {
    d.pooler = Architecture::Pooler::First;
  }
  return d;
}

/// Of the heads that cut a picture into regions, of training, and of parts of other models.
const std::vector<UnreadKey> kBeit{{"add_fpn"},
                                   {"auxiliary_channels"},
                                   {"auxiliary_concat_input"},
                                   {"auxiliary_loss_weight"},
                                   {"auxiliary_num_convs"},
                                   {"drop_path_rate"},
                                   {"out_features"},
                                   {"out_indices"},
                                   {"pool_scales"},
                                   {"reshape_hidden_states"},
                                   {"segmentation_indices"},
                                   {"semantic_loss_ignore_index"},
                                   {"stage_names"},
                                   {"use_auxiliary_head"},
                                   {"use_mask_token"},
                                   {"vocab_size"}};

}  // namespace

Family beitFamily() { return {"beit", {"beit"}, describeBeit, kBeit}; }

}  // namespace headlight
