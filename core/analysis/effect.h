#pragma once

#include <memory>
#include <vector>

#include "core/analysis/head_ranking.h"
#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/model/model.h"
#include "core/text/tokenizer.h"

namespace headlight {

/// The rows of a trace's logits in which a model answers: the last token of a causal model, each mask of a masked one,
/// the one row of a classifier of texts, every token of a classifier of tokens. Throws Error for a model without a head
/// and for a masked model's text without a mask. `tokenizer` may be null but for a masked model.
std::vector<Index> answerRows(const ModelInfo& info, const Trace& trace, const Tokenizer* tokenizer);

/// Kullback–Leibler divergence Σ p (ln p - ln q) in nats of two distributions given as logarithms.
double divergence(const std::vector<double>& logP, const std::vector<double>& logQ);
/// The same of two runs' outcomes at a row of their logits; of independent ones, the sum over outcomes that happen or
/// not.
double divergence(const Logits& p, const Logits& q, Index row);

/// How far each head's attention moved from one run of a model to another over as many tokens, the farthest first.
/// Throws Error when the two have other shapes; Cancelled.
std::vector<HeadDistance> headChanges(std::shared_ptr<const Trace> before, std::shared_ptr<const Trace> after,
                                    const Progress& progress = {});

}  // namespace headlight
