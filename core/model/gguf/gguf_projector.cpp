#include "core/model/gguf/gguf_projector.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/plain_text.h"
#include "core/model/gguf/gguf_joined_tensors.h"
#include "core/model/gguf/gguf_projector_kinds.h"

namespace headlight {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::string_view kTowerLayer = "v.blk.";
constexpr std::int64_t kMostPicture = 1 << 14;
/// What Qwen2-VL's releases and Qwen2.5-VL's have, where a file says nothing.
constexpr std::int64_t kMergedSide = 2, kLeastPixels = 56 * 56, kMostPixels = 28 * 28 * 16384, kWindow = 112;

/// A copy of a small tensor with 1 less in each number.
StoredTensor withoutOne(const StoredTensor& tensor) {
  auto numbers = std::make_shared<std::vector<float>>(floatsOf(tensor));
  for (float& number : *numbers) number -= 1;
  StoredTensor out;
  out.shape = tensor.shape;
  out.bytes = std::as_bytes(std::span(*numbers));
  out.owner = std::move(numbers);
  return out;
}

/// The id of `token` in the vocabulary of `text`, or -1.
std::int64_t idOfToken(const GgufMetadata& text, std::string_view token) {
  const std::vector<std::string_view> tokens = text.texts("tokenizer.ggml.tokens");
  const auto found = std::find(tokens.begin(), tokens.end(), token);
  return found == tokens.end() ? -1 : found - tokens.begin();
}

/// How many pairs of numbers of a head turn by time, row and column, of the text's metadata.
json sectionsOf(const GgufMetadata& text) {
  constexpr const char* kKey = "qwen2vl.rope.dimension_sections";
  const std::vector<std::int64_t> found = text.integers(kKey);
  // A fourth is 0 here.
  if (found.size() < 3 || found.size() > 4 || (found.size() == 4 && found[3] != 0))
    throw Error(text.where(kKey) + ": expected numbers for time, row and column, found " +
                (found.empty() ? "none" : text.shown(kKey)));
  return {found[0], found[1], found[2]};
}

GgufFile openProjector(const fs::path& path) {
  GgufFile file = GgufFile::open(path);
  if (const auto found = file.metadata.text("general.architecture", ""); found != "clip")
    throw Error(file.metadata.where("general.architecture") +
                ": expected 'clip', the part of a model that reads pictures, found '" + std::string(found) + "'");
  return file;
}

}  // namespace

GgufProjector::GgufProjector(const fs::path& path) : m_file(openProjector(path)), m_facts(m_file) {
  if (!m_facts.flag("has_vision_encoder", true))
    throw Error(m_facts.where("has_vision_encoder") + ": expected a part that reads pictures, found none");
  const std::string type = m_facts.text("vision.projector_type", m_facts.text("projector_type", "mlp"));
  const auto found = std::find_if(projectorKinds().begin(), projectorKinds().end(),
                                  [&](const ProjectorKind& each) { return each.type == type; });
  if (found == projectorKinds().end())
    throw Error(m_facts.where("projector_type") + ": unsupported '" + type + "'; supported: " + listOfProjectors());
  m_kind = &*found;
  for (const char* tiles : {"vision.image_grid_pinpoints", "vision.mm_patch_merge_type"})
    if (m_kind->type == "mlp" && m_facts.has(tiles) && (m_facts.isList(tiles) || m_facts.text(tiles, "flat") != "flat"))
      throw Error(m_facts.where(tiles) +
                  ": expected one tile for each picture, found several (LLaVA 1.6), which is "
                  "unsupported in GGUF files; the Hugging Face folder of the model is read");
}

std::int64_t GgufProjector::vision(const char* key) const {
  const std::string full = std::string("vision.") + key;
  const std::int64_t value = m_facts.integer(full);
  if (value < 1 || value > 1'000'000)
    throw Error(m_facts.where(full) + ": expected a number from 1 to 1000000, found " + std::to_string(value));
  return value;
}

std::int64_t GgufProjector::width() const {
  const bool turned = m_kind->type == "gemma3";  // [tower, text]
  for (const char* name : {"mm.2.weight", "mm.model.fc.weight", "mm.input_projection.weight"})
    if (const StoredTensor* tensor = m_facts.tensor(name); tensor && tensor->shape.size() == 2)
      return tensor->shape[turned ? 1 : 0];
  throw Error(m_file.metadata.place() + ": expected the tensor of its projector, found none");
}

std::string GgufProjector::activation(std::string_view otherwise) const {
  // What comes of it is written as two flags.
  const bool gelu = m_facts.flag("use_gelu", false), silu = m_facts.flag("use_silu", false);
  return silu ? "silu" : gelu ? "gelu" : std::string(otherwise);
}

