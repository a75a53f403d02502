#pragma once

#include <memory>
#include <vector>

#include "ui/charts/cell_grid.h"
#include "ui/charts/head_cells.h"
#include "ui/charts/lens/lens_report.h"
#include "ui/figures/figure.h"

namespace headlight {

/// Where everything of a picture of the logit lens is: the grid above; below it the candidates of the chosen cell, and
/// what each head adds. Figure units, origin at the top left.
struct LensLayout : CellGridLayout {
  FigureFrame frame;
  struct Bar {
    QRectF whole;  ///< For a probability of 1.
    PlacedText name, value;
  };
  std::optional<PlacedText> barsTitle, headsTitle;
  std::vector<Bar> bars;
  AtlasLayout heads;              ///< From `headsAt`; without rows where no head has a number.
  QPointF headsAt;
  std::vector<PlacedText> why;    ///< In its place.
};

/// The logit lens: a row for each hidden state, a column for each token, in each cell the token that the output head
/// would predict from it, coloured by its probability. For the chosen cell the likeliest tokens, and what every head
/// adds to the logit of one of them.
class LensFigure final : public Figure {
 public:
  explicit LensFigure(std::shared_ptr<const LensReport> report = {}, FigureStyle style = {})
      : m_report(std::move(report)), m_style(std::move(style)) {}

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  QStringList families() const override { return fontFamilies(m_style.family); }
  /// The cells (`query` is the token, `id` the hidden state), then the candidates, then the heads.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  LensLayout layout(QSizeF size) const;

 private:
  bool isEmpty() const { return !m_report || m_report->grid.cells.empty(); }
  QString tokenName(Index token) const;
  /// "Before the first layer", "After layer 3".
  QString depthName(int depth) const;
  ColourScale scale() const;
  ColourScale headScale() const;
  std::vector<QString> notes(const LensLayout& layout) const;
  void placeGrid(LensLayout& out, const QRectF& area, const TextMetrics& metrics) const;
  void placeBars(LensLayout& out, const QRectF& area, const TextMetrics& metrics) const;
  void placeHeads(LensLayout& out, const QRectF& area, const TextMetrics& metrics) const;
  void paintGrid(QPainter& p, const LensLayout& layout) const;

  std::shared_ptr<const LensReport> m_report;
  FigureStyle m_style;
};

}  // namespace headlight
