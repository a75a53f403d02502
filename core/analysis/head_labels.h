#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/analysis/sinkless_rows.h"
#include "core/analysis/tally.h"
#include "core/attention/attention_maps.h"
#include "core/attention/scores.h"

namespace headlight {

/// What a head does, in a word.
enum class HeadLabel { None, PreviousToken, NextToken, Itself, Induction, DuplicateToken, Punctuation, Broad, Sink };

/// "previous token", "induction", …; empty for None.
const char* nameOf(HeadLabel label);

/// How well one label fits a head, after the sink was taken out and the rows brought to sum 1 again.
struct LabelScore {
  HeadLabel label = HeadLabel::None;
  double score = 0;   ///< Mean mass on the keys that the label is about; for Broad the mean relative entropy.
  double chance = 0;  ///< What the score is without any preference: of equal weights on the keys that a query may see;
                      ///< for Broad of rows drawn evenly from all distributions.
  double error = 0;   ///< Standard error of score - chance over the queries.
  Index queries = 0;  ///< That went in.

  static LabelScore of(HeadLabel label, const Tally& tally) {
    return {label, tally.meanScore(), tally.meanChance(), tally.error(), tally.count};
  }
  /// The part of the way from chance to certainty: (score - chance) / (1 - chance), as Cohen's kappa (1960).
  double kappa() const { return chance < 1 ? (score - chance) / (1 - chance) : 0; }
  /// Whether the label may be given: kappa of at least 0.3, and 3 standard errors, over at least 4 queries.
  bool passes() const { return queries >= 4 && kappa() >= 0.3 && score - chance >= 3 * error; }
};

/// The labels' scores of one head, and the label that it gets.
struct HeadLabelling {
  HeadLabel label = HeadLabel::None;  ///< Of those that clear, the one with the largest kappa.
  double sinkMass = 0;                ///< Mean mass on the first token and the added ones, before it is taken out.
  std::vector<LabelScore> scores;
};

/// Scores every label of a head, whose rows it takes in one after the other. Queries that stand on a sink, or may see
/// nothing else, are left out. Induction is judged by `probe` where there is one, else by the text's own repeats.
/// "sink" is given where no other label passes, or where the sink has more than nine tenths of the mass. Needs as many
/// queries as keys; throws Error otherwise.
class HeadLabeller {
 public:
  HeadLabeller(const AttentionMaps& maps, const Visibility& visibility);
  /// A row of weights that are all numbers, [keys].
  void take(Index query, std::span<const float> row);
  /// What was summed of the row taken in last.
  const SinklessRows& rows() const { return m_rows; }
  HeadLabelling result(const std::optional<LabelScore>& probe) const;

 private:
  const std::vector<Token>& m_tokens;
  SinklessRows m_rows;
  std::vector<Index> m_marks;  ///< Keys that are punctuation and no sink.
  std::unordered_map<std::int64_t, std::vector<Index>> m_places;  ///< Keys that are no sink, by the token's id.
  Tally m_previous, m_next, m_itself, m_same, m_punctuation, m_broad, m_induction, m_sink;
  /// Mean entropy of a distribution over n outcomes that is drawn evenly from all, 1/2 + 1/3 + … + 1/n, by n.
  std::vector<double> m_entropyOfAny;
};

/// The same of all rows of a head; throws Cancelled, too.
HeadLabelling labelHead(const AttentionMaps& maps, HeadId head, const Visibility& visibility,
                        const std::optional<LabelScore>& probe = {}, const Progress& progress = {});

}  // namespace headlight
