#pragma once

#include <filesystem>

#include "core/text/pipeline.h"
#include "core/text/tokenizer_config.h"

// Tokenizers of folders without tokenizer.json, put together as their tokenizer.json would be.
// All throw Error that names the file and what is wrong in it.
namespace headlight {

/// A JSON object of ids by token.
Vocabulary readVocabularyJson(const std::filesystem::path& file);
/// BERT's kind: vocab.txt, a token a line.
PipelineParts readVocabTxt(const std::filesystem::path& folder, const TokenizerConfig& config);
/// GPT-2's kind: vocab.json and merges.txt (also RoBERTa, CLIP, Qwen2, GPT).
PipelineParts readVocabAndMerges(const std::filesystem::path& folder, const TokenizerConfig& config);
/// A SentencePiece model. Throws Error also for families whose ids are said by a tokenizer.json alone.
PipelineParts readSentencePiece(const std::filesystem::path& file, const TokenizerConfig& config);

}  // namespace headlight
