#pragma once

#include <QPaintDevice>
#include <memory>

#include "ui/export/slides/slide_shape.h"

namespace headlight {

class SlideEngine;

/// Something to paint on that keeps what was painted as shapes which a presentation program can edit, instead of
/// pixels. A figure paints on it as on a screen: there is no second painting path for slides.
class SlideDevice final : public QPaintDevice {
 public:
  /// `size` in figure units (1/96 inch).
  explicit SlideDevice(QSize size);
  ~SlideDevice() override;

  QPaintEngine* paintEngine() const override;
  const SlideShapes& shapes() const;

 protected:
  int metric(PaintDeviceMetric metric) const override;

 private:
  QSize m_size;
  std::unique_ptr<SlideEngine> m_engine;
};

}  // namespace headlight
