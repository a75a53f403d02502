#pragma once

#include <QString>

#include "ui/state/workspace_state.h"

namespace headlight {

/// What leads from one state of a workspace to the next, as a step of its history.
struct Step {
  /// Steps of one kind that follow each other at once are one; others never are.
  enum class Kind { Other, Text, Written, Head, Token, Zoom, Threshold, Filter, Slide, Note, Amount };
  Kind kind = Kind::Other;
  std::size_t place = 0;  ///< The panel, the slide or the change that it is of.
  QString name;           ///< "Ablate head 1.3", "Pin token", "Add panel".
};

/// The step from `before` to `after`, two different states.
Step stepBetween(const WorkspaceState& before, const WorkspaceState& after);

}  // namespace headlight
