#pragma once

#include <QString>

#include "ui/export/export_settings.h"
#include "ui/state/workspace_state.h"

namespace headlight {

/// The command line that draws a panel of `state` into `output` with `settings`: "headlight figure --text 'The cat' …",
/// words quoted as a shell reads them. `token` counts as the
/// panel shows tokens, through its lenses. The whole map is drawn where a part is in view. Throws Error that names what
/// of the panel has no option: tokens that were generated, a mean over some heads, the difference that changes make, or
/// a set of heads that is not every layer with every head of it.
QString figureCommand(const WorkspaceState& state, const PanelState& panel, std::optional<Index> token,
                      const ExportSettings& settings, const QString& output);

}  // namespace headlight
