#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/attention/attention_maps.h"
#include "core/attention/lenses/combined_maps.h"
#include "ui/figures/attention_context.h"
#include "ui/state/token_link.h"

namespace headlight {

/// One thing that a panel looks through, as a plain value; a panel has a list of them, the first one nearest to the
/// model.
struct PanelLens {
  enum class Kind {
    Words,            ///< The pieces of a word as one token.
    Sentences,        ///< The tokens of a sentence as one.
    Spans,            ///< The tokens of each of `spans` as one.
    WithoutSpecials,  ///< Without the tokens that the tokenizer added.
    WithoutSink,      ///< Without the sink tokens, rows renormalised.
    Threshold,        ///< Weights below `threshold` become 0.
    Far,              ///< Weights between tokens less than `distance` apart become 0.
    Top,              ///< The `count` largest weights of each row; the others become 0.
    RowMaximum,       ///< Each row divided by its largest weight.
    Transposed,       ///< Queries and keys exchanged; turns what the other lenses leave, wherever it is in the list.
    Written,          ///< Cross-attention: each row under the token that it says next.
    MeanOfHeads,      ///< The mean over all heads of the layer.
    MaxOfHeads,       ///< The largest weight of all heads of the layer.
    Pictures,         ///< The tokens of each picture in a text as one.
  };
  static constexpr int kKinds = static_cast<int>(Kind::Pictures) + 1;

  Kind kind = Kind::Words;
  bool renormalise = true;  ///< WithoutSpecials: each row divided by what is left of it.
  double threshold = 0.05;  ///< Threshold: in [0, 1].
  int count = 3;            ///< Top: at least 1.
  Index distance = 32;      ///< Far: at least 1.
  /// Spans: half-open ranges of token numbers of the workspace's first reading, ascending, not overlapping.
  std::vector<std::pair<Index, Index>> spans;

  bool operator==(const PanelLens&) const = default;
};

/// `lenses` with the tokens [begin, end) as one span: in the spans that there are, in place of those that it touches,
/// or as a lens nearest to the model.
std::vector<PanelLens> withSpan(std::vector<PanelLens> lenses, Index begin, Index end);

/// What a chip and a caption call a lens: "words", "without special tokens, rows not renormalised", "≥ 5%".
QString lensName(const PanelLens& lens);
/// What it does, in a sentence.
QString lensExplanation(const PanelLens& lens);

/// What the numbers of several heads as one are.
Quantity ofSeveralHeads(const Quantity& quantity, Combine combine);

/// The same without the window of keys that a query sees.
Visibility withoutWindow(Visibility visibility);

/// Some attention as a panel sees it.
struct LensResult {
  std::shared_ptr<const AttentionMaps> maps;  ///< The same layers and heads as before.
  AttentionContext context;                   ///< Sinks and visibility of what is left; names the lenses.
  TokenLink tokens;                           ///< From the tokens that selections count by to those along the axes.
  bool headsCombined = false;                 ///< Every head of a layer looks the same.
};

/// `maps` through `lenses`, in their order, at last transposed. Cheap: weights are computed when they are asked for.
/// `tokens` links the queries with the tokens that selections count by, by default themselves; keys are the same, or
/// those of another text in cross-attention.
LensResult applyLenses(std::shared_ptr<const AttentionMaps> maps, AttentionContext context,
                          const std::vector<PanelLens>& lenses, std::optional<TokenLink> tokens = {});

}  // namespace headlight
