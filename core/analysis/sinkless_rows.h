#pragma once

#include <string>
#include <vector>

#include "core/attention/attention_maps.h"
#include "core/attention/scores.h"
#include "core/base/error.h"
#include "core/text/token_kinds.h"

namespace headlight {

/// One head's rows with the sink (the first token and the added ones) taken out and the rest brought to sum 1. Throws
/// Error where there are not as many queries as keys.
class SinklessRows {
 public:
  SinklessRows(const AttentionMaps& maps, const Visibility& visibility)
      : m_visibility(visibility), m_keys(maps.keys()), m_sinks(static_cast<std::size_t>(maps.keys())) {
    if (maps.queries() != maps.keys())
      throw Error("head labels: expected as many queries as keys, found " + std::to_string(maps.queries()) + " and " +
                  std::to_string(maps.keys()));
    for (const Index sink : sinkTokens(maps.keyTokens())) m_sinks[static_cast<std::size_t>(sink)] = true;
  }

  bool isSink(Index key) const { return m_sinks[static_cast<std::size_t>(key)]; }

  /// Takes a row in; false for a query that is left out.
  template <class Row>
  bool take(Index query, const Row& row) {
    m_range = m_visibility.visible(query, m_keys);
    sinkMass = 0;
    visible = 0;
    double rest = 0;
    for (Index k = m_range.begin; k < m_range.end; ++k) {
      (isSink(k) ? sinkMass : rest) += static_cast<double>(row(k));
      visible += !isSink(k);
    }
    m_factor = rest > 0 ? 1 / rest : 0;
    return !isSink(query) && visible >= 2 && rest > 0;
  }
  bool sees(Index key) const { return key >= m_range.begin && key < m_range.end && !isSink(key); }
  template <class Row>
  double weight(const Row& row, Index key) const {
    return sees(key) ? static_cast<double>(row(key)) * m_factor : 0;
  }

  /// What each key that the row may see would have of equal weights.
  double evenShare() const { return 1 / static_cast<double>(visible); }

  double sinkMass = 0;  ///< Of the row taken in last.
  Index visible = 0;    ///< Keys that it may see, the sinks apart.

 private:
  Visibility m_visibility;
  Visibility::Range m_range{0, 0};
  Index m_keys;
  double m_factor = 0;
  std::vector<bool> m_sinks;
};

}  // namespace headlight
