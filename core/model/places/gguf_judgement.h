#pragma once

#include <filesystem>
#include <string>

namespace headlight {

/// Why a file cannot be opened as a GGUF model, told by its name and its beginning; empty when it seems to be one.
std::string whyNoModel(const std::filesystem::path& file);

}  // namespace headlight
