#pragma once

#include <optional>
#include <vector>

#include "core/attention/attention_maps.h"
#include "core/attention/scores.h"
#include "core/model/model.h"

namespace headlight {

/// What a head does, in a word.
enum class HeadLabel { None, PreviousToken, NextToken, Itself, Induction, SameWord, Punctuation, Broad, Sink };

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

  /// The part of the way from chance to certainty: (score - chance) / (1 - chance), as Cohen's kappa (1960).
  double clearance() const { return chance < 1 ? (score - chance) / (1 - chance) : 0; }
  /// Whether the label may be given: clearance of at least 0.3, and 3 standard errors, over at least 4 queries.
  bool clears() const { return queries >= 4 && clearance() >= 0.3 && score - chance >= 3 * error; }
};

/// The labels' scores of one head, and the label that it gets.
struct HeadLabelling {
  HeadLabel label = HeadLabel::None;  ///< Of those that clear, the one with the largest clearance.
  double sinkMass = 0;                ///< Mean mass on the first token and the added ones, before it is taken out.
  std::vector<LabelScore> scores;
};

/// Scores every label of `head`. Queries that stand on a sink, or may see nothing else, are left out. Induction is
/// judged by `probe` where there is one, else by the text's own repeats. "sink" is given where no other label clears,
/// or where the sink has more than nine tenths of the mass. Needs as many queries as keys; throws Error otherwise, or
/// Cancelled.
HeadLabelling labelHead(const AttentionMaps& maps, HeadId head, const Visibility& visibility,
                        const std::optional<LabelScore>& probe = {}, const Progress& progress = {});

/// What a head does when it reads random tokens twice: the automatic probe of induction (Olsson et al. 2022).
struct ProbeScores {
  LabelScore induction;                       ///< Mass on the token after the earlier occurrence, the sink taken out.
  double inductionRaw = 0, duplicateRaw = 0;  ///< With the sink: on that token, and on the earlier occurrence itself.
};

/// Runs `model` over `repeats` texts of `period` random tokens said twice, after a first token as the model's own texts
/// have it (`begin`, such as [CLS], and `end`), drawn from `candidates`; the scores of every head, [layer][head]. A
/// period that the model has no positions for is made shorter. Throws Error without candidates, or Cancelled.
struct ProbeSetup {
  std::vector<std::int64_t> candidates, begin, end;
  Index period = 24;
  int repeats = 4;
  std::uint64_t seed = 1;
};
std::vector<std::vector<ProbeScores>> probeInduction(const Model& model, const ProbeSetup& setup,
                                                     const Progress& progress = {});

}  // namespace headlight
