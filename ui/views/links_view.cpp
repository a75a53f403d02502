#include "ui/views/links_view.h"

#include <QPainter>
#include <algorithm>

namespace headlight {

LinksView::LinksView(Selection* selection, QWidget* parent) : PictureViewOf(selection, parent) {
  setObjectName(QStringLiteral("linksView"));
  setAccessibleName(tr("Links"));
  if (!selection) return;
  connect(selection, &Selection::tokenChanged, this, &LinksView::redraw);
  connect(selection, &Selection::hoveredTokenChanged, this, &LinksView::redraw);
  connect(selection, &Selection::cellChanged, this, &LinksView::redraw);
}

std::optional<Index> LinksView::tokenOf(Index side) const {
  if (!isKey(side)) return side;
  // In cross-attention the tokens that panels share are the queries.
  return m_figure.context().cross ? std::nullopt : std::optional(side - m_figure.maps()->queries());
}

std::optional<LinksFigure::Focus> LinksView::focus() const {
  if (!selection() || m_figure.isEmpty()) return {};
  const Index most = std::max(m_figure.maps()->queries(), m_figure.maps()->keys());
  const bool cross = m_figure.context().cross, key = pointed() && isKey(*pointed());
  if (cross && key) return LinksFigure::Focus{*pointed() - m_figure.maps()->queries(), false, true};
  const std::optional<Index> hovered = selection()->hoveredToken();
  if (hovered && *hovered < most) {
    if (pointed() && tokenOf(*pointed()) == hovered) return LinksFigure::Focus{*hovered, !key, key};
    return LinksFigure::Focus{*hovered, true, !cross};
  }
  // A cell of a map is one link here.
  if (const auto cell = selection()->cell();
      cell && cell->query < m_figure.maps()->queries() && cell->key < m_figure.maps()->keys())
    return LinksFigure::Focus{cell->query, true, false, cell->key};
  const std::optional<Index> pinned = selection()->token();
  if (pinned && *pinned < most) return LinksFigure::Focus{*pinned, true, !cross};
  return {};
}

QPixmap LinksView::draw() {
  m_figure.data();  // What is exported has no focus; the copy on screen shares its numbers.
  LinksFigure shown = m_figure;
  shown.setFocus(focus());
  QPixmap drawn = picture(shown);
  if (m_figure.isEmpty() || !chosen() || drawn.isNull()) return drawn;
  // The pinned token is underlined on both sides.
  QPainter painter(&drawn);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(m_figure.style().inks().accent, 1.5));
  const LinksLayout layout = shown.layout(size());
  for (const auto* labels :
       {&layout.queryLabels, m_figure.context().cross ? &layout.queryLabels : &layout.keyLabels})
    for (const PlacedLabel& label : *labels)
      if (label.token == chosen()) {
        const QRectF box = label.outline.boundingRect();
        painter.drawLine(QPointF(box.left(), box.bottom() + 1), QPointF(box.right(), box.bottom() + 1));
      }
  return drawn;
}

QString LinksView::words() const {
  const auto focused = focus();
  if (!focused) return m_figure.title();
  const Index queries = m_figure.maps()->queries();
  if (focused->asQuery && focused->token >= queries) return m_figure.title();
  return describe(focused->asQuery ? focused->token : queries + focused->token).join(QStringLiteral(", "));
}

void LinksView::choose(std::optional<Index> side) {
  if (!selection() || (side && !tokenOf(*side))) return;
  const bool again = side && isKey(*side) && tokenOf(*side) == selection()->pinned();
  PictureView::choose(again ? std::nullopt : side);
}

std::optional<Index> LinksView::neighbour(std::optional<Index> from, int right, int down) const {
  return stepped(from, right + down, m_figure.maps()->queries());
}

void LinksView::pointedChanged() {
  if (!hover()) redraw();  // Else through its signal.
}

}  // namespace headlight
