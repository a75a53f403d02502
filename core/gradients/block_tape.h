#pragma once

#include <optional>

#include "core/attention/trace.h"
#include "core/gradients/tape.h"
#include "core/model/block.h"

namespace headlight {

/// One stack of layers with its run: what its tapes are laid of. Outlives them.
struct TapedStack {
  const Architecture& description;
  const Weights& weights;
  const Trace& trace;
  RunTables tables;  ///< Of a decoder with its encoder's run.

  TapedStack(const Architecture& d, const Weights& own, const Trace& run)
      : description(d), weights(own), trace(run), tables(runTables(d, own, run.encoding, 0, run.source)) {}
};

/// The nodes of one attention sublayer.
struct TapedAttention {
  Tape::Node q, k, v;  ///< As the products read them.
  Tape::Node z;        ///< What the heads give: [N, heads · dValue].
  Tape::Node output;   ///< What the output projection gives, with its bias.
};

/// The nodes of one layer. Those that have names keep their gradients.
struct TapedLayer {
  Tape::Node in, out;
  /// What each sublayer reads of the stream, before its norm: gradients are those of the sublayer alone.
  Tape::Node attentionReads, feedForwardReads;
  std::optional<Tape::Node> crossReads;  ///< The queries of cross-attention.
  TapedAttention attention;
  std::optional<TapedAttention> cross;
  std::optional<Tape::Node> source;  ///< The encoder's last hidden state, in a layer with cross-attention.
  Tape::Node feedForward;            ///< What the feed-forward sublayer gives, before a norm behind it.
};

/// Lays layer `layer` over what it reads, `in` [N, width]: computes it again as runLayer() does. Weights, scores and
/// experts' choices are those of the run's records.
TapedLayer layLayer(Tape& tape, const TapedStack& stack, std::size_t layer, Matrix in);

}  // namespace headlight
