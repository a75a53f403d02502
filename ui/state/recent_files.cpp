#include "ui/state/recent_files.h"

#include <QFileInfo>
#include <QSettings>

#include "core/base/files.h"
#include "ui/private_mode.h"

namespace headlight {
namespace {

constexpr int kMostRecent = 10;

QString keyOf(RecentList list) {
  return list == RecentList::Models ? QStringLiteral("recentModels") : QStringLiteral("recentSessions");
}

}  // namespace

QStringList recent(RecentList list) {
  QStringList paths = QSettings().value(keyOf(list)).toStringList();
  paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
  return paths;
}

void noteRecent(RecentList list, const std::filesystem::path& path) {
  if (privateMode()) return;
  const QString text = QString::fromStdString(absolutePath(path).string());
  QSettings settings;
  QStringList paths = settings.value(keyOf(list)).toStringList();
  paths.removeAll(text);
  paths.prepend(text);
  settings.setValue(keyOf(list), QStringList(paths.mid(0, kMostRecent)));
}

void forgetRecent(RecentList list) { QSettings().remove(keyOf(list)); }

}  // namespace headlight
