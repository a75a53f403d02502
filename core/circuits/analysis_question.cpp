#include "core/circuits/analysis_question.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/model/architecture.h"
#include "core/model/stages.h"
#include "core/text/token_names.h"

namespace headlight {

const Model& AnalysisQuestion::theModel() const {
  refuseStages("analysis of '" + model->info().name + "'", model->description());
  return *model;
}

TensorAxis layerAxis(const Model& model) { return {"layer", static_cast<Index>(model.description().layers.size())}; }

TensorAxis headAxis(const Model& model) {
  TensorAxis axis{"head"};
  for (const LayerSpec& layer : model.description().layers)
    axis.size = std::max(axis.size, static_cast<Index>(layer.attention.heads));
  return axis;
}

TensorAxis keyHeadAxis(const Model& model) {
  TensorAxis axis{"key_value_head"};
  for (const LayerSpec& layer : model.description().layers)
    axis.size = std::max(axis.size, static_cast<Index>(layer.attention.kvHeads));
  return axis;
}

TensorAxis tokenAxis(const Trace& trace, const char* name) {
  TensorAxis axis{name, static_cast<Index>(trace.encoding.size())};
  for (std::size_t i = 0; i < trace.encoding.size(); ++i)
    axis.labels.push_back(std::to_string(i) + " " + nameOf(trace.encoding.tokens[i]));
  return axis;
}

std::vector<HeadId> allHeads(const Model& model) {
  std::vector<HeadId> heads;
  const auto& layers = model.description().layers;
  for (int layer = 0; layer < static_cast<int>(layers.size()); ++layer)
    for (int head = 0; head < layers[static_cast<std::size_t>(layer)].attention.heads; ++head)
      heads.push_back({layer, head});
  return heads;
}

std::vector<HeadId> headsOf(const HeadSet& set, const Model& model) {
  std::vector<HeadId> chosen;
  for (const HeadRange& range : set) {
    const std::size_t before = chosen.size();
    for (const HeadId head : allHeads(model))
      if (contains(HeadSet{range}, head)) chosen.push_back(head);
    if (chosen.size() == before)
      throw Error("heads: expected some of " + std::to_string(layerAxis(model).size) + " layers with " +
                  std::to_string(headAxis(model).size) + " heads of self-attention, found none of them");
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  return chosen;
}

void checkSameLength(const char* what, const AnalysisQuestion& q) {
  if (!q.b) throw Error(std::string(what) + ": expected two texts, found one (--other-text gives the second)");
  if (q.a->encoding.size() != q.b->encoding.size())
    throw Error(std::string(what) + ": expected two texts of as many tokens, found " +
                std::to_string(q.a->encoding.size()) + " and " + std::to_string(q.b->encoding.size()));
}

void refuse(const char* what, const Model& model, const std::string& reason) {
  throw Error(std::string(what) + " of '" + model.info().name + "': " + reason);
}

}  // namespace headlight
