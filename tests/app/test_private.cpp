#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <map>

#include "tests/support/suite.h"

namespace {

/// What a program asked the system for.
struct Watched {
  bool possible = true;
  int exitCode = -1;
  std::map<int, int> sockets;  ///< By address family.

  int network() const {
    int count = 0;
    for (const auto& [family, times] : sockets)
      if (family != AF_UNIX) count += times;
    return count;
  }
};

/// Every socket() waits for the watcher's answer; io_uring, which could open sockets too, is not there.
int installFilter() {
  const auto number = static_cast<unsigned>(offsetof(seccomp_data, nr));
  sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, number),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  sock_fprog filter{static_cast<unsigned short>(std::size(program)), program};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return static_cast<int>(::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &filter));
}

/// Hands a descriptor to the process at the other end, or takes it.
bool sendDescriptor(int socket, int descriptor) {
  char byte = 0, control[CMSG_SPACE(sizeof(int))] = {};
  iovec part{&byte, 1};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  cmsghdr* header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
  return ::sendmsg(socket, &message, 0) == 1;
}
int takeDescriptor(int socket) {
  char byte = 0, control[CMSG_SPACE(sizeof(int))] = {};
  iovec part{&byte, 1};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  if (::recvmsg(socket, &message, 0) != 1) return -1;
  const cmsghdr* header = CMSG_FIRSTHDR(&message);
  int descriptor = -1;
  if (header && header->cmsg_type == SCM_RIGHTS) std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
  return descriptor;
}

/// Runs a program with `home` as its whole world and counts the sockets that it and its children ask for. Sockets of a
/// network are refused. Ends it after `milliseconds`.
Watched watch(const QStringList& command, const QString& home, int milliseconds = 60000) {
  int pair[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return {false, -1, {}};
  QByteArrayList words, settings;
  for (const QString& word : command) words << word.toLocal8Bit();
  settings << "HOME=" + home.toLocal8Bit() << "PATH=/usr/bin:/bin"
           << "QT_QPA_PLATFORM=offscreen"
           << "LANG=C.UTF-8"
           << "XDG_RUNTIME_DIR=" + home.toLocal8Bit();
  std::vector<char*> arguments, environment;
  for (QByteArray& word : words) arguments.push_back(word.data());
  for (QByteArray& setting : settings) environment.push_back(setting.data());
  arguments.push_back(nullptr);
  environment.push_back(nullptr);

  const pid_t child = ::fork();
  if (child == 0) {
    ::setpgid(0, 0);
    const int listener = installFilter();
    if (listener < 0 || !sendDescriptor(pair[1], listener)) ::_exit(125);
    ::close(listener);
    if (::chdir(home.toLocal8Bit().constData()) != 0) ::_exit(126);
    ::execve(arguments[0], arguments.data(), environment.data());
    ::_exit(127);
  }
  ::close(pair[1]);
  Watched seen;
  const int listener = takeDescriptor(pair[0]);
  ::close(pair[0]);
  const auto start = std::chrono::steady_clock::now();
  int status = 0;
  while (listener >= 0) {
    pollfd wait{listener, POLLIN, 0};
    if (::poll(&wait, 1, 20) > 0 && (wait.revents & POLLIN)) {
      seccomp_notif asked{};
      seccomp_notif_resp answer{};
      if (::ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &asked) != 0) continue;
      const int family = static_cast<int>(asked.data.args[0]);
      ++seen.sockets[family];
      answer.id = asked.id;
      if (family == AF_UNIX)
        answer.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
      else
        answer.error = -EPERM;
      ::ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
      continue;
    }
    if (::waitpid(child, &status, WNOHANG) == child) {
      seen.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
      ::close(listener);
      return seen;
    }
    if (std::chrono::steady_clock::now() - start > std::chrono::milliseconds(milliseconds)) ::kill(child, SIGTERM);
  }
  ::waitpid(child, &status, 0);
  seen.possible = false;
  return seen;
}

