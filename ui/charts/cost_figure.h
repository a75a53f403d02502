#pragma once

#include <memory>

#include "ui/charts/cost_data.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// What a model costs against the length of the text, on logarithmic axes: multiply-adds by part, and bytes; attention
/// computed in full, in a window and streamed together, the open text marked.
class CostFigure final : public StyledFigure {
 public:
  explicit CostFigure(std::shared_ptr<const CostData> data = {}, FigureStyle style = {})
      : StyledFigure(std::move(style)), m_data(std::move(data)) {}

  QSizeF preferredSize() const override { return {1040, 560}; }
  QString title() const override;
  QString altText() const override;
  CurvesLayout layout(QSizeF size) const;
  const std::shared_ptr<const CostData>& data() const { return m_data; }

 private:
  void draw(QPainter& p, QSizeF size) const override;
  std::optional<QString> nothing() const override { return m_data ? std::nullopt : std::optional(QString()); }

  std::shared_ptr<const CostData> m_data;
};

}  // namespace headlight
