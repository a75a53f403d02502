#include "core/corpus/comparison/student.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace headlight {
namespace {

/// P(|T| ≤ √ν tan φ) = 2 Γ((ν + 1) / 2) / (√π Γ(ν / 2)) · ∫ cos^(ν - 1) from 0 to φ; Simpson's rule, in pieces of the
/// curve's own width.
double inside(double angle, double degrees) {
  constexpr int kPieces = 400;
  const double width = std::min(angle, 12 / std::sqrt(degrees + 1));  // Beyond, the curve is 0.
  const double step = width / kPieces;
  double sum = 0;
  for (int i = 0; i <= kPieces; ++i) {
    const double weight = i == 0 || i == kPieces ? 1 : i % 2 == 1 ? 4 : 2;
    sum += weight * std::exp((degrees - 1) * std::log(std::max(std::cos(i * step), 1e-300)));
  }
  const double scale = std::exp(std::lgamma((degrees + 1) / 2) - std::lgamma(degrees / 2));
  return 2 * scale / std::sqrt(std::numbers::pi) * sum * step / 3;
}

}  // namespace

double studentQuantile(double level, double degrees) {
  double low = 0, high = std::numbers::pi / 2;
  constexpr int kHalvings = 60;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    (inside(middle, degrees) < level ? low : high) = middle;
  }
  return std::sqrt(degrees) * std::tan((low + high) / 2);
}

}  // namespace headlight
