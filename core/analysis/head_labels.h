#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/analysis/sinkless_rows.h"
#include "core/analysis/tally.h"
#include "core/attention/attention_maps.h"
#include "core/attention/scores.h"

namespace headlight {

/// What a head does, in a word.
enum class HeadLabel {
  None,
  PreviousToken,
  NextToken,
  Itself,
  Induction,
  DuplicateToken,
  Punctuation,
  Broad,
  Local,
  Sink
};

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
  HeadLabel label =
      HeadLabel::None;  ///< Of those that clear, the one with the largest kappa; Local where no other does.
  double sinkMass = 0;                ///< Mean mass on the first token and the added ones, before it is taken out.
  std::vector<LabelScore> scores;
};

/// The labels that are scored, in order.
inline constexpr HeadLabel kScoredLabels[] = {
    HeadLabel::PreviousToken, HeadLabel::NextToken, HeadLabel::Itself, HeadLabel::Induction, HeadLabel::DuplicateToken,
    HeadLabel::Punctuation,   HeadLabel::Broad,     HeadLabel::Local,  HeadLabel::Sink};

/// What each of them is scored by, over the queries of one text or of many.
struct LabelTally {
  std::array<Tally, std::size(kScoredLabels)> tallies{};

  Tally& of(HeadLabel label) { return tallies[placeOf(label)]; }
  const Tally& of(HeadLabel label) const { return tallies[placeOf(label)]; }
  void merge(const LabelTally& other) {
    for (std::size_t i = 0; i < tallies.size(); ++i) tallies[i].merge(other.tallies[i]);
  }
  /// Induction is judged by `probe` where there is one. "local" is given where no narrower label passes, and only if
  /// all queries were measured for it, which earlier versions did not do; "sink" where no other does, or where the sink
  /// has more than nine tenths of the mass.
  HeadLabelling result(const std::optional<LabelScore>& probe) const;

 private:
  static std::size_t placeOf(HeadLabel label) {
    static_assert(kScoredLabels[0] == HeadLabel::PreviousToken &&
                  std::size(kScoredLabels) == static_cast<std::size_t>(HeadLabel::Sink));
    return static_cast<std::size_t>(label) - 1;
  }
};

/// Scores every label of a head, whose rows it takes in one after the other. Queries that stand on a sink, or may see
/// nothing else, are left out. Induction is judged by the text's own repeats unless there is a probe. Needs as many
/// queries as keys; throws Error otherwise.
class HeadLabeller {
 public:
  /// `places` are those of the keys, where they are known already.
  HeadLabeller(const AttentionMaps& maps, const Visibility& visibility, std::shared_ptr<const TokenPlaces> places = {});
  /// A row of weights that are all numbers, [keys]; false for a query that is left out.
  bool take(Index query, std::span<const float> row);
  /// What was summed of the row taken in last.
  const SinklessRows& rows() const { return m_rows; }
  const LabelTally& tally() const { return m_tally; }
  HeadLabelling result(const std::optional<LabelScore>& probe) const { return m_tally.result(probe); }

 private:
  std::shared_ptr<const TokenPlaces> m_places;
  SinklessRows m_rows;
  LabelTally m_tally;
  /// Mean entropy of a distribution over n outcomes that is drawn evenly from all, 1/2 + 1/3 + … + 1/n, by n.
  std::vector<double> m_entropyOfAny;
};

/// The same of all rows of a head; throws Cancelled, too.
HeadLabelling labelHead(const AttentionMaps& maps, HeadId head, const Visibility& visibility,
                        const std::optional<LabelScore>& probe = {}, const Progress& progress = {});

}  // namespace headlight
