#include "ui/help/crash_report.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <stdexcept>

#include "core/base/version.h"

using namespace headlight;
namespace fs = std::filesystem;

namespace {

const char* const kSecret = "what the person typed";

/// Uses up the stack; the result depends on every call, so that none of them is left out.
int deeper(volatile int* at, int depth) {  // NOLINT(misc-no-recursion)
  volatile int here[1024] = {depth};
  return depth < 0 ? 0 : deeper(at ? here : nullptr, depth + 1) + here[depth % 2];
}

/// What the child process does: keeps reports in `folder` and ends as `how` says.
int crash(const std::string& how, const fs::path& folder) {
  keepCrashReports(folder);
  if (how == "address") {
    volatile int* nowhere = nullptr;
    *nowhere = 1;
  }
  if (how == "stack") return deeper(std::make_unique<int>(1).get(), 0);
  if (how == "abort") std::abort();
  if (how == "division") std::raise(SIGFPE);
  if (how == "exception") throw std::runtime_error(kSecret);
  return 0;
}

}  // namespace

class TestCrashReport : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  /// Not there yet, as on a first start.
  fs::path reports() const { return fs::path(m_folder.path().toStdString()) / "local" / "crashes"; }
  QStringList files() const {
    return QDir(QString::fromStdString(reports().string())).entryList(QDir::Files | QDir::Hidden, QDir::Name);
  }
  /// Runs a child that crashes; the report that it left.
  QByteArray reportOf(const QString& how) {
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {"--crash", how, QString::fromStdString(reports().string())});
    if (!child.waitForFinished(60000)) return "still running";
    m_exit = child.exitStatus();
    const auto newest = newestCrashReport(reports());
    if (!newest) return {};
    QFile file(QString::fromStdString(newest->string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  QProcess::ExitStatus m_exit = QProcess::NormalExit;

 private slots:
  void init() { fs::remove_all(reports().parent_path()); }

  void aGoodEndLeavesNothing() {
    QCOMPARE(reportOf("not"), QByteArray());
    QCOMPARE(m_exit, QProcess::NormalExit);
    QVERIFY(!fs::exists(reports().parent_path()));
  }

  void aCrashLeavesAReport_data() {
    QTest::addColumn<QByteArray>("signal");
    QTest::newRow("address") << QByteArray("SIGSEGV");
    QTest::newRow("stack") << QByteArray("SIGSEGV");
    QTest::newRow("abort") << QByteArray("SIGABRT");
    QTest::newRow("division") << QByteArray("SIGFPE");
    QTest::newRow("exception") << QByteArray("SIGABRT");
  }
  void aCrashLeavesAReport() {
    QFETCH(QByteArray, signal);
#if defined(__SANITIZE_ADDRESS__)
    if (QByteArray(QTest::currentDataTag()) == "stack") QSKIP("the sanitizer has a stack of its own");
#endif
    const QByteArray report = reportOf(QTest::currentDataTag());
    QCOMPARE(m_exit, QProcess::CrashExit);
    QVERIFY2(report.startsWith(QByteArray("Headlight ") + kVersion + "\n"), report);
    QVERIFY2(report.contains(" " + signal + "\n"), report);
    // The program itself is among the addresses.
    const QByteArray stack = report.mid(report.indexOf("innermost first:\n"));
    QVERIFY2(stack.contains("test_crash_report") && stack.count('\n') > 3, report);
    QVERIFY2(!report.contains(kSecret), report);
    QCOMPARE(report.contains("exception: "), QByteArray(QTest::currentDataTag()) == "exception");
    const auto permissions = fs::status(*newestCrashReport(reports())).permissions();
    QVERIFY((permissions & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
  }

  void theLatestFiveAreKept() {
    fs::create_directories(reports());
    for (int i = 0; i < 7; ++i) {
      const fs::path file = reports() / ("20200101-00000" + std::to_string(i) + "-1.txt");
      QFile old(QString::fromStdString(file.string()));
      QVERIFY(old.open(QIODevice::WriteOnly));
      old.close();
      fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(100 - i));
    }
    QFile other(QString::fromStdString((reports() / "note.md").string()));
    QVERIFY(other.open(QIODevice::WriteOnly));
    const QByteArray report = reportOf("abort");
    QVERIFY(report.contains("SIGABRT"));
    QStringList left = files();
    QVERIFY(left.removeOne("note.md"));  // What is no report is not touched.
    QCOMPARE(left.size(), qsizetype(kCrashReportsKept));
    QVERIFY(left.contains("20200101-000006-1.txt") && !left.contains("20200101-000002-1.txt"));
  }

  void aFolderThatCannotBeChangesNothing() {
    QFile file(m_folder.filePath("local"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(reportOf("abort"), QByteArray());
    QCOMPARE(m_exit, QProcess::CrashExit);
    QVERIFY(file.remove());
  }
};

int main(int argc, char* argv[]) {
  if (argc == 4 && std::string(argv[1]) == "--crash") return crash(argv[2], argv[3]);
  QCoreApplication application(argc, argv);
  TestCrashReport test;
  return QTest::qExec(&test, argc, argv);
}

#include "test_crash_report.moc"
