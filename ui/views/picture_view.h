#pragma once

#include <QPixmap>

#include "ui/views/attention_view.h"

namespace headlight {

/// A view that keeps its figure as pixels and knows which of its spots (a token, a node, a head) the pointer is on.
/// Pointing shows a card about it; a click or the arrow keys choose one, Shift with the arrow keys walks the card
/// without choosing, Escape lets go. What the card says is announced to screen readers.
class PictureView : public AttentionView {
  Q_OBJECT
 public:
  using AttentionView::AttentionView;

  /// The id of what the pointer, or the keyboard with Shift, is on.
  std::optional<Index> pointed() const { return m_pointed; }

 protected:
  /// What is to be seen; hover and selection included if they change the picture itself.
  virtual QPixmap draw() { return picture(figure()); }
  /// Whether the figure has its numbers, so that its spots can be found and described.
  virtual bool canPoint() const { return !figure().isEmpty() && figure().ready(size()) >= 1; }
  virtual std::optional<Index> at(QPointF point) const;
  /// Where a spot is; null when it is not in sight.
  virtual QRectF boxOf(Index spot) const;
  virtual QStringList describe(Index spot) const { return figure().describe(spot); }
  /// What screen readers hear: the card, or the picture in a sentence or two.
  virtual QString words() const;
  /// The spot beside `from` (the first one for none), to the right or left (±1) or below or above (±1): the nearest.
  virtual std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const;
  /// The token that a spot is about.
  virtual std::optional<Index> tokenOf(Index spot) const { return spot; }
  virtual std::optional<Index> chosen() const = 0;
  /// Selects the token of a spot.
  virtual void choose(std::optional<Index> spot);
  /// Another spot is pointed at: tells the Selection.
  virtual void pointedChanged() { hover(); }
  /// On top of the picture.
  virtual void paintOver(QPainter&) {}
  /// A frame and the card.
  virtual void paintPointed(QPainter& painter, const QRectF& box);

  /// The figure shows the Selection's token.
  void followToken();
  /// Tells the Selection which token is pointed at; false where it was so.
  bool hover();
  /// So many steps on in the order of `count` spots; from one of their ends for none.
  static std::optional<Index> stepped(std::optional<Index> from, int steps, Index count);
  /// Puts the card on a spot, or takes it away.
  void point(std::optional<Index> spot);
  void announce();
  void paintCard(QPainter& painter, QPointF anchor, Index spot) const;
  const std::vector<FigureSpot>& places() const;

  void refresh() override;
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QPixmap m_picture;
  std::optional<Index> m_pointed;
  mutable std::optional<std::vector<FigureSpot>> m_places;  ///< Of the picture on screen, once asked for.
};

/// A picture view of a figure of its own.
template <class FigureKind>
class PictureViewOf : public PictureView {
 public:
  using PictureView::PictureView;
  const FigureKind& figure() const override { return m_figure; }

 protected:
  AttentionFigure& mutableFigure() override { return m_figure; }

  FigureKind m_figure;
};

}  // namespace headlight
