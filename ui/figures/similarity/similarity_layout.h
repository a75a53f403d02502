#pragma once

#include <QLineF>
#include <optional>
#include <vector>

#include "core/base/matrix.h"
#include "ui/figures/figure_frame.h"

namespace headlight {

/// What the layout of a head similarity map depends on.
struct SimilaritySpec : FrameSpec {
  int layers = 0, heads = 0;
  std::vector<QPointF> points;  ///< [layers · heads], in any unit; y upwards.
  std::vector<QString> labels;  ///< [layers · heads].
  std::vector<QString> shortLabels;  ///< For where not all of those have room; empty for none.
  std::optional<Index> chosen;  ///< Its label is placed first.
};

/// Where everything of a head similarity map is. Figure units, origin at the top left of the figure.
struct SimilarityLayout {
  FigureFrame frame;
  QRectF plot;
  double radius = 0;             ///< Of a dot.
  std::vector<QPointF> centres;  ///< One unit is as long across as it is up, but for dots that are moved apart.
  bool movedApart = false;       ///< Whether dots that would cover one another are.
  struct Label {
    Index head = 0;
    PlacedText text;
    QLineF leader;  ///< To the dot of a label that is not beside it; null for one that is.
  };
  std::vector<Label> labels;  ///< They overlap neither each other nor a dot; some are left out.
  double labelSize = 0;
  struct LayerKey {
    int layer = 0;
    QRectF swatch;
    PlacedText text;
  };
  std::vector<LayerKey> legend;
  std::optional<PlacedText> legendTitle;

  QRectF dot(Index head) const;
  /// Where a pointer means it: a few units more.
  QRectF reach(Index head) const;
};

/// Computes the layout. Pure: the same numbers for the same spec and metrics.
SimilarityLayout layoutSimilarity(const SimilaritySpec& spec, const TextMetrics& metrics);

}  // namespace headlight
