#include <cmath>
#include <memory>
#include <utility>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/vision_towers.h"

namespace headlight {
namespace {

/// The vision tower of CLIP (Radford et al. 2021), by itself.
Architecture describeClipVision(const FamilyInput& in) {
  const std::optional<Config> nested = in.config.object("vision_config");
  Architecture d = towerDescription(nested ? *nested : in.config, in.prefix("vision_model."), clipTower());
  d.pooler = Architecture::Pooler::First;
  if (in.head != OutputHeadKind::None) d.remarks.push_back("The head of " + in.architecture + " is not computed.");
  return d;
}

/// The same of SigLIP (Zhai et al. 2023).
Architecture describeSiglipVision(const FamilyInput& in) {
  const std::optional<Config> nested = in.config.object("vision_config");
  const Config& c = nested ? *nested : in.config;
  const std::string prefix = in.prefix("vision_model.");
  Architecture d = towerDescription(c, prefix, siglipTower());
  d.head = taskHead(
      in, {{OutputHeadKind::SequenceClassification, {}, linearPart("classifier"), OutputHeadSpec::Pooling::Mean}});
  if (d.head.kind == OutputHeadKind::None) addPoolingHead(in, c, prefix, d);
  return d;
}

/// SigLIP 2's tower for pictures of any shape (Tschannen et al. 2025): patches that are cut before.
Architecture describeSiglip2Vision(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("vision_model.");
  Architecture d = towerDescription(c, prefix, siglipTower());
  const Index patches = c.size("num_patches", 256);
  const Index side = squareSide(c, "num_patches", patches);
  PatchesSpec& part = *d.embedding.patches;
  part.height = side * part.patchHeight;
  part.width = side * part.patchWidth;
  part.flat = part.cut = true;
  part.resize = GridResize::BilinearAntialias;
  d.embedding.positions->rows = patches;
  d.maxPositions = 0;  // Positions are stretched to any grid.
  addPoolingHead(in, c, prefix, d);
  return d;
}

/// The text tower of CLIP or SigLIP.
Architecture textTower(const FamilyInput& in, const Config& c, bool siglip) {
  const std::string prefix = in.stem + "text_model.";
  EncoderSizes otherwise{siglip ? 768 : 512,
                         siglip ? 3072 : 2048,
                         12,
                         siglip ? 12 : 8,
                         siglip ? Activation::GeluTanh : Activation::QuickGelu,
                         siglip ? 1e-6 : 1e-5};
  const EncoderSizes sizes = encoderSizes(c, otherwise);
  const TowerSwitches s;
  Architecture d;
  d.width = sizes.width;
  d.vocabulary = c.size("vocab_size", siglip ? 32000 : 49408);
  d.maxPositions = c.size("max_position_embeddings", siglip ? 64 : 77);
  d.padId = -1;
  d.embedding.tokens = prefix + "embeddings.token_embedding.weight";
  d.embedding.width = d.width;
  d.embedding.positions = PositionsSpec{};
  d.embedding.positions->table = prefix + "embeddings.position_embedding.weight";
  d.embedding.positions->rows = d.maxPositions;
  for (int i = 0; i < sizes.layers; ++i) {
    LayerSpec layer = encoderLayer(c, sizes, prefix + "encoder.layers." + std::to_string(i) + ".", s.names);
    normBefore(layer);
    layer.attention.causal = !siglip;
    d.layers.push_back(std::move(layer));
  }
  d.finalNorm = layerNorm(prefix + "final_layer_norm", sizes.epsilon);
  d.finalInHiddenStates = false;
  return d;
}

/// Both towers of a CLIP or SigLIP.
Architecture describePair(const FamilyInput& in, bool siglip) {
  const Config& c = in.config;
  const auto text = c.object("text_config"), vision = c.object("vision_config");
  if (!text || !vision || !in.checkpoint.hasPrefix("text_model."))
    return siglip ? describeSiglipVision(in) : describeClipVision(in);
  const std::string prefix = "vision_model.";
  Architecture d = textTower(in, *text, siglip);
  auto tower = std::make_shared<Architecture>(towerDescription(*vision, prefix, siglip ? siglipTower() : clipTower()));
  PairingSpec& pair = d.pairing.emplace();
  pair.scale = "logit_scale";
  pair.endId = text->integer("eos_token_id", 49407);
  if (siglip) {
    addPoolingHead(in, *vision, prefix, *tower);
    if (!tower->pooling)
      throw Error("'" + in.checkpoint.folder().string() + "': expected SigLIP's pooling head, found no '" + prefix +
                  "head.probe'");
    pair.text = linearPart("text_model.head");
    pair.width = text->size("projection_size", d.width);
    pair.bias = "logit_bias";
  } else {
    tower->pooler = Architecture::Pooler::First;
    pair.width = c.size("projection_dim", 512);
    pair.text = linearPart("text_projection", false);
    pair.vision = linearPart("visual_projection", false);
    // Configurations of the time before have 2 there, which meant the largest id.
    pair.pooling = pair.endId == 2 ? PairingSpec::TextPooling::LargestId : PairingSpec::TextPooling::FirstEnd;
  }
  d.tower = std::move(tower);
  return d;
}

const std::vector<UnreadKey> kTowers{
    {"projection_dim"},  {"logit_scale_init_value"}, {"text_config"}, {"text_config_dict"},  {"vision_config_dict"},
    {"vision_use_head"}, {"projection_size"},        {"num_patches"}, {"initializer_factor"}};

}  // namespace

Family clipVisionFamily() { return {"clip-vision", {"clip_vision_model"}, describeClipVision, kTowers}; }
Family clipFamily() {
  return {"clip", {"clip"}, [](const FamilyInput& in) { return describePair(in, false); }, kTowers};
}
Family siglipVisionFamily() { return {"siglip-vision", {"siglip_vision_model"}, describeSiglipVision, kTowers}; }
Family siglipFamily() {
  return {"siglip", {"siglip"}, [](const FamilyInput& in) { return describePair(in, true); }, kTowers};
}
Family siglip2VisionFamily() { return {"siglip2-vision", {"siglip2_vision_model"}, describeSiglip2Vision, kTowers}; }

}  // namespace headlight
