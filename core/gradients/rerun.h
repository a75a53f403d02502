#pragma once

#include <memory>

#include "core/base/progress.h"
#include "core/model/model.h"

namespace headlight {

/// Runs one stack again over the tokens of `like`, a run of it in which nothing was changed, where layer `layer` reads
/// `stream` [N, width] in place of what it read there; layers before it are those of `like`. A decoder reads `source`, its
/// own encoder's run where that is null. Without logits. Throws Error for numbers that are none; Cancelled.
std::shared_ptr<const Trace> runFromStream(const Model& model, const Trace& like, std::size_t layer, Matrix stream,
                                           std::shared_ptr<const Trace> source = nullptr,
                                           const Progress& progress = {});

/// The same where the embedding makes its input of other tokens' vectors than those of the table, [N, width of the
/// embeddings], as StackGradients::embeddings.
std::shared_ptr<const Trace> runFromEmbeddings(const Model& model, const Trace& like, Matrix embeddings,
                                               std::shared_ptr<const Trace> source = nullptr,
                                               const Progress& progress = {});

}  // namespace headlight
