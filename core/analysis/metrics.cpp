#include "core/analysis/metrics.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "core/analysis/row_entropy.h"
#include "core/analysis/whole_row.h"
#include "core/attention/row_bands.h"
#include "core/base/error.h"
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

}  // namespace

void MetricsTally::add(const AttentionMaps& maps, HeadId head, const Progress& progress) {
  const std::vector<Token>& tokens = maps.keyTokens();
  std::vector<char> isMark(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) isMark[i] = isPunctuation(tokens[i]);
  const std::vector<Index> earlier = earlierOccurrence(tokens);
  const Index N = maps.keys();
  std::vector<char> isSink(tokens.size());
  for (const Index k : sinkTokens(tokens)) isSink[static_cast<std::size_t>(k)] = true;
  const bool full = maps.rowsSumToOne();
  Eigen::VectorXd sum = Eigen::VectorXd::Zero(N);
  Mean here;  // Entropy in this text.

  forEachRow(
      maps, head,
      [&](Index q, const auto& row) {
        if (!isWhole(row)) return;
        const double divisor = entropyDivisor(row, full);
        const double h = divisor == 1 ? entropyOf(row) : entropyOf(row.template cast<double>() / divisor);
        here.add(h);
        const Index visible = (row.array() > 0).count();
        if (visible > 1) m_relative.add(h / std::log(static_cast<double>(visible)));
        m_confidence.add(row.maxCoeff());
        sum += row.transpose().template cast<double>().cwiseMax(0) / divisor;
        double d = 0, onSpecial = 0, onMarks = 0, onSinks = 0, onNear = 0, onFar = 0;
        for (Index k = 0; k < N; ++k) {
          const double a = row(k);
          const Index apart = std::abs(q - k);
          d += a * static_cast<double>(apart);
          if (tokens[static_cast<std::size_t>(k)].special) onSpecial += a;
          if (isMark[static_cast<std::size_t>(k)]) onMarks += a;
          if (isSink[static_cast<std::size_t>(k)]) onSinks += a;
          if (apart <= kLocal) onNear += a;
          if (apart > kLongRange) onFar += a;
        }
        m_distance.add(d);
        m_special.add(onSpecial);
        m_punctuation.add(onMarks);
        m_sink.add(onSinks);
        m_local.add(onNear);
        m_longRange.add(onFar);
        if (q < N) m_same.add(row(q));
        if (q >= 1 && q - 1 < N) m_previous.add(row(q - 1));
        if (q + 1 < N) m_next.add(row(q + 1));
        m_first.add(row(0));
        if (q >= 1) m_firstRest.add(row(0));
        if (q < N && earlier[static_cast<std::size_t>(q)] >= 0) {
          double onSame = 0, onNext = 0;
          for (Index k = earlier[static_cast<std::size_t>(q)]; k >= 0; k = earlier[static_cast<std::size_t>(k)]) {
            onSame += row(k);
            onNext += row(k + 1);
          }
          m_duplicate.add(onSame);
          m_induction.add(onNext);
        }
      },
      progress);
  if (here.count == 0) return;
  addDiversity(std::max(0.0, entropyOf(sum / static_cast<double>(here.count)) - here.value()), here.count);
  m_entropy.merge(here);
}

void MetricsTally::addDiversity(double diversity, Index rows) {
  if (rows == 0) return;
  m_diversity += (diversity - m_diversity) * (static_cast<double>(rows) / static_cast<double>(m_entropy.count + rows));
}

void MetricsTally::merge(const MetricsTally& other) {
  addDiversity(other.m_diversity, other.m_entropy.count);
  for (Mean MetricsTally::*mean : kMeans) (this->*mean).merge(other.*mean);
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
    if (q < period || !isWhole(row)) return;
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
    if (!isWhole(row)) return;
    const double divisor = entropyDivisor(row, full);
    entropies.push_back(divisor == 1 ? entropyOf(row) : entropyOf(row.template cast<double>() / divisor));
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
    const Index count = std::min(band, n - from);
    const Matrix there = maps.weights(head, {from, 0, count, n}), back = maps.weights(head, {0, from, n, count});
    for (Index i = 0; i < count; ++i)
      for (Index k = 0; k < n; ++k) {
        if (k == from + i || std::isnan(there(i, k)) || std::isnan(back(k, i))) continue;
        all += static_cast<double>(there(i, k));
        returned += static_cast<double>(std::min(there(i, k), back(k, i)));
      }
  }
  return all > 0 ? returned / all : 0;
}

double shareEntropy(const AttentionMaps& maps, HeadId head) {
  Mean mean;
  forEachRow(maps, head, [&](Index, const auto& row) {
    if (!isWhole(row)) return;
    const double sum = row.template cast<double>().sum();
    if (sum > 0) mean.add(entropyOf(row.template cast<double>() / sum));
  });
  return mean.value();
}

}  // namespace headlight
