#pragma once

#include <QPixmap>
#include <QWidget>
#include <memory>
#include <optional>

#include "ui/figures/figure.h"

namespace headlight {

/// Shows a figure as a file of a given size would hold it, scaled to fit. Arrow keys walk its cells and tokens, Return
/// is a click on the one that is framed.
class FigurePreview final : public QWidget {
  Q_OBJECT
 public:
  explicit FigurePreview(QWidget* parent = nullptr);
  ~FigurePreview() override;

  /// `size` is in figure units.
  void setFigure(std::unique_ptr<Figure> figure, QSizeF size);
  QSize sizeHint() const override { return {560, 420}; }
  /// What is shown; null when there is nothing.
  const Figure* figure() const { return m_figure.get(); }
  QSizeF figureSize() const { return m_size; }

 signals:
  /// The person clicked there, in figure units.
  void clicked(QPointF point);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  /// Where the figure is in the widget.
  QRectF place() const;

  std::unique_ptr<Figure> m_figure;
  QSizeF m_size;
  QPixmap m_picture;
  std::optional<FigureSpot> m_spot;  ///< Framed.
};

}  // namespace headlight
