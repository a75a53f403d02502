#pragma once

#include <memory>
#include <vector>

#include "core/attention/trace.h"
#include "core/base/progress.h"
#include "core/model/description.h"
#include "core/model/weights.h"
#include "core/ops/rotary.h"

namespace headlight {

/// What all layers of one run share: tables that depend on the number of tokens.
struct RunTables {
  std::vector<RotaryTable> rotaries;  ///< As Description::rotaries.
  Matrix relativeBias;                ///< [heads, 2 N - 1], or empty.
  std::vector<int> disentangled;      ///< A row of the relative embeddings for each distance, or empty.
  std::vector<Index> places;          ///< Each token's place among the attended ones.
  std::vector<bool> attended;         ///< Empty when every token is.
};

/// Tables for a run over `encoding`.
RunTables runTables(const Description& description, const Weights& weights, const Encoding& encoding);

/// Memory that the layers of a run use one after the other.
struct Scratch {
  MemoryPlace place = MemoryPlace::Machine;  ///< Of what the records keep.
  Matrix normed, context, sublayer, qkv, inner, gate;
};

/// The one transformer block over the tokens from `first` on, n of them: `in` [n, width], the output of the layer
/// before, becomes `out`, this layer's. `record` gets what its attention leaves behind; record.edits is what shall be
/// changed in it. Where `first` is not 0, the record must continue what the tokens before it left and have no edits. Nothing else is read or written, so that layers may be run one by one.
void runLayer(const Description& description, const Weights& weights, std::size_t layer, const RunTables& tables,
              Scratch& scratch, Index first, MatrixView in, MatrixOut out, AttentionRecord& record,
              const Progress& progress = {});

}  // namespace headlight
