#pragma once

#include <QStringList>
#include <cstddef>

#include "core/reading/source.h"
#include "ui/state/workspace_state.h"

namespace headlight {

/// What a source reads of what a person gives it.
struct Reads {
  bool text = true;          ///< A text, ids or a conversation; none where pictures or a sound are all.
  std::size_t pictures = 0;  ///< At most so many.
  bool sound = false;
  bool beside = false;  ///< Pictures stand in the text or beside it, and there may be none.
};
Reads readsOf(const Source& source);
/// In which attention of `source` the tokens of a text, or a picture itself, look at parts of pictures or of a sound.
AttentionType attentionOnMedia(const Source& source);

/// Puts a picture behind those that there are, or in their place where `source` reads a single one; what writes a place
/// for each picture (`<image>`, the id of the model's own token) gets one more. `source` may be null.
void addPicture(WorkspaceState& state, KeptImage picture, const Source* source);
/// Takes picture `at` out, and its place in the text.
void removePicture(WorkspaceState& state, std::size_t at, const Source* source);

/// What of the pictures and the sound of `state` its model does not read, a sentence each.
QStringList unreadMedia(const WorkspaceState& state, const Source& source);

}  // namespace headlight
