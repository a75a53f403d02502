#include "core/model/gguf/gguf_joined_tensors.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/error.h"
#include "core/checkpoint/memory_map.h"

namespace headlight {
namespace {

/// The rows of the parts one after the other.
StoredTensor rowsTogether(std::array<StoredTensor, 3> parts) {
  StoredTensor out;
  out.format = parts[0].format;
  out.shape = parts[0].shape;
  out.storedAs = parts[0].storedAs;
  out.shape.front() = 0;
  for (const StoredTensor& part : parts) out.shape.front() += part.shape.front();
  out.make = [parts = std::move(parts), out] {
    auto bytes = std::make_shared<std::vector<std::byte>>();
    for (const StoredTensor& part : parts) {
      bytes->insert(bytes->end(), part.bytes.begin(), part.bytes.end());
      if (part.file) part.file->check();
    }
    StoredTensor made = out;
    made.bytes = *bytes;
    made.owner = bytes;
    return made;
  };
  return out;
}

StoredTensor taken(TensorTable& table, TensorTable::iterator at) {
  StoredTensor tensor = std::move(at->second);
  table.erase(at);
  return tensor;
}

}  // namespace

void joinQueriesKeysValues(TensorTable& table, const std::string& place) {
  for (const std::string ending : {".weight", ".bias"}) {
    std::vector<std::string> stems;
    for (const auto& [name, tensor] : table)
      if (name.ends_with(".q" + ending)) stems.push_back(name.substr(0, name.size() - 1 - ending.size()));
    for (const std::string& stem : stems) {
      std::array<StoredTensor, 3> parts;
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string name = stem + "qkv"[i] + ending;
        const auto found = table.find(name);
        if (found == table.end())
          throw Error(place + ": expected '" + name + "' beside '" + stem + "q" + ending + "', found none");
        parts[i] = taken(table, found);
        const StoredTensor &first = parts[0], &part = parts[i];
        const bool fits =
            !part.shape.empty() && part.format == first.format &&
            std::equal(part.shape.begin() + 1, part.shape.end(), first.shape.begin() + 1, first.shape.end());
        if (!fits)
          throw Error(place + ": tensor '" + shownName(name, part) + "': expected rows as '" +
                      shownName(stem + "q" + ending, first) + "' has, " + std::string(nameOf(first.format)) + " " +
                      shapeText(first.shape) + ", found " + std::string(nameOf(part.format)) + " " +
                      shapeText(part.shape));
      }
      if (!table.emplace(stem + "qkv" + ending, rowsTogether(std::move(parts))).second)
        throw Error(place + ": two tensors have the place of '" + stem + "qkv" + ending + "'");
    }
  }
}

void joinFrames(TensorTable& table, const std::string& weight, const std::string& place) {
  const auto second = table.find(weight + ".1"), first = table.find(weight);
  if (second == table.end()) return;  // The model says what is missing.
  if (first == table.end()) throw Error(place + ": expected '" + weight + "' beside a second frame, found none");
  const StoredTensor other = taken(table, second);
  StoredTensor& tensor = first->second;
  if (tensor.shape.size() != 4 || other.shape != tensor.shape || !isFloating(tensor.format) ||
      !isFloating(other.format))
    throw Error(place + ": tensor '" + shownName(weight, tensor) +
                "': expected two frames of real numbers with the same four axes, found " + shapeText(tensor.shape) +
                " and " + shapeText(other.shape));
  const std::vector<float> a = floatsOf(tensor), b = floatsOf(other);
  const auto pixels = static_cast<std::ptrdiff_t>(tensor.shape[2] * tensor.shape[3]);
  const auto both = std::make_shared<std::vector<float>>();
  both->reserve(2 * a.size());
  for (std::ptrdiff_t at = 0; pixels > 0 && at < static_cast<std::ptrdiff_t>(a.size()); at += pixels) {
    both->insert(both->end(), a.begin() + at, a.begin() + at + pixels);
    both->insert(both->end(), b.begin() + at, b.begin() + at + pixels);
  }
  StoredTensor joined;
  joined.shape = {tensor.shape[0], tensor.shape[1], 2, tensor.shape[2], tensor.shape[3]};
  joined.bytes = std::as_bytes(std::span<const float>(*both));
  joined.owner = both;
  joined.storedAs = tensor.storedAs;
  tensor = std::move(joined);
}

}  // namespace headlight
