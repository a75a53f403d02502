#include "core/model/places/ollama_places.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostManifest = 4u << 20;
constexpr const char *kModelLayer = "application/vnd.ollama.image.model",
                     *kTensorLayer = "application/vnd.ollama.image.tensor",
                     *kAdapterLayer = "application/vnd.ollama.image.adapter";

/// The names in `folder`, sorted, without hidden ones; sets `failed` when it cannot be read.
std::vector<fs::path> entriesOf(const fs::path& folder, std::error_code& failed) {
  std::vector<fs::path> found;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
    if (!it->path().filename().string().starts_with(".")) found.push_back(it->path());
  std::sort(found.begin(), found.end());
  return found;
}

/// "tinyllama:latest" of HOST/NAMESPACE/MODEL/TAG.
std::string nameOf(const fs::path& manifest, const fs::path& manifests) {
  std::vector<std::string> parts;
  for (const fs::path& part : manifest.lexically_relative(manifests)) parts.push_back(part.string());
  if (parts.size() != 4) return {};
  std::string name = parts[2] + ":" + parts[3];
  const bool library = parts[0] == "registry.ollama.ai";
  if (!library || parts[1] != "library") name = parts[1] + "/" + name;
  return library ? name : parts[0] + "/" + name;
}

/// The file of a digest ("sha256:…"); none unless that is 64 hexadecimal digits, so that it never leads out of the
/// folder.
std::optional<fs::path> blobOf(const fs::path& folder, const std::string& digest) {
  constexpr std::string_view kBegin = "sha256:";
  if (!digest.starts_with(kBegin) || digest.size() != kBegin.size() + 64 ||
      digest.find_first_not_of("0123456789abcdef", kBegin.size()) != std::string::npos)
    return {};
  return folder / "blobs" / ("sha256-" + digest.substr(kBegin.size()));
}

GgufPlace placeOf(const fs::path& folder, const fs::path& manifest, std::string name) {
  GgufPlace place{"Ollama", std::move(name), manifest, {}, {}};
  try {
    const auto json = parseJson(readFile(manifest, kMostManifest), "the manifest");
    const auto layers = json.is_object() ? json.find("layers") : json.end();
    if (!json.is_object() || layers == json.end() || !layers->is_array()) {
      place.reason = "its manifest has no list of layers";
      return place;
    }
    bool tensors = false;
    for (const auto& layer : *layers) {
      if (!layer.is_object()) continue;
      const auto text = [&](const char* key) { return layer.value(key, std::string()); };
      const std::string kind = layer.contains("mediaType") && layer["mediaType"].is_string() ? text("mediaType") : "";
      tensors = tensors || kind == kTensorLayer;
      if (kind == kAdapterLayer) place.note = "Its LoRA adapter is left out.";
      if (kind != kModelLayer) continue;
      const std::string digest = layer.contains("digest") && layer["digest"].is_string() ? text("digest") : "";
      const auto blob = blobOf(folder, digest);
      if (!blob) {
        place.reason =
            "its manifest names a file by '" + digest.substr(0, 80) + "'; expected sha256: and 64 hexadecimal digits";
        return place;
      }
      place.file = *blob;
      return place;
    }
    place.reason = tensors ? "its weights are single tensors, not a GGUF file"
                           : "it has no weights here: it runs on a server";
  } catch (const Error& error) {
    place.reason = error.what();
  }
  return place;
}

}  // namespace

std::vector<GgufPlace> ollamaPlaces(const fs::path& folder) {
  std::vector<GgufPlace> places;
  if (folder.empty()) return places;
  const fs::path manifests = folder / "manifests";
  std::error_code failed;
  if (!fs::exists(manifests, failed) && !failed) return places;
  const auto unreadable = [&](const fs::path& at) {
    if (failed == std::errc::permission_denied)
      places.push_back(
          {"Ollama",
           at.string(),
           at,
           "cannot be read: permission denied; join the group of the folder, or ask for the right to read it",
           {}});
    failed.clear();
  };
  if (failed) unreadable(manifests);
  for (const fs::path& host : entriesOf(manifests, failed))
    for (const fs::path& space : entriesOf(host, failed))
      for (const fs::path& model : entriesOf(space, failed))
        for (const fs::path& tag : entriesOf(model, failed))
          if (isFile(tag)) places.push_back(placeOf(folder, tag, nameOf(tag, manifests)));
  if (failed) unreadable(manifests);
  return places;
}

}  // namespace headlight
