#pragma once

#include "ui/state/panel_state.h"

namespace headlight {

/// Has a panel drawn as another one is: scale and its top, sinks, smallest weight, direction and what stands for a
/// layer; not what it shows.
void takeLook(PanelState& panel, const PanelState& from);

}  // namespace headlight
