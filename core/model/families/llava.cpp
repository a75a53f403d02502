#include <cmath>
#include <memory>
#include <utility>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/joined_parts.h"
#include "core/model/families/vision_towers.h"

namespace headlight {
namespace {

const Config& visionOf(const FamilyInput& in, std::optional<Config>& nested) {
  nested = in.config.object("vision_config");
  if (!nested) throw Error(in.config.where("vision_config") + " is missing");
  return *nested;
}

std::string textStem(const FamilyInput& in) { return firstPrefix(in, {"model.language_model.", "language_model."}); }

std::string projectorStem(const FamilyInput& in) {
  return firstPrefix(in, {"model.multi_modal_projector.", "multi_modal_projector."});
}

Architecture towerOf(const FamilyInput& in) {
  std::optional<Config> nested;
  return nestedTower(in, visionOf(in, nested), firstPrefix(in, {"model.vision_tower.", "vision_tower."}));
}

/// Liu et al. 2023, "LLaVA", and with tiles LLaVA-NeXT (2024) and LLaVA-OneVision (Li et al. 2024).
Architecture describeLlava(const FamilyInput& in) {
  const Config& c = in.config;
  const bool oneVision = in.modelType == "llava_onevision", tiles = in.modelType != "llava";
  Architecture d = textPart(in, textStem(in), oneVision ? "qwen2" : "llama");
  Architecture tower = towerOf(in);
  // No text reads what is behind it: a file that holds no more than is needed leaves the last norm out.
  if (!in.checkpoint.has(tower.finalNorm.weight)) tower.finalNorm = {};
  ConnectorSpec& part = d.connector.emplace();
  const auto layers = static_cast<std::int64_t>(tower.layers.size());
  if (c.has("vision_feature_layer") && !c.isNumber("vision_feature_layer"))
    throw Error(c.where("vision_feature_layer") + ": expected one layer, found several, which is unsupported");
  const std::int64_t layer = c.integer("vision_feature_layer", oneVision ? -1 : -2);
  if (layer > layers || layer < -layers - 1)
    throw Error(c.where("vision_feature_layer") + ": expected a number from " + std::to_string(-layers - 1) + " to " +
                std::to_string(layers) + ", found " + std::to_string(layer));
  part.state = static_cast<int>(layer < 0 ? layers + 1 + layer : layer);
  const std::string strategy = c.text("vision_feature_select_strategy", oneVision ? "full" : "default");
  if (strategy != "default" && strategy != "full")
    throw Error(c.where("vision_feature_select_strategy") + ": unsupported '" + strategy +
                "'; supported: default, full");
  // The library leaves the first token out, whatever it is.
  part.withoutLeading = strategy == "default";
  if (part.withoutLeading && tower.embedding.patches->leadingTokens() != 1)
    throw Error(c.where("vision_feature_select_strategy") + ": expected full for a tower without a class token");
  if (!part.withoutLeading && tower.embedding.patches->leadingTokens() != 0)
    throw Error(c.where("vision_feature_select_strategy") +
                ": expected default for a tower with a class token, found full, which is unsupported");
  const std::string at = projectorStem(in);
  const bool bias = c.flag("multimodal_projector_bias", true);
  part.steps = {{linearPart(at + "linear_1", bias),
                 d.width,
                 activationOf(c.text("projector_hidden_act", "gelu"), c.where("projector_hidden_act")),
                 {}},
                {linearPart(at + "linear_2", bias), d.width, Activation::Identity, {}}};
  if (tiles) part.newline = in.firstOf({"model.image_newline", "image_newline"});
  if (oneVision) {
    const std::string ratio = c.text("vision_aspect_ratio", "anyres_max_9");
    if (!ratio.starts_with("anyres_max_"))
      throw Error(c.where("vision_aspect_ratio") + ": unsupported '" + ratio + "'; supported: anyres_max_N");
    d.mostTiles = std::max(1, std::atoi(ratio.c_str() + std::string_view("anyres_max_").size()));
  }
  d.imageId = imageIdOf(c, oneVision ? 151646 : 32000);
  d.tower = std::make_shared<const Architecture>(std::move(tower));
  return d;
}

/// Beyer et al. 2024, "PaliGemma": SigLIP and Gemma, the prompt seen in both directions.
Architecture describePaliGemma(const FamilyInput& in) {
  Architecture d = textPart(in, textStem(in), "gemma", {"use_bidirectional_attention", "num_image_tokens"});
  for (LayerSpec& layer : d.layers) layer.attention.sight = Sight::WholePrefix;
  ConnectorSpec& part = d.connector.emplace();
  part.steps = {{linearPart(projectorStem(in) + "linear"), d.width, Activation::Identity, {}}};
  d.imageId = imageIdOf(in.config, 256000);
  d.frame = PictureFrame::Prompt;
  const auto text = in.config.object("text_config");
  d.frameIds[0] = in.config.integer("bos_token_id", text ? text->integer("bos_token_id", 2) : 2);
  d.tower = std::make_shared<const Architecture>(towerOf(in));
  return d;
}

/// Laurençon et al. 2024, "Idefics3", and Marafioti et al. 2025, "SmolVLM".
Architecture describeIdefics3(const FamilyInput& in) {
  const Config& c = in.config;
  Architecture d = textPart(in, "model.text_model.", "llama");
  TowerSwitches s = siglipTower();
  s.sizes.width = 1152;
  s.sizes.heads = 16;
  s.patch = 32;
  std::optional<Config> nested;
  const Config& vision = visionOf(in, nested);
  Architecture tower = towerDescription(vision, "model.vision_model.", s);
  PatchesSpec& patches = *tower.embedding.patches;
  patches.resize = GridResize::Buckets;
  for (LayerSpec& layer : tower.layers) layer.attention.sight = Sight::OwnTile;
  ConnectorSpec& part = d.connector.emplace();
  part.merge = ConnectorSpec::Merge::Shuffle;
  part.side = c.size("scale_factor", 2);
  if (part.side > patches.rows() || patches.rows() % part.side != 0 || patches.cols() % part.side != 0)
    throw Error(c.where("scale_factor") + ": expected a divisor of " + std::to_string(patches.rows()) +
                " rows of patches, found " + std::to_string(part.side));
  part.steps = {{linearPart("model.connector.modality_projection.proj", false), d.width, Activation::Identity, {}}};
  d.imageId = imageIdOf(c, 128257);
  d.frame = PictureFrame::Tiles;
  d.tower = std::make_shared<const Architecture>(std::move(tower));
  return d;
}

}  // namespace

void addGemma3Tower(const FamilyInput& in, Architecture& d) {
  Architecture tower = towerOf(in);
  for (LayerSpec& layer : d.layers) layer.attention.sight = Sight::WholePicture;
  ConnectorSpec& part = d.connector.emplace();
  part.merge = ConnectorSpec::Merge::Average;
  const Index wanted = in.config.size("mm_tokens_per_image", 256), rows = tower.embedding.patches->rows();
  const auto side = static_cast<Index>(std::lround(std::sqrt(static_cast<double>(wanted))));
  if (side * side != wanted || rows % side != 0 || tower.embedding.patches->cols() != rows)
    throw Error(in.config.where("mm_tokens_per_image") + ": expected a square that divides " + std::to_string(rows) +
                " x " + std::to_string(rows) + " patches, found " + std::to_string(wanted));
  part.side = rows / side;
  const std::string at = projectorStem(in);
  part.norm = rmsNorm(at + "mm_soft_emb_norm", tower.finalNorm.epsilon, 1);
  part.steps = {{{at + "mm_input_projection_weight", "", true}, d.width, Activation::Identity, {}}};
  d.imageId = imageIdOf(in.config, 262144);
  d.frame = PictureFrame::Ids;
  d.frameIds = {in.config.integer("boi_token_index", 255999), in.config.integer("eoi_token_index", 256000)};
  d.frameText = {"\n\n", "\n\n"};
  d.tower = std::make_shared<const Architecture>(std::move(tower));
}

Family llavaFamily() { return {"llava", {"llava", "llava_next", "llava_onevision"}, describeLlava, joinedUnread()}; }
Family paliGemmaFamily() { return {"paligemma", {"paligemma"}, describePaliGemma, joinedUnread()}; }
Family idefics3Family() { return {"idefics3", {"idefics3", "smolvlm"}, describeIdefics3, joinedUnread()}; }

}  // namespace headlight
