#pragma once

#include <memory>

#include "ui/export/motion/frame_encoder.h"

namespace headlight {

/// An animated WebP without loss by libwebp; `xmp` is its metadata. Throws Error for sides of more than 16383 pixels.
std::unique_ptr<FrameEncoder> webpEncoder(QSize size, const QByteArray& xmp);

}  // namespace headlight
