#include <QScopeGuard>
#include <QSettings>
#include <QTest>

#include "tests/support/suite.h"
#include "ui/private_mode.h"
#include "ui/state/recent_files.h"
#include "ui/state/settings.h"

using namespace headlight;

namespace {

/// Settings no member of which is as it begins, but those that are never kept.
Settings allOthers() {
  Settings settings;
  settings.theme = ThemeChoice::Contrast;
  settings.textStep = 3;
  settings.reducesMotion = settings.showsSpaces = settings.showsSurprise = settings.welcomed = true;
  settings.tourSteps = 5;
  settings.hidesHeads = settings.hidesSide = true;
  settings.scale = ScaleKind::Log;
  settings.sinksApart = settings.keepsRecent = settings.keepsWork = false;
  settings.threads = 3;
  settings.gigabytes = 5;
  settings.keys = {{"guideAction", ""}, {"paletteAction", "Ctrl+="}};
  settings.language = "zh_CN";
  settings.lastSession = "/tmp/copy.headlight";
  settings.recentModels = {"/models/b", "/models/a, with a comma"};
  settings.recentSessions = {"/sessions/one.headlight"};
  settings.windowGeometry = QByteArray("\x01\x00\xff", 3);
  settings.windowColumns = "columns";
  settings.exportFolder = "/figures";
  settings.figures.kind = FileKind::Slides;
  settings.figures.size = {1234, 567};
  settings.figures.dpi = 299.5;
  settings.figures.slides = SlideFormat::Classic4x3;
  settings.figures.theme = Theme::Dark;
  settings.figures.colours = ColourMapId::Grey;
  settings.figures.family = "Noto Sans";
  settings.figures.points = 11;
  settings.figures.title = settings.figures.caption = settings.figures.text = false;
  settings.figures.values = settings.figures.transparent = true;
  settings.figures.legend = LegendPlace::None;
  return settings;
}

}  // namespace

class TestSettings : public QObject {
  Q_OBJECT
 private slots:
  void init() { QSettings().clear(); }
  void cleanupTestCase() { QSettings().clear(); }

  void everythingIsRemembered() {
    QVERIFY(loadSettings() == Settings());
    const Settings others = allOthers();
    changeSettings([&](Settings& settings) { settings = others; });
    QVERIFY(loadSettings() == others);
    changeSettings([](Settings& settings) { settings = Settings(); });
    QVERIFY(loadSettings() == Settings());
  }

  void whatIsOfOneFigureIsNotKept() {
    changeSettings([](Settings& settings) {
      settings.figures.ownTitle = "Mine";
      settings.figures.whole = true;
    });
    QVERIFY(loadSettings() == Settings());
  }

  void onlyWhatChangesIsWritten() {
    changeSettings([](Settings& settings) { settings.showsSpaces = true; });
    QCOMPARE(QSettings().allKeys(), QStringList{"showSpaces"});
    // Another window's choice is not undone by this one's.
    QSettings().setValue("theme", 2);
    changeSettings([](Settings& settings) { settings.showsSpaces = false; });
    QCOMPARE(loadSettings().theme, ThemeChoice::Dark);
  }

  void valuesThatMeanNothingAreAsIfNeverSet_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    auto row = [rows = 0](const char* key, const QVariant& value) mutable {
      QTest::addRow("%d: %s = %s", ++rows, key, qPrintable(value.toString())) << QString(key) << value;
    };
    for (const char* key : {"theme", "panels/scale", "export/kind", "export/legend", "export/colours"})
      for (const QVariant& value : {QVariant(-1), QVariant(99), QVariant("blue"), QVariant(QStringList{"1", "2"})})
        row(key, value);
    for (const char* key : {"textStep", "tourSteps", "threads", "gigabytes", "export/dpi", "export/points"})
      for (const QVariant& value : {QVariant(-1e9), QVariant(1e9), QVariant("nan"), QVariant("inf"), QVariant("large")})
        row(key, value);
    for (const char* key : {"reduceMotion", "showSpaces", "showSurprise", "welcomed", "panels/sinksApart", "keepWork",
                            "export/title", "export/text", "export/values", "export/dark", "export/classicSlides"})
      for (const QVariant& value : {QVariant("banana"), QVariant(7), QVariant(QByteArray("\xff\x00", 2))})
        row(key, value);
    for (const QVariant& value : {QVariant("de; rm"), QVariant("klingon"), QVariant(3)}) row("language", value);
    row("export/size", QSize(1, 1));
    row("export/size", QSize(1 << 30, 1 << 30));
    row("export/size", QSize(-800, 600));
    row("export/size", "800x600");
    row("recentModels", "");
    row("keys", "nonsense");
    row("keys", QStringList{"=Ctrl+A", "guideAction=NoSuchKey"});
  }
  void valuesThatMeanNothingAreAsIfNeverSet() {
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    QSettings().setValue(key, value);
    QVERIFY(loadSettings() == Settings());
  }

  void listsStayShort() {
    changeSettings([](Settings& settings) {
      for (int i = 0; i < 2 * kMostRecent; ++i) settings.recentSessions << QString("/%1").arg(i);
    });
    QCOMPARE(loadSettings().recentSessions.size(), kMostRecent);
    QCOMPARE(loadSettings().recentSessions.first(), QString("/0"));
  }

  void aPrivateRunWritesNothingOfWhatWasWorkedOn() {
    privateMode() = true;
    const auto leave = qScopeGuard([] { privateMode() = false; });
    changeSettings([](Settings& settings) { settings = allOthers(); });
    Settings kept = allOthers();
    kept.welcomed = false;
    kept.lastSession.clear();
    kept.recentModels.clear();
    kept.recentSessions.clear();
    kept.windowGeometry.clear();
    kept.windowColumns.clear();
    kept.exportFolder.clear();
    QVERIFY(loadSettings() == kept);
    for (const QString& key : QSettings().allKeys())
      QVERIFY2(!QSettings().value(key).toString().contains('/'), qPrintable(key));
  }

  void aPrivateRunCanForget() {
    noteRecent(RecentList::Models, "/");
    privateMode() = true;
    const auto leave = qScopeGuard([] { privateMode() = false; });
    QCOMPARE(recent(RecentList::Models), QStringList{"/"});
    forgetRecent(RecentList::Models);
    QVERIFY(recent(RecentList::Models).isEmpty());
  }
};

HEADLIGHT_TEST(TestSettings)
#include "test_settings.moc"
