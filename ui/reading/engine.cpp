#include "ui/reading/engine.h"
#include "ui/words.h"

#include <unistd.h>

#include <QStringList>

#include <algorithm>

#include "core/analysis/effect.h"
#include "core/analysis/expert_use.h"
#include "core/analysis/prediction_change.h"
#include "core/attention/lenses/row_lenses.h"
#include "core/base/bytes_text.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/generation/generation.h"
#include "core/intervention/grammar.h"
#include "core/io/stored_attention.h"
#include "core/model/model_folder.h"
#include "core/model/model_source.h"
#include "core/text/tokenizer.h"

namespace headlight {
namespace {

constexpr int kAnswers = 6;

/// Refuses a model whose weights cannot fit into the machine's memory.
void checkMemory(const std::filesystem::path& folder) {
  const double needed = static_cast<double>(estimateMemory(modelSourceAt(folder)).residentBytes);
  const double installed = static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
  if (needed > installed)
    throw Error(Words::tr("model '%1': needs about %2 of memory, this machine has %3")
                    .arg(QString::fromStdString(folder.filename().string()), QString::fromStdString(bytesText(needed)),
                         QString::fromStdString(bytesText(installed)))
                    .toStdString());
}

Source open(const std::filesystem::path& path, const Progress& progress) {
  if (!namesAttentionFile(path)) checkMemory(path);
  return openSource(path, progress);
}

/// What stands over the answers at a row of the logits.
QString placeTitle(OutputHeadKind head, const Encoding& encoding, Index row) {
  if (head == OutputHeadKind::CausalLm) return Words::tr("Predicted next");
  if (head == OutputHeadKind::SequenceClassification) return Words::tr("Classes");
  const Token& token = encoding.tokens[static_cast<std::size_t>(row)];
  return (head == OutputHeadKind::MaskedLm ? Words::tr("Prediction for “%1” (token %2)")
                                           : Words::tr("Class of “%1” (token %2)"))
      .arg(QString::fromStdString(token.display), QString::number(row));
}

/// Masks or tokens whose predictions are listed; more would not be read.
constexpr std::size_t kPlaces = 6;

/// What the model says where it answers by itself; nothing without a head or a mask.
std::vector<PredictionGroup> predict(const Trace& trace, const Source& model) {
  std::vector<PredictionGroup> groups;
  if (!answerRow(model, trace, {})) return groups;
  for (const Index row : answerRows(model.info, trace, model.tokenizer.get())) {
    if (groups.size() == kPlaces) break;
    PredictionGroup group{placeTitle(model.info.head, trace.encoding, row).toStdString(), {}};
    for (const Prediction& prediction : answersAt(model, trace, row, kAnswers))
      group.answers.push_back({prediction.text, prediction.probability, prediction.value});
    groups.push_back(std::move(group));
  }
  return groups;
}

/// What a file says beside its attention.
void takeStored(const Source& source, RunResult& result) {
  const StoredAttention& stored = *source.stored;
  result.context.modelName = QString::fromStdString(stored.model);
  result.context.visibility = stored.visibility;
  result.context.headsOfGroup = stored.headsOfGroup;
  const std::vector<Token>& keys = stored.maps->keyTokens();
  const bool causal = stored.visibility.front().causal;
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (causal ? i == 0 : keys[i].special) result.context.sinkColumns.push_back(static_cast<Index>(i));
  for (const StoredPrediction& prediction : stored.predictions) {
    PredictionGroup& group = result.predictions.emplace_back();
    group.title = prediction.title;
    for (const auto& [text, probability] : prediction.answers) group.answers.push_back({text, probability, {}});
  }
  for (const std::string& remark : stored.remarks) result.warning += (result.warning.empty() ? "" : " ") + remark;
  for (RejectedChange& misfit : result.misfits)
    misfit.why = Words::tr("%1 contains only attention; there is no model to change.")
                     .arg(QString::fromStdString(source.name))
                     .toStdString();
}

/// What there is to say of a reading by `model`, in one sentence; empty for nothing.
QString warningOf(const Source& model, const Reading& reading) {
  if (reading.generation && reading.generation->end == Generation::StopReason::MaxTokens)
    return Words::tr("Stopped after %1 tokens; the model would continue.").arg(reading.generation->steps.size());
  if (!reading.missedTurns.empty()) {
    QStringList turns;
    for (const int turn : reading.missedTurns) turns << QString::number(turn + 1);
    return Words::tr(
               "The chat template does not write what turn %1 says as it is; tokens made of it count as the "
               "template's.")
        .arg(turns.join(QStringLiteral(", ")));
  }
  if (!reading.remarks.empty()) {
    QStringList remarks;
    for (const std::string& remark : reading.remarks) remarks << QString::fromStdString(remark);
    return remarks.join(u' ');
  }
  const Trace& read = reading.trace->source && !reading.trace->source->pixels ? *reading.trace->source : *reading.trace;
  if (read.pixels) return {};
  const auto limit = static_cast<std::size_t>(model.info.maxPositions);
  if (limit == 0 || read.encoding.size() <= limit) return {};
  return Words::tr("The text has %1 tokens; the model was trained on up to %2. Results beyond that are unreliable.")
      .arg(read.encoding.size())
      .arg(limit);
}

RunResult resultOf(const Source& source, Reading reading) {
  const QString caption = QString::fromStdString(reading.caption);
  const auto contextOfType = [&](AttentionType type) {
    AttentionContext context = contextOf(*reading.trace, caption, type);
    context.modelName = QString::fromStdString(source.name);
    if (hasExperts(*reading.trace, type)) context.run = reading.trace;
    context.media = reading.media;
    context.changed = QString::fromStdString(textOf(reading.interventions));
    return context;
  };
  RunResult result;
  result.maps = reading.maps;
  result.written = reading.written;
  result.misfits = std::move(reading.misfits);
  if (source.stored) {
    result.context.text = caption;
    result.context.media = reading.media;
    takeStored(source, result);
    return result;
  }
  result.context = contextOfType(AttentionType::Self);
  for (const auto& [type, maps] : reading.others) result.beside[type] = {maps, contextOfType(type)};
  result.warning = warningOf(source, reading).toStdString();
  result.trace = std::move(reading.trace);
  result.deviation = std::move(reading.deviation);
  return result;
}

RunResult run(const RunRequest& request, ReadOptions how, const std::shared_ptr<const RunResult>& like,
              const Progress& progress) {
  const Source& model = *request.model;
  how.interventions = request.changes;
  how.progress = progress;
  if (like && like->request.model && like->request.model->model == model.model) how.resumeFrom = like->trace;
  try {
    RunResult result = resultOf(model, read(model, request.input, how));
    if (how.logits && result.trace) result.predictions = predict(*result.trace, model);
    return result;
  } catch (const NoIds& error) {
    throw Error(Words::tr("Token ids: expected whole numbers such as 101 2023 102, found “%1”.")
                    .arg(QString::fromStdString(error.found()))
                    .toStdString());
  }
}

/// Whether the rows of a method have no sum of their own: they are shown as parts of it.
bool isShownAsParts(Method method) {
  return method == Method::Norm || method == Method::NormSum || method == Method::NormResidual ||
         method == Method::ValueZeroing;
}

MethodReading methodReading(Method method, const RunResult& result, const RunRequest& request,
                            const Progress& progress) {
  if (!result.trace)
    return {nullptr, Words::tr("it needs a run of a model; the file contains only weights.").toStdString()};
  try {
    auto maps = attentionBy(method, AttentionType::Self, request.model->model, result.trace, progress);
    if (isShownAsParts(method)) maps = std::make_shared<RowSumMaps>(std::move(maps));
    return {std::move(maps), {}};
  } catch (const Error& error) {
    return {nullptr, error.what()};
  }
}

/// Computes the methods of `request` that `result` lacks, and forgets those that are not asked for any more.
void computeMethods(RunResult& result, const RunRequest& request, const Progress& progress) {
  std::erase_if(result.methods, [&](const auto& known) {
    return std::find(request.methods.begin(), request.methods.end(), known.first) == request.methods.end();
  });
  const auto count = static_cast<double>(request.methods.size());
  for (std::size_t i = 0; i < request.methods.size(); ++i) {
    const auto at = static_cast<double>(i);
    if (!result.methods.contains(request.methods[i]))
      result.methods[request.methods[i]] =
          methodReading(request.methods[i], result, request, progress.slice(at / count, (at + 1) / count));
  }
}

}  // namespace

RunRequest weightsOf(RunRequest request) {
  request.methods.clear();
  return request;
}

RunRequest plainOf(RunRequest request) {
  request.changes.clear();
  return weightsOf(std::move(request));
}

RunResult readingOf(const Engine& engine, const RunRequest& request, const KnownResults& known,
                    const Progress& progress) {
  RunResult result;
  double read = 0;
  if (known.same && weightsOf(known.same->request) == weightsOf(request)) {
    result = *known.same;
  } else {
    read = request.methods.empty() ? 1 : 0.5;
    const bool like = known.like && known.like->request.model == request.model && known.like->request.changes.empty();
    result = engine.run(request, like ? known.like : nullptr, progress.slice(0, read));
  }
  computeMethods(result, request, progress.slice(read, 1));
  if (request.model && request.model->model) request.model->model->checkFiles();
  result.request = request;
  return result;
}

Engine coreEngine(const ReadOptions& how) {
  return {open, [how](const RunRequest& request, const std::shared_ptr<const RunResult>& like,
                      const Progress& progress) { return run(request, how, like, progress); }};
}

}  // namespace headlight
