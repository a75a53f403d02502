#pragma once

#include <memory>

#include "core/analysis/score_parts.h"
#include "ui/export/exportable.h"
#include "ui/figures/figure.h"
#include "ui/figures/line_axis.h"

namespace headlight {

/// The score of a cell in its parts, with the names that a picture of it needs.
struct ScoreReport {
  ScoreParts parts;
  QString model, text, changed, query, key;
};

/// The report of a cell of `trace`, a run of `model`. Throws Error as scoreParts() does.
ScoreReport tellScore(const Model& model, const Trace& trace, HeadId head, Index query, Index key);

/// The report with numbers in place of the tokens.
std::shared_ptr<const ScoreReport> withoutText(const std::shared_ptr<const ScoreReport>& report);

/// What the layout of a score depends on.
struct ScoreSpec {
  QSizeF size;
  std::vector<QString> labels;  ///< Of the bars.
  std::vector<double> values;   ///< Of the bars; as many.
  std::vector<std::optional<double>> marks;
  QString title, subtitle;
  std::vector<QString> notes;
  FigureStyle style;
};

/// Where everything of it is. Figure units, origin at the top left of the figure.
struct ScoreLayout {
  FigureFrame frame;
  QRectF plot;
  double low = 0, high = 1;  ///< Scores at the lower and upper edge.
  std::vector<PlacedText> ticks;
  std::vector<double> tickAt;
  LineAxis line;
  std::vector<QRectF> bars;  ///< From 0 to the value.
  std::vector<std::optional<double>> markAt;  ///< y of each mark.

  double y(double score) const { return plot.bottom() - plot.height() * (score - low) / (high - low); }
};
/// Pure: the same numbers for the same spec and metrics.
ScoreLayout layoutScore(const ScoreSpec& spec, const TextMetrics& metrics);

/// Why a query attends to a key: a bar for what content adds to their score, one for each wavelength of the rotation,
/// and one for what is added besides; a line across a bar is what it would be with both at the same place.
class ScoreFigure final : public Figure {
 public:
  explicit ScoreFigure(std::shared_ptr<const ScoreReport> report = {}, FigureStyle style = {})
      : m_report(std::move(report)), m_style(std::move(style)) {}

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override { return {900, 480}; }
  QString title() const override;
  QString altText() const override;
  QStringList families() const override { return fontFamilies(m_style.family); }
  /// Every bar.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  ScoreLayout layout(QSizeF size) const;

 private:
  struct Bar {
    QString label, name;
    double value = 0;
    std::optional<double> mark;
  };
  std::vector<Bar> bars() const;

  std::shared_ptr<const ScoreReport> m_report;
  FigureStyle m_style;
};

}  // namespace headlight
