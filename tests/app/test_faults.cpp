#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/suite.h"

namespace {

struct Outcome {
  bool crashed = false;
  int code = -1;
  QString out, err;
};

/// Runs the program in `folder` through a shell line in which $H is the program, with these variables on top of next to
/// nothing.
Outcome run(const QString& line, const QString& folder, const QStringList& variables = {}) {
  QProcess shell;
  QStringList environment = {"PATH=/usr/bin:/bin",        "LANG=C.UTF-8",   "QT_QPA_PLATFORM=offscreen",
                             "XDG_RUNTIME_DIR=" + folder, "HOME=" + folder, "H=" + QStringLiteral(HEADLIGHT_PROGRAM)};
  for (const QString& variable : variables) {
    const QString name = variable.section('=', 0, 0) + '=';
    environment.removeIf([&](const QString& each) { return each.startsWith(name); });
    if (!variable.endsWith("=-")) environment << variable;
  }
  shell.setEnvironment(environment);
  shell.setWorkingDirectory(folder);
  shell.start("/bin/sh", {"-c", "exec 2>&1; " + line});
  Outcome outcome;
  if (!shell.waitForFinished(120000)) qFatal("no end: %s", qPrintable(line));
  outcome.code = shell.exitCode();
  // A shell tells a signal of its child by a number from 128 on.
  outcome.crashed = shell.exitStatus() != QProcess::NormalExit || outcome.code >= 128;
  outcome.out = QString::fromUtf8(shell.readAll());
  return outcome;
}

constexpr const char* kFigure = "\"$H\" figure --text 'The cat sat.' -o ";

}  // namespace

