#include "core/analysis/walkthrough.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "core/analysis/checked_record.h"
#include "core/analysis/head_values.h"
#include "core/attention/attend.h"
#include "core/model/architecture.h"
#include "core/model/rotary_frequencies.h"
#include "core/model/stack.h"
#include "core/model/weights.h"
#include "core/ops/gemm.h"
#include "core/ops/rotary.h"

namespace headlight {
namespace {

/// The products of queries and keys turned back to the same place. A table turns by an angle and stretches by a factor
/// f (Yarn, LongRope): turning back leaves f² in the product, as it is in the run.
Vector contentOf(const RotaryTable& table, Index from, const Vector& query, Index queryAt, const Matrix& keys,
                 float scale) {
  RotaryTable back = table;
  back.sin = -back.sin;
  const Matrix stretch = (table.cos.array().square() + table.sin.array().square()).matrix();
  Matrix turnedKeys = keys, turnedQuery = query.transpose();
  rotate(back, 1, turnedKeys, 0, from);
  rotate(back, 1, turnedQuery, queryAt, from);
  // Each was stretched once more on the way back; the first pair's factor is everyone's.
  const float factor = stretch(0, 0);
  const Index turned = 2 * table.cos.cols();
  turnedKeys.middleCols(from, turned) /= std::sqrt(factor);
  turnedQuery.middleCols(from, turned) /= std::sqrt(factor);
  return turnedKeys * turnedQuery.transpose() * scale;
}

}  // namespace

Walkthrough walkThrough(const Model& model, const Trace& trace, HeadId head, Index query) {
  const AttentionRecord& record = checkedRecord("walkthrough", trace, head, query);
  const auto layer = static_cast<std::size_t>(head.layer);
  const ScoreRule& rule = *record.rule;
  const Index m = record.keys(), dValue = record.dValue();

  Walkthrough walk;
  walk.head = head;
  walk.queryAt = query;
  // 1. The query, the keys, their products.
  walk.query = record.queries(head.head).row(query).transpose();
  walk.keys = record.keys(head.head);
  walk.products = walk.keys.array().rowwise() * walk.query.transpose().array();
  walk.scale = rule.scale;
  walk.scaled = walk.products.rowwise().sum() * rule.scale;
  const bool cross = head.attention == AttentionType::Cross;
  const Model& stack = stackThatLooks(model, head.attention);
  const LayerSpec& own = stack.description().layers[layer];
  // Where norms come behind the rotation, what a score owes to content cannot be told from what it owes to position.
  const AttentionSpec& part = cross ? *own.cross : own.attention;
  const RotarySpec* rotary =
      part.rotary >= 0 ? &stack.description().rotaries[static_cast<std::size_t>(part.rotary)] : nullptr;
  if (rotary && rotary->axes == RotaryAxes::Token && !part.normAfterRotation) {
    const RotaryTable table = rotaryTable(*rotary, m);
    walk.content = contentOf(table, part.rotaryFrom, walk.query, query, walk.keys, rule.scale);
    walk.position = walk.scaled - walk.content;
  }

  // 2. Scores and mask.
  Matrix row(1, m);
  computeScores(record, head.head, {query, 0, 1, m}, row);
  walk.scores = row.row(0).transpose();
  walk.added = Vector::Zero(m);
  walk.visible.resize(static_cast<std::size_t>(m));
  for (Index k = 0; k < m; ++k)
    if (std::isfinite(walk.scores[k])) {
      walk.visible[static_cast<std::size_t>(k)] = true;
      walk.added[k] = walk.scores[k] - walk.scaled[k];
    }

  // 3. Softmax, as the map shows it.
  walk.logSumExp = record.logSumExp(query, head.head);
  walk.changed = record.editsOf(head.head) || record.replacedOutput(head.head);
  computeWeights(record, head.head, {query, 0, 1, m}, row);
  walk.weights = row.row(0).transpose();

  // 4. The values mixed, and what leaves the layer.
  walk.values = record.values(head.head);
  if (const ChangedOutput* replaced = record.replacedOutput(head.head)) {
    walk.headOutput = replaced->rows.row(query).transpose();
  } else {
    Matrix mixed(1, dValue);
    multiply(row, walk.values, false, mixed);
    walk.headOutput = mixed.row(0).transpose();
  }
  const LayerWeights& weights = stack.weights().layers[layer];
  const Linear& output = (cross ? weights.cross : weights.attention).output;
  walk.residualUpdate = inputRows(output, head.head * dValue, dValue).transpose() * walk.headOutput;
  return walk;
}

std::vector<Index> largestDimensions(const Walkthrough& walk, Index key, Index count) {
  std::vector<Index> order(static_cast<std::size_t>(walk.products.cols()));
  std::iota(order.begin(), order.end(), Index{0});
  const auto size = [&](Index d) { return std::abs(walk.products(key, d)); };
  const auto most = order.begin() + std::clamp<Index>(count, 0, walk.products.cols());
  std::partial_sort(order.begin(), most, order.end(),
                    [&](Index a, Index b) { return size(a) != size(b) ? size(a) > size(b) : a < b; });
  order.erase(most, order.end());
  return order;
}

}  // namespace headlight
