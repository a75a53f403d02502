#include "ui/state/token_move.h"

#include <algorithm>

#include "core/analysis/alignment.h"

namespace headlight {
namespace {

/// Puts the spans of a set where they are now; false, and nothing done, when it has lost all of its tokens.
bool moveSet(TokenSet& set, const TokenMove& move) {
  TokenSet moved;
  for (TokenPick pick : set) {
    if (pick.kind == TokenPick::Kind::Span) {
      const auto now = move.of(pick.first, pick.last + 1);
      if (!now) continue;
      pick.first = now->first;
      pick.last = now->second - 1;
    }
    moved.push_back(pick);
  }
  // A set without a pick would mean every token.
  if (moved.empty() && !set.empty()) return false;
  set = std::move(moved);
  return true;
}

/// Puts the tokens of a change where they are now; one that has lost all of some tokens stays as it is.
void moveChange(Intervention& change, const TokenMove& move) {
  if (auto* mask = std::get_if<Mask>(&change)) {
    Mask now = *mask;
    if (moveSet(now.queries, move) && moveSet(now.keys, move)) *mask = std::move(now);
  } else if (auto* cap = std::get_if<Cap>(&change)) {
    moveSet(cap->keys, move);
  } else if (auto* scale = std::get_if<Scale>(&change)) {
    moveSet(scale->keys, move);
  } else if (auto* values = std::get_if<ChangeValues>(&change)) {
    moveSet(values->tokens, move);
  } else if (auto* steer = std::get_if<Steer>(&change)) {
    moveSet(steer->tokens, move);
  } else if (auto* experts = std::get_if<SwitchExperts>(&change)) {
    moveSet(experts->tokens, move);
  }
}

}  // namespace

TokenMove TokenMove::byEdit(const std::vector<Token>& before, const std::vector<Token>& after) {
  const auto most = static_cast<Index>(std::min(before.size(), after.size()));
  const auto count = static_cast<Index>(before.size()), further = static_cast<Index>(after.size()) - count;
  const auto at = [](const std::vector<Token>& tokens, Index i) -> const Token& {
    return tokens[static_cast<std::size_t>(i)];
  };
  TokenMove move;
  while (move.m_begin < most && isSameToken(at(before, move.m_begin), at(after, move.m_begin))) ++move.m_begin;
  move.m_end = count;
  while (move.m_end > move.m_begin && move.m_end + further > move.m_begin &&
         isSameToken(at(before, move.m_end - 1), at(after, move.m_end - 1 + further)))
    --move.m_end;
  move.m_instead = {move.m_begin, move.m_end + further};
  for (Index i = 0; i < count; ++i)
    move.m_now.push_back(i < move.m_begin ? std::optional(std::pair(i, i + 1))
                         : i < move.m_end ? std::nullopt
                                          : std::optional(std::pair(i + further, i + further + 1)));
  return move;
}

TokenMove TokenMove::byCharacters(const std::vector<Token>& before, const std::vector<Token>& after) {
  TokenMove move;
  // Both sides go through their texts from the first to the last character.
  std::size_t from = 0;
  for (const Token& token : before) {
    std::optional<std::pair<Index, Index>>& now = move.m_now.emplace_back();
    if (token.special) continue;
    const auto isBefore = [&token](const Token& other) {
      return other.special || other.sequence < token.sequence ||
             (other.sequence == token.sequence && other.range.end <= token.range.start);
    };
    while (from < after.size() && isBefore(after[from])) ++from;
    std::size_t to = from;
    while (to < after.size() && !after[to].special && after[to].sequence == token.sequence &&
           after[to].range.start < token.range.end)
      ++to;
    if (to > from) now = std::pair(static_cast<Index>(from), static_cast<Index>(to));
  }
  return move;
}

std::optional<std::pair<Index, Index>> TokenMove::of(Index begin, Index end) const {
  std::optional<std::pair<Index, Index>> now;
  const auto add = [&now](std::pair<Index, Index> more) {
    now = now ? std::pair(std::min(now->first, more.first), std::max(now->second, more.second)) : more;
  };
  for (Index i = std::max<Index>(0, begin); i < std::min(end, static_cast<Index>(m_now.size())); ++i)
    if (const auto& one = m_now[static_cast<std::size_t>(i)]) add(*one);
  if (m_begin < m_end && begin <= m_begin && end >= m_end && m_instead.first < m_instead.second) add(m_instead);
  return now;
}

std::optional<Index> TokenMove::of(Index token) const {
  const auto now = of(token, token + 1);
  return now ? std::optional(now->first) : std::nullopt;
}

WorkspaceState moved(WorkspaceState state, const TokenMove& move) {
  if (state.token) state.token = move.of(*state.token);
  for (PanelState& panel : state.panels) {
    for (PanelLens& lens : panel.lenses) {
      std::vector<std::pair<Index, Index>> spans;
      for (const auto& [begin, end] : lens.spans)
        if (const auto now = move.of(begin, end)) spans.push_back(*now);
      lens.spans = std::move(spans);
    }
    std::erase_if(panel.lenses,
                  [](const PanelLens& lens) { return lens.kind == PanelLens::Kind::Spans && lens.spans.empty(); });
  }
  for (Change& change : state.changes) moveChange(change.what, move);
  return state;
}

}  // namespace headlight
