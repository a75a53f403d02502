#pragma once

#include <QPixmap>

#include "ui/views/attention_view.h"

namespace headlight {

/// A view that keeps its figure as pixels and knows which thing of it (a token, a node, a head: numbers of the kind's
/// own) the pointer is on. Pointing shows a card about the thing; a click or the arrow keys choose one, Shift with the
/// arrow keys walks the card without choosing, Escape lets go. What the card says is announced to screen readers.
class PictureView : public AttentionView {
  Q_OBJECT
 public:
  using AttentionView::AttentionView;

  /// What the pointer, or the keyboard with Shift, is on.
  std::optional<Index> pointed() const { return m_pointed; }

 protected:
  /// Lays the figure out for the size of the widget and returns what is to be seen, hover and selection included if
  /// they change the picture itself.
  virtual QPixmap draw() = 0;
  virtual std::optional<Index> thingAt(QPointF point) const = 0;
  /// Where a thing is; null when it is not in sight.
  virtual QRectF boxOf(Index thing) const = 0;
  /// What the card says about a thing.
  virtual QStringList describe(Index thing) const = 0;
  /// The picture in a sentence or two.
  virtual QString description() const = 0;
  virtual std::optional<Index> chosen() const = 0;
  virtual void choose(std::optional<Index> thing) = 0;
  /// The thing beside `from` (the first one for none), to the right or left (±1) or below or above (±1).
  virtual std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const = 0;
  /// Another thing is pointed at: tell the Selection, or draw again.
  virtual void pointedChanged() { update(); }
  /// On top of the picture, below the card.
  virtual void paintOver(QPainter&) {}

  /// Puts the card on `thing`, or takes it away.
  void point(std::optional<Index> thing);
  /// Puts the card's words, or the description, where screen readers find them.
  void announce();

  void refresh() override;
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QPixmap m_picture;
  std::optional<Index> m_pointed;
};

}  // namespace headlight
