#pragma once

#include <QImage>

#include "ui/figures/heads_figure.h"
#include "ui/figures/image_overlay/image_overlay_data.h"
#include "ui/figures/image_overlay/image_overlay_layout.h"

namespace headlight {

/// The image that a vision model read, in grey, under the attention of one token: [CLS], or a patch. Several heads are
/// several pictures on one scale, all heads an atlas with a line for each layer.
class ImageOverlayFigure final : public HeadsFigure {
 public:
  /// The token; none for the first one, [CLS].
  void setToken(std::optional<Index> token) override { m_token = token; }
  void setDirection(Direction direction) { m_direction = direction; }
  /// Shows every head, whatever setHeads said.
  void setAllHeads(bool all) { m_allHeads = all; }
  Index token() const;
  /// Whether there is an image; else the figure says that there is none.
  bool hasImage() const { return !isEmpty() && context().pixels != nullptr; }

  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<ImageOverlayFigure>(*this); }
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  /// Every patch of every picture, up to so many that a page can hold them.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  ImageOverlayLayout layout(QSizeF size) const;
  /// Of the heads shown; computed here and kept. The figure must have an image.
  const ImageOverlayData& data() const;
  /// The heads that have a picture, in their order.
  std::vector<HeadId> shownHeads() const;
  /// A patch's weight in a picture in words.
  QString patchWords(std::size_t tile, Index patch) const;

 private:
  void draw(QPainter& p, QSizeF size) const override;
  std::optional<QString> nothing() const override;
  void changed() override { m_data = nullptr; }
  ColourScale scale() const;
  /// The token whose attention it is, and those on the other side.
  const Token& chosenToken() const;
  const std::vector<Token>& otherTokens() const;
  QString besideText() const;

  std::optional<Index> m_token;
  Direction m_direction = Direction::Gives;
  bool m_allHeads = false;
  mutable std::shared_ptr<const ImageOverlayData> m_data;
};

/// A picture in grey, pale enough for colours over it: the darkest grey keeps a distance from the paper's ink.
QImage greyUnderlay(const RgbImage& image, bool dark);

}  // namespace headlight
