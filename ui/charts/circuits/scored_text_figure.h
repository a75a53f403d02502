#pragma once

#include "ui/charts/circuits/findings_figure.h"
#include "ui/figures/coloured_text/coloured_text_layout.h"

namespace headlight {

/// A number for each token as a tint of the text itself.
class ScoredTextFigure final : public FindingsFigure {
 public:
  using FindingsFigure::FindingsFigure;

  QSizeF preferredSize() const override;
  /// Every token in sight that has a number.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  ColouredTextLayout layout(QSizeF size) const;

 private:
  void draw(QPainter& p, QSizeF size) const override;
  QStringList strongest() const override;
  std::optional<QString> nothing() const override;
  QString sentence(std::size_t token) const;
};

}  // namespace headlight
