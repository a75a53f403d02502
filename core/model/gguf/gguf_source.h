#pragma once

#include <filesystem>

#include "core/model/model_source.h"

namespace headlight {

/// The model in a GGUF file, or in all parts of one. Nothing is read before it is asked for.
ModelSource ggufSource(const std::filesystem::path& file);

}  // namespace headlight
