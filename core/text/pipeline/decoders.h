#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

#include "core/text/regex/pattern.h"

namespace headlight {

struct ByteLevelDecoder {};
struct WordPieceDecoder {
  std::string prefix = "##";
  bool cleanup = true;  ///< No space before punctuation and English contractions.
};
struct MetaspaceDecoder {
  std::string mark;
  bool dropFirst = true;  ///< Marks in the first token vanish instead of becoming spaces.
};
struct BpeDecoder {
  std::string suffix = "</w>";
};
/// Connectionist temporal classification: repeated tokens count once, the padding token not at all.
struct CtcDecoder {
  std::string padToken = "<pad>", wordDelimiter = "|";
  bool cleanup = true;
};
/// <0xNN> become bytes.
struct ByteFallbackDecoder {};
struct FuseDecoder {};
struct StripDecoder {
  std::string content;  ///< One character.
  std::size_t start = 0, stop = 0;
};
struct ReplaceDecoder {
  Pattern pattern;
  std::string content;
};

/// SentencePiece's own, between special tokens: the mark in front of a text goes, others become spaces. The result has
/// no spaces at its ends.
struct PiecesDecoder {
  std::unordered_set<std::string> pieces;    ///< Those of the model; what else is decoded stays as it is.
  std::unordered_set<std::string> controls;  ///< Pieces that stand for nothing.
  std::unordered_set<std::string> bytes;     ///< Pieces "<0xNN>" that stand for a byte.
  std::unordered_set<std::string> special;   ///< They end one text and begin another.
  bool dropsPrefix = true;                   ///< A text loses a mark at its beginning,
  bool dropsAllMarks = true;                 ///< or all of them.
  bool spacesAfterSpecial = false, replacesMarks = false;
};

using DecoderStep = std::variant<ByteLevelDecoder, WordPieceDecoder, MetaspaceDecoder, BpeDecoder, CtcDecoder,
                                 ByteFallbackDecoder, FuseDecoder, StripDecoder, ReplaceDecoder,
                                 std::shared_ptr<const PiecesDecoder>>;
/// The steps that make text of token strings, in order (a Sequence is spelled out).
using Decoder = std::vector<DecoderStep>;

/// No space before punctuation and in English contractions.
struct TidySpaces {};
/// A suffix that ends a word becomes a space; spaces at both ends go.
struct EndWords {
  std::string suffix;
};
/// Whisper's <|1.08|> go.
struct DropTimestamps {};

/// What some tokenizer classes do with a decoded text.
using TextStep = std::variant<TidySpaces, EndWords, DropTimestamps>;
void applyTo(std::string& text, const std::vector<TextStep>& steps);

/// The text of `tokens`. Throws Error when a regular expression gives up.
std::string decodeTokens(const Decoder& steps, std::vector<std::string> tokens);

}  // namespace headlight
