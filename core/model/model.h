#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/attention/trace.h"
#include "core/base/progress.h"
#include "core/model/head_kind.h"
#include "core/text/encoding.h"

namespace headlight {

/// What a person wants to know of a model; the numbers are those of its config.json and its weights.
struct ModelInfo {
  std::string name;  ///< The folder's name.
  std::filesystem::path folder;
  std::string family;        ///< "bert", "gpt2", "llama", …
  std::string architecture;  ///< "LlamaForCausalLM"
  HeadKind head = HeadKind::None;
  int layers = 0;
  int heads = 0;
  int kvHeads = 0;
  Index dHead = 0;
  Index width = 0;
  Index vocabulary = 0;
  Index maxPositions = 0;            ///< 0 when the model sets no limit.
  bool positionsAreLearned = false;  ///< Then more tokens than maxPositions are impossible; otherwise only untrained.
  std::string positions;             ///< "learned", "rotary", "ALiBi", …
  std::vector<std::string> labels;   ///< Class names, for the classification heads.
  std::int64_t parameters = 0;
  std::string numberFormat;          ///< "F32", "BF16", …
  std::vector<std::string> remarks;  ///< What is unusual, a sentence each.
};

/// What a run shall compute beside attention and hidden states.
struct RunOptions {
  bool logits = true;
  Progress progress;
};

/// Weights and the description of one transformer. Immutable; several threads may run it.
class Model {
 public:
  /// Opens a folder in the Hugging Face layout; throws Error (what, where, expected, found) or Cancelled.
  static std::shared_ptr<const Model> open(const std::filesystem::path& folder, const Progress& progress = {});
  ~Model();

  const ModelInfo& info() const;
  /// Runs the model over the tokens; throws Error for an empty input, ids outside the vocabulary or too many positions.
  std::shared_ptr<const Trace> run(const Encoding& encoding, const RunOptions& options = {}) const;

 private:
  struct Parts;
  explicit Model(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> m_parts;
};

}  // namespace headlight
