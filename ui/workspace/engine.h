#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/attention/attention_maps.h"
#include "core/base/progress.h"
#include "core/model/model.h"
#include "ui/figures/attention_context.h"

namespace headlight {

struct ModelFolder;
class Tokenizer;

/// A model that is ready to read text.
struct LoadedModel {
  ModelInfo info;
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Tokenizer> tokenizer;  ///< Null when the folder has none.
  std::string tokenizerName;                   ///< What the model sheet says of it.
};

/// The same as core's functions take it.
ModelFolder modelFolder(const LoadedModel& model);

/// What a model is asked to read.
struct RunRequest {
  std::shared_ptr<const LoadedModel> model;
  std::string text;                        ///< UTF-8, not empty.
  std::optional<std::string> pair = {};    ///< The second text.
  std::vector<Intervention> changes = {};  ///< What is changed in the model; those that do not fit are left out.
  bool operator==(const RunRequest&) const = default;
};

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
  };
  std::string title;  ///< "Next token", "Mask at token 4", "Classes".
  std::vector<Answer> answers;
};

/// What the window shows of one run.
struct RunResult {
  std::shared_ptr<const AttentionMaps> maps;
  AttentionContext context;
  std::vector<PredictionGroup> predictions;
  std::string warning;  ///< One sentence, or empty.
  /// What the maps are computed from, its logits the mean over the draws of a dropout; null where the maps have no run.
  std::shared_ptr<const Trace> trace;
  Matrix deviation;             ///< Standard deviation of each probability over the draws; empty for one draw.
  std::vector<Misfit> misfits;  ///< Changes that were left out.
  RunRequest request;           ///< What was asked; readingOf() notes it.
};

/// All that the window asks of core, as two functions: a test puts others in their place. They are called in a job's
/// thread, report through Progress, and throw Error or Cancelled.
struct Engine {
  std::function<LoadedModel(const std::filesystem::path& folder, const Progress&)> open;
  /// `like` is a result of the same request without its changes, from which what they leave alone may be taken; may be
  /// null.
  std::function<RunResult(const RunRequest&, const std::shared_ptr<const RunResult>& like, const Progress&)> run;
};

/// Runs `request` and notes it in the result; `like`, if it is of the same request without changes, spares work.
RunResult readingOf(const Engine& engine, const RunRequest& request, const std::shared_ptr<const RunResult>& like,
                    const Progress& progress);

/// `encoding` read by `model`, with `caption` as the text: maps and context alone.
RunResult encodingRead(const LoadedModel& model, const Encoding& encoding, const QString& caption,
                       const RunOptions& options);

/// The real one.
Engine coreEngine();

}  // namespace headlight
