#pragma once

#include <QPixmap>
#include <QWidget>
#include <memory>
#include <optional>

#include "ui/figures/figure.h"
#include "ui/job.h"

class QProgressBar;

namespace headlight {

/// Shows a figure as a file of a given size would hold it, scaled to fit. Arrow keys walk its cells and tokens, Return
/// is a click on the one that is framed.
class FigurePreview final : public QWidget {
  Q_OBJECT
 public:
  explicit FigurePreview(QWidget* parent = nullptr);
  ~FigurePreview() override;

  /// `size` is in figure units. Numbers that take long are computed first, in another thread: nobody else may use the
  /// figure meanwhile, what was shown before stays, and a bar says how far it is.
  void setFigure(std::shared_ptr<Figure> figure, QSizeF size);
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
  void resizeEvent(QResizeEvent* event) override;

 private:
  void take(std::shared_ptr<const Figure> figure, QSizeF size);
  /// Where the figure is in the widget.
  QRectF place() const;

  std::shared_ptr<const Figure> m_figure;
  QSizeF m_size;
  QPixmap m_picture;
  std::optional<FigureSpot> m_spot;  ///< Framed.
  QProgressBar* m_progress;
  Job<std::shared_ptr<Figure>> m_preparing;
};

}  // namespace headlight
