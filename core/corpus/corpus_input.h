#pragma once

#include "core/corpus/corpus_text.h"
#include "core/reading/input_tokens.h"
#include "core/reading/source.h"

namespace headlight {

/// A text of a corpus as a model reads it.
struct CorpusInput {
  InputTokens tokens;
  bool cut = false;  ///< Whether its last tokens were left out.
};
/// The tokens of `text`, at most `maxTokens` of each of its texts; those that the tokenizer puts behind it stay. Throws
/// Error as tokensOf() does.
CorpusInput corpusInput(const Source& model, const CorpusText& text, Index maxTokens);

}  // namespace headlight
