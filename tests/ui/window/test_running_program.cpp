#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <QDir>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrent/QtConcurrentRun>
#include <memory>

#include "tests/support/suite.h"
#include "ui/window/running_program.h"

using namespace headlight;

class TestRunningProgram : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;

  QStringList sockets() const {
    QStringList paths;
    for (const QFileInfo& file : QDir(m_folder->path()).entryInfoList({"*.socket"}, QDir::System))
      paths << file.filePath();
    return paths;
  }
  /// Hands over as another program would, while this one goes on.
  static QFuture<bool> handOver(const QString& path) {
    return QtConcurrent::run([path] { return RunningProgram::handOver({path, "token"}); });
  }

 private slots:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("XDG_RUNTIME_DIR", m_folder->path().toUtf8());
    qputenv("DISPLAY", ":99");
    qunsetenv("WAYLAND_DISPLAY");
  }

  void nobodyRuns() { QVERIFY(!RunningProgram::handOver({"/a/file", {}})); }

  void theRunningOneOpensIt() {
    RunningProgram running;
    QVERIFY(running.listen());
    QList<OpenRequest> asked;
    connect(&running, &RunningProgram::asked, this, [&asked](const OpenRequest& request) { asked << request; });
    for (const QString& path : {QString("/a/file with spaces.headlight"), QString("/naïve/\nline 日本.headlight")}) {
      QFuture<bool> handed = handOver(path);
      QTRY_VERIFY(handed.isFinished());
      QVERIFY(handed.result());
      QTRY_VERIFY(!asked.isEmpty());
      QCOMPARE(asked.front().path, path);
      QCOMPARE(asked.front().token, QString("token"));
      asked.clear();
    }
  }

  void nobodyElseReachesIt() {
    RunningProgram running;
    QVERIFY(running.listen());
    QCOMPARE(sockets().size(), 1);
    struct stat info;
    QCOMPARE(::stat(QFile::encodeName(sockets().front()), &info), 0);
    QCOMPARE(info.st_mode & 0077, mode_t(0));
  }

  void oneListens() {
    auto first = std::make_unique<RunningProgram>();
    QVERIFY(first->listen());
    RunningProgram second;
    QFuture<bool> listens = QtConcurrent::run([] { return RunningProgram().listen(); });
    QTRY_VERIFY(listens.isFinished());
    QVERIFY(!listens.result());
    // Another display is another desk.
    qputenv("DISPLAY", ":98");
    QVERIFY(second.listen());
    qputenv("DISPLAY", ":99");
    first.reset();
    RunningProgram third;
    QVERIFY(third.listen());
  }

  void whatACrashLeftIsTakenOver() {
    {
      RunningProgram running;
      QVERIFY(running.listen());
    }
    QVERIFY(sockets().isEmpty());
    // A socket that nobody listens at.
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(m_folder->filePath("headlight-99.socket"));
    std::copy(path.begin(), path.end(), address.sun_path);
    const int left = ::socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(::bind(left, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::close(left);
    QCOMPARE(sockets().size(), 1);
    QVERIFY(!RunningProgram::handOver({"/a/file", {}}));
    RunningProgram running;
    QSignalSpy asked(&running, &RunningProgram::asked);
    QVERIFY(running.listen());
    QFuture<bool> handed = handOver("/a/file");
    QTRY_VERIFY(handed.isFinished());
    QVERIFY(handed.result());
    QCOMPARE(asked.size(), 1);
  }

  void nothingReadIsTrusted() {
    RunningProgram running;
    QSignalSpy asked(&running, &RunningProgram::asked);
    QVERIFY(running.listen());
    for (const QByteArray& bytes :
         {QByteArray("relative\0token\0", 15), QByteArray("\0\0\0\0", 4), QByteArray(1 << 20, 'x')}) {
      QLocalSocket socket;
      socket.connectToServer(sockets().front());
      QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
      socket.write(bytes);
      socket.flush();
      QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    }
    QCOMPARE(asked.size(), 0);
    // It goes on.
    QFuture<bool> handed = handOver("/a/file");
    QTRY_VERIFY(handed.isFinished());
    QVERIFY(handed.result());
  }
};

HEADLIGHT_TEST(TestRunningProgram)
#include "test_running_program.moc"
