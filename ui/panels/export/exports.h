#pragma once

#include <vector>

#include "ui/export/exportable.h"
#include "ui/figures/atlas/atlas_figure.h"
#include "ui/reading/workspace.h"
#include "ui/state/session_file.h"

namespace headlight {

class Panel;

/// What of a window can be put on paper: each panel in its order, all heads, the whole workspace. A file keeps of
/// `session` what is seen in it. There must be a result. Throws Error for a session that is too long to be kept.
std::vector<Exportable> exportables(const std::vector<Panel*>& panels, const AtlasFigure& atlas,
                                    const Workspace& workspace, const Session& session);

/// The panels of a session, read by the engine: what a slide of a deck shows. Its models are searched for where they
/// are not in their place. Throws Error or Cancelled.
Exportable exportableOf(const Session& session, const Engine& engine, const Progress& progress);
/// The same from readings that there are.
Exportable exportableOf(const Session& session, const RunResults& results);

}  // namespace headlight
