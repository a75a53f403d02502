#include "core/analysis/metrics.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "core/analysis/row_entropy.h"
#include "core/analysis/row_sums.h"
#include "core/attention/row_bands.h"
#include "core/base/error.h"
#include "core/ops/activations.h"
#include "core/text/token_kinds.h"

namespace headlight {
namespace {

constexpr Index kLocal = 2, kLongRange = 8;

/// For every query the position at which its token occurred last, -1 for none: from there the next one leads further
/// back, so that a text of one word repeated takes no more than any other. None for special tokens, which repeat
/// without meaning.
std::vector<Index> earlierOccurrence(const std::vector<Token>& tokens) {
  std::unordered_map<std::int64_t, Index> last;
  std::vector<Index> earlier(tokens.size(), -1);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].special) continue;
    const auto [found, first] = last.try_emplace(tokens[i].id, static_cast<Index>(i));
    if (first) continue;
    earlier[i] = found->second;
    found->second = static_cast<Index>(i);
  }
  return earlier;
}

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

MetricsTally::OneText::OneText(MetricsTally& tally, const AttentionMaps& maps)
    : m_tally(tally),
      m_keys(maps.keys()),
      m_full(maps.rowsSumToOne()),
      m_sinks(sinkTokens(maps.keyTokens())),
      m_earlier(earlierOccurrence(maps.keyTokens())),
      m_mean(static_cast<std::size_t>(m_keys)) {
  for (Index k = 0; k < m_keys; ++k) {
    const Token& token = maps.keyTokens()[static_cast<std::size_t>(k)];
    if (token.special) m_special.push_back(k);
    if (isPunctuation(token)) m_marks.push_back(k);
  }
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
  if (logs.count > 1) m_tally.m_relative.add(h / std::log(static_cast<double>(logs.count)));
  m_tally.m_confidence.add(static_cast<double>(largestOf(row)));
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
    if (apart <= kLocal) local += at(k);
  }
  const auto massOf = [&at](const std::vector<Index>& keys) {
    double mass = 0;
    for (const Index k : keys) mass += at(k);
    return mass;
  };
  m_tally.m_distance.add(distance);
  m_tally.m_special.add(massOf(m_special));
  m_tally.m_punctuation.add(massOf(m_marks));
  m_tally.m_sink.add(massOf(m_sinks));
  for (std::size_t i = 0; i < kSpeakerKinds; ++i)
    if (!m_speakers[i].empty()) m_tally.m_speakers[i].add(massOf(m_speakers[i]));
  m_tally.m_local.add(local);
  m_tally.m_longRange.add(before.sum + after.sum);
  if (q < m_keys) m_tally.m_same.add(at(q));
  if (q >= 1 && q - 1 < m_keys) m_tally.m_previous.add(at(q - 1));
  if (q + 1 < m_keys) m_tally.m_next.add(at(q + 1));
  m_tally.m_first.add(at(0));
  if (q >= 1) m_tally.m_firstRest.add(at(0));
  if (q >= m_keys || m_earlier[static_cast<std::size_t>(q)] < 0) return;
  double onSame = 0, onNext = 0;
  for (Index k = m_earlier[static_cast<std::size_t>(q)]; k >= 0; k = m_earlier[static_cast<std::size_t>(k)]) {
    onSame += at(k);
    onNext += at(k + 1);
  }
  m_tally.m_duplicate.add(onSame);
  m_tally.m_induction.add(onNext);
}

void MetricsTally::OneText::end() {
  if (m_entropy.count == 0) return;
  const Eigen::Map<const Eigen::VectorXd> sum(m_mean.data(), m_keys);
  m_tally.addDiversity(std::max(0.0, entropyOf(sum / static_cast<double>(m_entropy.count)) - m_entropy.value()),
                       m_entropy.count);
  m_tally.m_entropy.merge(m_entropy);
}

void MetricsTally::add(const AttentionMaps& maps, HeadId head, const Progress& progress) {
  OneText text(*this, maps);
  forEachRow(
      maps, head, [&](Index q, const auto& row) { if (isWhole(cellsOf(row))) text.take(q, cellsOf(row)); }, progress);
  text.end();
}

void MetricsTally::addDiversity(double diversity, Index rows) {
  if (rows == 0) return;
  m_diversity += (diversity - m_diversity) * (static_cast<double>(rows) / static_cast<double>(m_entropy.count + rows));
}

void MetricsTally::merge(const MetricsTally& other) {
  addDiversity(other.m_diversity, other.m_entropy.count);
  for (Mean MetricsTally::*mean : kMeans) (this->*mean).merge(other.*mean);
  for (std::size_t i = 0; i < kSpeakerKinds; ++i) m_speakers[i].merge(other.m_speakers[i]);
}

HeadMetrics MetricsTally::result() const {
  HeadMetrics m;
  m.rows = m_entropy.count;
  m.entropy = m_entropy.value();
  m.normalisedEntropy = m_relative.value();
  m.confidence = m_confidence.value();
  m.meanDistance = m_distance.value();
  m.previousToken = m_previous.value();
  m.nextToken = m_next.value();
  m.sameToken = m_same.value();
  m.firstToken = m_first.value();
  m.firstTokenRest = m_firstRest.value();
  m.specialTokens = m_special.value();
  m.punctuation = m_punctuation.value();
  m.sink = m_sink.value();
  m.local = m_local.value();
  m.longRange = m_longRange.value();
  m.diversity = m_diversity;
  if (m_duplicate.count) m.duplicateToken = m_duplicate.value();
  if (m_induction.count) m.induction = m_induction.value();
  for (std::size_t i = 0; i < kSpeakerKinds; ++i)
    if (m_speakers[i].count) m.speakers[i] = m_speakers[i].value();
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
