#include "core/io/stored_contents.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/io/npz_reader.h"

namespace headlight {
namespace {

bool begins(const TensorTable& tensors, const std::string& name) {
  const auto at = tensors.lower_bound(name);
  return at != tensors.end() && at->first.starts_with(name);
}

/// Part `i` of `count` along the first axis.
StoredTensor slice(const StoredTensor& tensor, std::int64_t i) {
  StoredTensor part = tensor;
  const std::size_t each = tensor.bytes.size() / static_cast<std::size_t>(tensor.shape[0]);
  part.shape.erase(part.shape.begin());
  part.bytes = tensor.bytes.subspan(static_cast<std::size_t>(i) * each, each);
  return part;
}

}  // namespace

StoredContents storedContents(const std::filesystem::path& file) {
  StoredContents contents;
  contents.place = "'" + file.string() + "'";
  if (isNumpyFile(file)) {
    NumpyArrays arrays = readNumpy(file);
    contents.tensors = std::move(arrays.tensors);
    contents.texts = std::move(arrays.texts);
    contents.unread = std::move(arrays.unread);
    // A single array has no name; it is the weights.
    if (auto only = contents.tensors.extract(std::string()); !only.empty()) {
      only.key() = "attentions";
      contents.tensors.insert(std::move(only));
    }
  } else {
    contents.tensors = readSafetensors(file);
    contents.metadata = safetensorsMetadata(file);
  }
  return contents;
}

bool hasStoredWeights(const StoredContents& from, const std::string& part) {
  return begins(from.tensors, storedPrefix(part) + "attentions");
}

bool hasStoredScores(const StoredContents& from, const std::string& part) {
  return begins(from.tensors, storedPrefix(part) + "queries.") && begins(from.tensors, storedPrefix(part) + "keys.");
}

std::string storedPrefix(const std::string& part) { return part.empty() ? part : part + "_"; }

std::map<int, StoredTensor> storedLayers(const StoredContents& from, const std::string& name) {
  std::map<int, StoredTensor> layers;
  for (auto at = from.tensors.lower_bound(name); at != from.tensors.end() && at->first.starts_with(name); ++at) {
    const std::string_view rest = std::string_view(at->first).substr(name.size());
    const bool numbered = rest.size() > 1 && rest.size() < 6 && (rest[0] == '.' || rest[0] == '_') &&
                          rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
    if (!numbered) continue;
    const int layer = std::stoi(std::string(rest.substr(1)));
    if (layer >= kMostStoredLayers || !layers.emplace(layer, at->second).second)
      throw Error(from.place + ": tensor '" + at->first + "': expected each of at most " + std::to_string(kMostStoredLayers) +
                  " layers once");
  }
  return layers;
}

void wrongShape(const StoredContents& from, const std::string& name, const std::string& expected,
                             const Shape& found) {
  throw Error(from.place + ": tensor '" + name + "': expected " + expected + ", the file has " + shapeText(found));
}

StoredTensor threeAxes(const StoredContents& from, const std::string& name, StoredTensor tensor, const char* expected) {
  while (tensor.shape.size() > 3 && tensor.shape.front() == 1) tensor.shape.erase(tensor.shape.begin());
  if (tensor.shape.size() > 3 && tensor.shape.size() <= 4)
    wrongShape(from, name, std::string(expected) + " or a batch of one of it (save one text of a batch)", tensor.shape);
  if (tensor.shape.size() == 2) tensor.shape.insert(tensor.shape.begin(), 1);
  if (tensor.shape.size() != 3 || *std::min_element(tensor.shape.begin(), tensor.shape.end()) < 1)
    wrongShape(from, name, expected, tensor.shape);
  if (!isFloating(tensor.format))
    throw Error(from.place + ": tensor '" + name + "': expected real numbers, the file has " +
                std::string(nameOf(tensor.format)));
  return tensor;
}

std::map<int, StoredTensor> storedWeights(const StoredContents& from, const std::string& name) {
  constexpr const char* kExpected = "[heads, queries, keys]";
  const auto whole = from.tensors.find(name);
  std::map<int, StoredTensor> layers;
  if (whole == from.tensors.end()) {
    for (auto& [layer, tensor] : storedLayers(from, name))
      layers.emplace(layer, threeAxes(from, name + "." + std::to_string(layer), std::move(tensor), kExpected));
    return layers;
  }
  StoredTensor all = whole->second;
  Shape& shape = all.shape;
  // A batch stands before everything, or behind the layers.
  if (shape.size() == 5 && shape[0] == 1) shape.erase(shape.begin());
  if (shape.size() == 5 && shape[1] == 1) shape.erase(shape.begin() + 1);
  if (shape.size() != 4) {
    layers.emplace(0, threeAxes(from, name, all, "[layers, heads, queries, keys] (a batch of one)"));
    return layers;
  }
  if (*std::min_element(shape.begin(), shape.end()) < 1 || shape[0] > kMostStoredLayers)
    wrongShape(from, name, "[layers, heads, queries, keys]", shape);
  for (std::int64_t i = 0; i < shape[0]; ++i)
    layers.emplace(static_cast<int>(i), threeAxes(from, name, slice(all, i), kExpected));
  return layers;
}

}  // namespace headlight
