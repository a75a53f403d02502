#pragma once

#include <memory>
#include <string_view>

#include "ui/figures/figure.h"
#include "ui/figures/heads_report.h"
#include "ui/figures/scatter/scatter_layout.h"

namespace headlight {

/// Two numbers of every head against each other: a dot for each head, in the colour of its label.
class ScatterFigure final : public Figure {
 public:
  /// `x` and `y` are names of headColumns(); only the heads `shown`, all when empty.
  explicit ScatterFigure(std::shared_ptr<const HeadsReport> report = {}, std::string_view x = "induction",
                         std::string_view y = "entropy", std::vector<HeadId> shown = {}, FigureStyle style = {})
      : m_report(std::move(report)),
        m_x(headColumn(x)),
        m_y(headColumn(y)),
        m_shown(std::move(shown)),
        m_style(std::move(style)) {}

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override { return {720, 540}; }
  QString title() const override;
  QString altText() const override;
  QStringList families() const override { return fontFamilies(m_style.family); }
  /// Every dot.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  ScatterLayout layout(QSizeF size) const;

 private:
  ScatterSpec spec(QSizeF size) const;
  bool shows(HeadId head) const;

  std::shared_ptr<const HeadsReport> m_report;
  HeadColumn m_x, m_y;
  std::vector<HeadId> m_shown;
  FigureStyle m_style;
};

}  // namespace headlight
