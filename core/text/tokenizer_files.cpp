#include "core/text/tokenizer_files.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/tokenizer_config.h"
#include "core/text/tokenizer_json.h"
#include "core/text/vocabulary_files.h"

namespace headlight {

namespace {

constexpr const char* kSentencePieceNames[] = {"tokenizer.model",     "spiece.model", "sentencepiece.bpe.model",
                                               "sentencepiece.model", "spm.model",    "source.spm"};

constexpr const char* kTargetName = "target.spm";

std::optional<std::filesystem::path> sentencePieceIn(const std::filesystem::path& folder) {
  for (const char* name : kSentencePieceNames) {
    if (isFile(folder / name)) return folder / name;
  }
  return std::nullopt;
}

}  // namespace

bool hasTokenizerFiles(const std::filesystem::path& folder) {
  return isFile(folder / "tokenizer.json") || isFile(folder / "vocab.txt") ||
         (isFile(folder / "vocab.json") && isFile(folder / "merges.txt")) || sentencePieceIn(folder);
}

PipelineParts readTokenizerFiles(const std::filesystem::path& folder) {
  if (isFile(folder / "tokenizer.json")) return readTokenizerJson(folder / "tokenizer.json");
  const TokenizerConfig config(folder);
  if (isFile(folder / "vocab.json") && isFile(folder / "merges.txt")) return readVocabAndMerges(folder, config);
  if (const auto model = sentencePieceIn(folder)) return readSentencePiece(*model, config);
  if (isFile(folder / "vocab.txt")) return readVocabTxt(folder, config);
  if (isFile(folder / "vocab.json")) {
    throw Error(folder.string() + ": expected merges.txt beside vocab.json");
  }
  throw Error(
      folder.string() +
      ": expected tokenizer files (tokenizer.json, vocab.txt, vocab.json with merges.txt, or a SentencePiece model), "
      "found none");
}

bool hasTargetFiles(const std::filesystem::path& folder) {
  return !isFile(folder / "tokenizer.json") && isFile(folder / kTargetName);
}

PipelineParts readTargetFiles(const std::filesystem::path& folder) {
  return readSentencePiece(folder / kTargetName, TokenizerConfig(folder));
}

std::optional<std::string> namedMaskToken(const std::filesystem::path& folder) {
  return TokenizerConfig(folder).token("mask_token");
}

}  // namespace headlight
