#include "core/model/model_locations.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <system_error>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/resource_folder.h"
#include "core/model/adapter.h"
#include "core/model/folder_kind.h"
#include "core/model/places/gguf_places.h"

namespace headlight {
namespace fs = std::filesystem;
namespace {

bool isModelFolder(const fs::path& folder) {
  return isFile(transformerFolder(folder) / "config.json") || isAdapter(folder);
}

/// The folders in `folder`, sorted; none when it cannot be read.
std::vector<fs::path> foldersIn(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code failed;
  for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, failed), end;
       !failed && it != end; it.increment(failed))
    if (std::error_code ignored; it->is_directory(ignored)) found.push_back(it->path());
  std::sort(found.begin(), found.end());
  return found;
}

fs::path cacheFolder() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return fs::path(value ? value : "");
  };
  if (fs::path set = variable("HF_HUB_CACHE"); !set.empty()) return set;
  if (const fs::path set = variable("HF_HOME"); !set.empty()) return set / "hub";
  if (const fs::path set = variable("XDG_CACHE_HOME"); !set.empty()) return set / "huggingface/hub";
  if (const fs::path set = variable("HOME"); !set.empty()) return set / ".cache/huggingface/hub";
  return {};
}

std::optional<fs::path> snapshotOf(const fs::path& repository) {
  std::string commit;
  if (std::ifstream ref(repository / "refs" / "main"); ref >> commit) {
    // The name of a commit never leads out of the snapshots folder.
    const bool plain = commit.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (plain && isModelFolder(repository / "snapshots" / commit)) return repository / "snapshots" / commit;
  }
  std::optional<fs::path> newest;
  fs::file_time_type when;
  for (const fs::path& snapshot : foldersIn(repository / "snapshots")) {
    std::error_code failed;
    const auto written = fs::last_write_time(snapshot, failed);
    if (failed || !isModelFolder(snapshot) || (newest && written <= when)) continue;
    newest = snapshot;
    when = written;
  }
  return newest;
}

}  // namespace

std::vector<ModelLocation> builtInModels() {
  std::vector<ModelLocation> places;
  for (const fs::path& folder : foldersIn(resourceFolder() / "models"))
    if (isModelFolder(folder)) places.push_back({folder.filename().string(), folder});
  std::stable_partition(places.begin(), places.end(), [](const ModelLocation& place) { return place.name == "gpt"; });
  return places;
}

std::vector<ModelLocation> cachedModels() {
  const std::string prefix = "models--";
  std::vector<ModelLocation> places;
  for (const fs::path& repository : foldersIn(cacheFolder())) {
    std::string name = repository.filename().string();
    if (name.compare(0, prefix.size(), prefix) != 0) continue;
    name.erase(0, prefix.size());
    if (const auto slash = name.find("--"); slash != std::string::npos) name.replace(slash, 2, "/");
    if (const auto snapshot = snapshotOf(repository)) places.push_back({name, *snapshot});
  }
  return places;
}

fs::path findModel(const std::string& nameOrFolder) {
  if (AdapterPlace place = adapterPlace(nameOrFolder); place.folder != nameOrFolder) {
    place.folder = findModel(place.folder.string());
    return place.path();
  }
  const std::vector<ModelLocation> builtIn = builtInModels();
  for (const ModelLocation& place : builtIn)
    if (place.name == nameOrFolder) return place.folder;
  if (isThere(nameOrFolder)) return isFolder(nameOrFolder) ? transformerFolder(nameOrFolder) : fs::path(nameOrFolder);
  const std::vector<ModelLocation> cached = cachedModels();
  for (const ModelLocation& place : cached)
    if (place.name == nameOrFolder) return place.folder;
  if (const fs::path file = findGguf(nameOrFolder); !file.empty()) return file;
  std::string names;
  for (const ModelLocation& place : builtIn) names += (names.empty() ? "" : ", ") + place.name;
  for (const ModelLocation& place : cached) names += ", " + place.name;
  throw Error("model '" + nameOrFolder + "': expected a model folder or one of " + names + "; folder not found");
}

}  // namespace headlight