QStringList filesBelow(const QString& folder) {
  QStringList found;
  QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
  while (all.hasNext()) found << QDir(folder).relativeFilePath(all.next());
  found.sort();
  return found;
}

}  // namespace

/// The program keeps to itself: no network, and files only where the README says.
class TestPrivate : public QObject {
  Q_OBJECT
  QTemporaryDir m_home;

 private slots:
  void init() {
    if (!watch({"/bin/true"}, m_home.path()).possible) QSKIP("SKIPPED: this system does not let a test watch sockets");
  }

  void theWatcherSeesSockets() {
    if (!QFile::exists("/usr/bin/python3")) QSKIP("SKIPPED: no python3 to open a socket with");
    const Watched seen = watch({"/usr/bin/python3", "-c",
                                "import socket\n"
                                "socket.socket(socket.AF_UNIX)\n"
                                "try:\n socket.socket(socket.AF_INET)\n"
                                "except PermissionError: raise SystemExit(7)"},
                               m_home.path());
    QCOMPARE(seen.exitCode, 7);
    QCOMPARE(seen.network(), 1);
    QCOMPARE(seen.sockets.at(AF_UNIX), 1);
  }

  void noSocketIsOpened_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("writes");
    const QString text = "The cat sat.";
    const auto row = [](const QStringList& arguments, const QStringList& writes = {}) {
      QTest::newRow(qPrintable(arguments.join(' ').left(60))) << arguments << writes;
    };
    row({"models"});
    row({"tokenize", "--text", text});
    row({"decode", "--jsonl", "-"});
    row({"predict", "--text", text});
    row({"attention", "--text", text, "-o", "a.npz"}, {"a.npz"});
    row({"heads", "--text", text, "--no-probe", "-o", "h.csv"}, {"h.csv"});
    row({"ablate", "--text", text, "-o", "b.csv"}, {"b.csv"});
    row({"similarity", "--model", "bert", "--text", text, "--pair", text, "-o", "y.json"}, {"y.json"});
    row({"noise", "--text", text, "--seeds", "1", "-o", "n.csv"}, {"n.csv"});
    row({"cost", "--tokens", "16", "-o", "c.csv"}, {"c.csv"});
    for (const char* suffix : {"png", "svg", "pdf", "pptx", "html"}) {
      const QString name = QStringLiteral("f.") + QLatin1String(suffix);
      row({"figure", "--text", text, "-o", name}, {name});
    }
    row({"--screenshot", "s.png"}, {"s.png"});
    row({"--private", text});
    row({text}, {".config/headlight/headlight.conf", ".local/share/headlight/headlight/autosave/", "headlight.socket"});
  }
  void noSocketIsOpened() {
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, writes);
    QTemporaryDir home;
    // A window stays until it is told to end, long after it has drawn and kept what it keeps.
    const bool window =
        arguments.size() == 1 ? !arguments.front().startsWith("models") : arguments.front() == "--private";
    const Watched seen = watch(QStringList(HEADLIGHT_PROGRAM) + arguments, home.path(), window ? 4000 : 120000);
    qInfo("%d sockets of a network, %d of this computer (AF_UNIX)", seen.network(),
          seen.sockets.contains(AF_UNIX) ? seen.sockets.at(AF_UNIX) : 0);
    QCOMPARE(seen.network(), 0);
    QCOMPARE(seen.exitCode, window ? -SIGTERM : 0);
    for (const QString& file : filesBelow(home.path())) {
      if (file.startsWith(".cache/fontconfig/")) continue;  // The font library's own.
      const bool known = std::any_of(writes.begin(), writes.end(), [&](const QString& place) {
        return place.endsWith('/') ? file.startsWith(place) : file == place;
      });
      QVERIFY2(known, qPrintable("written where nothing should be: " + file));
    }
    for (const QString& place : writes)
      if (!window) QVERIFY2(QFileInfo::exists(home.filePath(place)), qPrintable(place));
  }
};

HEADLIGHT_TEST(TestPrivate)
#include "test_private.moc"
