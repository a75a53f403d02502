#pragma once

#include "ui/figures/heads_figure.h"
#include "ui/figures/image_overlay/cell_grid.h"
#include "ui/figures/image_overlay/image_overlay_data.h"
#include "ui/figures/image_overlay/image_overlay_layout.h"

namespace headlight {

/// The pictures or the sound that a model read under the attention of one token: a word of a text, [CLS] or a patch.
/// Several heads are several pictures on one scale, all heads a contact sheet with a line for each layer.
class ImageOverlayFigure final : public HeadsFigure {
 public:
  /// The token; none for the last word of a text with pictures, in a vision model for the first token, [CLS].
  void setToken(std::optional<Index> token) override { m_token = token; }
  void setDirection(Direction direction) { m_direction = direction; }
  /// Shows every head, whatever setHeads said.
  void setAllHeads(bool all) { m_allHeads = all; }
  /// Shows one of several pictures, by ImagePlace::image; none for all side by side.
  void setPicture(std::optional<int> picture) { m_picture = picture; }
  /// Draws between the middles of patches what lies there, in place of patch by patch; a note says so.
  void setSmooth(bool smooth) { m_smooth = smooth; }
  Index token() const;
  /// Whether tokens have places in a picture or a sound; else the figure says that there is none.
  bool hasImage() const { return !isEmpty() && !data().planes.empty(); }

  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<ImageOverlayFigure>(*this); }
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  /// Every cell of every picture, up to so many that a page can hold them; else every picture.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  ImageOverlayLayout layout(QSizeF size) const;
  /// Of the heads shown; computed here and kept.
  const ImageOverlayData& data() const;
  /// The heads that have a picture, in their order.
  std::vector<HeadId> shownHeads() const;
  /// The weight of a cell of data() in the head of that number, in words.
  QString cellText(std::size_t head, std::size_t cell) const;

 private:
  void draw(QPainter& p, QSizeF size) const override;
  std::optional<QString> nothing() const override;
  void changed() override;
  ColourScale scale() const;
  /// The token whose attention it is, and those on the other side.
  const Token& chosenToken() const;
  const std::vector<Token>& otherTokens() const;
  bool isSound() const;
  /// "picture 62.1% · text 20.3% · first token 17.6%"
  QString sharesText(std::size_t head) const;
  QString besideName() const;
  QString planeLabel(std::size_t plane) const;
  std::vector<QString> notes() const;
  /// The grid of the cells of a plane; none where they lie on none.
  std::optional<CellGrid> gridOfPlane(std::size_t plane) const;
  void paintCells(QPainter& p, const ImageOverlayLayout::Tile& tile) const;
  void paintShares(QPainter& p, const QRectF& bar, const MediaShares& shares) const;

  std::optional<Index> m_token;
  Direction m_direction = Direction::Gives;
  bool m_allHeads = false, m_smooth = false;
  std::optional<int> m_picture;
  mutable std::shared_ptr<const ImageOverlayData> m_data;
};

}  // namespace headlight
