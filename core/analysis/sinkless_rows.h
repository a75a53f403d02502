#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/analysis/row_sums.h"
#include "core/analysis/token_places.h"
#include "core/attention/attention_maps.h"
#include "core/attention/scores.h"
#include "core/base/error.h"

namespace headlight {

/// One head's rows with the sink (the first token and the added ones) taken out and the rest brought to sum 1. Throws
/// Error where there are not as many queries as keys.
class SinklessRows {
 public:
  SinklessRows(const AttentionMaps& maps, const Visibility& visibility, std::shared_ptr<const TokenPlaces> places = {})
      : m_visibility(visibility), m_keys(maps.keys()), m_places(placesOf(maps.keyTokens(), std::move(places))) {
    if (maps.queries() != maps.keys())
      throw Error("head labels: expected as many queries as keys, found " + std::to_string(maps.queries()) + " and " +
                  std::to_string(maps.keys()));
  }

  bool isSink(Index key) const { return m_places->isSink[static_cast<std::size_t>(key)]; }

  /// Takes a row in, [keys]; false for a query that is left out.
  bool take(Index query, std::span<const float> row) {
    m_range = m_visibility.visible(query, m_keys);
    m_query = query;
    m_used = usedOf(row);
    const auto sumsOf = [&](Index from, Index to) {
      from = std::max(from, m_used.begin);
      to = std::min(to, m_used.end);
      return from < to ? logSumsOf(row.subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)))
                       : LogSums{};
    };
    m_others = sumsOf(0, m_range.begin);
    m_others += sumsOf(std::max(m_range.begin, m_range.end), m_keys);
    sinkMass = 0;
    visible = 0;
    m_rest = {};
    const auto takeRun = [&](Index from, Index to) {
      if (from >= to) return;
      m_rest += sumsOf(from, to);
      visible += to - from;
      for (Index key = from; m_visibility.windows && key < to; ++key)
        visible -= m_visibility.inWindow(query, key) ? 0 : 1;
    };
    Index from = m_range.begin;
    const std::vector<Index>& sinks = m_places->sinks;
    for (auto sink = std::lower_bound(sinks.begin(), sinks.end(), from); sink != sinks.end() && *sink < m_range.end; ++sink) {
      takeRun(from, *sink);
      sinkMass += static_cast<double>(row[static_cast<std::size_t>(*sink)]);
      m_others += sumsOf(*sink, *sink + 1);
      from = *sink + 1;
    }
    takeRun(from, m_range.end);
    return !isSink(query) && visible >= 2 && m_rest.sum > 0;
  }
  /// What the query of the row taken in last may see.
  Visibility::Range range() const { return m_range; }
  /// How many keys that is, windows of a grid considered.
  Index seen() const { return m_visibility.seen(m_query, m_keys); }
  bool sees(Index key) const { return m_visibility.sees(m_query, key, m_keys) && !isSink(key); }
  double weight(std::span<const float> row, Index key) const {
    return sees(key) && m_rest.sum > 0 ? static_cast<double>(row[static_cast<std::size_t>(key)]) / m_rest.sum : 0;
  }
  /// The sums of the whole row taken in last, the sink and what its query may not see among them.
  LogSums all() const {
    LogSums sums = m_rest;
    return sums += m_others;
  }
  /// The cells of the row taken in last that are not all 0.
  Used used() const { return m_used; }
  /// Of the row taken in last without the sink, in nats.
  double entropy() const { return m_rest.entropy(m_rest.sum); }

  /// What each key that the row may see would have of equal weights.
  double evenShare() const { return 1 / static_cast<double>(visible); }

  double sinkMass = 0;  ///< Of the row taken in last.
  Index visible = 0;    ///< Keys that it may see, the sinks apart.

 private:
  Visibility m_visibility;
  Visibility::Range m_range{0, 0};
  Index m_keys, m_query = 0;
  Used m_used;
  LogSums m_rest, m_others;
  std::shared_ptr<const TokenPlaces> m_places;
};

}  // namespace headlight
