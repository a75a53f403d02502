#pragma once

#include <optional>
#include <vector>

#include "ui/figures/figure_frame.h"

namespace headlight {

/// What the layout of a step depends on: rows of something, each with a name before it and perhaps a number behind it.
struct WalkSpec {
  QSizeF size;
  QString title;
  QStringList captions;          ///< Paragraphs below the title.
  QString head;                  ///< Name of a row above all others; empty without one.
  QString foot;                  ///< Name of a row below all others; empty without one.
  std::vector<QString> names;    ///< Of the rows.
  std::vector<QString> numbers;  ///< Behind the rows; empty for none.
  std::vector<QString> columns;  ///< Names below the columns of the rows, turned when they do not fit; or none.
  double aside = 0;              ///< Room kept free at the right.
  bool fills = false;            ///< The rows are as high as there is room for.
  bool split = false;            ///< The rows have a strip on the left and a bar on the right.
  std::vector<QString> notes;
  FigureStyle style;
};

/// Where everything of a step is. Figure units, origin at the top left of the figure.
struct WalkLayout {
  /// One row.
  struct Row {
    PlacedText name;
    QRectF strip;  ///< All of it unless the rows are split.
    QRectF bar;    ///< Empty unless the rows are split.
    std::optional<PlacedText> number;
    /// The whole row, from its name to its number.
    QRectF box() const;
  };

  FigureFrame frame;
  std::vector<PlacedText> captions;
  double captionSize = 0, nameSize = 0;
  std::optional<Row> head, foot;
  std::vector<Row> rows;
  std::vector<PlacedLabel> columns;
  QRectF body;  ///< Room of the rows, or of what a step draws instead.
};

/// How many rows fit into a figure of this kind; at least three, at most `kMostWalkRows`.
int walkRowsFor(const WalkSpec& spec, const TextMetrics& metrics);
inline constexpr int kMostWalkRows = 16;

/// Computes the layout. Pure.
WalkLayout layoutWalk(const WalkSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
