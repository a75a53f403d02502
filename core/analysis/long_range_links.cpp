#include "core/analysis/long_range_links.h"

#include <algorithm>

#include "core/attention/row_bands.h"


namespace headlight {

std::vector<LongRangeLink> farLinks(const AttentionMaps& maps, const FarLinksRequest& request,
                                    const Progress& progress) {
  const auto stronger = [](const LongRangeLink& a, const LongRangeLink& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    return a.query != b.query ? a.query < b.query : a.key < b.key;
  };
  std::vector<LongRangeLink> links;  // A heap with the weakest on top.
  if (request.most == 0) return links;
  forEachRow(
      maps, request.head,
      [&](Index query, const auto& row) {
        const auto look = [&](Index begin, Index end) {
          for (Index key = begin; key < end; ++key) {
            const LongRangeLink link{query, key, row(key)};
            if (!(link.weight > 0) || (links.size() == request.most && !stronger(link, links.front())) ||
                std::binary_search(request.leftOut.begin(), request.leftOut.end(), key))
              continue;
            if (links.size() == request.most) {
              std::pop_heap(links.begin(), links.end(), stronger);
              links.pop_back();
            }
            links.push_back(link);
            std::push_heap(links.begin(), links.end(), stronger);
          }
        };
        const Index near = std::max<Index>(0, request.distance - 1);  // So many to each side do not count.
        look(0, std::clamp<Index>(query - near, 0, row.size()));
        look(std::min<Index>(std::max(query + near + 1, query - near), row.size()), row.size());
      },
      progress);
  std::sort_heap(links.begin(), links.end(), stronger);
  return links;
}

}  // namespace headlight
