#pragma once

#include <filesystem>
#include <vector>

#include "core/model/places/gguf_places.h"

namespace headlight {

/// Ollama's models in `folder` ("~/.ollama/models"), whose manifests name files by their digests.
std::vector<GgufPlace> ollamaPlaces(const std::filesystem::path& folder);

}  // namespace headlight
