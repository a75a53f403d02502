#pragma once

#include <QPainter>
#include <vector>

#include "ui/figures/atlas/atlas_layout.h"

namespace headlight {

/// A number for each head, painted as cells of a layer × head grid.
struct HeadCell {
  HeadId head;
  double value = 0;
  QString name = {};      ///< Below the number, where there is room.
  bool outlined = false;
  bool hidden = false;   ///< Only its edge.
  bool current = false;  ///< Stressed.
};

/// Width of a cell for a height of 1 with which `layers` × `heads` cells fill a figure of `size`, within what still
/// looks like a grid.
double headCellAspect(QSizeF size, int layers, int heads);

/// "A change of ln p" or of a logit, with its sign: "−1.39", "+0.02", "0.00".
QString natsText(double nats, bool sign);

/// Paints `cells` with the labels and the legend of `layout`; numbers where all of them fit.
void paintHeadCells(QPainter& painter, const AtlasLayout& layout, const std::vector<HeadCell>& cells,
                    const ColourScale& scale, const FigureStyle& style);

}  // namespace headlight
