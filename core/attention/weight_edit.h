#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/attention/expert_edit.h"
#include "core/attention/value_edit.h"
#include "core/base/ids.h"
#include "core/base/matrix.h"

namespace headlight {

struct AttentionRecord;

/// One change of the attention weights of one head. A head's changes are made in order, row by row, on the final scores
/// or on the weights; those that need scores after others that made weights take the logarithm of the weights, which is
/// the same in exact arithmetic.
struct WeightEdit {
  enum class Kind {
    Temperature,  ///< softmax(scores / amount).
    Factor,  ///< The weights of `keys` times `amount`, then the row normalised; a row with no other key is left alone
             ///< where the amount is 0 (then it is the same as a score of -infinity).
    ScoreFactor,  ///< The final scores of `keys` times `amount` (Deiseroth et al. 2023, "AtMan"): below 0 they rise.
    ScoreFactorFromLeast,  ///< The same of how far each score is above the smallest that the row sees, as AtMan's
                           ///< program has it.
    Uniform,  ///< Equal weights on the keys that the query may see.
    Cap,      ///< `keys` take at most the part `amount` of the row, the rest goes to the others in proportion.
    Clear,    ///< The weights of `keys` are 0; nothing is normalised.
    Dropout,  ///< Each weight is 0 with probability `amount`, the others are divided by 1 - amount.
    Pattern,  ///< The weights of head `where.head` of `source` in place of the own ones.
  };
  Kind kind = Kind::Clear;
  std::vector<bool> queries;  ///< [N]; empty for every query.
  std::vector<bool> keys;     ///< [M]; empty for every key.
  double amount = 0;
  std::uint64_t seed = 0;  ///< Dropout: the same seed, head, query and key always give the same draw.
  HeadId where;            ///< Dropout: the head itself. Pattern: the head in the source.
  std::shared_ptr<const AttentionRecord> source;

  bool operator==(const WeightEdit&) const = default;
};

/// What a head's output came to where edits changed it.
struct ChangedOutput {
  int head = 0;
  Matrix rows;                ///< [N, dValue], of every token.
  std::vector<bool> foreign;  ///< [N]: tokens whose rows nothing of the head's weights is in.
};

/// All that is changed in one layer.
struct LayerEdits {
  std::vector<std::vector<WeightEdit>> heads;  ///< A list for each head.
  std::vector<ExpertEdit> experts;             ///< Of the router beside the heads.
  std::vector<ValueEdit> values = {};          ///< Of what is computed beside weights.

  bool operator==(const LayerEdits&) const = default;
};

/// Whether a layer with these edits, which may be null, has to compute all its tokens for any of them.
bool needAllTokens(const LayerEdits* edits);

/// Whether each edited row still sums to 1, or to 0 where its query sees nothing.
bool keepRowSums(const LayerEdits& edits);

/// Makes weights of rows of final scores in place and changes them on the way: `rows` are the scores of the queries
/// [rect.row, rect.row + rect.rows) with all the keys that they may see, columns from key rect.col on; `logSumExp` is
/// that of these scores, with the `sink`, which takes its share as a key does that no edit is about. Work is linear in
/// the cells.
void editedWeights(const std::vector<WeightEdit>& edits, const Rect& rect, const Vector& logSumExp, float sink,
                   MatrixOut rows);

}  // namespace headlight
