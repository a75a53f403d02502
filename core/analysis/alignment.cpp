#include "core/analysis/alignment.h"

#include <algorithm>

namespace headlight {
namespace {

bool same(const Token& a, const Token& b) { return a.text == b.text && a.special == b.special; }

/// The tokens [begin, end) as one group.
TokenGroup cut(const std::vector<Token>& tokens, Index begin, Index end) {
  TokenGroup group = spanGroups({tokens.begin() + begin, tokens.begin() + end}, {{0, end - begin}}).front();
  group.begin = begin;
  group.end = end;
  return group;
}

}  // namespace

std::vector<AlignedPair> alignTokens(const std::vector<Token>& a, const std::vector<Token>& b) {
  const auto n = static_cast<Index>(a.size()), m = static_cast<Index>(b.size());
  const auto at = [](Index i) { return static_cast<std::size_t>(i); };
  // What both begin and end with costs nothing, so the search below sees the edited part only.
  Index head = 0, tail = 0;
  while (head < std::min(n, m) && same(a[at(head)], b[at(head)])) ++head;
  while (tail < std::min(n, m) - head && same(a[at(n - 1 - tail)], b[at(m - 1 - tail)])) ++tail;
  const Index N = n - head - tail, M = m - head - tail, most = N + M;

  // Furthest reaching x on each diagonal k = x - y, kept for every number of edits to walk back.
  std::vector<std::vector<Index>> reached;
  std::vector<Index> furthest(at(2 * most + 3), 0);
  const auto diagonal = [&](std::vector<Index>& v, Index k) -> Index& { return v[at(k + most + 1)]; };
  Index edits = 0;
  for (bool done = most == 0; !done; ++edits) {
    reached.push_back(furthest);
    for (Index k = -edits; k <= edits; k += 2) {
      const bool down = k == -edits || (k != edits && diagonal(furthest, k - 1) < diagonal(furthest, k + 1));
      Index x = down ? diagonal(furthest, k + 1) : diagonal(furthest, k - 1) + 1, y = x - k;
      while (x < N && y < M && same(a[at(head + x)], b[at(head + y)])) ++x, ++y;
      diagonal(furthest, k) = x;
      if (x >= N && y >= M) {
        done = true;
        break;
      }
    }
  }

  std::vector<AlignedPair> middle;
  Index x = N, y = M;
  for (Index d = edits - 1; d >= 0 && most > 0; --d) {
    std::vector<Index>& v = reached[at(d)];
    const Index k = x - y;
    const bool down = k == -d || (k != d && diagonal(v, k - 1) < diagonal(v, k + 1));
    const Index previousK = down ? k + 1 : k - 1;
    const Index previousX = d == 0 ? 0 : diagonal(v, previousK), previousY = d == 0 ? 0 : previousX - previousK;
    const Index startX = d == 0 ? 0 : (down ? previousX : previousX + 1);
    while (x > startX && y > 0 && same(a[at(head + x - 1)], b[at(head + y - 1)]) && x > previousX && y > previousY) {
      middle.push_back({head + --x, head + --y});
    }
    if (d == 0) break;
    if (down)
      middle.push_back({std::nullopt, head + --y});
    else
      middle.push_back({head + --x, std::nullopt});
  }
  std::reverse(middle.begin(), middle.end());

  std::vector<AlignedPair> pairs;
  for (Index i = 0; i < head; ++i) pairs.push_back({i, i});
  pairs.insert(pairs.end(), middle.begin(), middle.end());
  for (Index i = 0; i < tail; ++i) pairs.push_back({n - tail + i, m - tail + i});
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
