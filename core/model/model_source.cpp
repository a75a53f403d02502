#include "core/model/model_source.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/checkpoint/gguf/gguf_file.h"
#include "core/model/adapter.h"
#include "core/model/folder_kind.h"
#include "core/model/gguf/gguf_source.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostConfigBytes = 64u << 20;

Config folderConfig(const fs::path& folder) {
  if (!isFolder(folder))
    throw Error("'" + folder.string() +
                "': " + (isThere(folder) ? "expected a folder, found a file" : "folder not found"));
  Config config = openModelConfig(folder);
  if (const auto quantisation = quantisationOf(config, folder))
    checkMethod(*quantisation, "'" + folder.string() + "'");
  return config;
}

Checkpoint folderTensors(const fs::path& folder, const Progress& progress) {
  Checkpoint stored = Checkpoint::open(folder, progress);
  const auto quantisation = quantisationOf(openModelConfig(folder), folder);
  if (!quantisation) return stored;
  std::vector<std::string> remarks;
  TensorTable tensors = dequantised(stored.tensors(), *quantisation, remarks);
  return {folder, std::move(tensors), std::move(remarks)};
}

std::optional<Config> folderGeneration(const fs::path& folder) {
  constexpr const char* kName = "generation_config.json";
  return isFile(folder / kName) ? std::optional(Config::open(folder, kName)) : std::nullopt;
}

}  // namespace

ModelSource modelSourceAt(const fs::path& path) {
  if (const GgufModelPlace place = ggufModelPlace(path); place.file.extension() == ".gguf" || isGguf(place.file))
    return ggufSource(place);
  const AdapterPlace place = adapterPlace(path);
  if (isAdapter(place.folder)) return adapterSource(place);
  if (place.folder != path)
    throw Error("'" + path.string() + "': expected the folder of an adapter before '#', found " +
                (isThere(place.folder) ? "none in it" : "no folder"));
  const fs::path folder = transformerFolder(path);
  return {modelName(folder),
          folder,
          [folder] { return folderConfig(folder); },
          [folder] { return readFile(folder / "config.json", kMostConfigBytes); },
          [folder] { return folderGeneration(folder); },
          [folder](const Progress& progress) { return folderTensors(folder, progress); },
          [folder] { return Tokenizer::isIn(folder) ? Tokenizer::open(folder) : nullptr; },
          [folder] { return Tokenizer::openTarget(folder); },
          [folder](const Tokenizer& tokenizer) { return ChatTemplates::open(folder, tokenizer.specialTokens()); },
          [folder](PixelSize model) { return ImagePreparation::open(folder, model); },
          [folder] { return SoundPreparation::open(folder); }};
}

}  // namespace headlight
