#pragma once

#include "ui/figures/text_metrics.h"

namespace headlight::test {

/// Text in which every character is 0.6 of its size wide: layouts can be computed by hand and need no fonts.
class FixedMetrics final : public TextMetrics {
 public:
  double width(const QString& text, double size, QFont::Weight = QFont::Normal) const override {
    return 0.6 * size * static_cast<double>(text.size());
  }
  double ascent(double size) const override { return 0.95 * size; }
  double descent(double size) const override { return 0.25 * size; }
};

}  // namespace headlight::test
