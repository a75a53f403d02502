#include "ui/state/token_link.h"

#include <numeric>

namespace headlight {
namespace {

std::optional<Index> entry(const std::vector<std::optional<Index>>& list, std::optional<Index> at) {
  if (!at || *at < 0 || static_cast<std::size_t>(*at) >= list.size()) return {};
  return list[static_cast<std::size_t>(*at)];
}

}  // namespace

std::optional<Index> TokenLink::toShown(std::optional<Index> token) const { return entry(shown, token); }
std::optional<Index> TokenLink::toRun(std::optional<Index> token) const { return entry(first, token); }

TokenLink sameTokens(Index count) {
  std::vector<Index> numbers(static_cast<std::size_t>(count));
  std::iota(numbers.begin(), numbers.end(), Index{0});
  TokenLink link;
  link.first.assign(numbers.begin(), numbers.end());
  link.shown = link.first;
  return link;
}

TokenLink chained(const TokenLink& inner, const TokenLink& outer) {
  TokenLink link;
  link.keysToo = inner.keysToo && outer.keysToo;
  link.turned = inner.turned != outer.turned;
  for (const auto& token : outer.first) link.first.push_back(inner.toRun(token));
  for (const auto& token : inner.shown) link.shown.push_back(outer.toShown(token));
  return link;
}

}  // namespace headlight
