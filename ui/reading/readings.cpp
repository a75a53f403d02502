#include "ui/reading/readings.h"

#include <algorithm>

#include "core/base/error.h"
#include "ui/reading/token_ids.h"

namespace headlight {
namespace {

/// The methods by which panels look at a reading, each once.
std::vector<Method> methodsOf(const WorkspaceState& state, RunId run) {
  std::vector<Method> all;
  for (const PanelState& panel : state.panels) {
    const std::vector<RunId> runs = shownRunsOf(panel, state);
    if (panel.method == Method::Raw || std::find(runs.begin(), runs.end(), run) == runs.end()) continue;
    if (std::find(all.begin(), all.end(), panel.method) == all.end()) all.push_back(panel.method);
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

WantedReadings wantedReadings(const WorkspaceState& state, const OpenedModels& models, const std::vector<RunId>& also) {
  WantedReadings wanted;
  const auto want = [&](RunId run) {
    const auto& model = models[static_cast<std::size_t>(run.model)];
    if (!hasRun(state, run) || !model) return;
    const TextInput text = run.text == 0 ? TextInput{state.text, state.pair} : *state.otherText;
    RunRequest request{model, text.text, text.pair};
    // Ids mean something to the model that wrote them.
    if (run.text == 0 && run.model == 0) request.continuation = state.continuation;
    if (readsIds(*model)) {
      request.ids = run.text == 0 ? *state.ids : *text.text;
      request.text.clear();
      request.pair.reset();
    }
    if (model->info.readsImages()) {
      request.text.clear();
      request.pair.reset();
      request.continuation.clear();
      if (state.image) {
        request.image = state.image->image;
        request.imageName = std::filesystem::path(state.image->path).filename().string();
      }
    }
    request.methods = methodsOf(state, unchanged(run));
    wanted[indexOf(unchanged(run))] = request;
    if (!run.changed) return;
    request.changes = changesIn(state);
    request.methods = methodsOf(state, run);
    wanted[indexOf(run)] = std::move(request);
  };
  want(shownRun(state, {}));
  for (const PanelState& panel : state.panels)
    for (const RunId run : shownRunsOf(panel, state)) want(run);
  for (const RunId run : also) want(run);
  return wanted;
}

RunResults shownResults(const RunResults& results, const WorkspaceState& state) {
  RunResults shown = results;
  for (std::size_t i = 0; i < kRuns; ++i)
    if (const auto& result = results[shownRun(state, runAt(i))]) shown.all[i] = result;
  return shown;
}

RunResults resultsFor(const PanelState& panel, const RunResults& results, const WorkspaceState& state) {
  return comparesChanges(panel) ? results : shownResults(results, state);
}

std::vector<RunId> shownRunsOf(const PanelState& panel, const WorkspaceState& state) {
  std::vector<RunId> runs = runsOf(panel);
  if (!comparesChanges(panel))
    for (RunId& run : runs) run = shownRun(state, run);
  return runs;
}

RunResults readingsOf(const Engine& engine, const WorkspaceState& state, const Progress& progress) {
  OpenedModels models;
  models[0] = std::make_shared<const LoadedModel>(engine.open(state.model, progress));
  if (state.otherModel) models[1] = std::make_shared<const LoadedModel>(engine.open(*state.otherModel, progress));
  const WantedReadings wanted = wantedReadings(state, models);
  RunResults results;
  for (std::size_t i = 0; i < kRuns; ++i) {
    if (!wanted[i]) continue;
    RunResult result = readingOf(engine, *wanted[i], {results[unchanged(runAt(i))], {}}, progress);
    for (const auto& [method, reading] : result.methods)
      if (!reading.maps) throw Error(reading.why);
    results.all[i] = std::make_shared<const RunResult>(std::move(result));
  }
  return results;
}

}  // namespace headlight
