#include "core/corpus/patterns/pattern_search.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "core/attention/row_bands.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/text/token_names.h"

namespace headlight {
namespace {

/// The same as addKeyMass() of a row with its sinks.
void addWholeMass(const Visibility& visibility, std::span<const float> row, Index query, const std::vector<Index>& keys,
                  Tally& tally) {
  const auto [begin, end] = visibility.visible(query, static_cast<Index>(row.size()));
  if (begin >= end) return;
  double all = 0, mass = 0;
  for (Index key = begin; key < end; ++key) all += static_cast<double>(row[static_cast<std::size_t>(key)]);
  Index found = 0;
  const Index seen = visibility.seen(query, static_cast<Index>(row.size()));
  for (const Index key : keys) {
    if (key < begin || key >= end || !visibility.inWindow(query, key)) continue;
    mass += static_cast<double>(row[static_cast<std::size_t>(key)]);
    ++found;
  }
  if (found > 0 && found < seen && all > 0)
    tally.add(mass / all, static_cast<double>(found) / static_cast<double>(seen));
}

void checkKeys(const AttentionMaps& maps, const KeysOfQueries& keys) {
  if (static_cast<Index>(keys.size()) != maps.queries())
    throw Error("cells: expected keys of " + std::to_string(maps.queries()) + " queries, found " +
                std::to_string(keys.size()));
  for (const std::vector<Index>& each : keys)
    for (const Index key : each)
      if (key < 0 || key >= maps.keys())
        throw Error("cells: expected keys 0 to " + std::to_string(maps.keys() - 1) + ", found " + std::to_string(key));
}

/// Patterns in the order in which a simple one comes before another, without those of the tokens themselves.
std::vector<std::string> patternNames(const KeysOfQueries& keys) {
  std::vector<std::string> names = {"previous",          "next",    "own", "induction", "duplicate",
                                    "first-of-sentence", "brackets"};
  std::map<Index, Index> offsets;
  for (std::size_t query = 0; query < keys.size(); ++query)
    for (const Index key : keys[query]) ++offsets[key - static_cast<Index>(query)];
  // Of many distances the most frequent ones.
  std::vector<std::pair<Index, Index>> byCount;
  for (const auto& [offset, count] : offsets) byCount.emplace_back(-count, offset);
  std::sort(byCount.begin(), byCount.end());
  constexpr std::size_t kMostOffsets = 16;
  for (std::size_t i = 0; i < std::min(kMostOffsets, byCount.size()); ++i)
    if (const Index offset = byCount[i].second; offset < -1 || offset > 1)
      names.push_back("offset:" + std::to_string(offset));
  return names;
}

/// "token:*>the", …: of the tokens at both ends of the cells, those that a pattern can name.
std::vector<std::string> tokenPatternNames(const KeysOfQueries& keys, const std::vector<Token>& tokens) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  const auto nameAt = [&](Index at) {
    const std::string name = patternName(tokens[static_cast<std::size_t>(at)]);
    return name == "*" || name.find('>') != name.npos ? std::string() : name;
  };
  constexpr std::size_t kMostNames = 64;
  for (const int kind : {0, 1, 2})
    for (std::size_t query = 0; query < keys.size(); ++query)
      for (const Index key : keys[query]) {
        const std::string from = kind == 0 ? "*" : nameAt(static_cast<Index>(query)),
                          to = kind == 1 ? "*" : nameAt(key);
        if (from.empty() || to.empty() || names.size() == kMostNames) continue;
        if (const std::string name = "token:" + from + ">" + to; seen.insert(name).second) names.push_back(name);
      }
  return names;
}

}  // namespace

void addKeyMass(const SinklessRows& rows, std::span<const float> row, const std::vector<Index>& keys, Tally& tally) {
  double mass = 0;
  Index found = 0;
  for (const Index key : keys) {
    if (!rows.sees(key)) continue;
    mass += rows.weight(row, key);
    ++found;
  }
  if (found > 0 && found < rows.visible)
    tally.add(mass, static_cast<double>(found) / static_cast<double>(rows.visible));
}

std::size_t CellScores::rankOf(std::size_t head) const {
  std::size_t above = 0;
  for (const LabelScore& score : scores)
    if (score.queries > 0 && score.kappa() > scores[head].kappa()) ++above;
  return 1 + above;
}

CellScores scorePattern(const AttentionMaps& maps, const std::vector<Visibility>& visibility,
                        const TokenPattern& pattern, const Progress& progress) {
  const bool byNumber = pattern.kind == TokenPattern::Kind::Cells;
  return scoreCells(maps, visibility, keysOf(pattern, {}, maps.keyTokens()),
                    byNumber ? CellsOnSinks::OfWholeRows : CellsOnSinks::LeftOut, progress);
}

