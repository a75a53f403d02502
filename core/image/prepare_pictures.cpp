#include <algorithm>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/image/image_preparation.h"
#include "core/image/picture_sizes.h"

namespace headlight {
namespace {

using Kind = ImagePreparation::Kind;

/// A picture on its way to the model, and which part of the original it shows.
struct View {
  RgbImage image;
  PictureBox box{0, 0, 1, 1};
};

/// The box of the pixels [left, left + width) × [top, top + height) of a picture of `size` that shows `box`.
PictureBox within(const PictureBox& box, PixelSize size, Index left, Index top, Index width, Index height) {
  const auto across = [&](Index x) {
    return static_cast<float>(static_cast<double>(box[0]) + static_cast<double>(box[2] - box[0]) *
                                                                static_cast<double>(x) /
                                                                static_cast<double>(size.width));
  };
  const auto down = [&](Index y) {
    return static_cast<float>(static_cast<double>(box[1]) + static_cast<double>(box[3] - box[1]) *
                                                                static_cast<double>(y) /
                                                                static_cast<double>(size.height));
  };
  return {across(left), down(top), across(left + width), down(top + height)};
}

PixelSize sizeOf(const RgbImage& image) { return {image.height, image.width}; }

/// Throws Error unless a picture of that size can be made: settings can ask for any.
void checkSize(PixelSize size, Index mostPixels) {
  constexpr Index kLongestSide = 1 << 15;
  const bool sides = std::min(size.height, size.width) >= 1 && std::max(size.height, size.width) <= kLongestSide;
  if (!sides || size.height * size.width > mostPixels)
    throw Error("image: expected a prepared picture of at most " + std::to_string(kLongestSide) +
                " pixels a side and " + std::to_string(mostPixels) + " in all, found " + std::to_string(size.width) +
                " x " + std::to_string(size.height));
}

/// What one input has room for: 64 million pixels of three numbers.
constexpr Index kMostPrepared = Index{1} << 26, kMostNumbers = 3 * kMostPrepared;
/// Of a picture that is cut or resized yet.
constexpr Index kMostUncut = Index{1} << 28;

void checkNumbers(Index numbers) {
  if (numbers > kMostNumbers)
    throw Error("image: expected at most " + std::to_string(kMostNumbers) + " prepared values, found " +
                std::to_string(numbers));
}

/// The pixels from (left, top) on; `colour` where the picture does not reach.
View cut(const View& from, Index left, Index top, PixelSize size, const std::array<std::uint8_t, 3>& colour = {}) {
  const RgbImage& image = from.image;
  checkSize(size, kMostUncut);
  View out{{size.width, size.height, {}}, within(from.box, sizeOf(image), left, top, size.width, size.height)};
  out.image.bytes.resize(static_cast<std::size_t>(size.width * size.height * 3));
  for (std::size_t i = 0; i < out.image.bytes.size(); ++i) out.image.bytes[i] = colour[i % 3];
  for (Index y = std::max(Index{0}, -top); y < std::min(size.height, image.height - top); ++y) {
    const Index x = std::max(Index{0}, -left), end = std::min(size.width, image.width - left);
    if (x < end)
      std::copy_n(image.bytes.begin() + ((y + top) * image.width + x + left) * 3, (end - x) * 3,
                  out.image.bytes.begin() + (y * size.width + x) * 3);
  }
  return out;
}

/// The middle of a picture; black where it does not reach.
View cropped(const View& view, PixelSize size) {
  const auto before = [](Index has, Index wants) { return (has - wants - (has < wants ? 1 : 0)) / 2; };  // Floor.
  return cut(view, before(view.image.width, size.width), before(view.image.height, size.height), size);
}

View stretched(const View& view, PixelSize size, Resampling resampling) {
  checkSize(size, kMostPrepared);
  return {resized(view.image, size.width, size.height, resampling), view.box};
}

/// The bytes as numbers: [3, height · width].
Matrix numbersOf(const ImagePreparation& p, const RgbImage& image) {
  Matrix values(3, image.width * image.height);
  for (Index at = 0; at < values.cols(); ++at)
    for (Index c = 0; c < 3; ++c)
      values(c, at) = static_cast<float>(image.bytes[static_cast<std::size_t>(at * 3 + c)] * p.factor);
  return values;
}

Matrix normalised(const ImagePreparation& p, Matrix values) {
  for (Index c = 0; c < 3; ++c) {
    const auto colour = static_cast<std::size_t>(c);
    for (float& value : values.row(c)) value = (value - p.mean[colour]) / p.deviation[colour];
  }
  // Settings can divide by next to nothing.
  if (!values.allFinite()) throw Error("image: expected finite values after its preparation, found others");
  return values;
}

/// Tile by tile into the values.
class Collector {
 public:
  explicit Collector(const ImagePreparation& preparation) : m_preparation(preparation) {}

