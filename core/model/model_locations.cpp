#include "core/model/model_locations.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/natural_order.h"
#include "core/base/nearest_names.h"
#include "core/base/resource_folder.h"
#include "core/checkpoint/gguf/gguf_file.h"
#include "core/model/adapter.h"
#include "core/model/folder_kind.h"
#include "core/model/places/cache_places.h"
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

std::vector<ModelLocation> builtInSteps() {
  std::vector<ModelLocation> places;
  for (const fs::path& training : foldersIn(resourceFolder() / "models")) {
    if (isModelFolder(training)) continue;
    const std::size_t first = places.size();
    for (const fs::path& folder : foldersIn(training))
      if (isModelFolder(folder))
        places.push_back({training.filename().string() + '/' + folder.filename().string(), folder});
    std::sort(places.begin() + static_cast<std::ptrdiff_t>(first), places.end(),
              [](const ModelLocation& a, const ModelLocation& b) { return naturallyBefore(a.name, b.name); });
  }
  return places;
}

std::vector<ModelLocation> cachedModels() {
  std::vector<ModelLocation> places;
  for (const fs::path& repository : foldersIn(hubCache())) {
    const auto name = repositoryName(repository);
    if (!name) continue;
    if (const auto snapshot = snapshotOf(repository)) places.push_back({*name, *snapshot});
  }
  return places;
}

namespace {

bool isArchive(const fs::path& path) {
  for (const char* suffix : {".zip", ".tar", ".gz", ".tgz", ".7z", ".rar", ".xz", ".zst"})
    if (path.extension() == suffix) return true;
  return false;
}

/// What is at a path that is there: a folder, the folder of one of a model's files, or the file itself.
fs::path modelAt(const fs::path& path) {
  if (isFolder(path)) return transformerFolder(path);
  if (isArchive(path))
    throw Error("model '" + path.string() + "': expected a folder, found an archive; unpack it and open the folder");
  if (isGguf(path)) return path;
  const fs::path folder = absolutePath(path).parent_path();
  return isFile(folder / "config.json") ? folder : path;
}

/// The models in the cache that are called `name` whoever owns them.
std::vector<ModelLocation> ownedBySomebody(const std::string& name, const std::vector<ModelLocation>& cached) {
  std::vector<ModelLocation> found;
  for (const ModelLocation& place : cached)
    if (place.name.ends_with('/' + name)) found.push_back(place);
  return found;
}

std::vector<ModelLocation> modelsAndSteps() {
  std::vector<ModelLocation> places = builtInModels();
  for (ModelLocation& step : builtInSteps()) places.push_back(std::move(step));
  return places;
}

/// The built-in steps of the training that is called `name`.
std::vector<ModelLocation> stepsOf(const std::string& name, const std::vector<ModelLocation>& builtIn) {
  std::vector<ModelLocation> found;
  for (const ModelLocation& place : builtIn)
    if (place.name.starts_with(name + '/')) found.push_back(place);
  return found;
}

std::string listOf(const std::vector<ModelLocation>& places) {
  std::string names;
  for (const ModelLocation& place : places) names += (names.empty() ? "" : ", ") + place.name;
  return names;
}

}  // namespace

fs::path findModel(const std::string& nameOrFolder) {
  if (AdapterPlace place = adapterPlace(nameOrFolder); place.folder != nameOrFolder) {
    place.folder = findModel(place.folder.string());
    return place.path();
  }
  const std::vector<ModelLocation> builtIn = modelsAndSteps();
  for (const ModelLocation& place : builtIn)
    if (place.name == nameOrFolder) return place.folder;
  if (isThere(nameOrFolder)) return modelAt(nameOrFolder);
  const std::vector<ModelLocation> cached = cachedModels();
  for (const ModelLocation& place : cached)
    if (place.name == nameOrFolder) return place.folder;
  if (const fs::path file = findGguf(nameOrFolder); !file.empty()) return file;
  const std::vector<ModelLocation> owned = ownedBySomebody(nameOrFolder, cached);
  if (owned.size() == 1) return owned.front().folder;
  if (!owned.empty())
    throw Error("model '" + nameOrFolder + "': expected a name with its owner, found several: " + listOf(owned));
  std::vector<std::string> names;
  for (const auto* places : {&builtIn, &cached})
    for (const ModelLocation& place : *places) names.push_back(place.name);
  const std::vector<std::string> near = nearestNames(nameOrFolder, names);
  if (const std::string steps = listOf(stepsOf(nameOrFolder, builtIn)); !steps.empty())
    throw Error("model '" + nameOrFolder + "': expected a model, found the steps of a training: " + steps);
  throw Error(
      "model '" + nameOrFolder + "': expected a model folder or a name, folder not found" +
      (near.empty() ? std::string() : "; did you mean " + inQuotesOr(near) + "?") + " (built in: " + listOf(builtIn) +
      (cached.empty() ? "; none in the Hugging Face cache)" : "; in the Hugging Face cache: " + listOf(cached) + ")"));
}

}  // namespace headlight
