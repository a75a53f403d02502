#include "ui/workspace/linked_selection.h"

#include <utility>

namespace headlight {

LinkedSelection::LinkedSelection(Selection* shared, QObject* parent) : Selection(parent), m_shared(shared) {
  connect(shared, &Selection::tokenChanged, this, &LinkedSelection::follow);
  connect(shared, &Selection::hoveredTokenChanged, this, &LinkedSelection::follow);
  connect(shared, &Selection::cellChanged, this, &LinkedSelection::follow);
  connect(shared, &Selection::revealRequested, this, [this](Cell cell) {
    if (!m_linked) return;
    if (const auto shown = cellOf(cell, true)) return reveal(*shown);
    // The row at least.
    if (const auto query = m_link.toShown(cell.query); query && !m_link.keysToo) reveal({*query, 0});
  });
  connect(shared, &Selection::headChanged, this, &Selection::setHead);
  connect(this, &Selection::headChanged, shared, &Selection::setHead);
  setHead(shared->head());
  connect(this, &Selection::tokenChanged, this, &LinkedSelection::lead);
  connect(this, &Selection::hoveredTokenChanged, this, &LinkedSelection::lead);
  connect(this, &Selection::cellChanged, this, &LinkedSelection::lead);
}

void LinkedSelection::setLink(TokenLink link) {
  m_link = std::move(link);
  follow();
}

void LinkedSelection::setLinked(bool linked) {
  m_linked = linked;
  follow();
}

std::optional<Cell> LinkedSelection::cellOf(const std::optional<Cell>& cell, bool toShown) const {
  if (!cell || !m_link.keysToo) return {};
  const auto query = toShown ? m_link.toShown(cell->query) : m_link.toRun(cell->query);
  const auto key = toShown ? m_link.toShown(cell->key) : m_link.toRun(cell->key);
  return query && key ? std::optional(Cell{*query, *key}) : std::nullopt;
}

void LinkedSelection::follow() {
  if (m_moving || !m_linked) return;
  m_moving = true;
  setToken(m_link.toShown(m_shared->token()));
  setHoveredToken(m_link.toShown(m_shared->hoveredToken()));
  setCell(cellOf(m_shared->cell(), true));
  m_moving = false;
}

void LinkedSelection::lead() {
  if (m_moving || !m_linked) return;
  m_moving = true;
  // Only what differs is handed on: a token that this panel leaves out stays selected elsewhere.
  if (token() != m_link.toShown(m_shared->token())) m_shared->setToken(m_link.toRun(token()));
  if (hoveredToken() != m_link.toShown(m_shared->hoveredToken()))
    m_shared->setHoveredToken(m_link.toRun(hoveredToken()));
  if (cell() != cellOf(m_shared->cell(), true)) m_shared->setCell(cellOf(cell(), false));
  m_moving = false;
}

}  // namespace headlight
