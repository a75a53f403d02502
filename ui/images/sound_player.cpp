#include "ui/images/sound_player.h"

#include <QDesktopServices>
#include <QFile>
#include <QTemporaryDir>
#include <QUrl>
#include <algorithm>

#include "core/sound/wav.h"

namespace headlight {

bool playFrom(const Sound& sound, double second) {
  static const QTemporaryDir folder;
  const double first = std::max(0.0, second) * sound.rate;
  if (!folder.isValid() || !(first < static_cast<double>(sound.samples.size()))) return false;
  const Sound rest{sound.rate, {sound.samples.begin() + static_cast<std::ptrdiff_t>(first), sound.samples.end()}, 1};
  const std::string bytes = wavOf(rest);
  // A player may still have the one before.
  static int number = 0;
  QFile file(folder.filePath(QStringLiteral("%1.wav").arg(++number)));
  const auto size = static_cast<qint64>(bytes.size());
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), size) != size) return false;
  file.close();
  return QDesktopServices::openUrl(QUrl::fromLocalFile(file.fileName()));
}

}  // namespace headlight
