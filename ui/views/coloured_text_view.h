#pragma once

#include "ui/figures/coloured_text/coloured_text_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// The text in the colours of one token's weights. A click or the arrow keys choose the token (Selection::setToken),
/// pointing or Shift with the arrow keys tells the weight of another one, R turns between what the token gives and what
/// it receives.
class ColouredTextView final : public PictureView {
  Q_OBJECT
 public:
  explicit ColouredTextView(Selection* selection, QWidget* parent = nullptr);

  const ColouredTextFigure& figure() const override { return m_figure; }
  void setDirection(Direction direction);
  Direction direction() const { return m_figure.direction(); }
  /// The layout on screen.
  const ColouredTextLayout& figureLayout() const { return m_layout; }

 signals:
  /// The person turned the picture with the keyboard.
  void directionChanged(headlight::Direction direction);

 protected:
  AttentionFigure& mutableFigure() override { return m_figure; }
  QPixmap draw() override;
  std::optional<Index> thingAt(QPointF point) const override { return m_layout.tokenAt(point); }
  QRectF boxOf(Index place) const override;
  QStringList describe(Index place) const override;
  QString description() const override { return m_figure.altText(); }
  std::optional<Index> chosen() const override;
  void choose(std::optional<Index> place) override;
  std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const override;
  void pointedChanged() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void takeToken();

  ColouredTextFigure m_figure;
  ColouredTextLayout m_layout;
};

}  // namespace headlight
