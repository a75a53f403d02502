#include "core/model/block.h"

#include <algorithm>
#include <limits>

#include "core/attention/attend.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/model/position_terms.h"
#include "core/model/rotary_frequencies.h"

namespace headlight {
namespace {

/// The relative embeddings [buckets, width] mapped to the heads of a layer, made once for a model.
GrowingRows projected(const MadeOnce& rows, const Linear& map, const Matrix& relativeEmbeddings) {
  return rows.get([&] {
    Matrix out(relativeEmbeddings.rows(), map.out());
    apply(map, relativeEmbeddings, out);
    return out;
  });
}

/// How the scores of a layer are made over `keys` tokens, some of which may not be `attended`.
std::shared_ptr<const ScoreRule> scoreRule(const Description& d, const AttentionPart& part,
                                           const AttentionWeights& weights, const Matrix& relativeEmbeddings,
                                           const RunTables& tables, const std::vector<bool>& attended, Index keys) {
  auto rule = std::make_shared<ScoreRule>();
  rule->heads = part.heads;
  rule->kvHeads = part.kvHeads;
  rule->dHead = part.dHead;
  rule->scale = part.scale;
  rule->softCap = part.softCap;
  rule->visibility = Visibility::ofWindow(part.window, part.causal);
  PositionTerm& position = rule->position;
  position.distanceZero = keys - 1;
  if (part.relativeBias && part.ownBias.empty()) position.byDistance = tables.relativeBias;
  if (!part.ownBias.empty()) position.byDistance = relativeBiasTerm(*d.relativeBias, weights.ownBias, keys);
  if (part.alibi != Alibi::None || !attended.empty()) {
    Matrix byKey = part.alibi != Alibi::None ? alibiTerm(part, tables.places)
                                             : Matrix(Matrix::Zero(part.heads, keys));
    for (Index j = 0; j < keys && !attended.empty(); ++j)
      if (!attended[static_cast<std::size_t>(j)]) byKey.col(j).setConstant(-std::numeric_limits<float>::infinity());
    position.byKey = std::move(byKey);
  }
  if (d.disentangled) {
    if (d.disentangled->contentToPosition) {
      position.positionKey = projected(weights.positionKeys, weights.positionKey, relativeEmbeddings);
      position.contentToPosition = tables.disentangled;
    }
    if (d.disentangled->positionToContent) {
      position.positionQuery = projected(weights.positionQueries, weights.positionQuery, relativeEmbeddings);
      position.positionToContent = tables.disentangled;
    }
  }
  if (part.distances) {
    // The vectors are the same for all heads.
    const Matrix& vectors = weights.distances;
    if (keys > part.distances->span)
      throw Error("the text has " + std::to_string(keys) + " tokens, the model has distances for " +
                  std::to_string(part.distances->span));
    position.positionKey = vectors.replicate(1, part.heads);
    for (Index distance = 1 - keys; distance < keys; ++distance)
      position.contentToPosition.push_back(static_cast<int>(part.distances->span - 1 - distance));
    if (part.distances->keys) {
      position.positionQuery = position.positionKey;
      position.positionToContent = position.contentToPosition;
    }
  }
  return rule;
}

/// Fills the new rows of q, k and v from the attention's input, in one loop over the threads.
void project(const AttentionPart& part, const AttentionWeights& weights, MatrixView in, Matrix& fused, MatrixOut q,
             MatrixOut k, MatrixOut v) {
  if (part.layout == QkvLayout::Separate) {
    apply({{weights.query, q}, {weights.key, k}, {weights.value, v}}, in);
    return;
  }
  const Index queries = q.cols(), keys = k.cols();
  if (part.layout == QkvLayout::Parts) {
    const Linear& qkv = weights.qkv;
    constexpr Activation kNone = Activation::Identity;
    apply({{qkv, q, kNone, 0}, {qkv, k, kNone, queries}, {qkv, v, kNone, queries + keys}}, in);
    return;
  }
  fused.resize(in.rows(), queries + 2 * keys);
  apply(weights.qkv, in, fused);
  // What a group has of queries, and of keys and of values.
  const Index groups = part.qkvGroups > 0 ? part.qkvGroups : part.kvHeads, of = queries / groups, each = keys / groups;
  parallelRows(in.rows(), fused.cols(), [&](Index at, Index count) {
    for (Index g = 0; g < groups; ++g) {
      const auto from = fused.block(at, g * (of + 2 * each), count, of + 2 * each);
      q.block(at, g * of, count, of) = from.leftCols(of);
      MatrixOut &first = part.valuesBeforeKeys ? v : k, &second = part.valuesBeforeKeys ? k : v;
      first.block(at, g * each, count, each) = from.middleCols(of, each);
      second.block(at, g * each, count, each) = from.rightCols(each);
    }
  });
}

/// Brings queries and keys to their size, cuts all three and rotates queries and keys of the tokens from `first` on.
void finishQkv(const AttentionPart& part, const AttentionWeights& weights, const RunTables& tables, Index first,
               MatrixOut q, MatrixOut k, MatrixOut v) {
  const auto norm = [&] {
    const bool together = part.normSpan == NormSpan::AllHeads;
    applyPerHead(weights.queryNorm, together ? 1 : part.heads, q);
    applyPerHead(weights.keyNorm, together ? 1 : part.kvHeads, k);
  };
  if (!part.normAfterRotation) norm();
  if (part.clip > 0)
    for (MatrixOut* rows : {&q, &k, &v}) *rows = rows->cwiseMax(-part.clip).cwiseMin(part.clip);
  if (part.rotary >= 0) {
    const RotaryTable& table = tables.rotaries[static_cast<std::size_t>(part.rotary)];
    rotate(table, part.heads, q, first);
    rotate(table, part.kvHeads, k, first);
  }
  if (part.normAfterRotation) norm();
  if (part.queryGrowth) growQueries(*part.queryGrowth, first, q);
}

/// The self-attention sublayer without norms and residual: `out` [n, width] from `in`.
void runAttention(const Description& d, const AttentionPart& part, const AttentionWeights& weights,
                  const Matrix& relativeEmbeddings, const RunTables& tables, Scratch& scratch, Index first,
                  MatrixView in, MatrixOut out, AttentionRecord& record, const Progress& progress) {
  const Index n = first + in.rows(), queries = part.heads * part.dHead, keys = part.kvHeads * part.dHead;
  if (first == 0) {
    record.q = GrowingRows(n, queries, scratch.place);
    record.k = GrowingRows(n, keys, scratch.place);
    record.v = GrowingRows(n, keys, scratch.place);
    record.logSumExp = GrowingRows(n, part.heads);
  }
  MatrixOut q = record.q.fresh(), k = record.k.fresh(), v = record.v.fresh();
  project(part, weights, in, scratch.qkv, q, k, v);
  if (weights.queryNorm || weights.keyNorm || part.rotary >= 0 || part.clip > 0 || part.queryGrowth)
    parallelRows(in.rows(), queries + keys, [&](Index at, Index count) {
      finishQkv(part, weights, tables, first + at, q.middleRows(at, count), k.middleRows(at, count),
                v.middleRows(at, count));
    });
  record.rule = scoreRule(d, part, weights, relativeEmbeddings, tables, tables.attended, n);
  scratch.context.resize(in.rows(), queries);
  attend(record, first, scratch.context, progress);
  apply(weights.output, scratch.context, out);
}

/// The same of cross-attention: queries from `in`, keys and values from the encoder's last hidden state.
void runCrossAttention(const Description& d, const AttentionPart& part, const AttentionWeights& weights,
                       const RunTables& tables, Scratch& scratch, Index first, MatrixView in, MatrixOut out,
                       AttentionRecord& record, const Progress& progress) {
  const GrowingRows& source = tables.source->hiddenStates.back();
  const Index queries = part.heads * part.dHead, keys = part.kvHeads * part.dHead;
  if (first == 0) {
    record.q = GrowingRows(in.rows(), queries, scratch.place);
    record.logSumExp = GrowingRows(in.rows(), part.heads);
  }
  apply(weights.query, in, record.q.fresh());
  if (record.k.rows() == 0) {
    record.k = GrowingRows(source.rows(), keys, scratch.place);
    record.v = GrowingRows(source.rows(), keys, scratch.place);
    apply({{weights.key, record.k.fresh()}, {weights.value, record.v.fresh()}}, source);
  }
  record.rule = scoreRule(d, part, weights, {}, tables, tables.sourceAttended, source.rows());
  scratch.context.resize(in.rows(), queries);
  attend(record, first, scratch.context, progress);
  apply(weights.output, scratch.context, out);
}

/// The feed-forward sublayer without norms and residual: `out` [n, width] from `in`.
void runFeedForward(const FeedForwardPart& part, const FeedForwardWeights& weights, Scratch& scratch, MatrixView in,
                    MatrixOut out) {
  Matrix& inner = scratch.inner;
  inner.resize(in.rows(), part.inner);
  if (part.gateIn || part.gate) {
    scratch.gate.resize(in.rows(), part.inner);
    if (part.gateIn)
      apply({{weights.gateIn, scratch.gate, part.activation, part.gateLast ? part.inner : 0},
             {weights.gateIn, inner, Activation::Identity, part.gateLast ? 0 : part.inner}},
            in);
    else
      apply({{weights.gate, scratch.gate, part.activation}, {weights.in, inner}}, in);
    parallelRows(in.rows(), part.inner, [&](Index at, Index count) {
      inner.middleRows(at, count).array() *= scratch.gate.middleRows(at, count).array();
    });
  } else {
    apply({{weights.in, inner, part.activation}}, in);
    if (part.xielu)
      parallelRows(in.rows(), part.inner,
                   [&](Index at, Index count) { activate(weights.xielu, inner.middleRows(at, count)); });
  }
  apply(weights.output, inner, out);
}

}  // namespace

RunTables runTables(const Description& d, const Weights& weights, const Encoding& encoding, Index first,
                    std::shared_ptr<const Trace> source) {
  RunTables tables;
  const auto n = static_cast<Index>(encoding.size());
  for (const RotaryPart& part : d.rotaries) tables.rotaries.push_back(rotaryTable(part, n, first));
  if (weights.relativeBias.size() > 0) tables.relativeBias = relativeBiasTerm(*d.relativeBias, weights.relativeBias, n);
  if (d.disentangled) tables.disentangled = disentangledBuckets(*d.disentangled, n);
  Index place = 0;
  for (const Token& token : encoding.tokens) {
    tables.places.push_back(token.attended ? place++ : 0);
    tables.attended.push_back(token.attended);
  }
  if (place == n) tables.attended.clear();
  if (source) {
    for (const Token& token : source->encoding.tokens) tables.sourceAttended.push_back(token.attended);
    if (std::find(tables.sourceAttended.begin(), tables.sourceAttended.end(), false) == tables.sourceAttended.end())
      tables.sourceAttended.clear();
    tables.source = std::move(source);
  }
  return tables;
}

void runLayer(const Description& d, const Weights& weights, std::size_t layer, const RunTables& tables,
              Scratch& scratch, Index first, MatrixView in, MatrixOut out, LayerRecords records,
              const Progress& progress) {
  const LayerPart& part = d.layers[layer];
  const LayerWeights& w = weights.layers[layer];
  const NormsWeights &norms = w.attentionNorms, &innerNorms = w.feedForwardNorms;
  const Index n = in.rows();
  Matrix& normed = scratch.normed;
  Matrix& sublayer = scratch.sublayer;
  normed.resize(n, d.width);
  sublayer.resize(n, d.width);
  const auto rows = [&](const auto& body) {
    parallelRows(n, d.width, [&](Index at, Index count) {
      body(in.middleRows(at, count), normed.middleRows(at, count), sublayer.middleRows(at, count),
           out.middleRows(at, count));
    });
  };

  // 1. Attention of the normed input.
  if (norms.before) rows([&](MatrixView x, MatrixOut y, MatrixOut, MatrixOut) { apply(norms.before, x, y); });
  const MatrixView attentionInput = norms.before ? MatrixView(normed) : in;
  runAttention(d, part.attention, w.attention, weights.relativeEmbeddings, tables, scratch, first, attentionInput,
               sublayer, records.self, progress.slice(0, 0.4));
  progress(0.4);

  if (part.parallel) {
    // 2. Both sublayers read the layer's input.
    rows([&](MatrixView x, MatrixOut y, MatrixOut s, MatrixOut o) {
      apply(norms.inside, s);
      o = x + s;
      if (innerNorms.before) apply(innerNorms.before, x, y);
    });
    const MatrixView feedForwardInput = innerNorms.before || norms.before ? MatrixView(normed) : in;
    runFeedForward(part.feedForward, w.feedForward, scratch, feedForwardInput, sublayer);
    rows([&](MatrixView, MatrixOut, MatrixOut s, MatrixOut o) { o += s; });
    return;
  }
  // What a sublayer gave joins the stream, which the next one reads.
  const auto join = [&](const NormsWeights& own, bool fromInput, const NormsWeights* next) {
    rows([&](MatrixView x, MatrixOut y, MatrixOut s, MatrixOut o) {
      apply(own.inside, s);
      if (part.residualFromNorm && own.before)
        o = y + s;
      else if (fromInput)
        o = x + s;
      else
        o += s;
      apply(own.after, o);
      if (next && next->before) apply(next->before, o, y);
    });
  };
  const auto readBy = [&](const NormsWeights& next) { return next.before ? MatrixView(normed) : MatrixView(out); };
  // 2. Cross-attention in a decoder that has an encoder.
  join(norms, true, part.cross ? &w.crossNorms : &innerNorms);
  if (part.cross) {
    runCrossAttention(d, *part.cross, w.cross, tables, scratch, first, readBy(w.crossNorms), sublayer, *records.cross,
                      progress.slice(0.4, 0.7));
    join(w.crossNorms, false, &innerNorms);
  }
  progress(0.7);
  // 3. The feed-forward network.
  runFeedForward(part.feedForward, w.feedForward, scratch, readBy(innerNorms), sublayer);
  join(innerNorms, false, nullptr);
}

}  // namespace headlight
