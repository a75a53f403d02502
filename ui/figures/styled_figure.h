#pragma once

#include <optional>
#include <utility>

#include "ui/figures/figure.h"
#include "ui/figures/figure_style.h"

class QPainter;

namespace headlight {

/// A figure on paper of its own style.
class StyledFigure : public Figure {
 public:
  explicit StyledFigure(FigureStyle style = {}) : m_style(std::move(style)) {}

  const FigureStyle& style() const { return m_style; }
  QStringList families() const override { return fontFamilies(m_style.family); }
  /// The paper, and on it the picture or the words that there are in its place.
  void paint(QCPPainter& painter, const QRectF& area) const override;

 protected:
  /// Draws the picture at `size`, its top left corner at (0, 0). For a figure that leaves paint() as it is.
  virtual void draw(QPainter& painter, QSizeF size) const {
    static_cast<void>(painter);
    static_cast<void>(size);
  }
  /// What the paper says where there is nothing to draw; none where there is.
  virtual std::optional<QString> nothing() const { return {}; }

  FigureStyle m_style;
};

}  // namespace headlight
