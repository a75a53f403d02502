#pragma once

#include <memory>
#include <string>

#include "ui/export/motion/frame_encoder.h"

namespace headlight {

/// A GIF (89a) by giflib; every frame has a palette of its own. `comment` stands before the frames, for who reads the
/// file. Throws Error for sides of more than 65535 pixels.
std::unique_ptr<FrameEncoder> gifEncoder(QSize size, const std::string& comment);

}  // namespace headlight
