#include "core/circuits/layer_values.h"

#include "core/circuits/changed_run.h"

namespace headlight {

RunValues runValues(const Model& model, const Trace& trace, const Progress& progress) {
  RunValues values;
  values.layers.resize(model.description().layers.size());
  const ChangedRuns runs(model, trace);
  ChangedRun again;
  again.hook = [&](int layer, LayerSite site, MatrixOut rows) {
    LayerValues& of = values.layers[static_cast<std::size_t>(layer)];
    if (site == LayerSite::Query)
      progress(static_cast<double>(layer) / static_cast<double>(values.layers.size()), "sublayers");
    if (site == LayerSite::HeadOutput) of.heads = rows;
    if (site == LayerSite::AttentionOutput) of.attention = rows;
    if (site == LayerSite::AfterAttention) of.afterAttention = rows;
    if (site == LayerSite::FeedForwardOutput) of.feedForward = rows;
  };
  values.end = runs.end(again);
  progress(1);
  return values;
}

}  // namespace headlight
