#pragma once

#include <filesystem>
#include <string_view>

#include "core/text/pipeline.h"

namespace headlight {

/// What a tokenizer.json says. Throws Error that names the file, the key, what was expected and what was found.
PipelineParts readTokenizerJson(const std::filesystem::path& file);

/// Single parts from the JSON that stands for them in a tokenizer.json; throw Error like readTokenizerJson.
Normalizer normalizerFromJson(std::string_view json);
PreTokenizer preTokenizerFromJson(std::string_view json);
PostProcessor postProcessorFromJson(std::string_view json);
Decoder decoderFromJson(std::string_view json);

}  // namespace headlight
