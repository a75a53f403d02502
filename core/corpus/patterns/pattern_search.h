#pragma once

#include <span>
#include <vector>

#include "core/analysis/head_labels.h"
#include "core/attention/attention_maps.h"
#include "core/base/progress.h"
#include "core/corpus/patterns/token_pattern.h"

namespace headlight {

/// Cells of one text that somebody asks about: the keys of each query, ascending, [queries]; as keysOf().
using KeysOfQueries = std::vector<std::vector<Index>>;

/// Adds what a row, as `rows` took it in last, has on the `keys` that it sees, and the chance of that, where it sees
/// some and not only those.
void addKeyMass(const SinklessRows& rows, std::span<const float> row, const std::vector<Index>& keys, Tally& tally);

/// How much each head attends to some cells of one text, beside the chance level of even attention.
struct CellScores {
  std::vector<HeadId> heads;
  std::vector<LabelScore> scores;  ///< One for each; without queries where no row could be scored.
  std::vector<std::size_t> order;  ///< The heads by kappa, the largest first; those without queries last.
  bool withSinks = false;          ///< Whether rows were taken whole, since a sink is among the cells.

  /// From 1: one more than there are heads with a larger kappa.
  std::size_t rankOf(std::size_t head) const;
};
/// What becomes of cells on a sink (the first token and the added ones), which is taken out of each row first, as for a
/// pattern over a corpus: they are left out, or rows are taken whole where there is such a cell.
enum class CellsOnSinks { LeftOut, OfWholeRows };
/// Scores every head of `maps`, whose layers see what `visibility` says. Throws Error for keys that are not of the
/// maps, and where there are not as many queries as keys; Cancelled.
CellScores scoreCells(const AttentionMaps& maps, const std::vector<Visibility>& visibility, const KeysOfQueries& keys,
                      CellsOnSinks onSinks = CellsOnSinks::OfWholeRows, const Progress& progress = {});
/// The same of a pattern of tokens over one text: as over a corpus, but that whole rows are scored where a pattern
/// names a sink by its number.
CellScores scorePattern(const AttentionMaps& maps, const std::vector<Visibility>& visibility,
                        const TokenPattern& pattern, const Progress& progress = {});

/// How a pattern describes some cells, of the queries that have some.
struct PatternFit {
  TokenPattern pattern;
  Index both = 0;    ///< Cells that are drawn and the pattern's.
  Index drawn = 0;   ///< Cells that are drawn.
  Index meant = 0;   ///< Cells of the pattern in the same rows.
  Index inText = 0;  ///< Cells of the pattern in the whole text.

  /// Jaccard's index of both sets of cells in these rows, 0 to 1.
  double agreement() const {
    return drawn + meant > both ? static_cast<double>(both) / static_cast<double>(drawn + meant - both) : 0;
  }
};
/// The patterns that describe cells of a text, whose queries see what `visibility` says, so that the same can be asked
/// of other texts: those that share a cell with them, the best first, at most `most`. Of several that describe them as
/// well the first is that of a neighbour, then by repetition, by structure, by distance, and by the tokens themselves.
std::vector<PatternFit> patternsLike(const KeysOfQueries& keys, const std::vector<Token>& tokens,
                                     const Visibility& visibility, std::size_t most = 8);

}  // namespace headlight
