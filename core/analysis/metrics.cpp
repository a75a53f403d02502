#include "core/analysis/metrics.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/analysis/row_entropy.h"
#include "core/analysis/row_sums.h"
#include "core/attention/row_bands.h"
#include "core/base/error.h"
#include "core/ops/activations.h"

namespace headlight {
namespace {

constexpr Index kLongRange = 8;
/// The speakers' means are in the order of SpeakerKind.
constexpr auto kFirstSpeaker = static_cast<std::size_t>(HeadMean::OnSystem);

/// The cells [from, to) of a row.
std::span<const float> partOf(std::span<const float> row, Index from, Index to) {
  return row.subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
}

}  // namespace

SpeakerKind speakerKindOf(const Token& token) {
  if (!token.turn) return SpeakerKind::Template;
  const std::string& role = token.turn->role;
  if (role == "system" || role == "developer") return SpeakerKind::System;
  if (role == "user") return SpeakerKind::User;
  return role == "assistant" ? SpeakerKind::Assistant : SpeakerKind::Other;
}

MetricsTally::OneText::OneText(MetricsTally& tally, const AttentionMaps& maps,
                               std::shared_ptr<const TokenPlaces> places)
    : m_tally(tally),
      m_keys(maps.keys()),
      m_full(maps.rowsSumToOne()),
      m_places(placesOf(maps.keyTokens(), std::move(places))),
      m_mean(static_cast<std::size_t>(m_keys)) {
  const std::vector<Token>& tokens = maps.keyTokens();
  if (std::none_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.turn.has_value(); })) return;
  for (Index k = 0; k < m_keys; ++k)
    m_speakers[static_cast<std::size_t>(speakerKindOf(tokens[static_cast<std::size_t>(k)]))].push_back(k);
}

void MetricsTally::OneText::take(Index q, std::span<const float> row) {
  const Used used = usedOf(row);
  take(q, row, logSumsOf(partOf(row, used.begin, used.end)), used);
}

void MetricsTally::OneText::take(Index q, std::span<const float> row, const LogSums& logs, const Used& used) {
  const auto at = [&row](Index k) { return static_cast<double>(row[static_cast<std::size_t>(k)]); };
  const double divisor = logs.divisor(m_full);
  const double h = logs.entropy(divisor);
  m_entropy.add(h);
  if (logs.count > 1) mean(HeadMean::NormalisedEntropy).add(h / std::log(static_cast<double>(logs.count)));
  mean(HeadMean::Confidence).add(static_cast<double>(largestOf(row)));
  addAboveZero(partOf(row, used.begin, used.end), 1 / divisor,
               std::span(m_mean).subspan(static_cast<std::size_t>(used.begin)));

  // Far keys before and behind the query together, near ones each by itself.
  const Index near = std::clamp(q - kLongRange, used.begin, used.end);
  const Index far = std::clamp(q + kLongRange + 1, near, used.end);
  const Moments before = momentsOf(partOf(row, used.begin, near)), after = momentsOf(partOf(row, far, used.end));
  double distance = static_cast<double>(q - used.begin) * before.sum - before.first +
                    static_cast<double>(far - q) * after.sum + after.first;
  double local = 0;
  for (Index k = near; k < far; ++k) {
    const Index apart = std::abs(q - k);
    distance += at(k) * static_cast<double>(apart);
    if (apart <= kLocalReach) local += at(k);
  }
  const auto massOf = [&at](const std::vector<Index>& keys) {
    double mass = 0;
    for (const Index k : keys) mass += at(k);
    return mass;
  };
  mean(HeadMean::MeanDistance).add(distance);
  mean(HeadMean::SpecialTokens).add(massOf(m_places->special));
  mean(HeadMean::Punctuation).add(massOf(m_places->marks));
  mean(HeadMean::Sink).add(massOf(m_places->sinks));
  for (std::size_t i = 0; i < kSpeakerKinds; ++i)
    if (!m_speakers[i].empty()) m_tally.m_means[kFirstSpeaker + i].add(massOf(m_speakers[i]));
  mean(HeadMean::Local).add(local);
  mean(HeadMean::LongRange).add(before.sum + after.sum);
  if (q < m_keys) mean(HeadMean::SameToken).add(at(q));
  if (q >= 1 && q - 1 < m_keys) mean(HeadMean::PreviousToken).add(at(q - 1));
  if (q + 1 < m_keys) mean(HeadMean::NextToken).add(at(q + 1));
  mean(HeadMean::FirstToken).add(at(0));
  if (q >= 1) mean(HeadMean::FirstTokenRest).add(at(0));
  const std::vector<Index>& earlier = m_places->earlier;
  if (q >= m_keys || earlier[static_cast<std::size_t>(q)] < 0) return;
  double onSame = 0, onNext = 0;
  for (Index k = earlier[static_cast<std::size_t>(q)]; k >= 0; k = earlier[static_cast<std::size_t>(k)]) {
    onSame += at(k);
    onNext += at(k + 1);
  }
  mean(HeadMean::DuplicateToken).add(onSame);
  mean(HeadMean::Induction).add(onNext);
}

