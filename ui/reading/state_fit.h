#pragma once

#include <QString>

#include "ui/reading/readings.h"

namespace headlight {

/// Says which head of `state` one of its models does not have; empty when they have them all.
QString misfit(const WorkspaceState& state, const OpenedModels& models);

/// The nearest numbers under which model `which` has a head of some attention; `head` itself while it is not open.
HeadId nearestHead(const OpenedModels& models, HeadId head, int which = 0);

/// `state` without what its panels ask for and its models or texts do not have.
WorkspaceState fitted(WorkspaceState state, const OpenedModels& models);

}  // namespace headlight
