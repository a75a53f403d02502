#pragma once

#include <vector>

#include "core/attention/trace.h"
#include "core/base/ids.h"
#include "core/model/model.h"

namespace headlight {

/// Every number on the way of one query of one head, from vectors to what leaves the layer; each step is computed from
/// the one before it in the way the run did it.
///
/// M keys, of another text than the query in cross-attention; a head with queries and keys of dHead numbers and values
/// of dValue. A key that the query may not see has the score -infinity and the weight 0.
struct Walkthrough {
  HeadId head;
  Index queryAt = 0;
  Vector query;     ///< [dHead], after rotation and normalisation.
  Matrix keys;      ///< [M, dHead], likewise.
  Matrix products;  ///< [M, dHead]: query · key, number by number, before scaling; a row's sum is the dot product.
  float scale = 1;  ///< Usually 1 / √dHead.
  Vector scaled;    ///< [M]: dot product · scale.
  /// [M]: of rotary models, the part of `scaled` that stays when query and key stand at the same place (content), and
  /// the rest (position). Empty for models without rotation.
  Vector content, position;
  Vector added;               ///< [M]: scores - scaled: position terms and a soft cap; 0 where the query sees nothing.
  Vector scores;              ///< [M]: final, -infinity where masked.
  std::vector<bool> visible;  ///< [M].
  float logSumExp = 0;        ///< Of the scores.
  bool changed = false;       ///< Whether interventions changed what follows.
  Vector weights;             ///< [M]: the row of the map.
  Matrix values;              ///< [M, dValue].
  Vector headOutput;               ///< [dValue]: Σ weights · values, or what stood for it.
  Vector residualUpdate;  ///< [width]: mixed W_O^h, what the head adds to what leaves the layer (before a norm).
};

/// Walks through `head` for the query at token `query` of `trace`, a run of `model`. Throws Error for a head or token
/// that there is not.
Walkthrough walkThrough(const Model& model, const Trace& trace, HeadId head, Index query);

/// The `count` dimensions that add most to (or take most from) the score of `key`, by the size of the product.
std::vector<Index> largestDimensions(const Walkthrough& walk, Index key, Index count);

}  // namespace headlight
