#include "ui/views/image_overlay_view.h"

#include <algorithm>

#include "ui/figures/cell_words.h"
#include "ui/figures/head_words.h"

namespace headlight {

ImageOverlayView::ImageOverlayView(Selection* selection, QWidget* parent) : PictureViewOf(selection, parent) {
  setObjectName(QStringLiteral("imageOverlayView"));
  setAccessibleName(tr("Attention over the image"));
  followToken();
}

QPixmap ImageOverlayView::draw() {
  m_layout = m_figure.layout(size());
  m_tile = std::min(m_tile, m_layout.tiles.empty() ? 0 : m_layout.tiles.size() - 1);
  return picture(m_figure);
}

std::optional<Index> ImageOverlayView::patchOfToken(Index token) const {
  if (!m_figure.hasImage() || token < 0 || token >= m_figure.maps()->keys()) return {};
  return patchOf(m_figure.maps()->keyTokens()[static_cast<std::size_t>(token)], *m_figure.context().pixels);
}

std::optional<Index> ImageOverlayView::tokenOfPatch(Index patch) const {
  const std::vector<Token>& tokens = m_figure.maps()->keyTokens();
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (patchOf(tokens[i], *m_figure.context().pixels) == patch) return static_cast<Index>(i);
  return {};
}

std::optional<Index> ImageOverlayView::at(QPointF point) const {
  const auto place = m_layout.placeAt(point);
  if (!place || !m_figure.hasImage()) return {};
  m_tile = place->tile;
  return tokenOfPatch(place->patch);
}

QRectF ImageOverlayView::boxOf(Index token) const {
  const auto patch = patchOfToken(token);
  return patch ? m_layout.patchRect(m_tile, *patch) : QRectF();
}

QStringList ImageOverlayView::describe(Index token) const {
  const auto patch = patchOfToken(token);
  if (!patch) return {};
  const std::vector<HeadId> heads = m_figure.shownHeads();
  const float weight = m_figure.data().weights(static_cast<Index>(m_tile), *patch);
  QStringList lines{exactWords(m_figure.context(), weight), m_figure.patchWords(m_tile, *patch)};
  if (heads.size() > 1) lines.prepend(headName(heads[m_tile]));
  return lines;
}

std::optional<Index> ImageOverlayView::chosen() const {
  return m_figure.hasImage() ? std::optional(m_figure.token()) : std::nullopt;
}

std::optional<Index> ImageOverlayView::neighbour(std::optional<Index> from, int right, int down) const {
  if (!m_figure.hasImage()) return {};
  const auto patch = from ? patchOfToken(*from) : std::nullopt;
  if (!patch) return tokenOfPatch(0);
  const Index col = std::clamp<Index>(*patch % m_layout.cols + right, 0, m_layout.cols - 1);
  const Index row = std::clamp<Index>(*patch / m_layout.cols + down, 0, m_layout.rows - 1);
  return tokenOfPatch(row * m_layout.cols + col);
}

}  // namespace headlight
