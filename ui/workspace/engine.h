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

class Tokenizer;

/// A model that is ready to read text.
struct LoadedModel {
  ModelInfo info;
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Tokenizer> tokenizer;  ///< Null when the folder has none.
  std::string tokenizerName;                   ///< What the model sheet says of it.
};

/// What a model is asked to read.
struct RunRequest {
  std::shared_ptr<const LoadedModel> model;
  std::string text;                 ///< UTF-8, not empty.
  std::optional<std::string> pair;  ///< The second text.
  bool operator==(const RunRequest&) const = default;
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
  RunRequest request;   ///< What was asked; readingOf() notes it.
};

/// All that the window asks of core, as two functions: a test puts others in their place. They are called in a job's
/// thread, report through Progress, and throw Error or Cancelled.
struct Engine {
  std::function<LoadedModel(const std::filesystem::path& folder, const Progress&)> open;
  std::function<RunResult(const RunRequest&, const Progress&)> run;
};

/// Runs `request` and notes it in the result.
RunResult readingOf(const Engine& engine, const RunRequest& request, const Progress& progress);

/// `encoding` read by `model`, with `caption` as the text: maps and context alone.
RunResult encodingRead(const LoadedModel& model, const Encoding& encoding, const QString& caption,
                       const RunOptions& options);

/// The real one.
Engine coreEngine();

}  // namespace headlight
