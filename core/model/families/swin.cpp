#include <numeric>
#include <utility>

#include "core/base/attention_type.h"
#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/vision_towers.h"

namespace headlight {
namespace {

/// A number for each stage, from 1 to `most`; `otherwise` where the key is absent.
std::vector<Index> ofStages(const Config& c, std::string_view key, std::vector<std::int64_t> otherwise, Index most) {
  if (c.has(key)) otherwise = c.integers(key);
  std::vector<Index> numbers;
  for (const std::int64_t number : otherwise) {
    if (number < 1 || number > most)
      throw Error(c.where(key) + ": expected numbers from 1 to " + std::to_string(most) + ", found " +
                  std::to_string(number));
    numbers.push_back(static_cast<Index>(number));
  }
  return numbers;
}

/// What a layer's parts are called, in the older or the newer spelling, and its table of biases.
struct SwinNames {
  EncoderNames layer;
  std::string bias;
};
SwinNames namesIn(bool newer) {
  if (newer) return {vitNames(true), "attention.relative_position_bias.relative_position_bias_table"};
  SwinNames names{vitNames(false), "attention.self.relative_position_bias_table"};
  names.layer.query = "attention.self.query";
  names.layer.key = "attention.self.key";
  names.layer.value = "attention.self.value";
  return names;
}

EmbeddingSpec swinPatches(const Config& c, const std::string& prefix, Index width) {
  EmbeddingSpec e = patchEmbedding(c, width, 4, linearPart(prefix + "embeddings.patch_embeddings.projection"), {},
                                   prefix + "embeddings.position_embeddings");
  e.norm = layerNorm(prefix + "embeddings.norm", 1e-5);  // Whatever layer_norm_eps says, and below, too.
  e.normBeforePositions = true;
  PatchesSpec& patches = *e.patches;
  if (!c.flag("use_absolute_embeddings", false)) {
    e.positions.reset();
    patches.filled = true;
  } else if (patches.height % patches.patchHeight != 0 || patches.width % patches.patchWidth != 0) {
    throw Error(c.where("image_size") + ": expected whole patches for learned positions, found " +
                std::to_string(patches.width) + " x " + std::to_string(patches.height) + " pixels");
  }
  return e;
}

/// Liu et al. 2021, "Swin Transformer": stages of patches that become fewer and wider, attention within windows, which
/// every second layer shifts by half of one.
Architecture describeSwin(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("swin.");
  const Index width = c.size("embed_dim", 96), window = c.size("window_size", 7);
  const std::vector<Index> depths = ofStages(c, "depths", {2, 2, 6, 2}, 1024);
  const std::vector<Index> heads = ofStages(c, "num_heads", {3, 6, 12, 24}, 65536);
  if (depths.empty() || depths.size() > kMostStages)
    throw Error(c.where("depths") + ": expected from 1 to " + std::to_string(kMostStages) + " stages, found " +
                std::to_string(depths.size()));
  if (heads.size() != depths.size())
    throw Error(c.where("num_heads") + ": expected " + std::to_string(depths.size()) +
                " numbers as in 'depths', found " + std::to_string(heads.size()));
  const double ratio = positiveOf(c, "mlp_ratio", 4);
  EncoderSizes sizes;
  sizes.activation = activationOf(c.text("hidden_act", "gelu"), c.where("hidden_act"));
  sizes.epsilon = epsilonOf(c, "layer_norm_eps", 1e-5);

  Architecture d;
  for (std::size_t stage = 0; stage < depths.size(); ++stage) {
    Architecture own;
    own.stages = static_cast<int>(depths.size());
    own.width = sizes.width = width << stage;
    sizes.inner = static_cast<Index>(ratio * static_cast<double>(sizes.width));
    sizes.heads = static_cast<int>(heads[stage]);
    if (stage == 0) {
      own.embedding = swinPatches(c, prefix, width);
    } else {
      const std::string merging = prefix + "encoder.layers." + std::to_string(stage - 1) + ".downsample.";
      own.embedding.merges = true;
      own.embedding.width = 2 * sizes.width;
      own.embedding.norm = layerNorm(merging + "norm", 1e-5);
      own.embedding.projection = linearPart(merging + "reduction", false);
      own.earlier = std::make_shared<const Architecture>(std::move(d));
    }
    own.relativeBias.emplace();
    own.relativeBias->grid = {window, window};
    own.relativeBias->buckets = (2 * window - 1) * (2 * window - 1);
    const std::string blocks = prefix + "encoder.layers." + std::to_string(stage) + ".blocks.";
    const SwinNames names = namesIn(in.checkpoint.has(blocks + "0.attention.q_proj.weight"));
    for (Index layer = 0; layer < depths[stage]; ++layer) {
      const std::string at = blocks + std::to_string(layer) + ".";
      LayerSpec made = vitLayer(c, sizes, at, names.layer);
      made.attention.sight = Sight::GridWindow;
      made.attention.window = window;
      made.attention.windowShift = layer % 2 == 0 ? 0 : window / 2;
      made.attention.relativeBias = true;
      made.attention.ownBias = at + names.bias;
      own.layers.push_back(std::move(made));
    }
    d = std::move(own);
  }
  d.finalNorm = layerNorm(prefix + "layernorm", sizes.epsilon);
  d.finalInHiddenStates = false;
  d.head = taskHead(
      in, {{OutputHeadKind::SequenceClassification, {}, linearPart("classifier"), OutputHeadSpec::Pooling::PatchMean}});
  if (d.head.kind == OutputHeadKind::None) d.pooler = Architecture::Pooler::PatchMean;
  return d;
}

/// Of training, and of other uses of the stages.
const std::vector<UnreadKey> kSwin{{"drop_path_rate"}, {"encoder_stride"}, {"hidden_size"},
                                   {"num_layers"},     {"out_features"},   {"out_indices"},
                                   {"patch_norm"},     {"path_norm"},      {"stage_names"}};

}  // namespace

Family swinFamily() { return {"swin", {"swin"}, describeSwin, kSwin}; }

}  // namespace headlight
