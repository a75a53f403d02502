#pragma once

#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "core/base/index.h"
#include "core/base/progress.h"

class QCPPainter;

namespace headlight {

/// Something that can be pointed at in a picture.
struct FigureSpot {
  QRectF rect;
  QString text;                     ///< What it says, with its exact weight.
  Index query = -1, key = -1;       ///< Which tokens it is about; -1 for none in particular.
  std::optional<HeadId> head = {};  ///< Which head it is about, where that is not the figure's own.
  Index id = -1;  ///< Of an AttentionFigure, a number of the figure's own kind: a token, a node, a head.
  QRectF reach = {};                ///< Where a pointer means it, where that is more than `rect`.
};

/// The number of the spot that a pointer at `point` means: of those whose reach it is in the nearest.
std::optional<std::size_t> spotAt(const std::vector<FigureSpot>& spots, QPointF point);
/// The number of the nearest spot to the right or left (±1), below or above (±1) of number `from`; none where nothing
/// lies that way. What lies aside counts as further.
std::optional<std::size_t> nextThatWay(const std::vector<FigureSpot>& spots, std::size_t from, int right, int down);

/// One picture. `paint` is the only way in which it comes onto a screen or into a file.
/// Lengths are figure units of 1/96 inch, so that the same size has the same layout in every format.
class Figure {
 public:
  virtual ~Figure() = default;

  /// Draws the figure into `area`. Needs a QApplication. No hover and no selection: a view draws those on top.
  virtual void paint(QCPPainter& painter, const QRectF& area) const = 0;
  /// How much of the numbers that painting at `size` needs is there, 0 to 1. Painting computes what is lacking, which
  /// takes no time worth mentioning from 1 on.
  virtual double ready(QSizeF size) const {
    static_cast<void>(size);
    return 1;
  }
  /// Computes some of what is lacking: in a thread that nobody else uses the figure in meanwhile. Throws Cancelled.
  virtual void prepare(QSizeF size, const Progress& progress) {
    static_cast<void>(size);
    static_cast<void>(progress);
  }
  /// The same of what altText() tells.
  virtual bool hasWords() const { return true; }
  virtual void prepareWords(const Progress& progress) { static_cast<void>(progress); }
  /// The size at which nothing need be thinned out or shrunk, within sensible limits.
  virtual QSizeF preferredSize() const = 0;
  /// One line that names the picture: "gpt, layer 1, head 3".
  virtual QString title() const = 0;
  /// What the picture shows, in a sentence or two, for those who do not see it.
  virtual QString altText() const = 0;
  /// The families that text of the figure falls back to, best first.
  virtual QStringList families() const = 0;
  /// Whether only a part of what it is about is in view, and having all of it in view.
  virtual bool isPart() const { return false; }
  virtual void showWhole() {}
  /// What can be pointed at when it is painted into `size`, in the order in which one reads; none when there is too
  /// much of it or nothing.
  virtual std::vector<FigureSpot> spots(QSizeF size) const {
    static_cast<void>(size);
    return {};
  }
};

/// Computes all that painting at `size` and altText() lack. Throws Cancelled.
void complete(Figure& figure, QSizeF size, const Progress& progress = {});
/// Whether there is nothing of that to be waited for.
bool isComplete(const Figure& figure, QSizeF size);

}  // namespace headlight
