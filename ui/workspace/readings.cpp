#include "ui/workspace/readings.h"

namespace headlight {

WantedReadings wantedReadings(const WorkspaceState& state, const OpenedModels& models, const std::vector<RunId>& also) {
  WantedReadings wanted;
  const auto want = [&](RunId run) {
    const auto& model = models[static_cast<std::size_t>(run.model)];
    if (!hasRun(state, run) || !model) return;
    const TextInput text = run.text == 0 ? TextInput{state.text, state.pair} : *state.otherText;
    RunRequest request{model, text.text, text.pair};
    wanted[indexOf(unchanged(run))] = request;
    if (!run.changed) return;
    request.changes = changesIn(state);
    wanted[indexOf(run)] = std::move(request);
  };
  want({});
  for (const PanelState& panel : state.panels)
    for (const RunId run : runsOf(panel)) want(run);
  for (const RunId run : also) want(run);
  return wanted;
}

RunResults readingsOf(const Engine& engine, const WorkspaceState& state, const Progress& progress) {
  OpenedModels models;
  models[0] = std::make_shared<const LoadedModel>(engine.open(state.model, progress));
  if (state.otherModel) models[1] = std::make_shared<const LoadedModel>(engine.open(*state.otherModel, progress));
  const WantedReadings wanted = wantedReadings(state, models);
  RunResults results;
  for (std::size_t i = 0; i < kRuns; ++i)
    if (wanted[i])
      results.all[i] =
          std::make_shared<const RunResult>(readingOf(engine, *wanted[i], results[unchanged(runAt(i))], progress));
  return results;
}

}  // namespace headlight
