#include "ui/figures/colours/colour_scale.h"

#include <algorithm>
#include <cmath>

#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kTickSpacing = 0.17;  // of the colour bar, so that labels never touch

/// 1, 2 or 5 times a power of ten, the largest that is not above `x`.
double roundDown(double x) {
  const double power = std::pow(10.0, std::floor(std::log10(x) + 1e-9));
  for (double digit : {5.0, 2.0, 1.0})
    if (digit * power <= x * (1 + 1e-9)) return digit * power;
  return power;
}

}  // namespace

double ColourScale::position(double w) const {
  if (std::abs(w) <= rounding) w = 0;
  if (diverging) {
    const double half = ColourScale{kind, max}.position(std::abs(w)) / 2;
    return w < 0 ? 0.5 - half : 0.5 + half;
  }
  if (!(w > 0) || !(max > 0)) return 0;
  const double part = std::min(w / max, 1.0);
  switch (kind) {
    case ScaleKind::Linear:
      return part;
    case ScaleKind::Sqrt:
      return std::sqrt(part);
    case ScaleKind::Log:
      return part <= kLogFloor ? 0 : 1 - std::log(part) / std::log(kLogFloor);
  }
  return 0;
}

double ColourScale::weight(double at) const {
  const double p = std::clamp(at, 0.0, 1.0);
  if (diverging) {
    if (p == 0.5) return 0;
    const double size = ColourScale{kind, max}.weight(std::abs(2 * p - 1));
    return p < 0.5 ? -size : size;
  }
  switch (kind) {
    case ScaleKind::Linear:
      return p * max;
    case ScaleKind::Sqrt:
      return p * p * max;
    case ScaleKind::Log:
      return max * std::pow(kLogFloor, 1 - p);
  }
  return 0;
}

std::vector<double> ColourScale::ticks() const {
  if (!(max > 0)) return {0};
  if (diverging) {
    // The marks of one half, thinned out because it has half the room, on both sides of 0.
    std::vector<double> half = {max};
    const std::vector<double> full = ColourScale{kind, max}.ticks();
    for (auto tick = full.rbegin() + 1; tick != full.rend(); ++tick)
      if (position(half.back()) - position(*tick) >= kTickSpacing && position(*tick) - 0.5 >= kTickSpacing)
        half.push_back(*tick);
    std::vector<double> both;
    for (const double tick : half) both.push_back(-tick);
    both.push_back(0);
    both.insert(both.end(), half.rbegin(), half.rend());
    return both;
  }
  std::vector<double> found = {max};
  const double bottom = kind == ScaleKind::Log ? max * kLogFloor : 0;
  if (kind == ScaleKind::Linear) {
    double step = roundDown(max / 3.5);
    for (double w = step * std::floor(max / step); w > step / 2; w -= step)
      if (position(found.back()) - position(w) >= kTickSpacing) found.push_back(w);
  } else {
    for (double w = roundDown(max); w > std::max(bottom, max * 1e-4); w = roundDown(w * 0.99))
      if (position(found.back()) - position(w) >= kTickSpacing && position(w) >= kTickSpacing &&
          (kind != ScaleKind::Log || std::abs(std::log10(w) - std::round(std::log10(w))) < 1e-6))
        found.push_back(w);
  }
  found.push_back(bottom);
  std::reverse(found.begin(), found.end());
  return found;
}

QString numberText(double number, int digits) {
  const QString text = QString::number(number, 'f', digits);
  return localNumber(text.toDouble() == 0 ? 0 : number, 'f', digits).replace(u'-', u'−');
}

QString signedNumberText(double number, int digits) {
  const bool above = QString::number(number, 'f', digits).toDouble() > 0;
  return (above ? QStringLiteral("+") : QString()) + numberText(number, digits);
}

QString percentText(double share, int digits) {
  QString number = localNumber(100 * share, 'f', digits);
  if (number.startsWith(u'-')) number[0] = QChar(0x2212);
  return number + u'%';
}

QString differenceText(double difference, int digits) {
  const QString text = percentText(difference, digits);
  // What is rounded to nothing has no sign.
  bool nothing = true;
  for (const QChar c : text) nothing = nothing && !(c >= u'1' && c <= u'9');
  if (nothing) return percentText(0, digits);
  return difference > 0 ? u'+' + text : text;
}

QString percentText(double share) {
  const double percent = 100 * std::abs(share);
  int digits = 0;
  // As many digits as two significant ones need, but no zeros at the end.
  for (; digits < 4 && percent > 0 && percent < 10; ++digits) {
    const double scaled = percent * std::pow(10.0, digits);
    if (scaled >= 1 && std::abs(scaled - std::round(scaled)) < 0.05) break;
    if (scaled >= 10) break;
  }
  return percentText(share, digits);
}

}  // namespace headlight
