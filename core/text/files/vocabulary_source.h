#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/text/files/json_file.h"
#include "core/text/models/bpe.h"
#include "core/text/models/sentencepiece_model.h"
#include "core/text/pipeline/added_tokens.h"
#include "core/text/pipeline/post_processors.h"
#include "core/text/unicode/charsmap.h"

namespace headlight {

/// The kinds of models that tokenizer classes are made of.
enum class ModelKind { Bpe, Unigram, WordPiece };

/// Tokens with their scores; the place is the id.
using ScoredTokens = std::vector<std::pair<std::string, double>>;

/// What the vocabulary files of a folder hold, before a class makes a pipeline of it.
struct VocabularySource {
  enum class Kind { Json, SentencePiece, Tiktoken, Files };
  Kind kind = Kind::Files;
  std::filesystem::path file;                     ///< Which messages name.
  Vocabulary words;                               ///< For BPE and WordPiece.
  Bpe::Merges merges;                             ///< For BPE, the first learned first.
  ScoredTokens scored;                            ///< For Unigram.
  std::shared_ptr<const Charsmap> charsmap;       ///< SentencePiece's character table; null without one.
  std::optional<PostProcessor> postProcessor;     ///< tokenizer.json's.
  std::map<std::uint32_t, AddedToken> jsonTokens;  ///< added_tokens of tokenizer.json, by the ids that it gives them.
  std::vector<AddedToken> controls;               ///< A SentencePiece model's control and user-defined pieces.

  std::unique_ptr<JsonFile> json;  ///< This and what follows hold the text that merges point into.
  std::optional<SentencePieceModel> pieces;
  std::vector<std::string> strings;
};

// All throw Error that names the file and what is wrong in it.

/// The kind of the model of a tokenizer.json; none where no class is made of its kind.
std::optional<ModelKind> modelKindOf(const JsonNode& tokenizer);
/// What a class takes from a tokenizer.json with a model of its kind.
VocabularySource readJsonSource(std::unique_ptr<JsonFile> json, const std::filesystem::path& file, ModelKind kind);
/// A SentencePiece model, its pieces not yet made tokens, or a file of base64 and ranks (tiktoken), which is told by
/// its content.
VocabularySource readPiecesSource(const std::filesystem::path& file);
/// Makes tokens of the pieces of a SentencePiece model for a model of `kind`, without it of the file's own; BPE gets
/// the merges that follow from them. A source without pieces has its tokens.
void takeTokensOfPieces(VocabularySource& source, std::optional<ModelKind> kind = std::nullopt);
/// vocab.json and merges.txt.
VocabularySource readMergesSource(const std::filesystem::path& folder);
/// vocab.txt, a token a line.
VocabularySource readLinesSource(const std::filesystem::path& folder);
/// A JSON object of ids by token.
Vocabulary readVocabularyJson(const std::filesystem::path& file);

}  // namespace headlight
