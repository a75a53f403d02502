#pragma once

#include <filesystem>

namespace headlight::test {

/// Tiny models of this project, each a folder, and those of which there is one for a family.
inline const std::filesystem::path kModels = std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models";
inline const std::filesystem::path kFamilies = std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/families";

}  // namespace headlight::test