void MetricsTally::OneText::end() {
  if (m_entropy.count == 0) return;
  const Eigen::Map<const Eigen::VectorXd> sum(m_mean.data(), m_keys);
  const double diversity =
      std::max(0.0, entropyOf(sum / static_cast<double>(m_entropy.count)) - m_entropy.value());
  mean(HeadMean::Diversity).merge({diversity * static_cast<double>(m_entropy.count), m_entropy.count});
  mean(HeadMean::Entropy).merge(m_entropy);
}

void MetricsTally::add(const AttentionMaps& maps, HeadId head, const Progress& progress) {
  OneText text(*this, maps);
  forEachRow(
      maps, head, [&](Index q, const auto& row) { if (isWhole(cellsOf(row))) text.take(q, cellsOf(row)); }, progress);
  text.end();
}

void MetricsTally::merge(const MetricsTally& other) {
  for (std::size_t i = 0; i < m_means.size(); ++i) m_means[i].merge(other.m_means[i]);
}

HeadMetrics metricsOf(const MetricMeans& means) {
  const auto of = [&means](HeadMean which) { return meanOf(means, which).value(); };
  HeadMetrics m;
  m.rows = meanOf(means, HeadMean::Entropy).count;
  m.entropy = of(HeadMean::Entropy);
  m.normalisedEntropy = of(HeadMean::NormalisedEntropy);
  m.confidence = of(HeadMean::Confidence);
  m.meanDistance = of(HeadMean::MeanDistance);
  m.previousToken = of(HeadMean::PreviousToken);
  m.nextToken = of(HeadMean::NextToken);
  m.sameToken = of(HeadMean::SameToken);
  m.firstToken = of(HeadMean::FirstToken);
  m.firstTokenRest = of(HeadMean::FirstTokenRest);
  m.specialTokens = of(HeadMean::SpecialTokens);
  m.punctuation = of(HeadMean::Punctuation);
  m.sink = of(HeadMean::Sink);
  m.local = of(HeadMean::Local);
  m.longRange = of(HeadMean::LongRange);
  m.diversity = of(HeadMean::Diversity);
  const auto ifAny = [&means](std::size_t which) {
    return means[which].count ? std::optional(means[which].value()) : std::nullopt;
  };
  m.duplicateToken = ifAny(static_cast<std::size_t>(HeadMean::DuplicateToken));
  m.induction = ifAny(static_cast<std::size_t>(HeadMean::Induction));
  for (std::size_t i = 0; i < kSpeakerKinds; ++i) m.speakers[i] = ifAny(kFirstSpeaker + i);
  return m;
}

HeadMetrics computeMetrics(const AttentionMaps& maps, HeadId head, const Progress& progress) {
  MetricsTally tally;
  tally.add(maps, head, progress);
  return tally.result();
}

RepeatScores computeRepeatScores(const AttentionMaps& maps, HeadId head, Index period) {
  if (maps.queries() != maps.keys() || period < 1 || period >= maps.queries())
    throw Error("repeat scores: expected a period from 1 to " + std::to_string(maps.queries() - 1) + ", found " +
                std::to_string(period));
  Mean duplicate, induction;
  forEachRow(maps, head, [&](Index q, const auto& row) {
    if (q < period || !isWhole(cellsOf(row))) return;
    duplicate.add(row(q - period));
    induction.add(row(q - period + 1));
  });
  return {duplicate.value(), induction.value()};
}

std::vector<double> rowEntropies(const AttentionMaps& maps, HeadId head) {
  std::vector<double> entropies;
  entropies.reserve(static_cast<std::size_t>(maps.queries()));
  const bool full = maps.rowsSumToOne();
  forEachRow(maps, head, [&](Index, const auto& row) {
    if (!isWhole(cellsOf(row))) return;
    const LogSums sums = logSumsOf(cellsOf(row));
    entropies.push_back(sums.entropy(sums.divisor(full)));
  });
  return entropies;
}

double symmetricShare(const AttentionMaps& maps, HeadId head) {
  if (maps.queries() != maps.keys())
    throw Error("symmetric share: expected as many queries as keys, found " + std::to_string(maps.queries()) + " and " +
                std::to_string(maps.keys()));
  const Index n = maps.keys(), band = bandRows(n, n);
  double returned = 0, all = 0;
  for (Index from = 0; from < n; from += band) {
    // Each pair of tokens once: of a band the keys behind it, and the way back.
    const Index count = std::min(band, n - from), behind = n - from;
    const Matrix there = maps.weights(head, {from, from, count, behind});
    const Matrix back = maps.weights(head, {from, from, behind, count}).transpose();
    for (Index i = 0; i < count; ++i) {
      const PairSums sums = pairSumsOf(partOf(cellsOf(there.row(i)), i + 1, behind),
                                       partOf(cellsOf(back.row(i)), i + 1, behind));
      all += sums.all;
      returned += 2 * sums.least;
    }
  }
  return all > 0 ? returned / all : 0;
}

double shareEntropy(const AttentionMaps& maps, HeadId head) {
  Mean mean;
  forEachRow(maps, head, [&](Index, const auto& row) {
    if (!isWhole(cellsOf(row))) return;
    const LogSums sums = logSumsOf(cellsOf(row));
    if (sums.sum > 0) mean.add(sums.entropy(sums.sum));
  });
  return mean.value();
}

}  // namespace headlight
