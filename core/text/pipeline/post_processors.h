#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/text/pipeline/raw_encoding.h"

namespace headlight {

/// A token that a post-processor adds.
struct SpecialToken {
  std::string text;
  std::uint32_t id = 0;
};

/// Cuts leading and trailing spaces off the ranges of byte-level tokens.
struct TrimByteLevel {
  bool addPrefixSpace = true;  ///< One leading space at the start of the text was put there and stays.
  bool trimOffsets = true;
};
/// [CLS] A [SEP], B [SEP]
struct BertFrame {
  SpecialToken cls, sep;
};
/// <s> A </s>, </s> B </s>, all of segment 0
struct RobertaFrame {
  SpecialToken cls, sep;
  TrimByteLevel trim;
};
/// Any arrangement of the texts and added tokens.
struct Template {
  struct Part {
    int sequence = -1;  ///< 0 or 1, or −1 for `tokens`.
    std::vector<SpecialToken> tokens;
    std::uint32_t typeId = 0;
  };
  std::vector<Part> single, pair;
};

using PostProcessorStep = std::variant<TrimByteLevel, BertFrame, RobertaFrame, Template>;
/// The steps in order (a Sequence is spelled out).
using PostProcessor = std::vector<PostProcessorStep>;

/// How many tokens the post-processor adds to one text or to a pair.
std::size_t addedCount(const PostProcessor& steps, bool pair);
/// Frames one encoding or the two of a pair and joins them.
RawEncoding postProcess(const PostProcessor& steps, std::vector<RawEncoding> encodings, bool addSpecialTokens);

}  // namespace headlight