/// What goes wrong around the program is said in one line; nothing ends it by a signal, and no file is half written.
class TestFaults : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

 private slots:
  void outOfMemory_data() {
    QTest::addColumn<int>("megabytes");
    for (const int megabytes : {150, 250, 350, 500, 800, 2000})
      QTest::newRow(qPrintable(QString::number(megabytes))) << megabytes;
  }
  void outOfMemory() {
    QFETCH(int, megabytes);
    const QString file = QStringLiteral("m%1.npz").arg(megabytes);
    // Long enough that the run needs memory of its own, and the file is written when it has been had.
    const Outcome outcome =
        run(QStringLiteral(
                "ulimit -c 0; ulimit -v %1; exec \"$H\" attention --text \"$(head -c 3000 /dev/zero | tr '\\0' a)\" "
                "--layer 0 --head 0 -o %2")
                .arg(megabytes * 1024)
                .arg(file),
            m_folder.path());
    // The system's own loader may have no room for the libraries; that is not ours.
    if (outcome.out.contains("shared librar") || outcome.out.contains("failed to map segment"))
      QSKIP("the libraries alone do not fit");
    if (outcome.out.contains("AddressSanitizer failed to allocate")) QSKIP("a sanitizer's own memory does not fit");
    QVERIFY2(!outcome.crashed, qPrintable(outcome.out));
    const bool there = QFile::exists(m_folder.filePath(file));
    QCOMPARE(there, outcome.code == 0);
    if (outcome.code != 0) QVERIFY2(outcome.out.contains("out of memory"), qPrintable(outcome.out));
  }

  void aFullDiskAndAPlaceThatCannotBeWritten() {
    for (const char* place : {"/dev/full", "/proc/a.png", "/nowhere/a.png"}) {
      const Outcome outcome =
          run(QStringLiteral("exec \"$H\" attention --text a --format json -o ") + place, m_folder.path());
      QCOMPARE(outcome.code, 1);
      QVERIFY2(outcome.out.startsWith("headlight: cannot write '") && outcome.out.count('\n') == 1,
               qPrintable(outcome.out));
    }
  }

  void withoutAHome() {
    const Outcome models = run("exec \"$H\" models", m_folder.path(), {"HOME=-"});
    QCOMPARE(models.code, 0);
    QVERIFY(models.out.contains("gpt"));
    QCOMPARE(run("exec \"$H\" --screenshot home.png", m_folder.path(), {"HOME=-"}).code, 0);
    QCOMPARE(run("exec \"$H\" --screenshot nowhere.png", m_folder.path(), {"HOME=/nowhere"}).code, 0);
  }

  void nothingToRead() {
    QFile session(m_folder.filePath("empty.headlight"));
    QVERIFY(session.open(QIODevice::WriteOnly));
    session.write(R"({"headlight-session": 5, "program": "", "model": {"name": "gpt", "folder": "", "fingerprint": ""},
                      "text": "", "changes": [], "shows changes": true, "head": {"layer": 0, "head": 0},
                      "atlas": {"filter": ""},
                      "panels": [{"kind": "heatmap", "source": {"model": 1, "text": "A", "changed": false},
                                  "scale": "square root", "sinks apart": true, "threshold": 0, "whole layer": false,
                                  "direction": "gives", "flow": "mean", "lenses": [], "linked": true}]})");
    session.close();
    const Outcome outcome = run("exec timeout 60 \"$H\" --screenshot empty.png empty.headlight", m_folder.path());
    QVERIFY2(outcome.code == 0 && QFile::exists(m_folder.filePath("empty.png")), qPrintable(outcome.out));
  }

  // A picture of another size than asked for would not be what was asked for.
  void aWindowThatNeedsMoreRoom() {
    const Outcome outcome = run("exec \"$H\" --screenshot small.png --size 300x200", m_folder.path());
    QCOMPARE(outcome.code, 1);
    QVERIFY2(
        outcome.out.startsWith("headlight: --size: expected at least ") && outcome.out.endsWith("found '300x200'\n"),
        qPrintable(outcome.out));
    QVERIFY(!QFile::exists(m_folder.filePath("small.png")));
  }

  void withoutFonts() {
    QFile config(m_folder.filePath("none.conf"));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>");
    config.close();
    for (const char* suffix : {"png", "svg", "pdf", "pptx"}) {
      const Outcome outcome = run(QString("exec ") + kFigure + "f." + suffix, m_folder.path(),
                                  {"FONTCONFIG_FILE=" + m_folder.filePath("none.conf")});
      QVERIFY2(!outcome.crashed && outcome.code == 0, qPrintable(outcome.out));
    }
  }

  void inALocaleWithADecimalComma() {
    // Made here where the system has the sources of locales, used in place where it is installed.
    const QString made = m_folder.filePath("locales");
    QDir().mkpath(made);
    QProcess::execute("/bin/sh", {"-c", "localedef -i de_DE -f UTF-8 " + made + "/de_DE.UTF-8 2>/dev/null"});
    const Outcome probe =
        run("exec /usr/bin/printf '%.1f' 1,5 2>/dev/null", m_folder.path(), {"LC_ALL=de_DE.UTF-8", "LOCPATH=" + made});
    if (probe.out != "1,5") QSKIP("SKIPPED: there is no locale with a decimal comma and nothing to make one from");
    QByteArray files[2];
    const QStringList places[2] = {{}, {"LC_ALL=de_DE.UTF-8", "LOCPATH=" + made}};
    for (int comma = 0; comma < 2; ++comma) {
      for (const char* name : {"l.svg", "l.pdf", "l.csv"}) {
        const QString line =
            QString(name).endsWith("csv")
                ? "exec \"$H\" heads --text 'The cat sat.' --no-probe -o l.csv"
                : QString("exec ") + kFigure + name + " --view links --threshold 0.25 --intervene 'temperature 0.5'";
        const Outcome outcome = run(line, m_folder.path(), places[comma]);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.out));
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        files[comma] += file.readAll();
      }
    }
    QVERIFY2(files[0] == files[1], "a locale changed what is written");
  }

  void inAFolderThatIsGone() {
    const QString gone = m_folder.filePath("gone");
    QDir().mkpath(gone);
    const Outcome outcome = run("cd gone && rmdir ../gone && exec \"$H\" figure --text a -o a.png", m_folder.path());
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.out.contains("cannot write 'a.png'"), qPrintable(outcome.out));
  }

  void theScreenGoesAway() {
    if (!QFile::exists("/usr/bin/Xvfb")) QSKIP("SKIPPED: no Xvfb to take away");
    const Outcome outcome =
        run("Xvfb -displayfd 5 -screen 0 800x600x24 5>screen >/dev/null 2>&1 & server=$!; "
            "for i in $(seq 200); do [ -s screen ] && break; sleep 0.1; done; "
            "DISPLAY=:$(cat screen) \"$H\" a & window=$!; "
            "sleep 4; kill -9 $server; wait $window; echo ended $?",
            m_folder.path(), {"QT_QPA_PLATFORM=xcb"});
    QVERIFY2(outcome.out.contains("ended 1"), qPrintable(outcome.out));
  }
};

HEADLIGHT_TEST(TestFaults)
#include "test_faults.moc"
