#include "core/model/image_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/error.h"
#include "core/image/picture_sizes.h"

namespace headlight {
namespace {

/// The part of `whole` that cells [row, row + rows) × [col, col + cols) of a grid are.
PictureBox cellBox(const PictureBox& whole, std::array<double, 2> grid, double row, double col, double rows = 1,
                   double cols = 1) {
  const auto at = [](float from, float to, double part) {
    return static_cast<float>(static_cast<double>(from) + static_cast<double>(to - from) * part);
  };
  return {at(whole[0], whole[2], col / grid[1]), at(whole[1], whole[3], row / grid[0]),
          at(whole[0], whole[2], (col + cols) / grid[1]), at(whole[1], whole[3], (row + rows) / grid[0])};
}

std::array<double, 2> real(std::array<Index, 2> grid) {
  return {static_cast<double>(grid[0]), static_cast<double>(grid[1])};
}

/// What stands before the name of a patch where there are several tiles.
std::string tileName(const PreparedPictures& pictures, const PreparedTile& tile) {
  const bool several = pictures.pictures.size() > 1;
  return (several ? "i" + std::to_string(tile.image) : "") +
         (pictures.tiles.size() > pictures.pictures.size() ? "t" + std::to_string(tile.number) : "");
}

Token tokenNamed(std::string text, bool special, std::size_t number) {
  Token token;
  token.id = static_cast<std::int64_t>(number);
  token.text = token.display = std::move(text);
  token.special = special;
  if (!special) token.sequence = 0;
  return token;
}

/// Fills pixels up with zeros to whole patches at the lower and the right edge.
void fillUp(PreparedPictures& pictures) {
  PixelInput& pixels = pictures.pixels;
  const Index height = (pixels.height + pixels.patchHeight - 1) / pixels.patchHeight * pixels.patchHeight;
  const Index width = (pixels.width + pixels.patchWidth - 1) / pixels.patchWidth * pixels.patchWidth;
  if (height == pixels.height && width == pixels.width) return;
  Matrix values = Matrix::Zero(pixels.values.rows(), height * width);
  for (Index row = 0; row < pixels.height; ++row)
    values.middleCols(row * width, pixels.width) = pixels.values.middleCols(row * pixels.width, pixels.width);
  const auto grown = [](float from, float to, Index now, Index before) {
    return static_cast<float>(static_cast<double>(from) +
                              static_cast<double>(to - from) * static_cast<double>(now) / static_cast<double>(before));
  };
  for (PreparedTile& tile : pictures.tiles) {
    tile.box[2] = grown(tile.box[0], tile.box[2], width, pixels.width);
    tile.box[3] = grown(tile.box[1], tile.box[3], height, pixels.height);
  }
  pixels.values = std::move(values);
  pixels.height = height;
  pixels.width = width;
}

std::string cellName(const ImagePlace& place) {
  return "r" + std::to_string(place.row) + "c" + std::to_string(place.col);
}

}  // namespace

ImageReader::ImageReader(ImagePreparation preparation, const Model& model)
    : m_preparation(std::move(preparation)),
      m_name(model.info().name),
      m_patches(readingStack(model.description()).embedding.patches.value_or(PatchesSpec{})),
      m_connector(model.description().connector),
      m_imageId(model.description().imageId),
      m_mostTiles(model.description().mostTiles) {}

ModelInput ImageReader::encode(const RgbImage& image) const {
  return encode(checked(m_preparation.prepared(std::vector<const RgbImage*>{&image})));
}

ModelInput ImageReader::encode(Matrix values, PixelSize size) const {
  PreparedPictures pictures;
  pictures.pixels = m_preparation.holding(std::move(values), size);
  pictures.tiles = {{0, 0, {0, 0, 1, 1}}};
  pictures.pictures = {{size}};
  return encode(checked(std::move(pictures)));
}

ModelInput ImageReader::encode(const TensorTable& prepared) const { return encode(checked(held(prepared))); }

ModelInput ImageReader::beside(Encoding text, const std::vector<const RgbImage*>& images) const {
  return beside(std::move(text), checked(m_preparation.prepared(images)));
}

ModelInput ImageReader::beside(Encoding text, const TensorTable& prepared) const {
  return beside(std::move(text), checked(held(prepared)));
}

std::vector<ImageReader::Tiling> ImageReader::tilings(const std::vector<const RgbImage*>& images) const {
  const Index side = m_connector && m_connector->merge != ConnectorSpec::Merge::None ? m_connector->side : 1;
  const Index tokens = m_patches.cut ? 0 : (m_patches.rows() / side) * (m_patches.cols() / side);
  std::vector<Tiling> out;
  for (const RgbImage* image : images) {
    const auto [rows, cols] = m_preparation.tilesOf({image->height, image->width});
    out.push_back({rows, cols, tokens});
  }
  return out;
}

PreparedPictures ImageReader::checked(PreparedPictures pictures) const {
  PixelInput& pixels = pictures.pixels;
  if (m_patches.cut != pixels.cut)
    throw Error("image: expected " + std::string(m_patches.cut ? "patches" : "pixels") + " for model '" + m_name +
                "', its preparation gives " + (pixels.cut ? "patches" : "pixels"));
  if (pixels.cut) return pictures;
  pixels.patchHeight = m_patches.patchHeight;
  pixels.patchWidth = m_patches.patchWidth;
  pixels.strideHeight = m_patches.strideHeight;
  pixels.strideWidth = m_patches.strideWidth;
  pixels.firstPatch = m_patches.leadingTokens();
  if (m_patches.filled) {
    fillUp(pictures);
    return pictures;
  }
  const bool fits = m_patches.resize == GridResize::None || m_patches.resize == GridResize::Buckets
                        ? pixels.height == m_patches.height && pixels.width == m_patches.width
                        : pixels.rows() > 0 && pixels.cols() > 0;
  if (!fits)
    throw Error("image: expected " + std::to_string(m_patches.width) + " x " + std::to_string(m_patches.height) +
                " pixels, which model '" + m_name + "' has positions for, found " + std::to_string(pixels.width) +
                " x " + std::to_string(pixels.height) + " after its preparation");
  return pictures;
}

Encoding ImageReader::tokensOf(const PreparedPictures& pictures) const {
  static constexpr const char* kLeading[] = {"[CLS]", "[DIST]"};
  const PixelInput& pixels = pictures.pixels;
  Encoding encoding;
  const auto add = [&](const std::string& text, bool special, const PreparedTile* tile = nullptr, Index row = -1,
                       Index col = -1, std::array<Index, 2> grid = {1, 1}) {
    Token token = tokenNamed(text, special, encoding.tokens.size());
    if (tile) {
      ImagePlace place{tile->image, tile->number, static_cast<int>(row), static_cast<int>(col)};
      if (row >= 0) {
        // Pixels behind the last whole patch are no token's.
        const std::array<double, 2> patches =
            pixels.cut
                ? real(grid)
                : std::array<double, 2>{static_cast<double>(pixels.height) / static_cast<double>(pixels.patchHeight),
                                        static_cast<double>(pixels.width) / static_cast<double>(pixels.patchWidth)};
        place.box = cellBox(tile->box, patches, static_cast<double>(row), static_cast<double>(col));
        token.text = token.display = text + cellName(place);
      }
      token.place = place;
    }
    encoding.tokens.push_back(std::move(token));
  };
  for (const PreparedTile& tile : pictures.tiles) {
    const std::string name = tileName(pictures, tile);
    const auto named = static_cast<Index>(m_patches.leading.size());
    for (Index i = 0; i < pixels.firstPatch; ++i)
      add(name + (i < named ? kLeading[std::min<Index>(i, 1)] : "[REG" + std::to_string(i - named) + "]"), true);
    const std::array<Index, 2> grid = pixels.cut ? tile.grid : std::array{pixels.rows(), pixels.cols()};
    // Cut patches come in blocks, the others row by row.
    const Index block = pixels.cut ? m_patches.merge : 1;
    for (Index top = 0; top < grid[0]; top += block)
      for (Index left = 0; left < grid[1]; left += block)
        for (Index inside = 0; inside < block * block; ++inside)
          add(name, false, &tile, top + inside / block, left + inside % block, grid);
  }
  for (Index i = 0; i < pictures.padded; ++i) {
    add("[PAD]", true, &pictures.tiles.back());
    encoding.tokens.back().attended = false;
  }
  return encoding;
}

std::vector<Index> ImageReader::intoWindows(PreparedPictures& pictures) const {
  std::vector<Index> order;
  PixelInput& pixels = pictures.pixels;
  const Index block = m_patches.merge * m_patches.merge;
  if (m_patches.window == 0 || !pixels.cut) return order;
  Index first = 0;
  for (const PreparedTile& tile : pictures.tiles) {
    const Index rows = tile.grid[0] / m_patches.merge, cols = tile.grid[1] / m_patches.merge;
    for (Index top = 0; top < rows; top += m_patches.window)
      for (Index left = 0; left < cols; left += m_patches.window) {
        for (Index row = top; row < std::min(rows, top + m_patches.window); ++row)
          for (Index col = left; col < std::min(cols, left + m_patches.window); ++col)
            order.push_back(first + row * cols + col);
        pixels.windows.push_back(static_cast<Index>(order.size()) * block);
      }
    first += rows * cols;
  }
  Matrix values(pixels.values.rows(), pixels.values.cols());
  for (std::size_t i = 0; i < order.size(); ++i)
    values.middleRows(static_cast<Index>(i) * block, block) = pixels.values.middleRows(order[i] * block, block);
  pixels.values = std::move(values);
  return order;
}

ModelInput ImageReader::encode(PreparedPictures pictures) const {
  Encoding encoding = tokensOf(pictures);
  return {std::move(encoding), std::make_shared<const PixelInput>(std::move(pictures.pixels))};
}

void ImageReader::addCanvas(const PreparedPictures& pictures, std::size_t tile, std::array<Index, 2> cells,
                            std::vector<Feature>& out) const {
  const int image = pictures.tiles[tile].image;
  const PreparedPicture& picture = pictures.pictures[static_cast<std::size_t>(image)];
  const auto newline = [&] {
    if (!m_connector->newline.empty()) out.push_back({{image, ImagePlace::kNewline, -1, -1, kNoBox}, {}});
  };
  if (picture.tileRows == 0) {
    newline();
    return;
  }
  const std::array<Index, 2> grid{picture.tileRows * cells[0], picture.tileCols * cells[1]};
  const Rect seen = unpadded(picture.original, grid[0], grid[1]);
  const auto featureAt = [&](Index row, Index col) {
    const Index number = row / cells[0] * picture.tileCols + col / cells[1];
    return (static_cast<Index>(tile) + 1 + number) * cells[0] * cells[1] + row % cells[0] * cells[1] + col % cells[1];
  };
  const double more = m_mostTiles > 0 ? std::sqrt(static_cast<double>(seen.rows * seen.cols) /
                                                  static_cast<double>(m_mostTiles * cells[0] * cells[0]))
                                      : 0;
  if (more <= 1.1) {
    for (Index row = 0; row < seen.rows; ++row) {
      for (Index col = 0; col < seen.cols; ++col) {
        const Index y = seen.row + row, x = seen.col + col;
        const auto number = static_cast<int>(y / cells[0] * picture.tileCols + x / cells[1]) + 1;
        out.push_back({{image, number, static_cast<int>(row), static_cast<int>(col),
                        cellBox(picture.canvas, real(grid), static_cast<double>(y), static_cast<double>(x))},
                       {{featureAt(y, x), 1.0F}}});
      }
      newline();
    }
    return;
  }
  // Fewer by a bilinear mixture.
  const auto rows = static_cast<Index>(static_cast<double>(seen.rows) / more);
  const auto cols = static_cast<Index>(static_cast<double>(seen.cols) / more);
  struct Between {
    Index below, above;
    float share;  ///< Of the one above.
  };
  const auto between = [](Index at, Index from, Index to) -> Between {
    const float scale = static_cast<float>(from) / static_cast<float>(to);
    const float place = std::max(0.0F, scale * (static_cast<float>(at) + 0.5F) - 0.5F);
    const auto below = static_cast<Index>(place);
    return {below, std::min(below + 1, from - 1), place - static_cast<float>(below)};
  };
  for (Index row = 0; row < rows; ++row) {
    for (Index col = 0; col < cols; ++col) {
      const Between y = between(row, seen.rows, rows), x = between(col, seen.cols, cols);
      const double high = static_cast<double>(seen.rows) / static_cast<double>(rows);
      const double wide = static_cast<double>(seen.cols) / static_cast<double>(cols);
      Feature feature{
          {image, ImagePlace::kResizedGrid, static_cast<int>(row), static_cast<int>(col),
           cellBox(picture.canvas, real(grid), static_cast<double>(seen.row) + static_cast<double>(row) * high,
                   static_cast<double>(seen.col) + static_cast<double>(col) * wide, high, wide)},
          {}};
      for (const auto& [line, down] : {std::pair{y.below, 1 - y.share}, std::pair{y.above, y.share}})
        for (const auto& [cell, across] : {std::pair{x.below, 1 - x.share}, std::pair{x.above, x.share}})
          feature.mixture.emplace_back(featureAt(seen.row + line, seen.col + cell), down * across);
      out.push_back(std::move(feature));
    }
    newline();
  }
}

std::vector<ImageReader::Feature> ImageReader::features(const PreparedPictures& pictures,
                                                        const std::vector<Index>& order) const {
  const PixelInput& pixels = pictures.pixels;
  const bool merges = m_connector->merge != ConnectorSpec::Merge::None;
  const Index side = merges ? m_connector->side : 1;
  std::vector<Feature> out;
  std::vector<Index> places(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) places[static_cast<std::size_t>(order[i])] = static_cast<Index>(i);
  Index first = 0;
  for (std::size_t t = 0; t < pictures.tiles.size(); ++t) {
    const PreparedTile& tile = pictures.tiles[t];
    const std::array<Index, 2> patches = pixels.cut ? tile.grid : std::array{pixels.rows(), pixels.cols()};
    const std::array<Index, 2> cells{patches[0] / side, patches[1] / side};
    const bool onCanvas = m_preparation.kind == ImagePreparation::Kind::Canvas;
    if (!onCanvas || tile.number == 0)
      for (Index row = 0; row < cells[0]; ++row)
        for (Index col = 0; col < cells[1]; ++col) {
          const Index at = first + row * cells[1] + col;
          out.push_back({{tile.image, tile.number, static_cast<int>(row), static_cast<int>(col),
                          cellBox(tile.box, real(cells), static_cast<double>(row), static_cast<double>(col))},
                         {{places.empty() ? at : places[static_cast<std::size_t>(at)], 1.0F}}});
        }
    if (onCanvas && tile.number == 0) addCanvas(pictures, t, cells, out);
    first += cells[0] * cells[1];
  }
  return out;
}

ModelInput ImageReader::beside(Encoding text, PreparedPictures pictures) const {
  auto media = std::make_shared<TowerInput>();
  media->encoding = tokensOf(pictures);
  const std::vector<Index> order = intoWindows(pictures);
  if (!order.empty()) {
    const auto block = static_cast<std::size_t>(m_patches.merge * m_patches.merge);
    Encoding inWindows;
    for (const Index merged : order)
      for (std::size_t i = 0; i < block; ++i) {
        inWindows.tokens.push_back(media->encoding.tokens[static_cast<std::size_t>(merged) * block + i]);
        inWindows.tokens.back().id = static_cast<std::int64_t>(inWindows.tokens.size()) - 1;
      }
    media->encoding = std::move(inWindows);
  }
  if (m_connector) {
    const std::vector<Feature> all = features(pictures, order);
    const auto wanted = static_cast<std::size_t>(
        std::count_if(text.tokens.begin(), text.tokens.end(), [&](const Token& t) { return t.id == m_imageId; }));
    if (wanted != all.size() && wanted != pictures.pictures.size())
      throw Error("text: expected " + std::to_string(all.size()) + " tokens of id " + std::to_string(m_imageId) +
                  " for its pictures, or one for each of the " + std::to_string(pictures.pictures.size()) + ", found " +
                  std::to_string(wanted));
    const bool one = wanted != all.size();
    const bool several = pictures.pictures.size() > 1, onCanvas = m_preparation.kind == ImagePreparation::Kind::Canvas;
    std::vector<Token> tokens;
    std::size_t next = 0;
    const auto take = [&](Token token) {
      const Feature& feature = all[next++];
      token.place = feature.place;
      token.display = feature.place.row < 0 ? "⏎"
                      : onCanvas && feature.place.tile != 0
                          ? (several ? "i" + std::to_string(feature.place.image) : "") + cellName(feature.place)
                          : tileName(pictures, {feature.place.image, feature.place.tile}) + cellName(feature.place);
      media->features.push_back(feature.mixture);
      tokens.push_back(std::move(token));
    };
    for (Token& token : text.tokens) {
      if (token.id != m_imageId) {
        tokens.push_back(std::move(token));
        continue;
      }
      if (!one) {
        take(std::move(token));
        continue;
      }
      const int image = all[next].place.image;
      while (next < all.size() && all[next].place.image == image) take(token);
    }
    text.tokens = std::move(tokens);
  } else if (pictures.pictures.size() != 1) {
    throw Error("image: expected one beside the text, found " + std::to_string(pictures.pictures.size()));
  }
  media->pixels = std::make_shared<const PixelInput>(std::move(pictures.pixels));
  return {std::move(text), {}, std::move(media)};
}

PreparedPictures ImageReader::held(const TensorTable& prepared) const {
  const auto found = prepared.find("pixel_values");
  if (found == prepared.end() || !isFloating(found->second.format))
    throw Error("prepared values: expected a tensor 'pixel_values' of real numbers, found none");
  const StoredTensor& tensor = found->second;
  const std::vector<float> numbers = floatsOf(tensor);
  const auto integers = [&](const char* name) {
    const auto at = prepared.find(name);
    return at == prepared.end() ? std::vector<std::int64_t>() : integersOf(at->second, name);
  };
  const auto refuse = [&](const std::string& expected) {
    throw Error("tensor 'pixel_values': expected " + expected + ", found " + shapeText(tensor.shape));
  };
  PreparedPictures out;
  if (m_patches.cut) {
    if (tensor.shape.size() != 2) refuse("[patches, numbers]");
    out.pixels = m_preparation.holding(Eigen::Map<const Matrix>(numbers.data(), tensor.shape[0], tensor.shape[1]), {});
    out.pixels.cut = true;
    out.pixels.firstPatch = 0;
    out.pixels.patchHeight = out.pixels.patchWidth = m_patches.patchHeight;
    const bool padded = prepared.contains("spatial_shapes");
    const auto shapes = integers(padded ? "spatial_shapes" : "image_grid_thw");
    const std::size_t each = padded ? 2 : 3;
    Index rows = 0;
    for (std::size_t i = 0; i + each <= shapes.size(); i += each) {
      const std::array<Index, 2> grid{static_cast<Index>(shapes[i + each - 2]),
                                      static_cast<Index>(shapes[i + each - 1])};
      const auto image = static_cast<int>(i / each);
      if (grid[0] < 1 || grid[1] < 1 || grid[0] > tensor.shape[0] || grid[1] > tensor.shape[0] ||
          grid[0] % m_patches.merge != 0 || grid[1] % m_patches.merge != 0 || (!padded && shapes[i] != 1))
        refuse("grids of whole blocks of patches");
      out.tiles.push_back({image, 0, {0, 0, 1, 1}, grid});
      out.pixels.grids.push_back(grid);
      out.pictures.push_back({});
      rows += grid[0] * grid[1];
    }
    out.padded = tensor.shape[0] - rows;
    if (out.tiles.empty() || out.padded < 0 || (!padded && out.padded > 0))
      refuse("as many patches as image_grid_thw or spatial_shapes says");
    return out;
  }
  // [tiles of all pictures, 3, height, width], of several pictures [pictures, tiles, 3, height, width].
  const Shape& shape = tensor.shape;
  if (shape.size() < 3 || shape.size() > 5 || shape[shape.size() - 3] != 3) refuse("[…, 3, height, width]");
  const Index height = shape[shape.size() - 2], width = shape.back(), size = height * width * 3;
  if (size < 1) refuse("at least one pixel");
  const Index outer = shape.size() == 5 ? shape[0] : 1, inner = shape.size() >= 4 ? shape[shape.size() - 4] : 1;
  const auto sizes = integers("image_sizes");
  const auto many = integers("batch_num_images");
  std::vector<Index> kept;  // Tiles that are not only filled up.
  using Kind = ImagePreparation::Kind;
  for (Index picture = 0; picture < outer; ++picture) {
    const bool sized = static_cast<Index>(sizes.size()) >= 2 * (picture + 1);
    PreparedPicture own;
    if (sized)
      own.original = {static_cast<Index>(sizes[static_cast<std::size_t>(2 * picture)]),
                      static_cast<Index>(sizes[static_cast<std::size_t>(2 * picture + 1)])};
    Index tiles = inner;
    if (m_preparation.kind == Kind::Canvas) {
      if (!sized || own.original.height < 1 || own.original.width < 1) refuse("beside it image_sizes");
      const bool square = m_preparation.squaresMany && outer > 1;
      const PixelSize canvas = bestCanvas(own.original, m_preparation.canvases);
      if (!square) {
        own.tileRows = canvas.height / height;
        own.tileCols = canvas.width / width;
      }
      tiles = 1 + own.tileRows * own.tileCols;
      if (tiles > inner) refuse("a tile for each of the canvas");
    }
    for (Index tile = 0; tile < tiles; ++tile) {
      kept.push_back(picture * inner + tile);
      // Without a canvas or splits each is a picture of its own.
      const bool split = m_preparation.kind == Kind::Canvas || m_preparation.kind == Kind::Splits;
      int number = split ? static_cast<int>(tile) : 0;
      if (m_preparation.kind == Kind::Splits) number = tile + 1 == tiles ? 0 : static_cast<int>(tile) + 1;
      out.tiles.push_back({split ? static_cast<int>(picture) : static_cast<int>(tile), number, {0, 0, 1, 1}});
      if (!split) out.pictures.push_back(own);
    }
    if (m_preparation.kind == Kind::Canvas || m_preparation.kind == Kind::Splits) out.pictures.push_back(own);
  }
  Matrix values(3 * static_cast<Index>(kept.size()), height * width);
  for (std::size_t i = 0; i < kept.size(); ++i)
    values.middleRows(3 * static_cast<Index>(i), 3) =
        Eigen::Map<const Matrix>(numbers.data() + kept[i] * size, 3, height * width);
  out.pixels = m_preparation.holding(std::move(values), {height, width});
  return out;
}

}  // namespace headlight
