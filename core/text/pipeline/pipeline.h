#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/models/model.h"
#include "core/text/models/word_cache.h"
#include "core/text/pipeline/added_tokens.h"
#include "core/text/pipeline/decoders.h"
#include "core/text/pipeline/normalizers.h"
#include "core/text/pipeline/post_processors.h"
#include "core/text/pipeline/pre_tokenizers.h"
#include "core/text/pipeline/truncation.h"

namespace headlight {

/// A prompt that stands before what is decoded: from a token that begins it to one that begins the answer.
struct PromptTokens {
  std::uint32_t begin = 0, answer = 0;
};

/// Everything that a tokenizer's files say, whatever files those are.
struct PipelineParts {
  Normalizer normalizer = {};
  PreTokenizer preTokenizer = {};
  TextModel model;
  PostProcessor postProcessor = {};
  std::optional<Decoder> decoder = {};  ///< None: tokens are joined by spaces.
  std::vector<AddedToken> addedTokens = {};
  AddedTokenRules addedTokenRules = {};
  bool hasEmptyPairs = true;                      ///< An empty second text is a pair all the same.
  std::vector<TextStep> textSteps = {};           ///< What becomes of a decoded text as a whole.
  std::optional<PromptTokens> prompt = {};        ///< What decoding leaves out with the special tokens.
  std::string maskToken = {};                     ///< Empty when the files name none.
  std::map<std::string, std::string> specialTokens = {};  ///< By role, bos_token … mask_token, those that there are.
  std::optional<Truncation> truncation = {};
  std::optional<Padding> padding = {};
  std::vector<std::string> remarks = {};  ///< What is unusual in the files, a sentence each.
};

/// The added tokens of `parts`, as they are now.
AddedTokens addedTokensOf(const PipelineParts& parts);

/// Memory that encoding uses again and again; one for each thread at work.
struct EncodeScratch {
  TextArena arena;
  WordCache words;
  std::vector<Piece> pieces;
  std::vector<PieceToken> tokens;
  std::vector<std::uint32_t> codePoints;
};

/// Text to tokens in steps: added tokens and normalizer, pre-tokenizer, model, post-processor.
class Pipeline {
 public:
  explicit Pipeline(PipelineParts parts);

  const PipelineParts& parts() const { return m_parts; }
  const AddedTokens& added() const { return m_added; }
  const Vocabulary& vocabulary() const { return vocabularyOf(m_parts.model); }

  /// The tokens of the valid UTF-8 `text` as the text number `sequence` (0 or 1), `ofPair` where there are both. They
  /// point into `scratch.arena`, into `text` and into this.
  RawEncoding encode(std::string_view text, int sequence, bool ofPair, EncodeScratch& scratch) const;
  /// Truncates, frames and joins what encode() gave; padding is left to the caller.
  RawEncoding finish(std::vector<RawEncoding> encodings, bool addSpecialTokens) const;
  std::string decode(std::vector<std::uint32_t> ids, bool skipSpecialTokens) const;

  /// The vocabulary's string of an id as decoding sees it.
  std::optional<std::string_view> tokenOf(std::uint32_t id) const;
  std::uint32_t idBound() const;

 private:
  void tokenizePiece(const Piece& piece, EncodeScratch& scratch) const;
  void tokenizeText(std::string_view text, std::uint32_t shift, EncodeScratch& scratch) const;
  void runModel(std::string_view text, std::vector<PieceToken>& out) const;

  PipelineParts m_parts;
  AddedTokens m_added;
  bool m_keepsBytes = false;  // the model reads bytes, the last pre-tokenizer need not write them as characters
  bool m_splitsAtMetaspace = false;
};

}  // namespace headlight
