#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "ui/state/workspace_state.h"

namespace headlight {

/// What a `.headlight` file keeps: a workspace, and which model it looked at even when that has moved.
struct Session {
  std::string modelName;
  std::string fingerprint;  ///< Of the model's folder; empty when it was not known.
  WorkspaceState state;
  std::string otherModelName = {}, otherFingerprint = {};  ///< Of the model that it is compared with.

  bool operator==(const Session&) const = default;
};

/// The version that this program writes; it reads this and older ones.
inline constexpr int kSessionVersion = 6;

/// No session is longer: neither written nor read.
inline constexpr std::size_t kMostSessionBytes = 256 << 20;

/// The session as JSON that a person can read, beginning with "headlight-session": the version. Throws Error for one
/// that is longer than `most` bytes.
std::string sessionText(const Session& session, std::size_t most = kMostSessionBytes);

/// A model's folder as a session keeps it: nothing for one that comes with the program, whose name is enough.
std::string folderInSession(const std::filesystem::path& folder);

/// Reads sessionText's output. `name` is what messages call the file. Throws Error that names the place, what was
/// expected and what was found; a session is whole or it is not read.
Session readSession(std::string_view json, const std::string& name);

/// The same for a file, or for the session that a figure's file keeps; throws Error also when it cannot be read or is
/// larger than any session is.
Session readSessionFile(const std::filesystem::path& file);

/// A short text that stays the same while a model does: a hash over its config.json and over names, number formats and
/// shapes of its tensors, none of whose numbers is read. Of attention in a file: over the file's name. Empty when there
/// is neither.
std::string modelFingerprint(const std::filesystem::path& folder);

}  // namespace headlight
