#include "core/gradients/rerun.h"

#include <string>
#include <utility>

#include "core/model/block.h"
#include "core/model/embedding.h"
#include "core/model/finite_check.h"
#include "core/model/head.h"

namespace headlight {

std::shared_ptr<const Trace> runFromStream(const Model& model, const Trace& like, std::size_t layer, Matrix stream,
                                           std::shared_ptr<const Trace> source, const Progress& progress) {
  const Architecture& d = model.description();
  const Weights& weights = model.weights();
  auto trace = std::make_shared<Trace>(like);
  trace->logits = {};
  if (source) trace->source = std::move(source);
  trace->hiddenStates.resize(layer);
  trace->hiddenStates.emplace_back(std::move(stream));
  const RunTables tables = runTables(d, weights, trace->encoding, 0, trace->source, trace->pixels.get());
  Scratch scratch;
  for (std::size_t i = layer; i < d.layers.size(); ++i) {
    const auto done = static_cast<double>(i - layer), all = static_cast<double>(d.layers.size() - layer);
    const Progress part = progress.slice(done / all, (done + 1) / all);
    part(0, "layer " + std::to_string(i));
    trace->layers[i] = {};
    LayerRecords records{trace->layers[i]};
    if (trace->source) {
      trace->cross[i] = {};
      records.cross = &trace->cross[i];
    }
    if (!trace->experts.empty()) {
      trace->experts[i] = {};
      records.experts = &trace->experts[i];
    }
    const CachedRows& in = trace->hiddenStates[i];
    Matrix out(in.rows(), d.width);
    runLayer(d, weights, i, tables, scratch, 0, in, out, records, part);
    if (i + 1 == d.layers.size() && d.finalInHiddenStates) out = finalStates(d, weights, std::move(out));
    checkFinite("model '" + trace->model + "', layer " + std::to_string(i), "output", trace->encoding.tokens, out, 0);
    trace->hiddenStates.emplace_back(std::move(out));
  }
  return trace;
}

std::shared_ptr<const Trace> runFromEmbeddings(const Model& model, const Trace& like, Matrix embeddings,
                                               std::shared_ptr<const Trace> source, const Progress& progress) {
  Matrix stream = embedVectors(model.description(), model.weights(), like.encoding, std::move(embeddings), 0, nullptr,
                               like.pixels.get());
  return runFromStream(model, like, 0, std::move(stream), std::move(source), progress);
}

}  // namespace headlight
