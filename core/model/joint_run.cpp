#include "core/model/joint_run.h"

#include <algorithm>

#include "core/model/block.h"
#include "core/model/embedding.h"
#include "core/model/finite_check.h"
#include "core/model/head.h"
#include "core/ops/linear.h"

namespace headlight {

bool runsJointly(const Architecture& d) {
  // How many rows an expert reads depends on the other texts.
  const bool hasExperts =
      std::any_of(d.layers.begin(), d.layers.end(), [](const LayerSpec& layer) { return layer.experts.has_value(); });
  return independentRows() && !hasExperts && !d.encoder && !d.tower && d.stages == 0 && !d.embedding.patches &&
         !d.embedding.sound;
}

void runJointly(const Architecture& d, const Weights& weights, const std::string& name,
                const std::vector<std::shared_ptr<Trace>>& traces) {
  Index rows = 0;
  std::vector<RunTables> tables;
  for (const auto& trace : traces) {
    trace->layers.resize(d.layers.size());
    tables.push_back(runTables(d, weights, trace->encoding));
    rows += static_cast<Index>(trace->encoding.size());
  }
  Scratch scratch;
  scratch.place = traces.front()->place;
  const auto forEachTrace = [&](const auto& each) {
    Index at = 0;
    for (const auto& trace : traces) {
      const auto count = static_cast<Index>(trace->encoding.size());
      each(*trace, at, count);
      at += count;
    }
  };

  // 1. Embeddings.
  CachedRows states(rows, d.width, scratch.place);
  MatrixOut embedded = states.fresh();
  forEachTrace([&](Trace& trace, Index at, Index count) {
    embedded.middleRows(at, count) = embed(d, weights, trace.encoding, {});
    checkFinite(name + "embedding", "vector", trace.encoding.tokens, embedded.middleRows(at, count), 0);
    trace.hiddenStates.push_back(states.middle(at, count));
  });

  // 2. Layers; behind the last one the final norm and projection.
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    std::vector<LayerText> texts;
    for (std::size_t text = 0; text < traces.size(); ++text)
      texts.push_back({tables[text], 0, static_cast<Index>(traces[text]->encoding.size()),
                       LayerRecords{traces[text]->layers[i]}});
    CachedRows out(rows, d.width, scratch.place);
    runLayer(d, weights, i, texts, scratch, states, out.fresh());
    forEachTrace([&](Trace& trace, Index at, Index count) {
      checkFinite({name + "layer " + std::to_string(i), trace.encoding.tokens, trace.layers[i], nullptr,
                   out.middleRows(at, count)});
    });
    if (i + 1 == d.layers.size() && d.finalInHiddenStates) out = CachedRows(finalStates(d, weights, Matrix(out)));
    forEachTrace([&](Trace& trace, Index at, Index count) {
      checkFinite(name + "final norm", "output", trace.encoding.tokens, out.middleRows(at, count), 0);
      trace.hiddenStates.push_back(out.middle(at, count));
    });
    states = out;
  }
}

}  // namespace headlight
