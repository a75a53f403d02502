#pragma once

#include <QPixmap>
#include <QVariantAnimation>
#include <QWidget>

#include <memory>
#include <optional>

#include "ui/figures/figure.h"

namespace headlight {

/// Shows any figure as large as itself; pointing at a spot of it tells its exact numbers, and so do the arrow keys
/// where the canvas is to be walked. One figure can fade into the next, unless motion is to be reduced.
class FigureCanvas final : public QWidget {
  Q_OBJECT
 public:
  explicit FigureCanvas(QWidget* parent = nullptr);

  /// What is shown from now on; nothing for null.
  void setFigure(std::shared_ptr<const Figure> figure, bool fade = false);
  const std::shared_ptr<const Figure>& figure() const { return m_figure; }
  /// Whether the canvas takes the keyboard: arrows walk the spots, Return activates one, Escape lets go.
  void setWalkable(bool walkable);
  /// The spot that the pointer or the keyboard is on.
  std::optional<FigureSpot> current() const;
  QSize sizeHint() const override { return {960, 420}; }
  QSize minimumSizeHint() const override { return {320, 200}; }

 signals:
  /// A spot was clicked.
  void clicked(const headlight::FigureSpot& spot);
  /// A spot was double-clicked, or Return was pressed on it.
  void activated(const headlight::FigureSpot& spot);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QPixmap drawn() const;
  /// What can be pointed at, laid out for the present size.
  const std::vector<FigureSpot>& spots() const;
  /// Goes to a spot, or to none, and tells it.
  void goTo(std::optional<std::size_t> spot);

  std::shared_ptr<const Figure> m_figure;
  QPixmap m_picture, m_before;
  mutable std::optional<std::vector<FigureSpot>> m_spots;
  std::optional<std::size_t> m_current;
  bool m_walkable = false;
  QVariantAnimation m_fading;
};

}  // namespace headlight
