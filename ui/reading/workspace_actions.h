#pragma once

#include <functional>
#include <vector>

class QAction;

namespace headlight {

class Workspace;

/// Keeps `actions` enabled while `can` holds; asked again at every other model, reading and change of the state.
void enableWhile(Workspace* workspace, std::vector<QAction*> actions, std::function<bool(const Workspace&)> can);

bool hasModel(const Workspace& workspace);
bool hasReading(const Workspace& workspace);

}  // namespace headlight
