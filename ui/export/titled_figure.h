#pragma once

#include <memory>
#include <vector>

#include "ui/figures/figure.h"
#include "ui/figures/figure_frame.h"

namespace headlight {

/// A figure below a title and a sentence: what a person wants others to take away from it.
class TitledFigure final : public Figure {
 public:
  /// `style` is that of the figure, which leaves out what is written here; an empty text takes no room.
  TitledFigure(std::unique_ptr<Figure> figure, QString title, QString sentence, FigureStyle style);

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  double ready(QSizeF size) const override { return m_figure->ready(layout(size).place.size()); }
  void prepare(QSizeF size, const Progress& progress) override {
    m_figure->prepare(layout(size).place.size(), progress);
  }
  bool hasWords() const override { return m_figure->hasWords(); }
  void prepareWords(const Progress& progress) override { m_figure->prepareWords(progress); }
  QString title() const override;
  QString altText() const override;
  QStringList families() const override { return m_figure->families(); }
  std::vector<FigureSpot> spots(QSizeF size) const override;

  struct Layout {
    FigureFrame frame;
    std::vector<PlacedText> sentence;  ///< In lines: the largest text after the title.
    QRectF place;                      ///< Of the figure.
  };
  Layout layout(QSizeF size) const;
  const Figure& figure() const { return *m_figure; }

 private:
  double sentenceSize() const;

  std::unique_ptr<Figure> m_figure;
  QString m_title, m_sentence;
  FigureStyle m_style;
};

}  // namespace headlight
