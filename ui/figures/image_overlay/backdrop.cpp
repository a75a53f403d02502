#include "ui/figures/image_overlay/backdrop.h"

#include <algorithm>
#include <cmath>

#include "ui/images/image_file.h"

namespace headlight {
namespace {

/// How much of its colourfulness a picture keeps, and how much of it is seen over the paper.
constexpr double kColourful = 0.5, kSeen = 0.62, kUnread = 0.25;

QRgb mixed(QRgb a, QRgb b, double share) {
  const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
  return qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

QRgb dimmedBy(QRgb colour, QRgb paper, double seen) {
  const int grey = static_cast<int>(std::lround(0.299 * qRed(colour) + 0.587 * qGreen(colour) + 0.114 * qBlue(colour)));
  return mixed(paper, mixed(qRgb(grey, grey, grey), colour, kColourful), seen);
}

/// The picture of `plane`, and which part of what is shown it fills.
std::pair<QImage, QRectF> pictureUnder(const MediaPlane& plane, const SeenMedia* media, const PixelInput* pixels) {
  const auto number = static_cast<std::size_t>(plane.image);
  if (media && number < media->pictures.size() && media->pictures[number].image)
    return {qimageOf(*media->pictures[number].image), QRectF(0, 0, 1, 1)};
  if (!pixels) return {};
  const QImage whole = qimageOf(pictureOf(*pixels));
  return {whole.copy(0, 0, static_cast<int>(pixels->cols() * pixels->patchWidth),
                     static_cast<int>(pixels->rows() * pixels->patchHeight)),
          plane.shown};
}

/// Where each pixel of an axis of `count` lies between `from` and `to` of what is shown.
int pixelOf(double at, double from, double length, int count) {
  return static_cast<int>(std::lround((at - from) / length * count));
}

QImage pictureBackdrop(const MediaPlane& plane, const SeenMedia* media, const PixelInput* pixels, QSize size,
                       QRgb paper) {
  QImage out(size, QImage::Format_RGB32);
  out.fill(paper);
  const auto [picture, where] = pictureUnder(plane, media, pixels);
  if (picture.isNull()) return out;
  const QRect target(QPoint(pixelOf(where.left(), plane.shown.left(), plane.shown.width(), size.width()),
                            pixelOf(where.top(), plane.shown.top(), plane.shown.height(), size.height())),
                     QPoint(pixelOf(where.right(), plane.shown.left(), plane.shown.width(), size.width()) - 1,
                            pixelOf(where.bottom(), plane.shown.top(), plane.shown.height(), size.height()) - 1));
  if (target.width() < 1 || target.height() < 1) return out;
  const QImage scaled = picture.scaled(target.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                            .convertToFormat(QImage::Format_RGB32);
  QRectF read;
  for (const MediaCell& cell : plane.cells) read |= cell.box;
  for (int y = 0; y < scaled.height(); ++y) {
    const QRgb* from = reinterpret_cast<const QRgb*>(scaled.constScanLine(y));
    QRgb* to = reinterpret_cast<QRgb*>(out.scanLine(target.top() + y)) + target.left();
    const double down = plane.shown.top() + (target.top() + y + 0.5) / size.height() * plane.shown.height();
    for (int x = 0; x < scaled.width(); ++x) {
      const double across = plane.shown.left() + (target.left() + x + 0.5) / size.width() * plane.shown.width();
      const bool isRead = across > read.left() && across < read.right() && down > read.top() && down < read.bottom();
      to[x] = dimmedBy(from[x], paper, isRead ? kSeen : kUnread);
    }
  }
  return out;
}

QImage soundBackdrop(const MediaPlane& plane, const HeardSound& sound, QSize size, QRgb paper, QRgb ink) {
  QImage out(size, QImage::Format_RGB32);
  out.fill(paper);
  const Index bands = sound.values.rows();
  const auto columns =
      std::min(sound.values.cols(), static_cast<Index>(std::ceil(plane.shown.width() / std::max(sound.step, 1e-9))));
  if (bands == 0 || columns < 1) return out;
  const auto seen = sound.values.leftCols(columns);
  const float low = seen.minCoeff(), high = std::max(seen.maxCoeff(), low + 1e-6F);
  const float most = std::max(seen.cwiseAbs().maxCoeff(), 1e-6F);
  for (int x = 0; x < size.width(); ++x) {
    const Index from = std::min(columns - 1, x * columns / size.width());
    const Index count = std::max<Index>(1, (x + 1) * columns / size.width() - from);
    const auto block = seen.middleCols(from, std::min(count, columns - from));
    const float least = block.minCoeff() / most, largest = block.maxCoeff() / most;
    for (int y = 0; y < size.height(); ++y) {
      double dark = 0;
      if (bands == 1) {
        const float at = 1 - 2 * (static_cast<float>(y) + 0.5F) / static_cast<float>(size.height());
        const float slack = 1.5F / static_cast<float>(size.height());
        dark = at >= least - slack && at <= largest + slack ? 0.55 : 0;
      } else {
        const Index band = std::min(bands - 1, (size.height() - 1 - y) * bands / size.height());
        dark = 0.6 * static_cast<double>((block.row(band).mean() - low) / (high - low));
      }
      reinterpret_cast<QRgb*>(out.scanLine(y))[x] = mixed(paper, ink, dark);
    }
  }
  return out;
}

}  // namespace

QRgb dimmed(QRgb colour, QRgb paper) { return dimmedBy(colour, paper, kSeen); }

QImage backdropOf(const MediaPlane& plane, const SeenMedia* media, const PixelInput* pixels, QSize size, QRgb paper,
                  QRgb ink) {
  if (plane.kind != MediaPlane::Kind::Sound) return pictureBackdrop(plane, media, pixels, size, paper);
  if (media && media->sound) return soundBackdrop(plane, *media->sound, size, paper, ink);
  QImage empty(size, QImage::Format_RGB32);
  empty.fill(paper);
  return empty;
}

}  // namespace headlight
