#include "ui/window/running_program.h"

#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

namespace headlight {
namespace {

/// How long the other program may take to answer, in milliseconds.
constexpr int kPatience = 2000;
/// No request is longer.
constexpr qint64 kMostBytes = 64 << 10;
constexpr char kTaken = '+';

/// The socket of this person and this display; empty where the system gives no folder for it.
QString socketPath() {
  if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")) return {};
  QString name = QStringLiteral("headlight");
  for (const char* display : {"WAYLAND_DISPLAY", "DISPLAY"})
    for (const QChar c : qEnvironmentVariable(display)) name += c.isLetterOrNumber() ? c : QChar(u'-');
  return QDir(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation))
      .filePath(name.left(80) + QStringLiteral(".socket"));
}

bool isAnswered() {
  QLocalSocket socket;
  socket.connectToServer(socketPath());
  return socket.waitForConnected(kPatience);
}

}  // namespace

RunningProgram::RunningProgram(QObject* parent) : QObject(parent) {
  m_server.setSocketOptions(QLocalServer::UserAccessOption);
  connect(&m_server, &QLocalServer::newConnection, this, [this] {
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
      connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
      connect(socket, &QLocalSocket::readyRead, this, [this, socket] { take(socket); });
      take(socket);
    }
  });
}

bool RunningProgram::handOver(const OpenRequest& request) {
  if (socketPath().isEmpty()) return false;
  QLocalSocket socket;
  socket.connectToServer(socketPath());
  if (!socket.waitForConnected(kPatience)) return false;
  socket.write(request.path.toUtf8() + '\0' + request.token.toUtf8() + '\0');
  char answer = 0;
  return socket.waitForBytesWritten(kPatience) && socket.waitForReadyRead(kPatience) && socket.read(&answer, 1) == 1 &&
         answer == kTaken;
}

bool RunningProgram::listen() {
  if (socketPath().isEmpty() || isAnswered()) return false;
  QLocalServer::removeServer(socketPath());
  return m_server.listen(socketPath());
}

void RunningProgram::take(QLocalSocket* socket) {
  // The path and the token each end with a zero.
  if (socket->bytesAvailable() > kMostBytes) return socket->abort();
  const QList<QByteArray> parts = socket->peek(kMostBytes).split('\0');
  if (parts.size() < 3) return;
  socket->readAll();
  const OpenRequest request{QString::fromUtf8(parts[0]), QString::fromUtf8(parts[1])};
  if (!QDir::isAbsolutePath(request.path)) return socket->abort();
  socket->write(&kTaken, 1);
  socket->flush();
  socket->disconnectFromServer();
  emit asked(request);
}

}  // namespace headlight
