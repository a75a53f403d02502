#include "ui/panes/tokens/strongest_links.h"

#include <algorithm>

namespace headlight {
namespace {

std::vector<TokenWeight> strongest(const Matrix& weights, std::size_t count) {
  std::vector<TokenWeight> all;
  for (Index i = 0; i < weights.size(); ++i)
    if (weights.data()[i] > 0) all.push_back({i, weights.data()[i]});
  count = std::min(count, all.size());
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(count);
  std::partial_sort(all.begin(), middle, all.end(), [](const TokenWeight& a, const TokenWeight& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.token < b.token;
  });
  all.erase(middle, all.end());
  return all;
}

}  // namespace

std::vector<TokenWeight> strongestKeys(const AttentionMaps& maps, HeadId head, Index query, std::size_t count) {
  return strongest(maps.weights(head, {query, 0, 1, maps.keys()}), count);
}

std::vector<TokenWeight> strongestQueries(const AttentionMaps& maps, HeadId head, Index key, std::size_t count) {
  return strongest(maps.weights(head, {0, key, maps.queries(), 1}), count);
}

}  // namespace headlight
