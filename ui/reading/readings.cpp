#include "ui/reading/readings.h"

#include <algorithm>

#include "core/base/error.h"

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

Input inputOf(const WorkspaceState& state, RunId run, const Source& model) {
  if (model.readsImages()) return {state.image ? ImageInput(*state.image) : ImageInput()};
  const TextInput text = run.text == 0 ? TextInput{state.text, state.pair} : *state.otherText;
  if (run.text == 0 && state.conversation) {
    Input input{ConversationInput{*state.conversation}};
    if (run.model == 0) input.continuation = state.continuation;
    return input;
  }
  if (model.readsIds()) return {IdsInput{run.text == 0 ? state.ids : text.text}};
  Input input{text};
  // Ids mean something to the model that wrote them.
  if (run.text == 0 && run.model == 0) input.continuation = state.continuation;
  if (model.translates() && !text.pair && input.continuation.empty()) {
    input.writing.emplace();
    input.writing->tokens = kMostWritten;
  }
  return input;
}

WantedReadings wantedReadings(const WorkspaceState& state, const OpenedModels& models, const std::vector<RunId>& also,
                              const std::optional<Input>& first) {
  WantedReadings wanted;
  const auto want = [&](RunId run) {
    const auto& model = models[static_cast<std::size_t>(run.model)];
    if (!hasRun(state, run) || !model) return;
    RunRequest request{model, run.text == 0 && first ? *first : inputOf(state, run, *model)};
    // A captioner or a recogniser of speech says something, as a translator does.
    Input& input = request.input;
    const bool media = std::holds_alternative<ImageInput>(input.content) ||
                       std::holds_alternative<SoundInput>(input.content) ||
                       std::holds_alternative<PixelsInput>(input.content);
    if (media && model->translates() && !input.target && !input.writing && input.continuation.empty()) {
      input.writing.emplace();
      input.writing->tokens = kMostWritten;
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

RunResults readingsOf(const Engine& engine, const WorkspaceState& state, const Progress& progress,
                      const std::optional<Input>& first) {
  OpenedModels models;
  models[0] = std::make_shared<const Source>(engine.open(state.model, progress));
  if (state.otherModel) models[1] = std::make_shared<const Source>(engine.open(*state.otherModel, progress));
  const WantedReadings wanted = wantedReadings(state, models, {}, first);
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
