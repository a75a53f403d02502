#pragma once

#include <memory>
#include <vector>

#include "core/circuits/edges.h"

namespace headlight {

class TwoTexts;

/// Runs of A in which some edges alone carry what A has: each target reads B's stream, with what the sources of its
/// kept edges write in this very run in place of what they write in B (Conmy et al. 2023; Hanna et al. 2024). With
/// every edge the metric is that of A, with none that of B. May be used by several threads.
class CircuitRuns {
 public:
  /// `texts` outlives this. Throws Error for models whose stream is no sum of what is written into it, naming why.
  explicit CircuitRuns(const TwoTexts& texts);

  const std::vector<EdgeNode>& sources() const { return m_sources; }
  const std::vector<EdgeNode>& targets() const { return m_targets; }
  /// Which edges are kept, [sources][targets]; what does not come before its target counts for nothing.
  using Kept = std::vector<std::vector<bool>>;

  /// A run with the edges of `kept`.
  struct Run {
    Kept kept;
    std::vector<std::shared_ptr<const Matrix>> moved;  ///< What each source writes less B, [n - first, width].
    double metric = 0;
  };
  /// Begins with the first layer that reads other edges than in `like`, a run of the same texts or null.
  Run run(const Kept& kept, const Run* like = nullptr) const;
  /// The edges of `kept` that lie on a way from the input to the logits; the others change no metric.
  Kept onWays(Kept kept) const;

 private:
  const TwoTexts& m_texts;
  std::vector<EdgeNode> m_sources, m_targets;
};

/// The smallest circuit that explains how A differs from B. Edges are ordered by edge attribution (EAP-IG, five steps),
/// the fewest first ones whose own run reaches settings.faithfulness of the difference are taken. Edges on no way from
/// the input to the logits are taken out, and then, weakest first and as many together as it does without, others,
/// until it does without no single one. Every faithfulness is (m(circuit) - m(B)) / (m(A) - m(B)) of a run.
///
///   circuit.edges         [S, T]: the estimated effects of the edges that are kept, 0 elsewhere (nodes as
///                         core/circuits/edges.h has them)
///   circuit.sizes, circuit.faithfulness  [P]: the numbers of first edges that were tried, ascending, and what they
///   reach circuit.size, circuit.reached        [1]: of the circuit itself metric.A, metric.B    [1]
///
/// Throws Error as edge attribution does, for texts with the same metric, and where not even all edges reach it;
/// Cancelled.
Findings smallestCircuit(const AnalysisQuestion& question);

}  // namespace headlight
