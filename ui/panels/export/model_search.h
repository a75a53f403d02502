#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "ui/state/session_file.h"

namespace headlight {

/// Where the model of a session is: in `folder` (or the file there), or where the same one lies among the models that
/// Headlight knows, was shown before, or finds under its name beside `source`, the file that the session came from.
std::optional<std::filesystem::path> findSessionModel(const std::filesystem::path& folder, const std::string& name,
                                                      const std::string& fingerprint,
                                                      const std::filesystem::path& source);

/// The session with its models where they are; throws Error for one that is not found.
Session withModelsFound(Session session, const std::filesystem::path& source);

}  // namespace headlight
