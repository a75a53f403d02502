#include "core/corpus/comparison/checkpoints.h"

#include <algorithm>

#include "core/base/files.h"
#include "core/base/natural_order.h"

namespace headlight {
namespace {

bool isModel(const std::filesystem::path& folder) { return isFile(folder / "config.json"); }

/// The revision in a file of `refs`: the name of a folder in `snapshots`.
std::string revisionIn(const std::filesystem::path& file) {
  constexpr std::uintmax_t kMost = 4096;
  std::string name = readFile(file, kMost);
  name.erase(std::find_if(name.begin(), name.end(), [](char c) { return c == '\n' || c == '\r' || c == ' '; }),
             name.end());
  return name.find_first_of("/\\.") == name.npos ? name : std::string();
}

}  // namespace

std::vector<TrainingState> trainingStatesIn(const std::filesystem::path& folder) {
  std::vector<TrainingState> states;
  if (!isFolder(folder) || isModel(folder)) return states;
  std::error_code failed;
  if (isFolder(folder / "snapshots")) {
    for (const auto& entry : std::filesystem::directory_iterator(folder / "refs", failed)) {
      const std::string revision = isFile(entry.path()) ? revisionIn(entry.path()) : std::string();
      if (!revision.empty() && isModel(folder / "snapshots" / revision))
        states.push_back({entry.path().filename().string(), folder / "snapshots" / revision});
    }
  } else {
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
      if (isModel(entry.path())) states.push_back({entry.path().filename().string(), entry.path()});
  }
  std::sort(states.begin(), states.end(),
            [](const TrainingState& a, const TrainingState& b) { return naturallyBefore(a.name, b.name); });
  return states;
}

std::vector<ModelLocation> builtInTrainings() {
  std::vector<ModelLocation> places;
  for (const ModelLocation& step : builtInSteps()) {
    const std::filesystem::path folder = step.folder.parent_path();
    if (places.empty() || places.back().folder != folder) places.push_back({folder.filename().string(), folder});
  }
  return places;
}

std::filesystem::path findTraining(const std::string& nameOrFolder) {
  if (std::filesystem::path(nameOrFolder).has_parent_path()) return nameOrFolder;
  for (const ModelLocation& place : builtInTrainings())
    if (place.name == nameOrFolder) return place.folder;
  return nameOrFolder;
}

}  // namespace headlight
