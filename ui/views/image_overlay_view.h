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
  std::optional<Index> patchOfToken(Index token) const;
  std::optional<Index> tokenOfPatch(Index patch) const;

  ImageOverlayLayout m_layout;
  mutable std::size_t m_tile = 0;  ///< The picture that the pointer was over last.
};

}  // namespace headlight
