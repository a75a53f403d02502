#pragma once

#include <QPainter>
#include <vector>

#include "core/text/encoding.h"
#include "ui/figures/figure_frame.h"

namespace headlight {

/// Between a picture and its bands.
inline constexpr double kBandGap = 4;

/// Neighbouring tokens of one turn of a conversation.
struct TurnBand {
  Index begin = 0, end = 0;  ///< Tokens [begin, end).
  QString role;              ///< "user".
  bool operator==(const TurnBand&) const = default;
};

/// The turns along an axis of `tokens`; what a chat template wrote is in none. None without a conversation.
std::vector<TurnBand> turnBands(const std::vector<Token>& tokens);

/// How wide a row of bands is, with the space before it; 0 without any.
double turnBandRoom(const std::vector<TurnBand>& bands, const FigureStyle& style, const TextMetrics& metrics);

/// A band in place, with as much of its role as has room.
struct PlacedBand {
  QRectF box;
  PlacedLabel role;  ///< Its text is empty where there is no room.
};

/// An axis that bands lie along: the part of it in view and how long a token is.
struct BandAxis {
  double from = 0, to = 0;  ///< In tokens.
  double start = 0;         ///< Where `from` lies.
  double each = 0;          ///< One token.
  double across = 0;        ///< Where the bands begin on the other axis.
};

/// Bands in a row below a picture, or in a column beside it, whose roles read from the top down.
std::vector<PlacedBand> placeBandsBelow(const std::vector<TurnBand>& bands, const BandAxis& axis,
                                        const FigureStyle& style, const TextMetrics& metrics);
std::vector<PlacedBand> placeBandsBeside(const std::vector<TurnBand>& bands, const BandAxis& axis,
                                         const FigureStyle& style, const TextMetrics& metrics);

void paintBands(QPainter& painter, const std::vector<PlacedBand>& bands, const FigureStyle& style);

}  // namespace headlight
