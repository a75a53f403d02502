#pragma once

#include <QImage>

#include "core/sound/sound.h"
#include "ui/figures/figure_style.h"

namespace headlight {

/// A sound as lines from the smallest to the largest sample of each pixel's stretch, on a clear ground.
QImage waveform(const Sound& sound, QSize size, QColor ink);
/// "1:05.2", "12.4 s": how long a sound is, in the window's language.
QString lengthWords(double seconds);

}  // namespace headlight
