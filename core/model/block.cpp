#include "core/model/block.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/attention/attend.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/pixel_input.h"
#include "core/model/position_terms.h"
#include "core/model/rotary_frequencies.h"
#include "core/model/sight.h"

namespace headlight {
namespace {

/// The relative embeddings [buckets, width] mapped to the heads of a layer, made once for a model.
CachedRows projected(const MadeOnce& rows, const Linear& map, const Matrix& relativeEmbeddings) {
  return rows.get([&] {
    Matrix out(relativeEmbeddings.rows(), map.out());
    apply(map, relativeEmbeddings, out);
    return out;
  });
}

/// How the scores of a layer are made over `keys` tokens, some of which may not be `attended`.
std::shared_ptr<const ScoreRule> scoreRule(const Architecture& d, const AttentionSpec& part,
                                           const AttentionWeights& weights, const Matrix& relativeEmbeddings,
                                           const RunTables& tables, const std::vector<bool>& attended, Index keys) {
  auto rule = std::make_shared<ScoreRule>();
  rule->heads = part.heads;
  rule->kvHeads = part.kvHeads;
  rule->dHead = part.dHead;
  rule->scale = part.scale;
  rule->softCap = part.softCap;
  rule->sinks = weights.sinks;
  PositionTerm& position = rule->position;
  position.distanceZero = keys - 1;
  if (part.sight == Sight::GridWindow) {
    const GridWindows& grid = tables.windows.at(part.windowShift);
    rule->visibility.ranges = grid.ranges;
    rule->visibility.windows = grid.windows;
    position.byStep = Matrix(weights.ownBias.transpose());
    position.cells = grid.cells;
    position.stepZero = stepZero(*d.relativeBias);
    return rule;
  }
  rule->visibility = Visibility::ofWindow(part.window, part.causal);
  rule->visibility.chunk = part.chunk;
  if (part.sight != Sight::ByRule) rule->visibility.ranges = tables.sights.at({part.sight, part.window});
  if (part.relativeBias && !tables.cells.empty()) {
    position.byStep = part.ownBias.empty() ? tables.relativeBias : CachedRows(Matrix(weights.ownBias.transpose()));
    position.cells = tables.cells;
    position.stepZero = stepZero(*d.relativeBias);
  } else if (part.relativeBias) {
    position.byDistance = part.ownBias.empty() ? tables.relativeBias
                                               : CachedRows(relativeBiasTerm(*d.relativeBias, weights.ownBias, keys));
  }
  if (part.alibi != Alibi::None || !attended.empty()) {
    Matrix byKey = part.alibi != Alibi::None ? alibiTerm(part, tables.places) : Matrix(Matrix::Zero(part.heads, keys));
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

/// The same of latent attention.
void projectLatent(const AttentionSpec& part, const AttentionWeights& weights, MatrixView in, MatrixOut q, MatrixOut k,
                   MatrixOut v) {
  const LatentSpec& latent = *part.latent;
  const Index n = in.rows(), content = part.dHead - latent.turning, dValue = part.valueNumbers();
  if (latent.queryRank > 0) {
    Matrix low(n, latent.queryRank);
    apply(weights.queryDown, in, low);
    apply(weights.latentQueryNorm, low);
    apply(weights.queryUp, low, q);
  } else {
    apply(weights.query, in, q);
  }
  Matrix down(n, latent.rank + latent.turning);
  apply(weights.keyValueDown, in, down);
  Matrix low = down.leftCols(latent.rank);
  apply(weights.latentNorm, low);
  Matrix up(n, part.kvHeads * (content + dValue));
  apply(weights.keyValueUp, low, up);
  for (Index h = 0; h < part.kvHeads; ++h) {
    const auto own = up.middleCols(h * (content + dValue), content + dValue);
    k.middleCols(h * part.dHead, content) = own.leftCols(content);
    k.middleCols(h * part.dHead + content, latent.turning) = down.rightCols(latent.turning);
    v.middleCols(h * dValue, dValue) = own.rightCols(dValue);
  }
}

/// How many groups of QkvLayout::Groups there are, and what each has of queries, and of keys and of values.
struct QkvGroups {
  Index count, queries, keys;
};
QkvGroups groupsOf(const AttentionSpec& part) {
  const Index count = part.qkvGroups > 0 ? part.qkvGroups : part.kvHeads;
  return {count, part.heads * part.dHead / count, part.kvHeads * part.dHead / count};
}

/// The map of one head's queries, keys or values and its first column of them; not of latent attention.
std::pair<const Linear&, Index> headMap(const AttentionSpec& part, const AttentionWeights& weights, LayerSite site,
                                        int head) {
  const bool query = site == LayerSite::Query, key = site == LayerSite::Key;
  const Index column = head * (query || key ? part.dHead : part.valueNumbers());
  if (part.layout == QkvLayout::Separate) return {query ? weights.query : key ? weights.key : weights.value, column};
  const Index queries = part.heads * part.dHead, keys = part.kvHeads * part.dHead;
  if (part.layout == QkvLayout::Parts) return {weights.qkv, column + (query ? 0 : key ? queries : queries + keys)};
  const auto [count, of, each] = groupsOf(part);
  const Index own = query ? of : each, before = query ? 0 : key == part.valuesBeforeKeys ? of + each : of;
  return {weights.qkv, column / own * (of + 2 * each) + before + column % own};
}

/// Fills the new rows of q, k and v from the attention's input, in one loop over the threads; values of separate maps
/// from an input of their own.
void project(const AttentionSpec& part, const AttentionWeights& weights, MatrixView in, MatrixView forValues,
             Matrix& fused, MatrixOut q, MatrixOut k, MatrixOut v) {
  if (part.latent) {
    projectLatent(part, weights, in, q, k, v);
    return;
  }
  if (part.layout == QkvLayout::Separate) {
    if (forValues.data() == in.data()) {
      apply({{weights.query, q}, {weights.key, k}, {weights.value, v}}, in);
    } else {
      apply({{weights.query, q}, {weights.key, k}}, in);
      apply(weights.value, forValues, v);
    }
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
  const auto [groups, of, each] = groupsOf(part);
  parallelRows(in.rows(), fused.cols(), [&, groups = groups, of = of, each = each](Index at, Index count) {
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
void finishQkv(const AttentionSpec& part, const AttentionWeights& weights, const RunTables& tables, Index first,
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
    rotate(table, part.heads, q, first, part.rotaryFrom);
    rotate(table, part.kvHeads, k, first, part.rotaryFrom);
  }
  if (part.normAfterRotation) norm();
  if (part.queryGrowth) growQueries(*part.queryGrowth, first, q);
}

/// The same of all rows, in one loop over the threads.
void finishAll(const AttentionSpec& part, const AttentionWeights& weights, const RunTables& tables, Index first,
               MatrixOut q, MatrixOut k, MatrixOut v) {
  if (weights.queryNorm || weights.keyNorm || part.rotary >= 0 || part.clip > 0 || part.queryGrowth)
    parallelRows(q.rows(), q.cols() + k.cols(), [&](Index at, Index count) {
      finishQkv(part, weights, tables, first + at, q.middleRows(at, count), k.middleRows(at, count),
                v.middleRows(at, count));
    });
}

/// Calls each(text, row) for each text with the row at which it begins.
template <class Each>
void forEachText(std::span<const LayerText> texts, const Each& each) {
  Index at = 0;
  for (const LayerText& text : texts) {
    each(text, at);
    at += text.count;
  }
}

/// Shows a layer's value to who looks at it.
void show(const LayerHook* hook, LayerSite site, MatrixOut rows) {
  if (hook) (*hook)(site, rows);
}

/// The same of values that the layer's edits may change.
void changeAndShow(const AttentionRecord& record, const LayerHook* hook, LayerSite site, Index first, MatrixOut rows) {
  if (record.edits) editValues(record.edits->values, site, first, rows);
  show(hook, site, rows);
}

/// The same of the rows of each text.
void show(std::span<const LayerText> texts, LayerSite site, MatrixOut rows) {
  forEachText(texts, [&](const LayerText& text, Index at) {
    show(text.records.hook, site, rows.middleRows(at, text.count));
  });
}
void changeAndShow(std::span<const LayerText> texts, LayerSite site, MatrixOut rows) {
  forEachText(texts, [&](const LayerText& text, Index at) {
    changeAndShow(text.records.self, text.records.hook, site, text.first, rows.middleRows(at, text.count));
  });
}

/// The self-attention sublayer without norms and residual: `out` [n, width] from `in`.
void runAttention(const Architecture& d, const AttentionSpec& part, const AttentionWeights& weights,
                  const Matrix& relativeEmbeddings, std::span<const LayerText> texts, Scratch& scratch, MatrixView in,
                  MatrixView forValues, MatrixOut out, const Progress& progress) {
  const Index rows = in.rows(), dValue = part.valueNumbers();
  // Rows that continue others lie behind them; those of texts that begin lie in one memory.
  const AttentionRecord& begun = texts.front().records.self;
  CachedRows allQ = begun.q, allK = begun.k, allV = begun.v;
  if (texts.front().first == 0) {
    allQ = CachedRows(rows, part.heads * part.dHead, scratch.place);
    allK = CachedRows(rows, part.kvHeads * part.dHead, scratch.place);
    allV = CachedRows(rows, part.kvHeads * dValue, scratch.place);
    forEachText(texts, [&](const LayerText& text, Index at) {
      AttentionRecord& record = text.records.self;
      const auto own = [&](const CachedRows& all) { return texts.size() == 1 ? all : all.middle(at, text.count); };
      record.q = own(allQ);
      record.k = own(allK);
      record.v = own(allV);
      record.logSumExp = CachedRows(text.count, part.heads);
    });
  }
  MatrixOut newQ = allQ.fresh(), newK = allK.fresh(), newV = allV.fresh();
  project(part, weights, in, forValues, scratch.qkv, newQ, newK, newV);
  scratch.context.resize(rows, part.heads * dValue);
  forEachText(texts, [&](const LayerText& text, Index at) {
    const auto& [tables, first, count, records] = text;
    AttentionRecord& record = records.self;
    const auto own = [at, count](auto& all) { return MatrixOut(all.middleRows(at, count)); };
    MatrixOut q = own(newQ), k = own(newK), v = own(newV), context = own(scratch.context);
    finishAll(part, weights, tables, first, q, k, v);
    changeAndShow(record, records.hook, LayerSite::Query, first, q);
    changeAndShow(record, records.hook, LayerSite::Key, first, k);
    changeAndShow(record, records.hook, LayerSite::Value, first, v);
    record.rule = scoreRule(d, part, weights, relativeEmbeddings, tables, tables.attended, first + count);
    const auto begin = static_cast<double>(at) / static_cast<double>(rows);
    attend(record, first, context,
           progress.slice(begin, begin + static_cast<double>(count) / static_cast<double>(rows)));
    show(records.hook, LayerSite::HeadOutput, context);
  });
  apply(weights.output, scratch.context, out);
  changeAndShow(texts, LayerSite::AttentionOutput, out);
}

/// The same of cross-attention: queries from `in`, keys and values from the encoder's last hidden state.
void runCrossAttention(const Architecture& d, const AttentionSpec& part, const AttentionWeights& weights,
                       const RunTables& tables, Scratch& scratch, Index first, MatrixView in, MatrixOut out,
                       AttentionRecord& record, const Progress& progress) {
  const CachedRows& source = tables.source->states();
  const Index queries = part.heads * part.dHead, keys = part.kvHeads * part.dHead;
  if (first == 0) {
    record.q = CachedRows(in.rows(), queries, scratch.place);
    record.logSumExp = CachedRows(in.rows(), part.heads);
  }
  apply(weights.query, in, record.q.fresh());
  if (record.k.rows() == 0) {
    record.k = CachedRows(source.rows(), keys, scratch.place);
    record.v = CachedRows(source.rows(), keys, scratch.place);
    constexpr Activation kNone = Activation::Identity;
    if (part.layout == QkvLayout::Parts)
      apply({{weights.qkv, record.k.fresh(), kNone, 0}, {weights.qkv, record.v.fresh(), kNone, keys}}, source);
    else
      apply({{weights.key, record.k.fresh()}, {weights.value, record.v.fresh()}}, source);
  }
  record.rule = scoreRule(d, part, weights, {}, tables, tables.sourceAttended, source.rows());
  scratch.context.resize(in.rows(), queries);
  attend(record, first, scratch.context, progress);
  apply(weights.output, scratch.context, out);
}

/// Both halves of a gated network, the one through its activation times the other, into `inner`.
void runGate(const FeedForwardSpec& part, const FeedForwardWeights& weights, Scratch& scratch, MatrixView in,
             Matrix& inner) {
  using Order = FeedForwardSpec::GateOrder;
  Matrix& gate = scratch.gate;
  gate.resize(in.rows(), part.inner);
  // A gate that is cut gets its activation afterwards.
  const Activation then = part.limit > 0 ? Activation::Identity : part.activation;
  constexpr Activation kNone = Activation::Identity;
  if (part.gate) {
    apply({{weights.gate, gate, then}, {weights.in, inner}}, in);
  } else if (part.gateOrder == Order::Alternating) {
    Matrix both(in.rows(), 2 * part.inner);
    apply(weights.gateIn, in, both);
    for (Index j = 0; j < part.inner; ++j) {
      gate.col(j) = both.col(2 * j);
      inner.col(j) = both.col(2 * j + 1);
    }
    if (part.limit <= 0) activate(part.activation, MatrixOut(gate));
  } else {
    const bool last = part.gateOrder == Order::Last;
    apply({{weights.gateIn, gate, then, last ? part.inner : 0}, {weights.gateIn, inner, kNone, last ? 0 : part.inner}},
          in);
  }
  parallelRows(in.rows(), part.inner, [&](Index at, Index count) {
    MatrixOut someGate = gate.middleRows(at, count), someInner = inner.middleRows(at, count);
    if (part.limit > 0) {
      someGate = someGate.cwiseMin(part.limit);
      someInner = someInner.cwiseMax(-part.limit).cwiseMin(part.limit);
      activate(part.activation, someGate);
    }
    if (part.xielu) activate(weights.xielu, someGate);
    if (part.inOffset != 0) someInner.array() += part.inOffset;
    someInner.array() *= someGate.array();
  });
}

/// A feed-forward network: `out` [n, width] from `in`.
void runFeedForward(const FeedForwardSpec& part, const FeedForwardWeights& weights, Scratch& scratch, MatrixView in,
                    MatrixOut out) {
  Matrix& inner = scratch.inner;
  inner.resize(in.rows(), part.inner);
  if (part.gateIn || part.gate) {
    runGate(part, weights, scratch, in, inner);
  } else {
    apply({{weights.in, inner, part.activation}}, in);
    if (part.xielu)
      parallelRows(in.rows(), part.inner,
                   [&](Index at, Index count) { activate(weights.xielu, inner.middleRows(at, count)); });
  }
  apply(weights.output, inner, out);
}

/// Adds to `out` what the chosen experts make of `in`, tokens from `first` on. Only their weights are touched.
void runExperts(const ExpertsSpec& part, const ExpertsWeights& weights, Scratch& scratch, Index first, MatrixView in,
                MatrixOut out, ExpertRecord& record) {
  record.rule = weights.rule;
  if (first == 0) record.logits = CachedRows(in.rows(), weights.router.out());
  apply(weights.router, in, record.logits.fresh());
  // Which tokens an expert still takes depends on those before.
  const Index begin = part.rule.capacity > 0 ? 0 : first;
  const ExpertChoice choice = record.choice(begin);
  std::vector<std::vector<std::pair<Index, float>>> work(part.experts.size());  // Rows and weights of each expert.
  for (Index row = 0; row < in.rows(); ++row) {
    const auto token = static_cast<std::size_t>(first + row - begin);
    for (std::size_t k = 0; k < choice.experts[token].size(); ++k)
      work[static_cast<std::size_t>(choice.experts[token][k])].emplace_back(row, choice.weights[token][k]);
  }
  Matrix read, given;
  for (std::size_t e = 0; e < work.size(); ++e) {
    const auto rows = static_cast<Index>(work[e].size());
    if (rows == 0) continue;
    read.resize(rows, in.cols());
    given.resize(rows, out.cols());
    for (Index i = 0; i < rows; ++i) {
      const auto& [row, weight] = work[e][static_cast<std::size_t>(i)];
      read.row(i) = in.row(row);
      if (part.scalesInput) read.row(i) *= weight;
    }
    runFeedForward(part.experts[e], weights.experts[e], scratch, read, given);
    for (Index i = 0; i < rows; ++i) {
      const auto& [row, weight] = work[e][static_cast<std::size_t>(i)];
      out.row(row) += (part.scalesInput ? 1 : weight) * given.row(i);
    }
  }
}

/// The feed-forward sublayer without norms and residual: `out` [n, width] from `in`.
void runFeedForwards(const LayerSpec& part, const LayerWeights& weights, Scratch& scratch,
                     std::span<const LayerText> texts, MatrixView in, MatrixOut out) {
  if (part.feedForward.inner > 0)
    runFeedForward(part.feedForward, weights.feedForward, scratch, in, out);
  else
    out.setZero();
  if (!part.experts) return;
  if (part.experts->sharedGate) {
    Matrix share(in.rows(), 1);
    apply({{weights.experts.sharedGate, share, Activation::Sigmoid}}, in);
    for (Index i = 0; i < in.rows(); ++i) out.row(i) *= share(i, 0);
  }
  forEachText(texts, [&](const LayerText& text, Index at) {
    runExperts(*part.experts, weights.experts, scratch, text.first, in.middleRows(at, text.count),
               out.middleRows(at, text.count), *text.records.experts);
  });
}

/// What a layer reads: the stream to which its sublayers add, and where they are others what queries and keys, and what
/// values are made of.
struct LayerInput {
  MatrixView stream;
  const Matrix* attention = nullptr;
  std::optional<MatrixView> values = std::nullopt;
};

/// Sets the rows of tokens that fill a grid up to zero.
void clearFilled(std::span<const LayerText> texts, MatrixOut rows) {
  forEachText(texts, [&](const LayerText& text, Index at) {
    for (const Index filled : text.tables.filled) rows.row(at + filled).setZero();
  });
}

/// The sublayers of a layer around a stream [n, width], which becomes `out`.
void runSublayers(const Architecture& d, const Weights& weights, std::size_t layer, std::span<const LayerText> texts,
                  Scratch& scratch, const LayerInput& input, MatrixOut out, const Progress& progress) {
  const LayerSpec& part = d.layers[layer];
  const LayerWeights& w = weights.layers[layer];
  const NormsWeights &norms = w.attentionNorms, &innerNorms = w.feedForwardNorms;
  const MatrixView in = input.stream;
  const Index n = in.rows();
  Matrix& normed = scratch.normed;
  Matrix& sublayer = scratch.sublayer;
  const Index width = in.cols();
  normed.resize(n, width);
  sublayer.resize(n, width);
  const auto rows = [&](const auto& body) {
    parallelRows(n, width, [&](Index at, Index count) {
      body(in.middleRows(at, count), normed.middleRows(at, count), sublayer.middleRows(at, count),
           out.middleRows(at, count));
    });
  };

  // 1. Attention of the normed input.
  if (norms.before) rows([&](MatrixView x, MatrixOut y, MatrixOut, MatrixOut) { apply(norms.before, x, y); });
  clearFilled(texts, normed);
  const MatrixView attentionInput = input.attention ? MatrixView(*input.attention)
                                    : norms.before  ? MatrixView(normed)
                                                    : in;
  runAttention(d, part.attention, w.attention, weights.relativeEmbeddings, texts, scratch, attentionInput,
               input.values.value_or(attentionInput), sublayer, progress.slice(0, 0.4));
  progress(0.4);

  if (part.parallel) {
    // 2. Both sublayers read the layer's input.
    rows([&](MatrixView x, MatrixOut y, MatrixOut s, MatrixOut o) {
      apply(norms.inside, s);
      o = x + s;
      if (innerNorms.before) apply(innerNorms.before, x, y);
    });
    show(texts, LayerSite::AfterAttention, out);
    if (innerNorms.before || norms.before) show(texts, LayerSite::FeedForwardInput, normed);
    const MatrixView feedForwardInput = innerNorms.before || norms.before ? MatrixView(normed) : in;
    runFeedForwards(part, w, scratch, texts, feedForwardInput, sublayer);
    changeAndShow(texts, LayerSite::FeedForwardOutput, sublayer);
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
  const NormsWeights& network = w.earlierNetworks.empty() ? innerNorms : w.earlierNetworks.front().norms;
  join(norms, true, part.cross ? &w.crossNorms : &network);
  show(texts, LayerSite::AfterAttention, out);
  if (part.cross) {
    const MatrixView crossInput = readBy(w.crossNorms);
    forEachText(texts, [&](const LayerText& text, Index at) {
      runCrossAttention(d, *part.cross, w.cross, text.tables, scratch, text.first,
                        crossInput.middleRows(at, text.count), sublayer.middleRows(at, text.count),
                        *text.records.cross, progress.slice(0.4, 0.7));
    });
    join(w.crossNorms, false, &network);
  }
  progress(0.7);
  // 3. The feed-forward networks.
  for (std::size_t i = 0; i < w.earlierNetworks.size(); ++i) {
    const FeedForwardStepWeights& step = w.earlierNetworks[i];
    runFeedForward(part.earlierNetworks[i].network, step.network, scratch, readBy(step.norms), sublayer);
    join(step.norms, false, i + 1 < w.earlierNetworks.size() ? &w.earlierNetworks[i + 1].norms : &innerNorms);
  }
  show(texts, LayerSite::FeedForwardInput, innerNorms.before ? MatrixOut(normed) : out);
  runFeedForwards(part, w, scratch, texts, readBy(innerNorms), sublayer);
  changeAndShow(texts, LayerSite::FeedForwardOutput, sublayer);
  join(innerNorms, false, nullptr);
}

}  // namespace

RunTables runTables(const Architecture& d, const Weights& weights, const Encoding& encoding, Index first,
                    std::shared_ptr<const Trace> source, const PixelInput* pixels) {
  RunTables tables;
  const auto n = static_cast<Index>(encoding.size());
  for (const RotarySpec& part : d.rotaries) {
    Matrix coordinates;
    if (part.axes == RotaryAxes::Sections || part.axes == RotaryAxes::Woven)
      coordinates = textCoordinates(encoding);
    else if (part.axes != RotaryAxes::Token && pixels)
      coordinates = patchCoordinates(encoding, *pixels, part.axes == RotaryAxes::Centres);
    tables.rotaries.push_back(rotaryTable(part, n, first, coordinates.size() > 0 ? &coordinates : nullptr));
  }
  for (const LayerSpec& layer : d.layers) {
    const AttentionSpec& a = layer.attention;
    const std::pair key{a.sight, a.window};
    if (a.sight == Sight::GridWindow) {
      if (!tables.windows.contains(a.windowShift)) tables.windows[a.windowShift] = gridWindows(a, encoding);
      continue;
    }
    if (a.sight != Sight::ByRule && !tables.sights.contains(key))
      tables.sights[key] = std::make_shared<const std::vector<Visibility::Range>>(rangesSeen(a, encoding, pixels));
  }
  if (!tables.windows.empty())
    for (Index i = 0; i < n; ++i)
      if (fillsGrid(encoding.tokens[static_cast<std::size_t>(i)])) tables.filled.push_back(i);
  if (d.relativeBias && d.relativeBias->grid[0] > 0 && tables.windows.empty())
    tables.cells = gridCells(*d.relativeBias, encoding);
  if (weights.relativeBias.size() > 0)
    tables.relativeBias = tables.cells.empty() ? relativeBiasTerm(*d.relativeBias, weights.relativeBias, n)
                                               : Matrix(weights.relativeBias.transpose());
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

namespace {

LayerQkv emptyQkv(const AttentionSpec& part, Index rows) {
  return {Matrix(rows, part.heads * part.dHead), Matrix(rows, part.kvHeads * part.dHead),
          Matrix(rows, part.kvHeads * part.valueNumbers())};
}

}  // namespace

LayerQkv layerQkv(const Architecture& d, const Weights& weights, std::size_t layer, const RunTables& tables,
                  Index first, MatrixView in, bool finished) {
  const AttentionSpec& part = d.layers[layer].attention;
  LayerQkv made = emptyQkv(part, in.rows());
  const AttentionWeights& w = weights.layers[layer].attention;
  Matrix fused;
  project(part, w, in, in, fused, made.q, made.k, made.v);
  if (finished) finishAll(part, w, tables, first, made.q, made.k, made.v);
  return made;
}

LayerQkv layerQkv(const Architecture& d, const Weights& weights, std::size_t layer, const RunTables& tables,
                  Index first, Index rows, const HeadInput& in) {
  const AttentionSpec& part = d.layers[layer].attention;
  const AttentionWeights& w = weights.layers[layer].attention;
  const bool together = part.latent || (part.normSpan == NormSpan::AllHeads && (w.queryNorm || w.keyNorm));
  LayerQkv made = emptyQkv(part, rows);
  std::map<const float*, LayerQkv> whole;  // By the inputs.
  const auto fill = [&](LayerSite site, int heads, Matrix LayerQkv::*values) {
    const Index columns = (made.*values).cols() / heads;
    for (int head = 0; head < heads; ++head) {
      const MatrixView own = in(site, head);
      MatrixOut out = (made.*values).middleCols(head * columns, columns);
      if (!together) {
        const auto [map, column] = headMap(part, w, site, head);
        apply({{map, out, Activation::Identity, column}}, own);
        continue;
      }
      if (!whole.contains(own.data())) whole.emplace(own.data(), layerQkv(d, weights, layer, tables, first, own));
      out = (whole.at(own.data()).*values).middleCols(head * columns, columns);
    }
  };
  fill(LayerSite::Query, part.heads, &LayerQkv::q);
  fill(LayerSite::Key, part.kvHeads, &LayerQkv::k);
  fill(LayerSite::Value, part.kvHeads, &LayerQkv::v);
  if (!together) finishAll(part, w, tables, first, made.q, made.k, made.v);
  return made;
}

void runLayer(const Architecture& d, const Weights& weights, std::size_t layer, const RunTables& tables,
              Scratch& scratch, Index first, MatrixView in, MatrixOut out, LayerRecords records,
              const Progress& progress) {
  const LayerText text{tables, first, in.rows(), records};
  runLayer(d, weights, layer, {&text, 1}, scratch, in, out, progress);
}

void runLayer(const Architecture& d, const Weights& weights, std::size_t layer, std::span<const LayerText> texts,
              Scratch& scratch, MatrixView in, MatrixOut out, const Progress& progress) {
  const LayerSpec& part = d.layers[layer];
  const LayerWeights& w = weights.layers[layer];
  for (const LayerText& text : texts)
    if (const auto& edits = text.records.self.edits; text.records.experts && edits && !edits->experts.empty())
      text.records.experts->edits = {edits, &edits->experts};
  const Index n = in.rows();
  if (!part.bottleneck) {
    runSublayers(d, weights, layer, texts, scratch, {in}, out, progress);
    clearFilled(texts, out);
    changeAndShow(texts, LayerSite::Output, out);
    return;
  }
  const BottleneckWeights& b = w.bottleneck;
  const Index width = part.bottleneck->width;
  const auto narrowed = [&](const Linear& map, const Norm& norm) {
    Matrix rows(n, width);
    apply(map, in, rows);
    apply(norm, rows);
    return rows;
  };
  const Matrix stream = narrowed(b.in, b.inNorm);
  Matrix attention, left(n, width);
  LayerInput input{stream};
  if (!b.attention.empty()) {
    attention = narrowed(b.attention, b.attentionNorm);
    input.attention = &attention;
    input.values.emplace(in);
  }
  runSublayers(d, weights, layer, texts, scratch, input, left, progress);
  apply(b.out, left, out);
  out += in;
  apply(b.outNorm, out);
  changeAndShow(texts, LayerSite::Output, out);
}

}  // namespace headlight
