#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include "tests/support/suite.h"

namespace {

/// The rooms of a part, those that others may include first; a room includes itself and what is above it.
const QMap<QString, QStringList> kRooms = {
    {"core",
     {"base", "text", "chat", "checkpoint", "ops", "attention", "image", "intervention", "io", "model", "generation",
      "reading", "analysis"}},
    {"ui",
     {"", "images", "figures", "export", "widgets", "views", "state", "dialogs", "reading", "panels", "panes",
      "windows", "charts", "walkthrough", "help", "window"}},
    {"app", {}}};
const QStringList kParts = {"core", "ui", "app"};
/// The most lines in a folder of ui; figures have one for each kind, panes one for changes, state one for words.
constexpr qsizetype kMostLines = 3000;

QString roomOf(const QString& path) {
  const QStringList parts = path.split('/');
  return parts.size() > 2 ? parts[1] : QString();
}

}  // namespace

/// The folder list is the architecture: includes point one way, and no room of the window grows into a tower.
class TestHouse : public QObject {
  Q_OBJECT
 private slots:
  void includesPointOneWay();
  void roomsStaySmall();
  void oneFileKnowsWhereSettingsAreKept();

 private:
  QStringList sources(const QString& part) const {
    QStringList files;
    QDirIterator all(m_root.filePath(part), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) files << m_root.relativeFilePath(all.next());
    return files;
  }
  QByteArray read(const QString& file) const {
    QFile source(m_root.filePath(file));
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
  }
  const QDir m_root{HEADLIGHT_SOURCE_DIR};
};

void TestHouse::includesPointOneWay() {
  static const QRegularExpression kInclude("^#include \"((core|ui|app)/[^\"]+)\"", QRegularExpression::MultilineOption);
  QStringList wrong;
  int includes = 0;
  for (const QString& part : kParts)
    for (const QString& file : sources(part)) {
      const qsizetype room = kRooms[part].indexOf(roomOf(file));
      if (room < 0 && !kRooms[part].isEmpty()) wrong << file + ": in a room that this test does not list";
      for (auto found = kInclude.globalMatch(QString::fromUtf8(read(file))); found.hasNext();) {
        const QRegularExpressionMatch include = found.next();
        ++includes;
        const QString other = include.captured(2);
        const bool upwards = other == part ? kRooms[part].indexOf(roomOf(include.captured(1))) > room
                                           : kParts.indexOf(other) > kParts.indexOf(part);
        if (upwards) wrong << file + " includes " + include.captured(1);
      }
    }
  QVERIFY(includes > 1000);
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TestHouse::roomsStaySmall() {
  QMap<QString, qsizetype> lines;
  for (const QString& file : sources("ui")) lines[file.section('/', 0, -2)] += read(file).count('\n');
  QVERIFY(lines.size() > 15);
  for (auto room = lines.begin(); room != lines.end(); ++room)
    QVERIFY2(room.value() <= kMostLines, qPrintable(QString("%1 has %2 lines").arg(room.key()).arg(room.value())));
}

// A value that is read elsewhere is read unchecked.
void TestHouse::oneFileKnowsWhereSettingsAreKept() {
  QStringList users;
  for (const QString& part : kParts)
    for (const QString& file : sources(part))
      if (read(file).contains("QSettings")) users << file;
  QCOMPARE(users, QStringList{"ui/state/settings.cpp"});
}

HEADLIGHT_TEST(TestHouse)
#include "test_house.moc"
