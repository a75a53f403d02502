#include "ui/workspace/engine.h"

#include <unistd.h>

#include "core/analysis/effect.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "core/intervention/layer_edits.h"
#include "core/model/model_folder.h"
#include "core/model/predictions.h"
#include "core/text/tokenizer.h"

namespace headlight {
namespace {

constexpr int kAnswers = 6;
/// Masks or tokens whose predictions are listed; more would not be read.
constexpr std::size_t kPlaces = 6;

std::string gigabytes(double bytes) {
  const QString text = QString::number(bytes / 1e9, 'f', bytes < 1e9 ? 2 : 1);
  return text.toStdString() + " GB";
}

/// Refuses a model whose weights cannot fit into the machine's memory.
void checkMemory(const std::filesystem::path& folder) {
  const double needed = static_cast<double>(estimateMemory(folder).residentBytes);
  const double installed = static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
  if (needed > installed)
    throw Error("model '" + folder.filename().string() + "': needs about " + gigabytes(needed) +
                " of memory, this machine has " + gigabytes(installed));
}

LoadedModel open(const std::filesystem::path& folder, const Progress& progress) {
  checkMemory(folder);
  const ModelFolder opened = openModelFolder(folder, progress);
  LoadedModel loaded;
  loaded.info = opened.model->info();
  loaded.info.name = opened.name;
  loaded.model = opened.model;
  loaded.tokenizer = opened.tokenizer;
  loaded.tokenizerName = opened.tokenizer ? std::to_string(opened.tokenizer->vocabularySize()) + " tokens"
                                          : "none: this folder reads token ids only";
  return loaded;
}

PredictionGroup group(std::string title, const std::vector<Prediction>& predictions) {
  PredictionGroup group{std::move(title), {}};
  for (const Prediction& prediction : predictions) {
    if (group.answers.size() == kAnswers) break;
    group.answers.push_back({prediction.text, prediction.probability});
  }
  return group;
}

std::vector<PredictionGroup> placeGroups(const std::vector<PositionPredictions>& places, const Encoding& encoding,
                                         const std::string& what) {
  std::vector<PredictionGroup> groups;
  for (const PositionPredictions& place : places) {
    if (groups.size() == kPlaces) break;
    const Token& token = encoding.tokens[static_cast<std::size_t>(place.position)];
    groups.push_back(
        group(what + " “" + token.display + "” (token " + std::to_string(place.position) + ")", place.top));
  }
  return groups;
}

std::vector<PredictionGroup> predict(const Trace& trace, const LoadedModel& model) {
  const Tokenizer* tokenizer = model.tokenizer.get();
  switch (model.info.head) {
    case HeadKind::CausalLm:
      return {
          group("Next token", nextTokens(trace, static_cast<Index>(trace.encoding.size()) - 1, kAnswers, tokenizer))};
    case HeadKind::MaskedLm:
      if (const auto mask = tokenizer ? tokenizer->maskId() : std::nullopt)
        return placeGroups(maskedTokens(trace, *mask, kAnswers, tokenizer), trace.encoding, "In place of");
      return {};
    case HeadKind::SequenceClassification:
      return {group("Classes", classes(trace, model.info))};
    case HeadKind::TokenClassification:
    case HeadKind::ReplacedTokenDetection:
      return placeGroups(tokenLabels(trace, model.info), trace.encoding, "Class of");
    case HeadKind::None:
      break;
  }
  return {};
}

/// Maps and their context, as far as a trace tells.
RunResult resultOf(const std::shared_ptr<const Trace>& trace, const LoadedModel& model, const QString& caption) {
  RunResult result;
  result.maps = std::make_shared<TraceMaps>(trace);
  result.context = contextOf(*trace, caption);
  result.context.modelName = QString::fromStdString(model.info.name);
  return result;
}

/// The changes of `request` that fit, with their other texts read; `misfits` gets the others.
std::vector<Intervention> fitting(const RunRequest& request, const Encoding& encoding, const Progress& progress,
                                  std::vector<Misfit>& misfits) {
  const LoadedModel& model = *request.model;
  InterventionPlace place;
  place.tokens = &encoding.tokens;
  place.heads.assign(static_cast<std::size_t>(model.info.layers), model.info.heads);
  std::vector<Intervention> fit;
  for (std::size_t i = 0; i < request.changes.size(); ++i) {
    std::vector<Intervention> one = {request.changes[i]};
    try {
      runOtherTexts(one, modelFolder(model), progress);
      layerEdits(one, place);
      fit.push_back(std::move(one.front()));
    } catch (const Error& error) {
      misfits.push_back({i, error.what()});
    }
  }
  return fit;
}

RunResult run(const RunRequest& request, const std::shared_ptr<const RunResult>& like, const Progress& progress) {
  const LoadedModel& model = *request.model;
  if (!model.tokenizer)
    throw Error("model '" + model.info.name + "': expected a tokenizer to read text with, found none in its folder");
  const Encoding encoding = model.tokenizer->encode(
      request.text, request.pair ? std::optional<std::string_view>(*request.pair) : std::nullopt);
  progress(0.05, "reading");
  RunOptions options;
  std::vector<Misfit> misfits;
  if (!request.changes.empty()) {
    options.interventions = fitting(request, encoding, progress.slice(0.05, 0.1), misfits);
    if (like) options.from = like->trace;
  }
  options.progress = progress.slice(0.1, 0.95);
  DrawnRun run = runDraws(*model.model, encoding, options);
  const std::shared_ptr<const Trace> trace = run.trace;

  QString caption = QString::fromStdString(request.text);
  if (request.pair) caption += QStringLiteral(" / ") + QString::fromStdString(*request.pair);
  RunResult result = resultOf(trace, model, caption);
  if (!options.interventions.empty()) result.context.changed = QString::fromStdString(textOf(options.interventions));
  result.trace = trace;
  result.deviation = std::move(run.deviation);
  result.misfits = std::move(misfits);
  result.predictions = predict(*trace, model);
  const auto limit = static_cast<std::size_t>(model.info.maxPositions);
  if (limit > 0 && encoding.size() > limit)
    result.warning = "The text has " + std::to_string(encoding.size()) + " tokens, the model was trained on up to " +
                     std::to_string(limit) + ": what it does beyond them is not reliable.";
  progress(1, "reading");
  return result;
}

}  // namespace

ModelFolder modelFolder(const LoadedModel& model) {
  return {model.info.folder, model.info.name, model.model, model.tokenizer};
}

RunResult readingOf(const Engine& engine, const RunRequest& request, const std::shared_ptr<const RunResult>& like,
                    const Progress& progress) {
  RunRequest plain = request;
  plain.changes.clear();
  RunResult result = engine.run(request, like && like->request == plain ? like : nullptr, progress);
  result.request = request;
  return result;
}

RunResult encodingRead(const LoadedModel& model, const Encoding& encoding, const QString& caption,
                       const RunOptions& options) {
  return resultOf(model.model->run(encoding, options), model, caption);
}

Engine coreEngine() { return {open, run}; }

}  // namespace headlight
