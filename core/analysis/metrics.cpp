#include "core/analysis/metrics.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cmath>
#include <string>
#include <unordered_map>

#include "core/analysis/row_bands.h"
#include "core/base/error.h"

namespace headlight {
namespace {

constexpr Index kLongRange = 8;

bool hasLetterOrDigit(const std::string& text) {
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c >= 0 && u_isalnum(c)) return true;
  }
  return false;
}

/// For every query the earlier positions of its token; empty for special tokens, which repeat without meaning.
std::vector<std::vector<Index>> earlierOccurrences(const std::vector<Token>& tokens) {
  std::unordered_map<std::int64_t, std::vector<Index>> seen;
  std::vector<std::vector<Index>> earlier(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].special) continue;
    auto& positions = seen[tokens[i].id];
    earlier[i] = positions;
    positions.push_back(static_cast<Index>(i));
  }
  return earlier;
}

/// A mean that knows how many numbers went in.
struct Mean {
  double sum = 0;
  Index count = 0;
  void add(double value) {
    sum += value;
    ++count;
  }
  double value() const { return count ? sum / static_cast<double>(count) : 0; }
};

}  // namespace

HeadMetrics computeMetrics(const AttentionMaps& maps, HeadId head, const Progress& progress) {
  const std::vector<Token>& tokens = maps.keyTokens();
  std::vector<char> punctuation(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i)
    punctuation[i] = !tokens[i].special && !hasLetterOrDigit(tokens[i].display);
  const auto earlier = earlierOccurrences(tokens);
  const Index N = maps.keys();

  Mean entropy, relative, confidence, distance, previous, next, same, first, firstRest, special, mark, far, duplicate,
      induction;
  forEachRow(
      maps, head,
      [&](Index q, const auto& row) {
        const double h = entropyOf(row);
        entropy.add(h);
        const Index visible = (row.array() > 0).count();
        if (visible > 1) relative.add(h / std::log(static_cast<double>(visible)));
        confidence.add(row.maxCoeff());
        double d = 0, onSpecial = 0, onMarks = 0, onFar = 0;
        for (Index k = 0; k < N; ++k) {
          const double a = row(k);
          const Index apart = std::abs(q - k);
          d += a * static_cast<double>(apart);
          if (tokens[static_cast<std::size_t>(k)].special) onSpecial += a;
          if (punctuation[static_cast<std::size_t>(k)]) onMarks += a;
          if (apart > kLongRange) onFar += a;
        }
        distance.add(d);
        special.add(onSpecial);
        mark.add(onMarks);
        far.add(onFar);
        if (q < N) same.add(row(q));
        if (q >= 1 && q - 1 < N) previous.add(row(q - 1));
        if (q + 1 < N) next.add(row(q + 1));
        first.add(row(0));
        if (q >= 1) firstRest.add(row(0));
        if (q < N && !earlier[static_cast<std::size_t>(q)].empty()) {
          double onSame = 0, onNext = 0;
          for (const Index k : earlier[static_cast<std::size_t>(q)]) {
            onSame += row(k);
            onNext += row(k + 1);
          }
          duplicate.add(onSame);
          induction.add(onNext);
        }
      },
      progress);

  HeadMetrics m;
  m.entropy = entropy.value();
  m.relativeEntropy = relative.value();
  m.confidence = confidence.value();
  m.meanDistance = distance.value();
  m.previousToken = previous.value();
  m.nextToken = next.value();
  m.sameToken = same.value();
  m.firstToken = first.value();
  m.firstTokenRest = firstRest.value();
  m.specialTokens = special.value();
  m.punctuation = mark.value();
  m.longRange = far.value();
  if (duplicate.count) m.duplicateToken = duplicate.value();
  if (induction.count) m.induction = induction.value();
  return m;
}

RepeatScores computeRepeatScores(const AttentionMaps& maps, HeadId head, Index period) {
  if (maps.queries() != maps.keys() || period < 1 || period >= maps.queries())
    throw Error("repeat scores: expected a period from 1 to " + std::to_string(maps.queries() - 1) + ", found " +
                std::to_string(period));
  Mean duplicate, induction;
  forEachRow(maps, head, [&](Index q, const auto& row) {
    if (q < period) return;
    duplicate.add(row(q - period));
    induction.add(row(q - period + 1));
  });
  return {duplicate.value(), induction.value()};
}

std::vector<double> rowEntropies(const AttentionMaps& maps, HeadId head) {
  std::vector<double> entropies;
  entropies.reserve(static_cast<std::size_t>(maps.queries()));
  forEachRow(maps, head, [&](Index, const auto& row) { entropies.push_back(entropyOf(row)); });
  return entropies;
}

}  // namespace headlight
