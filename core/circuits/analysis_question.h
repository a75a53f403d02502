#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/attention/trace.h"
#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/intervention/token_set.h"
#include "core/io/named_tensor.h"
#include "core/model/model.h"

namespace headlight {

class LensFile;

/// The number that is watched: the logit of one outcome, or its difference to another's, at a row of a run's logits.
struct LogitMetric {
  Index row = 0;
  std::int64_t target = 0;
  std::optional<std::int64_t> against = {};
};

/// One score of a run: a query of a head looks at a key.
struct ScoreCell {
  HeadId head;
  Index query = 0, key = 0;
};

/// Noise that takes away what a text says about a subject.
struct SubjectNoise {
  std::vector<Index> tokens = {};  ///< Of the subject; empty where none is named.
  double deviations = 3;           ///< Standard deviations of the numbers in the text's token vectors.
  int draws = 10;
  std::uint64_t seed = 0;
  int window = 10;  ///< So many layers around one in which outputs of sublayers are restored together.
};

/// What only some methods ask.
struct AnalysisSettings {
  int top = 5;  ///< Outcomes or pairs of a list.
  std::vector<ScoreCell> cells = {};
  std::vector<HeadId> heads = {};                         ///< Of a choice; empty for what the method takes without one.
  std::vector<std::string> values = {};                   ///< Names of what is put in, or of variants; empty for all.
  std::vector<std::string> senders = {}, receivers = {};  ///< Nodes by name; empty for all.
  double faithfulness = 0.85;  ///< Of a circuit: the part of the difference between A and B that it has to reach.
  SubjectNoise noise = {};
  std::shared_ptr<const LensFile> lens = {};  ///< Of a logit lens: maps from a file; null for the stream as it is.
  bool logProbability = false;  ///< Of gradients: ln p of the target is watched, in place of a logit.

  /// Whether `values` chooses a name.
  bool wants(std::string_view value) const {
    return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
  }
};

/// What a method found: tensors named as its reference data are.
using Findings = std::vector<NamedTensor>;

/// What is asked of a model that has read a text A, or two of as many tokens, A and B. Always the run is A, and
/// something of B is put into it.
struct AnalysisQuestion {
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Trace> a, b = nullptr;  ///< Runs with logits; null where the method needs none.
  LogitMetric metric = {};
  AnalysisSettings settings = {};
  Progress progress = {};
  /// Called by long methods with what is found so far, NaN where there is nothing yet; null for nobody.
  std::function<void(const Findings&)> partial = {};

  /// Throws Error for a model of stages, which no method follows from one to the next.
  const Model& theModel() const;
  Index tokens() const { return static_cast<Index>(a->encoding.size()); }
};

/// Axes of findings: layers, heads (the most that a layer has), key/value heads, and the tokens of a run, by their
/// texts with their numbers before them ("3 cat").
TensorAxis layerAxis(const Model& model);
TensorAxis headAxis(const Model& model);
TensorAxis keyHeadAxis(const Model& model);
TensorAxis tokenAxis(const Trace& trace, const char* name = "token");

/// Throws Error that begins with `what` where there is no text B, or it has not as many tokens as A.
void checkSameLength(const char* what, const AnalysisQuestion& question);

/// The heads of self-attention that a set names; throws Error for those that the model lacks, and for cross-attention.
std::vector<HeadId> headsOf(const HeadSet& set, const Model& model);
/// All heads of self-attention, layer by layer.
std::vector<HeadId> allHeads(const Model& model);

/// Throws Error that begins with `what` and says which part of the model the method does not cover.
[[noreturn]] void refuse(const char* what, const Model& model, const std::string& reason);

}  // namespace headlight
