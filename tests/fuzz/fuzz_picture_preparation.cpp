#include <algorithm>
#include <memory>

#include "core/image/image_preparation.h"
#include "core/model/image_reader.h"
#include "core/model/model.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

std::shared_ptr<const Model> kept(const char* name) {
  return Model::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/multimodal" / name);
}

RgbImage picture(Index width, Index height, bool transparent) {
  RgbImage image{width, height, {}};
  for (Index i = 0; i < width * height * 3; ++i) image.bytes.push_back(static_cast<std::uint8_t>(i * 7 % 251));
  if (transparent)
    for (Index i = 0; i < width * height; ++i) image.alpha.push_back(static_cast<std::uint8_t>(i % 256));
  return image;
}

void checkParts(const PreparedPictures& found, std::size_t pictures) {
  const PixelInput& pixels = found.pixels;
  fuzz::require(pixels.values.allFinite(), "prepared values are finite");
  fuzz::require(found.pictures.size() == pictures, "each picture is prepared");
  if (!pixels.cut) {
    fuzz::require(pixels.values.rows() == 3 * static_cast<Index>(found.tiles.size()) &&
                      pixels.values.cols() == pixels.height * pixels.width,
                  "each tile has its values");
    return;
  }
  Index rows = found.padded;
  for (const PreparedTile& tile : found.tiles) rows += tile.grid[0] * tile.grid[1];
  fuzz::require(found.padded >= 0 && pixels.values.rows() == rows, "each patch has its values");
}

/// `input` is width and height of a picture, how many of them there are and whether they are transparent, and in the
/// lines behind it a preprocessor_config.json.
std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  static const auto clip = kept("clip-vision"), llava = kept("llava-next");
  const auto [numbers, settings] = fuzz::numbersBefore(input, {{0, 1 << 15}, {0, 1 << 15}, {0, 3}, {0, 1}});
  folder.write("preprocessor_config.json", settings);
  const auto count = static_cast<std::size_t>(numbers[2]);
  // Long and narrow ones, but none that takes its time.
  const Index width = numbers[0], height = std::min<Index>(numbers[1], (1 << 17) / std::max<Index>(width, 1));
  const RgbImage image = picture(width, height, numbers[3] == 1);
  return fuzz::messageOf([&] {
    const auto preparation = ImagePreparation::open(folder.path(), {28, 28});
    const std::vector<const RgbImage*> images(count, &image);
    const PreparedPictures found = preparation.prepared(images);
    checkParts(found, images.size());
    if (preparation.kind == ImagePreparation::Kind::Splits && !images.empty()) {
      const std::array<Index, 2> tiles = preparation.tilesOf({height, width});
      fuzz::require(tiles == std::array{found.pictures[0].tileRows, found.pictures[0].tileCols},
                    "a picture has the tiles that it was said to have");
    }
    fuzz::messageOf([&] { clip->run(ImageReader(preparation, *clip).encode(image)); });
    fuzz::messageOf([&] {
      Encoding text;
      text.tokens.resize(images.size() + 1);
      for (Token& token : text.tokens) token.id = llava->description().imageId;
      text.tokens.back().id = 1;
      llava->run(ImageReader(preparation, *llava).beside(text, images));
    });
  });
}

std::vector<std::string> seeds() {
  const std::string common = R"("do_resize": true, "resample": 3, "do_rescale": true, "rescale_factor": 0.0039,
 "do_normalize": true, "image_mean": [0.5, 0.4, 0.3], "image_std": [0.3, 0.2, 0.1], "do_convert_rgb": true)";
  const auto settings = [&](const std::string& picture, const std::string& processor, const std::string& more) {
    return picture + "\n{\"image_processor_type\": \"" + processor + "ImageProcessor\", " + common + more + "}";
  };
  return {"83 61 1 0\n" + fuzz::sourceFile("tests/data/multimodal/clip-vision/preprocessor_config.json"),
          settings("40 30 2 1", "LlavaNext",
                   R"(, "size": {"shortest_edge": 14}, "crop_size": 14, "do_pad": true,
 "image_grid_pinpoints": [[14, 28], [28, 14], [28, 28]])"),
          settings("30 40 3 0", "LlavaOnevision",
                   R"(, "size": {"height": 14, "width": 14}, "image_grid_pinpoints": [[14, 28], [28, 42]])"),
          settings("20 50 1 1", "Llava", R"(, "do_pad": true, "size": 28, "crop_size": {"height": 28, "width": 28})"),
          settings("90 70 1 0", "Idefics3",
                   R"(, "size": {"longest_edge": 84}, "max_image_size": {"longest_edge": 28},
 "do_image_splitting": true)"),
          settings("100 40 1 0", "Gemma3", R"(, "size": {"height": 28, "width": 28}, "do_pan_and_scan": true)"),
          settings("60 45 2 0", "Qwen2VL",
                   R"(, "patch_size": 7, "merge_size": 2, "temporal_patch_size": 2, "min_pixels": 196,
 "max_pixels": 3136)"),
          settings("60 45 1 1", "Siglip2", R"(, "patch_size": 8, "max_num_patches": 40)"),
          settings("33 34 2 0", "DINOv3ViT", R"(, "size": {"height": 28, "width": 28})"),
          settings("32768 1 1 0", "DeiT", R"(, "size": 32, "crop_size": 28, "do_center_crop": true)"),
          "1 9 1 0\n{}"};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(picture_preparation)
