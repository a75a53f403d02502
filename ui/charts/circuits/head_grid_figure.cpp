#include "ui/charts/circuits/head_grid_figure.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {

bool HeadGridFigure::isGrouped() const { return painted().axes[1].name != "head" && m_report->headsOfGroup > 1; }

std::vector<HeadCell> HeadGridFigure::cells() const {
  std::vector<HeadCell> cells;
  const NamedTensor& tensor = painted();
  for (Index layer = 0; layer < tensor.axes[0].size; ++layer)
    for (Index head = 0; head < tensor.axes[1].size; ++head)
      if (const double value = tensor({layer, head}); std::isfinite(value))
        cells.push_back({{static_cast<int>(layer), static_cast<int>(head)}, value});
  return cells;
}

QString HeadGridFigure::nameOfCell(HeadId cell) const {
  return isGrouped() ? Words::tr("Layer %1, key/value head %2").arg(cell.layer).arg(cell.head) : headTitle(cell);
}

AtlasLayout HeadGridFigure::layout(QSizeF size) const {
  AtlasSpec spec;
  spec.size = size;
  spec.style = m_style;
  spec.title = title();
  spec.scale = scale();
  if (!nothing()) {
    spec.layers = static_cast<int>(painted().axes[0].size);
    spec.heads = static_cast<int>(painted().axes[1].size);
    spec.aspect = headCellAspect(size, spec.layers, spec.heads);
    spec.subtitle = subtitle();
    std::vector<QString> more;
    if (isGrouped())
      more.push_back(Words::tr("Columns are key/value heads, each read by %1 heads.").arg(m_report->headsOfGroup));
    spec.notes = notes(more);
  }
  return layoutAtlas(spec, FontTextMetrics(m_style));
}

void HeadGridFigure::draw(QPainter& p, QSizeF size) const {
  const AtlasLayout layout = this->layout(size);
  paintHeadCells(p, layout, cells(), scale(), m_style);
  paintFrame(p, layout.frame, m_style);
}

std::vector<FigureSpot> HeadGridFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (nothing()) return spots;
  const AtlasLayout places = layout(size);
  for (const HeadCell& cell : cells()) {
    FigureSpot spot{places.mapRect(cell.head),
                    Words::tr("%1: %2").arg(nameOfCell(cell.head), numberOf(cell.value, true))};
    spot.head = HeadId{cell.head.layer, cell.head.head * (isGrouped() ? m_report->headsOfGroup : 1)};
    spots.push_back(std::move(spot));
  }
  return spots;
}

QSizeF HeadGridFigure::preferredSize() const {
  if (nothing()) return {640, 400};
  return {std::clamp(160.0 + 72 * static_cast<double>(painted().axes[1].size), 640.0, 1800.0),
          std::clamp(200.0 + 46 * static_cast<double>(painted().axes[0].size), 400.0, 2400.0)};
}

QStringList HeadGridFigure::strongest() const {
  const std::vector<HeadCell> all = cells();
  std::vector<double> values;
  for (const HeadCell& cell : all) values.push_back(cell.value);
  QStringList found;
  for (const std::size_t i : strongestOf(values))
    found << Words::tr("%1: %2").arg(nameOfCell(all[i].head), numberOf(all[i].value, true));
  return found;
}

}  // namespace headlight
