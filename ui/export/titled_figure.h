#pragma once

#include <memory>
#include <utility>

#include "ui/figures/figure.h"
#include "ui/figures/figure_frame.h"

namespace headlight {

/// A figure below a title and above a caption that a person wrote.
class TitledFigure final : public Figure {
 public:
  /// `style` is that of the figure, which leaves out what is written here; an empty text takes no room.
  TitledFigure(std::unique_ptr<Figure> figure, QString title, QString caption, FigureStyle style);

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  double ready(QSizeF size) const override { return m_figure->ready(layout(size).second.size()); }
  void prepare(QSizeF size, const Progress& progress) override {
    m_figure->prepare(layout(size).second.size(), progress);
  }
  bool hasWords() const override { return m_figure->hasWords(); }
  void prepareWords(const Progress& progress) override { m_figure->prepareWords(progress); }
  QString title() const override;
  QString altText() const override;
  QStringList families() const override { return m_figure->families(); }
  std::vector<FigureSpot> spots(QSizeF size) const override;

 private:
  /// The texts around the figure, and where the figure is.
  std::pair<FigureFrame, QRectF> layout(QSizeF size) const;

  std::unique_ptr<Figure> m_figure;
  QString m_title, m_caption;
  FigureStyle m_style;
};

}  // namespace headlight
