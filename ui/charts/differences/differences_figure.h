#pragma once

#include <memory>

#include "ui/charts/differences/differences_report.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_frame.h"

namespace headlight {

/// Where everything of the differences of two models is: three lists, beside each other or, in a narrow figure, one
/// below the other. Figure units, origin at the top left of the figure.
struct DifferencesLayout {
  struct Row {
    PlacedText name, value;
    QRectF bar;   ///< The track of the largest value of its list.
    QRectF whole;
    double share = 0;  ///< Of the list's largest value.
  };
  struct List {
    PlacedText title;
    std::vector<Row> rows;         ///< The first of the list, as many as there is room for.
    std::vector<PlacedText> words;  ///< How many more there are, or why there are none.
  };
  FigureFrame frame;
  List heads, answers, tensors;
};

/// How two models of one shape differ over a text: the heads whose attention lies farthest apart, the places where the
/// likeliest prediction changes, and the error of each tensor against those of the finer file.
class DifferencesFigure final : public Figure {
 public:
  explicit DifferencesFigure(std::shared_ptr<const DifferencesReport> report = {}, FigureStyle style = {})
      : m_report(std::move(report)), m_style(std::move(style)) {}

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override { return {1120, 480}; }
  QString title() const override;
  QString altText() const override;
  QStringList families() const override { return fontFamilies(m_style.family); }
  /// Every row; those of heads name their head, those of predictions their token.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  DifferencesLayout layout(QSizeF size) const;

 private:
  std::shared_ptr<const DifferencesReport> m_report;
  FigureStyle m_style;
};

}  // namespace headlight
