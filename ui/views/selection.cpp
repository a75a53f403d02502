#include "ui/views/selection.h"

namespace headlight {

void Selection::setHead(HeadId head) {
  head.attention = AttentionType::Self;
  if (head == m_head) return;
  m_head = head;
  emit headChanged(head);
}

void Selection::setToken(std::optional<Index> token) { take(token, {}); }

void Selection::setPinned(std::optional<Index> token) { take(token, m_pointed); }

void Selection::pointAt(std::optional<Index> token) { take(m_pinned, token); }

void Selection::take(std::optional<Index> pinned, std::optional<Index> pointed) {
  const std::optional<Index> shown = token(), before = m_pinned;
  m_pinned = pinned;
  m_pointed = pointed;
  if (m_pinned != before) emit pinnedChanged(m_pinned);
  if (token() != shown) emit tokenChanged(token());
}

void Selection::setHoveredToken(std::optional<Index> token) {
  if (token == m_hoveredToken) return;
  m_hoveredToken = token;
  emit hoveredTokenChanged(token);
}

void Selection::setCell(std::optional<Cell> cell) {
  if (cell == m_cell) return;
  m_cell = cell;
  emit cellChanged(cell);
}

void Selection::clampTo(Index tokens) {
  if (m_pointed && *m_pointed >= tokens) pointAt({});
  if (m_pinned && *m_pinned >= tokens) setPinned({});
  if (m_hoveredToken && *m_hoveredToken >= tokens) setHoveredToken({});
  if (m_cell && (m_cell->query >= tokens || m_cell->key >= tokens)) setCell({});
}

}  // namespace headlight
