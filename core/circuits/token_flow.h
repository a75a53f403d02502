#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

/// Attention flow (Abnar and Zuidema 2020) of text A's self-attention: flow.A [L, n, n], the maximum flow from each
/// token after a layer to each token of the input. Throws Error for more than kMostFlowTokens tokens
/// (core/analysis/rollout.h), since every pair of tokens is a flow of its own; Cancelled.
Findings tokenFlow(const AnalysisQuestion& question);

}  // namespace headlight
