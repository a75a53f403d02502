#pragma once

#include "core/text/classes/class_context.h"
#include "core/text/classes/tokenizer_class.h"

// The pipelines that tokenizer classes build of a vocabulary and the settings, whatever pipeline a tokenizer.json has.
// All throw Error that names the file and what is wrong in it.
namespace headlight {

/// What SentencePiece writes for a space.
inline constexpr const char* kMark = "\xE2\x96\x81";

/// [CLS] A [SEP] B [SEP], the first token of segment `first`.
ClassContext::Frame clsSepFrame(const SpecialTokens& tokens, std::uint32_t first = 0);

/// Gives the roles cls_token and sep_token, where the settings say that there are none (null), the tokens of the ids
/// `cls` and `sep`, as the reference library does for some classes; returns a remark for each.
std::vector<std::string> fillClsAndSep(SpecialTokens& tokens, const Vocabulary& vocabulary, std::uint32_t cls,
                                       std::uint32_t sep);

/// The kind of model that a class is made of.
ModelKind modelKindOf(TokenizerClass kind);
/// The pipeline of a class; Generic and Unknown have none of their own and throw Error.
PipelineParts buildTokenizerClass(TokenizerClass kind, ClassContext& context);

/// Classes of WordPiece (and of the GPT and HerBERT that split their texts in the same way).
PipelineParts buildWordClass(TokenizerClass kind, ClassContext& context);
/// Classes of byte-level BPE.
PipelineParts buildByteLevelClass(TokenizerClass kind, ClassContext& context);
/// Classes of SentencePiece vocabularies.
PipelineParts buildPiecesClass(TokenizerClass kind, ClassContext& context);
/// SentencePiece itself, with ids of a vocab.json: MarianTokenizer and M2M100Tokenizer.
PipelineParts buildTranslatorClass(TokenizerClass kind, ClassContext& context);

/// The pipeline that follows from a SentencePiece model or a tiktoken file where no class says another.
PipelineParts buildFromPieces(ClassContext& context);

}  // namespace headlight
