#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "tests/support/suite.h"

/// app/build in a folder of its own, with stand-ins for the programs that it calls, which write down what they are
/// asked.
class TestBuildScript : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;

  QString path(const QString& name) const { return m_folder->filePath(name); }

  void write(const QString& name, const QByteArray& text) {
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  }
  void standIn(const QString& program, const QByteArray& body) {
    write("bin/" + program, "#!/bin/bash\n" + body + '\n');
  }

  static QByteArray read(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  struct Outcome {
    int code = -1;
    QString said, asked;
  };
  Outcome build() {
    QProcess process;
    QProcessEnvironment environment;
    environment.insert("PATH", path("bin"));
    environment.insert("ASKED", path("asked"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start("/bin/bash", {path("app/build"), "release", "headlight"});
    Outcome outcome;
    if (!process.waitForFinished(60'000)) return outcome;
    outcome.code = process.exitCode();
    outcome.said = QString::fromUtf8(process.readAll());
    outcome.asked = QString::fromUtf8(read(path("asked")));
    return outcome;
  }

  /// The names in the script's list, all installed, but for those left out.
  QByteArray installed(const QStringList& without) {
    const QString script = QString::fromUtf8(read(path("app/build")));
    QByteArray state;
    for (const QString& name : script.section("packages=(", 1, 1).section(')', 0, 0).split(QRegularExpression("\\s+")))
      if (!name.isEmpty() && !without.contains(name)) state += "installed\t" + name.toUtf8() + ", \n";
    return state;
  }

 private slots:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char* name : {"app", "bin", "build"}) QDir(m_folder->path()).mkdir(name);
    const QString root = QStringLiteral(HEADLIGHT_SOURCE_DIR);
    write("app/build", read(root + "/app/build").replace("/etc/os-release", path("os-release").toUtf8()));
    write("README.md", read(root + "/README.md"));
    write("os-release", "PRETTY_NAME=\"Fedora Linux 42 (Workstation Edition)\"\n");
    for (const char* program : {"bash", "sed", "grep", "tr", "dirname", "cat", "mv", "uname", "env"})
      QFile::link(QStandardPaths::findExecutable(program), path(QStringLiteral("bin/") + program));
    for (const char* program : {"c++", "ccache", "pkg-config"}) standIn(program, "");
    standIn("cmake", "mkdir -p build/release && echo cmake \"$@\" >>\"$ASKED\"");
    QFile::link(QStandardPaths::findExecutable("mkdir"), path("bin/mkdir"));
    standIn("ninja", "echo ninja \"$@\" >>\"$ASKED\"");
    standIn("id", "echo 0");
    standIn("apt-get", "echo apt-get \"$@\" >>\"$ASKED\"");
    standIn("dpkg-query", "cat \"${0%/*}/../state\"");
  }

  void installsNothingWhereAllIsThere() {
    // Debian 13 has libqt6opengl6-dev as a name of another package only.
    write("state", installed({"libqt6opengl6-dev", "qt6-base-dev"}) +
                       "installed\tqt6-base-dev, libqt6opengl6-dev (= 6.8.2+dfsg-9), other-name\n");
    const Outcome outcome = build();
    QVERIFY2(outcome.code == 0, qPrintable(outcome.said));
    QVERIFY2(!outcome.asked.contains("apt-get"), qPrintable(outcome.asked));
    QCOMPARE(outcome.asked.count("cmake --preset release"), 1);
    QCOMPARE(outcome.asked.count("ninja -C build/release headlight"), 1);
  }

  void installsOnlyWhatIsMissing() {
    write("state", installed({"libzip-dev", "ninja-build"}) + "config-files\tlibzip-dev, \n");
    const Outcome outcome = build();
    QVERIFY2(outcome.code == 0, qPrintable(outcome.said));
    QVERIFY2(outcome.asked.contains("apt-get install -y -qq --no-install-recommends ninja-build libzip-dev\n"),
             qPrintable(outcome.asked));
  }

  void saysWhatRootMustInstall() {
    write("state", installed({"libzip-dev"}));
    standIn("id", "echo 1000");
    const Outcome outcome = build();
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.said.contains("apt-get install libzip-dev\n"), qPrintable(outcome.said));
    QVERIFY(outcome.asked.isEmpty());
  }

  void saysWhatAptDoesNotHave() {
    write("state", installed({"libcli11-dev"}));
    write("os-release", "PRETTY_NAME=\"Old Debian\"\n");
    standIn("apt-get", "[ \"$1\" = update ] || { echo \"E: Unable to locate package $5\" >&2; exit 100; }");
    const Outcome outcome = build();
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.said.contains("apt cannot install") &&
                 outcome.said.contains("tried on Debian 12 and 13; this is Old Debian"),
             qPrintable(outcome.said));
  }

  void saysTheNamesOfAnotherSystem_data() {
    QTest::addColumn<QByteArray>("system");
    QTest::addColumn<QString>("command");
    QTest::newRow("Fedora") << QByteArray("Fedora Linux 42") << "dnf install gcc-c++";
    QTest::newRow("Arch") << QByteArray("Arch Linux") << "pacman -S";
    QTest::newRow("openSUSE") << QByteArray("openSUSE Tumbleweed") << "zypper install";
    QTest::newRow("another") << QByteArray("Plan 9") << "\"Systems\"";
  }
  void saysTheNamesOfAnotherSystem() {
    QFETCH(QByteArray, system);
    QFETCH(QString, command);
    QFile::remove(path("bin/apt-get"));
    QFile::remove(path("bin/cmake"));
    write("os-release", "PRETTY_NAME=\"" + system + "\"\n");
    Outcome outcome = build();
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.said.contains("missing: cmake\n") && outcome.said.contains("this is " + system) &&
                 outcome.said.contains(command),
             qPrintable(outcome.said));
    QVERIFY(outcome.asked.isEmpty());
    // A library is missing: what cmake says of it, and the names again.
    standIn("cmake", "echo 'Could NOT find simdjson' && exit 1");
    outcome = build();
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.said.contains("find simdjson") && outcome.said.contains(command), qPrintable(outcome.said));
    // All is there.
    standIn("cmake", "mkdir -p build/release && echo cmake >>\"$ASKED\"");
    outcome = build();
    QVERIFY2(outcome.code == 0, qPrintable(outcome.said));
    QVERIFY(outcome.asked.contains("ninja -C build/release headlight"));
  }
};

HEADLIGHT_TEST(TestBuildScript)
#include "test_build_script.moc"
