#include "ui/figures/round_axis.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/colours/colour_scale.h"

namespace headlight {
namespace {

/// A step of 1, 2 or 5 times a power of ten of which about four make `span`.
double roundStep(double span) {
  if (!(span > 0)) return 1;
  const double power = std::pow(10.0, std::floor(std::log10(span / 4)));
  for (const double digit : {1.0, 2.0, 5.0})
    if (span / (digit * power) <= 5.5) return digit * power;
  return 10 * power;
}

int digitsOf(double step) { return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 6); }

}  // namespace

QString RoundAxis::text(double tick) const { return numberText(tick, digits); }

RoundAxis roundAxis(const std::vector<double>& values, bool fromZero) {
  double least = 0, most = 0;
  if (!values.empty()) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    // Numbers that fill less than a third of the way from 0 say more without it.
    const bool apart = !fromZero && *low > 0 && *high - *low < *high / 3 && *high > *low;
    least = apart ? *low : std::min(0.0, *low);
    most = std::max(0.0, *high);
  }
  if (!(most > least)) most = least + 1;
  RoundAxis axis;
  const double step = roundStep(most - least);
  axis.least = step * std::floor(least / step + 1e-9);
  axis.most = step * std::ceil(most / step - 1e-9);
  axis.digits = digitsOf(step);
  for (double tick = axis.least; tick <= axis.most + step / 2; tick += step) axis.ticks.push_back(tick);
  return axis;
}

}  // namespace headlight
