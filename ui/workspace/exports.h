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

}  // namespace headlight
