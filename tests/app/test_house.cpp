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
     {"base", "text", "chat", "checkpoint", "ops", "attention", "image", "sound", "intervention", "io", "model",
      "generation", "reading", "analysis", "circuits", "gradients", "findings", "corpus"}},
    {"ui",
     {"", "images", "figures", "export", "widgets", "views", "state", "dialogs", "reading", "panels", "panes",
      "windows", "charts", "walkthrough", "help", "window"}},
    {"app", {}}};
const QStringList kParts = {"core", "ui", "app"};
/// The rooms within core/text, in the same order; what lies beside them is what other parts use, and its helpers.
const QStringList kTextRooms = {"unicode", "regex", "models", "pipeline", "files", "classes"};
/// The most lines in a folder; figures have one for each kind, panes one for changes, state one for words.
constexpr qsizetype kMostLines = 3000;
/// Folders that are larger yet: a list of families, and rooms whose headers everybody includes.
const QStringList kLarger = {"core/analysis", "core/chat",  "core/checkpoint",
                             "core/io",       "core/model", "core/model/families"};

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
  void whatTheGuidesNameIsThere();

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
        const QString from = file.section('/', 2, 2), to = include.captured(1).section('/', 2, 2);
        const bool upInText = file.startsWith("core/text/") && include.captured(1).startsWith("core/text/") &&
                              kTextRooms.contains(from) && kTextRooms.indexOf(to) > kTextRooms.indexOf(from);
        if (upwards || upInText) wrong << file + " includes " + include.captured(1);
      }
    }
  QVERIFY(includes > 1000);
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TestHouse::roomsStaySmall() {
  QMap<QString, qsizetype> lines;
  for (const QString& part : kParts)
    for (const QString& file : sources(part)) lines[file.section('/', 0, -2)] += read(file).count('\n');
  QVERIFY(lines.size() > 50);
  for (auto room = lines.begin(); room != lines.end(); ++room)
    QVERIFY2((room.value() <= kMostLines) != kLarger.contains(room.key()),
             qPrintable(QString("%1 has %2 lines").arg(room.key()).arg(room.value())));
}

// A value that is read elsewhere is read unchecked.
void TestHouse::oneFileKnowsWhereSettingsAreKept() {
  QStringList users;
  for (const QString& part : kParts)
    for (const QString& file : sources(part))
      if (read(file).contains("QSettings")) users << file;
  QCOMPARE(users, QStringList{"ui/state/settings.cpp"});
}

// A file that was moved or renamed is so in the descriptions, too. A path there begins anywhere in the part that the
// description is of, or at the root, and may leave out the ending.
void TestHouse::whatTheGuidesNameIsThere() {
  static const QRegularExpression kPath("`([a-z0-9_/]*[a-z0-9_]/?)(\\.h|\\.cpp|\\.qss|\\.html)?`");
  for (const QString& part : {QString("core"), QString("ui")}) {
    QSet<QString> there;
    for (const QString& root : kParts + QStringList{"tests", "resources"}) {
      QDirIterator all(m_root.filePath(root), QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
      while (all.hasNext()) {
        const QString path = m_root.relativeFilePath(all.next());
        there << path << path.section('.', 0, 0);
        for (qsizetype at = path.indexOf('/'); root == part && at >= 0; at = path.indexOf('/', at + 1))
          there << path.mid(at + 1) << path.mid(at + 1).section('.', 0, 0);
      }
    }
    int named = 0;
    QStringList missing;
    for (auto found = kPath.globalMatch(QString::fromUtf8(read(part + "/README.md"))); found.hasNext();) {
      const QRegularExpressionMatch match = found.next();
      QString path = match.captured(1) + match.captured(2);
      if (!path.contains('/') && match.captured(2).isEmpty()) continue;
      if (path.endsWith('/')) path.chop(1);
      ++named;
      if (!there.contains(path)) missing << path;
    }
    QVERIFY2(named > 30, qPrintable(QString::number(named)));
    QVERIFY2(missing.isEmpty(), qPrintable(part + "/README.md: " + missing.join(", ")));
  }
}

HEADLIGHT_TEST(TestHouse)
#include "test_house.moc"
