#pragma once

#include "ui/figures/attention_figure.h"
#include "ui/figures/heatmap_data.h"
#include "ui/figures/heatmap_layout.h"

class QCustomPlot;

namespace headlight {

/// One head as a map of cells: a row for each query, a column for each key, sinks apart, always with a colour bar.
class HeatmapFigure final : public AttentionFigure {
 public:
  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  QString altText() const override;

  /// The part of the map in view, in cells (x keys, y queries); the whole map at first and after setMaps.
  QRectF visibleCells() const;
  void setVisibleCells(const QRectF& cells);

  HeatmapLayout layout(QSizeF size) const;
  /// The numbers drawn for that layout; computed once for each head and part in view, or set from a job.
  const HeatmapData& data(const HeatmapLayout& layout) const;

  /// Makes `plot` show this figure at `size`: axes, cells, bars, legend. The widget on screen and paint() both use it.
  void populate(QCustomPlot& plot, QSize size) const;

 private:
  void changed() override;
  HeatmapSpec spec(QSizeF size) const;

  QRectF m_visible;  ///< Null for the whole map.
  mutable std::shared_ptr<const HeatmapData> m_data;
};

}  // namespace headlight
