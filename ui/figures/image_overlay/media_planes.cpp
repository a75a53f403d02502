#include "ui/figures/image_overlay/media_planes.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/analysis/media_shares.h"

namespace headlight {
namespace {

/// A sound is a strip that many times as wide as it is high.
constexpr double kSoundAspect = 4;

QRectF rectOf(const PictureBox& box) {
  return QRectF(QPointF(static_cast<double>(box[0]), static_cast<double>(box[1])),
                QPointF(static_cast<double>(box[2]), static_cast<double>(box[3])));
}

QRectF allOf(const std::vector<MediaCell>& cells) {
  QRectF all;
  for (const MediaCell& cell : cells) all |= cell.box;
  return all;
}

/// What is seen of a picture, and its shape.
void frame(MediaPlane& plane, const SeenMedia* media, const PixelInput* pixels) {
  const QRectF all = allOf(plane.cells);
  const auto number = static_cast<std::size_t>(plane.image);
  if (media && number < media->pictures.size() && media->pictures[number].image) {
    const RgbImage& image = *media->pictures[number].image;
    plane.shown = all | QRectF(0, 0, 1, 1);
    plane.aspect = static_cast<double>(image.width) / static_cast<double>(image.height) * plane.shown.width() /
                   plane.shown.height();
  } else if (pixels) {
    // The part that the model has patches of.
    plane.shown = all;
    plane.aspect = static_cast<double>(pixels->cols() * pixels->patchWidth) /
                   static_cast<double>(pixels->rows() * pixels->patchHeight);
  } else {
    plane.shown = all | QRectF(0, 0, 1, 1);
    plane.aspect = plane.shown.width() / plane.shown.height();
  }
}

std::optional<MediaPlane> soundPlane(const std::vector<Token>& tokens, const SeenMedia* media) {
  MediaPlane plane;
  plane.kind = MediaPlane::Kind::Sound;
  plane.aspect = kSoundAspect;
  const HeardSound* sound = media && media->sound ? &*media->sound : nullptr;
  double bands = 1, end = 0;
  for (const Token& token : tokens)
    if (const SoundPlace* place = token.soundPlace()) {
      end = std::max(end, place->to);
      if (place->melBands) bands = std::max(bands, static_cast<double>((*place->melBands)[1]));
    }
  if (end <= 0) return {};
  if (sound && bands > 1) bands = std::max(bands, static_cast<double>(sound->values.rows()));
  if (sound && sound->length > 0) end = std::min(end, sound->length);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const SoundPlace* place = tokens[i].soundPlace();
    if (!place || place->from >= end) continue;
    QRectF box(QPointF(place->from, 0), QPointF(std::min(place->to, end), bands));
    if (place->melBands) {
      box.setTop(bands - (*place->melBands)[1]);
      box.setBottom(bands - (*place->melBands)[0]);
    }
    plane.cells.push_back({static_cast<Index>(i), box});
  }
  plane.shown = QRectF(0, 0, end, bands);
  return plane;
}

}  // namespace

std::vector<MediaPlane> mediaPlanes(const std::vector<Token>& tokens, const SeenMedia* media, const PixelInput* pixels,
                                    std::optional<int> picture) {
  std::map<std::pair<int, bool>, MediaPlane> pictures;  // The whole one, then its tiles.
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const ImagePlace* place = tokens[i].imagePlace();
    if (!place || !coversPart(*place) || (picture && place->image != *picture)) continue;
    MediaPlane& plane = pictures[{place->image, place->tile != 0}];
    plane.image = place->image;
    plane.kind = place->tile != 0 ? MediaPlane::Kind::Tiles : MediaPlane::Kind::Picture;
    plane.cells.push_back({static_cast<Index>(i), rectOf(place->box)});
  }
  std::vector<MediaPlane> planes;
  for (auto& [key, plane] : pictures) {
    frame(plane, media, pixels);
    planes.push_back(std::move(plane));
  }
  if (auto sound = soundPlane(tokens, media); sound && !picture) planes.push_back(std::move(*sound));
  return planes;
}

}  // namespace headlight
