#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "ui/figures/figure_style.h"
#include "ui/figures/placed_text.h"
#include "ui/figures/text_metrics.h"

namespace headlight {

/// What stands around every picture: title, subtitle and notes.
struct FigureFrame {
  std::optional<PlacedText> title;
  std::vector<PlacedText> subtitle, notes;
  QRectF body;  ///< What is left for the picture.
};

/// What the layout of a figure depends on, whatever it shows.
struct FrameSpec {
  QSizeF size;
  QString title, subtitle;
  std::vector<QString> notes;  ///< Sentences below the picture.
  FigureStyle style;
};

/// Places title and subtitle at the top and the notes at the bottom of a figure of `size`.
FigureFrame layoutFrame(QSizeF size, const QString& title, const QString& subtitle, const std::vector<QString>& notes,
                        const FigureStyle& style, const TextMetrics& metrics);

/// Moves the notes up to what ends at `bottom`, so that they stand below the picture and not at the end of empty paper.
void moveNotesUp(FigureFrame& frame, double bottom);

/// A legend for a colour scale: a gradient with its title and marks; upright with the marks beside it and the title in
/// lines above, or lying with the marks below it and the title in one line before it.
struct ColourBarLayout {
  QRectF bar;  ///< Empty when there is no legend.
  bool lying = false;
  bool diverging = false;  ///< For differences.
  std::vector<PlacedText> title;
  std::vector<PlacedText> ticks;
  std::vector<double> tickAt;  ///< y of each mark, or x when the bar lies.

  /// The lower end of the bar and its marks; 0 without a legend.
  double bottom() const { return ticks.empty() ? bar.bottom() : std::max(bar.bottom(), ticks.front().box.bottom()); }
};

/// How wide a colour bar with these ticks is, with the space before it.
double colourBarWidth(const ColourScale& scale, const FigureStyle& style, const TextMetrics& metrics);

/// Places a colour bar with its left edge at `topLeft`, at most `height` high together with its title.
ColourBarLayout layoutColourBar(QPointF topLeft, double height, const ColourScale& scale, const FigureStyle& style,
                                const TextMetrics& metrics);

/// How high a lying colour bar is, with the space before it.
double lyingColourBarHeight(const FigureStyle& style, const TextMetrics& metrics);

/// Places a lying colour bar with its title before it, at most `width` wide together with the title.
ColourBarLayout layoutLyingColourBar(QPointF topLeft, double width, const ColourScale& scale, const FigureStyle& style,
                                     const TextMetrics& metrics);

/// The box of a text whose baseline starts at `origin`.
PlacedText placeText(const QString& text, QPointF origin, double size, const TextMetrics& metrics,
                     QFont::Weight weight = QFont::Normal);

/// The label of `token`, turned by `angle` about the start of its baseline, and the box that it fills.
PlacedLabel placeLabel(Index token, const QString& text, QPointF origin, double angle, double size,
                       const TextMetrics& metrics);

/// Letters of a label stand within so many text sizes above and below its baseline; labels may be packed that close.
inline constexpr double kLabelAbove = 0.82, kLabelBelow = 0.24;
inline constexpr double kLabelPitch = kLabelAbove + kLabelBelow;

/// The largest whole size from `size` down to `least` whose labels fit `pitch` units apart, and the stride (every n-th
/// label) that even the smallest one needs.
struct LabelFit {
  double size;
  int stride;
};
LabelFit fitLabels(double size, double least, double pitch);

/// "Labels: every 4th token." for strides above 1; empty when every label is there.
QString strideNote(int queryStride, int keyStride);
/// The same where the labels of what is strongest came first.
QString strongestLabelsNote(int stride);

}  // namespace headlight
