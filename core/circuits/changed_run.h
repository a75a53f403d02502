#pragma once

#include <functional>
#include <memory>

#include "core/model/block.h"
#include "core/model/model.h"

namespace headlight {

/// One change of a finished run: from which layer and token on it runs again, and what is then done to it.
struct ChangedRun {
  int layer = 0;    ///< The first layer that is computed.
  Index token = 0;  ///< The first token whose values differ; counts where no token sees a later one.
  /// Called with the stream that layer `layer` reads, [n - first, width]; null for that of the run.
  std::function<void(MatrixOut)> stream = nullptr;
  /// Called at every site of every layer that is computed; rows begin at the token `first` of ChangedRuns::first().
  std::function<void(int layer, LayerSite, MatrixOut)> hook = nullptr;
  /// Called for each layer with its edits, those of the run at first; null for these.
  std::function<std::shared_ptr<const LayerEdits>(int layer)> edits = nullptr;
};

/// The edits of a layer, null for none, to be gone on with: a list for each of its `heads`.
std::shared_ptr<LayerEdits> editsToGoOnWith(const std::shared_ptr<const LayerEdits>& own, int heads);

/// A finished run that is changed again and again: each time the layers before the first changed one are taken from it,
/// and in causal models what the tokens before the first changed one left. May be used by several threads.
class ChangedRuns {
 public:
  /// `trace` is a run of `model`; of an encoder–decoder model the decoder's, whose source stays as it is. Throws Error
  /// for layers with a narrower stream.
  ChangedRuns(const Model& model, const Trace& trace);

  /// The first token that such a change computes: its own, or 0 where tokens see later ones.
  Index first(const ChangedRun& change) const { return m_causal ? change.token : 0; }
  /// The stream behind the last layer, before the final norm, of the tokens from first(change) on: [n - first, width].
  Matrix end(const ChangedRun& change) const;
  /// Whether no token sees a later one.
  bool causal() const { return m_causal; }
  const RunTables& tables() const { return m_tables; }

 private:
  const Model& m_model;
  const Trace& m_trace;
  RunTables m_tables;
  bool m_causal = true;
};

}  // namespace headlight
