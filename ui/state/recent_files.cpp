#include "ui/state/recent_files.h"

#include <QFileInfo>

#include "core/base/files.h"
#include "ui/state/settings.h"

namespace headlight {
namespace {

QStringList& listOf(RecentList list, Settings& settings) {
  return list == RecentList::Models ? settings.recentModels : settings.recentSessions;
}

}  // namespace

QStringList recent(RecentList list) {
  Settings settings = loadSettings();
  QStringList& paths = listOf(list, settings);
  paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
  return paths;
}

void noteRecent(RecentList list, const std::filesystem::path& path) {
  changeSettings([&](Settings& settings) {
    if (!settings.keepsRecent) return;
    const QString text = QString::fromStdString(absolutePath(path).string());
    listOf(list, settings).removeAll(text);
    listOf(list, settings).prepend(text);
  });
}

void forgetRecent(RecentList list) {
  changeSettings([list](Settings& settings) { listOf(list, settings).clear(); });
}

}  // namespace headlight
