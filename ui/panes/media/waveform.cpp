#include "ui/panes/media/waveform.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/words.h"

namespace headlight {

QImage waveform(const Sound& sound, QSize size, QColor ink) {
  QImage out(size, QImage::Format_ARGB32_Premultiplied);
  out.fill(Qt::transparent);
  if (sound.samples.empty()) return out;
  QPainter painter(&out);
  painter.setPen(ink);
  const auto count = static_cast<double>(sound.samples.size());
  const double half = size.height() / 2.0;
  for (int x = 0; x < size.width(); ++x) {
    const auto from = static_cast<std::size_t>(count * x / size.width());
    const auto to = std::clamp<std::size_t>(static_cast<std::size_t>(count * (x + 1) / size.width()), from + 1,
                                            sound.samples.size());
    if (from >= sound.samples.size()) break;
    const auto [least, most] = std::minmax_element(sound.samples.begin() + static_cast<std::ptrdiff_t>(from),
                                                   sound.samples.begin() + static_cast<std::ptrdiff_t>(to));
    const auto at = [&](float sample) {
      return half - std::clamp(static_cast<double>(sample), -1.0, 1.0) * (half - 1);
    };
    painter.drawLine(QPointF(x, at(*most)), QPointF(x, at(*least) + 0.5));
  }
  return out;
}

QString lengthWords(double seconds) {
  if (seconds < 60) return Words::tr("%1 s").arg(localNumber(seconds, 'f', seconds < 10 ? 2 : 1));
  const auto minutes = static_cast<int>(seconds / 60);
  return QStringLiteral("%1:%2").arg(minutes).arg(static_cast<int>(seconds) % 60, 2, 10, QLatin1Char('0'));
}

}  // namespace headlight
