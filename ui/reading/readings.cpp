#include "ui/reading/readings.h"

#include <algorithm>

#include "core/base/error.h"
#include "ui/reading/media_input.h"

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
  const Reads reads = readsOf(model);
  const std::vector<ImageInput> pictures(state.pictures.begin(), state.pictures.end());
  Input media;  // What is read in place of a text, or by the encoder beside one.
  if (reads.sound)
    media.content = state.sound ? SoundInput(*state.sound) : SoundInput();
  else
    media.content = pictures.empty() ? ImageInput() : pictures.front();
  if (!reads.text) return media;
  const TextInput text = run.text == 0 ? TextInput{state.text, state.pair} : *state.otherText;
  const bool encodes = !reads.beside && (reads.sound || reads.pictures > 0);
  if (encodes && isEmpty(media)) return media;
  Input input{text};
  if (run.text == 0 && state.conversation && !encodes)
    input.content = ConversationInput{*state.conversation};
  else if (model.readsIds())
    input.content = IdsInput{run.text == 0 ? state.ids : text.text};
  else if (encodes)
    input.content = TextInput{text.text};
  if (encodes && isEmpty(input))
    input = media;
  else if (encodes && reads.sound)
    input.sound = std::get<SoundInput>(media.content);
  else if (reads.pictures > 0)
    input.pictures = {pictures.begin(),
                      pictures.begin() + static_cast<std::ptrdiff_t>(std::min(pictures.size(), reads.pictures))};
  // Ids mean something to the model that wrote them.
  if (run.text == 0 && run.model == 0) input.continuation = state.continuation;
  const bool begun =
      encodes ? input.content != media.content : !std::holds_alternative<TextInput>(input.content) || text.pair;
  if (model.translates() && !begun && input.continuation.empty()) {
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
