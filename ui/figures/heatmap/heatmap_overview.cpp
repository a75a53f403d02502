#include "ui/figures/heatmap/heatmap_overview.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/heatmap/heatmap_data.h"
#include "ui/figures/painting.h"

namespace headlight {

QImage heatmapOverview(const AttentionMaps& maps, HeadId head, const AttentionContext& context,
                       const ColourScale& scale, const FigureStyle& style, int side, double ratio) {
  const double longer = static_cast<double>(std::max(maps.queries(), maps.keys()));
  const auto length = [&](Index cells) {
    return std::max(1.0, std::round(side * static_cast<double>(cells) / longer));
  };
  const QSizeF size(length(maps.keys()), length(maps.queries()));
  HeatmapRequest request;
  request.head = head;
  request.region = maps.whole();
  request.rowsEach = blockSize(maps.queries(), static_cast<Index>(size.height()));
  request.colsEach = blockSize(maps.keys(), static_cast<Index>(size.width()));
  if (style.sinksApart) request.sinks = context.sinkColumns;
  request.diverging = context.difference;
  request.gaps = context.onlyA;
  request.gaps.insert(request.gaps.end(), context.onlyB.begin(), context.onlyB.end());
  const HeatmapData data = sampleHeatmapData(maps, request);
  QImage image((size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(ratio);
  image.fill(style.inks().paper);
  QPainter painter(&image);
  const QRectF whole(0, 0, static_cast<double>(maps.keys()), static_cast<double>(maps.queries()));
  paintCells(painter, {data, context, maps.keys(), whole, QRectF(QPointF(0, 0), size), 0, false}, scale, style);
  return image;
}

}  // namespace headlight
