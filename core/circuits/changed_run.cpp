#include "core/circuits/changed_run.h"

#include <utility>

#include "core/circuits/analysis_question.h"
#include "core/model/earlier_run.h"

namespace headlight {

std::shared_ptr<LayerEdits> editsToGoOnWith(const std::shared_ptr<const LayerEdits>& own, int heads) {
  auto edits = own ? std::make_shared<LayerEdits>(*own) : std::make_shared<LayerEdits>();
  edits->heads.resize(static_cast<std::size_t>(heads));
  return edits;
}

ChangedRuns::ChangedRuns(const Model& model, const Trace& trace)
    : m_model(model),
      m_trace(trace),
      m_tables(runTables(model.description(), model.weights(), trace.encoding, 0, trace.source, trace.pixels.get())) {
  if (!trace.additions.empty())
    refuse("values inside layers", model, "features of pictures are added between its layers");
  for (const AttentionRecord& record : trace.layers) m_causal = m_causal && !needAllTokens(record.edits.get());
  for (const LayerSpec& layer : model.description().layers) {
    if (layer.bottleneck)
      refuse("values inside layers", model, "its sublayers run in a narrower stream than the one that layers read");
    m_causal = m_causal && layer.attention.causal;
  }
  // Tokens of a picture may see those of it that are ahead.
  for (const auto& [sight, ranges] : m_tables.sights)
    for (std::size_t query = 0; query < ranges->size(); ++query)
      m_causal = m_causal && (*ranges)[query].end <= static_cast<Index>(query) + 1;
}

Matrix ChangedRuns::end(const ChangedRun& change) const {
  const Architecture& d = m_model.description();
  const auto n = static_cast<Index>(m_trace.encoding.size());
  const Index begin = first(change);
  Matrix in = m_trace.hiddenStates[static_cast<std::size_t>(change.layer)].bottomRows(n - begin);
  if (change.stream) change.stream(in);
  Matrix out(in.rows(), in.cols());
  Scratch scratch;
  for (int layer = change.layer; layer < static_cast<int>(d.layers.size()); ++layer) {
    const auto l = static_cast<std::size_t>(layer);
    AttentionRecord self = recordBegun(m_trace.layers[l], begin, n, Storage::Ram);
    self.edits = change.edits ? change.edits(layer) : m_trace.layers[l].edits;
    LayerRecords records{self};
    AttentionRecord cross;
    if (m_trace.source) {
      cross = crossBegun(m_trace.cross[l], begin, n, Storage::Ram);
      cross.edits = m_trace.cross[l].edits;
      records.cross = &cross;
    }
    ExpertRecord experts;
    if (!m_trace.experts.empty()) {
      experts = expertsBegun(m_trace.experts[l], begin, n);
      records.experts = &experts;
    }
    const LayerHook hook = [&](LayerSite site, MatrixOut rows) { change.hook(layer, site, std::move(rows)); };
    if (change.hook) records.hook = &hook;
    runLayer(d, m_model.weights(), l, m_tables, scratch, begin, in, out, records);
    std::swap(in, out);
  }
  return in;
}

}  // namespace headlight
