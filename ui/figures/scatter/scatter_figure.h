#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "ui/figures/figure.h"
#include "ui/figures/heads_report.h"
#include "ui/figures/scatter/scatter_layout.h"

namespace headlight {

/// One number of every head, as an axis has it.
struct ScatterAxis {
  QString name;
  std::vector<std::optional<double>> values;  ///< In the order of the report's heads.
};
/// A number of headColumns(); throws Error for another name.
ScatterAxis scatterAxis(const HeadsReport* report, std::string_view column);

/// Two numbers of every head against each other: a dot for each head, in the colour of its label.
class ScatterFigure final : public Figure {
 public:
  /// `x` and `y` are names of headColumns(); only the heads `shown`, all when empty.
  explicit ScatterFigure(std::shared_ptr<const HeadsReport> report = {}, std::string_view x = "induction",
                         std::string_view y = "entropy", std::vector<HeadId> shown = {}, FigureStyle style = {})
      : m_report(std::move(report)),
        m_x(scatterAxis(m_report.get(), x)),
        m_y(scatterAxis(m_report.get(), y)),
        m_shown(std::move(shown)),
        m_style(std::move(style)) {}
  /// Any two numbers of the report's heads, with what a caption says besides.
  ScatterFigure(std::shared_ptr<const HeadsReport> report, ScatterAxis x, ScatterAxis y, std::vector<HeadId> shown,
                std::vector<QString> notes, FigureStyle style)
      : m_report(std::move(report)),
        m_x(std::move(x)),
        m_y(std::move(y)),
        m_shown(std::move(shown)),
        m_notes(std::move(notes)),
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
  ScatterAxis m_x, m_y;
  std::vector<HeadId> m_shown;
  std::vector<QString> m_notes;
  FigureStyle m_style;
};

}  // namespace headlight
