#include "ui/state/model_list.h"

#include <unistd.h>

#include <QFileInfo>
#include <algorithm>
#include <map>

#include "core/base/bytes_text.h"
#include "core/base/error.h"
#include "core/base/scratch_memory.h"
#include "core/checkpoint/gguf/gguf_file.h"
#include "core/model/model_folder.h"
#include "core/model/model_locations.h"
#include "core/model/model_source.h"
#include "core/model/places/gguf_places.h"
#include "ui/state/recent_files.h"
#include "ui/words.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

QString bytesAsText(double bytes) { return QString::fromStdString(bytesText(bytes)); }

bool hasSafetensors(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored))
    if (entry.path().extension() == ".safetensors") return true;
  return false;
}

/// Bytes in memory of the model in `folder`; 0 where that is not known. A menu opens often and models do not change.
double residentBytes(const fs::path& folder) {
  static std::map<fs::path, double> known;
  const auto found = known.find(folder);
  if (found != known.end()) return found->second;
  double bytes = 0;
  try {
    // Other files would have to be read whole.
    if (isGguf(folder))
      bytes = static_cast<double>(fs::file_size(folder));
    else if (hasSafetensors(folder))
      bytes = static_cast<double>(estimateMemory(modelSourceAt(folder)).residentBytes);
  } catch (const Error&) {
    // Opening it says what is wrong.
  }
  return known[folder] = bytes;
}

}  // namespace

QString memoryNote(const fs::path& path, double installed, double free) {
  const double needed = residentBytes(path);
  if (needed == 0) return {};
  if (needed > installed)
    return Words::tr("needs %1, this computer has %2").arg(bytesAsText(needed), bytesAsText(installed));
  if (needed > free) return Words::tr("needs %1 of %2 free").arg(bytesAsText(needed), bytesAsText(free));
  return Words::tr("%1, fits").arg(bytesAsText(needed));
}

std::vector<ModelChoice> modelChoices() {
  std::vector<ModelChoice> choices;
  const auto add = [&](const QString& name, const fs::path& path, ModelChoice::From from) {
    std::error_code ignored;
    const fs::path place = fs::weakly_canonical(path, ignored);
    const auto same = [&](const ModelChoice& each) { return fs::weakly_canonical(each.path, ignored) == place; };
    if (std::none_of(choices.begin(), choices.end(), same)) choices.push_back({name, {}, path, from, {}});
  };
  try {
    for (const ModelLocation& model : builtInModels())
      add(QString::fromStdString(model.name), model.folder, ModelChoice::From::BuiltIn);
  } catch (const Error&) {
    // The menu says why there are none.
  }
  const std::vector<ModelLocation> cached = cachedModels();
  for (const QString& path : recent(RecentList::Models)) {
    // A folder of the cache is named after its revision: the cache knows the model's name.
    const auto named = std::find_if(cached.begin(), cached.end(),
                                    [&](const ModelLocation& each) { return each.folder == path.toStdString(); });
    add(named == cached.end() ? QFileInfo(path).fileName() : QString::fromStdString(named->name), path.toStdString(),
        ModelChoice::From::Recent);
  }
  for (const ModelLocation& model : cached)
    add(QString::fromStdString(model.name), model.folder, ModelChoice::From::Found);
  std::vector<ModelChoice> refused;
  for (const GgufPlace& place : ggufPlaces()) {
    const QString name =
        QStringLiteral("%1, %2").arg(QString::fromStdString(place.name), QString::fromStdString(place.program));
    if (place.reason.empty())
      add(name, place.file, ModelChoice::From::Found);
    else
      refused.push_back({name, {}, place.file, ModelChoice::From::Found, QString::fromStdString(place.reason)});
  }
  choices.insert(choices.end(), refused.begin(), refused.end());
  std::map<QString, int> names;
  for (const ModelChoice& each : choices) ++names[each.name];
  const double installed = static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
  const auto free = static_cast<double>(availableMemory());
  for (ModelChoice& each : choices) {
    if (names[each.name] > 1)
      each.name = QStringLiteral("%1   %2").arg(each.name, QString::fromStdString(each.path.string()));
    if (each.reason.isEmpty()) each.memory = memoryNote(each.path, installed, free);
  }
  return choices;
}

std::vector<ModelChoice> openableModels() {
  std::vector<ModelChoice> choices = modelChoices();
  std::erase_if(choices, [](const ModelChoice& each) { return !each.reason.isEmpty(); });
  return choices;
}

}  // namespace headlight
