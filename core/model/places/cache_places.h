#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace headlight {

/// The path in an environment variable; empty when it is not set.
std::filesystem::path pathInVariable(const char* name);

/// A place below the home folder; empty when there is no home folder.
std::filesystem::path inHome(const std::filesystem::path& place);

/// A place in the user's cache ($XDG_CACHE_HOME or ~/.cache); empty when there is neither.
std::filesystem::path inCache(const std::filesystem::path& place);

/// The local Hugging Face cache ($HF_HUB_CACHE, $HUGGINGFACE_HUB_CACHE, $HF_HOME/hub or huggingface/hub in the user's
/// cache); empty when nothing says where.
std::filesystem::path hubCache();

/// "owner/name" of the folder "models--owner--name" of that cache; none for other folders.
std::optional<std::string> repositoryName(const std::filesystem::path& folder);

}  // namespace headlight
