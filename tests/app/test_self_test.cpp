#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/version.h"
#include "tests/support/command_run.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::Outcome;
using headlight::test::run;

/// What is said is there, and what is broken is said.
class TestSelfTest : public QObject {
  Q_OBJECT
 private slots:
  void everythingIsNamed() {
    const Outcome outcome = run({"--self-test"});
    const QString said = QString::fromStdString(outcome.out);
    QCOMPARE(said.count('\n'), 1);
    for (const char* words : {"Headlight ", kVersion, "processor: ", "Qt ", "font", "windows by ", "offscreen",
                              "gpt in ", "bert in ", "captioner in ", "sentiment in ", "translator in "})
      QVERIFY2(said.contains(QLatin1String(words)), qPrintable(QString(words) + ": " + said));
    // Which plug-ins open windows is the machine's.
    QCOMPARE(outcome.code == 0, said.contains("Everything works."));
    if (outcome.code != 0) QVERIFY2(said.contains("Wrong: no plug-in of Qt opens a window on a display."), qPrintable(said));
    QVERIFY(!said.contains(QString::fromLocal8Bit(qgetenv("HOME")) + '/'));
  }

  void aBrokenModelIsNamed() {
    QTemporaryDir folder;
    const QString source = QStringLiteral(HEADLIGHT_SOURCE_DIR "/resources/");
    QVERIFY(QDir(folder.path()).mkpath("models/bert"));
    QVERIFY(QFile::link(source + "models/gpt", folder.filePath("models/gpt")));
    QVERIFY(QFile::copy(source + "models/bert/config.json", folder.filePath("models/bert/config.json")));
    const QByteArray before = qgetenv("HEADLIGHT_RESOURCES");
    qputenv("HEADLIGHT_RESOURCES", folder.path().toUtf8());
    const Outcome outcome = run({"--self-test"});
    if (before.isEmpty())
      qunsetenv("HEADLIGHT_RESOURCES");
    else
      qputenv("HEADLIGHT_RESOURCES", before);
    const QString said = QString::fromStdString(outcome.out);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(said.contains("gpt in "), qPrintable(said));
    QVERIFY2(said.contains("Wrong: ") && said.contains("model bert: "), qPrintable(said));
  }
};

HEADLIGHT_TEST(TestSelfTest)
#include "test_self_test.moc"
