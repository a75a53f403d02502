#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "ui/figures/figure.h"
#include "ui/figures/figure_frame.h"
#include "ui/figures/figure_parts.h"

namespace headlight {

/// Several figures in one, lettered (a), (b), (c), below a common subtitle.
class FigureGrid final : public Figure {
 public:
  /// The figures leave their own titles to the grid. An empty title or subtitle takes no room. At least one figure.
  /// `scale`: that of all figures, which then leave their legends to the grid; where it stands is the style's. `notes`
  /// are those that all figures leave to it whatever their size is.
  FigureGrid(std::vector<std::unique_ptr<Figure>> figures, QString title, QString subtitle, FigureStyle style,
             std::optional<ColourScale> scale = {}, std::vector<QString> notes = {});

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  double ready(QSizeF size) const override { return readyOf(parts(size)); }
  void prepare(QSizeF size, const Progress& progress) override { prepareOne(parts(size), progress); }
  bool hasWords() const override { return allHaveWords(parts(preferredSize())); }
  void prepareWords(const Progress& progress) override { prepareAllWords(parts(preferredSize()), progress); }
  QString title() const override { return m_title; }
  QString altText() const override;
  QStringList families() const override { return m_figures.front()->families(); }
  std::vector<FigureSpot> spots(QSizeF size) const override;

  /// Where everything is; the same place and heading for each figure, in their order.
  struct Layout {
    FigureFrame frame;
    double headingSize = 0;
    std::vector<PlacedText> headings;
    std::vector<QRectF> places;
    ColourBarLayout legend;  ///< Empty where the figures have their own.
  };
  Layout layout(QSizeF size) const;

 private:
  Layout layoutWith(const std::vector<QString>& notes, QSizeF size) const;
  /// What figures in those places leave to the grid; with their letters where not all of them do.
  std::vector<QString> notesLeft(const Layout& layout) const;
  std::vector<FigurePart> parts(QSizeF size) const;

  std::vector<std::unique_ptr<Figure>> m_figures;
  QString m_title, m_subtitle;
  FigureStyle m_style;
  std::optional<ColourScale> m_scale;
  std::vector<QString> m_notes;
};

/// "a" … "z", "aa", "ab" …
QString gridLetter(std::size_t index);

}  // namespace headlight
