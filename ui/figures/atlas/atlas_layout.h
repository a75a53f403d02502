#pragma once

#include <QLineF>
#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "ui/figures/figure_frame.h"

namespace headlight {

/// What the layout of an atlas depends on.
struct AtlasSpec {
  QSizeF size;
  int layers = 0, heads = 0;
  std::vector<HeadId> listed;  ///< Only these, one after the other; all of them in their grid when empty.
  std::vector<QString> captions;  ///< Below the names of those listed; empty for none.
  int headsOfGroup = 1;        ///< Neighbouring heads that read the same keys and values.
  std::vector<bool> windowed;  ///< For each layer, whether it sees only a window; empty for none.
  double aspect = 1;           ///< Width of a map for a height of 1.
  double stretch = 1;          ///< How many times as wide or as high as that it may be where there is room.
  bool sinkStrips = false;     ///< Whether a strip below each map shows the mean mass on the sinks.
  QString title, subtitle;
  std::vector<QString> notes;
  ColourScale scale;
  FigureStyle style;
};

/// Where everything of an atlas is: a map for each head, a row for each layer; or some heads in lines, each under its
/// name. Figure units, origin at the top left.
struct AtlasLayout {
  FigureFrame frame;
  int layers = 0, heads = 0;
  std::vector<HeadId> listed;  ///< In lines of `columns`; empty for the grid.
  int columns = 0;
  int headsOfGroup = 1;
  double groupGap = 0;              ///< Room between groups of heads that share keys and values.
  std::vector<QLineF> groupMarks;   ///< Beside the labels of each such group.
  std::vector<QLineF> windowMarks;  ///< Under the labels of layers that see only a window.
  QSizeF map;                       ///< Of one thumbnail without its strip.
  double strip = 0;                 ///< Height of the sink strip with the space above it; 0 without.
  QSizeF pitch;                     ///< From one thumbnail to the next.
  QPointF first;                    ///< Top left of the first head of the first layer.
  double labelSize = 0;
  std::vector<PlacedText> rowLabels, columnLabels;
  ColourBarLayout legend;

  /// The map of a head, and the same with its strip.
  /// Null for a head that is not listed.
  QRectF mapRect(HeadId head) const;
  QRectF thumbnail(HeadId head) const;
  /// Its thumbnail with half the space around it.
  QRectF reach(HeadId head) const;
  /// The heads that have a place, in their order.
  std::vector<HeadId> headsShown() const;
};

/// Computes the layout. Pure: the same numbers for the same spec and metrics.
AtlasLayout layoutAtlas(const AtlasSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
