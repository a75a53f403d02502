#pragma once

#include "ui/state/token_link.h"
#include "ui/views/selection.h"

namespace headlight {

/// A panel's side of the shared Selection: the same tokens and cells under the numbers that they have in the panel, in
/// both directions. A token that the panel does not show is not selected in it;
/// cells of cross-attention, whose keys are tokens of another text, are the panel's own. While it is not linked, the
/// panel has tokens and cells of its own; the head is shared always.
class LinkedSelection final : public Selection {
  Q_OBJECT
 public:
  explicit LinkedSelection(Selection* shared, QObject* parent = nullptr);

  void setLink(TokenLink link);
  void setLinked(bool linked);

 private:
  void follow();
  void lead();
  void leadToken();
  std::optional<Cell> cellOf(const std::optional<Cell>& cell, bool toShown) const;

  Selection* m_shared;
  TokenLink m_link;
  bool m_linked = true;
  bool m_moving = false;  ///< One side is being set from the other.
};

}  // namespace headlight
