#pragma once

#include <array>

#include "ui/reading/engine.h"
#include "ui/reading/side_by_side.h"
#include "ui/state/panel_state.h"

namespace headlight {

/// The last good result of each reading; null where there is none.
struct RunResults {
  std::array<std::shared_ptr<const RunResult>, kRuns> all;

  const std::shared_ptr<const RunResult>& operator[](RunId run) const { return all[indexOf(run)]; }
};

/// What two readings have in common, so that their tokens can be laid beside each other.
AlignmentBasis kinshipOf(const RunResult& a, const RunResult& b);

/// From the tokens of the first reading to those of `run`, which has a result.
TokenLink tokensOf(RunId run, const RunResults& results);

/// The attention that a panel is about, by its method, before any lens; null while it is not known.
std::shared_ptr<const AttentionMaps> mapsOf(const PanelState& panel, const RunResult& result);

/// An attention of a reading by its weights; of a model of one stack the one there is.
std::shared_ptr<const AttentionMaps> mapsOf(AttentionType attention, const RunResult& result);

/// The attentions of a reading, in the order of menus; empty for one of a single stack.
std::vector<AttentionType> attentionsOf(const RunResult& result);

/// Whether an attention is over tokens of its own: of a source, of pictures, of a stage.
bool hasTokensOfItsOwn(AttentionType attention);

/// What there is to say of an attention: sinks, who sees whom.
const AttentionContext& contextOf(AttentionType attention, const RunResult& result);

/// Whether something that the panel needs is not known yet.
bool lacksReading(const PanelState& panel, const RunResults& results);

/// What a panel sees: its source through its lenses, less what it subtracts through the same lenses. Without maps where
/// a reading that it needs has no result yet. Tokens are linked by those of the first reading.
LensResult resolvePanel(const PanelState& panel, const RunResults& results);

/// Both sides of what a panel subtracts from, through its lenses; none without a difference or without its results.
std::optional<AlignedSides> sidesOf(const PanelState& panel, const RunResults& results);

/// A cell of `head` in words: tokens, weight to six digits and the sum of its row; empty where there
/// is none.
QString cellSentence(const LensResult& seen, HeadId head, Index query, Index key);

/// The head that a panel shows while `selected` is selected: the nearest one that its source has.
HeadId shownHead(const PanelState& panel, HeadId selected, const AttentionMaps* maps);

/// "text B", "bert", "layer 1, head 3": what a panel subtracts, by the difference to its source.
QString minusName(const PanelState& panel, const RunResults& results);
/// "text B", "bert, text B", "with changes": a reading that is not the first one; empty for the first.
QString sourceName(RunId run, const RunResults& results);

}  // namespace headlight
