#pragma once

#include <QObject>

class QApplication;

namespace headlight {

/// What holds for every window of the program, whatever is in it: Enter presses the button that has the keyboard, not
/// another one, and what is dragged in from another program is copied, never cut out there.
class WindowManners final : public QObject {
 public:
  /// For all windows of `application` while this exists.
  explicit WindowManners(QApplication& application, QObject* parent = nullptr);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace headlight
