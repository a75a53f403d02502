#include "ui/figures/difference.h"

#include <utility>

#include "core/analysis/alignment.h"
#include "core/attention/lenses/combined_maps.h"
#include "core/attention/lenses/grouped_maps.h"

namespace headlight {
namespace {

/// One head of other maps under every number of a grid of layers and heads.
class OneHead final : public Lens {
 public:
  OneHead(std::shared_ptr<const AttentionMaps> base, HeadId head, int layers, int heads)
      : Lens(std::move(base)), m_head(head), m_layers(layers), m_heads(heads) {}
  int layers() const override { return m_layers; }
  int heads() const override { return m_heads; }
  using AttentionMaps::weights;
  void weights(HeadId, const Rect& rect, MatrixOut out) const override { base().weights(m_head, rect, out); }

 private:
  HeadId m_head;
  int m_layers, m_heads;
};

/// "gpt − bert", or one of them where both are the same.
QString bothNames(const QString& a, const QString& b, const QString& between) { return a == b ? a : a + between + b; }

/// What neither side may see. Where tokens are missing, distances and so windows mean nothing.
std::vector<Visibility> commonVisibility(const DifferenceSide& a, const DifferenceSide& b, bool samePlaces) {
  const auto of = [](const DifferenceSide& side) {
    const auto layer = static_cast<std::size_t>(side.head.layer);
    return layer < side.context.visibility.size() ? side.context.visibility[layer] : Visibility();
  };
  const Visibility mine = of(a), other = of(b);
  const bool same = mine.causal == other.causal && mine.before == other.before && mine.after == other.after &&
                    mine.offset == other.offset;
  Visibility common;
  common.causal = mine.causal && other.causal && mine.offset == 0 && other.offset == 0;
  return std::vector<Visibility>(static_cast<std::size_t>(a.maps->layers()), same && samePlaces ? mine : common);
}

}  // namespace

Difference differenceOf(const DifferenceSide& a, const DifferenceSide& b, Pairing pairing) {
  const int layers = a.maps->layers(), heads = a.maps->heads();
  std::shared_ptr<const AttentionMaps> mapsA = std::make_shared<OneHead>(a.maps, a.head, layers, heads),
                                       mapsB = std::make_shared<OneHead>(b.maps, b.head, layers, heads);
  AttentionContext context = a.context;
  context.difference = true;
  context.modelName = bothNames(a.context.modelName, b.context.modelName, QStringLiteral(" − "));
  // The subtitle puts quotation marks around the whole.
  context.text = bothNames(a.context.text, b.context.text, QStringLiteral("” − “"));
  context.sinkColumns.clear();

  std::vector<AlignedPair> pairs;
  if (pairing == Pairing::Characters) {
    CommonGroups groups = alignCharacters(a.maps->queryTokens(), b.maps->queryTokens());
    mapsA = std::make_shared<GroupedMaps>(mapsA, groups.a, groups.a);
    mapsB = std::make_shared<GroupedMaps>(mapsB, groups.b, groups.b);
    pairs = std::move(groups.pairs);
  } else {
    pairs = alignTokens(a.maps->queryTokens(), b.maps->queryTokens());
  }
  AlignedMaps::Axis axisA, axisB;
  for (const AlignedPair& pair : pairs) {
    const auto place = static_cast<Index>(axisA.size());
    if (!pair.b) context.onlyA.push_back(place);
    if (!pair.a) context.onlyB.push_back(place);
    axisA.push_back(pair.a);
    axisB.push_back(pair.b);
  }
  const bool samePlaces = pairing == Pairing::Tokens && context.onlyA.empty() && context.onlyB.empty();
  context.visibility = commonVisibility(a, b, samePlaces);
  return {std::make_shared<DifferenceMaps>(std::make_shared<AlignedMaps>(mapsA, axisA, axisA),
                                           std::make_shared<AlignedMaps>(mapsB, axisB, axisB)),
          std::move(context)};
}

}  // namespace headlight
