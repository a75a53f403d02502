#include "core/reading/input.h"

#include <algorithm>
#include <charconv>

#include "core/checkpoint/safetensors.h"

namespace headlight {
namespace {

constexpr const char* kBetween = " \t\r\n,;[]()";
constexpr std::size_t kMostShown = 40;

}  // namespace

Input withoutWritten(Input input) {
  input.continuation.clear();
  input.writing.reset();
  return input;
}

bool isEmpty(const Input& input) {
  if (!input.pictures.empty() || input.sound || input.prepared) return false;
  if (const auto* text = std::get_if<TextInput>(&input.content)) return text->text->empty();
  if (const auto* ids = std::get_if<IdsInput>(&input.content)) return ids->typed->empty();
  if (const auto* said = std::get_if<ConversationInput>(&input.content)) return turnsOf(said->conversation).empty();
  if (const auto* image = std::get_if<ImageInput>(&input.content)) return !image->image;
  if (const auto* sound = std::get_if<SoundInput>(&input.content)) return !sound->sound;
  const auto& pixels = std::get<PixelsInput>(input.content);
  return !pixels.values && !pixels.tensors;
}

std::string captionOf(const Input& input, const Encoding& tokens) {
  const auto nameOf = [](const std::string& path) { return std::filesystem::path(path).filename().string(); };
  std::string beside;
  const auto add = [&](const std::string& path) { beside += " + " + nameOf(path); };
  for (const ImageInput& picture : input.pictures) add(picture.path);
  if (input.sound) add(input.sound->path);
  if (input.prepared) add(input.prepared->path);
  if (const auto* text = std::get_if<TextInput>(&input.content)) {
    const std::string said = text->pair ? *text->text + " / " + **text->pair : *text->text;
    return said.empty() && !beside.empty() ? beside.substr(3) : said + beside;
  }
  if (const auto* said = std::get_if<ConversationInput>(&input.content)) {
    std::string caption;
    for (const Turn& turn : turnsOf(said->conversation))
      caption += (caption.empty() ? "" : " / ") + turn.role + ": " + turn.text;
    return caption + beside;
  }
  if (const auto* image = std::get_if<ImageInput>(&input.content)) return nameOf(image->path);
  if (const auto* pixels = std::get_if<PixelsInput>(&input.content)) return nameOf(pixels->path);
  if (const auto* sound = std::get_if<SoundInput>(&input.content)) return nameOf(sound->path);
  std::string caption;
  for (const Token& token : tokens.tokens) caption += (caption.empty() ? "" : " ") + token.text;
  return caption + beside;
}

NoIds::NoIds(std::string found)
    : Error("token ids: expected whole numbers such as 101 2023 102, found '" + found + "'"),
      m_found(std::move(found)) {}

std::vector<std::int64_t> idsIn(const std::string& typed) {
  std::vector<std::int64_t> ids;
  for (std::size_t at = typed.find_first_not_of(kBetween); at != std::string::npos;) {
    const std::size_t end = std::min(typed.find_first_of(kBetween, at), typed.size());
    std::int64_t id = 0;
    const auto [stop, failed] = std::from_chars(typed.data() + at, typed.data() + end, id);
    if (failed != std::errc() || stop != typed.data() + end || id < 0)
      throw NoIds(typed.substr(at, std::min(end - at, kMostShown)));
    ids.push_back(id);
    at = typed.find_first_not_of(kBetween, end);
  }
  return ids;
}

IdsInput idsInput(std::span<const std::int64_t> ids, std::vector<std::int64_t> types) {
  std::string typed;
  for (const std::int64_t id : ids) typed += (typed.empty() ? "" : " ") + std::to_string(id);
  return {std::move(typed), std::move(types)};
}

PixelsInput openPixels(const std::filesystem::path& file) {
  TensorTable tensors = readSafetensors(file);
  const bool sound = tensors.contains("input_features") || tensors.contains("input_values");
  const auto found = tensors.find("pixel_values");
  if (found == tensors.end() && !sound)
    throw Error("'" + file.string() + "': expected a tensor 'pixel_values', found none");
  if (found != tensors.end()) {
    const StoredTensor& tensor = found->second;
    Shape shape = tensor.shape;
    if (shape.size() == 4 && shape.front() == 1 && tensors.size() == 1) shape.erase(shape.begin());
    const bool kind = isFloating(tensor.format) && shape.size() >= 2 && shape.size() <= 5 &&
                      (shape.size() == 2 || shape[shape.size() - 3] == 3);
    if (!kind)
      throw Error("'" + file.string() + "', tensor 'pixel_values': expected real numbers [3, H, W], found " +
                  shapeText(tensor.shape));
    if (shape.size() == 3) {
      const std::vector<float> values = floatsOf(tensor);
      return {file.string(),
              {static_cast<Index>(shape[1]), static_cast<Index>(shape[2])},
              std::make_shared<const Matrix>(Eigen::Map<const Matrix>(values.data(), 3, shape[1] * shape[2])),
              std::make_shared<const TensorTable>(std::move(tensors))};
    }
  }
  return {file.string(), {}, nullptr, std::make_shared<const TensorTable>(std::move(tensors))};
}

}  // namespace headlight
