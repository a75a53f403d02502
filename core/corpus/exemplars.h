#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "core/corpus/distribution.h"

namespace headlight {

/// A text by its hash, and what a number was there.
struct Exemplar {
  double value = 0;
  std::uint64_t text = 0;  ///< 0 for none.

  explicit operator bool() const { return text != 0; }
  bool operator==(const Exemplar&) const = default;
};

/// Texts over the whole range of a number: the strongest, the weakest, and one of each tenth of its scale, the one with
/// the least hash. A text counts once. What is kept depends on the texts alone, not on their order or on how parts were
/// merged.
struct Exemplars {
  static constexpr std::size_t kEnds = 3, kRanges = 10, kAll = 2 * kEnds + kRanges;
  /// The strongest first; then the weakest first; then by range. Unused places at the end of each part are empty.
  std::array<Exemplar, kAll> all{};

  std::span<const Exemplar> strongest() const { return std::span(all).first(kEnds); }
  std::span<const Exemplar> weakest() const { return std::span(all).subspan(kEnds, kEnds); }
  std::span<const Exemplar> ranges() const { return std::span(all).last(kRanges); }

  /// Whether the text is kept by it.
  bool add(Exemplar one, MetricScale scale) {
    const auto stronger = [](const Exemplar& a, const Exemplar& b) {
      return a.value != b.value ? a.value > b.value : a.text < b.text;
    };
    const auto weaker = [](const Exemplar& a, const Exemplar& b) {
      return a.value != b.value ? a.value < b.value : a.text < b.text;
    };
    bool kept = insert(std::span(all).first(kEnds), one, stronger);
    kept = insert(std::span(all).subspan(kEnds, kEnds), one, weaker) || kept;
    Exemplar& range = all[2 * kEnds + binOf(one.value, scale) * kRanges / kBins];
    if (!range || one.text < range.text || (one.text == range.text && one.value > range.value)) {
      range = one;
      kept = true;
    }
    return kept;
  }
  void merge(const Exemplars& other, MetricScale scale) {
    for (const Exemplar& each : other.all)
      if (each) add(each, scale);
  }

 private:
  template <class Before>
  static bool insert(std::span<Exemplar> best, Exemplar one, const Before& before) {
    const auto same = std::find_if(best.begin(), best.end(), [&](const Exemplar& e) { return e.text == one.text; });
    const auto empty = std::find_if(best.begin(), best.end(), [](const Exemplar& e) { return !e; });
    const auto last = same != best.end() ? same : empty != best.end() ? empty : best.end() - 1;
    if (*last && !before(one, *last)) return same != best.end();
    *last = one;
    for (auto at = last; at != best.begin() && before(*at, *(at - 1)); --at) std::iter_swap(at, at - 1);
    return true;
  }
};

}  // namespace headlight
