#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/attention/attention_maps.h"
#include "ui/figures/attention_context.h"

namespace headlight {

/// One thing that a panel looks through, as a plain value; a panel has a list of them, the first one nearest to the
/// model.
struct PanelLens {
  enum class Kind {
    Words,            ///< The pieces of a word as one token.
    Sentences,        ///< The tokens of a sentence as one.
    WithoutSpecials,  ///< Without the tokens that the tokenizer added.
    WithoutSink,      ///< Without the sink tokens, rows renormalised.
    Threshold,        ///< Weights below `threshold` become 0.
    Top,              ///< The `count` largest weights of each row; the others become 0.
    RowMaximum,       ///< Each row divided by its largest weight.
    Transposed,       ///< Queries and keys exchanged.
    MeanOfHeads,      ///< The mean over all heads of the layer.
    MaxOfHeads,       ///< The largest weight of all heads of the layer.
  };
  static constexpr int kKinds = static_cast<int>(Kind::MaxOfHeads) + 1;

  Kind kind = Kind::Words;
  bool renormalise = true;  ///< WithoutSpecials: each row divided by what is left of it.
  double threshold = 0.05;  ///< Threshold: in [0, 1].
  int count = 3;            ///< Top: at least 1.

  bool operator==(const PanelLens&) const = default;
};

/// What a chip and a caption call a lens: "words", "without special tokens, rows not renormalised", "≥ 5%".
QString lensName(const PanelLens& lens);
/// What it does, in a sentence.
QString lensExplanation(const PanelLens& lens);

/// Which tokens of a run the tokens on screen stand for, in both directions; the same for queries and keys.
struct TokenLink {
  std::vector<Index> first;                 ///< For each token on screen, the first token of the run in it.
  std::vector<std::optional<Index>> shown;  ///< For each token of the run, the token on screen; none when left out.

  std::optional<Index> toShown(std::optional<Index> token) const;
  std::optional<Index> toRun(std::optional<Index> token) const;
};

/// Some attention as a panel sees it.
struct LookedThrough {
  std::shared_ptr<const AttentionMaps> maps;  ///< The same layers and heads as before.
  AttentionContext context;                   ///< Sinks and visibility of what is left; names the lenses.
  TokenLink tokens;
  bool headsCombined = false;  ///< Every head of a layer looks the same.
};

/// `maps` through `lenses`, in their order. Cheap: weights are computed when they are asked for. `maps` must have the
/// same tokens as queries and as keys.
LookedThrough lookThrough(std::shared_ptr<const AttentionMaps> maps, AttentionContext context,
                          const std::vector<PanelLens>& lenses);

}  // namespace headlight
