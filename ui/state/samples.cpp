#include "ui/state/samples.h"

#include <QCoreApplication>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/resource_folder.h"
#include "core/model/model_locations.h"
#include "core/text/tokenizer.h"
#include "ui/state/panel_kind.h"

namespace headlight {
namespace {

constexpr std::uintmax_t kMostBytes = 1 << 20;

/// Those of `panels` that show pictures, or that do not; others where there are none.
std::vector<PanelState> panelsFor(bool picture, std::vector<PanelState> panels) {
  std::erase_if(panels, [&](const PanelState& panel) { return panelKind(panel.kind).has.image != picture; });
  if (!panels.empty()) return panels;
  return picture ? imagePanels() : openingPanels();
}

}  // namespace

std::vector<Sample> readSamples(const std::filesystem::path& file) {
  const nlohmann::json list = parseJson(readFile(file, kMostBytes), "'" + file.string() + "'");
  std::vector<Sample> samples;
  try {
    for (const nlohmann::json& entry : list) {
      Sample sample;
      entry.at("title").get_to(sample.title);
      entry.at("text").get_to(sample.text);
      entry.at("model").get_to(sample.model);
      entry.at("layer").get_to(sample.head.layer);
      entry.at("head").get_to(sample.head.head);
      sample.shows = entry.value("shows", std::string());
      if (const std::string attention = entry.value("attention", std::string("self")); attention == "cross")
        sample.cross = true;
      else if (attention != "self")
        throw Error(file.string() + ": sample " + std::to_string(samples.size()) +
                    ": attention: expected 'self' or 'cross', found '" + attention + "'");
      if (entry.contains("pair")) sample.pair = entry.at("pair").get<std::string>();
      if (entry.contains("picture")) sample.picture = file.parent_path() / entry.at("picture").get<std::string>();
      if (entry.contains("token")) sample.token = entry.at("token").get<Index>();
      sample.written = entry.value("written", std::string());
      samples.push_back(std::move(sample));
    }
  } catch (const nlohmann::json::exception& error) {
    throw Error(file.string() + ": sample " + std::to_string(samples.size()) + ": " + error.what());
  }
  return samples;
}

std::vector<Sample> builtInSamples() { return readSamples(resourceFolder() / "samples" / "samples.json"); }

std::vector<Sample> fiveThings() { return readSamples(resourceFolder() / "samples" / "five_things.json"); }

QString sampleTitle(const Sample& sample) { return QCoreApplication::translate("Samples", sample.title.c_str()); }

QString sampleShows(const Sample& sample) { return QCoreApplication::translate("Samples", sample.shows.c_str()); }

WorkspaceState stateOf(const Sample& sample, const std::vector<PanelState>& panels) {
  WorkspaceState state;
  state.model = findModel(sample.model);
  state.text = sample.text;
  state.pair = sample.pair;
  state.head = sample.head;
  state.token = sample.token;
  if (!sample.picture.empty()) state.pictures.push_back(openImage(sample.picture));
  if (!sample.written.empty()) {
    std::vector<std::int64_t> ids;
    for (const Token& token : Tokenizer::open(state.model)->encode(sample.written, {}, false).tokens)
      ids.push_back(token.id);
    state.continuation = std::move(ids);
  }
  for (const PanelState& panel : panelsFor(!sample.picture.empty(), panels)) {
    state.panels.push_back(sample.cross ? lookingAtSource(panel) : lookingAtItself(panel));
    state.panels.back().zoom = {};
  }
  return state;
}

namespace {

/// The first sample of a built-in model; none where it has none.
std::optional<WorkspaceState> firstOf(const ModelLocation& model) {
  for (const Sample& sample : builtInSamples())
    if (sample.model == model.name) return stateOf(sample, openingPanels());
  return std::nullopt;
}

}  // namespace

WorkspaceState openingState() {
  const std::vector<ModelLocation> models = builtInModels();
  if (models.empty())
    throw Error((resourceFolder() / "models").string() + ": expected the built-in models, found none");
  if (auto state = firstOf(models.front())) return *std::move(state);
  throw Error("samples: expected one for the model '" + models.front().name + "', found none");
}

WorkspaceState openingState(const std::filesystem::path& model) {
  for (const ModelLocation& location : builtInModels())
    if (std::error_code error; std::filesystem::equivalent(location.folder, model, error))
      if (auto state = firstOf(location)) return *std::move(state);
  WorkspaceState state = openingState();
  state.model = model;
  state.pair.reset();
  return state;
}

}  // namespace headlight
