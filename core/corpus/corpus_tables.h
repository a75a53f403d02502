#pragma once

#include <string>
#include <vector>

#include "core/corpus/corpus_stats.h"
#include "core/io/table.h"

namespace headlight {

/// A token and how much more attention it has than others that occur as often.
struct TokenLift {
  std::string name;
  std::int64_t count = 0;  ///< Occurrences.
  double lift = 0;  ///< 1 for a token as all others: of what even attention would give it, over the same of all tokens.
};
/// The tokens that a head attends to most, and at which it attends most to something else than the sink, both against
/// how often they occur; tokens with fewer than `least` occurrences are left out.
struct TopTokens {
  std::vector<TokenLift> keys, queries;
};
TopTokens topTokens(const CorpusStats& stats, std::size_t head, std::size_t most, std::int64_t least = 5);

/// Attention on keys at each place from -kReach to kReach, mean over the queries that see one there; nothing where none
/// does.
std::vector<std::optional<double>> attentionByOffset(const CorpusStats& stats, std::size_t head);

/// One row a head: what headTableFile() has of a text, of all queries of all texts, and for each metric over the texts
/// `METRIC_texts`, `_mean`, `_error` (of that mean), `_sd`, `_least`, `_q05`, `_q50`, `_q95`, `_most`; for each pattern
/// its score, chance, kappa, error, queries and rank by kappa.
Table statsTable(const CorpusStats& stats);

/// Adds to a table of heads the columns of a pattern: its `name`, and that with _chance, _kappa, _score_error, _queries
/// and _rank (by kappa, from 1); `scores` has one for each row.
void addPatternColumns(Table& table, const std::string& name, const std::vector<LabelScore>& scores);

/// A sentence for each thing that a person has to know of what was counted: cut, skipped and sampled texts.
std::vector<std::string> remarksOf(const CorpusStats& stats);

}  // namespace headlight
