#pragma once

#include <vector>

#include "ui/reading/panel_sight.h"
#include "ui/state/session_file.h"

namespace headlight {

/// The part of `whole` that is seen in `panels`: these panels and the models, texts, images and changes that they read,
/// and nothing else. Where they do not read the first text or the first model, the other one takes its place. With
/// `allHeads` the atlas is seen as well.
Session shownSession(const Session& whole, const std::vector<PanelState>& panels, const RunResults& results,
                     bool allHeads = false);

/// What a file for others keeps of a session: models and images by their names, not by where they lie on this computer.
Session withoutPlaces(Session session);

}  // namespace headlight
