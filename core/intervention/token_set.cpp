#include "core/intervention/token_set.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/text/token_kinds.h"
#include "core/text/token_names.h"

namespace headlight {
namespace {

NamedTokens placeOf(const std::string& name, const std::vector<Token>& tokens) {
  try {
    return tokensNamed(name, tokens);
  } catch (const Error& error) {
    throw Error("intervention: token \"" + name + "\": " + error.what());
  }
}

}  // namespace

std::vector<bool> membersOf(const TokenSet& set, const std::vector<Token>& tokens) {
  const auto count = static_cast<Index>(tokens.size());
  std::vector<bool> members(tokens.size(), set.empty());
  for (const TokenPick& pick : set) {
    if (pick.kind == TokenPick::Kind::Span && (pick.first < 0 || pick.last < pick.first || pick.last >= count))
      throw Error("intervention: token " +
                  std::to_string(pick.first < 0 || pick.first >= count ? pick.first : pick.last) + ": expected 0 to " +
                  std::to_string(count - 1) + " (the text has " + std::to_string(count) + " tokens)");
    if (pick.kind == TokenPick::Kind::Named) {
      const NamedTokens named = placeOf(pick.name, tokens);
      for (Index i = named.begin; i < named.end; ++i) members[static_cast<std::size_t>(i)] = true;
    }
    if (pick.kind == TokenPick::Kind::Sink)
      for (const Index sink : sinkTokens(tokens)) members[static_cast<std::size_t>(sink)] = true;
    for (Index i = 0; i < count; ++i) {
      const Token& token = tokens[static_cast<std::size_t>(i)];
      bool in = false;
      switch (pick.kind) {
        case TokenPick::Kind::Span:
          in = i >= pick.first && i <= pick.last;
          break;
        case TokenPick::Kind::First:
          in = i == 0;
          break;
        case TokenPick::Kind::Last:
          in = i == count - 1;
          break;
        case TokenPick::Kind::Special:
          in = token.special;
          break;
        case TokenPick::Kind::Punctuation:
          in = isPunctuation(token);
          break;
        case TokenPick::Kind::Sink:
        case TokenPick::Kind::Named:
          break;
      }
      if (in) members[static_cast<std::size_t>(i)] = true;
    }
  }
  return members;
}

bool contains(const HeadSet& set, HeadId head) {
  if (set.empty()) return head.attention == AttentionType::Self;
  return std::any_of(set.begin(), set.end(), [head](const HeadRange& range) {
    return range.attention == head.attention && range.layers.contains(head.layer) && range.heads.contains(head.head);
  });
}

HeadSet oneHead(HeadId head) { return {{{head.layer, head.layer}, {head.head, head.head}, head.attention}}; }

}  // namespace headlight
