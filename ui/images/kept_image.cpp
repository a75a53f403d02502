#include "ui/images/kept_image.h"

#include <QBuffer>
#include <QImageReader>
#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "ui/images/image_file.h"

namespace headlight {
namespace {

std::string encoded(const QImage& image, const char* kind, int quality) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, kind, quality);
  return bytes.toStdString();
}

}  // namespace

KeptImage openImage(const std::filesystem::path& file) { return keptImage(file.string(), readImage(file)); }

KeptImage keptImage(std::string path, RgbImage pixels) {
  KeptImage input{{std::move(path), std::make_shared<const RgbImage>(std::move(pixels))}, {}, false};
  const QImage image = qimageOf(*input.image);
  // Many pixels are never a small file, and would take long to compress.
  std::string copy = image.width() * static_cast<qint64>(image.height()) <= 4'000'000 ? encoded(image, "PNG", -1) : "";
  if (copy.empty() || copy.size() > kMostCopyBytes) {
    const int longer = std::min(kSmallerSide, std::max(image.width(), image.height()));
    copy = encoded(image.scaled(longer, longer, Qt::KeepAspectRatio, Qt::SmoothTransformation), "JPEG", 92);
    input.smaller = true;
  }
  input.copy = std::make_shared<const std::string>(std::move(copy));
  return input;
}

KeptImage imageFromCopy(const std::string& path, std::string copy, bool smaller, const std::string& place) {
  QImage image;
  QByteArray bytes = QByteArray::fromRawData(copy.data(), static_cast<qsizetype>(copy.size()));
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::ReadOnly);
  QImageReader reader(&buffer);
  const QSize size = reader.size();
  // A few bytes can claim any size: nothing that a session keeps is larger than this.
  if (!size.isValid() || size.width() > 1 << 13 || size.height() > 1 << 13 || !reader.read(&image))
    throw Error(place + ": expected a picture as PNG or JPEG, found something else");
  return {{path, std::make_shared<const RgbImage>(rgbOf(image))},
          std::make_shared<const std::string>(std::move(copy)),
          smaller};
}

bool isImageFile(const std::filesystem::path& file) {
  return !QImageReader::imageFormat(QString::fromStdString(file.string())).isEmpty();
}

}  // namespace headlight
