#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/index.h"
#include "core/corpus/corpus_text.h"

namespace headlight {

/// Which keys each query of a text should attend to, as somebody asks for it:
///
///   previous  next  own  offset:-3     a key by its distance
///   duplicate  induction               other occurrences of the query's token; the tokens after earlier ones
///   first-of-sentence                  the first token of the query's own sentence
///   brackets                           from a closing bracket to the one that it closes
///   span:FROM>TO                       from tokens in spans of one name to those of another (JSON Lines, templates)
///   token:FROM>TO                      from tokens of one text to those of another, * for any
///   same:COLUMN                        words with the same value in a column of the user's file (CoNLL-U: upos, …)
///   tag:COLUMN=FROM>TO                 from words with one value of a column to those with another
///   head  dependent  deprel:NAME       words joined by a dependency: dependents to their head, back, of one relation
///   cells:4>3,5>4                      from tokens to tokens by their numbers, from 0
///
/// An own column of a CoNLL-U file is named by its number, from 1.
struct TokenPattern {
  enum class Kind {
    Offset,
    Duplicate,
    Induction,
    FirstOfSentence,
    Brackets,
    Span,
    Token,
    Same,
    Tag,
    Head,
    Dependent,
    Cells
  };
  std::string name;  ///< As it was asked for.
  Kind kind = Kind::Offset;
  Index offset = 0;
  std::string from, to;                        ///< Of spans, tokens and tags; of one relation, `from`.
  std::size_t column = 0;                      ///< Of words, from 0.
  std::vector<std::pair<Index, Index>> cells;  ///< Queries and keys.

  bool operator==(const TokenPattern&) const = default;
};

/// Whether it is about spans or words that a text of a corpus brings with it, and not of tokens alone.
bool needsMarks(const TokenPattern& pattern);

/// By what a token is named in a pattern: without spaces before it.
std::string patternName(const Token& token);

/// "cells:4>3,5>4": what parsePattern() reads the same cells from; empty for none.
std::string cellsPattern(const std::vector<std::vector<Index>>& keys);

/// Throws Error with the patterns that there are.
TokenPattern parsePattern(std::string_view text);

/// The keys of each query of `tokens`, ascending, [queries]; empty where a query has none.
std::vector<std::vector<Index>> keysOf(const TokenPattern& pattern, const CorpusText& text,
                                       const std::vector<Token>& tokens);

}  // namespace headlight
