#include "core/model/folder_kind.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxModules = 1u << 20;

/// The numbers that a quantisation goes with ("4 bits, groups of 128"), where they are said.
std::string detailsOf(const Config& quantisation) {
  std::string details;
  const auto add = [&](const std::string& detail) { details += (details.empty() ? "" : ", ") + detail; };
  for (const char* key : {"bnb_4bit_quant_type", "quant_type", "fmt", "format"})
    if (quantisation.isText(key)) add(quantisation.text(key));
  for (const char* key : {"bits", "w_bit"})
    if (quantisation.isNumber(key)) add(std::to_string(quantisation.size(key)) + " bits");
  for (const char* key : {"group_size", "q_group_size"})
    if (quantisation.isNumber(key) && quantisation.number(key, 0) >= 1)
      add("groups of " + std::to_string(quantisation.size(key)));
  return details;
}

[[noreturn]] void failQuantised(const fs::path& folder, const std::string& method, const Config& quantisation) {
  const std::string details = detailsOf(quantisation);
  throw Error("'" + folder.string() + "': the weights are quantised (" + method + (details.empty() ? "" : ": ") +
              details + "), which is not read; expected weights in F32, F16 or BF16");
}

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
  const std::string repository = above.parent_path().filename().string(), prefix = "models--";
  if (above.filename() != "snapshots" || !repository.starts_with(prefix)) return path.filename().string();
  std::string name = repository.substr(prefix.size());
  if (const auto slash = name.find("--"); slash != std::string::npos) name.replace(slash, 2, "/");
  return name;
}

Config openModelConfig(const fs::path& folder) {
  const auto weights = [&](const char* name) { return isThere(folder / name); };
  if (isFile(folder / "adapter_config.json") && !weights("model.safetensors") && !weights("pytorch_model.bin") &&
      !weights("model.safetensors.index.json") && !weights("pytorch_model.bin.index.json")) {
    const Config adapter = Config::open(folder, "adapter_config.json");
    const std::string base = adapter.text("base_model_name_or_path");
    throw Error("'" + folder.string() + "': an adapter (" + adapter.text("peft_type", "LoRA") +
                ") that changes a base model, not a model; expected a folder with all weights: " +
                (base.empty() ? "merge it into its base model" : "open its base model '" + base + "', or merge both"));
  }
  if (!isThere(folder / "config.json") && isFile(folder / "model_index.json"))
    throw Error("'" + folder.string() + "': the pipeline of a diffusion model; expected the folder of a transformer");
  return Config::open(folder);
}

void refuseQuantised(const Config& config, const fs::path& folder) {
  for (const char* key : {"quantization_config", "compression_config"})
    if (const auto quantisation = config.object(key)) {
      const bool bits = quantisation->has("load_in_8bit") || quantisation->has("load_in_4bit");
      const std::string otherwise = bits ? "bitsandbytes" : "method not named";
      failQuantised(folder, quantisation->text("quant_method", otherwise), *quantisation);
    }
  if (const auto mlx = config.object("quantization")) failQuantised(folder, "MLX", *mlx);
  // Before their config.json did, tools said it in files of their own.
  for (const auto& [file, method] : {std::pair{"quantize_config.json", "GPTQ"}, std::pair{"quant_config.json", "AWQ"}})
    if (isFile(folder / file)) failQuantised(folder, method, Config::open(folder, file));
}

}  // namespace headlight
