#include "core/image/image_preparation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/checkpoint/config.h"
#include "core/checkpoint/preparation_settings.h"

namespace headlight {
namespace {

using Kind = ImagePreparation::Kind;

constexpr Index kMostPixels = 1 << 14;
constexpr double kMostFloat = std::numeric_limits<float>::max();
constexpr std::array<float, 3> kHalf{0.5F, 0.5F, 0.5F};
constexpr std::array<float, 3> kClipMean{0.48145466F, 0.4578275F, 0.40821073F};
constexpr std::array<float, 3> kClipDeviation{0.26862954F, 0.26130258F, 0.27577711F};
constexpr std::array<float, 3> kImageNetMean{0.485F, 0.456F, 0.406F}, kImageNetDeviation{0.229F, 0.224F, 0.225F};

/// What an image processor does where its file does not say.
struct ProcessorDefaults {
  std::string_view begins;  ///< Of the processor's name.
  Kind kind;
  bool shorter;          ///< A lone number as size is the shorter side, as the size below.
  PixelSize size, crop;  ///< 0: none.
  Resampling resampling;
  std::array<float, 3> mean, deviation;
  bool overWhite = false;
  bool numberIsShorter = shorter;  ///< The same of a number in the file alone.
};

const ProcessorDefaults kProcessors[] = {
    {"CLIP", Kind::Plain, true, {224, 224}, {224, 224}, Resampling::Bicubic, kClipMean, kClipDeviation, true},
    {"ChineseCLIP", Kind::Plain, true, {224, 224}, {224, 224}, Resampling::Bicubic, kClipMean, kClipDeviation, true},
    {"Bit", Kind::Plain, true, {224, 224}, {224, 224}, Resampling::Bicubic, kClipMean, kClipDeviation, true},
    {"Beit", Kind::Plain, false, {224, 224}, {}, Resampling::Bicubic, kHalf, kHalf},
    {"Blip", Kind::Plain, false, {384, 384}, {}, Resampling::Bicubic, kClipMean, kClipDeviation, true},
    {"DeiT", Kind::Plain, false, {256, 256}, {224, 224}, Resampling::Bicubic, kHalf, kHalf},
    {"ViT", Kind::Plain, false, {224, 224}, {}, Resampling::Bilinear, kHalf, kHalf},
    {"DINOv3", Kind::Plain, false, {224, 224}, {}, Resampling::Bilinear, kImageNetMean, kImageNetDeviation},
    {"Siglip2", Kind::Patches, false, {}, {}, Resampling::Bilinear, kHalf, kHalf},
    {"Siglip", Kind::Plain, false, {224, 224}, {}, Resampling::Bicubic, kHalf, kHalf, true, true},
    {"LlavaNext", Kind::Canvas, true, {224, 224}, {224, 224}, Resampling::Bicubic, kClipMean, kClipDeviation, true},
    {"LlavaOnevision", Kind::Canvas, false, {384, 384}, {}, Resampling::Bicubic, kClipMean, kClipDeviation, true},
    {"Llava", Kind::Square, true, {224, 224}, {224, 224}, Resampling::Bicubic, kClipMean, kClipDeviation, true},
    {"Idefics3", Kind::Splits, false, {}, {}, Resampling::Lanczos, kHalf, kHalf, true},
    {"SmolVLM", Kind::Splits, false, {}, {}, Resampling::Lanczos, kHalf, kHalf, true},
    {"Gemma3", Kind::Whole, false, {224, 224}, {}, Resampling::Bilinear, kHalf, kHalf, true},
    {"Qwen2VL", Kind::Blocks, false, {}, {}, Resampling::Bicubic, kClipMean, kClipDeviation, true},
    {"Qwen2_5_VL", Kind::Blocks, false, {}, {}, Resampling::Bicubic, kClipMean, kClipDeviation, true},
    {"Qwen3VL", Kind::Blocks, false, {}, {}, Resampling::Bicubic, kHalf, kHalf, true},
};

/// Null for a processor that is not known.
const ProcessorDefaults* defaultsOf(const std::string& processor) {
  const ProcessorDefaults* found = nullptr;
  for (const ProcessorDefaults& row : kProcessors)
    if (processor.starts_with(row.begins) && (!found || row.begins.size() > found->begins.size())) found = &row;
  return found;
}

Index bounded(const Config& config, std::string_view key, Index pixels) {
  if (pixels > kMostPixels)
    throw Error(config.where(key) + ": expected at most " + std::to_string(kMostPixels) + " pixels, found " +
                std::to_string(pixels));
  return pixels;
}

Index side(const Config& config, std::string_view key) { return bounded(config, key, config.size(key)); }

PixelSize heightAndWidth(const Config& size) { return {side(size, "height"), side(size, "width")}; }

/// "size": a number or an object. A number is the shorter side where `shorter` is set, else both sides.
void readSize(const Config& config, bool shorter, ImagePreparation::Resize& resize) {
  if (!config.has("size")) return;
  if (config.isNumber("size")) {
    const Index pixels = side(config, "size");
    if (shorter)
      resize.shortestEdge = pixels;
    else
      resize = {std::nullopt, {pixels, pixels}, resize.resampling};
    return;
  }
  const Config size = *config.object("size");
  if (size.has("shortest_edge")) {
    resize.shortestEdge = side(size, "shortest_edge");
    if (size.has("longest_edge")) resize.longestEdge = side(size, "longest_edge");
  } else if (size.has("height") && size.has("width")) {
    resize = {std::nullopt, heightAndWidth(size), resize.resampling};
  } else {
    throw Error(config.where("size") + ": expected height and width, or shortest_edge");
  }
}

/// A key may be absent, which means a default, but not null, which means none.
void mustSay(const Config& config, std::string_view key) {
  if (config.declares(key) && !config.has(key)) throw Error(config.where(key) + ": expected a value, found null");
}

PixelSize cropSize(const Config& config, PixelSize otherwise) {
  if (!config.has("crop_size")) return otherwise;
  if (!config.isNumber("crop_size")) return heightAndWidth(*config.object("crop_size"));
  const Index pixels = side(config, "crop_size");
  return {pixels, pixels};
}

std::array<float, 3> colours(const Config& config, std::string_view key, const std::array<float, 3>& otherwise) {
  if (!config.has(key)) return otherwise;
  const auto values = config.isNumber(key) ? std::vector<double>(3, config.number(key, 0)) : config.numbers(key);
  if (values.size() != 3)
    throw Error(config.where(key) + ": expected 3 numbers, one for each colour, found " +
                std::to_string(values.size()));
  std::array<float, 3> out{};
  for (std::size_t c = 0; c < 3; ++c) {
    if (std::abs(values[c]) > kMostFloat)
      throw Error(config.where(key) + ": expected numbers of single precision, found larger ones");
    out[c] = static_cast<float>(values[c]);
  }
  return out;
}

/// The number under `key` in the object `size` or beside it.
Index edge(const Config& config, std::string_view object, std::string_view key, Index otherwise) {
  const auto found = config.object(object);
  return found && found->has(key) ? found->size(key) : otherwise;
}

void readCanvases(const Config& config, ImagePreparation& p) {
  for (const auto& pair : config.lists("image_grid_pinpoints")) {
    if (pair.size() != 2 || pair[0] < 1 || pair[1] < 1 || pair[0] > kMostPixels || pair[1] > kMostPixels)
      throw Error(config.where("image_grid_pinpoints") + ": expected pairs of height and width of 1 to " +
                  std::to_string(kMostPixels) + " pixels");
    p.canvases.push_back({static_cast<Index>(pair[0]), static_cast<Index>(pair[1])});
  }
  if (p.canvases.empty())
    throw Error(config.where("image_grid_pinpoints") + " is missing, which says into which tiles a picture is cut");
}

/// Whether a step is done; null says that it is not.
bool isOn(const Config& config, std::string_view key, bool otherwise) {
  return config.declares(key) && !config.has(key) ? false : config.flag(key, otherwise);
}

/// What a kind reads beside size, crop and colours.
void readKind(const Config& config, ImagePreparation& p) {
  switch (p.kind) {
    case Kind::Plain:
      break;
    case Kind::Square:
      if (!isOn(config, "do_pad", false)) p.kind = Kind::Plain;
      break;
    case Kind::Canvas:
      if (!isOn(config, "do_pad", true))
        throw Error(config.where("do_pad") + ": expected true, found false, which is unsupported");
      readCanvases(config, p);
      break;
    case Kind::Splits:
      if (const auto size = config.object("size"); size && !size->has("longest_edge"))
        throw Error(config.where("size") + ": expected longest_edge, found none");
      p.longestEdge = bounded(config, "size", edge(config, "size", "longest_edge", 4 * 364));
      p.tileEdge = bounded(config, "max_image_size", edge(config, "max_image_size", "longest_edge", 364));
      p.splits = isOn(config, "do_image_splitting", true);
      break;
    case Kind::Whole:
      if (p.resize->shortestEdge)
        throw Error(config.where("size") + ": expected height and width, found shortest_edge, which is unsupported");
      break;
    case Kind::Blocks:
      p.patch = bounded(config, "patch_size", config.size("patch_size", 14));
      p.merge = config.size("merge_size", 2);
      p.frames = config.size("temporal_patch_size", 2);
      p.leastPixels = config.size("min_pixels", edge(config, "size", "shortest_edge", 56 * 56));
      p.mostPixels = config.size("max_pixels", edge(config, "size", "longest_edge", 28 * 28 * 1280));
      for (const auto& [key, blocks] : {std::pair{"merge_size", p.merge}, std::pair{"temporal_patch_size", p.frames}})
        if (blocks > 64) throw Error(config.where(key) + ": expected at most 64, found " + std::to_string(blocks));
      if (p.mostPixels < p.leastPixels)
        throw Error(config.where("max_pixels") + ": expected at least min_pixels, found less");
      break;
    case Kind::Patches:
      p.patch = bounded(config, "patch_size", config.size("patch_size", 16));
      p.mostPatches = config.size("max_num_patches", 256);
      break;
  }
}

/// Image processors of kinds of models, where the settings of pictures do not name one.
constexpr std::pair<std::string_view, std::string_view> kOfModels[] = {
    {"beit", "Beit"},
    {"blip", "Blip"},
    {"chinese_clip", "ChineseCLIP"},
    {"clip", "CLIP"},
    {"deit", "DeiT"},
    {"dinov2", "Bit"},
    {"dinov2_with_registers", "Bit"},
    {"dinov3_vit", "DINOv3"},
    {"gemma3", "Gemma3"},
    {"idefics3", "Idefics3"},
    {"llava", "Llava"},
    {"llava_next", "LlavaNext"},
    {"llava_onevision", "LlavaOnevision"},
    {"paligemma", "Siglip"},
    {"qwen2_5_vl", "Qwen2VL"},
    {"qwen2_vl", "Qwen2VL"},
    {"qwen3_vl", "Qwen2VL"},
    {"siglip", "Siglip"},
    {"siglip2", "Siglip2"},
    {"smolvlm", "SmolVLM"},
    {"swin", "ViT"},
    {"vit", "ViT"},
    {"vit_mae", "ViT"},
    {"vit_msn", "ViT"},
};

/// The name of the image processor: that of the settings, else that which goes with the model in `folder`, empty where
/// none is known. Settings alone are those of ViT.
std::string processorOf(const Config& settings, const std::filesystem::path& folder) {
  for (const char* key : {"image_processor_type", "feature_extractor_type"})
    if (settings.has(key)) return settings.text(key);
  if (!isThere(folder / "config.json")) return "ViT";
  const std::string type = Config::open(folder).text("model_type");
  for (const auto& [ofModel, processor] : kOfModels)
    if (ofModel == type) return std::string(processor);
  return {};
}

}  // namespace

ImagePreparation ImagePreparation::open(const std::filesystem::path& folder, PixelSize model) {
  ImagePreparation p;
  p.mean = p.deviation = kHalf;
  const std::optional<Config> found = preparationSettings(folder, "image_processor");
  if (!found) {
    p.resize = {std::nullopt, model, Resampling::Bilinear};
    return p;
  }
  const Config& config = *found;
  const std::string processor = processorOf(config, folder);
  const ProcessorDefaults* known = defaultsOf(processor);
  if (!known) {
    p.refusal =
        config.where("image_processor_type") +
        (processor.empty() ? " is missing, and nothing is known of the model's" : ": unsupported '" + processor + "'") +
        "; supported: those of CLIP, BEiT, BiT (DINOv2), BLIP, DeiT, ViT, DINOv3, SigLIP, SigLIP 2, LLaVA, "
        "LLaVA-NeXT, LLaVA-OneVision, Idefics3, SmolVLM, Gemma 3, Qwen2-VL and Qwen3-VL";
    return p;
  }
  const ProcessorDefaults& defaults = *known;
  p.kind = defaults.kind;
  p.mean = defaults.mean;
  p.deviation = defaults.deviation;
  p.asValues = processor.starts_with("DINOv3");
  p.squaresMany = processor.starts_with("LlavaOnevision");
  p.resize = ImagePreparation::Resize{};
  p.resize->resampling = defaults.resampling;
  if (defaults.shorter && defaults.size.height > 0)
    p.resize->shortestEdge = defaults.size.height;
  else
    p.resize->size = defaults.size;
  if (defaults.crop.height > 0) p.crop = defaults.crop;
  if (config.has("resample")) {
    const std::int64_t number = config.integer("resample", 0);
    if (number < 0 || number > 5)
      throw Error(config.where("resample") + ": expected a number from 0 to 5, found " + std::to_string(number));
    p.resize->resampling = static_cast<Resampling>(number);
  }
  const bool sized = p.kind != Kind::Splits && p.kind != Kind::Blocks && p.kind != Kind::Patches;
  if (sized) readSize(config, !isOn(config, "default_to_square", !defaults.numberIsShorter), *p.resize);
  if (p.resize->longestEdge && p.kind != Kind::Plain)
    throw Error(config.where("size") + ": expected shortest_edge alone, found longest_edge beside it, which is " +
                "unsupported");
  if (!isOn(config, "do_resize", true)) {
    if (p.kind != Kind::Plain)
      throw Error(config.where("do_resize") + ": expected true, found false, which is unsupported");
    p.resize.reset();
  } else if (sized) {
    mustSay(config, "size");
  }
  if (p.kind == Kind::Plain && isOn(config, "do_pad", false) && config.has("pad_size"))
    throw Error(config.where("pad_size") +
                ": expected pictures that are not padded, found a size, which is unsupported");
  if (p.kind == Kind::Canvas) {
    // The size of tiles, whether they are cropped or not.
    if (config.has("crop_size") || p.crop) p.crop = cropSize(config, p.crop.value_or(PixelSize{}));
  } else if (sized && isOn(config, "do_center_crop", p.crop.has_value())) {
    // BEiT has a size for crops, which it does not make unless it is told to.
    if (!config.has("crop_size") && !p.crop && !processor.starts_with("Beit"))
      throw Error(config.where("crop_size") + " is missing, which says how large the middle is");
    p.crop = cropSize(config, p.crop.value_or(PixelSize{224, 224}));
  } else {
    p.crop.reset();
  }
  readKind(config, p);
  // The processor of Gemma 3 converts whatever the file says.
  p.overWhite = p.kind == Kind::Whole || isOn(config, "do_convert_rgb", defaults.overWhite);
  const bool rescales = isOn(config, "do_rescale", true);
  if (p.asValues && p.resize && !rescales)
    throw Error(config.where("do_rescale") +
                ": expected true, found false, which is unsupported where numbers are resized");
  if (p.asValues && p.resize && p.resize->resampling == Resampling::Nearest)
    throw Error(config.where("resample") +
                ": expected 1 to 5, found 0, which is unsupported where numbers are resized");
  p.factor = rescales ? config.number("rescale_factor", 1.0 / 255) : 1;
  if (p.factor == 0) throw Error(config.where("rescale_factor") + ": expected a number other than 0");
  if (std::abs(p.factor) > kMostFloat / 255)
    throw Error(config.where("rescale_factor") + ": expected a number of single precision, found a larger one");
  p.mean = colours(config, "image_mean", p.mean);
  p.deviation = colours(config, "image_std", p.deviation);
  if (std::find(p.deviation.begin(), p.deviation.end(), 0.0F) != p.deviation.end())
    throw Error(config.where("image_std") + ": expected numbers other than 0");
  if (!isOn(config, "do_normalize", true)) {
    p.mean = {};
    p.deviation = {1, 1, 1};
  } else {
    for (const char* key : {"image_mean", "image_std"}) mustSay(config, key);
  }
  return p;
}

PixelInput ImagePreparation::holding(Matrix values, PixelSize size) const {
  PixelInput pixels;
  pixels.height = size.height;
  pixels.width = size.width;
  pixels.values = std::move(values);
  // A byte is (value · deviation + mean) / factor; full brightness is 255.
  const auto brightness = static_cast<float>(255 * factor);
  for (std::size_t c = 0; c < 3; ++c) {
    pixels.mean[c] = mean[c] / brightness;
    pixels.deviation[c] = deviation[c] / brightness;
  }
  return pixels;
}

}  // namespace headlight
