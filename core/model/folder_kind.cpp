#include "core/model/folder_kind.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/model/places/cache_places.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxModules = 1u << 20;

}  // namespace

fs::path transformerFolder(const fs::path& folder) {
  const fs::path list = folder / "modules.json";
  if (isFile(folder / "config.json") || !isFile(list)) return folder;
  const auto modules = parseJson(readFile(list, kMaxModules), "'" + list.string() + "'");
  if (!modules.is_array()) return folder;
  for (const auto& module : modules) {
    if (!module.is_object()) continue;
    const auto type = module.find("type"), path = module.find("path");
    if (type == module.end() || path == module.end() || !type->is_string() || !path->is_string()) continue;
    const auto name = path->get<std::string>();
    const bool inside = !name.empty() && name != "." && name != ".." && name == fs::path(name).filename().string();
    if (inside && type->get<std::string>().ends_with("Transformer") && isFolder(folder / name)) return folder / name;
  }
  return folder;
}

std::string modelName(const fs::path& folder) {
  fs::path path = absolutePath(folder);
  if (!path.has_filename()) path = path.parent_path();
  if (path.filename() == "0_Transformer") path = path.parent_path();
  const fs::path above = path.parent_path();
  const auto repository = above.filename() == "snapshots" ? repositoryName(above.parent_path()) : std::nullopt;
  return repository.value_or(path.filename().string());
}

Config openModelConfig(const fs::path& folder) {
  if (!isThere(folder / "config.json") && isFile(folder / "model_index.json"))
    throw Error("'" + folder.string() + "': the pipeline of a diffusion model; expected the folder of a transformer");
  return Config::open(folder);
}

std::optional<Quantisation> quantisationOf(const Config& config, const fs::path& folder) {
  // A copy, so that its keys do not count as those of a model.
  const Config written = config.renamed({});
  for (const char* key : {"quantization_config", "compression_config"})
    if (const auto settings = written.object(key)) {
      const bool bits = settings->has("load_in_8bit") || settings->has("load_in_4bit");
      return Quantisation{settings->text("quant_method", bits ? "bitsandbytes" : "method not named"), *settings};
    }
  if (const auto mlx = written.object("quantization")) return Quantisation{"MLX", *mlx};
  // Before their config.json did, tools said it in files of their own.
  for (const auto& [file, method] : {std::pair{"quantize_config.json", "gptq"}, std::pair{"quant_config.json", "awq"}})
    if (isFile(folder / file)) return Quantisation{method, Config::open(folder, file)};
  return {};
}

}  // namespace headlight