json GgufProjector::towerConfig() const {
  const std::int64_t image = vision("image_size"), patch = vision("patch_size");
  if (image > kMostPicture || patch > image)
    throw Error(m_facts.where("vision.image_size") + ": expected from one patch to " + std::to_string(kMostPicture) +
                " pixels, found " + std::to_string(image));
  const bool clip = m_kind->visionType == "clip_vision_model";
  const std::string act = activation("quick_gelu");
  return {{"model_type", std::string(m_kind->visionType)},
          {"hidden_size", vision("embedding_length")},
          {"intermediate_size", vision("feed_forward_length")},
          {"image_size", image},
          {"patch_size", patch},
          {"num_hidden_layers", vision("block_count")},
          {"num_attention_heads", vision("attention.head_count")},
          {"layer_norm_eps", m_facts.number("vision.attention.layer_norm_epsilon")},
          {"hidden_act", clip || act == "silu" ? act : "gelu_pytorch_tanh"}};
}

json GgufProjector::mergingTowerConfig(std::int64_t textWidth) const {
  // The norms' epsilon is 1e-6 in both models; the file repeats the text's.
  for (const char* passed : {"vision.attention.layer_norm_epsilon", "vision.image_size"}) m_facts.has(passed);
  const std::int64_t width = vision("embedding_length"), layers = vision("block_count");
  json tower = {{"depth", layers},
                {"num_heads", vision("attention.head_count")},
                {"patch_size", vision("patch_size")},
                {"temporal_patch_size", 2},
                {"spatial_merge_size", mergedSide()},
                {"in_channels", 3},
                {"hidden_act", activation("quick_gelu")}};
  if (m_kind->visionType == "qwen2_vl") {
    // feed_forward_length is the text's width in files of this model.
    m_facts.has("vision.feed_forward_length");
    const StoredTensor* up = m_facts.tensor("v.blk.0.ffn_up.weight");
    const std::int64_t numbers = up && up->shape.size() == 2 ? up->count() : 0;
    if (numbers < 1 || numbers % (width * width) != 0)
      throw Error(m_file.metadata.place() + ": tensor 'v.blk.0.ffn_up.weight': expected whole times " +
                  std::to_string(width) + " rows, found " + (up ? shapeText(up->shape) : std::string("none")));
    tower["embed_dim"] = width;
    tower["hidden_size"] = textWidth;
    tower["mlp_ratio"] = numbers / (width * width);
    return tower;
  }
  tower["hidden_size"] = width;
  tower["out_hidden_size"] = textWidth;
  tower["intermediate_size"] = vision("feed_forward_length");
  tower["window_size"] = m_facts.integer("vision.window_size", kWindow);
  const std::int64_t every = vision("n_wa_pattern");
  json whole = json::array();
  for (std::int64_t i = every - 1; i < layers; i += every) whole.push_back(i);
  tower["fullatt_block_indexes"] = whole;
  return tower;
}

std::int64_t GgufProjector::mergedSide() const {
  const std::int64_t side = m_facts.integer("vision.spatial_merge_size", kMergedSide);
  if (side < 1 || side > 16)
    throw Error(m_facts.where("vision.spatial_merge_size") + ": expected from 1 to 16, found " + std::to_string(side));
  return side;
}

json GgufProjector::config(const GgufMetadata& text, json textConfig) const {
  json tower = m_kind->merges ? mergingTowerConfig(textConfig.value("hidden_size", std::int64_t{0})) : towerConfig();
  const auto idOf = [&](std::string_view token, const char* what) {
    const std::int64_t id = idOfToken(text, token);
    if (id < 0)
      throw Error(text.place() + ": expected the token '" + std::string(token) + "', which " + what +
                  ", in its vocabulary, found none: it was made of a text model alone");
    return id;
  };
  const std::int64_t id = idOf(m_kind->token, "stands for a picture");
  json whole = {{"architectures", {std::string(m_kind->hubClass)}},
                {"model_type", std::string(m_kind->modelType)},
                {"vision_config", std::move(tower)},
                {"image_token_id", id},
                {"tie_word_embeddings", textConfig.value("tie_word_embeddings", false)}};
  whole["text_config"] = std::move(textConfig);
  if (m_kind->merges) {
    whole["text_config"]["rope_scaling"]["mrope_section"] = sectionsOf(text);
    if (!whole["text_config"]["rope_scaling"].contains("rope_type"))
      whole["text_config"]["rope_scaling"]["type"] = "mrope";
    whole["vision_start_token_id"] = idOf("<|vision_start|>", "begins a picture");
    whole["vision_end_token_id"] = idOf("<|vision_end|>", "ends a picture");
    return whole;
  }
  const std::int64_t side = vision("image_size") / vision("patch_size");
  const std::int64_t scale = m_facts.integer("vision.projector.scale_factor", m_kind->type == "gemma3" ? 4 : 2);
  if (scale < 1 || scale > side)
    throw Error(m_facts.where("vision.projector.scale_factor") + ": expected from 1 to " + std::to_string(side) +
                ", found " + std::to_string(scale));
  if (m_kind->type == "mlp") {
    const std::vector<std::int64_t> feature = m_facts.integers("vision.feature_layer");
    if (feature.size() > 1)
      throw Error(m_facts.where("vision.feature_layer") + ": expected one layer, found several, which is unsupported");
    // Who writes no more layers than are needed leaves the last norm out, too.
    const std::int64_t otherwise = m_facts.hasTensor("v.post_ln.weight") ? -2 : -1;
    whole["vision_feature_layer"] = feature.empty() ? otherwise : feature.front();
    whole["vision_feature_select_strategy"] = m_facts.hasTensor("v.class_embd") ? "default" : "full";
    whole["multimodal_projector_bias"] = m_facts.hasTensor("mm.0.bias");
  } else if (m_kind->type == "gemma3") {
    whole["mm_tokens_per_image"] = (side / scale) * (side / scale);
    whole["boi_token_index"] = idOfToken(text, "<start_of_image>");
    whole["eoi_token_index"] = idOfToken(text, "<end_of_image>");
  } else {
    whole["scale_factor"] = scale;
  }
  return whole;
}

