#include "ui/figures/coloured_text/coloured_text_data.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headlight {

ColouredTextData computeColouredText(const AttentionMaps& maps, const AttentionContext& context,
                                     const ColouredTextRequest& request, const Progress& progress) {
  ColouredTextData out;
  out.request = request;
  out.axis = tokenAxis(maps.queryTokens(), maps.keyTokens());
  const bool gives = request.direction == Direction::Gives;
  const auto& others = gives ? out.axis.keyPlace : out.axis.queryPlace;
  out.chosen = (gives ? out.axis.queryPlace : out.axis.keyPlace)[static_cast<std::size_t>(request.token)];
  out.weights.assign(out.axis.tokens.size(), -1.0F);
  out.sink.assign(out.axis.tokens.size(), false);
  out.sinkWeights.assign(out.axis.tokens.size(), 0.0F);
  const std::vector<float> weights = tokenWeights(maps, request.head, request.token, request.direction);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto other = static_cast<Index>(i);
    const auto place = static_cast<std::size_t>(others[i]);
    if (!context.isVisible(request.head.layer, gives ? request.token : other, gives ? other : request.token,
                           maps.keys()))
      continue;
    if (!std::isfinite(weights[i])) {
      out.weights[place] = std::numeric_limits<float>::quiet_NaN();
      ++out.numberless;
      continue;
    }
    if (gives && std::count(request.sinks.begin(), request.sinks.end(), other)) {
      out.sink[place] = true;
      out.sinkWeights[place] = weights[i];
      out.sinkMass += weights[i];
      continue;
    }
    out.weights[place] = std::max(0.0F, weights[i]);
    out.largest = std::max(out.largest, weights[i]);
  }
  progress(1);
  return out;
}

}  // namespace headlight
