#include "core/image/image_preparation.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/checkpoint/config.h"

namespace headlight {
namespace {

constexpr std::uintmax_t kMostBytes = 1 << 20;
constexpr Index kMostPixels = 1 << 14;
constexpr std::array<float, 3> kHalf{0.5F, 0.5F, 0.5F};

/// What an image processor does where its file does not say.
ImagePreparation defaultsOf(const std::string& processor, PixelSize model) {
  ImagePreparation p;
  p.mean = p.deviation = kHalf;
  if (processor.starts_with("CLIP")) {
    p.resize = {224, {}, Resampling::Bicubic};
    p.crop = {224, 224};
    p.mean = {0.48145466F, 0.4578275F, 0.40821073F};
    p.deviation = {0.26862954F, 0.26130258F, 0.27577711F};
  } else if (processor.starts_with("DeiT")) {
    p.resize = {std::nullopt, {256, 256}, Resampling::Bicubic};
    p.crop = {224, 224};
  } else {
    p.resize = {std::nullopt, processor.empty() ? model : PixelSize{224, 224}, Resampling::Bilinear};
  }
  return p;
}

Index side(const Config& config, std::string_view key) {
  const Index pixels = config.size(key);
  if (pixels > kMostPixels)
    throw Error(config.where(key) + ": expected at most " + std::to_string(kMostPixels) + " pixels, found " +
                std::to_string(pixels));
  return pixels;
}

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
  if (size.has("shortest_edge"))
    resize.shortestEdge = side(size, "shortest_edge");
  else if (size.has("height") && size.has("width"))
    resize = {std::nullopt, heightAndWidth(size), resize.resampling};
  else
    throw Error(config.where("size") + ": expected height and width, or shortest_edge");
}

PixelSize cropSize(const Config& config, PixelSize otherwise) {
  if (!config.has("crop_size")) return otherwise;
  if (!config.isNumber("crop_size")) return heightAndWidth(*config.object("crop_size"));
  const Index pixels = side(config, "crop_size");
  return {pixels, pixels};
}

std::array<float, 3> colours(const Config& config, std::string_view key, const std::array<float, 3>& otherwise) {
  if (!config.has(key)) return otherwise;
  const auto values = config.numbers(key);
  if (values.size() != 3)
    throw Error(config.where(key) + ": expected 3 numbers, one for each colour, found " +
                std::to_string(values.size()));
  std::array<float, 3> out{};
  std::transform(values.begin(), values.end(), out.begin(), [](double v) { return static_cast<float>(v); });
  return out;
}

/// The middle of `image`; black where the image does not reach.
RgbImage cropped(const RgbImage& image, PixelSize size) {
  RgbImage out{size.width, size.height,
               std::vector<std::uint8_t>(static_cast<std::size_t>(size.width * size.height * 3))};
  const auto before = [](Index has, Index wants) { return (has - wants - (has < wants ? 1 : 0)) / 2; };  // Floor.
  const Index top = before(image.height, size.height), left = before(image.width, size.width);
  for (Index y = std::max(Index{0}, -top); y < std::min(size.height, image.height - top); ++y) {
    const Index x = std::max(Index{0}, -left), end = std::min(size.width, image.width - left);
    std::copy_n(image.bytes.begin() + ((y + top) * image.width + x + left) * 3, (end - x) * 3,
                out.bytes.begin() + (y * size.width + x) * 3);
  }
  return out;
}

}  // namespace

ImagePreparation ImagePreparation::open(const std::filesystem::path& folder, PixelSize model) {
  const std::filesystem::path file = folder / "preprocessor_config.json";
  if (!isThere(file)) return defaultsOf({}, model);
  const Config config = Config::parse(readFile(file, kMostBytes), "preprocessor_config.json");
  const std::string older = config.text("feature_extractor_type", "ViT");
  const std::string processor = config.text("image_processor_type", older);
  ImagePreparation p = defaultsOf(processor, model);
  if (config.has("resample")) {
    const std::int64_t number = config.integer("resample", 0);
    if (number < 0 || number > 5)
      throw Error(config.where("resample") + ": expected a number from 0 to 5, found " + std::to_string(number));
    p.resize->resampling = static_cast<Resampling>(number);
  }
  readSize(config, processor.starts_with("CLIP"), *p.resize);
  if (!config.flag("do_resize", true)) p.resize.reset();
  if (config.flag("do_center_crop", p.crop.has_value())) {
    p.crop = cropSize(config, p.crop.value_or(PixelSize{224, 224}));
  } else {
    p.crop.reset();
  }
  p.factor = config.flag("do_rescale", true) ? config.number("rescale_factor", 1.0 / 255) : 1;
  if (p.factor == 0) throw Error(config.where("rescale_factor") + ": expected a number other than 0");
  p.mean = colours(config, "image_mean", p.mean);
  p.deviation = colours(config, "image_std", p.deviation);
  if (std::find(p.deviation.begin(), p.deviation.end(), 0.0F) != p.deviation.end())
    throw Error(config.where("image_std") + ": expected numbers other than 0");
  if (!config.flag("do_normalize", true)) {
    p.mean = {};
    p.deviation = {1, 1, 1};
  }
  return p;
}

PixelInput ImagePreparation::prepared(const RgbImage& image) const {
  RgbImage now = image;
  if (resize) {
    PixelSize size = resize->size;
    if (resize->shortestEdge) {
      const Index edge = *resize->shortestEdge, shorter = std::max(Index{1}, std::min(image.width, image.height));
      const auto along = [&](Index of) { return of == shorter ? edge : edge * of / shorter; };
      size = {along(image.height), along(image.width)};
    }
    now = resized(image, size.width, size.height, resize->resampling);
  }
  if (crop) now = cropped(now, *crop);
  Matrix values(3, now.width * now.height);
  for (Index at = 0; at < values.cols(); ++at)
    for (Index c = 0; c < 3; ++c) {
      const auto value = static_cast<float>(now.bytes[static_cast<std::size_t>(at * 3 + c)] * factor);
      values(c, at) = (value - mean[static_cast<std::size_t>(c)]) / deviation[static_cast<std::size_t>(c)];
    }
  return holding(std::move(values), {now.height, now.width});
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
