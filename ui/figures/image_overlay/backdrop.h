#pragma once

#include <QImage>

#include "ui/figures/image_overlay/media_planes.h"

namespace headlight {

/// A colour of a picture as it lies under attention: less colourful and nearer to the paper, so that the colours of
/// attention are told from its own.
QRgb dimmed(QRgb colour, QRgb paper);

/// What lies under the attention on a plane, about `size` pixels large, over all that is shown: the picture dimmed, of
/// which what the model has no cells for is paler still, or the sound as a spectrogram or a waveform. `media` and
/// `pixels` as mediaPlanes() takes them.
QImage backdropOf(const MediaPlane& plane, const SeenMedia* media, const PixelInput* pixels, QSize size, QRgb paper,
                  QRgb ink);

}  // namespace headlight
