#include "ui/figures/colours/colour_maps.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numbers>

namespace headlight {
namespace {

/// A colour in OKLab: lightness 0 to 1, green–red and blue–yellow.
struct Lab {
  double L, a, b;
};

/// Lightness, chroma and hue in degrees.
Lab polar(double L, double chroma, double hue) {
  const double h = hue * std::numbers::pi / 180;
  return {L, chroma * std::cos(h), chroma * std::sin(h)};
}

double encodeGamma(double u) { return u <= 0.0031308 ? 12.92 * u : 1.055 * std::pow(u, 1 / 2.4) - 0.055; }
double decodeGamma(double u) { return u <= 0.04045 ? u / 12.92 : std::pow((u + 0.055) / 1.055, 2.4); }

std::array<double, 3> linearRgb(const Lab& c) {
  const double l = std::pow(c.L + 0.3963377774 * c.a + 0.2158037573 * c.b, 3);
  const double m = std::pow(c.L - 0.1055613458 * c.a - 0.0638541728 * c.b, 3);
  const double s = std::pow(c.L - 0.0894841775 * c.a - 1.2914855480 * c.b, 3);
  return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
          -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
          -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

Lab labOf(const QColor& colour) {
  const double r = decodeGamma(colour.redF()), g = decodeGamma(colour.greenF()), b = decodeGamma(colour.blueF());
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

/// The screen colour of `c`; where the screen cannot show it, the same lightness and hue with less chroma.
QRgb screenColour(const Lab& c) {
  const auto shown = [](const Lab& colour) {
    const auto rgb = linearRgb(colour);
    return std::all_of(rgb.begin(), rgb.end(), [](double u) { return u >= -1e-4 && u <= 1 + 1e-4; });
  };
  double keep = 1;
  if (!shown(c)) {
    double low = 0, high = 1;
    for (int i = 0; i < 24; ++i) {
      keep = (low + high) / 2;
      (shown({c.L, c.a * keep, c.b * keep}) ? low : high) = keep;
    }
    keep = low;
  }
  const auto rgb = linearRgb({c.L, c.a * keep, c.b * keep});
  const auto byte = [](double u) { return static_cast<int>(std::lround(255 * encodeGamma(std::clamp(u, 0.0, 1.0)))); };
  return qRgb(byte(rgb[0]), byte(rgb[1]), byte(rgb[2]));
}

/// A smooth curve through the control points (Catmull–Rom), at t from 0 to 1.
Lab along(const std::vector<Lab>& points, double t) {
  const int last = static_cast<int>(points.size()) - 1;
  const double at = t * last;
  const int i = std::min(static_cast<int>(at), last - 1);
  const double u = at - i;
  const auto point = [&](int k) { return points[static_cast<std::size_t>(std::clamp(k, 0, last))]; };
  const auto blend = [u](double p0, double p1, double p2, double p3) {
    return p1 + 0.5 * u * (p2 - p0 + u * (2 * p0 - 5 * p1 + 4 * p2 - p3 + u * (3 * (p1 - p2) + p3 - p0)));
  };
  const Lab p0 = point(i - 1), p1 = point(i), p2 = point(i + 1), p3 = point(i + 2);
  return {blend(p0.L, p1.L, p2.L, p3.L), blend(p0.a, p1.a, p2.a, p3.a), blend(p0.b, p1.b, p2.b, p3.b)};
}

double distance(const Lab& x, const Lab& y) { return std::hypot(x.L - y.L, x.a - y.a, x.b - y.b); }

std::vector<Lab> controlPoints(ColourMapId id, bool dark) {
  switch (id) {
    case ColourMapId::Indigo:
      if (dark)
        return {polar(0.31, 0.035, 268), polar(0.45, 0.105, 272), polar(0.60, 0.14, 266), polar(0.77, 0.11, 250),
                polar(0.95, 0.045, 225)};
      return {polar(0.968, 0.011, 262), polar(0.84, 0.065, 255), polar(0.66, 0.125, 261), polar(0.47, 0.155, 268),
              polar(0.28, 0.115, 278)};
    case ColourMapId::Viridian:
      return {polar(0.26, 0.11, 300), polar(0.43, 0.105, 262), polar(0.60, 0.105, 195), polar(0.76, 0.155, 148),
              polar(0.93, 0.165, 105)};
    case ColourMapId::Civic:
      return {polar(0.25, 0.075, 262), polar(0.43, 0.055, 265), polar(0.59, 0.012, 250), polar(0.76, 0.075, 95),
              polar(0.93, 0.145, 100)};
    case ColourMapId::Grey:
      if (dark) return {polar(0.31, 0, 0), polar(0.63, 0, 0), polar(0.97, 0, 0)};
      return {polar(0.968, 0, 0), polar(0.60, 0, 0), polar(0.20, 0, 0)};
    case ColourMapId::Diverging:
      if (dark)
        return {polar(0.80, 0.10, 240), polar(0.57, 0.125, 255), polar(0.31, 0.01, 268), polar(0.60, 0.125, 50),
                polar(0.82, 0.12, 68)};
      return {polar(0.40, 0.15, 262), polar(0.68, 0.11, 252), polar(0.97, 0.006, 262), polar(0.72, 0.12, 60),
              polar(0.46, 0.125, 45)};
  }
  return {};
}

using Steps = std::array<QRgb, 256>;

Steps computeSteps(ColourMapId id, bool dark) {
  Steps steps;
  // Walk the curve in equal perceived steps: equal differences of weight must look equally large.
  const std::vector<Lab> points = controlPoints(id, dark);
  constexpr int kFine = 4096;
  std::vector<double> length(kFine + 1, 0.0);
  std::vector<Lab> fine(kFine + 1);
  for (int i = 0; i <= kFine; ++i) {
    fine[static_cast<std::size_t>(i)] = along(points, static_cast<double>(i) / kFine);
    if (i > 0)
      length[static_cast<std::size_t>(i)] =
          length[static_cast<std::size_t>(i - 1)] +
          distance(fine[static_cast<std::size_t>(i)], fine[static_cast<std::size_t>(i - 1)]);
  }
  // A diverging map keeps its middle in the middle.
  const auto fill = [&](std::size_t from, std::size_t to, std::size_t fineFrom, std::size_t fineTo) {
    for (std::size_t k = from; k <= to; ++k) {
      const double part = static_cast<double>(k - from) / static_cast<double>(to - from);
      const double target = length[fineFrom] + part * (length[fineTo] - length[fineFrom]);
      const auto at = std::lower_bound(length.begin() + static_cast<std::ptrdiff_t>(fineFrom),
                                       length.begin() + static_cast<std::ptrdiff_t>(fineTo), target) -
                      length.begin();
      steps[k] = screenColour(fine[static_cast<std::size_t>(at)]);
    }
  };
  if (id == ColourMapId::Diverging) {
    fill(0, 127, 0, kFine / 2);
    fill(128, 255, kFine / 2, kFine);
  } else {
    fill(0, 255, 0, kFine);
  }
  return steps;
}

}  // namespace

ColourMap::ColourMap(ColourMapId id, bool dark) {
  // Pictures ask for maps often and a map takes a millisecond: each is computed once.
  constexpr std::size_t kMaps = 5;
  static std::array<std::once_flag, 2 * kMaps> computed;
  static std::array<Steps, 2 * kMaps> maps;
  const std::size_t i = static_cast<std::size_t>(id) + (dark ? kMaps : 0);
  std::call_once(computed[i], [&] { maps[i] = computeSteps(id, dark); });
  m_steps = &maps[i];
}

QRgb ColourMap::rgb(double position) const {
  const double p = position > 0 ? std::min(position, 1.0) : 0.0;
  return (*m_steps)[static_cast<std::size_t>(std::lround(p * 255))];
}

std::vector<ColourMapId> allColourMaps() {
  return {ColourMapId::Indigo, ColourMapId::Viridian, ColourMapId::Civic, ColourMapId::Grey, ColourMapId::Diverging};
}

QString colourMapName(ColourMapId id) {
  switch (id) {
    case ColourMapId::Indigo:
      return QStringLiteral("indigo");
    case ColourMapId::Viridian:
      return QStringLiteral("viridian");
    case ColourMapId::Civic:
      return QStringLiteral("civic");
    case ColourMapId::Grey:
      return QStringLiteral("grey");
    case ColourMapId::Diverging:
      return QStringLiteral("diverging");
  }
  return {};
}

QColor seriesColour(int index, bool dark) {
  // Chosen by a search for the largest distances between any two, also as seen without red or without green cones.
  static const std::array<Lab, 9> onLight = {polar(0.50, 0.200, 277), polar(0.63, 0.188, 52),  polar(0.60, 0.180, 193),
                                             polar(0.28, 0.200, 356), polar(0.69, 0.200, 314), polar(0.28, 0.200, 264),
                                             polar(0.40, 0.149, 125), polar(0.76, 0, 0),       polar(0.50, 0, 0)};
  static const std::array<Lab, 9> onDark = {polar(0.62, 0.191, 269), polar(0.72, 0.164, 68),  polar(0.68, 0.125, 183),
                                            polar(0.52, 0.200, 335), polar(0.82, 0.177, 326), polar(0.52, 0.176, 103),
                                            polar(0.86, 0.200, 140), polar(0.95, 0, 0),       polar(0.58, 0, 0)};
  const auto i = static_cast<std::size_t>(((index % 9) + 9) % 9);
  return QColor::fromRgb(screenColour(dark ? onDark[i] : onLight[i]));
}

double perceivedDistance(const QColor& one, const QColor& other) { return distance(labOf(one), labOf(other)); }

double perceivedLightness(const QColor& colour) { return labOf(colour).L; }

}  // namespace headlight
