#pragma once

#include <QByteArray>
#include <QImage>

namespace headlight {

/// What makes an animated image of pictures of one size.
class FrameEncoder {
 public:
  virtual ~FrameEncoder() = default;
  /// Adds a picture that is shown so long. Throws Error.
  virtual void add(const QImage& picture, int milliseconds) = 0;
  /// The bytes of the file, which repeats without end; nothing can be added any more. Throws Error.
  virtual QByteArray finish() = 0;
};

}  // namespace headlight
