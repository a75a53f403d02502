#include "ui/workspace/recent_models.h"

#include <QDir>
#include <QSettings>

namespace headlight {
namespace {

constexpr int kMost = 10;
QString key() { return QStringLiteral("recentModels"); }

}  // namespace

QStringList recentModels() {
  QStringList folders = QSettings().value(key()).toStringList();
  folders.removeIf([](const QString& folder) { return !QDir(folder).exists(); });
  return folders;
}

void noteRecentModel(const std::filesystem::path& folder) {
  const QString path = QString::fromStdString(std::filesystem::absolute(folder).lexically_normal().string());
  QSettings settings;
  QStringList folders = settings.value(key()).toStringList();
  folders.removeAll(path);
  folders.prepend(path);
  settings.setValue(key(), QStringList(folders.mid(0, kMost)));
}

void forgetRecentModels() { QSettings().remove(key()); }

}  // namespace headlight
