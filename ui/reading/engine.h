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
#include "core/reading/reader.h"
#include "ui/figures/attention_context.h"

namespace headlight {

/// What a model is asked to read.
struct RunRequest {
  std::shared_ptr<const Source> model;
  Input input;
  std::vector<Intervention> changes = {};  ///< What is changed in the model; those that do not fit are left out.
  std::vector<Method> methods = {};        ///< What else is computed of the run than its weights, in their order.

  /// Whether there is nothing to read for the model.
  bool isEmpty() const { return headlight::isEmpty(input); }
  bool operator==(const RunRequest&) const = default;
};

/// The same reading for its weights alone, and of the model as it is.
RunRequest weightsOf(RunRequest request);
RunRequest plainOf(RunRequest request);

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
  struct OtherAttention {
    std::shared_ptr<const AttentionMaps> maps;
    AttentionContext context;
  };
  std::map<AttentionType, OtherAttention> beside;
  /// The first token of the run that the model wrote and did not read; the number of tokens where there is none.
  Index written = 0;
  Logits deviation;             ///< Standard deviation of each probability over the draws; empty for one draw.
  std::vector<RejectedChange> misfits;  ///< Changes that were left out.
  /// What RunRequest::methods came to.
  std::map<Method, MethodReading> methods;
  RunRequest request;  ///< What was asked; readingOf() notes it.
};

/// All that the window asks of core, as two functions: a test puts others in their place. They are called in a job's
/// thread, report through Progress, and throw Error or Cancelled.
struct Engine {
  std::function<Source(const std::filesystem::path& folder, const Progress&)> open;
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

/// So many tokens an encoder–decoder model writes of itself.
inline constexpr Index kMostWritten = 64;

/// The real one. `how` says what a reading is made of, its interventions and where it begins aside.
Engine coreEngine(const ReadOptions& how = {.lenient = true});

}  // namespace headlight
