#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/attention/value_edit.h"
#include "core/base/attention_type.h"
#include "core/base/matrix.h"

namespace headlight {

struct Trace;

/// A site of a layer in one of a model's stacks, which is named by its self-attention.
struct ValuePlace {
  AttentionType stack = AttentionType::Self;
  int layer = 0;
  LayerSite site = LayerSite::Output;
  auto operator<=>(const ValuePlace&) const = default;
};

/// What the same model left behind when it read something else: activations to take from.
struct OtherRun {
  OtherRun() = default;
  OtherRun(std::shared_ptr<const Trace> ran) : trace(std::move(ran)) {}  // NOLINT: a trace is a run.

  std::shared_ptr<const Trace> trace;  ///< Of a text; null for a file.
  std::map<ValuePlace, Matrix>
      values;  ///< Of a text [tokens, …]; of a file [1, …]: the mean over its texts, or a direction.
};

/// The runs that interventions need: of each other text by the text, of each file by keyOfFile.
using OtherRuns = std::map<std::string, OtherRun>;

/// A key that no text is.
inline std::string keyOfFile(const std::string& file) { return std::string("\0", 1) + file; }

/// The site that "stream L" means: what layer L reads is what the layer before it leaves.
inline ValuePlace streamPlace(AttentionType stack, int layer) {
  return layer == 0 ? ValuePlace{stack, 0, LayerSite::Input} : ValuePlace{stack, layer - 1, LayerSite::Output};
}

}  // namespace headlight
