#pragma once

#include <QImage>

#include "ui/figures/atlas_layout.h"
#include "ui/figures/attention_figure.h"
#include "ui/figures/heatmap_data.h"

namespace headlight {

/// The small maps of all heads, layer by layer.
struct AtlasData {
  int layers = 0, heads = 0;
  std::vector<HeatmapData> maps;  ///< layer · heads + head.
};

/// Every head brought down to at most `cells` × `cells` entries (the largest of those that become one).
AtlasData computeAtlasData(const AttentionMaps& maps, const std::vector<Index>& sinks, Index cells,
                           const Progress& progress = {});

/// All heads as thumbnails in a layer × head grid, on one scale unless the style says otherwise; head() is framed.
class AtlasFigure final : public AttentionFigure {
 public:
  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  AtlasLayout layout(QSizeF size) const;

  /// Numbers computed elsewhere (by a job); without them paint() computes its own.
  void setData(std::shared_ptr<const AtlasData> data) { m_data = std::move(data); }
  const AtlasData& data() const;
  /// Frames the selected head; files leave it out unless asked.
  void setFrameSelected(bool frame) { m_frameSelected = frame; }

 private:
  void changed() override;

  bool m_frameSelected = true;
  const AttentionMaps* m_dataOf = nullptr;
  mutable std::shared_ptr<const AtlasData> m_data;
};

}  // namespace headlight