std::string GgufProjector::visionName(const std::string& name) const {
  std::string stem = name, ending, at;
  for (const std::string_view suffix : {".weight", ".bias"})
    if (name.ends_with(suffix)) {
      ending = suffix;
      stem = name.substr(0, name.size() - suffix.size());
    }
  if (name.starts_with(kTowerLayer)) {
    const auto dot = stem.find('.', kTowerLayer.size());
    if (dot == std::string::npos) return {};
    const std::string number = stem.substr(kTowerLayer.size(), dot - kTowerLayer.size());
    at = std::string(m_kind->towerLayers) + number + ".";
    stem = stem.substr(dot + 1);
    // Older files call the two maps of a network the other way round; the first one reads the tower's width.
    const StoredTensor* up = m_facts.tensor(std::string(kTowerLayer) + number + ".ffn_up.weight");
    const bool swapped = up && up->shape.size() == 2 && up->shape[1] != vision("embedding_length");
    if (swapped && (stem == "ffn_up" || stem == "ffn_down")) stem = stem == "ffn_up" ? "ffn_down" : "ffn_up";
  } else {
    stem.erase(0, 2);  // "v.", all of it where the name is no longer.
  }
  for (const auto& [file, ours] : m_kind->towerNames)
    if (stem == file) return std::string(m_kind->tower) + at + std::string(ours) + ending;
  return {};
}

TensorTable GgufProjector::tensors(TensorTable text) const {
  TensorTable out;
  const auto put = [&](const std::string& name, StoredTensor tensor) {
    if (!out.emplace(name, std::move(tensor)).second)
      throw Error(m_file.metadata.place() + ": two tensors have the place of '" + name + "'");
  };
  for (auto& [name, tensor] : text) {
    const std::string_view before = m_kind->textAs;
    const bool inside = before.empty() || name.starts_with(before);
    put(inside ? std::string(m_kind->textStem) + name.substr(before.size()) : name, std::move(tensor));
  }
  for (const auto& [name, tensor] : m_file.tensors) {
    std::string ours = name.starts_with("v.") ? visionName(name) : "";
    bool less = false;
    for (const GgufName& rule : m_kind->names) {
      const bool same = rule.whole ? name == rule.file
                                   : name.starts_with(rule.file) && (name.substr(rule.file.size()) == ".weight" ||
                                                                     name.substr(rule.file.size()) == ".bias");
      if (!same) continue;
      ours = rule.whole ? std::string(rule.ours) : std::string(rule.ours) + name.substr(rule.file.size());
      less = rule.change == GgufChange::LessOne;
    }
    if (less && !isFloating(tensor.format))
      throw Error(m_file.metadata.place() + ": tensor '" + name + "': expected real numbers, found " +
                  std::string(nameOf(tensor.format)));
    StoredTensor own = less ? withoutOne(tensor) : tensor;
    own.storedAs = name;
    put(ours.empty() ? name : ours, std::move(own));
  }
  if (m_kind->merges) {
    joinQueriesKeysValues(out, m_file.metadata.place());
    joinFrames(out, std::string(m_kind->tower) + "patch_embed.proj.weight", m_file.metadata.place());
  }
  return out;
}

