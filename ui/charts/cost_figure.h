#pragma once

#include <memory>

#include "ui/charts/cost_data.h"
#include "ui/figures/figure.h"

namespace headlight {

/// What a model costs against the length of the text, on logarithmic axes: multiply-adds by part, and bytes; attention
/// computed in full, in a window and streamed together, the open text marked.
class CostFigure final : public Figure {
 public:
  explicit CostFigure(std::shared_ptr<const CostData> data = {}, FigureStyle style = {})
      : m_data(std::move(data)), m_style(std::move(style)) {}

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override { return {1040, 560}; }
  QString title() const override;
  QString altText() const override;
  QStringList families() const override { return fontFamilies(m_style.family); }
  CurvesLayout layout(QSizeF size) const;
  const std::shared_ptr<const CostData>& data() const { return m_data; }

 private:
  std::shared_ptr<const CostData> m_data;
  FigureStyle m_style;
};

}  // namespace headlight
