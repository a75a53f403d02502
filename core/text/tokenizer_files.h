#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/text/pipeline.h"

namespace headlight {

/// Whether `folder` holds tokenizer files of a kind that readTokenizerFiles() knows.
bool hasTokenizerFiles(const std::filesystem::path& folder);
/// What the files in `folder` say: tokenizer.json, else vocab.txt, else vocab.json with merges.txt, else a
/// SentencePiece model, with tokenizer_config.json where it changes something. Throws Error when there is none or one
/// is wrong.
PipelineParts readTokenizerFiles(const std::filesystem::path& folder);
/// Whether a translator's folder without tokenizer.json has a SentencePiece model for the language that it writes.
bool hasTargetFiles(const std::filesystem::path& folder);
/// The same as readTokenizerFiles() for that language.
PipelineParts readTargetFiles(const std::filesystem::path& folder);
/// The mask token's string, as special_tokens_map.json or tokenizer_config.json name it.
std::optional<std::string> namedMaskToken(const std::filesystem::path& folder);

}  // namespace headlight
