#include "ui/workspace/selection.h"

namespace headlight {

void Selection::setHead(HeadId head) {
  if (head == m_head) return;
  m_head = head;
  emit headChanged(head);
}

void Selection::setToken(std::optional<Index> token) {
  if (token == m_token) return;
  m_token = token;
  emit tokenChanged(token);
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
  if (m_token && *m_token >= tokens) setToken({});
  if (m_hoveredToken && *m_hoveredToken >= tokens) setHoveredToken({});
  if (m_cell && (m_cell->query >= tokens || m_cell->key >= tokens)) setCell({});
}

}  // namespace headlight
