#pragma once

#include <optional>
#include <vector>

#include "ui/figures/figure_frame.h"

namespace headlight {

/// What the layout of an image overlay depends on.
struct ImageOverlaySpec : FrameSpec {
  QSizeF image;                ///< Pixels of the picture, its shape.
  QSizeF patch;                ///< Pixels of a patch.
  Index rows = 0, cols = 0;    ///< Of patches.
  std::vector<QString> names;  ///< Of the pictures; one alone has none below it.
  int columns = 0;             ///< Pictures in a line; 0 for as many as make them largest.
  QString besideText;          ///< What the bar below a picture is of.
  ColourScale scale;
};

/// Where everything of an image overlay is: the same picture once for each head, a bar and a name below each. Figure
/// units, origin at the top left.
struct ImageOverlayLayout {
  struct Tile {
    QRectF picture;
    QRectF bar;                      ///< From 0 to 100 %.
    std::optional<PlacedText> name;  ///< Below the picture.
    PlacedText value;                ///< At the end of the bar; its text is the painter's.
  };
  FigureFrame frame;
  std::vector<Tile> tiles;
  std::optional<PlacedText> besideTitle;  ///< Before the bar of a single picture.
  ColourBarLayout legend;
  Index rows = 0, cols = 0;
  QSizeF patch;  ///< Figure units.
  double labelSize = 0;

  QRectF patchRect(std::size_t tile, Index patch) const;
  /// The picture and the patch at `point`.
  struct Place {
    std::size_t tile = 0;
    Index patch = 0;
  };
  std::optional<Place> placeAt(QPointF point) const;
};

/// Computes the layout. Pure: the same numbers for the same spec and metrics.
ImageOverlayLayout layoutImageOverlay(const ImageOverlaySpec& spec, const TextMetrics& metrics);

}  // namespace headlight
