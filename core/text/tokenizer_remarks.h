#pragma once

#include <string>
#include <vector>

#include "core/text/classes/class_context.h"
#include "core/text/files/json_node.h"

// What the files of a folder say against each other, a sentence each.
namespace headlight {

/// Where tokenizer.json cuts a text otherwise than the class does that `className` names, whose pipeline `parts` is.
std::vector<std::string> pipelineRemarks(const JsonNode& tokenizer, const PipelineParts& parts,
                                         const TokenizerConfig& config, const std::string& className);
/// Where add_bos_token or add_eos_token of tokenizer_config.json are against the frame of tokenizer.json, which counts.
std::vector<std::string> frameRemarks(const PipelineParts& parts, const TokenizerConfig& config);
/// Where tokens have other ids than added_tokens_decoder gives them.
std::vector<std::string> idRemarks(const PipelineParts& parts, const TokenizerConfig& config);

}  // namespace headlight
