#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "core/text/pattern.h"

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

using DecoderStep = std::variant<ByteLevelDecoder, WordPieceDecoder, MetaspaceDecoder, BpeDecoder, CtcDecoder,
                                 ByteFallbackDecoder, FuseDecoder, StripDecoder, ReplaceDecoder>;
/// The steps that make text of token strings, in order (a Sequence is spelled out).
using Decoder = std::vector<DecoderStep>;

/// The text of `tokens`. Throws Error when a regular expression gives up.
std::string decodeTokens(const Decoder& steps, std::vector<std::string> tokens);

}  // namespace headlight
