#pragma once

#include "ui/figures/attention_figure.h"
#include "ui/figures/heatmap_data.h"
#include "ui/figures/heatmap_layout.h"

class QCustomPlot;

namespace headlight {

/// One head as a map of cells: a row for each query, a column for each key, sinks apart, always with a colour bar.
class HeatmapFigure final : public AttentionFigure {
 public:
  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<HeatmapFigure>(*this); }
  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  QString altText() const override;
  /// Every cell in view that its query may see, up to kMaxVectorCells.
  std::vector<FigureSpot> spots(QSizeF size) const override;

  /// The part of the map in view, in cells (x keys, y queries); the whole map at first and for new maps.
  QRectF visibleCells() const;
  /// Clamped to the map; nothing smaller than a cell.
  void setVisibleCells(const QRectF& cells);

  HeatmapLayout layout(QSizeF size) const;
  /// What must be known for that layout.
  HeatmapRequest request(const HeatmapLayout& layout) const;
  /// The numbers for that layout: what setData gave if it answers the request, else computed here and kept.
  const HeatmapData& data(const HeatmapLayout& layout) const;
  void setData(std::shared_ptr<const HeatmapData> data) { m_data = std::move(data); }
  ColourScale scale() const;

  /// Makes `plot` show this figure at `size`. The widget on screen and paint() both do it this way.
  /// Returns the layout that it shows.
  HeatmapLayout populate(QCustomPlot& plot, QSize size) const;

 private:
  void changed() override;

  QRectF m_visible;  ///< Null for the whole map.
  mutable std::shared_ptr<const HeatmapData> m_data;
  mutable std::optional<float> m_largest;  ///< Of the whole head without its sinks.
};

}  // namespace headlight
