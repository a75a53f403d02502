#pragma once

#include <QPainter>
#include <QPen>

#include "ui/figures/attention_context.h"
#include "ui/figures/figure_frame.h"
#include "ui/figures/heatmap/heatmap_data.h"

namespace headlight {

/// Pieces that the figures share. All clip by arithmetic: not every format can clip.

/// What lies below a figure; nothing where its style is transparent.
void paintPaper(QPainter& painter, const QRectF& area, const FigureStyle& style);

void paintText(QPainter& painter, const PlacedText& text, const FigureStyle& style, double size, const QColor& colour,
               QFont::Weight weight = QFont::Normal);
void paintLabel(QPainter& painter, const PlacedLabel& label, const FigureStyle& style, double size,
                const QColor& colour);
void paintFrame(QPainter& painter, const FigureFrame& frame, const FigureStyle& style);
void paintColourBar(QPainter& painter, const ColourBarLayout& bar, const FigureStyle& style);

/// Fills `rect` with thin diagonal lines on a faint ground: data set apart.
void paintHatch(QPainter& painter, const QRectF& rect, const FigureStyle& style);

/// Fills `rect` with thin lines both ways: a number that is none.
void paintNoNumber(QPainter& painter, const QRectF& rect, const FigureStyle& style);

/// The pen of a link at `position` on its scale (0 to 1): wider and denser for more weight. `pitch` is the room between
/// neighbouring tokens.
QPen linkPen(QColor colour, double position, double pitch, double opacity = 1);
double linkWidth(double position, double pitch);
/// What is left of a link that is not in focus.
inline constexpr double kUnfocused = 0.07;

/// A bar of a share (0 to 1) from left to right, or from the top down, on its track.
void paintShareBar(QPainter& painter, const QRectF& whole, double share, Qt::Orientation orientation,
                   const QColor& colour, const FigureStyle& style);

/// On a bar's track `whole` the share of no token, a learned sink's, after the `before` of other sinks: outlined, so
/// that it is told from what lies on tokens.
void paintNoToken(QPainter& painter, const QRectF& whole, double before, double share, Qt::Orientation orientation,
                  const FigureStyle& style);

/// What a note says of paintNoToken().
QString noTokenNote();

/// The ink that is read best on `ground`: a token or a number in a tinted box.
QColor inkOn(const QColor& ground);

/// Up to so many cells are drawn one by one; more become one image.
inline constexpr Index kMaxVectorCells = 6000;

/// What a block of cells is drawn from.
struct CellBlock {
  const HeatmapData& data;
  const AttentionContext& context;
  Index keys = 0;  ///< Of the whole map.
  QRectF visible;  ///< Part of the map in view, in cells.
  QRectF area;     ///< Where it goes.
  double gap = 0;  ///< Between cells.
  bool vector = true;
};

/// Paints the cells that a query may see; the rest stays paper, and so do the gaps of a difference. Cells without a
/// number (NaN) are hatched both ways. Sink columns are left out.
void paintCells(QPainter& painter, const CellBlock& block, const ColourScale& scale, const FigureStyle& style);

}  // namespace headlight
