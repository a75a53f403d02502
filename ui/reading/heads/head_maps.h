#pragma once

#include <functional>
#include <limits>

#include "core/attention/lenses/combined_maps.h"

namespace headlight {

/// The heads of other maps under the numbers of a grid of layers and heads: `source` names the head for each number;
/// one that the other maps do not have has no number in any cell.
class HeadMaps final : public Lens {
 public:
  HeadMaps(std::shared_ptr<const AttentionMaps> base, int layers, int heads, std::function<HeadId(HeadId)> source)
      : Lens(std::move(base)), m_layers(layers), m_heads(heads), m_source(std::move(source)) {}

  int layers() const override { return m_layers; }
  int heads() const override { return m_heads; }
  bool hasLayer(int layer) const override {
    return AttentionMaps::hasLayer(layer) && base().hasLayer(m_source({layer, 0}).layer);
  }
  bool hasHead(int head) const override {
    return AttentionMaps::hasHead(head) && base().hasHead(m_source({0, head}).head);
  }
  bool isGap(Index query, Index key) const override { return base().isGap(query, key); }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    if (const HeadId named = m_source(head); base().has(named))
      base().weights(named, rect, out);
    else
      out.setConstant(std::numeric_limits<float>::quiet_NaN());
  }

 private:
  int m_layers, m_heads;
  std::function<HeadId(HeadId)> m_source;
};

/// The nearest head that `maps` have.
HeadId nearestHead(const AttentionMaps& maps, HeadId head);
/// The head so many layers and heads further on among those that `maps` have, or the last one that way.
HeadId headFrom(const AttentionMaps& maps, HeadId head, int layers, int heads);

/// `chosen` of `base` as one, under every number of `base`.
std::shared_ptr<const AttentionMaps> combinedHeads(const std::shared_ptr<const AttentionMaps>& base,
                                                   std::vector<HeadId> chosen, Combine combine);

}  // namespace headlight
