#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/analysis/row_sums.h"
#include "core/analysis/tally.h"
#include "core/analysis/token_places.h"
#include "core/attention/attention_maps.h"

namespace headlight {

/// How many tokens away a key is at most that counts as local.
inline constexpr Index kLocalReach = 2;

/// Whose words a token of a conversation is.
enum class SpeakerKind { System, User, Assistant, Other, Template };
inline constexpr std::size_t kSpeakerKinds = 5;
/// That of a token among those of a conversation; developers count as the system.
SpeakerKind speakerKindOf(const Token& token);

/// Numbers that say what one head does on one text. Means are over queries; A is the attention, rows q, columns k. Rows
/// with a cell that is no number are left out. Where rows need not sum to 1 (AttentionMaps::rowsSumToOne), entropies
/// and diversity are those of rows brought to sum 1, with 0 for cells below 0; masses stay parts of the whole
/// attention.
struct HeadMetrics {
  Index rows = 0;             ///< That went in; without any all means are 0 and say nothing.
  double entropy = 0;  ///< Mean of -Σ A ln A, in nats (Clark et al. 2019).
  double normalisedEntropy =
      0;  ///< Mean of entropy / ln(keys with a weight above 0), over queries with at least two such keys.
  double confidence = 0;      ///< Mean of the row's largest weight (Voita et al. 2019).
  double meanDistance = 0;    ///< Mean of Σ A |q - k|, in tokens (Vig and Belinkov 2019).
  double previousToken = 0;   ///< Mean of A[q, q-1] over q ≥ 1.
  double nextToken = 0;       ///< Mean of A[q, q+1] over q < N-1.
  double sameToken = 0;       ///< Mean of A[q, q].
  double firstToken = 0;      ///< Mean of A[q, 0].
  double firstTokenRest = 0;  ///< Mean of A[q, 0] over q ≥ 1.
  double specialTokens = 0;   ///< Mean mass on tokens that the tokenizer added.
  double punctuation = 0;     ///< Mean mass on tokens without a letter or digit, special ones apart.
  double sink = 0;            ///< Mean mass on the first token and on those that the tokenizer added.
  double local = 0;           ///< Mean mass on keys at most kLocalReach tokens away.
  double longRange = 0;       ///< Mean mass on keys further than 8 tokens away.
  double diversity = 0;  ///< Entropy of a text's mean row - its mean entropy, in nats: the Jensen–Shannon divergence of
                         ///< all rows (Lin 1991), 0 when they are alike.
  std::optional<double>
      duplicateToken;  ///< Mean mass on earlier occurrences of the query's token, over queries that have one.
  std::optional<double>
      induction;  ///< Mean mass on the tokens that followed them (Olsson et al. 2022), over the same queries.
  /// Of a conversation: mean mass on what the turns of each SpeakerKind say, and on what the template wrote; none for
  /// what it has no token of. Together they are the whole mass.
  std::array<std::optional<double>, kSpeakerKinds> speakers;
};

/// The means that the metrics of a head are made of, in order; each by the name that tables have for it.
enum class HeadMean {
  Entropy, NormalisedEntropy, Confidence, Diversity, MeanDistance, Local, LongRange, PreviousToken, NextToken, SameToken,
  DuplicateToken, Induction, Sink, FirstToken, FirstTokenRest, SpecialTokens, Punctuation, OnSystem, OnUser, OnAssistant,
  OnOthers, OnTemplate
};
inline constexpr std::string_view kHeadMeans[] = {
    "entropy",       "relative_entropy", "confidence",      "diversity",    "mean_distance",    "local",
    "long_range",    "previous_token",   "next_token",      "same_token",   "duplicate_token",  "induction",
    "sink",          "first_token",      "first_token_rest", "special_tokens", "punctuation",   "to_system",
    "to_user",       "to_assistant",     "to_others",       "to_template"};
/// Those means by HeadMean, over the queries that each is about; diversity is one of texts, each as often as it has
/// rows.
using MetricMeans = std::array<Mean, std::size(kHeadMeans)>;
inline Mean& meanOf(MetricMeans& means, HeadMean which) { return means[static_cast<std::size_t>(which)]; }
inline const Mean& meanOf(const MetricMeans& means, HeadMean which) { return means[static_cast<std::size_t>(which)]; }
HeadMetrics metricsOf(const MetricMeans& means);

/// The metrics of one head over several texts; every query of every text counts the same.
class MetricsTally {
 public:
  /// Adds one head of one text, row after row.
  class OneText {
   public:
    /// `places` are those of the keys, where they are known already.
    OneText(MetricsTally& tally, const AttentionMaps& maps, std::shared_ptr<const TokenPlaces> places = {});
    /// A row of weights that are all numbers, [keys].
    void take(Index query, std::span<const float> row);
    /// The same of a row whose sums are known already, and between which cells it is not 0.
    void take(Index query, std::span<const float> row, const LogSums& sums, const Used& used);
    /// After the last row.
    void end();

   private:
    Mean& mean(HeadMean which) { return meanOf(m_tally.m_means, which); }

    MetricsTally& m_tally;
    Index m_keys;
    bool m_full;  ///< Whether rows sum to 1.
    std::shared_ptr<const TokenPlaces> m_places;
    std::array<std::vector<Index>, kSpeakerKinds> m_speakers;  ///< Their keys; empty without a conversation.
    std::vector<double> m_mean;  ///< Sum of the rows so far, [keys].
    Mean m_entropy;
  };
  /// Adds one text's attention, as computeMetrics() reads it.
  void add(const AttentionMaps& maps, HeadId head, const Progress& progress = {});
  /// Adds what another tally was given.
  void merge(const MetricsTally& other);
  const MetricMeans& means() const { return m_means; }
  HeadMetrics result() const { return metricsOf(m_means); }

 private:
  MetricMeans m_means{};
};

/// The metrics of one head over its own tokens; needs as many queries as keys for all that compares positions.
/// Exact and streaming: memory is a band of rows. Throws Cancelled.
HeadMetrics computeMetrics(const AttentionMaps& maps, HeadId head, const Progress& progress = {});

/// The part of the weight between different tokens that is returned: Σ min(A[q, k], A[k, q]) / Σ A[q, k] over q ≠ k; 1
/// for a symmetric map, 0 for a causal one; pairs without two numbers are left out. Needs as many queries as keys;
/// throws Error otherwise. Memory is a few bands.
double symmetricShare(const AttentionMaps& maps, HeadId head);

/// Mean entropy of rows brought to sum 1, in nats; rows of zeros are left out. Of norm-weighted attention: how broadly
/// what arrives is spread (Kobayashi et al. 2020).
double shareEntropy(const AttentionMaps& maps, HeadId head);

/// How a head treats the second saying of a text that is said twice, `period` tokens apart; means over the queries from
/// `period` on.
struct RepeatScores {
  double duplicateToken = 0;  ///< A[q, q - period]: the earlier occurrence itself.
  double induction = 0;       ///< A[q, q - period + 1]: the token after it (Olsson et al. 2022).
};
/// Needs as many queries as keys and 1 ≤ period < queries; throws Error otherwise.
RepeatScores computeRepeatScores(const AttentionMaps& maps, HeadId head, Index period);

/// -Σ A ln A of every row in nats, 0 ln 0 = 0, of rows whose weights are all numbers; brought to sum 1 as in
/// HeadMetrics.
std::vector<double> rowEntropies(const AttentionMaps& maps, HeadId head);

}  // namespace headlight
