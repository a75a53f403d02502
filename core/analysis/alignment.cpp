#include "core/analysis/alignment.h"

#include <algorithm>
#include <span>
#include <utility>

namespace headlight {
namespace {

constexpr Index kMostEdits = 2000;

/// The shortest edit from `a` to `b` (Myers 1986), or the first kMostEdits edits of a path that got furthest with them:
/// time and memory grow with the square of the edits.
std::vector<AlignedPair> shortestEdit(std::span<const Token> a, std::span<const Token> b) {
  const auto n = static_cast<Index>(a.size()), m = static_cast<Index>(b.size());
  // For every number of edits, how far in `a` (x) a path gets on each diagonal k = x - y, and one place on either side.
  std::vector<std::vector<Index>> reached;
  const auto on = [&reached](Index edits, Index k) -> Index& {
    return reached[static_cast<std::size_t>(edits)][static_cast<std::size_t>(k + edits + 1)];
  };
  // Whether the last edit of the best path to diagonal k is an insertion, and where it leads.
  const auto lastEdit = [&on](Index edits, Index k) {
    if (edits == 0) return std::pair(true, Index(0));
    const bool insertion = k == -edits || (k != edits && on(edits - 1, k - 1) < on(edits - 1, k + 1));
    return std::pair(insertion, insertion ? on(edits - 1, k + 1) : on(edits - 1, k - 1) + 1);
  };
  Index x = 0, y = 0, edits = 0;
  for (Index tried = 0; tried <= kMostEdits && (x < n || y < m); ++tried) {
    reached.emplace_back(static_cast<std::size_t>(2 * tried + 3), -1);
    for (Index k = -tried; k <= tried && (x < n || y < m); k += 2) {
      Index i = lastEdit(tried, k).second, j = i - k;
      while (i < n && j < m && isSameToken(a[static_cast<std::size_t>(i)], b[static_cast<std::size_t>(j)])) ++i, ++j;
      on(tried, k) = i;
      // Of several that got as far, the one that is as far in both.
      const auto aside = [n, m](Index p, Index q) { return std::abs(p * m - q * n); };
      if (i > n || j > m || i + j < x + y || (i + j == x + y && aside(i, j) > aside(x, y))) continue;
      x = i;
      y = j;
      edits = tried;
    }
  }
  std::vector<AlignedPair> back;
  for (;; --edits) {
    const auto [insertion, start] = lastEdit(edits, x - y);
    while (x > start) back.push_back({--x, --y});
    if (edits == 0) break;
    back.push_back(insertion ? AlignedPair{std::nullopt, --y} : AlignedPair{--x, std::nullopt});
  }
  return {back.rbegin(), back.rend()};
}

/// The tokens [begin, end) as one group.
TokenGroup cut(const std::vector<Token>& tokens, Index begin, Index end) {
  TokenGroup group = spanGroups({tokens.begin() + begin, tokens.begin() + end}, {{0, end - begin}}).front();
  group.begin = begin;
  group.end = end;
  return group;
}

}  // namespace

bool isSameToken(const Token& a, const Token& b) { return a.text == b.text && a.special == b.special; }

std::vector<AlignedPair> alignTokens(const std::vector<Token>& a, const std::vector<Token>& b) {
  // What both begin and end with costs nothing.
  const auto head = std::mismatch(a.begin(), a.end(), b.begin(), b.end(), isSameToken).first - a.begin();
  std::span<const Token> restA(a), restB(b);
  const auto isLonger = [head](std::span<const Token> rest) { return static_cast<std::ptrdiff_t>(rest.size()) > head; };
  while (isLonger(restA) && isLonger(restB) && isSameToken(restA.back(), restB.back())) {
    restA = restA.first(restA.size() - 1);
    restB = restB.first(restB.size() - 1);
  }
  std::vector<AlignedPair> pairs;
  Index atA = 0, atB = 0;
  const auto take = [&](const AlignedPair& pair) {
    pairs.push_back({pair.a ? std::optional(atA++) : std::nullopt, pair.b ? std::optional(atB++) : std::nullopt});
  };
  while (atA < head) take({atA, atB});
  const auto endA = static_cast<Index>(restA.size()), endB = static_cast<Index>(restB.size());
  while (atA < endA || atB < endB)
    for (const AlignedPair& pair :
         shortestEdit(restA.subspan(static_cast<std::size_t>(atA)), restB.subspan(static_cast<std::size_t>(atB))))
      take(pair);
  while (atA < static_cast<Index>(a.size())) take({atA, atB});
  return pairs;
}

CommonGroups alignCharacters(const std::vector<Token>& a, const std::vector<Token>& b) {
  CommonGroups result;
  const auto n = static_cast<Index>(a.size()), m = static_cast<Index>(b.size());
  const auto tokenA = [&](Index i) -> const Token& { return a[static_cast<std::size_t>(i)]; };
  const auto tokenB = [&](Index i) -> const Token& { return b[static_cast<std::size_t>(i)]; };
  const auto take = [&](Index& i, Index& j, Index endA, Index endB) {
    AlignedPair pair;
    if (endA > i) {
      pair.a = static_cast<Index>(result.a.size());
      result.a.push_back(cut(a, i, endA));
    }
    if (endB > j) {
      pair.b = static_cast<Index>(result.b.size());
      result.b.push_back(cut(b, j, endB));
    }
    result.pairs.push_back(pair);
    i = endA;
    j = endB;
  };
  for (Index i = 0, j = 0; i < n || j < m;) {
    const bool specialA = i < n && tokenA(i).special, specialB = j < m && tokenB(j).special;
    if (specialA || specialB) {
      take(i, j, specialA ? i + 1 : i, specialB ? j + 1 : j);
      continue;
    }
    if (i == n || j == m) {
      take(i, j, i < n ? i + 1 : i, j < m ? j + 1 : j);
      continue;
    }
    // The smallest runs of tokens on both sides that end at the same character of the same text.
    Index endA = i + 1, endB = j + 1;
    const auto reachA = [&] { return tokenA(endA - 1).range.end; };
    const auto reachB = [&] { return tokenB(endB - 1).range.end; };
    const auto more = [](Index end, Index count, const std::vector<Token>& tokens, const Token& first) {
      return end < count && !tokens[static_cast<std::size_t>(end)].special &&
             tokens[static_cast<std::size_t>(end)].sequence == first.sequence;
    };
    while (reachA() != reachB()) {
      if (reachA() < reachB() && more(endA, n, a, tokenA(i)))
        ++endA;
      else if (reachB() < reachA() && more(endB, m, b, tokenB(j)))
        ++endB;
      else
        break;
    }
    // The parts of one character share its range and stay together.
    while (more(endA, n, a, tokenA(i)) && tokenA(endA).range.end <= reachA()) ++endA;
    while (more(endB, m, b, tokenB(j)) && tokenB(endB).range.end <= reachB()) ++endB;
    take(i, j, endA, endB);
  }
  return result;
}

}  // namespace headlight
