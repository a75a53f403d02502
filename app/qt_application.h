#pragma once

#include <memory>

class QApplication;

namespace headlight {

/// The Qt application that drawing needs: without a window and without a display, made only where none exists yet.
class QtApplication {
 public:
  QtApplication();
  ~QtApplication();
  QtApplication(const QtApplication&) = delete;
  QtApplication& operator=(const QtApplication&) = delete;

 private:
  std::unique_ptr<QApplication> m_application;
};

}  // namespace headlight