ImagePreparation GgufProjector::preparation() const {
  ImagePreparation p;
  const auto colours = [&](const char* key, std::array<float, 3>& to) {
    const std::vector<double> found = m_file.metadata.numbers("clip.vision." + std::string(key));
    m_facts.has("vision." + std::string(key));
    const auto usable = [](double each) { return std::isfinite(each) && std::abs(each) < 1e6; };
    if (found.size() != 3 || !std::all_of(found.begin(), found.end(), usable))
      throw Error(m_facts.where("vision." + std::string(key)) + ": expected 3 numbers, one for each colour");
    std::transform(found.begin(), found.end(), to.begin(), [](double each) { return static_cast<float>(each); });
  };
  colours("image_mean", p.mean);
  colours("image_std", p.deviation);
  if (std::find(p.deviation.begin(), p.deviation.end(), 0.0F) != p.deviation.end())
    throw Error(m_facts.where("vision.image_std") + ": expected numbers other than 0");
  p.overWhite = true;
  p.resize = ImagePreparation::Resize{};
  p.resize->resampling = m_kind->resampling;
  if (m_kind->merges) {
    p.kind = ImagePreparation::Kind::Blocks;
    p.patch = static_cast<Index>(vision("patch_size"));
    p.merge = static_cast<Index>(mergedSide());
    p.frames = 2;
    p.leastPixels = static_cast<Index>(m_facts.integer("vision.image_min_pixels", kLeastPixels));
    p.mostPixels = static_cast<Index>(m_facts.integer("vision.image_max_pixels", kMostPixels));
    if (p.patch > kMostPicture || p.leastPixels < 1 || p.mostPixels < p.leastPixels || p.mostPixels > 1 << 30)
      throw Error(m_facts.where("vision.image_max_pixels") +
                  ": expected sizes of pictures from 1 to 1073741824 pixels, "
                  "found from " +
                  std::to_string(p.leastPixels) + " to " + std::to_string(p.mostPixels));
    return p;
  }
  const auto side = static_cast<Index>(vision("image_size"));
  p.resize->size = {side, side};
  if (m_kind->type == "mlp") {
    p.resize->shortestEdge = side;
    p.crop = PixelSize{side, side};
  } else if (m_kind->type == "gemma3") {
    p.kind = ImagePreparation::Kind::Whole;
  } else {
    p.kind = ImagePreparation::Kind::Splits;
    p.tileEdge = side;
    p.longestEdge = static_cast<Index>(m_facts.integer("vision.preproc_image_size", 4 * side));
    if (p.longestEdge < 1 || p.longestEdge > kMostPicture)
      throw Error(m_facts.where("vision.preproc_image_size") + ": expected from 1 to " + std::to_string(kMostPicture) +
                  " pixels, found " + std::to_string(p.longestEdge));
  }
  return p;
}

std::vector<std::string> GgufProjector::remarks() const {
  std::vector<std::string> remarks;
  const std::string file = m_file.file.filename().string();
  if (m_kind->type == "mlp")
    remarks.push_back("'" + file +
                      "' does not say how pictures are cut: they are resized and cropped in the middle, as "
                      "the Hugging Face folders of such models do it.");
  if (m_kind->merges && !m_facts.has("vision.image_max_pixels"))
    remarks.push_back("'" + file +
                      "' does not say how large pictures may be: from 3136 to 12845056 pixels, as in the releases of "
                      "such models; larger ones are made smaller.");
  if (m_facts.flag("has_audio_encoder", false))
    remarks.push_back("'" + file + "' also reads sounds, which is left aside.");
  static constexpr std::array<std::string_view, 15> kKnown{"has_text_encoder",
                                                           "has_llava_projector",
                                                           "vision.projection_dim",
                                                           "vision.image_mean",
                                                           "vision.image_std",
                                                           "projector_type",
                                                           "vision.preproc_image_size",
                                                           "vision.projector_type",
                                                           "vision.projector.scale_factor",
                                                           "vision.image_min_pixels",
                                                           "vision.image_max_pixels",
                                                           "vision.spatial_merge_size",
                                                           "use_glu_mlp",
                                                           "use_rms_norm",
                                                           "has_qwen2vl_merger"};
  for (const std::string& key : m_facts.unread()) {
    const std::string_view name = std::string_view(key).substr(std::string_view("clip.").size());
    if (std::find(kKnown.begin(), kKnown.end(), name) != kKnown.end() || name.starts_with("audio.")) continue;
    remarks.push_back("'" + file + "' says '" + key + "': " + m_file.metadata.shown(key) +
                      ", which Headlight does not know and leaves aside.");
  }
  return remarks;
}

std::vector<fs::path> projectorsBeside(const fs::path& model) {
  std::vector<fs::path> found;
  std::error_code failed;
  const fs::path folder = model.has_parent_path() ? model.parent_path() : fs::path(".");
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    const std::string name = lowerAscii(it->path().filename().string());
    if (name.ends_with(".gguf") && name.find("mmproj") != std::string::npos &&
        it->path().filename() != model.filename())
      found.push_back(it->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace headlight
