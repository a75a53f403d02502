#include "core/io/stored_contents.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/torch_archive.h"
#include "core/io/npz_reader.h"

namespace headlight {
namespace {

bool begins(const TensorTable& tensors, const std::string& name) {
  const auto at = tensors.lower_bound(name);
  return at != tensors.end() && at->first.starts_with(name);
}

constexpr const char* kRowHint = "#row=0";

/// Part `i` of `count` along the first axis.
StoredTensor slice(const StoredTensor& tensor, std::int64_t i) {
  StoredTensor part = tensor;
  const std::size_t each = tensor.bytes.size() / static_cast<std::size_t>(tensor.shape[0]);
  part.shape.erase(part.shape.begin());
  part.bytes = tensor.bytes.subspan(static_cast<std::size_t>(i) * each, each);
  return part;
}

/// The name that the layer has here for what other programs call it: TransformerLens' cache, and arrays that NumPy or
/// torch.save numbered.
std::string nameHere(const std::string& name) {
  const auto between = [&name](std::string_view before, std::string_view after) -> std::string {
    if (name.size() <= before.size() + after.size() || !name.starts_with(before) || !name.ends_with(after)) return {};
    const std::string number = name.substr(before.size(), name.size() - before.size() - after.size());
    return number.find_first_not_of("0123456789") == std::string::npos ? number : std::string();
  };
  for (const auto& [before, after] : {std::pair{"blocks.", ".attn.hook_pattern"}, std::pair{"arr_", ""},
                                      std::pair{"", ""}, std::pair{"attention.", ""}, std::pair{"attention_", ""},
                                      std::pair{"layer.", ""}, std::pair{"layer_", ""}})
    if (const std::string number = between(before, after); !number.empty()) return "attentions." + number;
  constexpr std::string_view kAllLayers[] = {"", "attention", "attn", "pattern", "attention_weights", "attn_weights"};
  return std::find(std::begin(kAllLayers), std::end(kAllLayers), name) != std::end(kAllLayers) ? "attentions" : name;
}

/// Gives the weights of other programs the names that they have here, where the file has none of its own.
void nameWeights(StoredContents& contents) {
  if (hasStoredWeights(contents, {}) || begins(contents.tensors, "queries.")) return;
  TensorTable named;
  for (auto& [name, tensor] : contents.tensors) named.emplace(nameHere(name), tensor);
  // A single array of NumPy's savez is all layers.
  if (const auto only = named.find("attentions.0"); only != named.end() && !named.contains("attentions.1") &&
                                                    contents.tensors.contains("arr_0") &&
                                                    only->second.shape.size() >= 4)
    named.emplace("attentions", only->second);
  if (named.size() >= contents.tensors.size()) contents.tensors = std::move(named);
}

}  // namespace

bool isTorchFile(const std::filesystem::path& file) { return file.extension() == ".pt" || file.extension() == ".pth"; }

StoredContents storedContents(const std::filesystem::path& file, bool numbers) {
  StoredContents contents;
  contents.place = "'" + file.string() + "'";
  if (isNumpyFile(file)) {
    NumpyArrays arrays = readNumpy(file);
    contents.tensors = std::move(arrays.tensors);
    contents.texts = std::move(arrays.texts);
    contents.unread = std::move(arrays.unread);
  } else if (isTorchFile(file)) {
    TorchContents saved = readTorchContents(file, numbers);
    contents.tensors = std::move(saved.tensors);
    contents.texts = std::move(saved.texts);
  } else if (file.extension() == ".json") {
    throw Error(contents.place +
                ": expected attention in a file .safetensors, .npz, .npy or .pt, found JSON; save its arrays "
                "[layers, heads, queries, keys] with numpy.savez(file, attentions=…, tokens=…)");
  } else if (file.extension() != ".safetensors") {
    throw Error(contents.place + ": expected attention in a file .safetensors, .npz, .npy or .pt");
  } else {
    contents.tensors = readSafetensors(file);
    contents.metadata = safetensorsMetadata(file);
  }
  nameWeights(contents);
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
      throw Error(from.place + ": tensor '" + at->first + "': expected each of at most " +
                  std::to_string(kMostStoredLayers) + " layers once");
  }
  return layers;
}

void wrongShape(const StoredContents& from, const std::string& name, const std::string& expected,
                             const Shape& found) {
  throw Error(from.place + ": tensor '" + name + "': expected " + expected + ", the file has " + shapeText(found));
}

std::int64_t storedBatch(const StoredContents& from, const std::string& part) {
  const std::string prefix = storedPrefix(part);
  if (const auto whole = from.tensors.find(prefix + "attentions"); whole != from.tensors.end()) {
    const Shape& shape = whole->second.shape;
    return shape.size() == 5 && shape[0] != 1 ? shape[1] : 1;
  }
  for (const char* name : {"attentions", "queries"}) {
    const auto layers = storedLayers(from, prefix + name);
    if (layers.empty()) continue;
    const Shape& shape = layers.begin()->second.shape;
    return shape.size() >= 4 ? shape[shape.size() - 4] : 1;
  }
  return 1;
}

StoredTensor threeAxes(const StoredContents& from, const std::string& name, StoredTensor tensor, const char* expected) {
  while (tensor.shape.size() > 3 && tensor.shape.front() == 1) tensor.shape.erase(tensor.shape.begin());
  if (tensor.shape.size() == 4) {
    if (!from.row || *from.row >= tensor.shape.front())
      wrongShape(from, name,
                 std::string(expected) + " or a batch of one of it; add " + kRowHint +
                     " to the file's name to open one text of a batch",
                 tensor.shape);
    tensor = slice(tensor, *from.row);
  }
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
  if (shape.size() != 4 && shape.size() != 5) {
    layers.emplace(0, threeAxes(from, name, all, "[layers, heads, queries, keys] (a batch of one)"));
    return layers;
  }
  if (*std::min_element(shape.begin(), shape.end()) < 1 || shape[0] > kMostStoredLayers)
    wrongShape(from, name, "[layers, heads, queries, keys]", shape);
  if (shape.size() == 5 && !from.row)
    wrongShape(from, name,
               std::string("[layers, heads, queries, keys] or a batch of one behind the layers; add ") + kRowHint +
                   " to the file's name to open one text of a batch",
               shape);
  for (std::int64_t i = 0; i < shape[0]; ++i)
    layers.emplace(static_cast<int>(i), threeAxes(from, name, slice(all, i), kExpected));
  return layers;
}

}  // namespace headlight
