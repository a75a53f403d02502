#pragma once

#include <atomic>

#include "core/attention/lenses/lens.h"

namespace headlight::test {

/// Other maps, with how often and how much of them was read.
class CountedMaps final : public Lens {
 public:
  using Lens::Lens;
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    ++calls;
    cells += rect.rows * rect.cols;
    base().weights(head, rect, out);
  }
  mutable std::atomic<Index> calls = 0, cells = 0;
};

}  // namespace headlight::test
