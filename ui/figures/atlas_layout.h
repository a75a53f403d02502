#pragma once

#include "core/base/ids.h"
#include "ui/figures/heatmap_layout.h"

namespace headlight {

struct AtlasSpec {
  QSizeF size;
  int layers = 0, heads = 0;
  QString title, subtitle, scaleNote;
  std::vector<QString> notes;
  std::vector<double> ticks;
  bool sinkStrips = false;
  FigureStyle style;
};

/// Where everything of an atlas is: a square for each head, a row for each layer.
struct AtlasLayout {
  int layers = 0, heads = 0;
  double side = 0;   ///< Of one thumbnail.
  QSizeF pitch;      ///< From one thumbnail to the next.
  QPointF first;     ///< Top left of L0 H0.
  double strip = 0;  ///< Height of the sink strip inside a thumbnail, at its bottom; 0 without.
  double labelSize = 0;
  std::vector<PlacedText> layerLabels, headLabels, ticks, notes;
  std::optional<PlacedText> title, subtitle, legendTitle;
  QRectF colourBar;

  QRectF thumbnail(HeadId head) const;
  std::optional<HeadId> headAt(QPointF point) const;
};

AtlasLayout layoutAtlas(const AtlasSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
