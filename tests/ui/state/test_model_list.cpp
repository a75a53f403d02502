#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "core/model/model_locations.h"
#include "tests/support/suite.h"
#include "ui/state/model_list.h"
#include "ui/state/recent_files.h"

using namespace headlight;
namespace fs = std::filesystem;

class TestModelList : public QObject {
  Q_OBJECT

 private slots:
  void init() { QSettings().clear(); }
  void cleanup() { qunsetenv("HF_HUB_CACHE"); }

  void everyModelIsListedOnce() {
    QTemporaryDir empty;
    qputenv("HF_HUB_CACHE", empty.path().toUtf8());
    const std::vector<ModelLocation> builtIn = builtInModels();
    noteRecent(RecentList::Models, builtIn.front().folder);  // It is in the list already.
    const std::vector<ModelChoice> choices = modelChoices();
    QCOMPARE(choices.size(), builtIn.size());
    for (std::size_t i = 0; i < builtIn.size(); ++i) {
      QCOMPARE(choices[i].name, QString::fromStdString(builtIn[i].name));
      QVERIFY(choices[i].memory.contains(QStringLiteral("fits")) || choices[i].memory.contains(QStringLiteral("of")));
    }
  }

  /// The path is told where names collide, and only there.
  void namesThatCollideHaveTheirPlace() {
    QTemporaryDir empty, folders;
    qputenv("HF_HUB_CACHE", empty.path().toUtf8());
    for (const char* place : {"one/mine", "two/mine", "two/other"}) {
      QVERIFY(QDir(folders.path()).mkpath(place));
      noteRecent(RecentList::Models, fs::path(folders.path().toStdString()) / place);
    }
    int mine = 0;
    for (const ModelChoice& each : modelChoices()) {
      if (each.name.startsWith(QStringLiteral("mine"))) {
        ++mine;
        QVERIFY2(each.name.contains(folders.path()), qPrintable(each.name));
      }
      if (each.name.startsWith(QStringLiteral("other"))) QCOMPARE(each.name, QStringLiteral("other"));
    }
    QCOMPARE(mine, 2);
  }

  void memoryIsComparedWithWhatThereIs() {
    const fs::path gpt = findModel("gpt");
    QVERIFY(memoryNote(gpt, 64e9, 32e9).endsWith(QStringLiteral("fits")));
    QVERIFY(memoryNote(gpt, 64e9, 1000).contains(QStringLiteral(" of ")));
    QVERIFY(memoryNote(gpt, 1000, 1000).contains(QStringLiteral("this computer has")));
    QVERIFY(memoryNote("/nowhere", 64e9, 32e9).isEmpty());
  }
};

HEADLIGHT_TEST(TestModelList)
#include "test_model_list.moc"
