#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"
#include "core/model/families/joined_parts.h"
#include "core/model/families/vision_towers.h"

namespace headlight {
namespace {

/// What the towers of the three generations have different.
struct QwenTower {
  std::string_view width = "hidden_size";
  std::string_view out = "out_hidden_size";
  NormKind norm = NormKind::LayerNorm;
  bool gated = false, patchBias = false;
  std::string in = "mlp.fc1", output = "mlp.fc2";
  std::string activation = "quick_gelu";
  std::string mergerNorm = "ln_q", mergerIn = "mlp.0", mergerOut = "mlp.2";
};

constexpr double kTowerEpsilon = 1e-6;

NormSpec towerNorm(const QwenTower& s, const std::string& name) {
  return s.norm == NormKind::RmsNorm ? rmsNorm(name, kTowerEpsilon) : layerNorm(name, kTowerEpsilon);
}

/// The tower of `c`, whose tensors begin with `at`.
Architecture towerOf(const Config& c, const std::string& at, const QwenTower& s, Index inner) {
  Architecture d;
  d.width = c.size(s.width);
  PatchesSpec patches;
  patches.patchHeight = patches.patchWidth = c.size("patch_size", 14);
  patches.frames = c.size("temporal_patch_size", 2);
  patches.channels = c.size("in_channels", c.size("in_chans", 3));
  patches.merge = c.size("spatial_merge_size", 2);
  if (patches.channels != 3 || patches.merge > 16 || patches.frames > 16 || patches.patchHeight > 1024)
    throw Error(c.where("patch_size") + ": expected patches of three colours and a size that can be");
  patches.cut = true;
  patches.map = linearPart(at + "patch_embed.proj", s.patchBias);
  patches.height = patches.patchHeight;
  patches.width = patches.patchWidth;
  d.embedding.width = d.width;
  d.embedding.patches = patches;
  const int heads = headCount(c, "num_heads", 16), layers = layerCount(c, "depth", 32);
  const Activation activation = activationOf(c.text("hidden_act", s.activation), c.where("hidden_act"));
  for (int i = 0; i < layers; ++i) {
    const std::string own = at + "blocks." + std::to_string(i) + ".";
    LayerSpec layer;
    AttentionSpec& a = layer.attention;
    a.heads = a.kvHeads = heads;
    a.dHead = dividedBy(c, d.width, heads, "num_heads");
    a.scale = 1 / std::sqrt(static_cast<float>(a.dHead));
    a.layout = QkvLayout::Parts;
    a.qkv = linearPart(own + "attn.qkv");
    a.output = linearPart(own + "attn.proj");
    a.rotary = 0;
    a.sight = Sight::OwnPicture;
    layer.attentionNorms.before = towerNorm(s, own + "norm1");
    layer.feedForwardNorms.before = towerNorm(s, own + "norm2");
    layer.feedForward.inner = inner;
    layer.feedForward.activation = activation;
    if (s.gated) layer.feedForward.gate = linearPart(own + "mlp.gate_proj");
    layer.feedForward.in = linearPart(own + s.in);
    layer.feedForward.output = linearPart(own + s.output);
    d.layers.push_back(std::move(layer));
  }
  RotarySpec rotary;
  rotary.dims = d.layers.front().attention.dHead;
  if (rotary.dims % 4 != 0)
    throw Error(c.where("num_heads") + ": expected heads of a multiple of 4 numbers, found " +
                std::to_string(rotary.dims));
  if (const auto rope = c.object("rope_parameters")) {
    rotary.theta = positiveOf(*rope, "rope_theta", 10000);
    if (const std::string type = rope->text("rope_type", "axial"); type != "axial" && type != "default")
      throw Error(rope->where("rope_type") + ": unsupported '" + type + "'; supported: axial");
  }
  rotary.axes = RotaryAxes::Cells;
  d.rotaries = {rotary};
  return d;
}

/// The merger of a block of patches, whose tensors begin with `at`.
ConnectorSpec merger(const QwenTower& s, const std::string& at, const Architecture& tower, Index width) {
  ConnectorSpec part;
  part.merge = ConnectorSpec::Merge::Neighbours;
  part.side = tower.embedding.patches->merge;
  part.norm = towerNorm(s, at + s.mergerNorm);
  part.normBeforeMerge = true;
  part.steps = {{linearPart(at + s.mergerIn), tower.width * part.side * part.side, Activation::Gelu, {}},
                {linearPart(at + s.mergerOut), width, Activation::Identity, {}}};
  return part;
}

/// The text part: Qwen2's layers or Qwen3's, turned by time, row and column.
Architecture textOf(const FamilyInput& in, bool third) {
  const auto nested = in.config.object("text_config");
  const Config& c = nested ? *nested : in.config;
  const std::string stem = in.prefix("model.language_model.");
  FamilyInput inner{c, in.checkpoint, in.modelType, in.head, in.architecture, stem};
  DecoderSwitches s;
  s.sizes = {.width = third ? 4096 : 8192,
             .inner = third ? 22016 : 29568,
             .layers = third ? 32 : 80,
             .heads = third ? 32 : 64,
             .kvHeads = third ? 32 : 8,
             .positions = third ? 128000 : 32768};
  s.queryBias = !third || c.flag("attention_bias", false);
  s.outputBias = third && c.flag("attention_bias", false);
  s.headNorms = third;
  s.epsilon = third ? 1e-6 : 1e-5;
  if (third) s.dHead = 128;
  s.rope.sections = true;
  if (c.flag("use_sliding_window", false))
    throw Error(c.where("use_sliding_window") + ": expected false, found true, which is unsupported");
  if (third) s.rope.theta = 5e6;
  Architecture d = decoderDescription(inner, s);
  // The whole may say what its text does not.
  if (nested && !nested->has("tie_word_embeddings") && d.head.kind == OutputHeadKind::CausalLm)
    d.head.tied = in.config.flag("tie_word_embeddings", false);
  d.imageId = imageIdOf(in.config, 151655);
  d.frame = PictureFrame::Ids;
  d.frameIds = {in.config.integer("vision_start_token_id", 151652), in.config.integer("vision_end_token_id", 151653)};
  return d;
}

/// Wang et al. 2024, "Qwen2-VL"; Bai et al. 2025, "Qwen2.5-VL"; Qwen Team 2025, "Qwen3-VL".
Architecture describeQwenVl(const FamilyInput& in) {
  const auto vision = in.config.object("vision_config");
  if (!vision) throw Error(in.config.where("vision_config") + " is missing");
  const Config& c = *vision;
  const std::string at = firstPrefix(in, {"model.visual.", "visual."});
  const bool second = in.modelType == "qwen2_vl", third = in.modelType == "qwen3_vl";
  QwenTower s;
  if (second) {
    s.width = "embed_dim";
    s.out = "hidden_size";
  } else if (third) {
    s.patchBias = true;
    s.in = "mlp.linear_fc1";
    s.output = "mlp.linear_fc2";
    s.activation = "gelu_pytorch_tanh";
    s.mergerNorm = "norm";
    s.mergerIn = "linear_fc1";
    s.mergerOut = "linear_fc2";
  } else {
    s.norm = NormKind::RmsNorm;
    s.gated = true;
    s.in = "mlp.up_proj";
    s.output = "mlp.down_proj";
    s.activation = "silu";
  }
  Architecture d = textOf(in, third);
  const Index inner = second ? c.size("embed_dim") * c.size("mlp_ratio", 4) : c.size("intermediate_size");
  Architecture tower = towerOf(c, at, s, inner);
  if (const Index out = c.size(s.out, d.width); out != d.width)
    throw Error(c.where(s.out) + ": expected " + std::to_string(d.width) + ", the width of the text, found " +
                std::to_string(out));
  d.connector = merger(s, at + "merger.", tower, d.width);
  PatchesSpec& patches = *tower.embedding.patches;
  if (!second && !third) {
    const auto whole = c.integers("fullatt_block_indexes");
    patches.window = c.size("window_size", 112) / patches.merge / patches.patchHeight;
    if (patches.window < 1) throw Error(c.where("window_size") + ": expected at least a block of patches, found less");
    for (std::size_t i = 0; i < tower.layers.size(); ++i)
      if (std::find(whole.begin(), whole.end(), static_cast<std::int64_t>(i)) == whole.end())
        tower.layers[i].attention.sight = Sight::OwnWindow;
  }
  if (third) {
    const Index places = c.size("num_position_embeddings", 2304);
    const Index side = squareSide(c, "num_position_embeddings", places);
    patches.height = side * patches.patchHeight;
    patches.width = side * patches.patchWidth;
    patches.resize = GridResize::Corners;
    tower.embedding.positions = PositionsSpec{};
    tower.embedding.positions->table = at + "pos_embed.weight";
    tower.embedding.positions->rows = places;
    const auto deep = c.integers("deepstack_visual_indexes");
    if (deep.size() > d.layers.size())
      throw Error(c.where("deepstack_visual_indexes") + ": expected at most as many as the text has layers");
    for (std::size_t i = 0; i < deep.size(); ++i) {
      if (deep[i] < 0 || deep[i] >= static_cast<std::int64_t>(tower.layers.size()))
        throw Error(c.where("deepstack_visual_indexes") + ": expected layers of the tower, found " +
                    std::to_string(deep[i]));
      ConnectorSpec part = merger(s, at + "deepstack_merger_list." + std::to_string(i) + ".", tower, d.width);
      part.normBeforeMerge = false;
      part.state = static_cast<int>(deep[i]) + 1;
      d.deepStack.push_back(std::move(part));
    }
  }
  d.tower = std::make_shared<const Architecture>(std::move(tower));
  return d;
}

}  // namespace

Family qwenVlFamily() { return {"qwen-vl", {"qwen2_vl", "qwen2_5_vl", "qwen3_vl"}, describeQwenVl, joinedUnread()}; }

}  // namespace headlight
