#include "ui/panels/cell_changes.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "ui/state/words/change_words.h"

namespace headlight {
namespace {

/// The tokens of the text that stand at those of the places `first` to `last` on screen that are `wanted`, in spans.
TokenSet tokensAt(
    const TokenLink& link, Index first, Index last,
    const std::function<bool(Index)>& wanted = [](Index) { return true; }) {
  TokenSet tokens;
  for (std::size_t i = 0; i < link.shown.size(); ++i) {
    const auto token = static_cast<Index>(i);
    if (!link.shown[i] || *link.shown[i] < first || *link.shown[i] > last || !wanted(*link.shown[i])) continue;
    if (!tokens.empty() && tokens.back().last + 1 == token)
      tokens.back().last = token;
    else
      tokens.push_back({TokenPick::Kind::Span, token, token});
  }
  return tokens;
}

}  // namespace

std::vector<Intervention> coversAt(Index first, Index last, const LensResult& seen) {
  if (!seen.context.pixels && !seen.context.media) return {};
  const std::vector<Token>& tokens = seen.maps->keyTokens();
  const TokenSet patches = tokensAt(seen.tokens, first, last, [&tokens](Index shown) {
    const ImagePlace* place =
        shown < static_cast<Index>(tokens.size()) ? tokens[static_cast<std::size_t>(shown)].imagePlace() : nullptr;
    return place && place->box != kNoBox;
  });
  if (patches.empty()) return {};
  return {OccludePatches{patches, OccludePatches::By::Zero}, OccludePatches{patches, OccludePatches::By::Mean},
          OccludePatches{patches, OccludePatches::By::Blur}};
}

std::vector<Intervention> changesAt(HeadId head, const std::optional<CellRange>& cells, const LensResult& seen,
                                    const std::vector<PanelLens>& lenses) {
  std::vector<Intervention> changes;
  if (cells) {
    TokenSet queries = tokensAt(seen.tokens, cells->firstQuery, cells->lastQuery);
    TokenSet keys = tokensAt(seen.tokens, cells->firstKey, cells->lastKey);
    const auto turned = std::count_if(lenses.begin(), lenses.end(),
                                      [](const PanelLens& lens) { return lens.kind == PanelLens::Kind::Transposed; });
    if (turned % 2 == 1) std::swap(queries, keys);
    const HeadSet everywhere;
    for (const HeadSet& heads : {oneHead(head), everywhere}) {
      if (!queries.empty() && !keys.empty()) changes.emplace_back(Mask{queries, keys, heads});
      if (!keys.empty()) changes.emplace_back(Mask{{}, keys, heads});
      if (!queries.empty()) changes.emplace_back(Mask{queries, {}, heads});
    }
  }
  changes.push_back(switchedOff(head));
  return changes;
}

}  // namespace headlight
