#pragma once

#include <QPixmap>
#include <QVariantAnimation>
#include <QWidget>

#include <memory>

#include "ui/figures/figure.h"

namespace headlight {

/// Shows any figure as large as itself; pointing at a spot of it tells its exact numbers. One figure can fade into the
/// next, unless motion is to be reduced.
class FigureCanvas final : public QWidget {
  Q_OBJECT
 public:
  explicit FigureCanvas(QWidget* parent = nullptr);

  /// What is shown from now on; nothing for null.
  void setFigure(std::shared_ptr<const Figure> figure, bool fade = false);
  const std::shared_ptr<const Figure>& figure() const { return m_figure; }
  QSize sizeHint() const override { return {960, 420}; }
  QSize minimumSizeHint() const override { return {320, 200}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QPixmap drawn() const;

  std::shared_ptr<const Figure> m_figure;
  QPixmap m_picture, m_before;
  QVariantAnimation m_fading;
};

}  // namespace headlight
