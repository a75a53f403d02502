#include "ui/panels/export/model_search.h"

#include <vector>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/stored_attention.h"
#include "core/model/model_locations.h"
#include "ui/state/recent_files.h"
#include "ui/words.h"

namespace headlight {

namespace fs = std::filesystem;

namespace {

bool isModel(const fs::path& place) { return isFolder(place) || isFile(storedPlace(place).file); }

}  // namespace

std::optional<fs::path> findSessionModel(const fs::path& folder, const std::string& name,
                                         const std::string& fingerprint, const fs::path& source) {
  if (!folder.empty() && isModel(folder)) return folder;
  std::vector<fs::path> places;
  try {
    places.push_back(findModel(name));
  } catch (const Error&) {
    // There is none of that name.
  }
  for (const QString& path : recent(RecentList::Models)) places.emplace_back(path.toStdString());
  if (!name.empty() && fs::path(name).is_relative()) places.push_back(source.parent_path() / name);
  for (const fs::path& place : places) {
    if (!isModel(place)) continue;
    const bool same = fingerprint.empty() ? place.filename() == fs::path(name).filename()
                                          : modelFingerprint(place) == fingerprint;
    if (same) return place;
  }
  return {};
}

Session withModelsFound(Session session, const fs::path& source) {
  const auto find = [&](fs::path& folder, const std::string& name, const std::string& fingerprint) {
    const auto found = findSessionModel(folder, name, fingerprint, source);
    if (!found)
      throw Error(Words::tr("session: model “%1” not found")
                      .arg(QString::fromStdString(name))
                      .toStdString());
    folder = *found;
  };
  find(session.state.model, session.modelName, session.fingerprint);
  if (session.state.otherModel)
    find(*session.state.otherModel, session.otherModelName, session.otherFingerprint);
  return session;
}

}  // namespace headlight
