#include "core/checkpoint/checkpoint.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/lfs_pointer.h"
#include "core/checkpoint/memory_map.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/torch_archive.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// An index is a table of names; that of the largest models has a few megabytes.
constexpr std::uintmax_t kMaxIndex = 64u << 20;

/// Throws Error unless `file` is a file, or a link to one, and holds more than a pointer. (Links may lead anywhere: the
/// Hugging Face cache is made of them. A pipe would be waited for.)
void checkFile(const fs::path& file) {
  if (!isFile(file)) throw Error("'" + file.string() + "': expected a file, found something else");
  if (isLfsPointer(beginningOf(file, 64))) throw lfsPointerError("'" + file.string() + "'");
}

TensorTable readShard(const fs::path& file) {
  checkFile(file);
  return file.extension() == ".safetensors" ? readSafetensors(file) : readTorchArchive(file);
}

/// Shard file → the tensors that it should hold, as the index says.
std::map<std::string, std::vector<std::string>> readIndex(const fs::path& file) {
  const std::string place = "'" + file.string() + "'";
  const json index = parseJson(readFile(file, kMaxIndex), place);
  const bool valid = index.is_object() && index.contains("weight_map") && index["weight_map"].is_object();
  if (!valid) throw Error(place + ": expected a JSON object with a 'weight_map'");
  std::map<std::string, std::vector<std::string>> shards;
  for (const auto& [tensor, shard] : index["weight_map"].items()) {
    if (!shard.is_string()) throw Error(place + ": tensor '" + tensor + "': expected the name of a file");
    const auto name = shard.get<std::string>();
    if (name.empty() || name != fs::path(name).filename().string() || name == "." || name == "..")
      throw Error(place + ": tensor '" + tensor + "': the file name '" + name + "' leaves the folder");
    shards[name].push_back(tensor);
  }
  return shards;
}

TensorTable readShards(const fs::path& folder, const fs::path& index, const Progress& progress) {
  const auto shards = readIndex(index);
  std::string missing;
  std::size_t count = 0;
  for (const auto& [name, tensors] : shards)
    if (!isThere(folder / name)) {
      if (count == 0) missing = name;
      ++count;
    }
  if (count > 0)
    throw Error("'" + folder.string() + "': incomplete weights: '" + missing + "' is missing" +
                (count > 1 ? " and " + std::to_string(count - 1) + " more of " + std::to_string(shards.size()) : "") +
                " (named in " + index.filename().string() + ")");
  TensorTable all;
  double done = 0;
  for (const auto& [name, tensors] : shards) {
    progress(done++ / static_cast<double>(shards.size()), name);
    TensorTable table = readShard(folder / name);
    for (const std::string& tensor : tensors) {
      auto found = table.extract(tensor);
      if (found.empty())
        throw Error("'" + (folder / name).string() + "': tensor '" + tensor + "' is missing (named in " +
                    index.filename().string() + ")");
      all.insert(std::move(found));
    }
  }
  return all;
}

/// Says why a folder without weights has none.
[[noreturn]] void failWithoutWeights(const fs::path& folder) {
  std::set<std::string> others;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const auto extension = entry.path().extension();
    if (extension == ".h5" || extension == ".msgpack" || extension == ".gguf" || extension == ".onnx" ||
        extension == ".ckpt" || extension == ".safetensors" || extension == ".bin" || extension == ".pth" ||
        extension == ".incomplete")
      others.insert(entry.path().filename().string());
  }
  std::string found;
  for (const std::string& name : others) found += (found.empty() ? "; it has " : ", ") + name;
  throw Error("'" + folder.string() +
              "': no weights: expected model.safetensors, model.safetensors.index.json, pytorch_model.bin or "
              "pytorch_model.bin.index.json" +
              found);
}

/// `table` under the names of the model itself, without those of what wraps it.
TensorTable unwrapped(TensorTable table, const fs::path& folder) {
  static constexpr std::string_view kAnywhere[] = {"_orig_mod.", "_fsdp_wrapped_module.",
                                                   "_checkpoint_wrapped_module."};
  const auto all = [&table](std::string_view begin) {
    return !table.empty() && std::all_of(table.begin(), table.end(),
                                         [begin](const auto& entry) { return entry.first.starts_with(begin); });
  };
  const auto rename = [&](const auto& nameOf) {
    TensorTable renamed;
    while (!table.empty()) {
      auto node = table.extract(table.begin());
      node.key() = nameOf(node.key());
      const auto [at, added, left] = renamed.insert(std::move(node));
      if (!added)
        throw Error("'" + folder.string() + "': duplicate tensor '" + at->first +
                    "', one of them inside a wrapper");
    }
    table = std::move(renamed);
  };
  const bool wraps = std::any_of(table.begin(), table.end(), [](const auto& entry) {
    return std::any_of(std::begin(kAnywhere), std::end(kAnywhere),
                       [&](std::string_view part) { return entry.first.find(part) != std::string::npos; });
  });
  if (wraps)
    rename([](std::string name) {
      for (const std::string_view part : kAnywhere)
        for (std::size_t at; (at = name.find(part)) != std::string::npos;) name.erase(at, part.size());
      return name;
    });
  constexpr std::string_view kParallel = "module.";
  while (all(kParallel)) rename([&](const std::string& name) { return name.substr(kParallel.size()); });
  return table;
}

}  // namespace

Checkpoint Checkpoint::open(const fs::path& folder, const Progress& progress) {
  if (!isFolder(folder))
    throw Error("'" + folder.string() +
                "': " + (isThere(folder) ? "expected a folder, found a file" : "folder not found"));
  Checkpoint checkpoint;
  checkpoint.m_folder = folder;
  for (const std::string name : {"model.safetensors", "pytorch_model.bin"}) {
    if (isThere(folder / name)) {
      progress(0, name);
      checkpoint.m_tensors = unwrapped(readShard(folder / name), folder);
      return checkpoint;
    }
    if (const auto index = folder / (name + ".index.json"); isThere(index)) {
      checkpoint.m_tensors = unwrapped(readShards(folder, index, progress), folder);
      return checkpoint;
    }
  }
  failWithoutWeights(folder);
}

const StoredTensor* Checkpoint::find(std::string_view name) const {
  const auto at = m_tensors.find(name);
  return at == m_tensors.end() ? nullptr : &at->second;
}

std::string Checkpoint::beginnings() const {
  constexpr std::size_t kMost = 4;
  std::set<std::string> all;
  for (const auto& [name, tensor] : m_tensors) {
    const auto first = name.find('.');
    const auto second = first == std::string::npos ? first : name.find('.', first + 1);
    if (all.insert("'" + name.substr(0, second) + "'").second && all.size() > kMost) break;
  }
  std::string text;
  std::size_t count = 0;
  for (const std::string& each : all) {
    if (count++ == kMost) return text + ", …";
    text += (text.empty() ? "" : ", ") + each;
  }
  return text;
}

bool Checkpoint::hasPrefix(std::string_view prefix) const {
  const auto at = m_tensors.lower_bound(prefix);
  return at != m_tensors.end() && at->first.starts_with(prefix);
}

}  // namespace headlight
