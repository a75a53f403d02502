#pragma once

#include <QString>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "core/attention/attention_maps.h"
#include "core/attention/trace.h"
#include "core/image/seen_media.h"

namespace headlight {

/// What the numbers of some AttentionMaps are.
struct Quantity {
  QString name;         ///< What legends call them: "share of norm"; empty for weights.
  bool attends = true;  ///< Whether they are how much a query attends to a key, so that sentences may say so.
};

/// What a picture must know about some AttentionMaps beside their numbers.
struct AttentionContext {
  QString modelName;
  QString text;                        ///< The text as the person typed it, for the caption.
  QString lenses;                      ///< What the weights are looked through, for the caption; empty for nothing.
  QString changed;                     ///< What was changed while the model ran, for the caption; empty for nothing.
  QString heads;                       ///< In place of "head 3" in titles where a map is of several heads.
  std::vector<Index> sinkColumns;      ///< Keys that take mass without meaning: the first token, or [CLS] and [SEP].
  std::vector<Visibility> visibility;  ///< Which keys a query may see, one for each layer; empty where all see all.

  Quantity quantity;
  bool cross = false;       ///< Queries and keys are tokens of two texts.
  bool transposed = false;  ///< Rows are keys, columns the queries that attend to them.

  bool difference = false;          ///< Weights are differences from −1 to 1.
  QString nameA, nameB;             ///< What the sides of a difference are, but for their heads: "text A", "bert".
  std::optional<HeadId> headB;      ///< The head of the other side, where it is another than that of the first.
  std::vector<Index> onlyA, onlyB;  ///< Places along both axes of a difference that only one side has a token for.
  std::array<std::shared_ptr<const AttentionMaps>, 2> sides;  ///< What was subtracted from what, over the same places.
  /// What a vision model read of one picture, covered patches included; null for anything else.
  std::shared_ptr<const PixelInput> pixels;
  std::shared_ptr<const SeenMedia> media;  ///< The pictures and the sound as they were given; null where not known.
  std::shared_ptr<const Trace> run;  ///< Of a mixture of experts; null for other models and for files.
  int headsOfGroup = 1;                      ///< Neighbouring heads that read the same keys and values.

  bool isSink(Index key) const;
  /// Whether a cell of a difference lies in a row or column that only one side has.
  bool isGap(Index row, Index column) const;
  /// Whether `layer` sees only a window of keys.
  bool isWindowed(int layer) const;
  /// Whether `query` may see `key` in `layer`; true where nothing is known.
  bool isVisible(int layer, Index query, Index key, Index keys) const;
};

/// The context of one run: sinks are the first token of a causal model and the special tokens of a bidirectional one.
AttentionContext contextOf(const Trace& trace, const QString& text, AttentionType type = AttentionType::Self);

}  // namespace headlight
