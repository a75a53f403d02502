#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/methods.h"
#include "core/attention/attention_maps.h"
#include "core/base/progress.h"
#include "core/model/model.h"
#include "ui/figures/attention_context.h"

namespace headlight {

struct DrawnRun;
struct ModelFolder;
class ImageReader;
struct RgbImage;
struct StoredAttention;
class Tokenizer;

/// A model that is ready to read text, or attention from a file: what something else computed is looked at like a
/// reading, whatever the text, and has no model to ask or to change.
struct LoadedModel {
  ModelInfo info;  ///< Of a file: its name, its place, layers and heads.
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Tokenizer> tokenizer;             ///< Null when the folder has none.
  std::string tokenizerName;                              ///< What the model sheet says of it.
  std::shared_ptr<const Tokenizer> targetTokenizer = {};  ///< ModelFolder::targetTokenizer.
  std::shared_ptr<const StoredAttention> stored = {};     ///< With it there is neither model nor tokenizer.
  std::shared_ptr<const ImageReader> images = {};         ///< Null for a model that reads text.
};

/// The same as core's functions take it.
ModelFolder modelFolder(const LoadedModel& model);

/// What a model is asked to read.
struct RunRequest {
  std::shared_ptr<const LoadedModel> model;
  std::string text;                      ///< UTF-8.
  std::optional<std::string> pair = {};  ///< The second text; of an encoder–decoder model, what its decoder reads.
  std::vector<std::int64_t> continuation = {};  ///< Ids behind the text, or behind what a decoder begins with.
  std::vector<Intervention> changes = {};       ///< What is changed in the model; those that do not fit are left out.
  std::vector<Method> methods = {};             ///< What else is computed of the run than its weights, in their order.
  std::shared_ptr<const RgbImage> image = {};   ///< In place of texts, for a model that reads images.
  std::string imageName = {};                   ///< What a caption calls it.
  std::string ids = {};                         ///< As typed, in place of texts, for a model without a tokenizer.

  /// Whether there is nothing to read for the model.
  bool isEmpty() const { return model && model->info.readsImages() ? !image : text.empty() && ids.empty(); }
  bool operator==(const RunRequest&) const = default;
};

/// The same reading for its weights alone, and of the model as it is.
RunRequest weightsOf(RunRequest request);
RunRequest plainOf(RunRequest request);

/// A change that was left out of a reading.
struct Misfit {
  std::size_t change = 0;  ///< Its number in RunRequest::changes.
  std::string why;
};

/// Likely answers of a model at one place, best first.
struct PredictionGroup {
  struct Answer {
    std::string label;
    double probability = 0;
    std::optional<double> value = {};  ///< Of a regression, which has no probability.
  };
  std::string title;  ///< "Predicted next", "Mask at token 4", "Classes".
  std::vector<Answer> answers;
};

/// What a method says of a run.
struct MethodReading {
  std::shared_ptr<const AttentionMaps> maps;  ///< Null where the method has a limit.
  std::string why;                            ///< That limit, in a sentence.
};

/// What the window shows of one run.
struct RunResult {
  std::shared_ptr<const AttentionMaps> maps;
  AttentionContext context;
  std::vector<PredictionGroup> predictions;
  std::string warning;  ///< One sentence, or empty.
  /// What the maps are computed from, its logits the mean over the draws of a dropout; null where the maps have no run.
  std::shared_ptr<const Trace> trace;
  /// The other attention of an encoder–decoder model.
  struct Beside {
    std::shared_ptr<const AttentionMaps> maps;
    AttentionContext context;
  };
  std::map<AttentionType, Beside> beside;
  /// The first token of the run that the model wrote and did not read; the number of tokens where there is none.
  Index written = 0;
  Logits deviation;             ///< Standard deviation of each probability over the draws; empty for one draw.
  std::vector<Misfit> misfits;  ///< Changes that were left out.
  /// What RunRequest::methods came to.
  std::map<Method, MethodReading> methods;
  RunRequest request;  ///< What was asked; readingOf() notes it.
};

/// All that the window asks of core, as two functions: a test puts others in their place. They are called in a job's
/// thread, report through Progress, and throw Error or Cancelled.
struct Engine {
  std::function<LoadedModel(const std::filesystem::path& folder, const Progress&)> open;
  /// `like` is an earlier result of the same model without changes, from which may be taken what the text and the
  /// changes leave alone: the tokens that both texts begin with, and the layers before a change; may be null.
  std::function<RunResult(const RunRequest&, const std::shared_ptr<const RunResult>& like, const Progress&)> run;
};

/// Results that may spare work.
struct KnownResults {
  std::shared_ptr<const RunResult> like;  ///< Of the same model, without changes; may be null.
  std::shared_ptr<const RunResult> same;  ///< Of the same reading as it was asked before; may be null.
};
/// Runs `request`, computes its methods, and notes it in the result. What is known already is taken from `known`.
RunResult readingOf(const Engine& engine, const RunRequest& request, const KnownResults& known,
                    const Progress& progress);

/// Whether pictures are all that is wanted, or also what the model says.
enum class Answers { Wanted, Spared };

/// What `request` has `model` read: the text, of an encoder–decoder model as its source, and for that model the target,
/// both with the continuation. An encoder–decoder model without a target and a continuation has none: it shall write.
struct Reading {
  Encoding encoding;
  std::optional<Encoding> target;
  Index written = 0;  ///< The first token of the continuation in what the model says the next token of.
};
Reading readingFor(const LoadedModel& model, const RunRequest& request);

/// So many tokens an encoder–decoder model writes of itself.
inline constexpr Index kMostWritten = 64;

/// `encoding` read as `request` says, its text aside; `caption` stands for the text.
RunResult encodingRead(const RunRequest& request, const Encoding& encoding, const QString& caption, Answers answers,
                       const std::shared_ptr<const RunResult>& like, const Progress& progress,
                       std::optional<Encoding> target = {});

/// What a run of the request's model shows; captions name the `changes` that it was read with.
RunResult resultOf(const RunRequest& request, DrawnRun run, const QString& caption, Answers answers,
                   const std::vector<Intervention>& changes);

/// The real one.
Engine coreEngine(Answers answers = Answers::Wanted);

}  // namespace headlight
