#include "core/model/block.h"

#include <algorithm>
#include <limits>

#include "core/attention/attend.h"
#include "core/model/position_terms.h"
#include "core/model/rotary_frequencies.h"
#include "core/ops/activations.h"

namespace headlight {
namespace {

/// How the scores of a layer are made, for a run over `keys` tokens.
std::shared_ptr<const ScoreRule> scoreRule(const Description& d, const AttentionPart& part,
                                           const AttentionWeights& weights, const Matrix& relativeEmbeddings,
                                           const RunTables& tables, Index keys) {
  auto rule = std::make_shared<ScoreRule>();
  rule->heads = part.heads;
  rule->kvHeads = part.kvHeads;
  rule->dHead = part.dHead;
  rule->scale = part.scale;
  rule->softCap = part.softCap;
  rule->visibility.causal = part.causal;
  if (part.window > 0) {
    rule->visibility.before = part.causal ? part.window - 1 : part.window;
    rule->visibility.after = part.causal ? 0 : part.window;
  }
  PositionTerm& position = rule->position;
  position.distanceZero = keys - 1;
  if (part.relativeBias) position.byDistance = tables.relativeBias;
  if (part.alibi != Alibi::None) position.byKey = alibiTerm(part.alibi, part.heads, part.scale, tables.places);
  if (!tables.attended.empty()) {
    if (position.byKey.size() == 0) position.byKey = Matrix::Zero(part.heads, keys);
    for (Index j = 0; j < keys; ++j)
      if (!tables.attended[static_cast<std::size_t>(j)])
        position.byKey.col(j).setConstant(-std::numeric_limits<float>::infinity());
  }
  if (d.disentangled) {
    if (d.disentangled->contentToPosition) {
      position.positionKey.resize(relativeEmbeddings.rows(), part.heads * part.dHead);
      apply(weights.positionKey, relativeEmbeddings, position.positionKey);
      position.contentToPosition = tables.disentangled;
    }
    if (d.disentangled->positionToContent) {
      position.positionQuery.resize(relativeEmbeddings.rows(), part.heads * part.dHead);
      apply(weights.positionQuery, relativeEmbeddings, position.positionQuery);
      position.positionToContent = tables.disentangled;
    }
  }
  return rule;
}

/// Fills q, k and v of the record from the attention's input.
void project(const AttentionPart& part, const AttentionWeights& weights, const Matrix& in, Matrix& fused,
             AttentionRecord& record) {
  const Index n = in.rows(), dHead = part.dHead, queries = part.heads * dHead, keys = part.kvHeads * dHead;
  record.q.resize(n, queries);
  record.k.resize(n, keys);
  record.v.resize(n, keys);
  if (part.layout == QkvLayout::Separate) {
    apply(weights.query, in, record.q);
    apply(weights.key, in, record.k);
    apply(weights.value, in, record.v);
    return;
  }
  fused.resize(n, queries + 2 * keys);
  apply(weights.qkv, in, fused);
  if (part.layout == QkvLayout::Parts) {
    record.q = fused.leftCols(queries);
    record.k = fused.middleCols(queries, keys);
    record.v = fused.rightCols(keys);
    return;
  }
  const Index group = queries / part.kvHeads;  // Queries of one key/value head.
  for (Index g = 0; g < part.kvHeads; ++g) {
    const Index at = g * (group + 2 * dHead);
    record.q.middleCols(g * group, group) = fused.middleCols(at, group);
    record.k.middleCols(g * dHead, dHead) = fused.middleCols(at + group, dHead);
    record.v.middleCols(g * dHead, dHead) = fused.middleCols(at + group + dHead, dHead);
  }
}

/// The attention sublayer without norms and residual: out [N, width] from `in`.
void runAttention(const Description& d, const AttentionPart& part, const AttentionWeights& weights,
                  const Matrix& relativeEmbeddings, const RunTables& tables, Scratch& scratch, const Matrix& in,
                  Matrix& out, AttentionRecord& record, const Progress& progress) {
  project(part, weights, in, scratch.qkv, record);
  applyPerHead(weights.queryNorm, part.heads, record.q);
  applyPerHead(weights.keyNorm, part.kvHeads, record.k);
  if (part.rotary >= 0) {
    const RotaryTable& table = tables.rotaries[static_cast<std::size_t>(part.rotary)];
    rotate(table, part.heads, record.q);
    rotate(table, part.kvHeads, record.k);
  }
  record.rule = scoreRule(d, part, weights, relativeEmbeddings, tables, in.rows());
  scratch.context.resize(in.rows(), part.heads * part.dHead);
  attend(record, scratch.context, progress);
  out.resize(in.rows(), d.width);
  apply(weights.output, scratch.context, out);
}

/// The feed-forward sublayer without norms and residual: out [N, width] from `in`.
void runFeedForward(const FeedForwardPart& part, const FeedForwardWeights& weights, Scratch& scratch, const Matrix& in,
                    Matrix& out, Index width) {
  const Index n = in.rows();
  Matrix& inner = scratch.inner;
  if (part.gateIn) {
    scratch.gate.resize(n, 2 * part.inner);
    apply(weights.gateIn, in, scratch.gate);
    activate(part.activation, scratch.gate.leftCols(part.inner));
    inner = scratch.gate.leftCols(part.inner).cwiseProduct(scratch.gate.rightCols(part.inner));
  } else {
    inner.resize(n, part.inner);
    apply(weights.in, in, inner);
    if (part.gate) {
      scratch.gate.resize(n, part.inner);
      apply(weights.gate, in, scratch.gate);
      activate(part.activation, scratch.gate);
      inner.array() *= scratch.gate.array();
    } else {
      activate(part.activation, inner);
    }
  }
  out.resize(n, width);
  apply(weights.output, inner, out);
}

}  // namespace

RunTables runTables(const Description& d, const Weights& weights, const Encoding& encoding) {
  RunTables tables;
  const auto n = static_cast<Index>(encoding.size());
  for (const RotaryPart& part : d.rotaries) tables.rotaries.push_back(rotaryTable(part, n));
  if (d.relativeBias) tables.relativeBias = relativeBiasTerm(*d.relativeBias, weights.relativeBias, n);
  if (d.disentangled) tables.disentangled = disentangledBuckets(*d.disentangled, n);
  Index place = 0;
  for (const Token& token : encoding.tokens) {
    tables.places.push_back(token.attended ? place++ : 0);
    tables.attended.push_back(token.attended);
  }
  if (place == n) tables.attended.clear();
  return tables;
}

void runLayer(const Description& d, const Weights& weights, std::size_t layer, const RunTables& tables,
              Scratch& scratch, Matrix& hidden, AttentionRecord& record, const Progress& progress) {
  const LayerPart& part = d.layers[layer];
  const LayerWeights& w = weights.layers[layer];
  const Progress attentionProgress = progress.slice(0, 0.5);

  Matrix& normed = scratch.normed;
  Matrix& sublayer = scratch.sublayer;
  normed = hidden;
  apply(w.attentionNorms.before, normed);
  runAttention(d, part.attention, w.attention, weights.relativeEmbeddings, tables, scratch, normed, sublayer, record,
               attentionProgress);
  apply(w.attentionNorms.inside, sublayer);
  progress(0.5);

  if (part.parallel) {
    if (w.feedForwardNorms.before) {
      normed = hidden;
      apply(w.feedForwardNorms.before, normed);
    }
    hidden += sublayer;
    runFeedForward(part.feedForward, w.feedForward, scratch, normed, sublayer, d.width);
    hidden += sublayer;
    return;
  }
  if (part.residualFromNorm) hidden = normed;
  hidden += sublayer;
  apply(w.attentionNorms.after, hidden);
  normed = hidden;
  apply(w.feedForwardNorms.before, normed);
  runFeedForward(part.feedForward, w.feedForward, scratch, normed, sublayer, d.width);
  apply(w.feedForwardNorms.inside, sublayer);
  if (part.residualFromNorm) hidden = normed;
  hidden += sublayer;
  apply(w.feedForwardNorms.after, hidden);
}

}  // namespace headlight
