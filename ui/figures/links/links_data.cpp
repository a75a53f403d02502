#include "ui/figures/links/links_data.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/attention/row_bands.h"

namespace headlight {

std::size_t mostLinks(Index tokens) {
  constexpr std::size_t kFewest = 160, kForEachPair = 90'000;
  return std::clamp(kForEachPair / static_cast<std::size_t>(std::max<Index>(tokens, 1)), kFewest, kMaxLinks);
}

LinksData computeLinks(const AttentionMaps& maps, const LinksRequest& request, const Progress& progress) {
  LinksData data;
  data.request = request;
  const Index queries = maps.queries(), keys = maps.keys(), rows = bandRows(queries, keys);
  data.sinkMass = Matrix::Zero(static_cast<Index>(request.heads.size()), queries);
  if (maps.hasNoTokenShare()) data.noToken = Matrix::Zero(data.sinkMass.rows(), queries);
  std::vector<bool> isSink(static_cast<std::size_t>(keys), false);
  for (const Index sink : request.sinks)
    if (sink >= 0 && sink < keys) isSink[static_cast<std::size_t>(sink)] = true;
  const auto stronger = [](const Link& a, const Link& b) {
    return std::tuple(-a.weight, a.series, a.query, a.key) < std::tuple(-b.weight, b.series, b.query, b.key);
  };
  const auto keepStrongest = [&] {
    std::nth_element(data.links.begin(), data.links.begin() + static_cast<std::ptrdiff_t>(request.most),
                     data.links.end(), stronger);
    data.weaker += data.links.size() - request.most;
    data.links.resize(request.most);
  };
  for (std::size_t s = 0; s < request.heads.size(); ++s) {
    const HeadId head = request.heads[s];
    if (!maps.has(head)) continue;
    for (Index top = 0; top < queries; top += rows) {
      const Matrix band = maps.weights(head, {top, 0, std::min(rows, queries - top), keys});
      if (data.noToken.size() > 0)
        data.noToken.row(static_cast<Index>(s)).segment(top, band.rows()) =
            (1 - band.rowwise().sum().array()).cwiseMax(0).transpose();
      for (Index i = 0; i < band.rows(); ++i)
        for (Index key = 0; key < keys; ++key) {
          const float weight = band(i, key);
          if (!std::isfinite(weight)) {
            ++data.numberless;
            continue;
          }
          if (isSink[static_cast<std::size_t>(key)]) {
            data.sinkMass(static_cast<Index>(s), top + i) += weight;
            continue;
          }
          data.largest = std::max(data.largest, weight);
          if (weight > 0 && weight >= request.threshold)
            data.links.push_back({static_cast<int>(s), top + i, key, weight});
        }
      if (data.links.size() > request.most + 4 * kMaxLinks) keepStrongest();
      progress((static_cast<double>(s) + static_cast<double>(top + band.rows()) / static_cast<double>(queries)) /
               static_cast<double>(request.heads.size()));
    }
  }
  if (data.links.size() > request.most) keepStrongest();
  std::sort(data.links.begin(), data.links.end(), [&](const Link& a, const Link& b) { return stronger(b, a); });
  return data;
}

}  // namespace headlight
