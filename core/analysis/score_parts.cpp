#include "core/analysis/score_parts.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <string>

#include "core/analysis/checked_record.h"
#include "core/attention/scores.h"
#include "core/base/error.h"
#include "core/model/architecture.h"
#include "core/model/rotary_frequencies.h"
#include "core/model/stack.h"

namespace headlight {

double ScoreParts::rotary() const {
  double sum = 0;
  for (const Wave& wave : waves) sum += wave.part;
  return sum;
}

ScoreParts scoreParts(const Model& model, const Trace& trace, HeadId head, Index query, Index key) {
  const std::string what = "score of a cell";
  const AttentionRecord& record = checkedRecord(what, trace, head, query);
  checkNumber(what, "token", key, record.keys());
  const auto layer = static_cast<std::size_t>(head.layer);
  const bool cross = head.attention == AttentionType::Cross;
  const Architecture& d = stackThatLooks(model, head.attention).description();
  const AttentionSpec& spec = cross ? *d.layers[layer].cross : d.layers[layer].attention;

  ScoreParts parts;
  parts.head = head;
  parts.query = query;
  parts.key = key;
  parts.latent = spec.latent.has_value();
  const Vector q = record.queries(head.head).row(query).transpose(), k = record.keys(head.head).row(key).transpose();
  const auto scale = static_cast<double>(record.rule->scale);
  const auto product = [&](Index i, Index j) {
    return static_cast<double>(q[i]) * static_cast<double>(k[j]) * scale;
  };
  Index turning = 0;
  if (spec.rotary >= 0) {
    const RotarySpec& rotary = d.rotaries[static_cast<std::size_t>(spec.rotary)];
    if (rotary.axes != RotaryAxes::Token)
      throw Error(what + ": expected rotary positions by token, found those by row and column, which are unsupported");
    const auto frequencies = rotaryFrequencies(rotary, record.keys());
    const Index pairs = frequencies.size();
    turning = 2 * pairs;
    for (Index pair = 0; pair < pairs; ++pair) {
      const Index a = spec.rotaryFrom + (rotary.interleaved ? 2 * pair : pair);
      const Index b = rotary.interleaved ? a + 1 : a + pairs;
      ScoreParts::Wave wave;
      wave.wavelength = frequencies[pair] != 0 ? 2 * std::numbers::pi / frequencies[pair]
                                               : std::numeric_limits<double>::infinity();
      wave.part = product(a, a) + product(b, b);
      if (!spec.normAfterRotation) {
        // The key turned on to the place of the query.
        const double angle = static_cast<double>(query - key) * frequencies[pair];
        wave.samePlace = std::cos(angle) * wave.part + std::sin(angle) * (product(b, a) - product(a, b));
      }
      parts.waves.push_back(wave);
    }
  }
  for (Index i = 0; i < q.size(); ++i)
    if (i < spec.rotaryFrom || i >= spec.rotaryFrom + turning) parts.content += product(i, i);
  Matrix cell(1, 1);
  computeScores(record, head.head, {query, key, 1, 1}, cell);
  parts.score = static_cast<double>(cell(0, 0));
  if (std::isfinite(parts.score)) parts.added = parts.score - parts.content - parts.rotary();
  // What is left of rounding is no part.
  const PositionTerm& p = record.rule->position;
  const bool adds = record.rule->softCap > 0 || p.byDistance.size() > 0 || p.byKey.size() > 0 || p.byStep.size() > 0 ||
                    p.positionKey.size() > 0 || p.positionQuery.size() > 0;
  if (!adds) parts.added = 0;
  computeWeights(record, head.head, {query, key, 1, 1}, cell);
  parts.weight = static_cast<double>(cell(0, 0));
  return parts;
}

Table scorePartsTable(const ScoreParts& parts) {
  Table table;
  table.columns = {"part", "wavelength", "score", "score_at_same_place"};
  table.rows.push_back({std::string("content"), TableCell(), parts.content, parts.content});
  for (const ScoreParts::Wave& wave : parts.waves)
    table.rows.push_back({std::string("rotary"), wave.wavelength, wave.part, cellOf(wave.samePlace)});
  table.rows.push_back({std::string("added"), TableCell(), parts.added, TableCell()});
  table.rows.push_back({std::string("score"), TableCell(), parts.score, TableCell()});
  table.rows.push_back({std::string("weight"), TableCell(), parts.weight, TableCell()});
  return table;
}

}  // namespace headlight
