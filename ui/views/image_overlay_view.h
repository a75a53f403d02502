#pragma once

#include "ui/figures/image_overlay/image_overlay_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// An image under the attention of one token: a click on a patch or the arrow keys choose the patch whose attention is
/// shown (Selection::setToken), Escape goes back to [CLS]; pointing or Shift with the arrow keys reads exact weights.
/// In an atlas of several heads pointing names the head too.
class ImageOverlayView final : public PictureViewOf<ImageOverlayFigure> {
  Q_OBJECT
 public:
  explicit ImageOverlayView(Selection* selection, QWidget* parent = nullptr);

 protected:
  QPixmap draw() override;
  std::optional<Index> at(QPointF point) const override;
  QRectF boxOf(Index token) const override;
  QStringList describe(Index token) const override;
  std::optional<Index> chosen() const override;
  std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const override;

 private:
  /// The cell of a token; none for one that has none.
  std::optional<std::size_t> cellOf(Index token) const;

  ImageOverlayLayout m_layout;
  mutable std::size_t m_head = 0;  ///< The head that the pointer was over last.
};

}  // namespace headlight
