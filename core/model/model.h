#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/attention/trace.h"
#include "core/base/progress.h"
#include "core/intervention/intervention.h"
#include "core/intervention/other_runs.h"
#include "core/model/generation_config.h"
#include "core/model/head_kind.h"
#include "core/model/model_input.h"

namespace headlight {

/// What a person wants to know of a model; the numbers are those of its config.json and its weights.
struct ModelInfo {
  std::string name;  ///< The folder's name.
  std::filesystem::path folder;
  std::string family;        ///< "bert", "gpt2", "llama", …
  std::string architecture;  ///< "LlamaForCausalLM"
  OutputHeadKind head = OutputHeadKind::None;
  int layers = 0;  ///< Of an encoder–decoder model, the decoder's; so are heads, widths and vocabulary.
  int heads = 0;
  int kvHeads = 0;
  Index dHead = 0;
  Index width = 0;
  Index vocabulary = 0;
  Index imageHeight = 0, imageWidth = 0;  ///< Pixels of what a vision model reads; 0 for one that reads text.
  Index patchHeight = 0, patchWidth = 0;
  bool hearsSound = false;           ///< Whether it, or its encoder, reads a sound in place of a text.
  bool readsPicturesInText = false;  ///< Whether its text may have pictures in it, or beside it.
  bool captions = false;             ///< Whether its encoder reads an image.
  /// Layers and heads of each stage of a model whose patches become fewer, first stage first; empty without stages.
  std::vector<std::array<int, 2>> stages;
  Index maxPositions = 0;            ///< 0 when the model sets no limit.
  bool positionsAreLearned = false;  ///< Then more tokens than maxPositions are impossible; otherwise only untrained.
  std::string positions;             ///< "learned", "rotary", "ALiBi", …
  int encoderLayers = 0, encoderHeads = 0;  ///< 0 for a model of one stack.
  std::vector<std::string> labels;          ///< Class names, for the classification heads.
  std::int64_t parameters = 0;
  std::string dtype;          ///< "F32", "BF16", …
  std::vector<std::string> remarks;  ///< What is unusual, a sentence each.

  bool readsImages() const { return imageHeight > 0; }
};

/// One attention of a model: which tokens look at which, and its heads.
struct ModelAttention {
  AttentionType type = AttentionType::Self;
  /// The stacks whose tokens look, and are looked at, each named by its self-attention.
  AttentionType queries = AttentionType::Self, keys = AttentionType::Self;
  std::vector<int> heads;  ///< Of each layer.
};

struct Architecture;
struct ModelSource;
struct Weights;

/// What a run shall compute beside attention and hidden states, and what shall be changed in it.
struct RunOptions {
  /// What the decoder of an encoder–decoder model has read so far; without it the token with which decoders begin.
  std::optional<Encoding> target;
  bool logits = true;  ///< Of each token only when they are looked at.
  Progress progress;
  std::vector<Intervention> interventions;  ///< Act in their order.
  OtherRuns others;                         ///< Of each other text and file that the interventions name.
  /// Called with the values at each site of each layer that is computed, of the tokens that are; null for nobody.
  std::function<void(const ValuePlace&, MatrixView)> watch = {};
  int draw = 0;                             ///< Which draw of a dropout.
  /// An earlier run of this model, with whatever interventions. Over the same tokens: layers before the first one in
  /// which the two differ are taken from it, bit for bit, and only the others are computed. Over other tokens: a causal
  /// model takes what the tokens that both begin with left in the layers up to one that changes them otherwise, and
  /// computes the other tokens alone; a model that looks ahead takes nothing. An encoder–decoder model also takes the
  /// encoder's run and the keys and values of cross-attention when the source is the same.
  std::shared_ptr<const Trace> resumeFrom;
  /// Bytes of memory that the trace may take; it lies in a scratch file when it needs more. 0: half of what is free.
  std::uint64_t memory = 0;
};

/// Weights and the description of one transformer. Immutable; several threads may run it.
class Model {
 public:
  /// Opens a model; throws Error (what, where, expected, found) or Cancelled.
  static std::shared_ptr<const Model> open(const ModelSource& source, const Progress& progress = {});
  /// The same of modelSourceAt(path).
  static std::shared_ptr<const Model> open(const std::filesystem::path& path, const Progress& progress = {});
  ~Model();

  const ModelInfo& info() const;
  /// How it generates, as its folder says.
  const GenerationConfig& generation() const;
  /// Runs the model over `input`, which an encoder–decoder model takes as the source; throws Error for an empty
  /// input, ids outside the vocabulary or too many positions. Throws Error also for interventions that do not fit, for
  /// a `from` of another model, and when neither memory nor the disk of scratchFolder() has room.
  std::shared_ptr<const Trace> run(const ModelInput& input, const RunOptions& options = {}) const;
  /// Runs the model again over what `trace` read, source and target.
  std::shared_ptr<const Trace> runAgain(const Trace& trace, RunOptions options) const;
  /// Whether runJointly() is there: for models of one stack that read text, and without experts, on processors whose
  /// products are the same whatever stands beside a row.
  bool runsJointly() const;
  /// Runs over several texts, at least one, in one pass, which is quicker for short ones: each as run() without logits
  /// does, to rounding, and to the same bits whatever the other texts are. Throws Error where run() would throw one for
  /// one of them.
  std::vector<std::shared_ptr<const Trace>> runJointly(const std::vector<Encoding>& texts) const;
  /// The output of one layer for the tokens from `first` on, [N - first, width], computed again from what it read in
  /// `trace`, with `edits` (null for none). Of the last layer it is the output before the final norm.
  Matrix layerOutput(const Trace& trace, int layer, std::shared_ptr<const LayerEdits> edits, Index first = 0) const;

  /// Throws Error when a file in which weights are used in place was cut off or written to since it was opened. Runs
  /// ask by themselves; who computes with weights() asks before the result is used.
  void checkFiles() const;
  /// The token with which the decoder of an encoder–decoder model begins; throws Error where the folder names none.
  std::int64_t decoderStart() const;
  /// The encoder of an encoder–decoder model as a model of its own, without a head: what reads the traces of sources.
  /// Null for a model of one stack.
  std::shared_ptr<const Model> encoder() const;
  /// The vision tower of a model that reads pictures in a text, likewise; null without one.
  std::shared_ptr<const Model> tower() const;
  /// The stage before the last one of a model of stages, likewise, whose own earlier() is the one before; null without
  /// one.
  std::shared_ptr<const Model> earlier() const;

  /// The attentions that its runs have, in the order of kAttentions.
  std::vector<ModelAttention> attentions() const;

  /// What the model is made of, for analyses that read weights.
  const Architecture& description() const;
  const Weights& weights() const;

 private:
  struct Parts;
  explicit Model(std::shared_ptr<const Parts> parts);
  std::shared_ptr<const Parts> m_parts;  ///< Shared with the logits of its traces.
};

}  // namespace headlight
