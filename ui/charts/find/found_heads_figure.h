#pragma once

#include <memory>

#include "core/corpus/patterns/pattern_search.h"
#include "ui/figures/figure_frame.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// How much heads attend to cells of one text, with the names that a picture of it needs.
struct FoundHeads {
  CellScores scores;
  Index cells = 0;  ///< That were asked for.
  QString pattern;  ///< By which they were named; empty where they were drawn.
  QString model, text, changed;
};
std::shared_ptr<const FoundHeads> withoutText(const std::shared_ptr<const FoundHeads>& found);

/// Where everything of a list of heads is. Figure units, origin at the top left of the figure.
struct FoundHeadsLayout {
  struct Row {
    std::size_t head = 0;  ///< Its number in the scores.
    PlacedText name, value;
    QRectF bar, whole;
    double chanceAt = 0;  ///< x of the chance level.
  };
  FigureFrame frame;
  std::optional<PlacedText> heading;
  std::vector<Row> rows;  ///< The best first, as many as there is room for.
  std::optional<PlacedText> more;
};

/// Every head's share of attention on some cells as a bar, beside the chance level, ranked by the part of the way from
/// chance to certainty.
class FoundHeadsFigure final : public StyledFigure {
 public:
  explicit FoundHeadsFigure(std::shared_ptr<const FoundHeads> found = {}, FigureStyle style = {})
      : StyledFigure(std::move(style)), m_found(std::move(found)) {}

  QSizeF preferredSize() const override { return {560, 640}; }
  QString title() const override;
  QString altText() const override;
  /// Every row.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  FoundHeadsLayout layout(QSizeF size) const;

 private:
  void draw(QPainter& painter, QSizeF size) const override;
  std::optional<QString> nothing() const override { return m_found ? std::nullopt : std::optional(QString()); }
  QString words(std::size_t head) const;

  std::shared_ptr<const FoundHeads> m_found;
};

}  // namespace headlight
