#include "ui/images/image_file.h"

#include <QImageReader>
#include <cstring>

#include "core/base/error.h"
#include "core/base/files.h"

namespace headlight {
namespace {

/// A side of more pixels is no photograph; it would fill the memory before anything is drawn.
constexpr int kMostPixels = 1 << 15;

}  // namespace

RgbImage readImage(const std::filesystem::path& file) {
  if (!isThere(file)) throw Error("image '" + file.string() + "': there is no such file");
  QImageReader reader(QString::fromStdString(file.string()));
  reader.setDecideFormatFromContent(true);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (size.width() > kMostPixels || size.height() > kMostPixels)
    throw Error("image '" + file.string() + "': expected at most " + std::to_string(kMostPixels) +
                " pixels a side, found " + std::to_string(size.width()) + " x " + std::to_string(size.height()));
  const QImage image = reader.read();
  if (image.isNull())
    throw Error("image '" + file.string() + "': expected a picture, found " + reader.errorString().toStdString());
  return rgbOf(image);
}

RgbImage rgbOf(const QImage& image) {
  const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
  RgbImage out{rgb.width(), rgb.height(), {}};
  out.bytes.resize(static_cast<std::size_t>(out.width * out.height * 3));
  for (int y = 0; y < rgb.height(); ++y)  // Lines of a QImage are padded.
    std::memcpy(&out.bytes[static_cast<std::size_t>(y * out.width * 3)], rgb.constScanLine(y),
                static_cast<std::size_t>(out.width * 3));
  return out;
}

QImage qimageOf(const RgbImage& image) {
  QImage out(static_cast<int>(image.width), static_cast<int>(image.height), QImage::Format_RGB888);
  for (int y = 0; y < out.height(); ++y)
    std::memcpy(out.scanLine(y), &image.bytes[static_cast<std::size_t>(y * image.width * 3)],
                static_cast<std::size_t>(image.width * 3));
  return out;
}

}  // namespace headlight
