#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace headlight {

/// How a weight becomes a place on the colour map.
enum class ScaleKind { Linear, Sqrt, Log };

/// Where the top of the scale is.
enum class ScaleRange {
  Common,   ///< Always 1 (100 %): colours mean the same in every head, text and model.
  PerHead,  ///< The largest weight drawn of this head; the legend says so.
};

/// What the numbers on a scale are.
enum class ScaleUnit {
  Share,  ///< Parts of a whole, read as percent.
  Nats,   ///< Natural logarithms and their differences.
};

/// Maps weights in [0, max] to [0, 1], or differences in [-max, max] with 0 in the middle; monotone.
struct ColourScale {
  ScaleKind kind = ScaleKind::Sqrt;
  double max = 1;
  bool diverging = false;  ///< For differences.
  ScaleUnit unit = ScaleUnit::Share;
  QStringList title = {};  ///< What a legend calls the numbers, in lines: "weight", or both sides of a difference.
  double rounding = 0;     ///< Numbers no further from 0 are rounding errors: they have the place of 0.

  /// Differences of weights, and numbers made by subtraction, are rounded by about as much.
  static constexpr double kRounding = 1e-5;
  /// A scale that ends at the largest number of a picture reaches at least so far: small numbers look small.
  static constexpr double kLeastMax = 1e-3;

  /// Weights below this part of `max` are at 0 on a logarithmic scale.
  static constexpr double kLogFloor = 1e-3;

  double position(double weight) const;
  /// The weight at `position`: the inverse of position().
  double weight(double position) const;
  /// Round weights for a legend, ascending, from the bottom of the scale to its top.
  std::vector<double> ticks() const;

  bool operator==(const ColourScale&) const = default;
};

/// A number with a minus as a typographer sets it; what is rounded to nothing has no sign.
QString numberText(double number, int digits);
/// The same with a plus before what is shown above 0.
QString signedNumberText(double number, int digits);
/// A share as a person reads it: "12%", "0.4%"; `digits` after the point.
QString percentText(double share, int digits);
/// The same with as many digits as a tick needs: "25%", "0.1%".
QString percentText(double share);
/// A difference of shares: "+12%", "−0.4%", "0%".
QString differenceText(double difference, int digits);

}  // namespace headlight
