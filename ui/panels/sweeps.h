#pragma once

#include "ui/export/motion/animation.h"
#include "ui/reading/panel_sight.h"
#include "ui/state/session_file.h"

namespace headlight {

/// What the panels of a workspace can be taken through, frame by frame.
enum class Sweep {
  Layers,      ///< The same heads in every layer.
  Heads,       ///< Every head of the layer, one at a time.
  Generation,  ///< The text as the model wrote it, one token more in each frame.
};

/// The panels of `session` on their way through a sweep. Throws Error where there is one frame alone: one layer or
/// head, panels that show all of them, nothing that a model wrote.
Animation sweepOf(Sweep sweep, const Session& session, const RunResults& results);

}  // namespace headlight
