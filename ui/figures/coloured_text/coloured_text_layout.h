#pragma once

#include <optional>
#include <vector>

#include "ui/figures/figure_frame.h"
#include "ui/figures/token_axis.h"

namespace headlight {

/// What the layout of a coloured text depends on.
struct ColouredTextSpec : FrameSpec {
  std::vector<TextPiece> pieces;
  Index chosen = 0;             ///< Its line stays in sight when not all lines fit.
  std::vector<QString> values;       ///< Numbers below the pieces; empty for none.
  std::vector<QString> shortValues;  ///< What is there instead where a value has no room; empty for nothing.
  QString sinkText;             ///< What the sink's bar is called; empty without one.
  ColourScale scale;
};

/// Where everything of a coloured text is. Figure units, origin at the top left of the figure.
struct ColouredTextLayout {
  struct Piece {
    Index token = 0;
    QString text;
    double size = 0;  ///< Of its text: smaller for what is not part of the text.
    QPointF origin;   ///< Start of the baseline.
    QRectF box;       ///< What is tinted. Boxes of one word touch; boxes of different words do not.
    std::optional<PlacedText> value;
  };

  FigureFrame frame;
  QRectF text;  ///< The room for the lines.
  double textSize = 0, valueSize = 0, radius = 0;
  double noteSize = 0;  ///< FigureStyle::textSize of all that stands around the text.
  std::vector<Piece> pieces;  ///< In the order of the text; without those that do not fit.
  std::optional<PlacedText> sinkTitle, sinkValue;
  QRectF sinkBar;  ///< 0 to 100 %; empty without sinks.
  ColourBarLayout legend;

  const Piece* piece(Index token) const;
};

/// Computes the layout: the largest type in which the whole text fits, within limits. Pure.
ColouredTextLayout layoutColouredText(const ColouredTextSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
