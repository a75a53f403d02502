#pragma once

#include "ui/figures/image_overlay/image_overlay_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// An image under the attention of one token: a click on a patch or the arrow keys choose the patch whose attention is
/// shown (Selection::setToken), Escape goes back to [CLS]; pointing or Shift with the arrow keys reads exact weights.
/// In an atlas of several heads pointing names the head too. Where words look at pictures or a sound, what is clicked is
/// a part that is asked about: the word whose attention is shown stays.
class ImageOverlayView final : public PictureViewOf<ImageOverlayFigure> {
  Q_OBJECT
 public:
  explicit ImageOverlayView(Selection* selection, QWidget* parent = nullptr);

  /// The part that is asked about, a key of the figure's maps; none ends it.
  void setPart(std::optional<Index> key);
  std::optional<Index> part() const { return m_part; }

 signals:
  /// Who looks at a part is asked, or no longer.
  void partChosen(std::optional<headlight::Index> key);

 protected:
  QPixmap draw() override;
  std::optional<Index> at(QPointF point) const override;
  QRectF boxOf(Index token) const override;
  QStringList describe(Index token) const override;
  std::optional<Index> chosen() const override;
  std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const override;
  std::optional<Index> tokenOf(Index spot) const override;
  void choose(std::optional<Index> spot) override;
  void paintOver(QPainter& painter) override;

 private:
  /// The cell of a token; none for one that has none.
  std::optional<std::size_t> cellOf(Index token) const;

  /// Whether words look at the parts, so that the parts have no rows of their own or these say little.
  bool wordsLook() const;

  ImageOverlayLayout m_layout;
  std::optional<Index> m_part;
  mutable std::size_t m_head = 0;  ///< The head that the pointer was over last.
};

}  // namespace headlight
