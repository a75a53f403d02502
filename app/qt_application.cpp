#include "app/qt_application.h"

#include <QApplication>

namespace headlight {

QtApplication::QtApplication() {
  if (QCoreApplication::instance()) return;
  qputenv("QT_QPA_PLATFORM", "offscreen");
  static int count = 1;
  static char name[] = "headlight";
  static char* arguments[] = {name, nullptr};
  m_application = std::make_unique<QApplication>(count, arguments);
}

QtApplication::~QtApplication() = default;

}  // namespace headlight
