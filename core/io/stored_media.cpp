#include "core/io/stored_media.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <set>
#include <utility>

#include "core/base/attention_type.h"
#include "core/base/error.h"

namespace headlight {
namespace {

/// No box reaches further beyond its picture, in widths of it; no file has more pictures.
constexpr float kFurthest = 100;
constexpr std::int64_t kMostPictures = 10'000;

const StoredTensor* find(const StoredContents& from, const std::string& name) {
  const auto found = from.tensors.find(name);
  return found == from.tensors.end() ? nullptr : &found->second;
}

/// The numbers of a tensor of rows of `width`; empty where there is none.
std::vector<float> rowsOf(const StoredContents& from, const std::string& name, std::int64_t width) {
  const StoredTensor* tensor = find(from, name);
  if (!tensor) return {};
  if (!isFloating(tensor->format) || tensor->shape.size() < 2 || tensor->shape.back() != width)
    wrongShape(from, name, "real numbers [tokens, " + std::to_string(width) + "]", tensor->shape);
  return floatsOf(*tensor);
}

std::vector<std::int64_t> integersAt(const StoredContents& from, const std::string& name) {
  const StoredTensor* tensor = find(from, name);
  return tensor ? integersOf(*tensor, name) : std::vector<std::int64_t>();
}

/// Which tokens `count` places are of; all where the file does not say.
std::vector<std::size_t> positionsOf(const StoredContents& from, const std::string& name, std::size_t count,
                                     std::size_t tokens) {
  std::vector<std::size_t> out;
  if (!find(from, name)) {
    if (count != tokens)
      throw Error(from.place + ": expected " + std::to_string(tokens) + " places, one for each token, or a tensor '" +
                  name + "', found " + std::to_string(count));
    for (std::size_t i = 0; i < count; ++i) out.push_back(i);
    return out;
  }
  const std::vector<std::int64_t> positions = integersAt(from, name);
  if (positions.size() != count)
    throw Error(from.place + ", tensor '" + name + "': expected " + std::to_string(count) + " numbers, found " +
                std::to_string(positions.size()));
  for (const std::int64_t position : positions) {
    if (position < 0 || position >= static_cast<std::int64_t>(tokens))
      throw Error(from.place + ", tensor '" + name + "': expected numbers of tokens from 0 to " +
                  std::to_string(tokens - 1) + ", found " + std::to_string(position));
    out.push_back(static_cast<std::size_t>(position));
  }
  return out;
}

/// Rows and columns of boxes by their edges, each picture and tile for itself.
void numberCells(std::vector<ImagePlace>& places) {
  const auto key = [](float edge) { return std::lround(edge * 1e4F); };
  for (ImagePlace& place : places) {
    if (place.box == kNoBox) continue;
    std::set<long> lefts, tops;
    for (const ImagePlace& other : places) {
      if (other.image != place.image || other.tile != place.tile || other.box == kNoBox) continue;
      if (key(other.box[0]) < key(place.box[0])) lefts.insert(key(other.box[0]));
      if (key(other.box[1]) < key(place.box[1])) tops.insert(key(other.box[1]));
    }
    place.row = static_cast<int>(tops.size());
    place.col = static_cast<int>(lefts.size());
  }
}

/// "i1t2r3c4": picture and tile only where there are several.
std::string nameOfCell(const ImagePlace& place, bool pictures, bool tiles) {
  return (pictures ? "i" + std::to_string(place.image) : "") +
         (tiles && place.tile >= 0 ? "t" + std::to_string(place.tile) : "") + "r" + std::to_string(place.row) + "c" +
         std::to_string(place.col);
}

void placeImages(const StoredContents& from, const std::string& boxesName, const std::string& cellsName,
                 const std::string& positionsName, std::vector<Token>& tokens) {
  const std::vector<float> boxes = rowsOf(from, boxesName, 4);
  if (boxes.empty()) return;
  const std::size_t count = boxes.size() / 4;
  const std::vector<std::size_t> positions = positionsOf(from, positionsName, count, tokens.size());
  const std::vector<std::int64_t> cells = integersAt(from, cellsName);
  // Of a tower there are no tiles: picture, row, column.
  const std::size_t width = cellsName.starts_with("vision") ? 3 : 4;
  if (!cells.empty() && cells.size() != count * width)
    throw Error(from.place + ", tensor '" + cellsName + "': expected [" + std::to_string(count) + ", " +
                std::to_string(width) + "], found " + std::to_string(cells.size()) + " numbers");
  std::vector<ImagePlace> places(count);
  for (std::size_t i = 0; i < count; ++i) {
    ImagePlace& place = places[i];
    std::copy_n(boxes.begin() + static_cast<std::ptrdiff_t>(4 * i), 4, place.box.begin());
    const PictureBox& box = place.box;
    const bool sound = std::all_of(box.begin(), box.end(),
                                   [](float edge) { return std::isfinite(edge) && std::abs(edge) <= kFurthest; });
    if (!sound || (box != kNoBox && (box[2] <= box[0] || box[3] <= box[1])))
      throw Error(from.place + ", tensor '" + boxesName + "', row " + std::to_string(i) +
                  ": expected x0 < x1 and y0 < y1 as parts of a picture, found another box");
    if (cells.empty()) continue;
    for (std::size_t k = 0; k < width; ++k)
      if (const std::int64_t number = cells[i * width + k]; number < -2 || number > 1'000'000 || (k == 0 && number < 0))
        throw Error(from.place + ", tensor '" + cellsName + "': expected picture, tile, row and column, found " +
                    std::to_string(number));
    place.image = static_cast<int>(cells[i * width]);
    if (place.image >= kMostPictures)
      throw Error(from.place + ", tensor '" + cellsName + "': expected a picture below " +
                  std::to_string(kMostPictures) + ", found " + std::to_string(place.image));
    if (width == 4) place.tile = static_cast<int>(cells[i * width + 1]);
    place.row = static_cast<int>(cells[i * width + width - 2]);
    place.col = static_cast<int>(cells[i * width + width - 1]);
  }
  if (cells.empty()) numberCells(places);
  const bool pictures =
      std::any_of(places.begin(), places.end(), [&](const ImagePlace& each) { return each.image != places[0].image; });
  const bool tiles = std::any_of(places.begin(), places.end(), [](const ImagePlace& each) { return each.tile > 0; });
  for (std::size_t i = 0; i < count; ++i) {
    Token& token = tokens[positions[i]];
    if (width == 3 && places[i].box == kNoBox) continue;  // [CLS] keeps its name.
    token.place = places[i];
    if (places[i].row >= 0)
      token.display = nameOfCell(places[i], pictures, tiles);
    else if (places[i].tile == ImagePlace::kNewline)
      token.display = "⏎";
  }
}

void placeSounds(const StoredContents& from, std::vector<Token>& tokens) {
  const std::vector<float> times = rowsOf(from, "time", 2);
  if (times.empty()) return;
  const std::size_t count = times.size() / 2;
  const std::vector<std::int64_t> rows = integersAt(from, "mel_rows");
  // The patches of a spectrogram have their positions under the name of those of pictures.
  const char* positionsName = !find(from, "time_positions") && !rows.empty() ? "image_positions" : "time_positions";
  const std::vector<std::size_t> positions = positionsOf(from, positionsName, count, tokens.size());
  if (!rows.empty() && rows.size() != 2 * count)
    throw Error(from.place + ", tensor 'mel_rows': expected " + std::to_string(2 * count) + " numbers, found " +
                std::to_string(rows.size()));
  for (std::size_t i = 0; i < count; ++i) {
    SoundPlace place{static_cast<double>(times[2 * i]), static_cast<double>(times[2 * i + 1])};
    if (!(place.from >= 0 && place.to > place.from && place.to < 1e6))
      throw Error(from.place + ", tensor 'time', row " + std::to_string(i) +
                  ": expected from and to in seconds, ascending, found " + std::to_string(place.from) + " and " +
                  std::to_string(place.to));
    if (!rows.empty()) {
      if (rows[2 * i] < 0 || rows[2 * i + 1] <= rows[2 * i] || rows[2 * i + 1] > 100'000)
        throw Error(from.place + ", tensor 'mel_rows', row " + std::to_string(i) +
                    ": expected a first band and one behind the last, found others");
      place.melBands = {static_cast<int>(rows[2 * i]), static_cast<int>(rows[2 * i + 1])};
    }
    Token& token = tokens[positions[i]];
    token.place = place;
    char text[32];
    std::snprintf(text, sizeof text, "%.2f s", place.from);
    token.display = text;
  }
}

}  // namespace

std::shared_ptr<const SeenMedia> storedMedia(const StoredContents& from) {
  SeenMedia media;
  for (std::int64_t number = 0; number < kMostPictures; ++number) {
    const std::string name = "picture." + std::to_string(number);
    const StoredTensor* tensor = find(from, name);
    if (!tensor) break;
    const Shape& shape = tensor->shape;
    if (tensor->format != Dtype::U8 || shape.size() != 3 || shape[2] != 3 || shape[0] < 1 || shape[1] < 1)
      wrongShape(from, name, "bytes [height, width, 3]", shape);
    const auto* first = reinterpret_cast<const std::uint8_t*>(tensor->bytes.data());
    RgbImage image{shape[1], shape[0], std::vector<std::uint8_t>(first, first + tensor->bytes.size())};
    media.pictures.push_back({{}, std::make_shared<const RgbImage>(std::move(image))});
  }
  if (const StoredTensor* tensor = find(from, "spectrogram")) {
    const Shape& shape = tensor->shape;
    if (!isFloating(tensor->format) || shape.size() != 2 || shape[0] < 1 || shape[1] < 1)
      wrongShape(from, "spectrogram", "real numbers [bands, frames]", shape);
    const StoredTensor* times = find(from, "sound_times");
    const std::vector<float> seconds = times && isFloating(times->format) ? floatsOf(*times) : std::vector<float>();
    if (seconds.size() != 2 || !(seconds[0] > 0 && seconds[0] < 1e3F) || !(seconds[1] >= 0 && seconds[1] < 1e6F))
      throw Error(from.place + ", tensor 'sound_times': expected [seconds of a column, seconds of the sound] beside " +
                  "'spectrogram', found " + (times ? "others" : "none"));
    const std::vector<float> values = floatsOf(*tensor);
    if (!std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); }))
      throw Error(from.place + ", tensor 'spectrogram': expected numbers, found infinity or no number");
    media.sound = HeardSound{Eigen::Map<const Matrix>(values.data(), shape[0], shape[1]),
                             static_cast<double>(seconds[0]), static_cast<double>(seconds[1])};
  }
  if (media.pictures.empty() && !media.sound) return {};
  return std::make_shared<const SeenMedia>(std::move(media));
}

void placeStoredMedia(const StoredContents& from, const std::string& part, bool crossed, std::vector<Token>& tokens) {
  if (part.starts_with("stage"))
    return placeImages(from, part + "_boxes", part + "_cells", part + "_positions", tokens);
  if (part == "vision") return placeImages(from, "vision_boxes", "vision_cells", "vision_positions", tokens);
  const bool decodes = part == nameOf(AttentionType::Self);
  if (part == "audio" || !(crossed && (decodes || part.empty()))) {
    placeImages(from, "boxes", "image_cells", "image_positions", tokens);
    placeSounds(from, tokens);
  }
}

}  // namespace headlight
