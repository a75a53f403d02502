#include "ui/images/image_file.h"

#include <QImageReader>
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "core/base/error.h"
#include "core/base/files.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// A side of more pixels is no photograph; it would fill the memory before anything is drawn.
constexpr int kMostPixels = 1 << 15;
/// Megabytes that a decoded picture may take: 2^29 pixels.
constexpr int kMostMegabytes = 2048;

}  // namespace

RgbImage readImage(const std::filesystem::path& file) {
  const QString name = QString::fromStdString(file.string());
  if (!isThere(file)) throw Error(Words::tr("image '%1': file not found").arg(name).toStdString());
  if (QImageReader::allocationLimit() < kMostMegabytes) QImageReader::setAllocationLimit(kMostMegabytes);
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

std::vector<std::string> remarksOnImage(const std::filesystem::path& file) {
  const QString name = QString::fromStdString(file.string());
  std::vector<std::string> remarks;
  QImageReader reader(name);
  reader.setDecideFormatFromContent(true);
  if (const int frames = reader.canRead() && reader.supportsAnimation() ? reader.imageCount() : 1; frames > 1)
    remarks.push_back(
        Words::tr("image '%1': it has %2 frames; the first is read.").arg(name).arg(frames).toStdString());
  static constexpr QImage::Format kDeep[] = {QImage::Format_RGBX64, QImage::Format_RGBA64,
                                             QImage::Format_RGBA64_Premultiplied, QImage::Format_Grayscale16};
  if (std::find(std::begin(kDeep), std::end(kDeep), reader.imageFormat()) != std::end(kDeep))
    remarks.push_back(Words::tr("image '%1': it has 16 bits a colour; it is read with 8.").arg(name).toStdString());
  return remarks;
}

RgbImage rgbOf(const QImage& image) {
  const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
  RgbImage out{rgb.width(), rgb.height(), {}};
  out.bytes.resize(static_cast<std::size_t>(out.width * out.height * 3));
  for (int y = 0; y < rgb.height(); ++y)  // Lines of a QImage are padded.
    std::memcpy(&out.bytes[static_cast<std::size_t>(y * out.width * 3)], rgb.constScanLine(y),
                static_cast<std::size_t>(out.width * 3));
  if (!image.hasAlphaChannel()) return out;
  const QImage alpha = image.convertToFormat(QImage::Format_Alpha8);
  out.alpha.resize(static_cast<std::size_t>(out.width * out.height));
  for (int y = 0; y < alpha.height(); ++y)
    std::memcpy(&out.alpha[static_cast<std::size_t>(y * out.width)], alpha.constScanLine(y),
                static_cast<std::size_t>(out.width));
  if (std::all_of(out.alpha.begin(), out.alpha.end(), [](std::uint8_t value) { return value == 255; }))
    out.alpha.clear();
  return out;
}

QImage qimageOf(const RgbImage& image) {
  QImage out(static_cast<int>(image.width), static_cast<int>(image.height), QImage::Format_RGB888);
  for (int y = 0; y < out.height(); ++y)
    std::memcpy(out.scanLine(y), &image.bytes[static_cast<std::size_t>(y * image.width * 3)],
                static_cast<std::size_t>(image.width * 3));
  if (image.alpha.empty()) return out;
  QImage clear = out.convertToFormat(QImage::Format_ARGB32);
  for (int y = 0; y < clear.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(clear.scanLine(y));
    for (int x = 0; x < clear.width(); ++x)
      line[x] = qRgba(qRed(line[x]), qGreen(line[x]), qBlue(line[x]),
                      image.alpha[static_cast<std::size_t>(y * image.width + x)]);
  }
  return clear;
}

}  // namespace headlight
