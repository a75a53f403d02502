#include "ui/reading/engine.h"
#include "ui/words.h"

#include <unistd.h>

#include <algorithm>

#include "core/analysis/answer_change.h"
#include "core/analysis/effect.h"
#include "core/attention/lenses/row_lenses.h"
#include "core/attention/trace_maps.h"
#include "core/base/bytes_text.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/generation/generation.h"
#include "core/intervention/grammar.h"
#include "core/intervention/layer_edits.h"
#include "core/io/stored_attention.h"
#include "core/model/image_reader.h"
#include "core/model/model_folder.h"
#include "core/reading/draws.h"
#include "core/reading/input.h"
#include "core/text/tokenizer.h"
#include "ui/reading/token_ids.h"

namespace headlight {
namespace {

constexpr int kAnswers = 6;
/// Masks or tokens whose predictions are listed; more would not be read.
constexpr std::size_t kPlaces = 6;

/// Refuses a model whose weights cannot fit into the machine's memory.
void checkMemory(const std::filesystem::path& folder) {
  const double needed = static_cast<double>(estimateMemory(folder).residentBytes);
  const double installed = static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
  if (needed > installed)
    throw Error(Words::tr("model '%1': needs about %2 of memory, this machine has %3")
                    .arg(QString::fromStdString(folder.filename().string()), QString::fromStdString(bytesText(needed)),
                         QString::fromStdString(bytesText(installed)))
                    .toStdString());
}

/// Attention in a file stands where a model would.
LoadedModel openStored(const std::filesystem::path& file) {
  LoadedModel loaded;
  auto stored = std::make_shared<const StoredAttention>(openStoredAttention(file));
  loaded.info.name = file.filename().string();
  loaded.info.folder = file;
  loaded.info.layers = stored->maps->layers();
  loaded.info.heads = stored->maps->heads();
  loaded.info.remarks = stored->remarks;
  loaded.stored = std::move(stored);
  return loaded;
}

/// What a file holds as the result of a reading.
RunResult storedReading(const RunRequest& request) {
  const StoredAttention& stored = *request.model->stored;
  stored.check();
  RunResult result;
  result.maps = stored.maps;
  result.context.modelName = QString::fromStdString(stored.model);
  result.context.text = QString::fromStdString(stored.text);
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
  for (std::size_t i = 0; i < request.changes.size(); ++i)
    result.misfits.push_back({i, Words::tr("%1 contains only attention; there is no model to change.")
                                     .arg(QString::fromStdString(request.model->info.name))
                                     .toStdString()});
  return result;
}

LoadedModel open(const std::filesystem::path& folder, const Progress& progress) {
  if (isFile(storedPlace(folder).file)) return openStored(folder);
  checkMemory(folder);
  const ModelFolder opened = openModelFolder(folder, progress);
  LoadedModel loaded;
  loaded.info = opened.model->info();
  loaded.info.name = opened.name;
  loaded.info.remarks = opened.remarks;
  loaded.model = opened.model;
  loaded.tokenizer = opened.tokenizer;
  loaded.targetTokenizer = opened.targetTokenizer;
  loaded.images = opened.images;
  const QString tokenizer = opened.images      ? Words::tr("none: this model reads images")
                            : opened.tokenizer ? Words::tr("%1 tokens").arg(opened.tokenizer->vocabularySize())
                                               : Words::tr("none: token ids only");
  loaded.tokenizerName = tokenizer.toStdString();
  return loaded;
}

/// What stands over the answers at a row of the logits.
QString placeTitle(HeadKind head, const Encoding& encoding, Index row) {
  if (head == HeadKind::CausalLm) return Words::tr("Predicted next");
  if (head == HeadKind::SequenceClassification) return Words::tr("Classes");
  const Token& token = encoding.tokens[static_cast<std::size_t>(row)];
  return (head == HeadKind::MaskedLm ? Words::tr("Prediction for “%1” (token %2)") : Words::tr("Class of “%1” (token %2)"))
      .arg(QString::fromStdString(token.display), QString::number(row));
}

/// What the model says where it answers by itself; nothing without a head or a mask.
std::vector<PredictionGroup> predict(const Trace& trace, const LoadedModel& model) {
  std::vector<PredictionGroup> groups;
  if (!answerRow(modelFolder(model), trace, {})) return groups;
  for (const Index row : answerRows(model.info, trace, model.tokenizer.get())) {
    if (groups.size() == kPlaces) break;
    PredictionGroup group{placeTitle(model.info.head, trace.encoding, row).toStdString(), {}};
    for (const Prediction& prediction : answersAt(modelFolder(model), trace, row, kAnswers))
      group.answers.push_back({prediction.text, prediction.probability, prediction.value});
    groups.push_back(std::move(group));
  }
  return groups;
}

/// The changes of `request` that fit, with their other texts read; `misfits` gets the others.
std::vector<Intervention> fitting(const RunRequest& request, const Encoding& encoding, const Progress& progress,
                                  std::vector<Misfit>& misfits) {
  const LoadedModel& model = *request.model;
  InterventionPlace place;
  place.tokens = &encoding.tokens;
  place.pixels = encoding.pixels.get();
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

/// The text with what an encoder–decoder model makes of it, the likeliest token each time.
RunResult written(const RunRequest& request, const Encoding& source, const QString& caption, Answers answers,
                  const Progress& progress) {
  GenerationOptions options;
  options.tokens = kMostWritten;
  options.alternatives = 1;
  options.progress = progress.slice(0.1, 0.95);
  std::vector<Misfit> misfits;
  const Encoding start = decoderStart(modelFolder(*request.model));
  if (!request.changes.empty()) options.interventions = fitting(request, start, progress.slice(0, 0.1), misfits);
  const Generation made = generate(modelFolder(*request.model), source, options);
  RunResult result = resultOf(request, {made.trace, made.trace, {}}, caption, answers, options.interventions);
  result.misfits = std::move(misfits);
  result.written = made.first;
  if (made.end == Generation::End::Length)
    result.warning = Words::tr("Stopped after %1 tokens; the model would continue.").arg(kMostWritten).toStdString();
  progress(1, "reading");
  return result;
}

RunResult run(const RunRequest& request, Answers answers, const std::shared_ptr<const RunResult>& like,
              const Progress& progress) {
  const LoadedModel& model = *request.model;
  if (model.stored) return storedReading(request);
  if (model.images) {
    if (!request.image)
      throw Error(Words::tr("model '%1' reads images: open one, or drop it on the window")
                      .arg(QString::fromStdString(model.info.name))
                      .toStdString());
    return encodingRead(request, model.images->encode(*request.image), QString::fromStdString(request.imageName),
                        answers, like, progress);
  }
  QString caption = QString::fromStdString(readsIds(model) ? request.ids : request.text);
  if (request.pair && !readsIds(model)) caption += QStringLiteral(" / ") + QString::fromStdString(*request.pair);
  Reading reading = readingFor(model, request);
  if (model.info.encoderLayers > 0 && !reading.target)
    return written(request, reading.encoding, caption, answers, progress);
  RunResult result =
      encodingRead(request, reading.encoding, caption, answers, like, progress, std::move(reading.target));
  result.written = reading.written;
  return result;
}

/// The ids that a person typed; throws Error in the window's language.
std::vector<std::int64_t> typedIds(const std::string& typed) {
  try {
    return idsIn(typed);
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

ModelFolder modelFolder(const LoadedModel& model) {
  return {model.info.folder, model.info.name, model.model, model.tokenizer, model.targetTokenizer, model.images};
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

Reading readingFor(const LoadedModel& model, const RunRequest& request) {
  Reading reading;
  if (readsIds(model)) {
    reading.encoding = encodingOfIds(typedIds(request.ids), nullptr);
    reading.written = static_cast<Index>(reading.encoding.size());
    return reading;
  }
  const bool twoStacks = model.info.encoderLayers > 0;
  const auto pair = request.pair && !twoStacks ? std::optional<std::string_view>(*request.pair) : std::nullopt;
  reading.encoding = model.tokenizer->encode(request.text, pair);
  if (twoStacks && (request.pair || !request.continuation.empty()))
    reading.target =
        request.pair ? targetEncoding(modelFolder(model), *request.pair) : decoderStart(modelFolder(model));
  Encoding& last = reading.target ? *reading.target : reading.encoding;
  reading.written = static_cast<Index>(last.size());
  for (const std::int64_t id : request.continuation) {
    last.tokens.push_back(tokenOfId(id, modelFolder(model).writer()));
    last.tokens.back().sequence = 0;
  }
  return reading;
}

RunResult encodingRead(const RunRequest& request, const Encoding& encoding, const QString& caption, Answers answers,
                       const std::shared_ptr<const RunResult>& like, const Progress& progress,
                       std::optional<Encoding> target) {
  const LoadedModel& model = *request.model;
  progress(0.05, "reading");
  RunOptions options;
  options.logits = answers == Answers::Wanted;
  std::vector<Misfit> misfits;
  if (!request.changes.empty()) {
    options.interventions = fitting(request, target ? *target : encoding, progress.slice(0.05, 0.1), misfits);
  }
  if (like && like->request.model && like->request.model->model == model.model) options.from = like->trace;
  options.target = std::move(target);
  options.progress = progress.slice(0.1, 0.95);
  RunResult result =
      resultOf(request, runDraws(*model.model, encoding, options), caption, answers, options.interventions);
  result.misfits = std::move(misfits);
  const auto limit = static_cast<std::size_t>(model.info.maxPositions);
  if (limit > 0 && encoding.size() > limit)
    result.warning = Words::tr("The text has %1 tokens; the model was trained on up to %2. Results beyond that are "
                               "unreliable.")
                         .arg(encoding.size())
                         .arg(limit)
                         .toStdString();
  progress(1, "reading");
  return result;
}

RunResult resultOf(const RunRequest& request, DrawnRun run, const QString& caption, Answers answers,
                   const std::vector<Intervention>& changes) {
  const LoadedModel& model = *request.model;
  const auto read = [&](AttentionType type) {
    RunResult::Beside attention{std::make_shared<TraceMaps>(run.trace, type), contextOf(*run.trace, caption, type)};
    attention.context.modelName = QString::fromStdString(model.info.name);
    attention.context.changed = QString::fromStdString(textOf(changes));
    return attention;
  };
  RunResult result;
  RunResult::Beside self = read(AttentionType::Self);
  result.maps = std::move(self.maps);
  result.context = std::move(self.context);
  result.written = static_cast<Index>(run.trace->encoding.size());
  if (run.trace->source)
    for (const AttentionType type : {AttentionType::Cross, AttentionType::Source}) result.beside[type] = read(type);
  if (answers == Answers::Wanted) result.predictions = predict(*run.trace, model);
  result.trace = std::move(run.trace);
  result.deviation = std::move(run.deviation);
  return result;
}

Engine coreEngine(Answers answers) {
  return {open, [answers](const RunRequest& request, const std::shared_ptr<const RunResult>& like,
                          const Progress& progress) { return run(request, answers, like, progress); }};
}

}  // namespace headlight
