#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/head_table.h"
#include "core/base/attention_type.h"
#include "core/corpus/head_stats.h"
#include "core/corpus/patterns/token_pattern.h"

namespace headlight {

/// Numbers by token that are kept of all heads together, at most: of a larger vocabulary the tokens with the first ids
/// are counted one by one.
inline constexpr std::int64_t kMostTokenNumbers = std::int64_t{1} << 23;

/// The model whose heads were measured.
struct MeasuredModel {
  std::string name, family, architecture;
  std::string identity;  ///< What tells its files from others: 16 hexadecimal digits.
  AttentionType attention = AttentionType::Self;
  int layers = 0, heads = 0;
};

/// A part of a corpus that was counted.
struct CorpusPart {
  std::string corpus;  ///< Corpus::identity().
  std::string source;  ///< The names of its files, for people.
  int shard = 1, shards = 1;
  bool operator==(const CorpusPart&) const = default;
};

/// A text that could not be read, and why.
struct SkippedText {
  std::string place, why;
  auto operator<=>(const SkippedText&) const = default;  // NOLINT(modernize-use-nullptr): of the compiler's own making.
};
inline constexpr std::size_t kMostSkippedNames = 1000;

/// A text that is an exemplar.
struct KeptText {
  std::string place, text, label;
  std::optional<std::string> second;
  std::vector<std::int64_t> ids;
};

/// What even attention would be in one layer, over all texts.
struct LayerStats {
  std::array<std::int64_t, kOffsets> pairs{};
  std::vector<double> even;  ///< By token.
};

/// What the heads of a model do over many texts.
struct CorpusStats {
  MeasuredModel model;
  Index maxTokens = 0;                 ///< Of a text; longer ones were cut.
  std::vector<TokenPattern> patterns;
  std::vector<CorpusPart> parts;
  std::int64_t texts = 0, tokens = 0, cut = 0, replaced = 0, skipped = 0;
  std::uint64_t hash = 0;              ///< Sum of the texts' hashes: the same for the same texts in any order.
  std::vector<SkippedText> skippedTexts;  ///< The first of them by place, at most kMostSkippedNames.
  std::vector<HeadStats> heads;        ///< Layer by layer.
  std::vector<LayerStats> layers;
  std::vector<std::int64_t> tokenCounts;  ///< By id, for the ids that are counted one by one.
  std::vector<std::string> tokenNames;    ///< By id; empty for tokens that were not seen.
  std::map<std::uint64_t, KeptText> keptTexts;  ///< By hash.
  /// Of a run that has not come to its end: the number of the text that comes next.
  std::optional<std::int64_t> next;

  CorpusStats() = default;
  /// Nothing yet, of a model with that vocabulary.
  CorpusStats(MeasuredModel measured, Index vocabulary, std::vector<TokenPattern> patternList, Index mostTokens);

  /// Adds texts in their order, each with what is kept of it.
  void add(const std::vector<std::pair<const TextStats*, KeptText>>& texts);
  void skip(SkippedText text);
  /// Adds other parts. Throws Error where they are of another model or of other settings, are not finished, or where a
  /// text would count twice.
  void merge(const CorpusStats& other);

  /// "entropy", …, then the names of the patterns.
  std::vector<std::string> metricNames() const;
  /// The metrics and labels of a head over all queries, as those of one text.
  HeadFacts facts(std::size_t head) const;
  /// Calls each(text hash) for every exemplar.
  template <class Each>
  void forEachExemplar(const Each& each) const {
    for (const HeadStats& head : heads)
      for (const MetricStats& metric : head.metrics)
        for (const Exemplar& exemplar : metric.exemplars.all)
          if (exemplar) each(exemplar.text);
  }

 private:
  void keep(std::uint64_t text, const KeptText& kept);
  /// Forgets texts that are exemplars no longer.
  void prune();
  std::size_t m_prunedAt = 1000;
};

}  // namespace headlight
