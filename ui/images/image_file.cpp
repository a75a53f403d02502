#include "ui/images/image_file.h"

#include <QImageReader>
#include <cstring>

#include "core/base/error.h"
#include "core/base/files.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// A side of more pixels is no photograph; it would fill the memory before anything is drawn.
constexpr int kMostPixels = 1 << 15;

}  // namespace

RgbImage readImage(const std::filesystem::path& file) {
  const QString name = QString::fromStdString(file.string());
  if (!isThere(file)) throw Error(Words::tr("image '%1': file not found").arg(name).toStdString());
  QImageReader reader(name);
  reader.setDecideFormatFromContent(true);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (size.width() > kMostPixels || size.height() > kMostPixels)
    throw Error(Words::tr("image '%1': expected at most %2 pixels per side, found %3 x %4")
                    .arg(name)
                    .arg(kMostPixels)
                    .arg(size.width())
                    .arg(size.height())
                    .toStdString());
  const QImage image = reader.read();
  if (image.isNull())
    throw Error(Words::tr("image '%1': expected a picture, found %2").arg(name, reader.errorString()).toStdString());
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
