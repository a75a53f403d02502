#pragma once

#include <memory>

#include "core/analysis/noise.h"
#include "ui/figures/styled_figure.h"
#include "ui/figures/figure_frame.h"

namespace headlight {

/// A noise report with the names that a picture of it needs.
struct NoiseFindings {
  NoiseReport report;
  QString model, text, noise;  ///< The noise in words: "30% random words, 5 seeds".
};

/// The story with nothing of its text.
std::shared_ptr<const NoiseFindings> withoutText(const std::shared_ptr<const NoiseFindings>& story);

/// Where everything of a noise chart is. Figure units, origin at the top left of the figure.
struct NoiseLayout {
  struct Bar {
    std::size_t head = 0;  ///< Number in the report.
    QRectF bar;
    double chanceAt = 0, least = 0, most = 0;  ///< x of chance and of the ends of the whisker.
    bool caught = false;
    PlacedText name, value;
  };
  FigureFrame frame;
  QRectF plot;
  std::vector<Bar> bars;  ///< The most caught first, column by column.
  int left = 0;           ///< Heads that have no room.
};

/// How much of its attention every head gives to the noise: bars with a whisker of a standard deviation over the seeds,
/// and a mark where equal weights would be. Heads above chance by more than the deviation are caught, the rest hold.
class NoiseFigure final : public StyledFigure {
 public:
  explicit NoiseFigure(std::shared_ptr<const NoiseFindings> story = {}, FigureStyle style = {})
      : StyledFigure(std::move(style)), m_story(std::move(story)) {}

  QSizeF preferredSize() const override { return {960, 640}; }
  QString title() const override;
  QString altText() const override;
  std::vector<FigureSpot> spots(QSizeF size) const override;
  NoiseLayout layout(QSizeF size) const;

 private:
  void draw(QPainter& p, QSizeF size) const override;

  std::shared_ptr<const NoiseFindings> m_story;
};

/// Whether the noise catches a head: its mass lies above chance by more than a standard deviation over the seeds.
bool isCaught(const HeadNoise& head);

}  // namespace headlight
