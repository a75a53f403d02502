#include "app/qt_application.h"

#include <QApplication>

namespace headlight {

namespace {

QtMessageHandler s_before = nullptr;

/// Says what Qt says, but for where it puts files of a session that nothing here makes, and for the sizes of windows
/// that nobody sees.
void sayOnlyOurs(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  for (const char* silent : {"QStandardPaths: ", "This plugin does not support propagateSizeHints"})
    if (message.startsWith(QLatin1String(silent))) return;
  s_before(type, context, message);
}

}  // namespace

QtApplication::QtApplication() {
  if (QCoreApplication::instance()) return;
  s_before = qInstallMessageHandler(sayOnlyOurs);
  qputenv("QT_QPA_PLATFORM", "offscreen");
  static int count = 1;
  static char name[] = "headlight";
  static char* arguments[] = {name, nullptr};
  m_application = std::make_unique<QApplication>(count, arguments);
}

QtApplication::~QtApplication() = default;

}  // namespace headlight
