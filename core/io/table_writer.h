#pragma once

#include <filesystem>

#include "core/attention/trace.h"
#include "core/base/progress.h"
#include "core/io/attention_export.h"

namespace headlight {

/// One attention with the layers and heads of it that are written.
struct AttentionRows {
  std::string name;  ///< "attentions", "cross_attentions", …
  std::shared_ptr<const AttentionMaps> maps;
  std::vector<int> layers, heads;
};

/// What the names of a stage's tensors begin with.
std::string stagePrefix(AttentionType stage);

/// The share of no token in each row of `weights`: what they lack to a sum of 1.
Vector noTokenShare(MatrixView weights);

/// One JSON object: model, method, tokens, each attention by layer and head as rows of numbers (with a learned sink
/// also "no_token", its share of each row), and the hidden states and logits chosen.
void writeAttentionJson(const std::filesystem::path& path, const Trace& trace, const ExportChoice& choice,
                        const std::vector<AttentionRows>& attention, const Progress& progress);

/// One line a cell: layer,head,query,key,query_token,key_token,weight; with a learned sink one more a row, without a
/// key, for its share; hidden states, logits and more than one
/// attention do not fit and are an Error.
void writeAttentionCsv(const std::filesystem::path& path, const ExportChoice& choice,
                       const std::vector<AttentionRows>& attention, const Progress& progress);

}  // namespace headlight
