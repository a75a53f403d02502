#pragma once

#include <QColor>
#include <QString>
#include <array>
#include <vector>

namespace headlight {

/// The colour maps on offer; each is perceptually even (equal steps look equal) and safe for colour-blind people.
enum class ColourMapId {
  Indigo,     ///< One hue, from the paper to a deep ink (light theme) or to a bright one (dark theme). The default.
  Viridian,   ///< Dark blue over green to yellow.
  Civic,      ///< Blue to yellow over grey: the same for people who see no red or no green.
  Grey,       ///< Paper to ink.
  Diverging,  ///< Blue over paper to orange, for differences; its middle is the paper.
};

/// A colour for each number from 0 to 1, as 256 steps made from few control points in the OKLab space (Ottosson 2020).
class ColourMap {
 public:
  /// The map `id` for light or dark paper.
  ColourMap(ColourMapId id, bool dark);

  /// The colour at `position`, clamped to [0, 1].
  QColor colour(double position) const { return QColor::fromRgb(rgb(position)); }
  QRgb rgb(double position) const;

 private:
  const std::array<QRgb, 256>* m_steps;
};

/// The maps in menu order, and the name that a menu shows and a command line takes ("indigo").
std::vector<ColourMapId> allColourMaps();
QString colourMapName(ColourMapId id);

/// Distinct colours for `count` heads in one picture, safe for colour-blind people up to 9; they repeat after that.
QColor seriesColour(int index, bool dark);

/// How different two colours look: their distance in OKLab (black to white is 1).
double perceivedDistance(const QColor& one, const QColor& other);

/// Lightness of a colour as people see it: L of OKLab, 0 (black) to 1 (white).
double perceivedLightness(const QColor& colour);

}  // namespace headlight
