#pragma once

#include <filesystem>

#include "core/attention/trace.h"
#include "core/base/progress.h"
#include "core/io/attention_export.h"

namespace headlight {

/// One JSON object: model, method, tokens, `attentions` by layer and head as rows of numbers, and the hidden states and
/// logits chosen. `choice` has its maps.
void writeAttentionJson(const std::filesystem::path& path, const Trace& trace, const ExportChoice& choice,
                        const Progress& progress);

/// One line a cell: layer,head,query,key,query_token,key_token,weight; hidden states and logits do not fit and are an
/// Error.
void writeAttentionCsv(const std::filesystem::path& path, const ExportChoice& choice, const Progress& progress);

}  // namespace headlight
