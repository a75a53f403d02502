#include "core/model/model_source.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/checkpoint/gguf/gguf_file.h"
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
  refuseQuantised(config, folder);
  return config;
}

std::optional<Config> folderGeneration(const fs::path& folder) {
  constexpr const char* kName = "generation_config.json";
  return isFile(folder / kName) ? std::optional(Config::open(folder, kName)) : std::nullopt;
}

}  // namespace

ModelSource modelSourceAt(const fs::path& path) {
  if (path.extension() == ".gguf" || isGguf(path)) return ggufSource(path);
  const fs::path folder = transformerFolder(path);
  return {modelName(folder),
          folder,
          [folder] { return folderConfig(folder); },
          [folder] { return readFile(folder / "config.json", kMostConfigBytes); },
          [folder] { return folderGeneration(folder); },
          [folder](const Progress& progress) { return Checkpoint::open(folder, progress); },
          [folder] { return Tokenizer::isIn(folder) ? Tokenizer::open(folder) : nullptr; },
          [folder] { return Tokenizer::openTarget(folder); },
          [folder](PixelSize model) { return ImagePreparation::open(folder, model); }};
}

}  // namespace headlight
