#pragma once

#include <vector>

#include "ui/export/exportable.h"
#include "ui/figures/atlas_figure.h"
#include "ui/workspace/session_file.h"
#include "ui/workspace/workspace.h"

namespace headlight {

class Panel;

/// What of a window can be put on paper: each panel in its order, all heads, the whole workspace. `session` is kept in
/// the files. There must be a result.
std::vector<Exportable> exportables(const std::vector<Panel*>& panels, const AtlasFigure& atlas,
                                    const Workspace& workspace, const Session& session);

/// The panels of a session, read by the engine: what a slide of a deck shows. Throws Error or Cancelled.
Exportable exportableOf(const Session& session, const Engine& engine, const Progress& progress);
/// The same from readings that there are.
Exportable exportableOf(const Session& session, const RunResults& results);

}  // namespace headlight
