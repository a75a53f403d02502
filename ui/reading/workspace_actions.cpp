#include "ui/reading/workspace_actions.h"

#include <QAction>

#include "ui/reading/workspace.h"

namespace headlight {

void enableWhile(Workspace* workspace, std::vector<QAction*> actions, std::function<bool(const Workspace&)> can) {
  const auto enable = [workspace, actions, can = std::move(can)] {
    const bool enabled = can(*workspace);
    for (QAction* action : actions) action->setEnabled(enabled);
  };
  // They belong to one part, and go together.
  QAction* owner = actions.front();
  for (const auto changed : {&Workspace::modelChanged, &Workspace::resultChanged, &Workspace::panelsChanged})
    QObject::connect(workspace, changed, owner, enable);
  QObject::connect(workspace, &Workspace::changed, owner, enable);
  enable();
}

bool hasModel(const Workspace& workspace) { return workspace.model() != nullptr; }

bool hasReading(const Workspace& workspace) { return workspace.result() != nullptr; }

}  // namespace headlight
