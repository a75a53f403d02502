#include "ui/walkthrough/walk_report.h"

#include <algorithm>
#include <numeric>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "ui/words.h"

namespace headlight {

WalkReport tellWalk(const RunResult& reading, HeadId head, Index token, const Progress& progress) {
  const auto maps = std::dynamic_pointer_cast<const TraceMaps>(reading.maps);
  if (!maps || !reading.request.model || !reading.request.model->model)
    throw Error(Words::tr("walkthrough: expected the run of a model, found attention without queries and keys")
                    .toStdString());
  const Trace& trace = *maps->trace();
  const Model& model = *reading.request.model->model;
  WalkReport story;
  story.walk = walkThrough(model, trace, head, token);
  story.tokens = maps->keyTokens();
  const int heads = maps->heads();
  story.heads.resize(heads, story.keys());
  story.residualUpdate.resize(heads);
  for (int h = 0; h < heads; ++h) {
    progress(static_cast<double>(h) / heads, "computing heads");
    maps->weights({head.layer, h}, {token, 0, 1, story.keys()}, story.heads.row(h));
    story.residualUpdate[h] = h == head.head ? story.walk.residualUpdate.norm()
                                             : walkThrough(model, trace, {head.layer, h}, token).residualUpdate.norm();
  }
  if (const auto layer = static_cast<std::size_t>(head.layer); layer < trace.hiddenStates.size())
    story.entering = trace.hiddenStates[layer].row(token).norm();
  progress(1, "computing heads");
  return story;
}

std::vector<Index> keysToShow(const WalkReport& story, Index most) {
  std::vector<Index> keys(static_cast<std::size_t>(story.keys()));
  std::iota(keys.begin(), keys.end(), Index{0});
  if (story.keys() <= most) return keys;
  const auto weight = [&](Index key) {
    if (key == story.walk.queryAt) return 2.0F;
    return story.walk.visible[static_cast<std::size_t>(key)] ? story.walk.weights[key] : -1.0F;
  };
  std::stable_sort(keys.begin(), keys.end(), [&](Index a, Index b) { return weight(a) > weight(b); });
  keys.resize(static_cast<std::size_t>(std::max<Index>(most, 1)));
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace headlight
