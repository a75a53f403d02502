#include "core/analysis/token_places.h"

#include <unordered_map>

#include "core/text/token_kinds.h"

namespace headlight {

TokenPlaces::TokenPlaces(const std::vector<Token>& tokens)
    : sinks(sinkTokens(tokens)), isSink(tokens.size()), earlier(tokens.size(), -1), m_groups(1), m_group(tokens.size()) {
  for (const Index sink : sinks) isSink[static_cast<std::size_t>(sink)] = true;
  std::unordered_map<std::int64_t, Index> last;
  std::unordered_map<std::int64_t, std::size_t> groups;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto place = static_cast<Index>(i);
    if (isPunctuation(tokens[i])) marks.push_back(place);
    if (tokens[i].special) {
      special.push_back(place);
    } else if (const auto [found, first] = last.try_emplace(tokens[i].id, place); !first) {
      earlier[i] = found->second;
      found->second = place;
    }
    if (isSink[i]) continue;
    const auto [group, isNew] = groups.try_emplace(tokens[i].id, m_groups.size());
    if (isNew) m_groups.emplace_back();
    m_group[i] = group->second;
    m_groups[group->second].push_back(place);
  }
}

const std::vector<Index>& TokenPlaces::samePlaces(Index place) const {
  return m_groups[m_group[static_cast<std::size_t>(place)]];
}

}  // namespace headlight
