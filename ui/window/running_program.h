#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>
#include <QString>

namespace headlight {

/// What one start of the program asks of another that runs already.
struct OpenRequest {
  QString path;   ///< Absolute.
  QString token;  ///< By which the desktop lets the other window come to the front; empty for none.
};

/// Has files open in the window that a person has open already: over a socket in the person's own runtime folder, which
/// nobody else can reach. One for each display.
class RunningProgram final : public QObject {
  Q_OBJECT
 public:
  explicit RunningProgram(QObject* parent = nullptr);

  /// Asks the program that runs already to open something; false where none does, or where it gives no answer.
  static bool handOver(const OpenRequest& request);
  /// Is that program from now on, unless another one is. A socket that a crash left is taken over.
  bool listen();

 signals:
  void asked(const headlight::OpenRequest& request);

 private:
  void take(QLocalSocket* socket);

  QLocalServer m_server;
};

}  // namespace headlight
