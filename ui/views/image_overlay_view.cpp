#include "ui/views/image_overlay_view.h"

#include <QPainter>
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
  m_head = std::min(m_head, m_layout.groups.empty() ? 0 : m_layout.groups.size() - 1);
  return picture(m_figure);
}

std::optional<std::size_t> ImageOverlayView::cellOf(Index token) const {
  return m_figure.hasImage() ? m_figure.data().cellOf(token) : std::nullopt;
}

std::optional<Index> ImageOverlayView::at(QPointF point) const {
  const auto place = m_layout.placeAt(point);
  if (!place || !m_figure.hasImage()) return {};
  const ImageOverlayLayout::Tile& tile = m_layout.tiles[place->tile];
  const auto cell = m_figure.data().cellAt(tile.plane, place->at);
  if (!cell) return {};
  m_head = tile.head;
  return m_figure.data().cells[*cell].token;
}

QRectF ImageOverlayView::boxOf(Index token) const {
  const auto cell = cellOf(token);
  if (!cell) return {};
  const ImageOverlayData::Cell& own = m_figure.data().cells[*cell];
  for (const ImageOverlayLayout::Tile& tile : m_layout.tiles)
    if (tile.head == m_head && tile.plane == own.plane) return tile.rectOf(own.box);
  return {};
}

QStringList ImageOverlayView::describe(Index token) const {
  const auto cell = cellOf(token);
  if (!cell) return {};
  const std::vector<HeadId> heads = m_figure.shownHeads();
  const float weight = m_figure.data().weights(static_cast<Index>(m_head), static_cast<Index>(*cell));
  QStringList lines{exactWords(m_figure.context(), weight), m_figure.cellText(m_head, *cell)};
  if (heads.size() > 1) lines.prepend(headName(heads[m_head]));
  return lines;
}

std::optional<Index> ImageOverlayView::chosen() const {
  if (wordsLook()) return m_part;
  return m_figure.hasImage() ? std::optional(m_figure.token()) : std::nullopt;
}

bool ImageOverlayView::wordsLook() const {
  if (!m_figure.hasImage() || m_figure.context().transposed) return false;
  const std::vector<Token>& tokens = m_figure.maps()->queryTokens();
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return !token.special && !token.place; });
}

std::optional<Index> ImageOverlayView::tokenOf(Index spot) const {
  return m_figure.context().cross ? std::nullopt : std::optional(spot);
}

void ImageOverlayView::choose(std::optional<Index> spot) {
  if (!wordsLook()) return PictureView::choose(spot);
  const std::vector<HeadId> heads = m_figure.shownHeads();
  if (spot && heads.size() > 1 && m_head < heads.size() && selection()) selection()->setHead(heads[m_head]);
  setPart(spot);
  emit partChosen(spot);
}

void ImageOverlayView::setPart(std::optional<Index> key) {
  m_part = key;
  update();
}

void ImageOverlayView::paintOver(QPainter& painter) {
  const QRectF box = m_part && wordsLook() ? boxOf(*m_part) : QRectF();
  if (box.isNull()) return;
  painter.setPen(QPen(figure().style().inks().accent, 2.5));
  painter.drawRect(box);
}

std::optional<Index> ImageOverlayView::neighbour(std::optional<Index> from, int right, int down) const {
  if (!m_figure.hasImage()) return {};
  const std::vector<ImageOverlayData::Cell>& cells = m_figure.data().cells;
  const auto start = from ? cellOf(*from) : std::nullopt;
  if (!start) return cells.front().token;
  // A step goes to the middle of the next cell of the same plane; at its edge it stays.
  const ImageOverlayData::Cell& own = cells[*start];
  const QPointF next = own.box.center() + QPointF(right * own.box.width(), down * own.box.height());
  const auto cell = m_figure.data().cellAt(own.plane, next);
  return cells[cell.value_or(*start)].token;
}

}  // namespace headlight