CellScores scoreCells(const AttentionMaps& maps, const std::vector<Visibility>& visibility, const KeysOfQueries& keys,
                      CellsOnSinks onSinks, const Progress& progress) {
  checkKeys(maps, keys);
  CellScores found;
  found.heads = maps.allHeads();
  found.scores.resize(found.heads.size());
  const auto places = std::make_shared<const TokenPlaces>(maps.keyTokens());
  if (onSinks == CellsOnSinks::OfWholeRows)
    for (const std::vector<Index>& each : keys)
      for (const Index key : each) found.withSinks = found.withSinks || places->isSink[static_cast<std::size_t>(key)];
  const auto scoreHead = [&](std::size_t i) {
    const HeadId head = found.heads[i];
    const Visibility sees = visibility.empty() ? Visibility() : visibility.at(static_cast<std::size_t>(head.layer));
    SinklessRows rows(maps, sees, places);
    Tally tally;
    // Rows without a cell need not be computed.
    forEachPickedRow(
        maps, head, maps.queries(), 0, maps.keys(),
        [&](Index query) { return keys[static_cast<std::size_t>(query)].empty() ? -1 : query; },
        [&](Index query, const auto& cells) {
          const std::span<const float> row = cellsOf(cells);
          if (!isWhole(row)) return;
          const std::vector<Index>& of = keys[static_cast<std::size_t>(query)];
          if (found.withSinks)
            addWholeMass(sees, row, query, of, tally);
          else if (rows.take(query, row))
            addKeyMass(rows, row, of, tally);
        });
    found.scores[i] = LabelScore::of(HeadLabel::None, tally);
  };
  constexpr std::size_t kHeadsEach = 16;
  for (std::size_t from = 0; from < found.heads.size(); from += kHeadsEach) {
    const std::size_t count = std::min(kHeadsEach, found.heads.size() - from);
    parallelFor(static_cast<Index>(count), [&](Index i) { scoreHead(from + static_cast<std::size_t>(i)); });
    progress(static_cast<double>(from + count) / static_cast<double>(found.heads.size()));
  }
  found.order.resize(found.heads.size());
  std::iota(found.order.begin(), found.order.end(), std::size_t{0});
  std::stable_sort(found.order.begin(), found.order.end(), [&](std::size_t a, std::size_t b) {
    const LabelScore &x = found.scores[a], &y = found.scores[b];
    return (x.queries > 0) != (y.queries > 0) ? x.queries > 0 : x.kappa() > y.kappa();
  });
  return found;
}

std::vector<PatternFit> patternsLike(const KeysOfQueries& keys, const std::vector<Token>& tokens,
                                     const Visibility& visibility, std::size_t most) {
  const TokenPlaces places(tokens);
  bool withSinks = false;
  for (const std::vector<Index>& each : keys)
    for (const Index key : each) withSinks = withSinks || places.isSink[static_cast<std::size_t>(key)];
  std::vector<std::string> names = patternNames(keys);
  for (std::string& name : tokenPatternNames(keys, tokens)) names.push_back(std::move(name));
  std::vector<PatternFit> fits;
  for (const std::string& name : names) {
    PatternFit fit{parsePattern(name)};
    const KeysOfQueries meant = keysOf(fit.pattern, {}, tokens);
    for (std::size_t query = 0; query < keys.size(); ++query) {
      const auto counts = [&](Index key) {
        return visibility.sees(static_cast<Index>(query), key, static_cast<Index>(tokens.size())) &&
               (withSinks || !places.isSink[static_cast<std::size_t>(key)]);
      };
      const auto here = std::count_if(meant[query].begin(), meant[query].end(), counts);
      fit.inText += here;
      if (keys[query].empty()) continue;
      fit.meant += here;
      fit.drawn += std::count_if(keys[query].begin(), keys[query].end(), counts);
      fit.both += std::count_if(keys[query].begin(), keys[query].end(), [&](Index key) {
        return counts(key) && std::binary_search(meant[query].begin(), meant[query].end(), key);
      });
    }
    if (fit.both > 0) fits.push_back(std::move(fit));
  }
  std::stable_sort(fits.begin(), fits.end(),
                   [](const PatternFit& a, const PatternFit& b) { return a.agreement() > b.agreement(); });
  if (fits.size() > most) fits.resize(most);
  return fits;
}

}  // namespace headlight