  void add(int image, int number, const View& view) {
    addValues(image, number, view.box, normalised(m_preparation, numbersOf(m_preparation, view.image)),
              sizeOf(view.image));
  }
  void addValues(int image, int number, const PictureBox& box, Matrix values, PixelSize size) {
    if (m_tiles.empty())
      m_size = size;
    else if (!(m_size == size))
      throw Error("image: expected tiles of one size, found " + std::to_string(m_size.width) + " x " +
                  std::to_string(m_size.height) + " and " + std::to_string(size.width) + " x " +
                  std::to_string(size.height));
    if (m_tiles.size() == kMostTiles)
      throw Error("image: expected at most " + std::to_string(kMostTiles) + " tiles, found more");
    checkNumbers(values.size() * static_cast<Index>(m_tiles.size() + 1));
    m_tiles.push_back({image, number, box});
    m_values.push_back(std::move(values));
  }
  PreparedPictures finished(std::vector<PreparedPicture> pictures) const {
    Matrix all(3 * static_cast<Index>(m_values.size()), m_size.height * m_size.width);
    for (std::size_t i = 0; i < m_values.size(); ++i) all.middleRows(3 * static_cast<Index>(i), 3) = m_values[i];
    PreparedPictures out;
    out.pixels = m_preparation.holding(std::move(all), m_size);
    out.tiles = m_tiles;
    out.pictures = std::move(pictures);
    return out;
  }

