#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

/// The nodes of edges, in the order of their axes. Sources write into the stream: "input" (what layer 0 reads),
/// "head l.h" (a head's output through the output matrix, without bias), "mlp l". Targets read it: "q l.h", "k l.g",
/// "v l.g" (g: key/value head), "mlp l", "logits". Of an encoder–decoder model those of the encoder come first, with
/// "encoder" before the numbers ("input encoder", "head encoder l.h"); heads of cross-attention ("head cross l.h")
/// stand behind those of their layer's self-attention, and their keys and values read the encoder's stream at its end.
struct EdgeNode {
  enum class Kind { Input, Head, FeedForward, Query, Key, Value, Logits };
  Kind kind = Kind::Input;
  int layer = 0, head = 0;
  AttentionType attention = AttentionType::Self;  ///< Encoder for all nodes of an encoder.
  bool operator==(const EdgeNode&) const = default;
};
std::string nameOf(const EdgeNode& node);
std::vector<EdgeNode> edgeSources(const Model& model);
std::vector<EdgeNode> edgeTargets(const Model& model);
/// Whether what `source` writes is in the stream that `target` reads.
bool comesBefore(const Model& model, const EdgeNode& source, const EdgeNode& target);
/// Why the stream of a model is no sum of what its nodes write; empty where it is: norms stand before the sublayers.
std::string reasonAgainstEdges(const Model& model);

/// One edge at a time from text B in the run of A (Wang et al. 2022; Goldowsky-Dill et al. 2023), [S, T], differences
/// of the metric, not normalised; settings.senders and .receivers choose nodes (others are NaN), values of the two:
///
///   edges.exact              the target reads A's stream plus what the source writes otherwise in B, its norm computed
///                            anew; all else before the target as in A, all behind it computed again
///   edges.exact_frozen_norm  the same with the norm before the target (and of queries and keys) dividing by what it
///                            divides by in A; columns of feed-forward networks are 0
///   metric.A, metric.B       [1]
///
/// 0 where the source does not come before the target. Throws Error for models whose stream is no sum of what is
/// written into it, naming why, and for nodes that there are not; Cancelled.
Findings exactEdges(const AnalysisQuestion& question);
const std::vector<std::string>& edgeKinds();

/// Path patching (Wang et al. 2022), heads as sources only: edges.path [S, T] as above. Run 1: tokens A, the sender's
/// output is B's, that of every other head A's, feed-forward networks and norms computed anew; run 2: tokens A with the
/// receiver's query, key or value of run 1 put in. Into the logits: run 1. Columns of feed-forward networks and rows of
/// other sources are 0. Any model of one stack with heads.
Findings pathPatching(const AnalysisQuestion& question);

}  // namespace headlight
