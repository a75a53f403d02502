#pragma once

#include <optional>
#include <vector>

#include "ui/figures/figure_frame.h"

namespace headlight {

/// A plane of an overlay, as its layout knows it.
struct OverlayPlane {
  QRectF shown;        ///< Of the picture or the sound, in units of its own.
  double aspect = 1;   ///< Width by height.
  QString label;       ///< Below it, where there are several.
  double seconds = 0;  ///< Of a sound: how long its axis is.
};

/// What the layout of an image overlay depends on.
struct ImageOverlaySpec : FrameSpec {
  std::vector<OverlayPlane> planes;  ///< The same for each head.
  std::vector<QString> heads;        ///< Their names; one alone has none below it.
  int columns = 0;                   ///< Heads in a line; 0 for as many as make the pictures largest.
  QString shares;                    ///< Of a single head: where its attention goes, below the bar.
  ColourScale scale;
};

/// Where everything of an image overlay is: for each head its planes, below them a bar and a name. Figure units, origin
/// at the top left.
struct ImageOverlayLayout {
  struct Tile {
    std::size_t head = 0, plane = 0;
    QRectF picture;
    QRectF shown;  ///< OverlayPlane::shown.
    std::optional<PlacedText> label;
    std::vector<PlacedText> ticks;  ///< Seconds, below.
    std::vector<double> tickAt;     ///< x of each.

    /// Where a box in the plane's units is.
    QRectF rectOf(const QRectF& box) const;
  };
  struct Group {
    QRectF bar;                      ///< From 0 to 100 %.
    std::optional<PlacedText> name;  ///< Of the head, or the shares of a single one.
  };
  FigureFrame frame;
  std::vector<Tile> tiles;    ///< Head after head, and of each plane after plane.
  std::vector<Group> groups;  ///< For each head.
  ColourBarLayout legend;
  double labelSize = 0;

  /// The tile at `point` and the place there in its plane's units.
  struct Place {
    std::size_t tile = 0;
    QPointF at;
  };
  std::optional<Place> placeAt(QPointF point) const;
};

/// Computes the layout. Pure: the same numbers for the same spec and metrics.
ImageOverlayLayout layoutImageOverlay(const ImageOverlaySpec& spec, const TextMetrics& metrics);

}  // namespace headlight
