#pragma once

#include <memory>
#include <vector>

#include "ui/figures/figure.h"
#include "ui/figures/figure_style.h"

namespace headlight {

/// A mark around a cell or a token of a picture, with what a person says of it.
struct Callout {
  Index query = -1, key = -1;  ///< As the spots of the figure have them; -1 for none.
  QString text;                ///< May be empty: then there is the mark alone.
  bool operator==(const Callout&) const = default;
};

/// Whether there is a spot that the callout is about.
bool hasSpotOf(const Callout& callout, const std::vector<FigureSpot>& spots);

/// A figure with callouts over it: each mark is a frame, each text stands where it covers least.
class AnnotatedFigure final : public Figure {
 public:
  AnnotatedFigure(std::unique_ptr<Figure> figure, std::vector<Callout> callouts, FigureStyle style);

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override { return m_figure->preferredSize(); }
  double ready(QSizeF size) const override { return m_figure->ready(size); }
  void prepare(QSizeF size, const Progress& progress) override { m_figure->prepare(size, progress); }
  bool hasWords() const override { return m_figure->hasWords(); }
  void prepareWords(const Progress& progress) override { m_figure->prepareWords(progress); }
  QString title() const override { return m_figure->title(); }
  QString altText() const override;
  QStringList families() const override { return m_figure->families(); }
  std::vector<FigureSpot> spots(QSizeF size) const override { return m_figure->spots(size); }

  /// One callout in place; the box is empty where there is no text.
  struct Placed {
    QRectF mark, box;
    std::vector<QString> lines;
  };
  /// In the order of the callouts; those whose spot is not in the picture are left out.
  std::vector<Placed> layout(QSizeF size) const;

 private:
  std::unique_ptr<Figure> m_figure;
  std::vector<Callout> m_callouts;
  FigureStyle m_style;
};

}  // namespace headlight
