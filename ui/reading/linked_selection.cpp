#include "ui/reading/linked_selection.h"

#include <utility>

namespace headlight {

LinkedSelection::LinkedSelection(Selection* shared, QObject* parent) : Selection(parent), m_shared(shared) {
  connect(shared, &Selection::tokenChanged, this, &LinkedSelection::follow);
  connect(shared, &Selection::pinnedChanged, this, &LinkedSelection::follow);
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
  connect(this, &Selection::tokenChanged, this, &LinkedSelection::leadToken);
  connect(this, &Selection::pinnedChanged, this, &LinkedSelection::leadToken);
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
  const Cell from = m_link.turned ? Cell{cell->key, cell->query} : *cell;
  const auto query = toShown ? m_link.toShown(from.query) : m_link.toRun(from.query);
  const auto key = toShown ? m_link.toShown(from.key) : m_link.toRun(from.key);
  return query && key ? std::optional(Cell{*query, *key}) : std::nullopt;
}

void LinkedSelection::follow() {
  if (m_moving || !m_linked) return;
  m_moving = true;
  setPinned(m_link.toShown(m_shared->pinned()));
  pointAt(m_link.toShown(m_shared->pointed()));
  setHoveredToken(m_link.toShown(m_shared->hoveredToken()));
  setCell(cellOf(m_shared->cell(), true));
  m_moving = false;
}

// Only what differs is handed on: a token that this panel leaves out stays selected elsewhere.
void LinkedSelection::leadToken() {
  if (m_moving || !m_linked) return;
  m_moving = true;
  if (pinned() != m_link.toShown(m_shared->pinned()))
    m_shared->setToken(m_link.toRun(pinned()));
  else if (!pointed())
    m_shared->pointAt({});
  m_moving = false;
}

void LinkedSelection::lead() {
  if (m_moving || !m_linked) return;
  m_moving = true;
  if (hoveredToken() != m_link.toShown(m_shared->hoveredToken()))
    m_shared->setHoveredToken(m_link.toRun(hoveredToken()));
  if (cell() != cellOf(m_shared->cell(), true)) m_shared->setCell(cellOf(cell(), false));
  m_moving = false;
}

}  // namespace headlight