 private:
  static constexpr std::size_t kMostTiles = 1 << 14;
  const ImagePreparation& m_preparation;
  PixelSize m_size;
  std::vector<PreparedTile> m_tiles;
  std::vector<Matrix> m_values;
};

/// Resized and cropped.
void addPlain(const ImagePreparation& p, int image, View view, Collector& out) {
  if (p.resize) {
    PixelSize size = p.resize->size;
    if (p.resize->shortestEdge) size = sizeByEdges(sizeOf(view.image), *p.resize->shortestEdge, p.resize->longestEdge);
    if (p.asValues) {
      if (p.crop) throw Error("image: expected no crop behind a resize of numbers, found one");
      checkSize(size, kMostPrepared);
      Matrix values = resizedValues(numbersOf(p, view.image), view.image.height, view.image.width, size.height,
                                    size.width, p.resize->resampling);
      return out.addValues(image, 0, view.box, normalised(p, std::move(values)), size);
    }
    view = stretched(view, size, p.resize->resampling);
  }
  if (p.crop) view = cropped(view, *p.crop);
  out.add(image, 0, view);
}

/// In the middle of a square of the mean colour.
View squared(const ImagePreparation& p, const View& view) {
  const Index longer = std::max(view.image.width, view.image.height);
  std::array<std::uint8_t, 3> colour{};
  for (std::size_t c = 0; c < 3; ++c)
    colour[c] = static_cast<std::uint8_t>(std::clamp(static_cast<int>(static_cast<double>(p.mean[c]) * 255), 0, 255));
  return cut(view, -((longer - view.image.width) / 2), -((longer - view.image.height) / 2), {longer, longer}, colour);
}

/// Side of a tile.
PixelSize tileSize(const ImagePreparation& p) {
  const Index edge = p.resize->shortestEdge.value_or(0);
  const PixelSize size = edge > 0 ? PixelSize{edge, edge} : p.resize->size;
  if (p.crop && !(*p.crop == size))
    throw Error("image preparation: expected tiles as large as crop_size, found others, which is unsupported");
  return size;
}

void addCanvas(const ImagePreparation& p, int image, const View& view, bool single, Collector& out,
               PreparedPicture& picture) {
  const PixelSize tile = tileSize(p);
  const Resampling how = p.resize->resampling;
  if (!single && p.squaresMany) {
    out.add(image, 0, stretched(squared(p, view), tile, how));
    return;
  }
  out.add(image, 0, stretched(view, tile, how));
  const PixelSize canvas = bestCanvas(sizeOf(view.image), p.canvases);
  const PixelSize inside = fittedInto(sizeOf(view.image), canvas);
  const View whole = cut(stretched(view, inside, how), -((canvas.width - inside.width) / 2),
                         -((canvas.height - inside.height) / 2), canvas);
  picture.canvas = whole.box;
  picture.tileRows = canvas.height / tile.height;
  picture.tileCols = canvas.width / tile.width;
  if (picture.tileRows * tile.height != canvas.height || picture.tileCols * tile.width != canvas.width)
    throw Error("image preparation: expected canvases of whole tiles, found one of " + std::to_string(canvas.width) +
                " x " + std::to_string(canvas.height));
  for (Index row = 0; row < picture.tileRows; ++row)
    for (Index col = 0; col < picture.tileCols; ++col)
      out.add(image, static_cast<int>(row * picture.tileCols + col + 1),
              cut(whole, col * tile.width, row * tile.height, tile));
}

void addSplits(const ImagePreparation& p, int image, View view, Collector& out, PreparedPicture& picture) {
  const Resampling how = p.resize->resampling;
  const PixelSize tile{p.tileEdge, p.tileEdge};
  view = stretched(view, longestSide(sizeOf(view.image), p.longestEdge), how);
  if (!p.splits) {
    out.add(image, 0, stretched(view, tile, how));
    return;
  }
  view = stretched(view, wholeTiles(sizeOf(view.image), p.tileEdge), how);
  const auto [rows, cols] = p.tilesOf(picture.original);
  picture.tileRows = rows;
  picture.tileCols = cols;
  for (Index row = 0; row < rows; ++row)
    for (Index col = 0; col < cols; ++col)
      out.add(image, static_cast<int>(row * cols + col + 1), cut(view, col * p.tileEdge, row * p.tileEdge, tile));
  out.add(image, 0, stretched(view, tile, how));
}

/// Values [3, height · width] as patches in blocks, one a row.
Matrix inBlocks(const ImagePreparation& p, const Matrix& values, PixelSize size) {
  const Index rows = size.height / p.patch, cols = size.width / p.patch, each = p.patch * p.patch;
  Matrix out(rows * cols, 3 * p.frames * each);
  Index at = 0;
  for (Index top = 0; top < rows; top += p.merge)
    for (Index left = 0; left < cols; left += p.merge)
      for (Index inside = 0; inside < p.merge * p.merge; ++inside, ++at) {
        const Index row = top + inside / p.merge, col = left + inside % p.merge;
        for (Index c = 0; c < 3; ++c)
          for (Index frame = 0; frame < p.frames; ++frame)
            for (Index y = 0; y < p.patch; ++y)
              out.block(at, (c * p.frames + frame) * each + y * p.patch, 1, p.patch) =
                  values.block(c, (row * p.patch + y) * size.width + col * p.patch, 1, p.patch);
      }
  return out;
}

/// The same one after the other, the numbers of a patch by row, column, colour.
Matrix inRows(const ImagePreparation& p, const Matrix& values, PixelSize size) {
  const Index rows = size.height / p.patch, cols = size.width / p.patch;
  Matrix out(rows * cols, 3 * p.patch * p.patch);
  for (Index patch = 0; patch < out.rows(); ++patch)
    for (Index y = 0; y < p.patch; ++y)
      for (Index x = 0; x < p.patch; ++x)
        for (Index c = 0; c < 3; ++c)
          out(patch, (y * p.patch + x) * 3 + c) =
              values(c, (patch / cols * p.patch + y) * size.width + patch % cols * p.patch + x);
  return out;
}

PreparedPictures cutIntoPatches(const ImagePreparation& p, const std::vector<View>& views) {
  PreparedPictures out;
  std::vector<Matrix> parts;
  const Index leastRows = p.kind == Kind::Patches ? p.mostPatches : 0;
  Index rows = 0, numbers = 0;
  for (std::size_t i = 0; i < views.size(); ++i) {
    const PixelSize old = sizeOf(views[i].image);
    const PixelSize size = p.kind == Kind::Blocks ? smartSize(old, p.patch * p.merge, p.leastPixels, p.mostPixels)
                                                  : sizeOfPatches(old, p.patch, p.mostPatches);
    const View view = stretched(views[i], size, p.resize->resampling);
    numbers += std::max(3 * size.height * size.width * p.frames, 3 * p.patch * p.patch * leastRows);
    checkNumbers(numbers);
    const Matrix values = normalised(p, numbersOf(p, view.image));
    parts.push_back(p.kind == Kind::Blocks ? inBlocks(p, values, size) : inRows(p, values, size));
    const std::array<Index, 2> grid{size.height / p.patch, size.width / p.patch};
    out.tiles.push_back({static_cast<int>(i), 0, views[i].box, grid});
    out.pixels.grids.push_back(grid);
    out.pictures.push_back({old});
    rows += parts.back().rows();
  }
  if (p.kind == Kind::Patches) {
    if (views.size() != 1) throw Error("image: expected one picture, found " + std::to_string(views.size()));
    out.padded = p.mostPatches - rows;
  }
  Matrix all = Matrix::Zero(rows + out.padded, parts.empty() ? 0 : parts.front().cols());
  rows = 0;
  for (const Matrix& part : parts) {
    all.middleRows(rows, part.rows()) = part;
    rows += part.rows();
  }
  const auto grids = std::move(out.pixels.grids);
  out.pixels = p.holding(std::move(all), {});
  out.pixels.grids = grids;
  out.pixels.cut = true;
  out.pixels.firstPatch = 0;
  out.pixels.patchHeight = out.pixels.patchWidth = p.patch;
  return out;
}

}  // namespace

std::array<Index, 2> ImagePreparation::tilesOf(PixelSize picture) const {
  if (kind != Kind::Splits || !splits || picture.width < 1 || picture.height < 1) return {0, 0};
  const PixelSize whole = wholeTiles(longestSide(picture, longestEdge), tileEdge);
  const Index rows = whole.height / tileEdge, cols = whole.width / tileEdge;
  if (rows <= 1 && cols <= 1) return {0, 0};
  return {rows, cols};
}

PreparedPictures ImagePreparation::prepared(const std::vector<const RgbImage*>& images) const {
  if (!refusal.empty()) throw Error(refusal);
  std::vector<View> views;
  for (const RgbImage* image : images) {
    if (image->width < 1 || image->height < 1) throw Error("image: expected sides of 1 to 32768 pixels, found 0");
    views.push_back({overWhite && !image->alpha.empty() ? headlight::overWhite(*image)
                                                        : RgbImage{image->width, image->height, image->bytes}});
  }
  if (kind == Kind::Blocks || kind == Kind::Patches) return cutIntoPatches(*this, views);
  Collector out(*this);
  std::vector<PreparedPicture> pictures;
  for (std::size_t i = 0; i < views.size(); ++i) {
    const auto number = static_cast<int>(i);
    PreparedPicture picture{sizeOf(views[i].image)};
    switch (kind) {
      case Kind::Square:
        addPlain(*this, number, squared(*this, views[i]), out);
        break;
      case Kind::Canvas:
        addCanvas(*this, number, views[i], views.size() == 1, out, picture);
        break;
      case Kind::Splits:
        addSplits(*this, number, std::move(views[i]), out, picture);
        break;
      case Kind::Whole:
        out.add(number, 0, stretched(views[i], resize->size, resize->resampling));
        break;
      default:
        addPlain(*this, number, std::move(views[i]), out);
    }
    pictures.push_back(picture);
  }
  return out.finished(std::move(pictures));
}

PixelInput ImagePreparation::prepared(const RgbImage& image) const {
  return prepared(std::vector<const RgbImage*>{&image}).pixels;
}

}  // namespace headlight
