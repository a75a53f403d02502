#pragma once

#include <vector>

#include "ui/dialogs/animation_dialog.h"
#include "ui/reading/panel_sight.h"
#include "ui/state/session_file.h"

namespace headlight {

/// What there is to animate of a session with one panel: its layers, its heads, the text as it was written, the
/// walkthrough of its head and token, and the ablation of each head of a model that continues texts.
std::vector<AnimationChoice> animationChoices(const Session& session, const RunResults& results);

}  // namespace headlight
