#include "ui/figures/figure_style.h"

namespace headlight {

const Palette& palette(Theme theme) {
  static const Palette light = {QColor(0xff, 0xff, 0xff), QColor(0x1b, 0x1f, 0x27), QColor(0x63, 0x6b, 0x7a),
                                QColor(0xd8, 0xdc, 0xe3), QColor(0x9a, 0xa2, 0xaf), QColor(0xe0, 0x62, 0x1b)};
  static const Palette dark = {QColor(0x15, 0x17, 0x1d), QColor(0xe9, 0xeb, 0xf0), QColor(0x9b, 0xa3, 0xb2),
                               QColor(0x36, 0x3b, 0x47), QColor(0x75, 0x7d, 0x8c), QColor(0xff, 0xa2, 0x4f)};
  static const Palette contrast = {QColor(0x00, 0x00, 0x00), QColor(0xff, 0xff, 0xff), QColor(0xdc, 0xe1, 0xea),
                                   QColor(0x9a, 0xa3, 0xb3), QColor(0xa4, 0xac, 0xba), QColor(0xff, 0xd5, 0x3d)};
  return theme == Theme::Contrast ? contrast : theme == Theme::Dark ? dark : light;
}

double textSizeFor(QSizeF size) {
  const double part = std::min(size.width() / 800, size.height() / 600);
  return std::clamp(std::round(12 * std::pow(std::max(part, 1e-3), 0.6)), 11.0, 48.0);
}

QStringList fontFamilies(const QString& first) {
  // Humanist faces whose digits all have the same width come first.
  QStringList families = {QStringLiteral("Noto Sans"), QStringLiteral("Source Sans 3"), QStringLiteral("Open Sans"),
                          QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")};
  if (!first.isEmpty()) {
    families.removeAll(first);
    families.prepend(first);
  }
  return families;
}

QFont FigureStyle::font(double size, QFont::Weight weight) const {
  QFont font;
  font.setFamilies(fontFamilies(family));
  font.setStyleHint(QFont::SansSerif);
  font.setWeight(weight);
  font.setHintingPreference(QFont::PreferNoHinting);
  // Pixels, not points: the layout must not depend on the resolution of the device. Sizes are whole units.
  font.setPixelSize(qMax(1, qRound(size)));
  return font;
}

}  // namespace headlight
