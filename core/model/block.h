#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "core/attention/trace.h"
#include "core/attention/value_edit.h"
#include "core/base/progress.h"
#include "core/model/architecture.h"
#include "core/model/stages.h"
#include "core/model/weights.h"
#include "core/ops/rotary.h"

namespace headlight {

/// What all layers of one run share: tables that depend on the number of tokens.
struct RunTables {
  std::vector<RotaryTable> rotaries;  ///< As Architecture::rotaries, from the first token that is computed.
  CachedRows relativeBias;            ///< [heads, 2 N - 1], of a grid [heads, buckets]; or empty.
  std::vector<Index> cells;           ///< PositionTerm::cells of a relative bias by grid; else empty.
  std::vector<int> disentangled;      ///< A row of the relative embeddings for each distance, or empty.
  std::vector<Index> places;          ///< Each token's place among the attended ones.
  std::vector<bool> attended;         ///< Empty when every token is.
  /// The keys that queries see in layers of that sight (and window), where it is not Sight::ByRule.
  std::map<std::pair<Sight, Index>, std::shared_ptr<const std::vector<Visibility::Range>>> sights;
  /// The same of windows of a grid, by the shift of the layer.
  std::map<Index, GridWindows> windows;
  std::vector<Index> filled;  ///< Tokens that fill a grid up, of which attention reads zeros.
  /// What cross-attention reads: the encoder's run, and which of its tokens are attended; null without an encoder.
  std::shared_ptr<const Trace> source;
  std::vector<bool> sourceAttended;
};

/// Tables for a run over `encoding` that computes the tokens from `first` on, of a decoder with the run of its encoder,
/// of a tower with the pixels that it reads.
RunTables runTables(const Architecture& description, const Weights& weights, const Encoding& encoding, Index first = 0,
                    std::shared_ptr<const Trace> source = nullptr, const PixelInput* pixels = nullptr);

/// Memory that the layers of a run use one after the other.
struct Scratch {
  Storage place = Storage::Ram;  ///< Of what the records keep.
  Matrix normed, context, sublayer, qkv, inner, gate;
};

/// Called at each site of self-attention and feed-forward, in their order, behind the edits of what is there.
using LayerHook = std::function<void(LayerSite, MatrixOut)>;

/// What one layer leaves behind. `cross` is null in a model without cross-attention; where it holds
/// keys and values already, they are used, since they depend on the source alone.
struct LayerRecords {
  AttentionRecord& self;
  AttentionRecord* cross = nullptr;
  ExpertRecord* experts = nullptr;  ///< Needed by a layer that has some.
  const LayerHook* hook = nullptr;  ///< Null for none.
};

/// One of the texts that run through a layer together, their rows one behind the other. Where there are several, all
/// are computed from their first token on.
struct LayerText {
  const RunTables& tables;
  Index first;  ///< The first token that is computed,
  Index count;  ///< and how many are.
  LayerRecords records;
};

/// Queries [n, heads · dHead], keys [n, kvHeads · dHead] and values [n, kvHeads · dValue], after norms and rotation.
struct LayerQkv {
  Matrix q, k, v;
};
/// Those that a layer makes of rows that its attention reads, behind the norm before it: `in` [n, width], tokens from
/// `first` on; before norms and rotation where they shall not be `finished`. Only for layers without a bottleneck.
LayerQkv layerQkv(const Architecture& description, const Weights& weights, std::size_t layer, const RunTables& tables,
                  Index first, MatrixView in, bool finished = true);

/// What a head's queries, keys or values (which site says) are made of, behind the norm: [n, width].
using HeadInput = std::function<MatrixView(LayerSite site, int head)>;
/// Those that a layer makes where each head has an input of its own, of `rows` tokens. Where heads are brought to size
/// together, each is as if all had its input; inputs that are the same may be one matrix, which is then read once.
LayerQkv layerQkv(const Architecture& description, const Weights& weights, std::size_t layer, const RunTables& tables,
                  Index first, Index rows, const HeadInput& in);

/// The one transformer block over the tokens from `first` on, n of them: `in` [n, width], the output of the layer
/// before, becomes `out`, this layer's. The records get what its attention leaves behind; their edits are what shall be
/// changed in it. Where `first` is not 0, the records must continue what the tokens before it left and replace
/// no outputs. Nothing else is read or written, so that layers may be run one by one.
void runLayer(const Architecture& description, const Weights& weights, std::size_t layer, const RunTables& tables,
              Scratch& scratch, Index first, MatrixView in, MatrixOut out, LayerRecords records,
              const Progress& progress = {});
/// The same of several texts in one pass: maps, norms and activations go over the rows of all, attention goes text by
/// text.
void runLayer(const Architecture& description, const Weights& weights, std::size_t layer,
              std::span<const LayerText> texts, Scratch& scratch, MatrixView in, MatrixOut out,
              const Progress& progress = {});

}  // namespace headlight
