#pragma once

#include <limits>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/index.h"
#include "core/text/encoding.h"

namespace headlight {

/// Some tokens of a text: a span of token numbers, those of a kind, or a word.
struct TokenPick {
  enum class Kind {
    Span,         ///< Tokens first to last, both included.
    First,        ///< The first token.
    Last,         ///< The last token.
    Special,      ///< Tokens that the tokenizer added.
    Punctuation,  ///< Tokens without a letter or digit, added ones apart.
    Sink,         ///< The first token and the added ones: where heads park attention (Xiao et al. 2023).
    Named         ///< The tokens that `name` calls (tokensNamed).
  };
  Kind kind = Kind::Span;
  Index first = 0, last = 0;
  std::string name = {};  ///< "chased", "the#2", "piece:ased"; of Kind::Named alone.
  bool operator==(const TokenPick&) const = default;
};

/// The tokens of all picks together; without a pick every token.
using TokenSet = std::vector<TokenPick>;

/// Whether each token is in the set; throws Error for a token number or a word that the text does not have.
std::vector<bool> membersOf(const TokenSet& set, const std::vector<Token>& tokens);

/// The numbers from first to last, both included.
struct NumberRange {
  static constexpr int kEnd = std::numeric_limits<int>::max();
  int first = 0, last = kEnd;
  bool contains(int number) const { return number >= first && number <= last; }
  bool operator==(const NumberRange&) const = default;
};

/// The heads of a rectangle of layers and heads of one attention.
struct HeadRange {
  NumberRange layers, heads;
  AttentionType attention = AttentionType::Self;
  bool operator==(const HeadRange&) const = default;
};

/// The heads of all ranges together; without a range every head of self-attention.
using HeadSet = std::vector<HeadRange>;

bool contains(const HeadSet& set, HeadId head);
HeadSet oneHead(HeadId head);

}  // namespace headlight
