#pragma once

#include <memory>

#include "ui/charts/methods/methods_report.h"
#include "ui/figures/line_axis.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// What the layout of methods side by side depends on.
struct MethodsSpec : FrameSpec {
  struct Row {
    QString name, agreement, effect;  ///< May be empty.
    QString heading;          ///< Above the row, where a new scope begins; else empty.
  };
  std::vector<Row> rows;
  std::vector<QString> tokens;  ///< Of the keys that there are bars for.
  QString warning;
  QString agreementTitle, effectTitle;  ///< Of both columns of numbers.
};

/// Where everything of it is. Figure units, origin at the top left of the figure.
struct MethodsLayout {
  struct Row {
    QRectF plot;  ///< From the foot of its bars to the height of the largest.
    PlacedText name;
    std::optional<PlacedText> agreement, effect, heading;
  };
  FigureFrame frame;
  std::vector<PlacedText> warning;  ///< Its lines.
  std::optional<PlacedText> agreementTitle, effectTitle;
  std::vector<Row> rows;
  LineAxis line;
  double barWidth = 0;
};
/// Pure: the same numbers for the same spec and metrics.
MethodsLayout layoutMethods(const MethodsSpec& spec, const TextMetrics& metrics);

/// What several methods say one token looks at, and what the prediction there owes to each token: a row of bars over
/// the tokens for each, its rank agreement with the weights and with the measured effect beside it, and a sentence
/// above where they disagree.
class MethodsFigure final : public StyledFigure {
 public:
  explicit MethodsFigure(std::shared_ptr<const MethodsReport> story = {}, FigureStyle style = {})
      : StyledFigure(std::move(style)), m_story(std::move(story)) {}

  QSizeF preferredSize() const override { return {960, 640}; }
  QString title() const override;
  QString altText() const override;
  /// Every bar of every row.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  MethodsLayout layout(QSizeF size) const;
  /// The sentence that says that methods disagree; empty where they do not.
  QString warning() const;

 private:
  void draw(QPainter& p, QSizeF size) const override;
  std::optional<QString> nothing() const override { return !isEmpty() ? std::nullopt : std::optional(QString()); }
  bool isEmpty() const { return !m_story || m_story->methods.rows.empty(); }
  QString label(Index token) const;
  QString heading(RowScope scope) const;
  /// The value at which a bar has its row's full height: the largest, the sinks apart where there is another key.
  double top(const MethodAgainstRaw& row) const;
  QRectF bar(const MethodsLayout& layout, std::size_t row, std::size_t key) const;

  std::shared_ptr<const MethodsReport> m_story;
};

}  // namespace headlight
