#pragma once

#include <QString>
#include <vector>

#include "core/attention/trace.h"

namespace headlight {

/// What a picture must know about some AttentionMaps beside their numbers.
struct AttentionContext {
  QString modelName;
  QString text;                        ///< The text as the person typed it, for the caption.
  QString lenses;                      ///< What the weights are looked through, for the caption; empty for nothing.
  QString changed;                     ///< What was changed while the model ran, for the caption; empty for nothing.
  QString heads;                       ///< In place of "head 3" in titles where a map is of several heads.
  std::vector<Index> sinkColumns;      ///< Keys that take mass without meaning: the first token, or [CLS] and [SEP].
  std::vector<Visibility> visibility;  ///< Which keys a query may see, one for each layer; empty where all see all.

  bool cross = false;               ///< Queries and keys are tokens of two texts.
  bool difference = false;          ///< Weights are differences from −1 to 1, NaN where one side has a gap.
  QString minus;                    ///< What was subtracted, for the title; empty for nothing.
  std::vector<Index> onlyA, onlyB;  ///< Places along both axes of a difference that only one side has a token for.
  std::shared_ptr<const PixelInput> pixels;  ///< What a vision model read, covered patches included; null for a text.
  int headsOfGroup = 1;                      ///< Neighbouring heads that read the same keys and values.

  bool isSink(Index key) const;
  /// Whether `layer` sees only a window of keys.
  bool isWindowed(int layer) const;
  /// Whether `query` may see `key` in `layer`; true where nothing is known.
  bool isVisible(int layer, Index query, Index key, Index keys) const;
};

/// The context of one run: sinks are the first token of a causal model and the special tokens of a bidirectional one.
AttentionContext contextOf(const Trace& trace, const QString& text, AttentionType type = AttentionType::Self);

}  // namespace headlight
