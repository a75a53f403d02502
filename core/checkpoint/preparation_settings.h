#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "core/checkpoint/config.h"

namespace headlight {

/// How a folder says that pictures or sounds are prepared: its preprocessor_config.json, or in newer folders the object
/// `part` ("image_processor", "feature_extractor") of processor_config.json; none where it says nothing. Throws Error
/// for files that cannot be read.
std::optional<Config> preparationSettings(const std::filesystem::path& folder, std::string_view part);

}  // namespace headlight
