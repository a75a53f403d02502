#pragma once

#include <cstdint>
#include <map>
#include <string_view>

#include "core/text/files/json_node.h"
#include "core/text/pipeline/pipeline.h"

namespace headlight {

/// What a tokenizer.json says. Throws Error that names the file, the key, what was expected and what was found.
PipelineParts readTokenizerJson(const JsonNode& root);
/// Its added_tokens by the ids that it gives them.
std::map<std::uint32_t, AddedToken> readAddedTokens(const JsonNode& root);

/// Single parts from the JSON that stands for them in a tokenizer.json; throw Error like readTokenizerJson.
Normalizer normalizerFromJson(std::string_view json);
PreTokenizer preTokenizerFromJson(std::string_view json);
PostProcessor postProcessorFromJson(std::string_view json);
Decoder decoderFromJson(std::string_view json);

}  // namespace headlight
