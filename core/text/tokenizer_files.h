#pragma once

#include <filesystem>

#include "core/text/pipeline/pipeline.h"

namespace headlight {

/// Whether `folder` holds tokenizer files of a kind that readTokenizerFiles() knows.
bool hasTokenizerFiles(const std::filesystem::path& folder);
/// The tokenizer of a folder as its class makes it (tokenizer_class.h) of tokenizer.json, else of the class's own
/// vocabulary files, else of those that are there. A tokenizer.json without any settings beside it counts as it stands,
/// padding and truncation included; else neither is in force. Throws Error when there is none or a file is wrong.
PipelineParts readTokenizerFiles(const std::filesystem::path& folder);
/// Whether a translator's folder has a SentencePiece model for the language that it writes.
bool hasTargetFiles(const std::filesystem::path& folder);
/// The same as readTokenizerFiles() for that language.
PipelineParts readTargetFiles(const std::filesystem::path& folder);

}  // namespace headlight
