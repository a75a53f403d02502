#include "core/model/stack_run.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/model/block.h"
#include "core/model/earlier_run.h"
#include "core/model/embedding.h"
#include "core/model/finite_check.h"
#include "core/model/head.h"
#include "core/model/stages.h"

namespace headlight {

MatrixView layerInput(const Trace& trace, std::size_t layer, Index count, Matrix& added) {
  if (layer == 0 || layer > trace.additions.size()) return trace.hiddenStates[layer].bottomRows(count);
  added = trace.hiddenStates[layer].bottomRows(count) + trace.additions[layer - 1].bottomRows(count);
  return added;
}

void runStack(StackRun run, Trace& trace, const Progress& progress) {
  const Architecture& d = run.description;
  const Weights& weights = run.weights;
  const Encoding& encoding = trace.encoding;
  if (encoding.empty()) throw Error("input: expected at least one token, found none");

  // 1. Embeddings, or what an earlier run has computed already: whole layers, or the first tokens of layers.
  const auto tokens = static_cast<Index>(encoding.size());
  const TakenOver taken = takenOver(run, trace);
  const std::size_t first = taken.wholeLayers;  // The first layer that is computed.
  const Index kept = taken.tokens;
  trace.layers.resize(d.layers.size());
  if (run.source) trace.cross.resize(d.layers.size());
  if (std::any_of(d.layers.begin(), d.layers.end(), [](const LayerSpec& layer) { return layer.experts.has_value(); }))
    trace.experts.resize(d.layers.size());
  if (taken.embedding) {
    const Trace& from = *run.resumeFrom;
    for (std::size_t i = 0; i <= first; ++i) trace.hiddenStates.push_back(from.hiddenStates[i]);
    for (std::size_t i = 0; i < first; ++i) trace.layers[i] = from.layers[i];
    for (std::size_t i = 0; i < first && run.source; ++i) trace.cross[i] = from.cross[i];
    for (std::size_t i = 0; i < first && !trace.experts.empty(); ++i) trace.experts[i] = from.experts[i];
  } else {
    if (kept > 0)
      trace.hiddenStates.push_back(
          CachedRows::continuing(run.resumeFrom->hiddenStates.front(), kept, tokens, trace.place));
    else
      trace.hiddenStates.emplace_back(tokens, d.width, trace.place);
    Matrix embedded =
        d.stages > 0 ? stageInput(d, weights, trace) : embed(d, weights, encoding, embeddingInputOf(trace), kept);
    checkFinite(run.name + "embedding", "vector", encoding.tokens, embedded, kept);
    if (!run.edits.empty() && run.edits.front())
      editValues(run.edits.front()->values, LayerSite::Input, kept, embedded);
    if (run.watch) run.watch(0, LayerSite::Input, embedded);
    trace.hiddenStates.front().fresh() = embedded;
  }

  const RunTables tables =
      runTables(d, weights, encoding, taken.layers == d.layers.size() ? kept : 0, run.source, trace.pixels.get());
  for (std::size_t i = 1; trace.features && i < trace.features->size(); ++i) {
    Matrix rows = Matrix::Zero(tokens, d.width);
    placeFeatures(encoding, (*trace.features)[i], 0, rows);
    trace.additions.emplace_back(std::move(rows));
  }

  // 2. Layers, one after the other; behind the last one the final norm and projection.
  Scratch scratch;
  scratch.place = trace.place;
  const auto steps = static_cast<double>(d.layers.size() - first);
  for (std::size_t i = first; i < d.layers.size(); ++i) {
    const auto at = static_cast<double>(i - first);
    const Progress part = progress.slice(at / steps, (at + 1) / steps);
    progress(at / steps, "layer " + std::to_string(i));
    const bool last = i + 1 == d.layers.size();
    const Index begin = i < taken.layers ? kept : 0;
    AttentionRecord& record = trace.layers[i];
    if (begin > 0) record = recordBegun(run.resumeFrom->layers[i], kept, tokens, trace.place);
    record.edits = std::move(run.edits[i]);
    LayerRecords records{record};
    const LayerHook watch = [&](LayerSite site, MatrixOut rows) {
      run.watch(static_cast<int>(i), site, std::move(rows));
    };
    if (run.watch) records.hook = &watch;
    if (run.source) {
      if (run.resumeFrom) trace.cross[i] = crossBegun(run.resumeFrom->cross[i], begin, tokens, trace.place);
      trace.cross[i].edits = std::move(run.crossEdits[i]);
      records.cross = &trace.cross[i];
    }
    if (!trace.experts.empty()) {
      records.experts = &trace.experts[i];
      if (begin > 0) trace.experts[i] = expertsBegun(run.resumeFrom->experts[i], begin, tokens);
    }
    Matrix added;
    const MatrixView in = layerInput(trace, i, tokens - begin, added);
    const auto runHere = [&](MatrixOut to) {
      runLayer(d, weights, i, tables, scratch, begin, in, to, records, part);
      checkFinite({run.name + "layer " + std::to_string(i), encoding.tokens, record, records.cross, to, begin});
    };
    CachedRows out;
    if (begin > 0) out = CachedRows::continuing(run.resumeFrom->hiddenStates[i + 1], kept, tokens, trace.place);
    if (last && d.finalInHiddenStates) {
      Matrix raw(tokens - begin, d.width);
      runHere(raw);
      if (i < trace.additions.size()) raw += trace.additions[i].bottomRows(tokens - begin);
      scratch = {};
      raw = finalStates(d, weights, std::move(raw));
      checkFinite(run.name + "final norm", "output", encoding.tokens, raw, begin);
      if (begin > 0)
        out.fresh() = raw;
      else
        out = std::move(raw);
    } else {
      if (begin == 0) out = CachedRows(tokens, d.width, trace.place);
      runHere(out.fresh());
    }
    trace.hiddenStates.push_back(std::move(out));
  }
  if (run.isRead && !d.finalInHiddenStates && (weights.finalNorm || !weights.finalProjection.empty()))
    trace.finalStates = finalStates(d, weights, Matrix(trace.hiddenStates.back()));
}

}  // namespace headlight
