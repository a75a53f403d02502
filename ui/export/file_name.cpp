#include "ui/export/file_name.h"

#include <QDir>
#include <QFileInfo>
#include <QStringList>

namespace headlight {
namespace {

/// Characters of the text in a name.
constexpr int kMostCharacters = 40;

}  // namespace

QString fileNameOf(const QString& text) {
  QString name;
  bool gap = false;
  for (const uint each : text.left(8 * kMostCharacters).toUcs4()) {
    const auto character = static_cast<char32_t>(each);
    const bool part = QChar::isLetterOrNumber(character) || QChar::isMark(character);
    if (!part) {
      gap = gap || QChar::isSpace(character) || !name.isEmpty();
      continue;
    }
    // A word that does not fit any more ends the name.
    if (gap && !name.isEmpty()) {
      if (name.size() >= kMostCharacters) break;
      name += QLatin1Char('-');
    }
    gap = false;
    if (name.size() >= 2 * kMostCharacters) break;
    name += QString::fromUcs4(&character, 1);
  }
  while (name.endsWith(QLatin1Char('-'))) name.chop(1);
  return name;
}

QString figureFileName(const Provenance& provenance, bool withText) {
  QStringList parts;
  QString about = withText && provenance.text ? fileNameOf(QString::fromStdString(*provenance.text)) : QString();
  if (about.isEmpty()) about = fileNameOf(QString::fromStdString(provenance.model));
  if (!about.isEmpty()) parts << about;
  parts << fileNameOf(QString::fromStdString(provenance.picture));
  if (provenance.head) parts << QStringLiteral("L%1H%2").arg(provenance.head->layer).arg(provenance.head->head);
  return parts.join(QLatin1Char('-'));
}

QString freePath(const QString& folder, const QString& name, const QString& suffix) {
  const QDir place(folder);
  QString path = place.filePath(name + QLatin1Char('.') + suffix);
  for (int i = 2; QFileInfo::exists(path); ++i)
    path = place.filePath(QStringLiteral("%1-%2.%3").arg(name).arg(i).arg(suffix));
  return path;
}

}  // namespace headlight
